import { sentences } from '../../language/en/text/sentences.js'
import { CONTRACTIONS } from '../../language/en/words/contractions.js'

/** The words and marks of a piece of text, as the Penn Treebank tells them apart, and where they stand in it. */
export interface TreebankTokens {
  /** In the treebank's form: opening and closing quotation marks `` and '', brackets -LRB- and -RRB-, dashes --. */
  readonly words: readonly string[]
  /** UTF-16 offsets into the whole text. */
  readonly starts: readonly number[]
  /** Exclusive. */
  readonly ends: readonly number[]
}

/** Longer runs of letters are no words. */
const LONGEST_WORD = 60

/**
 * Splits `text.slice(start, end)` (one sentence) in linear time. "Can't" becomes "ca", "n't"; "Ann's" "Ann", "'s";
 * "whos" "who", "'s". Hyphens, and full stops of abbreviations, belong to the word.
 */
export function treebankTokens(text: string, start = 0, end = text.length): TreebankTokens {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (from: number, to: number, form?: string) => {
    words.push(form ?? text.slice(from, to).replaceAll('’', "'"))
    starts.push(from)
    ends.push(to)
  }
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) {
      at++
      continue
    }
    const limit = Math.min(end, at + LONGEST_WORD)
    if (isWordCode(code) || startsWord(text, at, limit, code)) {
      const to = wordEnd(text, at, limit, end)
      addWord(text, at, to, add)
      at = to
    } else {
      at = addMark(text, at, start, end, add)
    }
  }
  return { words, starts, ends }
}

type Add = (from: number, to: number, form?: string) => void

function addWord(text: string, at: number, to: number, add: Add): void {
  const length = to - at
  if (length > 3) {
    const apostrophe = text.charCodeAt(to - 2)
    if (isApostrophe(apostrophe) && lowerCode(text, to - 3) === N && lowerCode(text, to - 1) === T) {
      add(at, to - 3)
      add(to - 3, to)
      return
    }
  }
  if (length > 1 && length < 10) {
    const known = CONTRACTIONS.get(text.slice(at, to).toLowerCase())
    if (known && !isAllCapital(text, at, to)) {
      add(at, at + known[0])
      add(at + known[0], to, known[1])
      return
    }
  }
  add(at, to)
}

const N = 0x6e
const T = 0x74

/** "ID" and "IM" are none of "I'd" and "I'm". */
const isAllCapital = (text: string, at: number, to: number) => {
  const word = text.slice(at, to)
  return to - at < 4 && word === word.toUpperCase()
}

/** What a mark at `at` is; tells where it ends. */
function addMark(text: string, at: number, start: number, end: number, add: Add): number {
  const sign = text[at]!
  const next = at + 1 < end ? text[at + 1]! : ''
  if (isApostrophe(sign.charCodeAt(0))) return addApostrophe(text, at, start, end, add)
  const fixed = FORMS.get(sign)
  if (sign === '"') {
    add(at, at + 1, opens(text, at, start, end) ? '``' : "''")
    return at + 1
  }
  if (sign === '`' || sign === '‘') {
    const doubled = next === sign
    add(at, at + (doubled ? 2 : 1), doubled ? '``' : '`')
    return at + (doubled ? 2 : 1)
  }
  if (fixed !== undefined) {
    add(at, at + 1, fixed)
    return at + 1
  }
  let to = at + 1
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code < 0xdc00 && to < end) to++
  else if (REPEATED.includes(sign)) while (to < end && text[to] === sign) to++
  add(at, to, sign === '.' && to > at + 1 ? '...' : sign === '-' && to > at + 1 ? '--' : undefined)
  return to
}

const REPEATED = '.-_*=~!?#+'
const FORMS: ReadonlyMap<string, string> = new Map([
  ...[...'“„«‟'].map((sign): [string, string] => [sign, '``']),
  ...[...'”»'].map((sign): [string, string] => [sign, "''"]),
  ...[...'‚‹'].map((sign): [string, string] => [sign, '`']),
  ['›', "'"],
  ...[...'—–―'].map((sign): [string, string] => [sign, '--']),
  ['…', '...'],
  ['(', '-LRB-'],
  [')', '-RRB-'],
  ['[', '-LSB-'],
  [']', '-RSB-'],
  ['{', '-LCB-'],
  ['}', '-RCB-'],
])

function addApostrophe(text: string, at: number, start: number, end: number, add: Add): number {
  if (at + 1 < end && isApostrophe(text.charCodeAt(at + 1))) {
    add(at, at + 2, opens(text, at, start, end) ? '``' : "''")
    return at + 2
  }
  const suffix = at > start && isWordCode(text.charCodeAt(at - 1)) ? suffixEnd(text, at, end) : 0
  if (suffix > 0) {
    add(at, suffix)
    return suffix
  }
  add(at, at + 1, text[at] === "'" && opens(text, at, start, end) ? '`' : "'")
  return at + 1
}

/** Where 's, 're, 've, 'll, 'd or 'm ends that stands at `at`; 0 where there is none. */
function suffixEnd(text: string, at: number, end: number): number {
  let to = at + 1
  while (to < end && to < at + 4 && isWordCode(text.charCodeAt(to))) to++
  return SUFFIXES.has(text.slice(at + 1, to).toLowerCase()) ? to : 0
}

const SUFFIXES = new Set(['s', 're', 've', 'll', 'd', 'm'])

/** Whether a straight quotation mark opens: a blank, a bracket or a dash stands before it, and no blank behind. */
function opens(text: string, at: number, start: number, end: number): boolean {
  const before = at > start ? text.charCodeAt(at - 1) : 0x20
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 0x20
  return (isBlank(before) || OPENERS.includes(String.fromCharCode(before))) && !isBlank(after)
}

const OPENERS = '([{—–-"“‘\''

/** "’90s", "#MeToo", "@name", ".5". */
function startsWord(text: string, at: number, limit: number, code: number): boolean {
  if (at + 1 >= limit) return false
  const next = text.charCodeAt(at + 1)
  const apart = at === 0 || !isWordCode(text.charCodeAt(at - 1))
  if (isApostrophe(code)) return apart && isDigit(next) && at + 2 < limit && isDigit(text.charCodeAt(at + 2))
  return apart && ((code === 0x23 && isLetterCode(next)) || (code === 0x40 && isWordCode(next)))
}

function wordEnd(text: string, at: number, limit: number, end: number): number {
  let to = at + 1
  while (to < limit) {
    const code = text.charCodeAt(to)
    if (isWordCode(code) || code === 0x5f) {
      to++
      continue
    }
    const next = to + 1 < limit ? text.charCodeAt(to + 1) : 0
    if (isApostrophe(code)) {
      if (isNegation(text, to, end)) return to + 2
      if (!isWordCode(next) || suffixEnd(text, to, end) > 0) break
    } else if (!joins(text, at, to, code, next)) break
    to++
  }
  return to < end && text[to] === '.' && keepsStop(text, at, to, end) ? to + 1 : to
}

/** "n't" around the apostrophe at `at`. */
const isNegation = (text: string, at: number, end: number) =>
  at + 1 < end &&
  lowerCode(text, at - 1) === N &&
  lowerCode(text, at + 1) === T &&
  !(at + 2 < end && isWordCode(text.charCodeAt(at + 2)))

/** Whether a mark within a word belongs to it: "so-called", "1,200", "3.5", "10:30", "U.S", "AT&T", "and/or". */
function joins(text: string, start: number, at: number, code: number, next: number): boolean {
  if (code === 0x2d || code === 0x2011 || code === 0x26 || code === 0x2f) return isWordCode(next)
  const digits = isDigit(next) && isDigit(text.charCodeAt(at - 1))
  if (code === 0x2c || code === 0x3a) return digits
  if (code === 0xad || code === 0x200d) return true
  if (code !== 0x2e) return false
  const single = at - 1 === start || !isWordCode(text.charCodeAt(at - 2))
  return digits || (single && isLetterCode(text.charCodeAt(at - 1)) && isWordCode(next))
}

/** Whether the full stop at `at` is one of an abbreviation. At the end of a sentence only a capital keeps its own. */
function keepsStop(text: string, start: number, at: number, end: number): boolean {
  const inner = text.slice(start, at)
  if (inner.includes('.')) return isLetterCode(text.charCodeAt(at - 1))
  const first = inner.charCodeAt(0)
  const isCapital = inner[0] !== inner[0]!.toLowerCase()
  let rest = at + 1
  while (rest < end && !isWordCode(text.charCodeAt(rest))) rest++
  if (inner.length === 1) return isLetterCode(first) && isCapital && (rest < end || inner !== 'I')
  const lower = inner.toLowerCase()
  const known = sentences.titlesBeforeNames.has(lower) || sentences.abbreviations.has(lower)
  return known && (rest < end || (isCapital && lower !== 'no'))
}

const lowerCode = (text: string, at: number) => text.charCodeAt(at) | 0x20
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019
const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isLetterCode = (code: number) => isWordCode(code) && !isDigit(code)
const isBlank = (code: number) =>
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x202f ||
  code === 0xfeff

/** Letters and digits of any script; general punctuation and the like are marks. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return (
    (code >= 0xc0 || code === 0xaa || code === 0xb5 || code === 0xba) &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x3020) &&
    !(code >= 0xd800 && code <= 0xdfff) &&
    code !== 0xfeff &&
    code !== 0xfffd
  )
}
