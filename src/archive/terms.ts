import { LONGEST_WORD } from '../articles/units.js'
import { search as english } from '../language/en/search.js'
import type { SearchData } from '../language/language.js'

/** A term of the index and the place in the text it comes from. */
export interface Term {
  readonly term: string
  readonly start: number
  readonly end: number
  /** A word that says nothing about a topic. */
  readonly stop: boolean
}

// Letters and digits; inside a word also an apostrophe, a full stop (U.S.) or a digit separator (100,000).
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’.]|(?<=\p{N}),(?=\p{N}{3}))[\p{L}\p{N}\p{M}]+)*/gu
const LETTERS = /^\p{L}+$/u
const HYPHENS = '-‐‑'

/** A part of a compound this short is seldom a word of its own: "e-mail", "co-operate". */
const SHORT_PART = 2

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
   * The terms of a text in order. A word of several parts ("high-risk", "1963-64") gives each part; where a
   * part is no word of its own ("build-up", "e-mail") also the whole without the hyphen.
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
      if (!stop || this.#keepStopWords) found.push({ term, start, end: word.end, stop })
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
    if (!parts.every((part) => LETTERS.test(part))) return null
    if (!parts.some((part) => part.length <= SHORT_PART || this.#data.stopWords.has(part))) return null
    const { term } = this.#read(`${first.raw}${second.raw}`)
    return { term, start: first.start, end: second.end, stop: false }
  }
}

/** The first words of those keys that are of several. */
function firstWords(keys: Iterable<string>): Set<string> {
  return new Set([...keys].filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]!))
}

function normalize(raw: string): string {
  return stripMarks(raw.toLowerCase())
    .replace(/['’]s$/, '')
    .replace(/,/g, '')
    .replace(THOUSANDS, '$1000')
}

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
