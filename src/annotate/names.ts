import type { Document, NameMention } from './annotations.js'
import { parseRun } from './names/parse.js'
import { type Entity, joinMentions } from './names/people.js'
import { read } from './names/reading.js'
import { roleOf } from './names/roles.js'
import { findRuns, type Run } from './names/runs.js'

export { read } from './names/reading.js'
export type { Token } from './names/tokens.js'
export { type Word, wordOf } from './names/vocabulary.js'
export { singular } from './names/words.js'

/** What a name has in quotation marks within it. */
const NICKNAME = /\s["“‘'][^"”’']{1,30}["”’']\s/

/** The names of a document, in order of their start, each followed to its fullest form in the document. */
export function findNames(document: Document): NameMention[] {
  const { tokens, capitals } = read(document)
  const mentions = findRuns(tokens, capitals).flatMap((run) => {
    const raw = parseRun(tokens, run)
    if (!raw) return []
    return [{ raw, roleText: roleOf(document, tokens, raw) }]
  })
  const textOf = ({ from, to }: Run) =>
    to - from === 1
      ? tokens[from]!.text
      : document.text
          .slice(tokens[from]!.start, tokens[to - 1]!.end)
          .replace(NICKNAME, ' ')
          .replace(/\s+/g, ' ')
  const entities: readonly Entity[] = joinMentions(mentions, textOf)
  return mentions.map(({ raw }, i): NameMention => {
    const { name, kind, role } = entities[i]!
    return { start: tokens[raw.from]!.start, end: tokens[raw.to - 1]!.end, name, kind, role }
  })
}
