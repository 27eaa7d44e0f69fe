import type { Document } from '../annotations.js'
import type { RawName } from './parse.js'
import type { Run } from './runs.js'
import type { Token } from './tokens.js'

/** How many words a role may have: "secretary of the National Security and Defence Council". */
const LONGEST_ROLE = 14

/** What the text calls a person beside the name: the title before it, or the apposition after or before. */
export function roleOf(document: Document, tokens: readonly Token[], name: RawName): string | null {
  const role = titleBefore(tokens, name) ?? appositionAfter(tokens, name) ?? appositionBefore(tokens, name)
  return role
    ? document.text.slice(tokens[role.from]!.start, tokens[role.to - 1]!.end).replace(/\s+/g, ' ')
    : null
}

/** "Foreign Minister", "White House press secretary", "former president". */
function titleBefore(tokens: readonly Token[], name: RawName): Run | null {
  const to = name.role?.to ?? name.from
  if (name.kind !== null && name.kind !== 'person') return null
  const last = tokens[to - 1]
  if (!last || last.sentence !== tokens[name.from]!.sentence) return null
  if (!name.role && !(last.kind === 'word' && last.word.name.headTitle)) return null
  const from = name.role?.from ?? to - 1
  // "… after the singer's death Dr Berg": a form of address is nobody's.
  if (tokens[from]!.word.name.honorific || tokens[from]!.lower === 'dr') return { from, to }
  return { from: withPossessor(tokens, nounPhraseStart(tokens, from)), to }
}

/** Back over the modifiers of a noun phrase, without its article. */
function nounPhraseStart(tokens: readonly Token[], at: number): number {
  let from = at
  while (
    from > 0 &&
    at - from < 6 &&
    tokens[from - 1]!.sentence === tokens[at]!.sentence &&
    ('NJP'.includes(tokens[from - 1]!.tag) || isPluralModifier(tokens, from - 1)) &&
    // "his predecessor at the firm last *year Norland* Chief Executive": another phrase ends before a name.
    !(isCommonNoun(tokens[from - 1]!) && tokens[from]!.tag === 'P')
  )
    from--
  return from
}

const isCommonNoun = ({ kind, tag, word: { name } }: Token) =>
  tag === 'N' && kind === 'word' && !name.title && !name.shortTitle

/** "foreign *affairs* adviser". */
const isPluralModifier = (tokens: readonly Token[], at: number) =>
  tokens[at]!.tag === 'S' &&
  'NP'.includes(tokens[at + 1]!.tag) &&
  "TOJNP'".includes(tokens[at - 1]?.tag ?? ' ')

/** Back over the possessor of a noun phrase: "*Norway's* minister", "*the president's* adviser". */
function withPossessor(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.tag !== "'" || tokens[at - 1]!.sentence !== tokens[at]!.sentence) return at
  const noun = tokens[at - 2]
  return noun && (noun.tag === 'P' || noun.word.name.headTitle) ? nounPhraseStart(tokens, at - 2) : at
}

/** ", the president of Ukraine," and ", now a senior fellow at an institute," */
function appositionAfter(tokens: readonly Token[], name: RawName): Run | null {
  if (tokens[name.to]?.text !== ',' || tokens[name.to]!.sentence !== tokens[name.from]!.sentence) return null
  let from = name.to + 1
  if (tokens[from]?.lower === 'now' || tokens[from]?.lower === 'then') from++
  if (tokens[from]?.tag === 'T' || tokens[from]?.tag === 'O') from++
  // "Anna, *and her husband* …": somebody else.
  if (tokens[from]?.tag === 'C') return null
  let head = false
  for (let to = from; to < tokens.length && to - from <= LONGEST_ROLE; to++) {
    const token = tokens[to]!
    if (token.sentence !== tokens[from]!.sentence) return null
    if (token.word.name.headTitle && !tokens.slice(from, to).some(({ tag }) => tag === 'I')) head = true
    if (token.text === ',' || tokens[to]?.tag === 'W' || tokens[to]?.tag === '.' || tokens[to]?.tag === '-')
      return head && to > from ? { from, to } : null
    if ('VZDMHB":'.includes(tokens[to]!.tag) && !token.word.name.headTitle) return null
  }
  return null
}

/** "The president's foreign affairs adviser, Anna Berg," */
function appositionBefore(tokens: readonly Token[], name: RawName): Run | null {
  const comma = name.from - 1
  const head = tokens[comma - 1]
  if (tokens[comma]?.text !== ',' || !head || head.sentence !== tokens[name.from]!.sentence) return null
  if (name.kind !== 'person' && (name.kind !== null || name.words.length < 2)) return null
  const at = headBefore(tokens, comma - 1)
  if (at < 0 || !tokens[at]!.word.name.headTitle || tokens[at]!.tag === 'P') return null
  const from = nounPhraseStart(tokens, at)
  const article = tokens[from - 1]?.tag
  return article === 'T' || article === 'O' || article === "'"
    ? { from: withPossessor(tokens, from), to: comma }
    : null
}

/** How far before a comma the head of a role may stand. */
const TAIL = 5

/** The head of the role that ends at an item: "the *ambassador* in Vienna"; -1 where there is none. */
function headBefore(tokens: readonly Token[], end: number): number {
  if (tokens[end]!.tag !== 'P') return end
  let at = end
  while (at > 0 && end - at < TAIL && 'PT'.includes(tokens[at]!.tag)) at--
  return tokens[at]!.tag === 'I' && tokens[at]!.sentence === tokens[end]!.sentence ? at - 1 : -1
}
