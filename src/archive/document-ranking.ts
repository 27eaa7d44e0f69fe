import { Analyzer } from './terms.js'
import { TextIndex } from './text-index.js'

type Id = string | number

/** Whole documents ranked for a query, by the same index that ranks passages. */
export class DocumentRanking {
  readonly #index = new TextIndex(new Analyzer())
  readonly #ids: readonly Id[]

  constructor(documents: readonly { readonly id: Id; readonly title: string; readonly text: string }[]) {
    this.#ids = documents.map(({ id }) => id)
    for (const [id, { title, text }] of documents.entries()) this.#index.add({ id, title, text })
  }

  /** The best documents, at most `top` of them. */
  rank(query: string, top: number): Id[] {
    return this.#index
      .search(query)
      .slice(0, top)
      .map(({ id }) => this.#ids[id]!)
  }
}
