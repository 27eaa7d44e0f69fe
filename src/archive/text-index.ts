import SearchableMap from 'minisearch/SearchableMap'
import type { TermList } from './article-terms.js'
import { inverseFrequency, saturated } from './bm25.js'
import type { Vocabulary } from './vocabulary.js'

/** One thing that is asked for: what it is worth, and the terms that count for it, each with a share from 0 to 1. */
export interface Weighed {
  readonly weight: number
  readonly terms: ReadonlyMap<string, number>
}

/** The texts that hold each term and how often, term by term; and how long each text is. */
export interface TextColumns {
  /** Where the texts of each term begin in the next two lists; one more for where the last ones end. */
  readonly starts: Uint32Array
  readonly texts: Uint32Array
  readonly counts: Uint16Array
  /** In terms. */
  readonly lengths: Uint32Array
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
  readonly #columns: TextColumns
  readonly #background: TextIndex | null
  #spellings: SearchableMap<number> | null = null
  // A number for each text, made once: to clear them is quicker than to make them anew for each question.
  readonly #scores: Float64Array
  readonly #weights: Float64Array
  readonly #counts: Float64Array
  readonly #held: Uint32Array

  /**
   * @param vocabulary of all terms of the texts
   * @param background another index that is asked together with this one; its texts count in what is told of terms
   */
  constructor(vocabulary: Vocabulary, columns: TextColumns, background: TextIndex | null = null) {
    this.#vocabulary = vocabulary
    this.#columns = columns
    this.#background = background
    const texts = columns.lengths.length
    this.#scores = new Float64Array(texts)
    this.#weights = new Float64Array(texts)
    this.#counts = new Float64Array(texts)
    this.#held = new Uint32Array(texts)
    const own = columns.lengths.reduce((sum, length) => sum + length, 0)
    this.size = texts + (background?.size ?? 0)
    this.length = own + (background?.length ?? 0)
  }

  holding(term: string): number {
    const [start, end] = this.#range(term)
    return end - start + (this.#background?.holding(term) ?? 0)
  }

  knows(term: string): boolean {
    return this.holding(term) > 0
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
      if (at >= 0) total += share * this.#columns.counts[at]!
    }
    return total
  }

  holds(id: number, term: string): boolean {
    return this.#find(id, term) >= 0
  }

  /**
   * BM25 of every text of its own; 0 for a text that holds nothing of the query. The list is written over by the next call.
   * @param of the texts that it is compared with
   */
  scores(query: Iterable<Weighed>, of: TextStatistics = this): Float64Array {
    const average = of.length / (of.size || 1)
    const { lengths } = this.#columns
    const scores = this.#scores.fill(0)
    for (const { weight, terms } of query) {
      const { counts, held } = this.#occurrences(terms)
      for (const id of held) {
        scores[id]! += weight * saturated(counts[id]!, lengths[id]!, average)
        counts[id] = 0
      }
    }
    return scores
  }

  /** For every text the weight of what it holds of the query. The list is written over by the next call. */
  weightHeld(query: Iterable<Weighed>): Float64Array {
    const weights = this.#weights.fill(0)
    for (const { weight, terms } of query) {
      const { counts, held } = this.#occurrences(terms)
      for (const id of held) {
        weights[id]! += weight
        counts[id] = 0
      }
    }
    return weights
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
    const { starts } = this.#columns
    this.#spellings ??= SearchableMap.from(
      [...this.#vocabulary.entries()].filter(([, number]) => starts[number + 1]! > starts[number]!),
    )
    const near = this.#background ? this.#background.#near(term, letters) : new Map<string, number>()
    for (const [known, [, distance]] of this.#spellings.fuzzyGet(term, letters)) near.set(known, distance)
    return near
  }

  /**
   * How often each text holds any of the terms, each occurrence counted for its share, and which texts do.
   * Whoever asks sets the counts to 0 again.
   */
  #occurrences(terms: Weighed['terms']): { readonly counts: Float64Array; readonly held: Uint32Array } {
    const { texts, counts } = this.#columns
    const total = this.#counts
    const held = this.#held
    let size = 0
    for (const [term, share] of terms) {
      const [start, end] = this.#range(term)
      for (let at = start; at < end; at++) {
        const id = texts[at]!
        if (total[id] === 0) held[size++] = id
        total[id]! += share * counts[at]!
      }
    }
    return { counts: total, held: held.subarray(0, size) }
  }

  /** Where the posting of a text for a term is; -1 if there is none. */
  #find(id: number, term: string): number {
    let [low, high] = this.#range(term)
    while (low < high) {
      const middle = (low + high) >> 1
      const found = this.#columns.texts[middle]!
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle
    }
    return -1
  }

  #range(term: string): [start: number, end: number] {
    const number = this.#vocabulary.find(term)
    if (number === undefined) return [0, 0]
    return [this.#columns.starts[number]!, this.#columns.starts[number + 1]!]
  }
}

/** Gathers the terms of texts, one behind the other, and turns them into an index. */
export class TextIndexBuilder {
  #pool = new Uint32Array(1024)
  #size = 0
  readonly #ends: number[] = []

  /**
   * Adds the next text.
   * @param parts places in `numbers`, the numbers of terms
   */
  add(numbers: Uint32Array, ...parts: readonly TermList[]): void {
    for (const part of parts) for (const place of part) this.#push(numbers[place]!)
    this.#ends.push(this.#size)
  }

  /** @param terms how many terms there are */
  columns(terms: number): TextColumns {
    const lengths = Uint32Array.from(this.#ends, (end, i) => end - (this.#ends[i - 1] ?? 0))
    return { ...this.#invert(terms), lengths }
  }

  #push(number: number): void {
    if (this.#size === this.#pool.length) {
      const larger = new Uint32Array(2 * this.#pool.length)
      larger.set(this.#pool)
      this.#pool = larger
    }
    this.#pool[this.#size++] = number
  }

  /** A view, not a copy. */
  #at(index: number): Uint32Array {
    return this.#pool.subarray(this.#ends[index - 1] ?? 0, this.#ends[index])
  }

  /** From texts with their terms to terms with their texts, by counting sort. */
  #invert(terms: number): Omit<TextColumns, 'lengths'> {
    const starts = new Uint32Array(terms + 1)
    const lastText = new Int32Array(terms).fill(-1)
    for (let id = 0; id < this.#ends.length; id++) {
      for (const term of this.#at(id)) {
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
    for (let id = 0; id < this.#ends.length; id++) {
      for (const term of this.#at(id)) {
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
}
