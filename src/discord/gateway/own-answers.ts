/**
 * Which message of the bot's answers which question, so that an answer follows its question when that is edited or
 * deleted. What is remembered is only a short cut: after a restart the answer is found among the replies.
 */
import type { TextBasedChannel } from 'discord.js'
import { boundedMap } from '../../lib/bounded.js'

/** Questions that are remembered. */
const REMEMBERED = 2000
/** How many messages behind a question are looked through for its answer. */
const READ = 50

export interface Remembered {
  /** What was answered: the question's words. */
  words: string
  /** The answer's id; null while it is being made. */
  answer: string | null
  /** The question is gone: there must be no answer. */
  withdrawn: boolean
  /** Settles when the answer stands; the next edit waits for it. */
  done: Promise<unknown>
}

export interface OwnAnswers {
  of(questionId: string): Remembered | undefined
  remember(questionId: string, words: string): Remembered
  /** The id of the answer to a question, among what follows it in the channel; null where there is none. */
  find(channel: TextBasedChannel, questionId: string): Promise<string | null>
}

export function makeOwnAnswers(): OwnAnswers {
  const byQuestion = boundedMap<string, Remembered>(REMEMBERED)
  return {
    of: (questionId) => byQuestion.get(questionId),
    remember(questionId, words) {
      const known = byQuestion.get(questionId)
      const fresh: Remembered = known ?? { words, answer: null, withdrawn: false, done: Promise.resolve() }
      fresh.words = words
      byQuestion.set(questionId, fresh)
      return fresh
    },
    async find(channel, questionId) {
      const behind = await channel.messages.fetch({ after: questionId, limit: READ }).catch(() => null)
      const mine = behind?.find(
        ({ author, reference }) =>
          author.id === channel.client.user.id && reference?.messageId === questionId,
      )
      return mine?.id ?? null
    },
  }
}
