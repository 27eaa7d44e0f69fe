import { search as english } from '../language/en/words/search.js'
import type { SearchData } from '../language/language.js'
import type { Span } from '../lib/span.js'
import { memoizeWords } from './memoize-words.js'
import { LONGEST_WORD } from './units.js'
import { WordScanner } from './word-scanner.js'

/** A term of the index and the place in the text it comes from. */
export interface Term {
  readonly term: string
  readonly start: number
  readonly end: number
  /** In lower case, as written. */
  readonly word: string
  /** Whether it is written with a capital or begins with a digit. */
  readonly capital: boolean
  /** A word that says nothing about a topic. */
  readonly stop: boolean
}

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
interface Reading extends Pick<Term, 'term' | 'word' | 'capital' | 'stop'> {
  /** In lower case, without marks, possessive and separators. */
  readonly text: string
  /** Whether an alias of two words begins with it. */
  readonly beginsAlias: boolean
  /** Whether a phrasal verb begins with it. */
  readonly beginsPhrase: boolean
  /** Whether it is of a language that puts no spaces between words. */
  readonly unspaced: boolean
  /** How many characters an elided article or preposition takes at its beginning. */
  readonly elided: number
}

interface Word {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  /** How many terms there were before it. */
  readonly at: number
}

/**
 * Turns texts into index terms, the same way for articles and for questions: lower case without diacritics
 * or possessives, numbers without separators, aliases united, then stemmed. What was read of a word is kept,
 * since to read it anew each time would be the slowest step of indexing.
 */
export class Analyzer {
  readonly #data: SearchData
  readonly #keepStopWords: boolean
  readonly #read: ReadingAt

  constructor({
    data = english,
    keepStopWords = false,
  }: { data?: SearchData; keepStopWords?: boolean } = {}) {
    this.#data = data
    this.#keepStopWords = keepStopWords
    this.#read = readingsBy(data)
  }

  /**
   * The terms of a text in order. A word of several parts ("cease-fire", "1963-64") gives each part, and, where it is
   * of letters or a designation ("F-16"), the whole without the hyphen.
   */
  terms(text: string): Term[] {
    const found: Term[] = []
    const add = ({ term, stop }: Pick<Term, 'term' | 'stop'>, start: number, end: number) =>
      found.push({ term, start, end, stop, ...formOf(text.slice(start, end)) })
    const words = new WordScanner(text)
    let previous: Word | null = null
    while (words.next()) {
      const { start, end } = words
      if (end - start > LONGEST_WORD) {
        previous = null
        continue
      }
      const reading = this.#read(text, start, end)
      const joined: string | undefined = previous ? this.#joined(previous.reading, reading) : undefined
      if (joined !== undefined && previous) {
        if (previous.at < found.length) found.pop()
        if (joined) add({ term: joined, stop: false }, previous.start, end)
        previous = null
        continue
      }
      const at = found.length
      if (reading.unspaced) {
        for (const pair of pairsOf(text.slice(start, end))) add(pair, start + pair.start, start + pair.end)
      } else if (!reading.stop || this.#keepStopWords) {
        const { term, stop, word, capital } = reading
        found.push({ term, start, end, stop, word, capital })
      }
      if (reading.elided > 0) {
        const rest = this.#read(text, start + reading.elided, end)
        if (!rest.stop) add(rest, start + reading.elided, end)
      }
      if (previous && start === previous.end + 1 && HYPHENS.includes(text[previous.end]!)) {
        const term = this.#compound(previous, words, text, reading)
        if (term !== null) add({ term, stop: false }, previous.start, end)
      }
      previous = { reading, start, end, at }
    }
    return found
  }

  /** The distinct terms of a text, in order of their first occurrence. */
  distinct(text: string): string[] {
    return [...new Set(this.terms(text).map(({ term }) => term))]
  }

  /** The term that two words side by side are, empty where they are none; undefined where each is one of its own. */
  #joined(first: Reading, second: Reading): string | undefined {
    // "United States": the second word completes an alias that the first one began.
    const pair = first.beginsAlias ? this.#data.aliases.get(`${first.text} ${second.text}`) : undefined
    if (pair) return pair
    // "Turned down": one meaning of two words, and none of either.
    if (this.#keepStopWords || !first.beginsPhrase) return undefined
    return this.#data.phrasalVerbs.get(`${first.term} ${second.text}`)
  }

  /** What two words with a hyphen between them are as one; null where they are none. */
  #compound(first: Word, { start, end }: Span, text: string, second: Reading): string | null {
    const [one, other] = [first.reading.text, second.text]
    if (!LETTERS.test(one) || !(LETTERS.test(other) || DESIGNATION.test(other))) return null
    if (one.length + other.length > LONGEST_COMPOUND) return null
    const whole = text.slice(first.start, first.end) + text.slice(start, end)
    return this.#read(whole, 0, whole.length).term
  }
}

/** A piece of a text as it is written. */
function formOf(raw: string): Pick<Term, 'word' | 'capital'> {
  const word = raw.toLowerCase()
  return { word, capital: raw[0] !== word[0] || /^\p{N}/u.test(raw) }
}

/** Two letters each, as a part of a longer word may be asked for: 台北 of 台北市. */
function pairsOf(raw: string): { term: string; start: number; end: number; stop: false }[] {
  const letters = [...raw]
  const found: ReturnType<typeof pairsOf> = []
  let start = 0
  for (const [i, letter] of letters.entries()) {
    const next = letters[i + 1]
    if (next !== undefined || letters.length === 1) {
      const term = letter + (next ?? '')
      found.push({ term, start, end: start + term.length, stop: false })
    }
    start += letter.length
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

/** The word at `start..end`. */
type ReadingAt = (text: string, start: number, end: number) => Reading

/** How many words are kept; each takes a few hundred bytes. */
const MOST_WORDS_KEPT = 2 ** 17

/** What a word is depends on the language alone, so all analyzers of one share what they have read. */
const readings = new WeakMap<SearchData, ReadingAt>()

function readingsBy(data: SearchData): ReadingAt {
  const known = readings.get(data)
  if (known) return known
  const { aliases, phrasalVerbs, stopWords, stem } = data
  const aliasStarts = firstWords(aliases.keys())
  const phraseStarts = firstWords(phrasalVerbs.keys())
  const read = memoizeWords((raw): Reading => {
    const text = normalize(raw)
    // "US" the country, written in capitals, is not the stop word "us".
    const alias = aliases.get(raw === 'US' ? 'u.s' : text)
    const plain = text.replace(/['’.](?!\p{N})/gu, '')
    const term = alias ?? stem(plain)
    return {
      text,
      term,
      ...formOf(raw),
      stop: !alias && stopWords.has(plain),
      beginsAlias: aliasStarts.has(text),
      beginsPhrase: phraseStarts.has(term),
      unspaced: UNSPACED.test(raw),
      elided: ELISION.exec(raw)?.[0].length ?? 0,
    }
  }, MOST_WORDS_KEPT)
  readings.set(data, read)
  return read
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
