import type { Steps } from '../steps.js'
import { type EventColumns, EventsBuilder } from './events/event-columns.js'
import { type PassageColumns, WrittenTerms } from './passage-columns.js'
import type { PreparedArticle } from './prepare.js'
import { type QuotationColumns, QuotationsBuilder } from './quotation-columns.js'
import { RankingBuilder } from './ranking-columns.js'
import { type ReportColumns, reportColumns } from './reports.js'
import { type SuggestionColumns, suggestionColumns } from './suggestion-columns.js'
import { VocabularyBuilder, type VocabularyColumns } from './vocabulary.js'

/** Everything that an archive looks things up in, worked out from its articles in their order. */
export interface ArchiveColumns {
  readonly vocabulary: VocabularyColumns
  readonly passages: PassageColumns
  readonly events: EventColumns
  readonly quotations: QuotationColumns
  readonly suggestions: SuggestionColumns
  /** How many dates each article mentions. */
  readonly dates: Uint32Array
  readonly reports: ReportColumns
}

/** Indexes articles, and compares what they tell with each other. */
export function* columnsOf(articles: readonly PreparedArticle[]): Steps<ArchiveColumns> {
  const { vocabulary, passages, quotations, events, size } = yield* indexed(articles)
  const annotated = articles.map((article) => article.annotated)
  const { people, columns } = yield* quotations.columns(annotated, size)
  const tellings = yield* events.columns(articles, size)
  const reports = yield* reportColumns(articles.map(({ article }) => article))
  const suggestions = suggestionColumns(annotated, people.all())
  yield
  return {
    vocabulary,
    passages,
    events: tellings,
    quotations: columns,
    suggestions,
    dates: Uint32Array.from(annotated, ({ dates }) => dates.length),
    reports,
  }
}

/** What is done term by term, and the columns of what is then done: the lists they are made of are let go here. */
function* indexed(articles: readonly PreparedArticle[]): Steps<
  Pick<ArchiveColumns, 'vocabulary' | 'passages'> & {
    readonly quotations: QuotationsBuilder
    readonly events: EventsBuilder
    /** How many terms there are. */
    readonly size: number
  }
> {
  const vocabulary = new VocabularyBuilder()
  const written = new WrittenTerms()
  const ranking = new RankingBuilder()
  const quotations = new QuotationsBuilder()
  const events = new EventsBuilder()
  for (const article of articles) {
    const { terms, eventTerms } = article
    const numbers = vocabulary.numbers(terms.distinct)
    written.add(terms, numbers)
    ranking.add(terms, numbers)
    quotations.add(terms, numbers)
    events.add(article, vocabulary.numbers(eventTerms.distinct))
    yield
  }
  const { size } = vocabulary
  return {
    vocabulary: vocabulary.columns(),
    passages: { ranking: ranking.columns(size), written: written.columns(size) },
    quotations,
    events,
    size,
  }
}
