import { search as english } from '../language/en/search.js'
import type { UnknownWord } from './archive.js'
import type { NearestTerms } from './nearest-terms.js'
import type { Concept } from './passage-ranking.js'
import type { Analyzer } from './terms.js'
import { type Thesaurus, thesaurusOf } from './thesaurus.js'

/** How much a related word counts for the one that was asked for, and a word that is only spelled like it. */
const RELATED = 0.6
const NEAREST = 0.5

export interface ReadQuery {
  readonly concepts: readonly Concept[]
  readonly unknown: readonly UnknownWord[]
}

/** Reads the words of a query as concepts: each term with those that may stand for it. */
export class QueryReader {
  readonly #analyzer: Analyzer
  readonly #nearest: Pick<NearestTerms, 'nearest'>
  readonly #thesaurus: Thesaurus
  readonly #related: number

  /** @param related how much a related word counts, 0 to 1; with 0 there are none */
  constructor(analyzer: Analyzer, nearest: Pick<NearestTerms, 'nearest'>, related = RELATED) {
    this.#analyzer = analyzer
    this.#nearest = nearest
    this.#thesaurus = thesaurusOf(related > 0 ? english.related : [], analyzer)
    this.#related = related
  }

  /** @param knows whether the archive holds a term */
  read(words: string, knows: (term: string) => boolean): ReadQuery {
    const asked = new Map<string, string>()
    for (const { term, start, end } of this.#analyzer.terms(words)) {
      if (!asked.has(term)) asked.set(term, words.slice(start, end))
    }
    const unknown: UnknownWord[] = []
    const concepts = [...asked].map(([term, word]): Concept => {
      const terms = new Map([[term, 1]])
      for (const other of this.#thesaurus.get(term) ?? []) {
        if (!asked.has(other)) terms.set(other, this.#related)
      }
      if (!knows(term)) {
        const replaced = [...terms.keys()].some(knows)
        const nearest = replaced ? null : this.#nearest.nearest(word)
        if (nearest && !asked.has(nearest.term)) terms.set(nearest.term, NEAREST)
        unknown.push({ word, nearest: nearest?.written ?? null })
      }
      return { term, terms }
    })
    return { concepts, unknown }
  }
}
