import MiniSearch from 'minisearch'
import { BM25, inverseFrequency } from './bm25.js'
import type { Analyzer } from './terms.js'

export interface IndexedText {
  readonly id: number
  readonly title: string
  readonly text: string
}

export interface IndexedTerms {
  readonly id: number
  readonly title: readonly string[]
  readonly text: readonly string[]
}

export interface Scored {
  readonly id: number
  readonly score: number
  readonly matched: readonly string[]
}

/** Terms hold no space, so that a list of them survives being joined and split. */
const SEPARATOR = ' '

/** A MiniSearch index whose terms come from an `Analyzer`: titles and texts in, ids best first out. */
export class TextIndex {
  readonly #analyzer: Analyzer
  readonly #frequency = new Map<string, number>()
  readonly #index = new MiniSearch<IndexedTerms>({
    fields: ['title', 'text'],
    extractField: (entry, field) =>
      field === 'id' ? String(entry.id) : entry[field as 'title' | 'text'].join(SEPARATOR),
    tokenize: (terms) => (terms === '' ? [] : terms.split(SEPARATOR)),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: BM25 },
  })

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer
  }

  get size(): number {
    return this.#index.documentCount
  }

  add({ id, title, text }: IndexedText): void {
    const terms = (words: string) => this.#analyzer.terms(words).map(({ term }) => term)
    this.addTerms({ id, title: terms(title), text: terms(text) })
  }

  /** The same for a text that is already analysed. */
  addTerms(entry: IndexedTerms): void {
    this.#index.add(entry)
    for (const term of new Set([...entry.text, ...entry.title])) {
      this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1)
    }
  }

  /** Entries that hold any of the terms, best first. */
  searchTerms(terms: readonly string[], boost: (term: string) => number = () => 1): Scored[] {
    if (terms.length === 0) return []
    return this.#index
      .search(terms.join(SEPARATOR), { boostTerm: boost })
      .map(({ id, score, queryTerms }) => ({ id: Number(id), score, matched: queryTerms }))
  }

  /** The term of the index nearest in spelling to one that it does not hold, within a fifth of its letters. */
  closest(term: string): string | null {
    const [first] = this.#index.search(term, { fuzzy: 0.2 })
    return first?.terms[0] ?? null
  }

  /** What a term is worth: about ln(N) for one that nothing holds, near 0 for one that everything does. */
  weight(term: string): number {
    return inverseFrequency(this.#frequency.get(term) ?? 0, this.size)
  }

  knows(term: string): boolean {
    return this.#frequency.has(term)
  }
}
