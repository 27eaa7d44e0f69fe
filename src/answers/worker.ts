import type { Archive, Scope } from '../archive/contract/archive.js'
import { serveArchive } from '../archive/index.js'
import { answer } from './index.js'
import type { Question } from './model/answer.js'
import { rehearse } from './rehearsal.js'

/** A thread that holds an archive and answers from it, so that nothing but answers leaves it. */
await serveArchive(
  { answer: (archive: Archive, question: Question, scope: Scope) => answer(question, archive, scope) },
  rehearse,
)
