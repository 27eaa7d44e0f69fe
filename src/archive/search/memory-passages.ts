import type { AnnotatedArticle } from '../../annotate/annotations.js'
import {
  type IndexColumns,
  MiniSearchRetriever,
  type NearestTerms,
  PASSAGE_FIELDS,
  type PassageField,
  SpellingCorrector,
  TermIndex,
} from '../../retrieval/index.js'
import type { Candidates, UnitFilter, UnitId } from '../../retrieval/port.js'
import type { ArticleFilter } from '../contract/archive.js'
import {
  articleFilter,
  hasWordings,
  type PassageRows,
  type Place,
  startsOf,
  textOf,
  type Wordings,
} from './passage-search.js'

/** What passages are found by. */
export interface PassageColumns {
  readonly index: IndexColumns
  /** How an article writes each term that is a word: the term, then the word, and so on. */
  readonly written: readonly string[]
}

/** The passages of articles in memory, found by MiniSearch. */
export class MemoryPassages implements PassageRows {
  readonly retriever: MiniSearchRetriever<PassageField>
  readonly spellings: NearestTerms = { nearest: (word) => this.#nearestTerms.nearest(word) }
  readonly #articles: readonly AnnotatedArticle[]
  readonly #columns: PassageColumns
  readonly #background: MemoryPassages | null
  /** The first passage of each article. */
  readonly #starts: readonly number[]
  #nearest: SpellingCorrector | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    columns: PassageColumns,
    background: MemoryPassages | null = null,
  ) {
    this.#articles = articles
    this.#columns = columns
    this.#background = background
    this.retriever = new MiniSearchRetriever(TermIndex.load(PASSAGE_FIELDS, columns.index), {
      groupField: 'title',
      base: background ? background.retriever : null,
    })
    this.#starts = startsOf(columns.index.groups, articles.length)
  }

  get size(): number {
    return this.retriever.index.documentCount
  }

  /** Makes ready what is needed for words that no article holds; otherwise the first of them waits for it. */
  warmUp(): void {
    void this.#nearestTerms
  }

  filter(query: ArticleFilter, terms: readonly string[], wordings: Wordings | null): UnitFilter {
    const wanted = articleFilter(query)
    return {
      inGroup: wanted && ((article) => wanted(this.#articles[article]!)),
      holding: terms,
      accepts: wordings && ((id) => this.#holds(id, wordings)),
    }
  }

  async all({ inGroup, accepts }: UnitFilter, limit: number): Promise<Candidates> {
    const found: UnitId[] = []
    for (let id = 0; id < this.size; id++) {
      if (inGroup?.(this.#articleOf(id)) !== false && accepts?.(id) !== false) found.push(id)
    }
    const best = found.slice(0, limit).map((id) => ({ id, group: this.#articleOf(id) }))
    return { best, total: found.length }
  }

  async places(ids: readonly UnitId[]): Promise<Place[]> {
    return ids.map((id) => this.#place(id))
  }

  /** In the order in which the articles bring them, so that of two words as near the first is found. */
  get #nearestTerms(): SpellingCorrector {
    if (this.#nearest) return this.#nearest
    const nearest = new SpellingCorrector(this.#background ? this.#background.#nearestTerms : null)
    const { written } = this.#columns
    for (let at = 0; at < written.length; at += 2) nearest.add(written[at]!, written[at + 1]!)
    this.#nearest = nearest
    return nearest
  }

  #holds(id: UnitId, wordings: Wordings): boolean {
    const { owner, passage } = this.#place(id)
    return hasWordings(textOf(owner, passage), wordings)
  }

  #articleOf(id: UnitId): number {
    return this.retriever.index.groupOf(id)
  }

  #place(id: UnitId): Place {
    const article = this.#articleOf(id)
    const owner = this.#articles[article]!
    return { owner, passage: owner.passages[id - this.#starts[article]!]! }
  }
}
