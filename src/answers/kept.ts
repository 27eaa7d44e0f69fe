import type { Archive, Scope } from '../archive/archive.js'
import { boundedMap } from '../bounded.js'
import type { Answer, Question } from './answer.js'

type Answering = (question: Question, archive: Archive, scope: Scope) => Promise<Answer>

/** So many answers are kept for each archive; in a crisis many ask the same. */
const MOST = 300

/**
 * Answers as `answer` does, but what was asked of the same archive lately is not worked out again: an archive never
 * changes. A failure is not kept.
 */
export function keepingAnswers(answer: Answering, most = MOST): Answering {
  const kept = new WeakMap<Archive, Map<string, Promise<Answer>>>()
  return (question, archive, scope) => {
    const answers = kept.get(archive) ?? boundedMap<string, Promise<Answer>>(most)
    kept.set(archive, answers)
    const key = JSON.stringify([question, scope.server])
    const answered = answers.get(key) ?? answer(question, archive, scope)
    answers.set(key, answered)
    answered.catch(() => answers.delete(key))
    return answered
  }
}
