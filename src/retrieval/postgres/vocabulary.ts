import type { SimilarTerm } from '../port.js'
import { SortedWords } from '../query/sorted-words.js'

/** The commonest so many: what is rarer is more often a slip itself than what one is meant for. */
export const MOST_KNOWN = 150_000

/** Terms by their spelling. */
export class Vocabulary {
  readonly #frequencies = new Map<string, number>()
  readonly #words: SortedWords

  constructor(terms: Iterable<{ readonly term: string; readonly units: number }>) {
    for (const { term, units } of terms) {
      if (term !== '') this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + units)
    }
    this.#words = new SortedWords(this.#frequencies.keys())
  }

  near(term: string, edits: number): SimilarTerm[] {
    return Array.from(this.#words.near(term, edits), ([known, distance]) => ({
      term: known,
      edits: distance,
      frequency: this.#frequencies.get(known)!,
    }))
  }
}
