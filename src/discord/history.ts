/** What was asked and answered before in a thread or above a reply, read from the bot's own messages there. */
import { type APIEmbed, type Message, PermissionFlagsBits } from 'discord.js'
import type { Turn } from '../answers/conversation.js'
import { dayAsked } from '../answers/days-asked.js'
import { QuestionError, questionOf } from '../answers/question.js'
import type { CalendarDate } from '../articles/article.js'
import { unescaped } from './markup.js'

/** How far back the conversation is read, in messages. */
const READ = 30

/** The turns before a message, oldest first; none where there is no conversation, or it may not be read. */
export async function turnsBefore(message: Message<boolean>): Promise<Turn[]> {
  const { channel, reference, client } = message
  if (!channel.isDMBased()) {
    const mine = channel.permissionsFor(client.user)
    if (!mine?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) return []
  }
  const replied = reference?.messageId
    ? await channel.messages.fetch(reference.messageId).catch(() => null)
    : null
  if (replied?.author.id === client.user.id) return turnsOf(replied)
  if (!channel.isThread() && !channel.isDMBased()) return []
  const before = await channel.messages.fetch({ before: message.id, limit: READ }).catch(() => null)
  const own = [...(before?.values() ?? [])].filter(({ author }) => author.id === client.user.id)
  return own.reverse().flatMap(turnsOf)
}

const turnsOf = ({ embeds }: Message): Turn[] => embeds.flatMap((embed) => turnOf(embed.toJSON()) ?? [])

/** The question and the findings that an answer shows; null for what is no answer. */
export function turnOf({
  title = '',
  description = '',
  footer,
}: Pick<APIEmbed, 'title' | 'description' | 'footer'>): Turn | null {
  const asked = unescaped(title)
  if (!asked.startsWith('/')) return null
  const lines = description.split('\n')
  const page = pageIn(footer?.text ?? '')
  try {
    return {
      question: questionOf(asked),
      headlines: lines.flatMap((line) => HEADLINE.exec(line)?.[1] ?? []).map(unescaped),
      snippets: lines
        .filter((line) => line.startsWith('> '))
        .map((line) => unescaped(line.slice(2).replaceAll('**', ''))),
      published: lines.flatMap((line, at) => (line.startsWith('> ') ? publishedIn(lines[at + 1] ?? '') : [])),
      ...(page && { page }),
    }
  } catch (error) {
    if (error instanceof QuestionError) return null
    throw error
  }
}

/** Which page a footer such as `4 articles · as of 31 Dec 2021 · page 1 of 3` is of; null where there is but one. */
function pageIn(footer: string): Turn['page'] | null {
  const [, number, of] = /^\D*(\d{1,3})\D+(\d{1,3})\D*$/.exec(footer.split(' · ').at(-1) ?? '') ?? []
  return of ? { number: Number(number), of: Number(of) } : null
}

/** The day in a line such as `Outlet · “Title” · 31 Dec 2021 · ¶9`. */
function publishedIn(source: string): CalendarDate | null {
  const day = unescaped(source)
    .split(' · ')
    .findLast((part) => DAY.test(part))
  return day ? dayAsked(day, 'first', null) : null
}

const DAY = /^\d{1,2} \p{L}+ \d{4}$/u

/** `**1.** **10 January 2022** (in 9 days)` */
const HEADLINE = /^\*\*\d+\.\*\* \*\*(.+?)\*\*(?= · | \(|$)/
