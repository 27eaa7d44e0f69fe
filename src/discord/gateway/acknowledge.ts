/** The first answer to an interaction, which Discord takes for three seconds, and takes once. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type BaseInteraction,
  type Client,
  DiscordAPIError,
  type RawFile,
  REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import {
  type APIInteractionResponse,
  type APIInteractionResponseUpdateMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'
import { asSent, type Reply } from '../render/reply.js'

/** What discord.js wants to know of an interaction that was answered by other means than its own. */
interface Answerable extends BaseInteraction {
  deferred: boolean
  replied: boolean
  ephemeral: boolean | null
}

/** "is thinking". @param quiet whether only whoever asked sees it, and the reply that is edited in */
export async function deferReply(interaction: Answerable, quiet: boolean): Promise<void> {
  await surely(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: quiet ? { flags: MessageFlags.Ephemeral } : {},
  })
  interaction.deferred = true
  interaction.ephemeral = quiet
}

/** The reply itself. @param quiet whether only whoever asked sees it */
export async function replyAtOnce(interaction: Answerable, reply: Reply, quiet: boolean): Promise<void> {
  const { body, files } = asSent(reply)
  const data = quiet ? { ...body, flags: MessageFlags.Ephemeral } : body
  await surely(interaction, { type: InteractionResponseType.ChannelMessageWithSource, data }, files)
  interaction.replied = true
  interaction.ephemeral = quiet
}

/** Nothing is seen; the message of the control can be changed. */
export async function deferUpdate(interaction: Answerable): Promise<void> {
  await surely(interaction, { type: InteractionResponseType.DeferredMessageUpdate })
  interaction.deferred = true
}

/** Puts the reply in the place of the control's message, whose pictures go. */
export async function replaceAtOnce(interaction: Answerable, reply: Reply): Promise<void> {
  const { body, files } = asSent(reply)
  await update(interaction, body, files)
}

/** Changes the message of the control at once. */
export async function update(
  interaction: Answerable,
  data: NonNullable<APIInteractionResponseUpdateMessage['data']>,
  files: RawFile[] = [],
): Promise<void> {
  await surely(interaction, { type: InteractionResponseType.UpdateMessage, data }, files)
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

/** A request that has not been answered by then is made again; pictures take longer on their way. */
const HASTE_MS = 1200
const HASTE_WITH_FILES_MS = 2400
const ATTEMPTS = 4
const PAUSE_MS = 50

/**
 * Where Discord fails, or does not answer, or the connection breaks before it does, asks again: "already acknowledged"
 * is then a yes.
 */
async function surely(
  { client, id, token }: BaseInteraction,
  body: APIInteractionResponse,
  files: RawFile[] = [],
): Promise<void> {
  const route = Routes.interactionCallback(id, token)
  const [sent, haste] = files.length > 0 ? [{ body, files }, HASTE_WITH_FILES_MS] : [asBytes(body), HASTE_MS]
  const rest = onceOnly(client, haste)
  for (let attempt = 1; ; attempt++) {
    try {
      await rest.post(route, { ...sent, auth: false })
      return
    } catch (error) {
      if (attempt > 1 && isAcknowledged(error)) return
      if (error instanceof DiscordAPIError || attempt === ATTEMPTS) throw error
    }
    await sleep(attempt * PAUSE_MS)
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** Written once, and not measured and copied again on its way. */
const asBytes = (body: APIInteractionResponse) => ({
  body: Buffer.from(JSON.stringify(body)),
  headers: JSON_TYPE,
  passThroughBody: true,
})

const isAcknowledged = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged

const ONCE_ONLY = new WeakMap<Client, Map<number, REST>>()

/**
 * Makes the client's requests, but none by itself a second time: of one that it has repeated, "already acknowledged"
 * would not tell by whom.
 */
function onceOnly(client: Client, haste: number): REST {
  const all = ONCE_ONLY.get(client) ?? new Map<number, REST>()
  ONCE_ONLY.set(client, all)
  const { options } = client.rest
  const known =
    all.get(haste) ??
    new REST({
      ...options,
      retries: 0,
      timeout: Math.min(options.timeout, haste),
      // It has but one route.
      hashSweepInterval: 0,
      handlerSweepInterval: 0,
    })
  all.set(haste, known)
  return known
}
