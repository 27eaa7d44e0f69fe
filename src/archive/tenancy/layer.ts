import type { Rejection } from '../../articles/model/article.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import { Reports } from '../ingest/syndication-clusters.js'
import type { ArchiveColumns } from '../search/archive-columns.js'
import { EventSearch } from '../search/event-search.js'
import { MemoryPassages } from '../search/memory-passages.js'
import { MemoryQuotations } from '../search/memory-quotations.js'
import { PassageSearch } from '../search/passage-search.js'
import { QuotationSearch } from '../search/quotation-search.js'
import { Suggestions } from '../search/suggestions.js'
import type { PreparedArticle } from '../storage/prepared-article.js'

export interface BuildFacts {
  readonly version: string
  readonly builtAt: string
  readonly buildMs: number
  readonly rejections: readonly Rejection[]
}

/**
 * Articles that belong together, such as those of one server or those that came last, with indexes of their own. A
 * layer may lie on another, its background: it knows that one's words and people, so that a question can be read once
 * and asked of both, with scores that can be compared. The background knows nothing of what lies on it.
 */
export class Layer {
  readonly prepared: readonly PreparedArticle[]
  readonly facts: BuildFacts
  readonly background: Layer | null
  readonly passages: PassageSearch<MemoryPassages>
  readonly events: EventSearch
  readonly quotations: QuotationSearch<MemoryQuotations>
  readonly suggestions: Suggestions
  readonly reports: Reports
  /** How many dates its articles mention. */
  readonly dates: number

  /**
   * @param prepared in the order in which articles are listed, and of equal passages shown: see `inListOrder`
   * @param columns from `columnsOf` of these articles in this order
   */
  static *of(
    prepared: readonly PreparedArticle[],
    columns: ArchiveColumns,
    facts: BuildFacts,
    background: Layer | null,
  ): CooperativeTask<Layer> {
    const reports = yield* Reports.of(prepared, columns.reports, background?.reports ?? null)
    const layer = new Layer(prepared, columns, facts, background, reports)
    // Its people are compared with those below, which others who ask must not have to wait for.
    if (background) yield* layer.quotations.rows.readPeople()
    return layer
  }

  private constructor(
    prepared: readonly PreparedArticle[],
    columns: ArchiveColumns,
    facts: BuildFacts,
    background: Layer | null,
    reports: Reports,
  ) {
    this.prepared = prepared
    this.facts = facts
    this.background = background
    this.reports = reports
    const articles = prepared.map(({ annotated }) => annotated)
    this.passages = new PassageSearch(
      new MemoryPassages(articles, columns.passages, background?.passages.rows),
    )
    this.events = new EventSearch(prepared, columns.events, columns.reports.first, background?.events)
    this.quotations = new QuotationSearch(
      new MemoryQuotations(articles, columns.quotations, background?.quotations.rows),
    )
    this.suggestions = new Suggestions(columns.suggestions)
    this.dates = columns.dates.reduce((sum, dates) => sum + dates, 0)
  }

  /** The layer and those that it lies on, the lowest first. */
  get all(): readonly Layer[] {
    return [...(this.background?.all ?? []), this]
  }
}
