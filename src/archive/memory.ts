import type { AnnotatedArticle } from '../annotate/annotations.js'
import type { Rejection } from '../articles/article.js'
import type {
  Archive,
  ArchiveStatus,
  ArticleFilter,
  ArticleResult,
  ArticleView,
  Consulted,
  EventQuery,
  EventResult,
  PassageQuery,
  PassageResult,
  QuotationQuery,
  Suggestion,
  SuggestionQuery,
  UtteranceResult,
} from './archive.js'
import { EventSearch } from './events.js'
import { summary, view } from './excerpts.js'
import type { Grouping } from './grouping.js'
import { articleFilter, PassageSearch } from './passage-search.js'
import type { PreparedArticle } from './prepare.js'
import { QuotationSearch } from './quotation-search.js'
import { Suggestions } from './suggestions.js'
import { foldForPhrases } from './terms.js'

export interface BuildFacts {
  readonly version: string
  readonly builtAt: string
  readonly buildMs: number
  readonly rejections: readonly Rejection[]
}

/**
 * An archive in the memory of one thread. Its methods are asynchronous as the door demands, and block while
 * they search: on a thread that serves Discord, use a `LiveArchive`.
 */
export class MemoryArchive implements Archive {
  readonly #articles: readonly AnnotatedArticle[]
  readonly #passages: PassageSearch
  readonly #events: EventSearch
  readonly #quotations: QuotationSearch
  readonly #suggestions: Suggestions
  readonly #consulted: Consulted
  readonly #facts: BuildFacts

  /** @param prepared in the order in which articles are listed, and of equal passages shown: see `inListOrder` */
  constructor(prepared: readonly PreparedArticle[], grouping: Grouping, facts: BuildFacts) {
    this.#articles = prepared.map(({ annotated }) => annotated)
    this.#facts = facts
    this.#passages = new PassageSearch(prepared)
    this.#events = new EventSearch(prepared, grouping.events)
    this.#quotations = new QuotationSearch(prepared, grouping)
    this.#suggestions = new Suggestions(this.#articles, () => this.#quotations.people.all())
    this.#consulted = { articles: prepared.length, asOf: this.#dates().at(-1) ?? null }
  }

  /** Makes lists of suggestions ready before somebody waits for them. */
  warmUp(): Promise<void> {
    return this.#suggestions.warmUp()
  }

  async status(): Promise<ArchiveStatus> {
    const dates = this.#dates()
    return {
      ...this.#facts,
      articles: this.#articles.length,
      passages: this.#passages.size,
      quotations: this.#quotations.size,
      dates: this.#articles.reduce((total, article) => total + article.dates.length, 0),
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    }
  }

  async articles(filter: ArticleFilter): Promise<ArticleResult> {
    const wanted = articleFilter(filter) ?? (() => true)
    const articles = this.#articles.filter(wanted).map(summary)
    return { articles, consulted: this.#consulted }
  }

  async article(name: string): Promise<ArticleView | null> {
    const wanted = foldForPhrases(name)
    if (wanted === '') return null
    const names = ({ article }: AnnotatedArticle) => [article.id, article.title].map(foldForPhrases)
    const whole = this.#articles.filter((article) => names(article).includes(wanted))
    const found =
      whole.length > 0 ? whole : this.#articles.filter((a) => names(a).some((n) => n.includes(wanted)))
    return found.length === 1 ? view(found[0]!) : null
  }

  async passages(query: PassageQuery): Promise<PassageResult> {
    return { ...this.#passages.search(query), consulted: this.#consulted }
  }

  async events(query: EventQuery): Promise<EventResult> {
    return { ...this.#events.search(query), consulted: this.#consulted }
  }

  async quotations(query: QuotationQuery): Promise<UtteranceResult> {
    return { hits: this.#quotations.search(query), consulted: this.#consulted }
  }

  async suggest(query: SuggestionQuery): Promise<readonly Suggestion[]> {
    return this.#suggestions.suggest(query)
  }

  #dates(): string[] {
    return this.#articles.flatMap(({ article }) => article.published ?? []).sort()
  }
}

/** The newest first. */
export function inListOrder(prepared: readonly PreparedArticle[]): PreparedArticle[] {
  return [...prepared].sort(({ article: a }, { article: b }) => {
    if (a.published !== b.published) return (a.published ?? '') > (b.published ?? '') ? -1 : 1
    return a.id < b.id ? -1 : 1
  })
}
