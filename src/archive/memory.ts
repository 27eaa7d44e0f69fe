import { createHash } from 'node:crypto'
import type { AnnotatedArticle } from '../annotate/annotations.js'
import { gapsOf } from '../articles/model/gaps.js'
import { isShortName, shortName } from '../articles/model/short-name.js'
import type { CooperativeTask } from '../lib/cooperative-tasks.js'
import { foldForPhrases } from '../text/terms.js'
import type {
  Archive,
  ArchiveStatus,
  ArticleQuery,
  ArticleRef,
  ArticleResult,
  ArticleView,
  Consulted,
  EventQuery,
  EventResult,
  PassageHit,
  PassageQuery,
  PassageResult,
  QuotationQuery,
  Suggestion,
  SuggestionQuery,
  UtteranceResult,
} from './contract/archive.js'
import { byListOrder, inListOrder } from './ingest/list-order.js'
import { eventHit } from './search/event-search.js'
import { summary, view } from './search/excerpts.js'
import { articleFilter } from './search/passage-search.js'
import { EventJoins } from './tenancy/event-joins.js'
import type { BuildFacts, Layer } from './tenancy/layer.js'
import { mergeDays } from './tenancy/merge-days.js'
import { mergeEvents } from './tenancy/merge-events.js'
import { mergeSuggestions } from './tenancy/merge-suggestions.js'
import { mergeUtterances } from './tenancy/merge-utterances.js'

/**
 * An archive in the memory of one thread: one layer of articles, or several on one another. A question is read by
 * the uppermost, which knows of all, then asked of each. The methods are asynchronous as the door demands, and
 * block while they search: on a thread that serves Discord, use a `LiveArchive`.
 */
export class MemoryArchive implements Archive {
  readonly #top: Layer
  readonly #layers: readonly Layer[]
  readonly #articles: readonly AnnotatedArticle[]
  readonly #joins: EventJoins
  readonly #consulted: Consulted

  static *of(top: Layer): CooperativeTask<MemoryArchive> {
    return new MemoryArchive(top, yield* EventJoins.of(top.all.map(({ events }) => events)))
  }

  private constructor(top: Layer, joins: EventJoins) {
    this.#top = top
    this.#layers = top.all
    this.#articles = inListOrder(this.#layers.flatMap(({ prepared }) => prepared)).map(
      ({ annotated }) => annotated,
    )
    this.#joins = joins
    this.#consulted = { articles: this.#articles.length, asOf: this.#dates().at(-1) ?? null }
  }

  /** Makes ready what somebody would have to wait for otherwise. */
  async warmUp(): Promise<void> {
    this.#top.passages.rows.warmUp()
    await this.#top.suggestions.warmUp()
    await this.#top.quotations.rows.warmUp()
  }

  async status(): Promise<ArchiveStatus> {
    const dates = this.#dates()
    const facts = this.#layers.map(({ facts }) => facts)
    const sum = (count: (layer: Layer) => number) =>
      this.#layers.reduce((total, layer) => total + count(layer), 0)
    return {
      version: versionOf(facts),
      builtAt: facts.map(({ builtAt }) => builtAt).reduce((a, b) => (a > b ? a : b)),
      buildMs: facts[0]!.buildMs,
      rejections: facts.flatMap(({ rejections }) => rejections),
      articles: this.#articles.length,
      passages: sum(({ passages }) => passages.rows.size),
      quotations: sum(({ quotations }) => quotations.rows.size),
      dates: sum(({ dates }) => dates),
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
      gaps: gapsOf(this.#articles.map(({ article }) => article)),
    }
  }

  async articles({ limit, ...filter }: ArticleQuery): Promise<ArticleResult> {
    const wanted = articleFilter(filter)
    const all = wanted ? this.#articles.filter(wanted) : this.#articles
    const articles = all.slice(0, limit).map((article) => this.#top.reports.of(summary(article)))
    return { articles, total: all.length, consulted: this.#consulted }
  }

  async article(name: string): Promise<ArticleView | null> {
    const wanted = foldForPhrases(name)
    if (wanted === '') return null
    const short = isShortName(wanted)
    const names = ({ article }: AnnotatedArticle) =>
      [article.id, article.title].map(foldForPhrases).concat(short ? shortName(article.id) : [])
    const whole = this.#articles.filter((article) => names(article).includes(wanted))
    const found =
      whole.length > 0 ? whole : this.#articles.filter((a) => names(a).some((n) => n.includes(wanted)))
    return found.length === 1 ? this.#top.reports.of(view(found[0]!)) : null
  }

  async passages(query: PassageQuery): Promise<PassageResult> {
    const reading = await this.#top.passages.read(query)
    const found = await Promise.all(this.#layers.map((layer) => layer.passages.find(reading)))
    const { size, frequencies, weights, related, unknown } = reading
    return {
      hits: bestPassages(found.map(({ hits }) => hits))
        .slice(0, query.limit)
        // Not copied: to copy a hit is to read all of it.
        .map((hit) => Object.assign(hit, { article: this.#top.reports.of(hit.article) })),
      total: found.reduce((sum, { total }) => sum + total, 0),
      size,
      frequencies,
      weights,
      related,
      unknown,
      consulted: this.#consulted,
    }
  }

  async events(query: EventQuery): Promise<EventResult> {
    const reading = this.#top.events.read(query)
    const { found, days } =
      query.days === undefined
        ? {
            found: mergeEvents(
              this.#layers.map((layer) => layer.events.find(reading)),
              this.#joins,
              reading,
            ),
            days: undefined,
          }
        : mergeDays(
            this.#layers.map((layer) => layer.events.findDays(reading)),
            this.#joins,
            reading,
          )
    const hits = found.map((event) => eventHit(event, reading, (article) => this.#top.reports.of(article)))
    return { hits, ...(days === undefined ? {} : { days }), consulted: this.#consulted }
  }

  async quotations(query: QuotationQuery): Promise<UtteranceResult> {
    const reading = await this.#top.quotations.read(query)
    const found = mergeUtterances(
      await Promise.all(this.#layers.map((layer) => layer.quotations.find(reading))),
      query.limit,
    )
    const hits = found.map((hit) => ({
      ...hit,
      wordings: hit.wordings.map((wording) => this.#reported(wording)),
    }))
    const { holders = [], possible = [] } = reading.wanted ?? {}
    return { hits, holders, possible, consulted: this.#consulted }
  }

  async suggest(query: SuggestionQuery): Promise<readonly Suggestion[]> {
    const nameOf = (value: string) =>
      query.kind === 'speaker' ? this.#top.quotations.rows.nameOf(value) : value
    return mergeSuggestions(
      this.#layers.map((layer) => layer.suggestions.suggest(query)),
      query.limit,
      nameOf,
    )
  }

  #reported<T extends { readonly article: ArticleRef }>(hit: T): T {
    return { ...hit, article: this.#top.reports.of(hit.article) }
  }

  #dates(): string[] {
    return this.#articles.flatMap(({ article }) => article.published ?? []).sort()
  }
}

function bestPassages(layers: readonly (readonly PassageHit[])[]): readonly PassageHit[] {
  const [only] = layers
  if (layers.length === 1) return only!
  return layers.flat().sort((a, b) => b.score - a.score || byListOrder(a.article, b.article))
}

/** Of one layer its own version; of several one that changes with any of theirs. */
function versionOf(facts: readonly BuildFacts[]): string {
  const versions = facts.map(({ version }) => version)
  if (versions.length === 1) return versions[0]!
  return createHash('sha256').update(versions.join(' ')).digest('hex').slice(0, 12)
}
