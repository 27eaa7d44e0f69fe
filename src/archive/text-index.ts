import SearchableMap from 'minisearch/SearchableMap'
import type { TermList } from './article-terms.js'
import { inverseFrequency, saturated } from './bm25.js'

/** Terms as whole numbers from 0, in the order in which they are first met. Several indexes may share one. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()

  get size(): number {
    return this.#numbers.size
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term)
  }

  /** The numbers of some terms; new ones for new terms. */
  numbers(terms: readonly string[]): Uint32Array {
    return Uint32Array.from(terms, (term) => {
      const known = this.#numbers.get(term)
      if (known !== undefined) return known
      this.#numbers.set(term, this.#numbers.size)
      return this.#numbers.size - 1
    })
  }

  entries(): Iterable<[term: string, number: number]> {
    return this.#numbers.entries()
  }
}

/** Texts whose terms are places in one list of numbers, so that each term need be looked up but once. */
export interface TextGroup {
  readonly numbers: Uint32Array
  readonly texts: Iterable<TermList>
}

/** One thing that is asked for: what it is worth, and the terms that count for it, each with a share from 0 to 1. */
export interface Weighed {
  readonly weight: number
  readonly terms: ReadonlyMap<string, number>
}

/** The texts that hold each term and how often, term by term. */
interface Postings {
  /** Where the texts of each term begin in the other two lists; one more for where the last ones end. */
  readonly starts: Uint32Array
  readonly texts: Uint32Array
  readonly counts: Uint16Array
}

const MOST_COUNTED = 0xffff

/**
 * What a query is weighed by: how many texts hold a term, of how many, and how long they are. Indexes that are
 * asked together are weighed by all of them together, so that their scores can be compared.
 */
export interface TextStatistics {
  readonly size: number
  /** The number of terms of all texts. */
  readonly length: number
  holding(term: string): number
}

/**
 * An inverted index over texts, which are numbered from 0. It lies in typed arrays, six bytes
 * a posting. At 100,000 passages that is a tenth of what an index of maps takes, and all postings of a question
 * are read in a millisecond or two, so that none need be left out.
 */
export class TextIndex implements TextStatistics {
  readonly size: number
  readonly length: number
  readonly #vocabulary: Vocabulary
  readonly #lengths: Uint32Array
  readonly #postings: Postings
  readonly #background: TextIndex | null
  #spellings: SearchableMap<number> | null = null

  /**
   * @param vocabulary of all terms of the texts
   * @param background another index that is asked together with this one; its texts count in what is told of terms
   */
  constructor(vocabulary: Vocabulary, groups: Iterable<TextGroup>, background: TextIndex | null = null) {
    const sequences = new Sequences()
    for (const { numbers, texts } of groups) {
      for (const text of texts) {
        for (const place of text) sequences.push(numbers[place]!)
        sequences.end()
      }
    }
    this.#vocabulary = vocabulary
    this.#lengths = sequences.lengths()
    this.#postings = invert(sequences, vocabulary.size)
    this.#background = background
    this.size = sequences.count + (background?.size ?? 0)
    this.length = sequences.size + (background?.length ?? 0)
  }

  holding(term: string): number {
    const [start, end] = this.#range(term)
    return end - start + (this.#background?.holding(term) ?? 0)
  }

  knows(term: string): boolean {
    return this.holding(term) > 0
  }

  #holds(term: string): boolean {
    const [start, end] = this.#range(term)
    return end > start
  }

  /** What a term is worth: about ln(N) for one that nothing holds, near 0 for one that everything does. */
  weight(term: string): number {
    return inverseFrequency(this.holding(term), this.size)
  }

  /** How often a text holds any of the terms, each occurrence counted for its share. */
  count(id: number, terms: Weighed['terms']): number {
    let total = 0
    for (const [term, share] of terms) {
      const at = this.#find(id, term)
      if (at >= 0) total += share * this.#postings.counts[at]!
    }
    return total
  }

  holds(id: number, term: string): boolean {
    return this.#find(id, term) >= 0
  }

  /**
   * BM25 of every text of its own; 0 for a text that holds nothing of the query.
   * @param of the texts that it is compared with
   */
  scores(query: Iterable<Weighed>, of: TextStatistics = this): Float64Array {
    const average = of.length / (of.size || 1)
    return this.#sum(query, (count, id) => saturated(count, this.#lengths[id]!, average))
  }

  /** For every text the weight of what it holds of the query. */
  weightHeld(query: Iterable<Weighed>): Float64Array {
    return this.#sum(query, () => 1)
  }

  /** The known term nearest in spelling to an unknown one, within a fifth of its letters; of several the commonest. */
  closest(term: string): string | null {
    const near = this.#near(term, Math.round(term.length / 5))
    const [nearest] = [...near].sort(
      ([a, x], [b, y]) => x - y || this.weight(a) - this.weight(b) || (a < b ? -1 : 1),
    )
    return nearest?.[0] ?? null
  }

  /** The known terms within so many letters, each with how many. */
  #near(term: string, letters: number): Map<string, number> {
    this.#spellings ??= SearchableMap.from(
      [...this.#vocabulary.entries()].filter(([known]) => this.#holds(known)),
    )
    const near = this.#background ? this.#background.#near(term, letters) : new Map<string, number>()
    for (const [known, [, distance]] of this.#spellings.fuzzyGet(term, letters)) near.set(known, distance)
    return near
  }

  /** For every text the sum, over what is asked for, of its weight times what its occurrences there are worth. */
  #sum(query: Iterable<Weighed>, worth: (count: number, id: number) => number): Float64Array {
    const sums = new Float64Array(this.#lengths.length)
    const held = new Float64Array(this.#lengths.length)
    const { texts, counts } = this.#postings
    for (const { weight, terms } of query) {
      const holding: number[] = []
      for (const [term, share] of terms) {
        const [start, end] = this.#range(term)
        for (let at = start; at < end; at++) {
          const id = texts[at]!
          if (held[id] === 0) holding.push(id)
          held[id]! += share * counts[at]!
        }
      }
      for (const id of holding) {
        sums[id]! += weight * worth(held[id]!, id)
        held[id] = 0
      }
    }
    return sums
  }

  /** Where the posting of a text for a term is; -1 if there is none. */
  #find(id: number, term: string): number {
    let [low, high] = this.#range(term)
    while (low < high) {
      const middle = (low + high) >> 1
      const found = this.#postings.texts[middle]!
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle
    }
    return -1
  }

  #range(term: string): [start: number, end: number] {
    const number = this.#vocabulary.find(term)
    if (number === undefined) return [0, 0]
    return [this.#postings.starts[number]!, this.#postings.starts[number + 1]!]
  }
}

/** Lists of numbers, packed one behind the other. */
class Sequences {
  #pool = new Uint32Array(1024)
  #size = 0
  readonly #ends: number[] = []

  get count(): number {
    return this.#ends.length
  }

  /** The length of all of them. */
  get size(): number {
    return this.#size
  }

  push(number: number): void {
    if (this.#size === this.#pool.length) {
      const larger = new Uint32Array(2 * this.#pool.length)
      larger.set(this.#pool)
      this.#pool = larger
    }
    this.#pool[this.#size++] = number
  }

  end(): void {
    this.#ends.push(this.#size)
  }

  lengths(): Uint32Array {
    return Uint32Array.from(this.#ends, (end, i) => end - (this.#ends[i - 1] ?? 0))
  }

  /** A view, not a copy. */
  at(index: number): Uint32Array {
    return this.#pool.subarray(this.#ends[index - 1] ?? 0, this.#ends[index])
  }
}

/** From texts with their terms to terms with their texts, by counting sort. */
function invert(sequences: Sequences, terms: number): Postings {
  const starts = new Uint32Array(terms + 1)
  const lastText = new Int32Array(terms).fill(-1)
  for (let id = 0; id < sequences.count; id++) {
    for (const term of sequences.at(id)) {
      if (lastText[term] === id) continue
      lastText[term] = id
      starts[term + 1]!++
    }
  }
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!
  const texts = new Uint32Array(starts[terms]!)
  const counts = new Uint16Array(starts[terms]!)
  const next = starts.slice()
  lastText.fill(-1)
  for (let id = 0; id < sequences.count; id++) {
    for (const term of sequences.at(id)) {
      if (lastText[term] !== id) {
        lastText[term] = id
        texts[next[term]!++] = id
      }
      const at = next[term]! - 1
      if (counts[at]! < MOST_COUNTED) counts[at]!++
    }
  }
  return { starts, texts, counts }
}
