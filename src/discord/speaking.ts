/** Speaking up in a channel, rather than in reply to an interaction, as far as the channel allows it. */
import { type Message, PermissionFlagsBits, type TextBasedChannel } from 'discord.js'
import type { Reply } from './renderer.js'

/** The reply as the channel lets it be seen: Discord drops embeds in silence where they are not allowed. */
export function answeringIn(channel: TextBasedChannel, reply: Reply): Reply {
  if (channel.isDMBased()) return reply
  const mine = channel.permissionsFor(channel.client.user)
  if (!mine || mine.has(PermissionFlagsBits.EmbedLinks)) return reply
  return { ...reply, content: NO_EMBEDS, embeds: [], components: [] }
}

const NO_EMBEDS =
  'I may not answer here: a moderator needs to give me the permission “Embed Links” in this channel. My commands work all the same; type / to see them.'

/** Discord shows "is typing" for ten seconds. */
const TYPING_MS = 8000

export interface Typing {
  start(): Promise<void>
  stop(): void
}

/** Shows in the message's channel that an answer is on its way; where that fails, the answer comes without. */
export function keepTyping({ channel }: Message): Typing {
  let timer: NodeJS.Timeout | undefined
  const show = async () => {
    if ('sendTyping' in channel) await channel.sendTyping().catch(() => {})
  }
  return {
    start() {
      timer = setInterval(show, TYPING_MS)
      return show()
    },
    stop: () => clearInterval(timer),
  }
}
