import SearchableMap from 'minisearch/SearchableMap'
import type { SimilarTerm } from '../port.js'

/** The commonest so many: what is rarer is more often a slip itself than what one is meant for. */
export const MOST_KNOWN = 150_000

/** Terms by their spelling. */
export class Vocabulary {
  readonly #frequencies = new SearchableMap<number>()

  constructor(terms: Iterable<{ readonly term: string; readonly units: number }>) {
    for (const { term, units } of terms) {
      if (term !== '') this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + units)
    }
  }

  near(term: string, edits: number): SimilarTerm[] {
    return [...this.#frequencies.fuzzyGet(term, edits)].map(([known, [frequency, distance]]) => ({
      term: known,
      edits: distance,
      frequency,
    }))
  }
}
