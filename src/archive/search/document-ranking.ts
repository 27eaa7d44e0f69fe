import { passagesOf } from '../../annotate/annotate.js'
import { documentOfText } from '../../annotate/document.js'
import { textsOf } from '../../knowledge/article-terms.js'
import {
  MiniSearchRetriever,
  PASSAGE_FIELDS,
  type PassageField,
  QueryAnalyzer,
  rankArticles,
  SpellingCorrector,
  TermIndex,
  weigh,
} from '../../retrieval/index.js'
import { Analyzer } from '../../text/terms.js'

type Id = string | number

/** A long text holds the words themselves, if it is about them: related ones only add noise. */
const NO_RELATED = 0

/** Whole documents ranked for a query, by what ranks passages. */
export class DocumentRanking {
  readonly #analyzer = new Analyzer()
  readonly #retriever: MiniSearchRetriever<PassageField>
  readonly #reader = new QueryAnalyzer(this.#analyzer, new SpellingCorrector(), NO_RELATED)
  readonly #ids: readonly Id[]

  constructor(documents: readonly { readonly id: Id; readonly title: string; readonly text: string }[]) {
    this.#ids = documents.map(({ id }) => id)
    const index = new TermIndex(PASSAGE_FIELDS)
    const terms = (text: string) => this.#analyzer.terms(text).map(({ term }) => term)
    for (const [group, { title, text }] of documents.entries()) {
      for (const [at, passage] of textsOf(text, passagesOf(documentOfText(text))).entries()) {
        index.add({
          id: index.size,
          group,
          fields: { title: at === 0 ? terms(title) : [], text: terms(passage) },
        })
      }
    }
    this.#retriever = new MiniSearchRetriever(index, { groupField: 'title' })
  }

  /** The best documents, at most `top` of them. */
  async rank(query: string, top: number): Promise<Id[]> {
    const { concepts } = await this.#reader.read(query, this.#retriever)
    const weighed = await weigh(concepts, this.#retriever)
    return (await rankArticles(weighed, this.#retriever, top)).map((document) => this.#ids[document]!)
  }
}
