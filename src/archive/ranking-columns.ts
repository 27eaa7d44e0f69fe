import type { ArticleTerms, TermList } from './article-terms.js'
import { TITLE_WEIGHT } from './passage-ranking.js'
import { type TextColumns, TextIndexBuilder } from './text-index.js'

/** What passages are ranked by. Passages and articles are numbered from 0 in the order in which they were added. */
export interface RankingColumns {
  readonly passages: TextColumns
  readonly titles: TextColumns
  /** Each article with its title, which counts several times. */
  readonly articles: TextColumns
  /** The first passage of each article; one more for where the last ones end. */
  readonly starts: Uint32Array
}

export class RankingBuilder {
  readonly #passages = new TextIndexBuilder()
  readonly #titles = new TextIndexBuilder()
  readonly #articles = new TextIndexBuilder()
  readonly #starts = [0]

  /** @param numbers of the article's distinct terms */
  add({ title, passages }: Pick<ArticleTerms, 'title' | 'passages'>, numbers: Uint32Array): void {
    for (const passage of passages) this.#passages.add(numbers, passage)
    this.#titles.add(numbers, title)
    this.#articles.add(numbers, ...Array<TermList>(TITLE_WEIGHT).fill(title), ...passages)
    this.#starts.push(this.#starts.at(-1)! + passages.length)
  }

  /** @param terms how many terms there are */
  columns(terms: number): RankingColumns {
    return {
      passages: this.#passages.columns(terms),
      titles: this.#titles.columns(terms),
      articles: this.#articles.columns(terms),
      starts: Uint32Array.from(this.#starts),
    }
  }
}
