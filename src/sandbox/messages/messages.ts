import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
  type APIMessageReference,
  type APIMessageTopLevelComponent,
  GatewayDispatchEvents as Events,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type Snowflake,
} from 'discord-api-types/v10'
import { type Core, timestamp } from '../core/core.js'
import { refuse } from '../http/refusals.js'
import type { UploadedFile } from '../http/requests.js'
import { checkMessage } from '../interactions/checks/message.js'
import { checkForm, type Field } from '../interactions/form.js'
import { userPayload } from '../world/payloads.js'
import { eventViewOf } from '../world/views.js'
import { type Channel, isThread, type StoredMessage } from '../world/world.js'
import { attach, inEmbeds } from './attachments.js'
import { mentionsOf } from './mentions.js'
import { joinThread, reviveThread } from './threads.js'

/** The body of a request that sends or edits a message, once it has been checked. */
export interface MessageBody {
  content?: string | null
  embeds?: APIEmbed[] | null
  components?: APIMessageTopLevelComponent[] | null
  attachments?: { id: string | number; filename?: string; description?: string }[] | null
  allowed_mentions?: APIAllowedMentions | null
  message_reference?:
    | (Partial<APIMessageReference> & { message_id: Snowflake; fail_if_not_exists?: boolean })
    | null
  flags?: number | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  tts?: boolean | null
}

export interface Draft {
  channel: Channel
  authorId: Snowflake
  body: MessageBody
  files?: UploadedFile[]
  type?: MessageType
  /** Given for messages that answer an interaction. */
  interaction?: { metadata: APIMessageInteractionMetadata; legacy?: APIMessageInteraction }
  /** The only member who is to see it. */
  onlyFor?: Snowflake | null
  /** A post of a forum and its first message share their id. */
  id?: Snowflake
  /** "The bot is thinking": it may be empty, and nobody is told of it before it is filled. */
  thinking?: boolean
}

/** What a sender may set in `flags`. */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

/** @throws Refusal 50035 for a form that breaks Discord's limits. */
export const checkMessageForm = (body: unknown, at: (form: Field) => Field = (form) => form): void =>
  checkForm(body, (form) => checkMessage(at(form)))

/**
 * Sends a message whose form was checked.
 * @throws Refusal 50006 when there is nothing in it, 10008 when the message replied to is gone.
 */
export function createMessage(core: Core, draft: Draft): StoredMessage {
  const { channel, authorId, body, files = [], onlyFor = null, interaction } = draft
  const key = nonceKey(draft)
  const again = key === undefined ? undefined : core.world.findMessage(core.world.nonces.get(key) ?? '')
  if (again) return again
  if (isThread(channel)) reviveThread(core, channel)
  const id = draft.id ?? core.nextId()
  const target = body.message_reference ? referred(core, channel, body.message_reference) : undefined
  const attachments = attach(core, channel, body.attachments ?? [], files, [], onlyFor !== null)
  const mentions = mentionsOf(
    core.world,
    channel,
    authorId,
    body.content ?? '',
    body.allowed_mentions,
    target?.message.author.id,
  )
  const flags =
    ((body.flags ?? 0) & SETTABLE) |
    (onlyFor === null ? 0 : MessageFlags.Ephemeral) |
    (draft.thinking ? MessageFlags.Loading : 0)
  const message: APIMessage = {
    id,
    channel_id: channel.id,
    type: draft.type ?? (target ? MessageType.Reply : MessageType.Default),
    author: userPayload(core.world.user(authorId)),
    content: (body.content ?? '').trim(),
    timestamp: timestamp(core),
    edited_timestamp: null,
    tts: body.tts === true,
    mention_everyone: mentions.everyone,
    mentions: mentions.users.map((user) => userPayload(core.world.user(user))),
    mention_roles: mentions.roles,
    attachments,
    embeds: inEmbeds(body.embeds ?? [], attachments),
    components: numbered(body.components ?? []),
    pinned: false,
    flags,
    ...(body.nonce != null && { nonce: body.nonce }),
    ...(target && { message_reference: referenceTo(target) }),
    ...(interaction && {
      application_id: core.world.botId,
      webhook_id: core.world.botId,
      interaction_metadata: interaction.metadata,
      ...(interaction.legacy && { interaction: interaction.legacy }),
    }),
  }
  if (!draft.thinking && isEmpty(message)) throw refuse.emptyMessage()
  const stored: StoredMessage = { message, guildId: channel.guildId, onlyFor, reactions: new Map() }
  core.world.keepMessage(stored)
  if (key !== undefined) core.world.nonces.set(key, id)
  if (onlyFor === null) {
    core.pings.push({
      messageId: id,
      channelId: channel.id,
      authorId,
      users: mentions.notified,
      roles: mentions.roles,
      everyone: mentions.everyone,
    })
    enterChannel(core, channel, stored)
    announce(core, Events.MessageCreate, stored)
  }
  core.hub.emit('message', { ...message })
  return stored
}

/** Changes a message; what `body` does not name stays. The form was checked. */
export function editMessage(
  core: Core,
  stored: StoredMessage,
  body: MessageBody,
  files: UploadedFile[] = [],
): void {
  const { message } = stored
  const channel = core.world.channel(message.channel_id)
  const wasThinking = ((message.flags ?? 0) & MessageFlags.Loading) !== 0
  const kept = body.attachments
    ? message.attachments.filter(({ id }) => body.attachments?.some((entry) => String(entry.id) === id))
    : message.attachments
  const attachments = attach(core, channel, body.attachments ?? [], files, kept, stored.onlyFor !== null)
  const content = body.content === undefined ? message.content : (body.content ?? '').trim()
  const mentions = mentionsOf(core.world, channel, message.author.id, content, body.allowed_mentions)
  const settable = body.flags == null ? (message.flags ?? 0) & SETTABLE : body.flags & SETTABLE
  const changed: Partial<APIMessage> = {
    content,
    attachments,
    embeds: inEmbeds(body.embeds === undefined ? message.embeds : (body.embeds ?? []), attachments),
    components: body.components === undefined ? (message.components ?? []) : numbered(body.components ?? []),
    flags: ((message.flags ?? 0) & ~SETTABLE & ~MessageFlags.Loading) | settable,
    edited_timestamp: wasThinking ? null : timestamp(core),
    ...(body.content !== undefined && {
      mentions: mentions.users.map((user) => userPayload(core.world.user(user))),
      mention_roles: mentions.roles,
      mention_everyone: mentions.everyone,
    }),
  }
  if (isEmpty({ ...message, ...changed })) throw refuse.emptyMessage()
  Object.assign(message, changed)
  if (stored.onlyFor === null) announce(core, Events.MessageUpdate, stored)
  core.hub.emit('edit', { ...message })
}

export function deleteMessages(core: Core, all: StoredMessage[]): void {
  for (const stored of all) core.world.dropMessage(stored)
  const seen = all.filter(({ onlyFor }) => onlyFor === null)
  const first = seen[0]
  if (first) {
    const { channel_id } = first.message
    const concern = { guildId: first.guildId, channelId: channel_id }
    const where = { channel_id, ...(first.guildId !== null && { guild_id: first.guildId }) }
    if (seen.length === 1)
      core.dispatch(Events.MessageDelete, concern, () => ({ id: first.message.id, ...where }))
    else
      core.dispatch(Events.MessageDeleteBulk, concern, () => ({
        ids: seen.map(({ message }) => message.id),
        ...where,
      }))
  }
  for (const { message } of all) core.hub.emit('delete', { id: message.id, channelId: message.channel_id })
}

function announce(
  core: Core,
  event: Events.MessageCreate | Events.MessageUpdate,
  stored: StoredMessage,
): void {
  core.dispatch(event, { guildId: stored.guildId, channelId: stored.message.channel_id }, (readsContent) =>
    eventViewOf(core, stored, { userId: core.world.botId, readsContent }),
  )
}

/** What a new message does to the place it is sent to: a thread takes in who writes or is named. */
function enterChannel(core: Core, channel: Channel, { message }: StoredMessage): void {
  channel.lastMessageId = message.id
  if (!isThread(channel)) return
  channel.thread.messageCount++
  for (const { id } of [message.author, ...message.mentions]) joinThread(core, channel, id)
}

function referred(
  core: Core,
  channel: Channel,
  reference: NonNullable<MessageBody['message_reference']>,
): StoredMessage | undefined {
  const target = core.world.findMessage(reference.message_id)
  if (target?.message.channel_id === channel.id) return target
  if (reference.fail_if_not_exists === false) return undefined
  throw refuse.invalidForm({
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  })
}

const referenceTo = ({ message, guildId }: StoredMessage): APIMessageReference => ({
  type: MessageReferenceType.Default,
  message_id: message.id,
  channel_id: message.channel_id,
  ...(guildId !== null && { guild_id: guildId }),
})

/** Under which a message is found again when its author repeats the nonce; none where that is not asked for. */
const nonceKey = ({ channel, authorId, body }: Draft): string | undefined =>
  body.enforce_nonce && body.nonce != null ? `${channel.id} ${authorId} ${body.nonce}` : undefined

const isEmpty = ({ content, embeds, attachments, components, flags }: APIMessage): boolean =>
  content === '' &&
  embeds.length === 0 &&
  attachments.length === 0 &&
  (components?.length ?? 0) === 0 &&
  !((flags ?? 0) & MessageFlags.Loading)

/** Discord gives every component a number of its own. */
function numbered(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let next = 1
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number)
    if (typeof value !== 'object' || value === null) return value
    const own = value as { id?: number; type?: unknown; components?: unknown; accessory?: unknown }
    if (typeof own.type !== 'number') return value
    const copy = { ...own, id: own.id || next++ }
    if (own.components !== undefined) copy.components = number(own.components)
    if (own.accessory !== undefined) copy.accessory = number(own.accessory)
    return copy
  }
  return number(components) as APIMessageTopLevelComponent[]
}
