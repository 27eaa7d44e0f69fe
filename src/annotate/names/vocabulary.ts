import { names as data } from '../../language/en/names/names.js'
import { type CueSenses, cueSenses } from '../../language/en/speech/cue-senses.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import type { WordClass } from '../../language/language.js'
import { memoizeWords } from '../../text/memoize-words.js'
import { type NameTraits, nameTraits } from './traits.js'

/**
 * A word class, or for marks: `,` `.` (ends a sentence) `:` `"` (quotation mark) `'` (possessive) `-` (others).
 */
export type Tag = WordClass | ',' | '.' | ':' | '"' | "'" | '-'

/** `capital`: a word that starts with a capital letter. */
export type TokenKind = 'word' | 'capital' | 'number' | 'mark'

/** What is known of a word, number or mark wherever it stands: all its tokens share it. */
export interface Word {
  /** As printed. */
  readonly text: string
  /** Lower case, with typographic apostrophes made straight. */
  readonly lower: string
  readonly kind: TokenKind
  /** Whether the lexicon holds it. */
  readonly listed: boolean
  /** The classes it may have, likeliest first: by the lexicon, or by its ending. Empty for marks and numbers. */
  readonly classes: string
  /** Its class, where neither its place nor its neighbours bear on it. */
  readonly fixed: Tag | null
  /** An article, a preposition, a pronoun, an auxiliary and the like: no adverb. */
  readonly functional: boolean
  readonly name: NameTraits
  /** Whether a noun phrase may go on with it behind an adjective, and behind a possessive. */
  readonly nominal: boolean
  readonly owned: boolean
  /** Whether it can start an object or a clause, so that the word before it is a verb. */
  readonly opensObject: boolean
  /** What it attributes words said as; null for most words. */
  readonly cue: CueSenses | null
}

/** The word that stands at `start..end` of a text. */
export const wordAt: (text: string, start: number, end: number) => Word = memoizeWords(describe)

/** The word of a spelling. */
export const wordOf = (text: string): Word => wordAt(text, 0, text.length)

function describe(text: string): Word {
  const kind = isPrefixed(text) ? 'capital' : kindOf(text.charCodeAt(0))
  const lower = lowerOf(text, kind)
  const listing = lexicon().get(lower)
  const isWord = kind === 'word' || kind === 'capital'
  const classes = isWord ? (listing ?? guess(lower)) : ''
  const first = listing?.[0] ?? 'N'
  return {
    text,
    lower,
    kind,
    listed: listing !== undefined,
    classes,
    fixed: fixedTag(lower, kind, classes),
    functional: listing !== undefined && FUNCTIONAL.includes(listing),
    name: nameTraits(lower),
    nominal: kind !== 'mark' && 'NSJ'.includes(first),
    owned: kind !== 'mark' && 'NSJGEVD'.includes(first),
    opensObject:
      kind === 'mark'
        ? /["“:'‘]/.test(text)
        : kind === 'capital' || lower === 'that' || lower === 'her' || 'TOHtW'.includes(first),
    cue: cueSenses().get(lower) ?? null,
  }
}

/** "al-Daghri", "d'Arc": a name, though it starts with a small letter. */
function isPrefixed(text: string): boolean {
  const mark = text.search(/[-’']/)
  return mark > 0 && /^\p{Lu}/u.test(text.slice(mark + 1)) && data.prefixes.has(text.slice(0, mark))
}

const FUNCTIONAL = 'HTOMBICtW'

function fixedTag(lower: string, kind: TokenKind, classes: string): Tag | null {
  if (kind === 'mark') return MARKS.get(lower) ?? '-'
  if (kind === 'number') return '#'
  return kind === 'word' && classes.length === 1 && lower !== 'her' ? (classes as Tag) : null
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

function lowerOf(text: string, kind: TokenKind): string {
  if (kind === 'mark') return text === '’s' ? "'s" : text
  return (text.includes('’') ? text.replaceAll('’', "'") : text).toLowerCase()
}

function kindOf(code: number): TokenKind {
  if (isDigit(code)) return 'number'
  if (!isWordCode(code)) return 'mark'
  const char = String.fromCharCode(code)
  return char !== char.toLowerCase() ? 'capital' : 'word'
}

export const isFirstName = ({ name }: Word) => name.masculine || name.feminine

export const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** Letters and digits of any script; general punctuation and the like are marks. */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x3020) &&
    code !== 0xfeff &&
    code !== 0xfffd
  )
}
