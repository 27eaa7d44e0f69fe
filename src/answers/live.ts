import type { Archive, LiveArchive, Scope } from '../archive/contract/archive.js'
import { type LiveOptions, openArchive } from '../archive/index.js'
import { cached } from './answer-cache.js'
import type { Answer, Question } from './model/answer.js'

const ENTRY = new URL('./worker.js', import.meta.url)

/** A live archive that answers questions in the thread it lives in. */
export interface LiveAnswers extends LiveArchive {
  answer(question: Question, scope: Scope): Promise<Answer>
}

/**
 * Opens a folder of articles as `openArchive` does, in a thread that answers as well: the one that asks gets
 * answers alone, and is held up neither by making them nor by the passages that they are made from. What was asked
 * lately is answered at once.
 * @throws when the folder is missing or can't be read
 */
export async function openAnswers(options: LiveOptions): Promise<LiveAnswers> {
  const archive = await openArchive({ entry: ENTRY, ...options })
  const answer = (question: Question, scope: Scope) => archive.service<Answer>('answer', question, scope)
  return Object.assign(archive, {
    answer: cached(answer, archive.edition),
    status: cached(archive.status, archive.edition),
  })
}

export const answersItself = (archive: Archive): archive is LiveAnswers => 'answer' in archive
