import type { Span } from '../../articles/model/article.js'
import type { DateWord } from '../../language/language.js'
import { memoizeWords } from '../../text/memoize-words.js'

/** A word, a run of digits with what joins them ("9-10", "10:35", "2,000"), or one other mark. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark'
  /** Lower case; of a number without its suffix. */
  readonly text: string
  /** Letters that stick to a number: "th", "s", "pm". Lower case; empty otherwise. */
  readonly suffix: string
  readonly capital: boolean
  /** No white space stands before it. */
  readonly glued: boolean
  readonly word: DateWord
}

/** What a word is, wherever it stands. */
type Spelling = Pick<Token, 'text' | 'capital' | 'word'>
export type Words = (text: string, start: number, end: number) => Spelling

export const NO_MEANING: DateWord = {}
const LONGEST_WORD = 24

/** The words of a text by what they mean to the grammar. */
export const wordsOf = (meanings: ReadonlyMap<string, DateWord>): Words =>
  memoizeWords((spelling) => {
    const text = spelling.length > LONGEST_WORD ? '' : spelling.toLowerCase().replace('’', "'")
    const first = spelling[0]!
    const capital = first < '\x80' ? first <= 'Z' : first !== first.toLowerCase()
    return { text, capital, word: meanings.get(text) ?? NO_MEANING }
  })

/** Splits a stretch of text in one scan. */
export function tokens(text: string, { start, end }: Span, words: Words): Token[] {
  const found: Token[] = []
  let at = start
  let glued = false
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      at++
      glued = false
      continue
    }
    const token = isDigit(code)
      ? number(text, at, end, glued)
      : isLetter(code)
        ? word(text, at, end, glued, words)
        : mark(text, at, end, glued)
    found.push(token)
    at = token.end
    glued = true
  }
  return found
}

function number(text: string, start: number, end: number, glued: boolean): Token {
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) continue
    if (!isDigitJoiner(code) || at + 1 >= end || !isDigit(text.charCodeAt(at + 1))) break
  }
  const digits = at
  while (at < end && isLetter(text.charCodeAt(at))) at++
  return {
    kind: 'number',
    start,
    end: at,
    text: digits - start > LONGEST_WORD ? '' : text.slice(start, digits).replaceAll(/[–—−‑]/g, '-'),
    suffix: at - digits > LONGEST_WORD ? '?' : text.slice(digits, at).toLowerCase(),
    capital: false,
    glued,
    word: NO_MEANING,
  }
}

function word(text: string, start: number, end: number, glued: boolean, words: Words): Token {
  let at = start + 1
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) continue
    if (isApostrophe(code) && at + 1 < end && isLetter(text.charCodeAt(at + 1)) && !isGenitive(text, at, end))
      continue
    break
  }
  if (at === start + 1) at = initials(text, start, end)
  const known = words(text, start, Math.min(at, start + LONGEST_WORD + 1))
  return {
    kind: 'word',
    start,
    end: at,
    text: known.text,
    suffix: '',
    capital: known.capital,
    glued,
    word: known.word,
  }
}

/** "a.m.", "U.S.": single letters with full stops are one word. */
function initials(text: string, start: number, end: number): number {
  let at = start + 1
  while (
    at + 1 < end &&
    text[at] === '.' &&
    isLetter(text.charCodeAt(at + 1)) &&
    !isLetter(text.charCodeAt(at + 2) || 0)
  )
    at += 2
  return at > start + 1 && text[at] === '.' && at < end ? at + 1 : at
}

function mark(text: string, start: number, end: number, glued: boolean): Token {
  const genitive = isApostrophe(text.charCodeAt(start)) && glued && isGenitive(text, start, end)
  return {
    kind: 'mark',
    start,
    end: genitive ? start + 2 : start + 1,
    text: genitive ? "'s" : text[start]!,
    suffix: '',
    capital: false,
    glued,
    word: NO_MEANING,
  }
}

function isGenitive(text: string, at: number, end: number): boolean {
  const next = text[at + 1]
  return (
    at + 1 < end && (next === 's' || next === 'S') && (at + 2 >= end || !isLetter(text.charCodeAt(at + 2)))
  )
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019
const isLetter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x2c00 && code < 0x2e00) ||
  (code >= 0x3040 && code < 0xe000)
const isSpace = (code: number) =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfeff
/** `.`, `,`, `:`, `/`, hyphens and dashes. */
const isDigitJoiner = (code: number) =>
  code === 0x2e ||
  code === 0x2c ||
  code === 0x3a ||
  code === 0x2f ||
  code === 0x2d ||
  (code >= 0x2010 && code <= 0x2015)
