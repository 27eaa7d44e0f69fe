import { MessageFlags, type Snowflake } from 'discord-api-types/v10'
import type { Core } from '../../core/core.js'
import { checkForm } from '../../interactions/form.js'
import {
  checkMessageForm,
  createMessage,
  deleteMessages,
  editMessage,
  type MessageBody,
} from '../../messages/messages.js'
import { canSend, Permission, requirePermission } from '../../world/permissions.js'
import { botViewer, viewOf } from '../../world/views.js'
import { type Channel, holdsMessages, type StoredMessage } from '../../world/world.js'
import { refuse } from '../refusals.js'
import { type Call, on, type Route } from '../router.js'

const BULK_AGE = 14 * 24 * 3600 * 1000

/** The channel of the path, which the bot must see. */
export function channelOf({ world }: Core, { params }: Call, needed = 0n): Channel {
  const channel = world.channel(params.channel_id!)
  requirePermission(world, channel, world.botId, needed)
  return channel
}

/** The message of the path; ephemeral ones are not to be had this way. */
export function messageOf(core: Core, call: Call): StoredMessage {
  const stored = core.world.message(call.params.message_id!, channelOf(core, call).id)
  if (stored.onlyFor !== null) throw refuse.unknownMessage()
  return stored
}

function send(core: Core, call: Call<MessageBody>) {
  const { world } = core
  const channel = channelOf(core, call)
  if (!holdsMessages(channel)) throw refuse.notAText()
  checkMessageForm(call.body)
  if (!canSend(world, channel, world.botId)) throw refuse.missingPermissions()
  requirePermission(world, channel, world.botId, neededFor(call))
  const { flags, ...body } = call.body
  const stored = createMessage(core, {
    channel,
    authorId: world.botId,
    body: { ...body, flags: (flags ?? 0) & ~MessageFlags.Ephemeral },
    files: call.files,
  })
  return viewOf(core, stored, botViewer(core))
}

/** Replies need the history; files and embeds have permissions of their own. */
const neededFor = ({ body, files }: Call<MessageBody>): bigint =>
  (body.message_reference ? Permission.ReadMessageHistory : 0n) |
  (files.length > 0 ? Permission.AttachFiles : 0n) |
  (body.embeds?.length ? Permission.EmbedLinks : 0n)

function edit(core: Core, call: Call<MessageBody>) {
  const stored = messageOf(core, call)
  if (stored.message.author.id !== core.world.botId) throw refuse.notTheAuthor()
  checkMessageForm(call.body)
  editMessage(core, stored, call.body, call.files)
  return viewOf(core, stored, botViewer(core))
}

function remove(core: Core, call: Call): void {
  const stored = messageOf(core, call)
  if (stored.message.author.id !== core.world.botId)
    channelOf(core, call, stored.guildId === null ? 0n : Permission.ManageMessages)
  if (stored.guildId === null && stored.message.author.id !== core.world.botId)
    throw refuse.missingPermissions()
  deleteMessages(core, [stored])
}

function removeMany(core: Core, call: Call<{ messages: Snowflake[] }>): void {
  const channel = channelOf(core, call, Permission.ManageMessages)
  if (channel.guildId === null) throw refuse.notInDm()
  checkForm(call.body, (form) => void form.get('messages').items({ required: true }))
  const ids = [...new Set(call.body.messages)]
  if (ids.length < 2 || ids.length > 100) throw refuse.invalidBulkDelete()
  const found = ids
    .map((id) => core.world.findMessage(id))
    .filter((stored) => stored?.message.channel_id === channel.id)
  const tooOld = found.some((stored) => Date.parse(stored!.message.timestamp) < core.clock.now() - BULK_AGE)
  if (tooOld) throw refuse.tooOldToBulkDelete()
  deleteMessages(core, found as StoredMessage[])
}

/** A page of the history, newest first; `around` takes half of it from each side. */
function history(core: Core, call: Call) {
  const channel = channelOf(core, call)
  if (!holdsMessages(channel)) throw refuse.wrongChannelType()
  checkForm(call.query, (form) => void form.get('limit').integer({ min: 1, max: 100 }))
  const { before, after, around, limit: asked = '50' } = call.query
  const limit = Number(asked)
  try {
    requirePermission(core.world, channel, core.world.botId, Permission.ReadMessageHistory)
  } catch {
    return []
  }
  const all = [...(core.world.messages.get(channel.id)?.values() ?? [])].filter(
    ({ onlyFor }) => onlyFor === null,
  )
  const older = (id: string, and = 0n) => all.filter(({ message }) => BigInt(message.id) < BigInt(id) + and)
  const newer = (id: string) => all.filter(({ message }) => BigInt(message.id) > BigInt(id))
  const page = () => {
    if (around)
      return [
        ...older(around, 1n).slice(-(Math.floor(limit / 2) + 1)),
        ...newer(around).slice(0, Math.floor(limit / 2)),
      ].slice(-limit)
    if (after) return newer(after).slice(0, limit)
    return (before ? older(before) : all).slice(-limit)
  }
  return page()
    .reverse()
    .map((stored) => viewOf(core, stored, botViewer(core)))
}

export const MESSAGE_ROUTES: Route[] = [
  ...on('/channels/{channel_id}/messages', { GET: history, POST: send }),
  ...on('/channels/{channel_id}/messages/{message_id}', {
    GET: (core, call) => {
      const stored = messageOf(core, call)
      channelOf(core, call, Permission.ReadMessageHistory)
      return viewOf(core, stored, botViewer(core))
    },
    PATCH: edit,
    DELETE: remove,
  }),
  ...on('/channels/{channel_id}/messages/bulk-delete', { POST: removeMany }),
]
