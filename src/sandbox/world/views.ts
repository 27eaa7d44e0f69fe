import {
  type APIMessage,
  type APIReaction,
  type APIUser,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type Snowflake,
  type TextChannelType,
} from 'discord-api-types/v10'
import type { Core } from '../core/core.js'
import { channelPayload, memberFields } from './payloads.js'
import type { StoredMessage } from './world.js'

/** How somebody looks at a message. */
export interface Viewer {
  userId: Snowflake
  /** False hides the content of messages that do not concern the viewer, as from a bot without the intent. */
  readsContent: boolean
}

/** The bot over REST: what it may read hangs on the intents its application was granted. */
export const botViewer = (core: Core): Viewer => ({
  userId: core.world.botId,
  readsContent: (core.privilegedIntents & GatewayIntentBits.MessageContent) !== 0,
})

/** The message as the viewer gets it: it stays as it is when the message is edited. Nobody changes what is in it. */
export function viewOf(core: Core, stored: StoredMessage, viewer: Viewer): APIMessage {
  const { message } = stored
  const shown = { ...message }
  const replied = message.message_reference?.message_id
  if (replied && isReply(message)) {
    const target = core.world.findMessage(replied)
    shown.referenced_message = target ? flatView(core, target, viewer) : null
  }
  const thread = core.world.channels.get(message.id)
  if (thread) shown.thread = channelPayload(core.world, thread, viewer.userId)
  if (stored.reactions.size > 0) shown.reactions = reactionsOf(stored, viewer.userId)
  return hidden(stored, viewer) ? withoutContent(shown) : shown
}

/** The same as the gateway's events carry it: with the guild, and with members for author and mentions. */
export function eventViewOf(
  core: Core,
  stored: StoredMessage,
  viewer: Viewer,
): GatewayMessageCreateDispatchData {
  const view = viewOf(core, stored, viewer)
  const channel_type = core.world.channel(view.channel_id).type as TextChannelType
  if (stored.guildId === null) return { ...view, channel_type }
  const { members } = core.world.guild(stored.guildId)
  const author = members.get(view.author.id)
  return {
    ...view,
    channel_type,
    guild_id: stored.guildId,
    ...(author && { member: memberFields(author) }),
    mentions: view.mentions.map((user) => {
      const member = members.get(user.id)
      return (member ? { ...user, member: memberFields(member) } : user) as APIUser
    }),
  }
}

const isReply = ({ type }: APIMessage): boolean => type === 19 || type === 21 || type === 23

/** A message inside another one: without what it refers to itself. */
function flatView(core: Core, stored: StoredMessage, viewer: Viewer): APIMessage {
  const thread = core.world.channels.get(stored.message.id)
  const shown = { ...stored.message }
  if (thread) shown.thread = channelPayload(core.world, thread, viewer.userId)
  return hidden(stored, viewer) ? withoutContent(shown) : shown
}

function hidden({ message, guildId }: StoredMessage, { userId, readsContent }: Viewer): boolean {
  if (readsContent || guildId === null || message.author.id === userId) return false
  return !message.mentions.some(({ id }) => id === userId)
}

const withoutContent = (message: APIMessage): APIMessage => ({
  ...message,
  content: '',
  embeds: [],
  attachments: [],
  components: [],
})

function reactionsOf({ reactions }: StoredMessage, viewerId: Snowflake): APIReaction[] {
  return [...reactions].map(([emoji, users]) => ({
    emoji: emojiPayload(emoji),
    count: users.size,
    count_details: { normal: users.size, burst: 0 },
    me: users.has(viewerId),
    me_burst: false,
    burst_colors: [],
  }))
}

/** An emoji as the API writes it, from a Unicode emoji or `name:id`. */
export function emojiPayload(emoji: string): { id: Snowflake | null; name: string } {
  const custom = /^(\w+):(\d+)$/.exec(emoji)
  return custom ? { id: custom[2]!, name: custom[1]! } : { id: null, name: emoji }
}
