import { answer } from '../../src/answers/index.js'
import type { Question } from '../../src/answers/model/answer.js'
import { type AnswerInWords, inWords } from '../../src/answers/model/in-words.js'
import type { Archive, Scope } from '../../src/archive/contract/archive.js'
import { wordsFor } from '../../src/i18n/words.js'

/** The answer as a member who reads English gets it. */
export const answerInEnglish = async (
  question: Question,
  archive: Archive,
  scope: Scope,
): Promise<AnswerInWords> => inWords(await answer(question, archive, scope), wordsFor('en'))
