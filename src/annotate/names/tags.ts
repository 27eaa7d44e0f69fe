import { lexicon } from '../../language/en/lexicon.js'
import { names } from '../../language/en/names.js'
import type { WordClass } from '../../language/language.js'
import type { Capitals } from './capitals.js'
import type { Token } from './tokens.js'

/** A word class, or for marks: `,` `.` (ends a sentence) `:` `"` (quotation mark) `'` (possessive) `-` (others). */
export type Tag = WordClass | ',' | '.' | ':' | '"' | "'" | '-'

/**
 * The likeliest class of each token: its classes by the lexicon (or its ending), chosen between by the class of
 * the token before and the shape of the one after, as the first rules of a Brill tagger do.
 */
export function tagTokens(tokens: readonly Token[], capitals: Capitals): Tag[] {
  const known = lexicon()
  const tags: Tag[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const before = i > 0 && tokens[i - 1]!.sentence === token.sentence ? tags[i - 1]! : '.'
    tags.push(tagOf(token, tokens[i + 1], before, known, capitals))
  }
  return tags
}

const MARKS: Readonly<Record<string, Tag>> = {
  ',': ',',
  '.': '.',
  '!': '.',
  '?': '.',
  '…': '.',
  ':': ':',
  ';': ':',
  '"': '"',
  '“': '"',
  '”': '"',
  "''": '"',
  '``': '"',
  '%': 'N',
  $: '#',
  '£': '#',
  '€': '#',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
}

function tagOf(
  token: Token,
  next: Token | undefined,
  before: Tag,
  known: ReadonlyMap<string, string>,
  capitals: Capitals,
): Tag {
  if (token.kind === 'mark') return token.lower === "'s" ? "'" : (MARKS[token.text] ?? '-')
  if (token.kind === 'number') return '#'
  if (token.lower === "'s") return "'"
  const headline = capitals.headlines.has(token.sentence)
  const starts = headline || before === '.' || before === '"' || before === ':'
  const listed = known.get(token.lower)
  if (names.calendar.has(token.lower) && token.kind === 'capital')
    return token.lower === 'may' && headline ? 'M' : 'R'
  if (
    token.kind === 'capital' &&
    !(listed && CLOSED.has(listed)) &&
    (!starts || !listed || isName(token, capitals))
  )
    return 'P'
  if (token.text === 'US') return 'P'
  const classes = listed ?? guess(token.lower)
  if (token.lower === 'her') return next && followsPossessive(next, known) ? 'O' : 'H'
  if (token.lower === 'so' || token.lower === 'yet') return 'R'
  if (classes.length === 1) return classes as Tag
  return choose(classes, before, next, known)
}

const isName = (token: Token, { inside }: Capitals) =>
  inside.has(token.text) || names.masculine.has(token.lower) || names.feminine.has(token.lower)

const CLOSED = new Set(['H', 'T', 'O', 'M', 'B', 'I', 'C', 't', 'W', 'R'])

function followsPossessive(next: Token, known: ReadonlyMap<string, string>): boolean {
  if (next.kind === 'mark') return false
  const classes = known.get(next.lower)
  return !classes || 'NSJGEVD'.includes(classes[0]!)
}

/** The classes of a word that no list holds, by its ending. */
function guess(word: string): string {
  if (word.endsWith('ing')) return 'GN'
  if (word.endsWith('ed')) return 'DEJ'
  if (word.endsWith('ly')) return 'R'
  if (word.includes('-')) return 'JN'
  if (/(?:ous|ful|ive|able|ible|ical|ish|less|ary|ic)$/.test(word)) return 'J'
  if (word.endsWith('s') && !word.endsWith('ss')) return 'SZ'
  return 'N'
}

function choose(
  classes: string,
  before: Tag,
  next: Token | undefined,
  known: ReadonlyMap<string, string>,
): Tag {
  const has = (tag: Tag) => classes.includes(tag)
  const first = classes[0] as Tag
  switch (before) {
    case 'T':
    case 'O':
    case "'":
    case 'J':
    case '#':
      for (const tag of ['J', 'N', 'S', 'E', 'G'] as const) {
        if (has(tag) && (tag !== 'J' || first === 'J' || nounFollows(next, known))) return tag
      }
      return first
    case 't':
    case 'M':
      return has('V') ? 'V' : first
    case 'B':
      for (const tag of ['E', 'G', 'J', 'V', 'N'] as const) if (has(tag)) return tag
      return first
    case 'H':
    case 'W':
      for (const tag of ['D', 'Z', 'V', 'R', 'E'] as const) if (has(tag)) return tag
      return first
    case 'P':
    case 'N':
      if (has('D')) return 'D'
      if (has('Z') && opensObject(next, known)) return 'Z'
      return has('S') ? 'S' : has('N') ? 'N' : first
    case 'S':
      if (has('D')) return 'D'
      if (has('V') && (first === 'V' || opensObject(next, known))) return 'V'
      return first
    case 'R':
      if (has('D')) return 'D'
      return first
    default:
      return first
  }
}

const nounFollows = (next: Token | undefined, known: ReadonlyMap<string, string>) =>
  next !== undefined && next.kind !== 'mark' && 'NSJ'.includes(known.get(next.lower)?.[0] ?? 'N')

/** Whether the next word can start an object or a clause, so that the word before it is a verb. */
function opensObject(next: Token | undefined, known: ReadonlyMap<string, string>): boolean {
  if (!next) return false
  if (next.kind === 'capital') return true
  if (next.kind === 'mark') return /["“:'‘]/.test(next.text)
  const first = known.get(next.lower)?.[0]
  return (
    first === 'T' || first === 'O' || first === 'H' || first === 't' || first === 'W' || next.lower === 'that'
  )
}
