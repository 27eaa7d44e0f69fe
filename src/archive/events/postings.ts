import { inverseFrequency } from '../bm25.js'
import type { EventTerms } from './event-terms.js'

/** Where a term stands, seen from a date: the nearer, the more it says of the event. */
export const ZONES = { passage: 1, sentence: 2, clause: 3 } as const
export type Zone = 0 | 1 | 2 | 3

/** An inverted index of dated events: for each term the events near which it stands, and how near. */
export class Postings {
  /** Of each term; a posting is `id * 4 + zone`, ids ascending. */
  readonly #postings = new Map<string, number[]>()
  readonly #background: Postings | null
  #size = 0

  /** @param background of other events; they count in what is told of terms */
  constructor(background: Postings | null = null) {
    this.#background = background
  }

  /** How many events it has itself. */
  get size(): number {
    return this.#size
  }

  /** Adds the events of the next article. */
  add({ distinct, title, passages, events }: EventTerms): void {
    const lists = distinct.map((term) => this.#listOf(term))
    const zones = new Uint8Array(distinct.length)
    for (const { passage, sentence, clause } of events) {
      const near = passages[passage]!
      for (const list of [title, near]) for (const place of list) zones[place] = ZONES.passage
      for (const place of sentence) zones[place] = ZONES.sentence
      for (const place of clause) zones[place] = ZONES.clause
      for (const places of [title, near, sentence, clause]) {
        for (const place of places) {
          const zone = zones[place]!
          if (zone > 0) lists[place]!.push(this.#size * 4 + zone)
          zones[place] = 0
        }
      }
      this.#size++
    }
  }

  #listOf(term: string): number[] {
    const known = this.#postings.get(term)
    if (known) return known
    const list: number[] = []
    this.#postings.set(term, list)
    return list
  }

  /** For every event the zone in which all of some terms stand, of the nearest of several ways to say a thing. */
  nearest(ways: readonly (readonly string[])[]): Uint8Array {
    const zones = new Uint8Array(this.#size)
    for (const terms of ways) {
      for (const posting of this.#withAll(terms)) {
        const id = posting >> 2
        zones[id] = Math.max(zones[id]!, posting & 3)
      }
    }
    return zones
  }

  /** Postings of the events near which all the terms stand, each in the zone of the farthest. */
  #withAll(terms: readonly string[]): readonly number[] {
    const lists = terms.map((term) => this.#of(term)).sort((a, b) => a.length - b.length)
    return lists.slice(1).reduce(both, lists[0] ?? [])
  }

  #of(term: string): readonly number[] {
    return this.#postings.get(term) ?? []
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
    return this.#size + (this.#background ? this.#background.#total : 0)
  }
}

/** The postings that two lists share, by one walk through both. */
function both(a: readonly number[], b: readonly number[]): readonly number[] {
  const shared: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]! >> 2
    const y = b[j]! >> 2
    if (x === y) shared.push(x * 4 + Math.min(a[i++]! & 3, b[j++]! & 3))
    else if (x < y) i++
    else j++
  }
  return shared
}
