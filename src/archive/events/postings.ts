import { inverseFrequency } from '../bm25.js'
import type { Vocabulary } from '../vocabulary.js'
import type { EventTerms } from './event-terms.js'

/** Where a term stands, seen from a date: the nearer, the more it says of the event. */
export const ZONES = { passage: 1, sentence: 2, clause: 3 } as const
export type Zone = 0 | 1 | 2 | 3

/** The events near which each term stands, term by term, and how near. */
export interface PostingColumns {
  /** Where the postings of each term begin; one more for where the last ones end. */
  readonly starts: Uint32Array
  /** `id * 4 + zone`, ids ascending. */
  readonly postings: Uint32Array
}

/** Gathers the events of articles into an inverted index. */
export class PostingsBuilder {
  readonly #lists: number[][] = []
  #events = 0

  /**
   * Adds the events of the next article.
   * @param numbers of the article's distinct terms
   */
  add({ distinct, title, passages, events }: EventTerms, numbers: Uint32Array): void {
    const zones = new Uint8Array(distinct.length)
    for (const { passage, sentence, clause } of events) {
      const near = passages[passage]!
      for (const list of [title, near]) for (const place of list) zones[place] = ZONES.passage
      for (const place of sentence) zones[place] = ZONES.sentence
      for (const place of clause) zones[place] = ZONES.clause
      for (const places of [title, near, sentence, clause]) {
        for (const place of places) {
          const zone = zones[place]!
          if (zone > 0) this.#listOf(numbers[place]!).push(this.#events * 4 + zone)
          zones[place] = 0
        }
      }
      this.#events++
    }
  }

  /** @param terms how many terms there are */
  columns(terms: number): PostingColumns {
    const starts = new Uint32Array(terms + 1)
    for (let term = 0; term < terms; term++) {
      starts[term + 1] = starts[term]! + (this.#lists[term]?.length ?? 0)
    }
    const postings = new Uint32Array(starts[terms]!)
    for (let term = 0; term < terms; term++) postings.set(this.#lists[term] ?? [], starts[term])
    return { starts, postings }
  }

  #listOf(term: number): number[] {
    this.#lists[term] ??= []
    return this.#lists[term]
  }
}

/** An inverted index of dated events: for each term the events near which it stands, and how near. */
export class Postings {
  /** How many events it has itself. */
  readonly size: number
  readonly #vocabulary: Vocabulary
  readonly #columns: PostingColumns
  readonly #background: Postings | null

  /**
   * @param size how many events there are
   * @param background of other events; they count in what is told of terms
   */
  constructor(
    vocabulary: Vocabulary,
    columns: PostingColumns,
    size: number,
    background: Postings | null = null,
  ) {
    this.size = size
    this.#vocabulary = vocabulary
    this.#columns = columns
    this.#background = background
  }

  /** For every event the zone in which all of some terms stand, of the nearest of several ways to say a thing. */
  nearest(ways: readonly (readonly string[])[]): Uint8Array {
    const zones = new Uint8Array(this.size)
    for (const terms of ways) {
      for (const posting of this.#withAll(terms)) {
        const id = posting >>> 2
        zones[id] = Math.max(zones[id]!, posting & 3)
      }
    }
    return zones
  }

  /** The events in whose clause a term stands, in order. */
  *inClauses(term: string): Generator<number> {
    for (const posting of this.#of(term)) if ((posting & 3) === ZONES.clause) yield posting >>> 2
  }

  /** Postings of the events near which all the terms stand, each in the zone of the farthest. */
  #withAll(terms: readonly string[]): Uint32Array {
    const lists = terms.map((term) => this.#of(term)).sort((a, b) => a.length - b.length)
    return lists.slice(1).reduce(both, lists[0] ?? NONE)
  }

  /** A view, not a copy. */
  #of(term: string): Uint32Array {
    const number = this.#vocabulary.find(term)
    if (number === undefined) return NONE
    const { starts, postings } = this.#columns
    return postings.subarray(starts[number], starts[number + 1])
  }

  /** What a term is worth (idf): about ln(N) for one that nothing holds, near 0 for one that everything does. */
  weight(term: string): number {
    return inverseFrequency(this.#holding(term), this.#total)
  }

  knows(terms: readonly string[]): boolean {
    return terms.every((term) => this.#holding(term) > 0)
  }

  #holding(term: string): number {
    return this.#of(term).length + (this.#background ? this.#background.#holding(term) : 0)
  }

  get #total(): number {
    return this.size + (this.#background ? this.#background.#total : 0)
  }
}

const NONE = new Uint32Array()

/** The postings that two lists share, by one walk through both. */
function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  const shared: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]! >>> 2
    const y = b[j]! >>> 2
    if (x === y) shared.push(x * 4 + Math.min(a[i++]! & 3, b[j++]! & 3))
    else if (x < y) i++
    else j++
  }
  return Uint32Array.from(shared)
}
