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
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’.]|(?<=\p{N}),(?=\p{N}{3}))[\p{L}\p{N}\p{M}]+)*/gu

/**
 * Turns texts into index terms, the same way for articles and for questions: lower case without diacritics
 * or possessives, numbers without separators, aliases united, then stemmed. Stems are kept, since Porter's
 * algorithm is the slowest step of indexing.
 */
export class Analyzer {
  readonly #data: SearchData
  readonly #keepStopWords: boolean
  readonly #stems = new Map<string, string>()

  constructor({
    data = english,
    keepStopWords = false,
  }: { data?: SearchData; keepStopWords?: boolean } = {}) {
    this.#data = data
    this.#keepStopWords = keepStopWords
  }

  /** The terms of a text in order. A word of several parts ("build-up", "1963-64") gives each part. */
  terms(text: string): Term[] {
    const found: Term[] = []
    let previous: { word: string; at: number; start: number } | null = null
    for (const match of text.matchAll(WORD)) {
      const start = match.index
      const end = start + match[0].length
      const word = this.#normalize(match[0])
      // "United States": the second word completes an alias that the first one began.
      const pair = previous ? this.#data.aliases.get(`${previous.word} ${word}`) : undefined
      if (pair && previous) {
        if (previous.at < found.length) found.pop()
        found.push({ term: pair, start: previous.start, end, stop: false })
        previous = null
        continue
      }
      previous = { word, at: found.length, start }
      const { term, stop } = this.#term(word, match[0])
      if (!stop || this.#keepStopWords) found.push({ term, start, end, stop })
    }
    return found
  }

  /** The distinct terms of a text, in order of their first occurrence. */
  distinct(text: string): string[] {
    return [...new Set(this.terms(text).map(({ term }) => term))]
  }

  #normalize(raw: string): string {
    return stripMarks(raw.toLowerCase())
      .replace(/['’]s$/, '')
      .replace(/,/g, '')
  }

  #term(word: string, raw: string): { term: string; stop: boolean } {
    // "US" the country, written in capitals, is not the stop word "us".
    const alias = this.#data.aliases.get(raw === 'US' ? 'u.s' : word)
    if (alias) return { term: alias, stop: false }
    const plain = word.replace(/['’.](?!\p{N})/gu, '')
    return { term: this.#stem(plain), stop: this.#data.stopWords.has(plain) }
  }

  #stem(word: string): string {
    const known = this.#stems.get(word)
    if (known !== undefined) return known
    const stem = this.#data.stem(word)
    if (this.#stems.size < MOST_STEMS_KEPT) this.#stems.set(word, stem)
    return stem
  }
}

const MOST_STEMS_KEPT = 500_000

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
