import { passagesOf } from '../annotate/annotate.js'
import { documentOfText } from '../annotate/document.js'
import { NearestTerms } from './nearest-terms.js'
import { PassageRanking } from './passage-ranking.js'
import { QueryReader } from './query-reader.js'
import { Analyzer } from './terms.js'

type Id = string | number

/** Passages that are looked at for each document that is asked for: a long one may have many in the race. */
const PASSAGES_A_DOCUMENT = 20

/** Whole documents ranked for a query, by what ranks passages. */
export class DocumentRanking {
  readonly #analyzer = new Analyzer()
  readonly #ranking = new PassageRanking(this.#analyzer)
  readonly #reader = new QueryReader(this.#analyzer, new NearestTerms())
  readonly #ids: readonly Id[]

  constructor(documents: readonly { readonly id: Id; readonly title: string; readonly text: string }[]) {
    this.#ids = documents.map(({ id }) => id)
    for (const { title, text } of documents) {
      const passages = passagesOf(documentOfText(text)).map(({ start, end }) => text.slice(start, end))
      this.#ranking.add(title, passages)
    }
  }

  /** The best documents, at most `top` of them. */
  rank(query: string, top: number): Id[] {
    const { concepts } = this.#reader.read(query, (term) => this.#ranking.knows(term))
    return this.#ranking
      .articles(concepts, PASSAGES_A_DOCUMENT * top)
      .slice(0, top)
      .map(({ article }) => this.#ids[article]!)
  }
}
