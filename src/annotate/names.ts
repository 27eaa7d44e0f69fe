import type { Document, NameMention } from './annotations.js'
import { parseRun, type RawName } from './names/parse.js'
import { type Entity, joinMentions } from './names/people.js'
import { read } from './names/reading.js'
import { roleOf } from './names/roles.js'
import { findRuns, type Run } from './names/runs.js'
import type { Token } from './names/tokens.js'

export { read } from './names/reading.js'
export type { Token } from './names/tokens.js'
export { type Word, wordOf } from './names/vocabulary.js'
export { singular } from './names/words.js'

/** What a name has in quotation marks within it. */
const NICKNAME = /\s["“‘'][^"”’']{1,30}["”’']\s/

/** "*Lind's* said", "*Lind's* has": a firm that is called by whose it is. */
function withEnding(tokens: readonly Token[], name: RawName): RawName {
  const [ending, verb] = [tokens[name.to], tokens[name.to + 1]]
  const { role, words } = name
  if (role || words.length > 1 || ending?.tag !== "'" || ending.lower !== "'s" || !verb) return name
  if (verb.sentence !== ending.sentence || !OWN_VERBS.has(verb.lower)) return name
  const whole = `${words[0]}${ending.text}`
  return { ...name, to: name.to + 1, words: [whole], kind: 'organisation', gender: null, human: false }
}

/** Finite verbs that nothing owned can be. */
const OWN_VERBS: ReadonlySet<string> = new Set(['said', 'says', 'has', 'had', 'told'])

/** The names of a document, in order of their start, each followed to its fullest form in the document. */
export function findNames(document: Document): NameMention[] {
  const { tokens, capitals } = read(document)
  const mentions = findRuns(tokens, capitals).flatMap((run) => {
    const parsed = parseRun(tokens, run)
    if (!parsed) return []
    const raw = withEnding(tokens, parsed)
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
