import MiniSearch, { type Options } from 'minisearch'
import type { Analyzer } from './terms.js'

/** BM25 with Robertson’s usual constants; d is the lower bound of BM25+ (Lv & Zhai 2011), which hurt here. */
const BM25 = { k: 1.2, b: 0.75, d: 0 }

export interface IndexedText {
  readonly id: number
  readonly title: string
  readonly text: string
}

export interface Scored {
  readonly id: number
  readonly score: number
  readonly matched: readonly string[]
}

/** A MiniSearch index whose terms come from an `Analyzer`: titles and texts in, ids best first out. */
export class TextIndex {
  readonly #index: MiniSearch<IndexedText>
  readonly #analyzer: Analyzer
  readonly #frequency = new Map<string, number>()
  readonly #titleBoost: number

  constructor(analyzer: Analyzer, { titleBoost = 1 }: { titleBoost?: number } = {}) {
    this.#analyzer = analyzer
    this.#titleBoost = titleBoost
    this.#index = new MiniSearch(indexOptions(analyzer))
  }

  get size(): number {
    return this.#index.documentCount
  }

  add(entry: IndexedText): void {
    this.#index.add(entry)
    const terms = new Set([...this.#analyzer.distinct(entry.text), ...this.#analyzer.distinct(entry.title)])
    for (const term of terms) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1)
  }

  /** Entries that hold any term of the words, best first. */
  search(words: string): Scored[] {
    return this.#index
      .search(words, { boost: { title: this.#titleBoost } })
      .map(({ id, score, queryTerms }) => ({ id, score, matched: queryTerms }))
  }

  /** The same for terms that an analyzer made. */
  searchTerms(terms: readonly string[]): Scored[] {
    return this.#index
      .search({ combineWith: 'OR', queries: [...terms] }, { tokenize: (term) => [term] })
      .map(({ id, score, queryTerms }) => ({ id, score, matched: queryTerms }))
  }

  /** The term of the index nearest in spelling to one that it does not hold, within a fifth of its letters. */
  closest(term: string): string | null {
    const [first] = this.#index.search(term, { fuzzy: 0.2, tokenize: (text) => [text] })
    return first?.terms[0] ?? null
  }

  /** Robertson–Spärck Jones weight of a term: about ln(N) for one that nothing holds, near 0 for one in all. */
  weight(term: string): number {
    const n = this.#frequency.get(term) ?? 0
    return Math.log(1 + (this.size - n + 0.5) / (n + 0.5))
  }

  knows(term: string): boolean {
    return this.#frequency.has(term)
  }
}

function indexOptions(analyzer: Analyzer): Options<IndexedText> {
  return {
    fields: ['title', 'text'],
    tokenize: (text) => analyzer.terms(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: BM25 },
  }
}
