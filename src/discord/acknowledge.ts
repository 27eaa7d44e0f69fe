/** The first answer to an interaction, which Discord takes for three seconds. */
import { type BaseInteraction, DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import {
  type APIInteractionResponse,
  type APIInteractionResponseUpdateMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'

/** What discord.js wants to know of an interaction that was answered by other means than its own. */
interface Answerable extends BaseInteraction {
  deferred: boolean
  replied: boolean
  ephemeral: boolean | null
}

/** A request that has not been answered by then is made again, once. */
const HASTE_MS = 1200

/** "is thinking". */
export async function deferReply(interaction: Answerable, quiet: boolean): Promise<void> {
  await surely(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: quiet ? { flags: MessageFlags.Ephemeral } : {},
  })
  interaction.deferred = true
  interaction.ephemeral = quiet
}

/** Nothing is seen; the message of the control can be changed. */
export async function deferUpdate(interaction: Answerable): Promise<void> {
  await surely(interaction, { type: InteractionResponseType.DeferredMessageUpdate })
  interaction.deferred = true
}

/** Changes the message of the control at once. */
export async function update(
  interaction: Answerable,
  data: NonNullable<APIInteractionResponseUpdateMessage['data']>,
): Promise<void> {
  await surely(interaction, { type: InteractionResponseType.UpdateMessage, data })
  interaction.replied = true
}

/** Opens a form. */
export async function showForm(
  interaction: Answerable,
  data: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await surely(interaction, { type: InteractionResponseType.Modal, data })
  interaction.replied = true
}

/**
 * Where Discord does not answer, or the connection breaks before it does, asks again: "already acknowledged" is then a
 * yes.
 */
async function surely({ client, id, token }: BaseInteraction, body: APIInteractionResponse): Promise<void> {
  const post = (signal?: AbortSignal) =>
    client.rest.post(Routes.interactionCallback(id, token), { body, auth: false, ...(signal && { signal }) })
  try {
    await post(AbortSignal.timeout(HASTE_MS))
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error
    await post().catch((again) => {
      if (again.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw again
    })
  }
}
