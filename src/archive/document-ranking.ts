import { passagesOf } from '../annotate/annotate.js'
import { documentOfText } from '../annotate/document.js'
import { termsOfTexts, textsOf } from './article-terms.js'
import { NearestTerms } from './nearest-terms.js'
import { PassageRanking } from './passage-ranking.js'
import { QueryReader } from './query-reader.js'
import { RankingBuilder } from './ranking-columns.js'
import { Analyzer } from './terms.js'
import { Vocabulary, VocabularyBuilder } from './vocabulary.js'

type Id = string | number

/** A long text holds the words themselves, if it is about them: related ones only add noise. */
const NO_RELATED = 0

/** Whole documents ranked for a query, by what ranks passages. */
export class DocumentRanking {
  readonly #analyzer = new Analyzer()
  readonly #ranking: PassageRanking
  readonly #reader = new QueryReader(this.#analyzer, new NearestTerms(), NO_RELATED)
  readonly #ids: readonly Id[]

  constructor(documents: readonly { readonly id: Id; readonly title: string; readonly text: string }[]) {
    this.#ids = documents.map(({ id }) => id)
    const vocabulary = new VocabularyBuilder()
    const ranking = new RankingBuilder()
    for (const { title, text } of documents) {
      const terms = termsOfTexts(title, textsOf(text, passagesOf(documentOfText(text))), [])
      ranking.add(terms, vocabulary.numbers(terms.distinct))
    }
    this.#ranking = new PassageRanking(new Vocabulary(vocabulary.columns()), ranking.columns(vocabulary.size))
  }

  /** The best documents, at most `top` of them. */
  rank(query: string, top: number): Id[] {
    const { concepts } = this.#reader.read(query, (term) => this.#ranking.knows(term))
    return this.#ranking.articles(concepts, top).map(({ article }) => this.#ids[article]!)
  }
}
