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
const LETTERS = /^\p{L}+$/u
const HYPHENS = '-‐‑'

/** A part of a compound this short is seldom a word of its own: "e-mail", "co-operate". */
const SHORT_PART = 2

interface Word {
  readonly text: string
  readonly raw: string
  readonly start: number
  readonly end: number
}

/**
 * Turns texts into index terms, the same way for articles and for questions: lower case without diacritics
 * or possessives, numbers without separators, aliases united, then stemmed. Stems are kept, since Porter's
 * algorithm is the slowest step of indexing.
 */
export class Analyzer {
  readonly #data: SearchData
  readonly #keepStopWords: boolean
  readonly #terms = new Map<string, { readonly term: string; readonly stop: boolean }>()

  constructor({
    data = english,
    keepStopWords = false,
  }: { data?: SearchData; keepStopWords?: boolean } = {}) {
    this.#data = data
    this.#keepStopWords = keepStopWords
  }

  /**
   * The terms of a text in order. A word of several parts ("high-risk", "1963-64") gives each part; where a
   * part is no word of its own ("build-up", "e-mail") also the whole without the hyphen.
   */
  terms(text: string): Term[] {
    const found: Term[] = []
    let previous: (Word & { readonly term: string; readonly at: number }) | null = null
    for (const match of text.matchAll(WORD)) {
      const start = match.index
      const word: Word = { text: normalize(match[0]), raw: match[0], start, end: start + match[0].length }
      // "United States": the second word completes an alias that the first one began.
      const pair = previous ? this.#data.aliases.get(`${previous.text} ${word.text}`) : undefined
      if (pair && previous) {
        if (previous.at < found.length) found.pop()
        found.push({ term: pair, start: previous.start, end: word.end, stop: false })
        previous = null
        continue
      }
      // "Turned down": one meaning of two words, and none of either.
      const phrase = previous ? this.#data.phrasalVerbs.get(`${previous.term} ${word.text}`) : undefined
      if (phrase !== undefined && previous && !this.#keepStopWords) {
        if (previous.at < found.length) found.pop()
        if (phrase) found.push({ term: phrase, start: previous.start, end: word.end, stop: false })
        previous = null
        continue
      }
      const at = found.length
      const { term, stop } = this.#term(word)
      if (!stop || this.#keepStopWords) found.push({ term, start, end: word.end, stop })
      const whole = previous ? this.#compound(previous, word, text) : null
      if (whole) found.push(whole)
      previous = { ...word, term, at }
    }
    return found
  }

  /** The distinct terms of a text, in order of their first occurrence. */
  distinct(text: string): string[] {
    return [...new Set(this.terms(text).map(({ term }) => term))]
  }

  #term({ text, raw }: Word): { readonly term: string; readonly stop: boolean } {
    // "US" the country, written in capitals, is not the stop word "us".
    const key = raw === 'US' ? 'u.s' : text
    const known = this.#terms.get(key)
    if (known) return known
    const alias = this.#data.aliases.get(key)
    const plain = text.replace(/['’.](?!\p{N})/gu, '')
    const made = alias
      ? { term: alias, stop: false }
      : { term: this.#data.stem(plain), stop: this.#data.stopWords.has(plain) }
    if (this.#terms.size < MOST_TERMS_KEPT) this.#terms.set(key, made)
    return made
  }

  #compound(first: Word, second: Word, text: string): Term | null {
    if (second.start !== first.end + 1 || !HYPHENS.includes(text[first.end]!)) return null
    if (!LETTERS.test(first.text) || !LETTERS.test(second.text)) return null
    const partial = [first.text, second.text].some(
      (part) => part.length <= SHORT_PART || this.#data.stopWords.has(part),
    )
    if (!partial) return null
    const raw = `${first.raw}${second.raw}`
    const { term } = this.#term({ ...second, text: first.text + second.text, raw })
    return { term, start: first.start, end: second.end, stop: false }
  }
}

function normalize(raw: string): string {
  return stripMarks(raw.toLowerCase())
    .replace(/['’]s$/, '')
    .replace(/,/g, '')
}

const MOST_TERMS_KEPT = 500_000

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
