/**
 * What was asked and answered before in a thread or above a reply. The controls of the bot's own messages hold the
 * questions; the archive is asked them again. Nothing is read from what a message shows, so that it may be in any
 * language and look any way.
 */
import { ComponentType, type Message, PermissionFlagsBits } from 'discord.js'
import { type Turn, turnOf } from '../../answers/dialogue/index.js'
import { answer } from '../../answers/index.js'
import type { Words } from '../../i18n/words.js'
import type { Asker, Services } from '../bot/services.js'
import { pagesOf, questionsOfControls } from '../lifecycle/answering.js'
import { askedOf, pageOf } from '../render/controls.js'
import { Refusal } from './refusal.js'

/** How far back the conversation is read, in messages, and how many answers of the bot's in them are looked at. */
const READ = 30
const MOST_ANSWERS = 8
/** How many answers are followed upwards, each in reply to a question in reply to the one before. */
const MOST_REPLIES = 4

type Means = Pick<Services, 'archive' | 'commands'>

/** The turns before a message, oldest first; none where there is no conversation, or it may not be read. */
export async function turnsBefore(message: Message<boolean>, services: Means, asker: Asker): Promise<Turn[]> {
  const { channel, reference, client } = message
  if (!channel.isDMBased()) {
    const mine = channel.permissionsFor(client.user)
    if (!mine?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) return []
  }
  const replied = reference ? await answersAbove(message) : []
  if (replied.length > 0) return turnsShownBy(replied, services, asker)
  if (!channel.isThread() && !channel.isDMBased()) return []
  const before = await channel.messages.fetch({ before: message.id, limit: READ }).catch(() => null)
  const own = [...(before?.values() ?? [])].filter(({ author }) => author.id === client.user.id)
  return turnsShownBy(own.slice(0, MOST_ANSWERS).reverse(), services, asker)
}

/** The answers of the bot's that a message replies to, one above the other, oldest first. */
async function answersAbove(message: Message<boolean>): Promise<Message[]> {
  const answers: Message[] = []
  for (let at: Message | null = message; at && answers.length < MOST_REPLIES; ) {
    const answer: Message | null = await repliedTo(at)
    if (answer?.author.id !== message.client.user.id) break
    answers.unshift(answer)
    at = await repliedTo(answer)
  }
  return answers
}

/** Mostly from what the client remembers: who replied to what is told without the words. */
const repliedTo = async ({ channel, reference }: Message): Promise<Message | null> =>
  reference?.messageId ? channel.messages.fetch(reference.messageId).catch(() => null) : null

async function turnsShownBy(
  messages: readonly Message[],
  services: Means,
  { scope, words }: Asker,
): Promise<Turn[]> {
  const turns = await Promise.all(
    messages.map((message) => turnsOf(customIdsOf(message), services, { scope, words })),
  )
  return turns.flat()
}

const customIdsOf = ({ components }: Message): string[] =>
  components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((one) => ('customId' in one && one.customId ? one.customId : []))
      : [],
  )

/**
 * The questions that a message's controls hold, with what the page of their answers shows that they stand under.
 * None for what is no answer to questions, or to those of another version of the bot.
 */
export async function turnsOf(
  customIds: readonly string[],
  { archive, commands }: Means,
  { scope, words }: Pick<Asker, 'scope'> & { readonly words: Words },
): Promise<Turn[]> {
  const asked = askedOf(customIds)
  if (!asked || asked.quoted) return []
  try {
    const questions = questionsOfControls(asked, commands)
    const answers = await Promise.all(questions.map((question) => answer(question, archive, scope)))
    return pagesOf(answers, { questions, page: pageOf(customIds) }, words).map(
      ({ place, page, pages, findings: [from, to] }) => {
        const told = answers[place - 1]!
        const shown = told.findings.slice(from, to)
        return turnOf(
          questions[place - 1]!,
          told,
          shown,
          pages > 1 ? { number: page + 1, of: pages } : undefined,
        )
      },
    )
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
