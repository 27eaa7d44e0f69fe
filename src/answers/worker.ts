import type { Archive, Scope } from '../archive/archive.js'
import { serveArchive } from '../archive/serve.js'
import type { Question } from './answer.js'
import { answer } from './index.js'

/** A thread that holds an archive and answers from it, so that nothing but answers leaves it. */
await serveArchive({
  answer: (archive: Archive, question: Question, scope: Scope) => answer(question, archive, scope),
})
