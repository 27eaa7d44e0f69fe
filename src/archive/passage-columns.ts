import type { ArticleTerms } from './article-terms.js'
import type { RankingColumns } from './ranking-columns.js'
import { type StringColumns, Strings } from './storage/strings.js'

/** What passages are found by. */
export interface PassageColumns {
  readonly ranking: RankingColumns
  /** How an article writes each term of the vocabulary; empty for terms that are no words. */
  readonly written: StringColumns
}

/** How the first article that has a term as a word of letters alone writes it. */
export class WrittenTerms {
  readonly #written: string[] = []

  /** @param numbers of the article's distinct terms */
  add({ written }: Pick<ArticleTerms, 'written'>, numbers: Uint32Array): void {
    for (const [place, number] of numbers.entries()) {
      if (this.#written[number]) continue
      const word = written[place]!.replace(/['’]s$/i, '')
      this.#written[number] = /^\p{L}+$/u.test(word) ? word : ''
    }
  }

  /** @param terms how many terms there are */
  columns(terms: number): StringColumns {
    return Strings.columns(Array.from({ length: terms }, (_, number) => this.#written[number] ?? ''))
  }
}
