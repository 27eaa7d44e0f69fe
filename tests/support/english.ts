import { answer } from '../../src/answers/index.js'
import type { Question } from '../../src/answers/model/answer.js'
import { type AnswerInWords, inWords } from '../../src/answers/model/in-words.js'
import type { Archive, Scope } from '../../src/archive/contract/archive.js'
import type { Message } from '../../src/i18n/message.js'
import { wordsFor } from '../../src/i18n/words.js'

/** The answer as a member who reads English gets it. */
export const answerInEnglish = async (
  question: Question,
  archive: Archive,
  scope: Scope,
): Promise<AnswerInWords> => inWords(await answer(question, archive, scope), wordsFor('en'))

/** The same with what is wrong and what to do in English sentences; what was not refused stays as it is. */
export function refusalInEnglish<T extends object>(result: T): T & { reason?: string; remedy?: string } {
  if (!('reason' in result) || !('remedy' in result)) return result as T & { reason?: string }
  const { tell } = wordsFor('en')
  return {
    ...result,
    reason: tell([result.reason as Message]),
    remedy: tell([result.remedy as Message]),
  } as T & { reason: string; remedy: string }
}
