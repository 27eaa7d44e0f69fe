import type { EventTerms } from '../../../knowledge/index.js'
import { boundedMap } from '../../../lib/bounded.js'
import { inverseFrequency } from '../../../retrieval/bm25.js'
import type { TermIndex } from '../../../retrieval/index.js'

/** Where a term stands, seen from a date: the nearer, the more it says of the event. A term is of the nearest alone. */
export const MENTION_FIELDS = ['clause', 'sentence', 'passage', 'title'] as const
export type MentionField = (typeof MENTION_FIELDS)[number]
export type Zone = 0 | 1 | 2 | 3
const ZONES: Readonly<Record<MentionField, Zone>> = { clause: 3, sentence: 2, passage: 1, title: 1 }

/** What each event of an article is found by, in order. */
export function mentionTerms({
  distinct,
  title,
  passages,
  events,
}: EventTerms): Record<MentionField, readonly string[]>[] {
  return events.map(({ passage, sentence, clause }) => {
    const seen = new Set<number>()
    const terms = (places: readonly number[]) =>
      places.flatMap((place) => {
        if (seen.has(place)) return []
        seen.add(place)
        return [distinct[place]!]
      })
    return {
      clause: terms(clause),
      sentence: terms(sentence),
      passage: terms(passages[passage]!),
      title: terms(title),
    }
  })
}

const MOST_TERMS_KEPT = 10_000

/** The mentions of events near which each term stands, and how near. */
export class MentionIndex {
  readonly #index: TermIndex<MentionField>
  readonly #background: MentionIndex | null
  /** How many mentions hold a term: the same words are asked for again and again. */
  readonly #held = boundedMap<string, number>(MOST_TERMS_KEPT)

  /** @param background of other events; they count in what is told of terms */
  constructor(index: TermIndex<MentionField>, background: MentionIndex | null = null) {
    this.#index = index
    this.#background = background
  }

  /** How many events it has itself. */
  get size(): number {
    return this.#index.size
  }

  /** For every event the zone in which all of some terms stand, of the nearest of several ways to say a thing. */
  nearest(ways: readonly (readonly string[])[]): Uint8Array {
    const nearest = new Uint8Array(this.size)
    for (const way of ways) {
      const [first, ...others] = way
      if (first === undefined || !this.knows(way)) continue
      if (others.length === 0) {
        this.#zones(first, nearest)
        continue
      }
      const zones = this.#zones(first, new Uint8Array(this.size))
      for (const term of others) lower(zones, this.#zones(term, new Uint8Array(this.size)))
      for (let id = 0; id < zones.length; id++) if (zones[id]! > nearest[id]!) nearest[id] = zones[id]!
    }
    return nearest
  }

  /** The events in whose clause a term stands, in order. */
  inClauses(term: string): Iterable<number> {
    return this.#index.postings(term, MENTION_FIELDS.indexOf('clause'))?.keys() ?? []
  }

  /** What a term is worth (idf): about ln(N) for one that nothing holds, near 0 for one that everything does. */
  weight(term: string): number {
    return inverseFrequency(this.#holding(term), this.#total)
  }

  knows(terms: readonly string[]): boolean {
    return terms.every((term) => this.#holding(term) > 0)
  }

  #zones(term: string, zones: Uint8Array): Uint8Array {
    for (const [place, field] of MENTION_FIELDS.entries()) {
      const zone = ZONES[field]
      this.#index.postings(term, place)?.raise(zone, zones)
    }
    return zones
  }

  #holding(term: string): number {
    const known = this.#held.get(term)
    if (known !== undefined) return known
    const own = MENTION_FIELDS.reduce(
      (sum, _, place) => sum + (this.#index.postings(term, place)?.size ?? 0),
      0,
    )
    const held = own + (this.#background ? this.#background.#holding(term) : 0)
    this.#held.set(term, held)
    return held
  }

  get #total(): number {
    return this.size + (this.#background ? this.#background.#total : 0)
  }
}

/** Lowers each value to that of another list, where that is less. */
function lower(values: Uint8Array, others: Uint8Array): void {
  for (let id = 0; id < values.length; id++) if (others[id]! < values[id]!) values[id] = others[id]!
}
