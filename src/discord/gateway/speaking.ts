/** Speaking up in a channel, rather than in reply to an interaction, as far as the channel allows it. */
import { type Message, PermissionFlagsBits } from 'discord.js'
import type { MessageKey } from '../../i18n/message.js'
import { type Words, wordsFor } from '../../i18n/words.js'
import type { Services } from '../bot/services.js'
import { renderNotice } from '../render/reply.js'

/** What the bot needs to answer a message, in the words of Discord's settings. */
const SENDING = ['Send Messages', PermissionFlagsBits.SendMessages] as const
const SENDING_IN_THREADS = ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const
const EMBEDDING = ['Embed Links', PermissionFlagsBits.EmbedLinks] as const

/** The same in the words of whoever reads of it. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  [SENDING[0]]: 'sendMessages',
  [SENDING_IN_THREADS[0]]: 'sendInThreads',
  [EMBEDDING[0]]: 'embedLinks',
}

/** The permissions that the bot lacks in a message's channel. */
export function lacking({ channel }: Message): string[] {
  if (channel.isDMBased()) return []
  const mine = channel.permissionsFor(channel.client.user)
  const needed = [channel.isThread() ? SENDING_IN_THREADS : SENDING, EMBEDDING]
  return needed.flatMap(([name, bit]) => (mine?.has(bit) ? [] : [name]))
}

/** Whether a message can be sent as a reply: Discord wants the history to be readable for that. */
export const mayReply = (message: Message) => may(message, PermissionFlagsBits.ReadMessageHistory)

/** Whether files can be sent. */
export const mayAttach = (message: Message) => may(message, PermissionFlagsBits.AttachFiles)

function may({ channel }: Message, permission: bigint): boolean {
  if (channel.isDMBased()) return true
  return channel.permissionsFor(channel.client.user)?.has(permission) ?? false
}

/** The language that a server has chosen for the bot, or else for itself, as far as Discord knows it. */
export const wordsIn = ({ guild }: Pick<Message, 'guild'>, { library }: Pick<Services, 'library'>): Words =>
  wordsFor(library?.settings.known(guild?.id ?? null).language ?? guild?.preferredLocale ?? 'en')

/** Logs once that permissions lack in a channel, and tells whoever asked what to grant, in private where that can be. */
export async function complainOfPermissions(
  message: Message,
  missing: readonly string[],
  services: Services,
): Promise<void> {
  const { channel, channelId, guildId, author } = message
  const key = `${channelId}:${missing.join()}`
  if (!services.complained.has(key)) {
    services.log.warn({ guild: guildId, channel: channelId, missing }, 'permissions lack in a channel')
  }
  services.complained.set(key, true)
  const words = wordsIn(message, services)
  const permissions = missing.map((name) => (NAMES[name] ? words.say(NAMES[name]) : `“${name}”`)).join(', ')
  const text = words.say('missingPermissions', {
    channel: `#${'name' in channel ? channel.name : ''}`,
    permissions,
  })
  try {
    await author.send({ ...renderNotice(text) })
  } catch {
    if (!missing.some((name) => name.startsWith('Send'))) {
      await message
        .reply({ content: text, allowedMentions: { parse: [], repliedUser: false } })
        .catch(() => {})
    }
  }
}

/** Discord shows "is typing" for ten seconds. */
const TYPING_MS = 8000

export interface Typing {
  start(): void
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
      void show()
    },
    stop: () => clearInterval(timer),
  }
}
