import type {
  DateMention,
  EventStatus,
  Interval,
  NameMention,
  Quotation,
} from '../../annotate/annotations.js'
import type { PartialDate } from '../../annotate/partial-dates.js'
import type { CalendarDate, PublishedBasis, Rejection, Span } from '../../articles/model/article.js'
import type { Gaps } from '../../articles/model/gaps.js'
import { message } from '../../i18n/message.js'
import { MessageError } from '../../i18n/message-error.js'
import type { OfficeHolder } from '../../knowledge/index.js'
import type { UnknownWord } from '../../retrieval/index.js'

export type { OfficeHolder, UnknownWord }

/** Whose question it is. A server sees the shared articles and its own; `null` sees the shared ones. */
export interface Scope {
  readonly server: string | null
}

/** What a citation needs to know of an article. */
export interface ArticleRef {
  readonly id: string
  readonly title: string
  readonly outlet: string | null
  readonly published: CalendarDate | null
  readonly publishedBasis: PublishedBasis | null
  readonly url: string | null
  /** The id of the earliest printing of the same report, where there are several: reprints, versions. */
  readonly report?: string
  /** The id of the newest version of this article, where that is another one. */
  readonly newer?: string
}

export interface ArticleSummary extends ArticleRef {
  readonly author: string | null
  readonly paragraphs: number
  /** The first sentence of the body. */
  readonly lead: Excerpt | null
}

/** A verbatim piece of an article: `text` is the file's `start..end`. */
export interface Excerpt extends Span {
  readonly text: string
  /** As shown to people: the first paragraph of the body is 1, the headline 0. */
  readonly paragraph: number
}

export interface ArticleView extends ArticleSummary {
  readonly body: readonly Excerpt[]
}

/** Optional limits of a search; all of them must hold. */
export interface ArticleFilter {
  readonly outlet?: string
  readonly since?: CalendarDate
  readonly until?: CalendarDate
  /** Only what the server's moderators have added. */
  readonly own?: boolean
  /** Only these, by their ids. */
  readonly among?: readonly string[]
}

export interface ArticleQuery extends ArticleFilter {
  /** All by default. */
  readonly limit?: number
}

/**
 * One thing that passages are asked for. The term and its synonyms count as one term: what a passage holds of them
 * is summed before it is saturated, and it is worth what the term itself is worth.
 */
export interface QueryTerm {
  /** As `Analyzer` gives it. */
  readonly term: string
  /** Other terms that count for it, and how much an occurrence of each counts, 0 to 1. */
  readonly synonyms: Readonly<Record<string, number>>
  /** What it counts beside the others; 1 where absent. */
  readonly weight?: number
}

export interface PassageQuery extends ArticleFilter {
  readonly words: string
  /** What is asked for, in place of what the words would be read as; `phrases` limit them all the same. */
  readonly terms?: readonly QueryTerm[]
  /** Each must stand in the passage as written, but for case, spacing and the form of quotation marks. */
  readonly phrases?: readonly string[]
  /** Passages that hold any of these are left out. */
  readonly without?: readonly string[]
  readonly limit: number
}

/** A passage that matches, with all that was annotated in it. Every span is of the article's file. */
export interface PassageHit {
  readonly article: ArticleRef
  readonly passage: Excerpt
  readonly sentences: readonly Excerpt[]
  readonly dates: readonly DateMention[]
  readonly quotations: readonly Quotation[]
  readonly names: readonly NameMention[]
  /** What stands around it in its article: the sentence before it, the one behind it, the first of the body. */
  readonly around: { readonly before: string; readonly behind: string; readonly lead: string }
  readonly score: number
  /**
   * Stems of the query that the passage, its article's title or a neighbour holds: 1 for the stem itself, less
   * where only a related one stands there.
   */
  readonly matched: Readonly<Record<string, number>>
}

export interface PassageResult {
  /** Best first. What was annotated in each is read when it is asked for. */
  readonly hits: readonly PassageHit[]
  /** How many passages matched in all. */
  readonly total: number
  /** How many passages there are, and how many of them hold each term that counted for the query. */
  readonly size: number
  readonly frequencies: Readonly<Record<string, number>>
  /** How rare each stem of the query is (idf): what a match of it is worth. */
  readonly weights: Readonly<Record<string, number>>
  /** Other stems that count for a stem of the query, and how much, 0 to 1. */
  readonly related: Readonly<Record<string, { readonly stem: string; readonly share: number }>>
  /** The words of the query that no article holds. */
  readonly unknown: readonly UnknownWord[]
  /** The newest publication date and the number of articles that the query was asked of. */
  readonly consulted: Consulted
}

export interface Consulted {
  readonly articles: number
  readonly asOf: CalendarDate | null
}

export interface EventQuery extends ArticleFilter {
  /** Absent: every event. */
  readonly topic?: string
  /** Only events that touch these days. */
  readonly from?: CalendarDate
  readonly to?: CalendarDate
  /** Durations ("for 50 minutes") instead of dated events. */
  readonly durations?: boolean
  /** Also events of which no article tells the year, or which week's Friday is meant; only where no days are given. */
  readonly partial?: boolean
  /** Only what happened on the so many days that matter most, one event for each, the most important first. */
  readonly days?: number
  readonly limit: number
}

/** One mention of an event. */
export interface EventReport {
  readonly article: ArticleRef
  readonly sentence: Excerpt
  readonly date: DateMention
  readonly status: EventStatus
  /** How much of the topic's weight this mention holds, 0 to 1; a word far from the date counts less. */
  readonly match: number
}

/** Something that has a date, as one article or several tell of it. */
export interface EventHit {
  /** The clause that tells of it, without its date, cut to a line. */
  readonly label: string
  /** What most outlets give; of equals the most precise. Null for durations, and where no article tells the year. */
  readonly interval: Interval | null
  /** What is known of the date where no article tells the year; otherwise null. */
  readonly partial: PartialDate | null
  /** As the newest of the articles that know has it. */
  readonly status: EventStatus
  /** True where all that is dated is that somebody said something. */
  readonly reporting: boolean
  readonly participants: readonly string[]
  readonly place: string | null
  /** At least one; those nearest to the topic first. */
  readonly reports: readonly EventReport[]
  /** As of a report, for all of them together. */
  readonly match: number
  /** The share of the topic's weight that stands anywhere near the event, 0 to 1. */
  readonly coverage: number
  /** The share of it that stands in the sentence of the date. */
  readonly near: number
}

export interface EventResult {
  /** Best first. */
  readonly hits: readonly EventHit[]
  /** Where the days that matter most are asked for: how many days the articles tell something of. */
  readonly days?: number
  readonly consulted: Consulted
}

export interface QuotationQuery {
  /** The remembered wording; empty for all that a speaker said. */
  readonly words: string
  readonly speaker?: string
  readonly limit: number
}

/**
 * `exact`: the query stands in it word for word; `close`: as far as one remembers words; `opposite`: so, but one of the two is
 * denied; `loose`: some of its words.
 */
export type QuotationMatch = 'exact' | 'close' | 'opposite' | 'loose'

/** One printing of an utterance. */
export interface QuotationHit {
  readonly article: ArticleRef
  readonly quotation: Quotation
  /** The words that were said. */
  readonly said: Excerpt
  /** The sentences that hold and attribute them. */
  readonly context: Excerpt
}

/** One thing that one person said, in every wording that the articles print of it. */
export interface UtteranceHit {
  /** Who spoke: one name for all spellings and surnames across the articles. Null where it is not clear. */
  readonly person: string | null
  /** How well the best of the wordings fits the query. */
  readonly match: QuotationMatch
  /** The share of the query's weight that stands together in it, 0 to 1. */
  readonly coverage: number
  readonly score: number
  /** At least one; the direct ones first, then the earliest. */
  readonly wordings: readonly QuotationHit[]
}

export interface UtteranceResult {
  readonly hits: readonly UtteranceHit[]
  /** Where the speaker is asked for by office: who holds it, the newest holder first. */
  readonly holders: readonly OfficeHolder[]
  /** Where nobody is said to hold it: those whose office is given without the country that is asked for. */
  readonly possible: readonly OfficeHolder[]
  readonly consulted: Consulted
}

export interface ArticleResult {
  /** The newest first. */
  readonly articles: readonly ArticleSummary[]
  /** How many there are without the limit. */
  readonly total: number
  readonly consulted: Consulted
}

export type SuggestionKind = 'topic' | 'speaker' | 'quotation' | 'outlet' | 'article'

export interface SuggestionQuery {
  readonly kind: SuggestionKind
  /** What has been typed so far; may be empty. */
  readonly typed: string
  readonly limit: number
}

export interface Suggestion {
  /** What is shown. */
  readonly label: string
  /** What is sent when it is picked. */
  readonly value: string
}

export interface ArchiveStatus {
  /** Changes with every build whose articles differ. */
  readonly version: string
  readonly builtAt: string
  readonly buildMs: number
  readonly articles: number
  readonly passages: number
  readonly quotations: number
  readonly dates: number
  readonly oldest: CalendarDate | null
  readonly newest: CalendarDate | null
  readonly rejections: readonly Rejection[]
  /** What articles lack: a date, an outlet. */
  readonly gaps: Gaps
}

/**
 * The one narrow door to everything known at one moment. Arguments and results are plain data that can be
 * cloned or serialised, so that a worker thread or a database may stand behind it; nobody outside this room
 * knows which. An archive never changes: a reload makes a new one.
 */
export interface Archive {
  status(scope: Scope): Promise<ArchiveStatus>
  /** Newest first. */
  articles(query: ArticleQuery, scope: Scope): Promise<ArticleResult>
  /** By file name, title, or a part of either; null when none or more than one fits. */
  article(name: string, scope: Scope): Promise<ArticleView | null>
  passages(query: PassageQuery, scope: Scope): Promise<PassageResult>
  events(query: EventQuery, scope: Scope): Promise<EventResult>
  quotations(query: QuotationQuery, scope: Scope): Promise<UtteranceResult>
  suggest(query: SuggestionQuery, scope: Scope): Promise<readonly Suggestion[]>
}

/** What a reload did, article by article. */
export interface ReloadReport {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: number
  readonly rejected: readonly Rejection[]
  /** What the articles lack that there are now. */
  readonly gaps: Gaps
  readonly ms: number
}

/** The archive that is being served: the same door, whose contents a reload swaps from one call to the next. */
export interface LiveArchive extends Archive {
  /**
   * Builds a new archive beside the one being served and swaps it in when it is ready.
   * @param by who asked, for the log and for whoever asks meanwhile
   * @throws ReloadInProgress when one is under way; @throws WorseArchive when the new one is not fit to take the
   *   place of the old, unless it is wanted `anyway`; @throws Error when it can't be built – the old one goes on
   *   serving in each case
   */
  reload(by: string, options?: { readonly anyway?: boolean }): Promise<ReloadReport>
  vitals(): ArchiveVitals
  /**
   * Reads the articles of one server anew, after they have changed. Nothing else is touched; when it is done,
   * that server's questions find them as they are.
   */
  renew(server: string): Promise<void>
  /**
   * Takes in files that have come into the shared folders, by the ids of their articles: they are found from now on,
   * beside what the archive was built of. The next reload builds all of it anew.
   * @returns whether that could be done; otherwise they are found after a reload
   */
  extend(ids: readonly string[]): Promise<boolean>
  close(): Promise<void>
}

/** How the archive is doing, as far as it can be told without asking it. */
export interface ArchiveVitals {
  /** How many articles everybody sees, and how many files were rejected. */
  readonly articles: number
  readonly rejected: number
  /** Since the articles were read. */
  readonly ageMs: number
  /** Who reloads it, and since when; null where nobody does. */
  readonly reloading: { readonly by: string; readonly since: Date } | null
  readonly reloads: number
  /** Reloads whose archive was worse. */
  readonly refused: number
  /** Times that its thread crashed or hung and was replaced. */
  readonly restarts: number
}

export class ReloadInProgress extends MessageError {
  override readonly name = 'ReloadInProgress'
  readonly by: string
  readonly since: Date

  constructor(by: string, since: Date) {
    super([message('noteReloading', { name: by, time: since.toISOString().slice(11, 19) })])
    this.by = by
    this.since = since
  }
}

/** Why a new archive is worse than the one being served. */
export type Worse =
  /** It has no article. */
  | 'empty'
  /** More than half of the articles are gone. */
  | 'gone'
  /** More files are rejected than taken, and more than before. */
  | 'rejected'

/** The new archive is worse than the old, which goes on serving. */
export class WorseArchive extends Error {
  override readonly name = 'WorseArchive'
  readonly why: Worse
  /** What the reload would have done. */
  readonly report: ReloadReport

  constructor(why: Worse, report: ReloadReport) {
    super(`The new archive is worse than the old: ${WORSE[why]}.`)
    this.why = why
    this.report = report
  }
}

const WORSE: Readonly<Record<Worse, string>> = {
  empty: 'it has no article',
  gone: 'more than half of the articles are gone',
  rejected: 'more files are rejected than taken',
}

/** The archive could not answer this time, and what to do. A new one is being started. */
export class ArchiveUnavailable extends MessageError {
  override readonly name = 'ArchiveUnavailable'
}
