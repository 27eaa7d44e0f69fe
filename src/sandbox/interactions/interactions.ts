import {
  InteractionResponseType as Answer,
  type APIInteraction,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  GatewayDispatchEvents as Events,
  InteractionType as Kind,
  MessageFlags,
  MessageType,
  type Snowflake,
} from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { refuse } from '../http/refusals.js'
import type { UploadedFile } from '../http/requests.js'
import { createMessage, deleteMessages, editMessage, type MessageBody } from '../messages/messages.js'
import { botViewer, viewOf } from '../world/views.js'
import type { StoredMessage } from '../world/world.js'
import { checkChoice } from './checks/command.js'
import { checkMessage } from './checks/message.js'
import { checkModal } from './checks/modal.js'
import { ExchangeLog } from './exchange.js'
import { checkForm } from './form.js'

/** Milliseconds in which an interaction must be acknowledged. */
const ACKNOWLEDGE_WITHIN = 3000
/** Milliseconds for which its token serves follow-ups and edits. */
const TOKEN_LIFE = 15 * 60_000

export interface Interaction {
  readonly payload: APIInteraction
  readonly userId: Snowflake
  readonly log: ExchangeLog
  readonly metadata: APIMessageInteractionMetadata
  /** The message whose component was used, or from which the dialogue was opened. */
  readonly source: StoredMessage | undefined
  /** Type of the option that is being completed. */
  readonly completing: number | undefined
  /** Answers are shown to the user alone, whatever the bot says. */
  readonly quiet: boolean
  readonly startedAt: number
  readonly startedReal: number
  answer: Answer | undefined
  /** What `@original` means. */
  original: StoredMessage | undefined
  followUps: Set<Snowflake>
  expired: boolean
}

export type NewInteraction = Pick<
  Interaction,
  'payload' | 'userId' | 'metadata' | 'source' | 'completing' | 'quiet'
>

interface CallbackBody {
  type: Answer
  data?: MessageBody & { choices?: never[] }
}

/** What may answer an interaction of each type. */
const ANSWERS: Record<number, readonly Answer[]> = {
  [Kind.ApplicationCommand]: [4, 5, 9, 10, 12],
  [Kind.MessageComponent]: [4, 5, 6, 7, 9, 10, 12],
  [Kind.ApplicationCommandAutocomplete]: [8],
  [Kind.ModalSubmit]: [4, 5, 6, 7, 10, 12],
}

const TOKEN_START = 'interaction:'

/** An interaction's token; its form can be told again when the interaction is forgotten. */
export const newToken = (id: Snowflake): string =>
  Buffer.from(`${TOKEN_START}${id}:${'x'.repeat(64)}`).toString('base64url')

const isToken = (token: string): boolean => Buffer.from(token, 'base64url').toString().startsWith(TOKEN_START)

/** What the sandbox's parts share, with the interactions that are under way. */
export interface InteractiveCore extends Core {
  readonly interactions: Interactions
}

/** All interactions, from the user's action to the last edit of the answer. */
export class Interactions {
  readonly #byToken = new Map<string, Interaction>()

  /** Tells the bot of an interaction and starts its three seconds. */
  begin(core: Core, fresh: NewInteraction): Interaction {
    const { payload } = fresh
    const interaction: Interaction = {
      ...fresh,
      log: new ExchangeLog(payload.id, payload.token),
      startedAt: core.clock.now(),
      startedReal: performance.now(),
      answer: undefined,
      original: undefined,
      followUps: new Set(),
      expired: false,
    }
    this.#byToken.set(payload.token, interaction)
    core.clock.after(ACKNOWLEDGE_WITHIN, () => {
      if (interaction.answer !== undefined) return
      interaction.expired = true
      interaction.log.enterFailure()
    })
    core.clock.after(TOKEN_LIFE, () => this.#byToken.delete(payload.token))
    core.dispatch(Events.InteractionCreate, { guildId: payload.guild_id ?? null }, () => payload as never)
    return interaction
  }

  /**
   * The bot's first answer.
   * @throws Refusal 10062 when it comes too late, 40060 when it is the second, 50035 for a broken form.
   */
  callback(core: Core, id: Snowflake, token: string, body: CallbackBody, files: UploadedFile[]): Interaction {
    const interaction = this.#byToken.get(token)
    if (!interaction || interaction.payload.id !== id || interaction.expired)
      throw refuse.unknownInteraction()
    if (interaction.answer !== undefined) throw refuse.alreadyAcknowledged()
    checkCallback(interaction, body)
    this.#apply(core, interaction, body, files)
    interaction.answer = body.type
    interaction.log.enterAcknowledgement({
      type: body.type,
      afterMs: core.clock.now() - interaction.startedAt,
      realMs: performance.now() - interaction.startedReal,
    })
    const shown = interaction.original
    if (shown && (body.type === Answer.ChannelMessageWithSource || body.type === Answer.UpdateMessage))
      interaction.log.enterVersion(asUser(core, interaction, shown))
    return interaction
  }

  /**
   * The acknowledged interaction behind a webhook token.
   * @throws Refusal 10015 when there is none, 50027 when its 15 minutes are over.
   */
  behind(token: string): Interaction {
    const interaction = this.#byToken.get(token)
    if (!interaction && isToken(token)) throw refuse.invalidWebhookToken()
    if (interaction?.answer === undefined) throw refuse.unknownWebhook()
    return interaction
  }

  /** The interaction of this token, for 15 minutes. */
  of(token: string): Interaction | undefined {
    return this.#byToken.get(token)
  }

  /** A message of the interaction; `@original` is its first. */
  messageOf(core: Core, interaction: Interaction, id: string): StoredMessage {
    const wanted = id === '@original' ? interaction.original?.message.id : id
    const stored = wanted === undefined ? undefined : core.world.findMessage(wanted)
    if (!stored || (stored !== interaction.original && !interaction.followUps.has(stored.message.id)))
      throw refuse.unknownMessage()
    return stored
  }

  /** A further message. The first after a deferral fills in the deferred reply. */
  followUp(core: Core, interaction: Interaction, body: MessageBody, files: UploadedFile[]): StoredMessage {
    checkForm(body, checkMessage)
    const { original } = interaction
    if (original && isLoading(original.message)) {
      this.edit(core, interaction, original, body, files)
      return original
    }
    const stored = send(core, interaction, body, files, original)
    interaction.followUps.add(stored.message.id)
    const { id } = stored.message
    interaction.log.enterFollowUp(() => {
      const found = core.world.findMessage(id)
      return found && asUser(core, interaction, found)
    })
    return stored
  }

  edit(
    core: Core,
    interaction: Interaction,
    stored: StoredMessage,
    body: MessageBody,
    files: UploadedFile[],
  ): void {
    checkForm(body, checkMessage)
    editMessage(core, stored, body, files)
    if (stored === interaction.original) interaction.log.enterVersion(asUser(core, interaction, stored))
  }

  delete(core: Core, stored: StoredMessage): void {
    deleteMessages(core, [stored])
  }

  #apply(
    core: Core,
    interaction: Interaction,
    { type, data = {} }: CallbackBody,
    files: UploadedFile[],
  ): void {
    const { source, log } = interaction
    switch (type) {
      case Answer.ChannelMessageWithSource:
        interaction.original = send(core, interaction, data, files, source)
        break
      case Answer.DeferredChannelMessageWithSource:
        interaction.original = send(core, interaction, data, [], source, true)
        break
      case Answer.UpdateMessage:
        editMessage(core, source!, data, files)
        interaction.original = source
        break
      case Answer.DeferredMessageUpdate:
        interaction.original = source
        break
      case Answer.ApplicationCommandAutocompleteResult:
        log.enterChoices(data.choices ?? [])
        break
      case Answer.Modal:
        log.enterModal(data as unknown as APIModalInteractionResponseCallbackData)
        break
    }
  }
}

const isLoading = ({ flags }: APIMessage): boolean => ((flags ?? 0) & MessageFlags.Loading) !== 0

const asUser = (core: Core, { userId }: Interaction, stored: StoredMessage): APIMessage =>
  viewOf(core, stored, { userId, readsContent: true })

/** A message from the bot that answers the interaction, in the channel where that happened. */
function send(
  core: Core,
  interaction: Interaction,
  body: MessageBody,
  files: UploadedFile[],
  answered: StoredMessage | undefined,
  thinking = false,
): StoredMessage {
  const { payload, metadata, quiet, userId } = interaction
  const channel = core.world.channel(payload.channel!.id)
  const first = interaction.answer === undefined
  const { data } = payload
  const command =
    payload.type === Kind.ApplicationCommand && first && data && 'name' in data ? data : undefined
  const target = command && 'target_id' in command ? core.world.findMessage(command.target_id) : undefined
  const reference = target ?? answered
  const ephemeral = quiet || ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const { message_reference: _, ...rest } = body
  return createMessage(core, {
    channel,
    authorId: core.world.botId,
    files,
    thinking,
    onlyFor: ephemeral ? userId : null,
    body: {
      ...rest,
      ...(reference && {
        message_reference: { message_id: reference.message.id },
        allowed_mentions: body.allowed_mentions ?? { parse: ['users', 'roles', 'everyone'] as never },
      }),
    },
    ...(command && { type: target ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand }),
    interaction: {
      metadata: first
        ? metadata
        : {
            ...metadata,
            ...(interaction.original && { original_response_message_id: interaction.original.message.id }),
          },
      ...(command && {
        legacy: { id: payload.id, type: payload.type, name: command.name, user: metadata.user },
      }),
    },
  })
}

function checkCallback({ payload, source, completing }: Interaction, body: CallbackBody): void {
  checkForm(body, (form) => {
    const allowed = ANSWERS[payload.type]!.filter(
      (answer) => source || (answer !== Answer.UpdateMessage && answer !== Answer.DeferredMessageUpdate),
    )
    const type = form.get('type').oneOf(allowed, true)
    const data = form.get('data')
    if (type === Answer.ChannelMessageWithSource || type === Answer.UpdateMessage) checkMessage(data)
    if (type === Answer.Modal) checkModal(data)
    if (type === Answer.ApplicationCommandAutocompleteResult)
      for (const choice of data.get('choices').items({ max: 25, required: true }))
        checkChoice(choice, completing)
  })
}

/** The body of the answer to a callback, where the bot asked for it with `with_response`. */
export function callbackResponse(core: Core, { payload, original, answer }: Interaction) {
  const message = original && viewOf(core, original, botViewer(core))
  const carriesMessage =
    message && (answer === Answer.ChannelMessageWithSource || answer === Answer.UpdateMessage)
  return {
    interaction: {
      id: payload.id,
      type: payload.type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: isLoading(message),
        response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(carriesMessage && { resource: { type: answer, message } }),
  }
}
