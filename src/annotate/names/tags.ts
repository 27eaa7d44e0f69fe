import { lexicon } from '../../language/en/lexicon.js'
import { names } from '../../language/en/names.js'
import type { Capitals } from './capitals.js'
import type { Tag, Untagged } from './tokens.js'

/**
 * The likeliest class of each token: its classes by the lexicon (or its ending), chosen between by the class of
 * the token before and the shape of the one after, as the first rules of a Brill tagger do.
 */
export function tagTokens(tokens: readonly Untagged[], capitals: Capitals): void {
  const known = lexicon()
  let before: Tag = '.'
  let sentence = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.sentence !== sentence) before = '.'
    sentence = token.sentence
    token.tag = tagOf(token, tokens[i + 1], before, known, capitals)
    before = token.tag
  }
}

const MARKS: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  [',', ','],
  ["'s", "'"],
  ['%', 'N'],
  ...[...'.!?…'].map((mark): [string, Tag] => [mark, '.']),
  ...[...':;'].map((mark): [string, Tag] => [mark, ':']),
  ...[...'$£€'].map((mark): [string, Tag] => [mark, '#']),
  ...['"', '“', '”', "''", '``', '„', '«', '»', '‘', '’', "'"].map((mark): [string, Tag] => [mark, '"']),
])

function tagOf(
  token: Untagged,
  next: Untagged | undefined,
  before: Tag,
  known: ReadonlyMap<string, string>,
  capitals: Capitals,
): Tag {
  if (token.kind === 'mark') return MARKS.get(token.lower) ?? '-'
  if (token.kind === 'number') return '#'
  const listed = known.get(token.lower)
  if (token.kind === 'capital') {
    const headline = capitals.headlines.has(token.sentence)
    if (names.calendar.has(token.lower)) return token.lower === 'may' && headline ? 'M' : 'R'
    if (token.text === 'US' || !listed) return 'P'
    const starts = headline || before === '.' || before === '"' || before === ':'
    if (!CLOSED.has(listed) && (!starts || isName(token, capitals))) return 'P'
  }
  const classes = listed ?? guess(token.lower)
  if (classes.length > 1) return choose(classes, before, next, known)
  if (token.lower === 'her') return next && followsPossessive(next, known) ? 'O' : 'H'
  return classes as Tag
}

const isName = (token: Untagged, { inside }: Capitals) =>
  inside.has(token.text) || names.masculine.has(token.lower) || names.feminine.has(token.lower)

const CLOSED = new Set(['H', 'T', 'O', 'M', 'B', 'I', 'C', 't', 'W', 'R'])

function followsPossessive(next: Untagged, known: ReadonlyMap<string, string>): boolean {
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
  next: Untagged | undefined,
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
      if (first === 'J' && !has('D') && !has('Z')) return first
      return verbFirst(has) ?? first
    case 'W':
      return verbFirst(has) ?? first
    case 'P':
    case 'N':
      if (has('D')) return 'D'
      if (has('Z') && opensObject(next, known)) return 'Z'
      if (first === 'V' && opensObject(next, known)) return first
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

const verbFirst = (has: (tag: Tag) => boolean): Tag | undefined =>
  (['D', 'Z', 'V', 'R', 'E'] as const).find(has)

const nounFollows = (next: Untagged | undefined, known: ReadonlyMap<string, string>) =>
  next !== undefined && next.kind !== 'mark' && 'NSJ'.includes(known.get(next.lower)?.[0] ?? 'N')

/** Whether the next word can start an object or a clause, so that the word before it is a verb. */
function opensObject(next: Untagged | undefined, known: ReadonlyMap<string, string>): boolean {
  if (!next) return false
  if (next.kind === 'capital') return true
  if (next.kind === 'mark') return /["“:'‘]/.test(next.text)
  const first = known.get(next.lower)?.[0]
  return (
    first === 'T' || first === 'O' || first === 'H' || first === 't' || first === 'W' || next.lower === 'that'
  )
}
