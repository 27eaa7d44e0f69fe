import { GatewayDispatchEvents as Events, type Snowflake } from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { refuse } from '../http/refusals.js'
import { memberPayload } from '../world/payloads.js'
import { emojiPayload } from '../world/views.js'
import type { StoredMessage } from '../world/world.js'

/** Different emoji under one message. */
const MOST = 20

/** @throws Refusal 10014 for what is no emoji, 30010 for the 21st emoji. */
export function addReaction(core: Core, stored: StoredMessage, userId: Snowflake, emoji: string): void {
  if (!/^\w+:\d+$/.test(emoji) && !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(emoji))
    throw refuse.unknownEmoji()
  const users = stored.reactions.get(emoji) ?? new Set()
  if (users.has(userId)) return
  if (!stored.reactions.has(emoji) && stored.reactions.size >= MOST) throw refuse.tooManyReactions()
  stored.reactions.set(emoji, users.add(userId))
  tell(core, stored, userId, emoji, true)
}

export function removeReaction(core: Core, stored: StoredMessage, userId: Snowflake, emoji: string): void {
  const users = stored.reactions.get(emoji)
  if (!users?.delete(userId)) return
  if (users.size === 0) stored.reactions.delete(emoji)
  tell(core, stored, userId, emoji, false)
}

/** Takes away all reactions, or all of one emoji. */
export function clearReactions(core: Core, stored: StoredMessage, emoji?: string): void {
  const where = place(stored)
  if (emoji === undefined) {
    stored.reactions.clear()
    core.dispatch(Events.MessageReactionRemoveAll, concern(stored), () => where)
  } else {
    stored.reactions.delete(emoji)
    core.dispatch(Events.MessageReactionRemoveEmoji, concern(stored), () => ({
      ...where,
      emoji: emojiPayload(emoji),
    }))
  }
}

function tell(core: Core, stored: StoredMessage, userId: Snowflake, emoji: string, added: boolean): void {
  const { world } = core
  const { guildId, message } = stored
  const base = { ...place(stored), user_id: userId, emoji: emojiPayload(emoji), burst: false, type: 0 }
  if (added) {
    const member = guildId === null ? undefined : world.guild(guildId).members.get(userId)
    core.dispatch(Events.MessageReactionAdd, concern(stored), () => ({
      ...base,
      message_author_id: message.author.id,
      ...(member && { member: memberPayload(world, member) }),
    }))
  } else core.dispatch(Events.MessageReactionRemove, concern(stored), () => base)
  core.hub.emit('reaction', { messageId: message.id, channelId: message.channel_id, userId, emoji, added })
}

const concern = ({ guildId, message }: StoredMessage) => ({ guildId, channelId: message.channel_id })
const place = ({ guildId, message }: StoredMessage) => ({
  channel_id: message.channel_id,
  message_id: message.id,
  ...(guildId !== null && { guild_id: guildId }),
})
