import type { Document, NameMention } from './annotations.js'
import { parseRun } from './names/parse.js'
import { type Entity, joinMentions } from './names/people.js'
import { read } from './names/reading.js'
import { roleOf } from './names/roles.js'
import { findRuns } from './names/runs.js'

/** The names of a document, in order of their start, each followed to its fullest form in the document. */
export function findNames(document: Document): NameMention[] {
  const { tokens, capitals } = read(document)
  const mentions = findRuns(tokens, capitals).flatMap((run) => {
    const raw = parseRun(tokens, run)
    if (!raw) return []
    const text = document.text.slice(tokens[raw.from]!.start, tokens[raw.to - 1]!.end).replace(/\s+/g, ' ')
    return [{ ...raw, text, roleText: roleOf(document, tokens, raw) }]
  })
  const entities: readonly Entity[] = joinMentions(mentions)
  return mentions.map((mention, i): NameMention => {
    const { name, kind, role } = entities[i]!
    return { start: tokens[mention.from]!.start, end: tokens[mention.to - 1]!.end, name, kind, role }
  })
}
