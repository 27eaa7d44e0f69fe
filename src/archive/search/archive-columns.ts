import type { ArticleTerms, TermList } from '../../knowledge/article-terms.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import { PASSAGE_FIELDS, TermIndex } from '../../retrieval/index.js'
import { type ReportColumns, reportColumns } from '../ingest/syndication-clusters.js'
import type { PreparedArticle } from '../storage/prepared-article.js'
import { type EventColumns, EventsBuilder } from './events/event-columns.js'
import { MENTION_FIELDS, mentionTerms } from './events/mention-index.js'
import type { PassageColumns } from './memory-passages.js'
import { QUOTATION_FIELDS, type QuotationColumns, quotationColumns } from './quotation-columns.js'
import { type SuggestionColumns, suggestionColumns } from './suggestion-columns.js'

/** Everything that an archive looks things up in, worked out from its articles in their order. */
export interface ArchiveColumns {
  readonly passages: PassageColumns
  readonly events: EventColumns
  readonly quotations: QuotationColumns
  readonly suggestions: SuggestionColumns
  /** How many dates each article mentions. */
  readonly dates: Uint32Array
  readonly reports: ReportColumns
}

type Articles = readonly PreparedArticle[]

/**
 * Indexes articles, and compares what they tell with each other.
 * @param found whether passages and quotations are indexed, and suggestions made, too; otherwise there are none here
 */
export function* columnsOf(articles: Articles, { found = true } = {}): CooperativeTask<ArchiveColumns> {
  const annotated = articles.map((article) => article.annotated)
  const passages = yield* passageColumns(found ? articles : [])
  const said = yield* indexed(QUOTATION_FIELDS, found ? articles : [], ({ terms }) =>
    terms.quotations.map((quotation) => ({ said: termsIn(terms, quotation) })),
  )
  const { people, columns: quotations } = yield* quotationColumns(found ? annotated : [], said)
  const mentions = yield* indexed(MENTION_FIELDS, articles, ({ eventTerms }) => mentionTerms(eventTerms))
  const builder = new EventsBuilder()
  for (const article of articles) {
    builder.add(article)
    yield
  }
  const events = yield* builder.columns(articles, mentions)
  const reports = yield* reportColumns(articles.map(({ article }) => article))
  const suggestions = suggestionColumns(found ? annotated : [], people.all())
  yield
  return {
    passages,
    events,
    quotations,
    suggestions,
    dates: Uint32Array.from(annotated, ({ dates }) => dates.length),
    reports,
  }
}

function* passageColumns(articles: Articles): CooperativeTask<PassageColumns> {
  const written = new Map<string, string>()
  const index = yield* indexed(PASSAGE_FIELDS, articles, ({ terms }) => {
    for (const [place, term] of terms.distinct.entries()) {
      const word = terms.written[place]!.replace(/['’]s$/i, '')
      if (!written.has(term) && /^\p{L}+$/u.test(word)) written.set(term, word)
    }
    const title = termsIn(terms, terms.title)
    return terms.passages.map((passage, at) => ({
      title: at === 0 ? title : [],
      text: termsIn(terms, passage),
    }))
  })
  return { index, written: [...written].flat() }
}

/** An index of what the articles hold, one article behind the other. */
function* indexed<F extends string>(
  fields: readonly F[],
  articles: Articles,
  unitsOf: (article: PreparedArticle) => readonly Readonly<Record<F, readonly string[]>>[],
) {
  const index = new TermIndex(fields)
  for (const [group, article] of articles.entries()) {
    for (const unit of unitsOf(article)) index.add({ id: index.size, group, fields: unit })
    yield
  }
  return index.columns()
}

const termsIn = ({ distinct }: ArticleTerms, places: TermList) => places.map((place) => distinct[place]!)
