import { documentOfText } from '../../../annotate/document.js'
import type { Token } from '../../../annotate/names.js'
import { read } from '../../../annotate/names.js'
import type { Span } from '../../../articles/model/article.js'
import { questions as english } from '../../../language/en/questions/questions.js'

/** Longer phrases are no answer but a sentence. */
const LONGEST_PHRASE = 12

/** A sentence is asked several times in a row. */
let last: { readonly sentence: string; readonly tokens: readonly Token[] } | null = null

/** The words and marks of a sentence with their classes. */
export function tokensOf(sentence: string): readonly Token[] {
  if (last?.sentence !== sentence) last = { sentence, tokens: read(documentOfText(sentence)).tokens }
  return last.tokens
}

export interface Phrase extends Span {
  /** How many plain phrases it joins. */
  readonly parts: number
  /** How many of them are joined by "of". */
  readonly ofs: number
  /** Whether "and" or a comma joins them. */
  readonly list: boolean
}

/** The noun phrases of a sentence: each alone, with its "of", and joined by "and" or a comma to the next. */
export function nounPhrases(tokens: readonly Token[]): Phrase[] {
  const plain = plainPhrases(tokens)
  const found = plain.map((run) => ({ ...run, parts: 1, ofs: 0, list: false }))
  for (const [i, first] of plain.entries()) {
    let last = first
    let parts = 1
    let ofs = 0
    let list = false
    for (const next of plain.slice(i + 1, i + 4)) {
      const link = tokens.slice(last.to, next.from).map(({ lower }) => lower)
      if (!LINKS.has(link.join(' ')) || next.to - first.from > LONGEST_PHRASE) break
      parts++
      if (link[0] === 'of') ofs++
      list ||= LISTING.has(link[0] ?? '')
      found.push({ from: first.from, to: next.to, parts, ofs, list })
      last = next
    }
  }
  return found.map(({ from, to, parts, ofs, list }) => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    parts,
    ofs,
    list,
  }))
}

const LINKS = new Set([
  'of',
  'of the',
  'of a',
  'and',
  'and the',
  ',',
  ', and',
  'or',
  'for',
  'for the',
  'in',
  'in the',
  'to',
])

const LISTING = new Set(['and', ',', 'or'])

interface Run {
  readonly from: number
  readonly to: number
}

function plainPhrases(tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  let from = 0
  while (from < tokens.length) {
    let to = from
    while (to < tokens.length && INSIDE.has(tokens[to]!.tag) && to - from < LONGEST_PHRASE) to++
    let head = to
    while (head > from && !HEADS.has(tokens[head - 1]!.tag)) head--
    let start = from
    while (start < head && LEADING.has(tokens[start]!.tag)) start++
    if (head > start) runs.push({ from: start, to: head })
    from = Math.max(to, from) + 1
  }
  return runs
}

// "R" and "E", "G": "highly enriched uranium", "written guarantees", "fighting vehicles".
const INSIDE = new Set(['N', 'S', 'P', 'J', 'E', 'G', '#', "'", 'O', 'T'])
const HEADS = new Set(['N', 'S', 'P', '#', 'G'])
const LEADING = new Set(['T', 'O', "'"])

/** Numbers with what belongs to them: "$3.5 million", "two dozen", "40 percent", the "five" of "five-seat". */
export function numbers(tokens: readonly Token[]): Span[] {
  const found: Span[] = []
  for (let at = 0; at < tokens.length; at++) {
    const length = numberLength(tokens[at]!)
    if (length === 0 || isPronoun(tokens, at)) continue
    const start = tokens[numberStart(tokens, at)]!.start
    if (length < tokens[at]!.text.length) {
      found.push({ start, end: tokens[at]!.start + length })
      continue
    }
    let end = at + 1
    while (end < tokens.length && continuesNumber(tokens, end)) end++
    while (end > at + 1 && DASH.test(tokens[end - 1]!.text)) end--
    while (end < tokens.length && belongs(tokens[end]!.lower)) end++
    found.push({ start, end: tokens[end - 1]!.end })
    at = end - 1
  }
  return found
}

/** "ONE of the reasons" counts nothing. */
const isPronoun = (tokens: readonly Token[], at: number) =>
  tokens[at]!.lower === english.pronoun && tokens[at + 1]?.lower === 'of'

/** Where a number begins: "$3 million", "SEVERAL thousand", "A FEW hundred". */
function numberStart(tokens: readonly Token[], at: number): number {
  if (CURRENCY_SIGN.test(tokens[at - 1]?.text ?? '')) return at - 1
  let from = at
  if (english.multiples.has(tokens[at]!.lower))
    while (from > 0 && english.quantifiers.has(tokens[from - 1]!.lower)) from--
  return from
}

/** "Forty THOUSAND", "twenty–THIRTY", "$1.9 BN", "tens OF thousands". */
function continuesNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (numberLength(token) > 0 || DASH.test(token.text) || english.scales.has(token.lower)) return true
  return (
    token.lower === 'of' &&
    [tokens[at - 1], tokens[at + 1]].every((one) => english.multiples.has(one?.lower ?? ''))
  )
}

const CURRENCY_SIGN = /^\p{Sc}$/u
const DASH = /^[-–]$/
const belongs = (word: string) => english.unitWords.has(word) || english.currencies.has(word)

/** How many characters of a token are a number: all of "20", "twenty-two" and "two-thirds", three of "six-year". */
function numberLength({ kind, lower }: Token): number {
  if (kind === 'mark') return 0
  const parts = lower.split('-')
  let length = -1
  for (const part of parts) {
    if (!/^\p{N}/u.test(part) && !english.numberWords.has(part)) break
    length += part.length + 1
  }
  return Math.max(0, length)
}

/** What follows one of the words, to the end of its clause: "by LOWERING THE BRIDGE". */
export function clausesFrom(tokens: readonly Token[], cues: ReadonlySet<string>): Span[] {
  return tokens.flatMap(({ lower, start }, at) =>
    cues.has(lower) && at + 1 < tokens.length ? [{ start, end: clauseEnd(tokens, at) }] : [],
  )
}

/** The end of the clause that a token stands in. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1
  while (to < tokens.length && to - from < LONGEST_CLAUSE && !CLAUSE_ENDS.has(tokens[to]!.tag)) to++
  return tokens[to - 1]!.end
}

const LONGEST_CLAUSE = 16
const CLAUSE_ENDS = new Set([',', '.', ':', '"', '-', 'C', 'W'])

/** What stands in quotation marks, up to the length of a title or a slogan. */
export function quoted(sentence: string): Span[] {
  return [...sentence.matchAll(/[“"]([^“”"]{2,80}?)[,.]?[”"]/g)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + match[1]!.length,
  }))
}

/** What is said of a name that ends at a place: "Acme, A MAKER OF TOYS, …", "Acme is A MAKER OF TOYS that …". */
export function definitions(sentence: string, nameEnd: number): Span[] {
  const [, lead = '', said = ''] = DEFINITION.exec(sentence.slice(nameEnd)) ?? []
  const relative = said.search(english.relatives)
  const text = (relative < 0 ? said : said.slice(0, relative)).trimEnd()
  const start = nameEnd + lead.length
  return text ? [{ start, end: start + text.length }] : []
}

const anyOf = (words: ReadonlySet<string>) => [...words].join('|')
// A number may belong to the name: "Apollo 11, the first landing". A definition begins with "a", "the" or an owner.
const DEFINITION = new RegExp(
  `^((?: \\p{N}+)?[”"’]?(?:, (?:which (?:is|was) )?| \\(| [-–—] | (?:${anyOf(english.copulas)}) ))((?:(?:${anyOf(english.determiners)})|(?:the )?[\\p{L}-]+['’]s?) [^,;:.!?()“”"—–]{3,120})`,
  'u',
)
