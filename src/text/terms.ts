import { search as english } from '../language/en/search.js'
import type { SearchData } from '../language/language.js'
import { LONGEST_WORD } from './units.js'

/** A term of the index and the place in the text it comes from. */
export interface Term {
  readonly term: string
  readonly start: number
  readonly end: number
  /** A word that says nothing about a topic. */
  readonly stop: boolean
}

// Letters and digits; inside a word also an apostrophe, a full stop (U.S.) or a digit separator (100,000; 100 000,
// with a space that does not break, or before three zeros with any).
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’.]|(?<=\p{N})[,\u00a0\u2009\u202f](?=\p{N}{3})|(?<=(?<![\p{N}.,])\p{N}{1,3}) (?=000(?!\p{N})))[\p{L}\p{N}\p{M}]+)*/gu
const LETTERS = /^\p{L}+$/u
/** What designations are made of ("F-16", "S-300"): letters, and a number behind the hyphen. */
const DESIGNATION = /^\p{N}+\p{L}?$/u
/** "l'Elysée", "d’Estaing": an article or preposition of another language before a vowel. */
const ELISION = /^(?:[ldjmnstc]|qu|dell|dall|nell|sull|all|un)['’](?=[aeiouyhàâäéèêëîïôöûü])/iu
/** Languages that put no spaces between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u
const HYPHENS = '-‐‑'

/** Characters. No two words become one that is longer. */
const LONGEST_COMPOUND = 24

/** What a word is, wherever it stands. */
interface Reading {
  /** In lower case, without marks, possessive and separators. */
  readonly text: string
  readonly term: string
  readonly stop: boolean
  /** Whether an alias of two words begins with it. */
  readonly beginsAlias: boolean
  /** Whether a phrasal verb begins with it. */
  readonly beginsPhrase: boolean
}

interface Word {
  readonly reading: Reading
  readonly raw: string
  readonly start: number
  readonly end: number
}

/**
 * Turns texts into index terms, the same way for articles and for questions: lower case without diacritics
 * or possessives, numbers without separators, aliases united, then stemmed. What was read of a word is kept,
 * since to read it anew each time would be the slowest step of indexing.
 */
export class Analyzer {
  readonly #data: SearchData
  readonly #keepStopWords: boolean
  readonly #readings: Map<string, Reading>
  readonly #aliasStarts: ReadonlySet<string>
  readonly #phraseStarts: ReadonlySet<string>

  constructor({
    data = english,
    keepStopWords = false,
  }: { data?: SearchData; keepStopWords?: boolean } = {}) {
    this.#data = data
    this.#keepStopWords = keepStopWords
    this.#readings = readingsBy(data)
    this.#aliasStarts = firstWords(data.aliases.keys())
    this.#phraseStarts = firstWords(data.phrasalVerbs.keys())
  }

  /**
   * The terms of a text in order. A word of several parts ("cease-fire", "1963-64") gives each part, and, where it is
   * of letters or a designation ("F-16"), the whole without the hyphen.
   */
  terms(text: string): Term[] {
    const found: Term[] = []
    let previous: (Word & { readonly at: number }) | null = null
    for (const match of text.matchAll(WORD)) {
      const [raw] = match
      if (raw.length > LONGEST_WORD) {
        previous = null
        continue
      }
      const start = match.index
      const reading = this.#read(raw)
      const word: Word = { reading, raw, start, end: start + raw.length }
      // "United States": the second word completes an alias that the first one began.
      const pair = previous?.reading.beginsAlias
        ? this.#data.aliases.get(`${previous.reading.text} ${reading.text}`)
        : undefined
      if (pair && previous) {
        if (previous.at < found.length) found.pop()
        found.push({ term: pair, start: previous.start, end: word.end, stop: false })
        previous = null
        continue
      }
      // "Turned down": one meaning of two words, and none of either.
      const phrase = previous?.reading.beginsPhrase
        ? this.#data.phrasalVerbs.get(`${previous.reading.term} ${reading.text}`)
        : undefined
      if (phrase !== undefined && previous && !this.#keepStopWords) {
        if (previous.at < found.length) found.pop()
        if (phrase) found.push({ term: phrase, start: previous.start, end: word.end, stop: false })
        previous = null
        continue
      }
      const at = found.length
      const { term, stop } = reading
      if (UNSPACED.test(raw)) found.push(...pairsOf(raw, start))
      else if (!stop || this.#keepStopWords) found.push({ term, start, end: word.end, stop })
      const elided = ELISION.exec(raw)?.[0].length
      if (elided) {
        const { term, stop } = this.#read(raw.slice(elided))
        if (!stop) found.push({ term, start: start + elided, end: word.end, stop })
      }
      const whole = previous ? this.#compound(previous, word, text) : null
      if (whole) found.push(whole)
      previous = { reading, raw, start, end: word.end, at }
    }
    return found
  }

  /** The distinct terms of a text, in order of their first occurrence. */
  distinct(text: string): string[] {
    return [...new Set(this.terms(text).map(({ term }) => term))]
  }

  #read(raw: string): Reading {
    const known = this.#readings.get(raw)
    if (known) return known
    const text = normalize(raw)
    // "US" the country, written in capitals, is not the stop word "us".
    const alias = this.#data.aliases.get(raw === 'US' ? 'u.s' : text)
    const plain = text.replace(/['’.](?!\p{N})/gu, '')
    const term = alias ?? this.#data.stem(plain)
    const reading = {
      text,
      term,
      stop: !alias && this.#data.stopWords.has(plain),
      beginsAlias: this.#aliasStarts.has(text),
      beginsPhrase: this.#phraseStarts.has(term),
    }
    if (this.#readings.size < MOST_WORDS_KEPT) this.#readings.set(raw, reading)
    return reading
  }

  #compound(first: Word, second: Word, text: string): Term | null {
    if (second.start !== first.end + 1 || !HYPHENS.includes(text[first.end]!)) return null
    const parts = [first.reading.text, second.reading.text]
    const [one, other] = parts as [string, string]
    if (!LETTERS.test(one) || !(LETTERS.test(other) || DESIGNATION.test(other))) return null
    if (one.length + other.length > LONGEST_COMPOUND) return null
    const { term } = this.#read(`${first.raw}${second.raw}`)
    return { term, start: first.start, end: second.end, stop: false }
  }
}

/** Two letters each, as a part of a longer word may be asked for: 台北 of 台北市. */
function pairsOf(raw: string, start: number): Term[] {
  const letters = [...raw]
  const found: Term[] = []
  let at = start
  for (const [i, letter] of letters.entries()) {
    const next = letters[i + 1]
    if (next !== undefined || letters.length === 1) {
      const term = letter + (next ?? '')
      found.push({ term, start: at, end: at + term.length, stop: false })
    }
    at += letter.length
  }
  return found
}

/** The first words of those keys that are of several. */
function firstWords(keys: Iterable<string>): Set<string> {
  return new Set([...keys].filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]!))
}

function normalize(raw: string): string {
  return stripMarks(raw.toLowerCase())
    .replace(/['’]s$/, '')
    .replace(/[,\s]/g, '')
    .replace(GROUPED, (number) => number.replace(/['’.]/g, ''))
    .replace(THOUSANDS, '$1000')
}

/** "100'000", "1.000.000", "100.000": separators of other countries. "1.125" is a fraction. */
const GROUPED = /^\d{1,3}(?:(?:['’]\d{3})+|(?:\.\d{3}){2,}|\.000)$/

/** "100k". */
const THOUSANDS = /^(\d{1,3})k$/

/** The words of some ten thousand articles but for the rarest; each takes a few hundred bytes. */
const MOST_WORDS_KEPT = 100_000

/** What a word is depends on the language alone, so all analyzers of one share what they have read. */
const readings = new WeakMap<SearchData, Map<string, Reading>>()

function readingsBy(data: SearchData): Map<string, Reading> {
  const known = readings.get(data) ?? new Map<string, Reading>()
  readings.set(data, known)
  return known
}

/** Letters without their diacritics: é → e, ß stays. */
export function stripMarks(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII text, the common case, is left alone
  if (/^[\x00-\x7f]*$/.test(text)) return text
  return text.normalize('NFD').replace(/\p{M}+/gu, '')
}

/** A text as two outlets would both write it: one kind of quotation mark, dash and space, lower case. */
export function foldForPhrases(text: string): string {
  return stripMarks(text)
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
