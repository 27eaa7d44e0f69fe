import type { AnnotatedArticle, EventMention } from '../../annotate/annotations.js'
import { parseDay, ymd } from '../../annotate/calendar.js'
import { isYearless, partialDateOf, yearlessDays } from '../../annotate/partial-dates.js'
import type { EventMentionFacts, EventMentionRecord } from './entries.js'
import type { EventTerms } from './event-terms.js'

/** Every mention of an archive, article by article and in each in the order of the text. */
export interface EventMentionColumns {
  /** The first mention of each article; one more for where the last ones end. */
  readonly starts: Uint32Array
  /** What is known of each; see `FLAGS`. */
  readonly flags: Uint16Array
  readonly told: Uint8Array
  /** Its days as days since 1970, where it has any; of a day without a year as `yearlessDays` counts them. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Of each article, when it was published, as days since 1970; `UNDATED` where that is not known. */
  readonly published: Int32Array
}

const FLAGS = {
  dated: 1,
  duration: 2,
  reporting: 4,
  precise: 8,
  placed: 16,
  named: 32,
  yearless: 64,
  written: 128,
  daily: 256,
} as const
const UNDATED = -(2 ** 31)
const MOST_TOLD = 0xff

export class EventMentionsBuilder {
  readonly #starts = [0]
  readonly #flags: number[] = []
  readonly #told: number[] = []
  readonly #first: number[] = []
  readonly #last: number[] = []
  readonly #published: number[] = []

  add({ article, events }: AnnotatedArticle, eventTerms: EventTerms): void {
    for (const [at, { date, reporting, places, participants }] of events.entries()) {
      const { interval, type } = date
      const partial = partialDateOf(date)
      const days = isYearless(partial) ? yearlessDays(partial) : null
      this.#flags.push(
        (interval ? FLAGS.dated : 0) |
          (days ? FLAGS.yearless : 0) |
          (type === 'DURATION' ? FLAGS.duration : 0) |
          (reporting ? FLAGS.reporting : 0) |
          (interval?.grain === 'day' || (isYearless(partial) && partial.grain === 'day')
            ? FLAGS.precise
            : 0) |
          (places.length > 0 ? FLAGS.placed : 0) |
          (participants.length > 0 ? FLAGS.named : 0) |
          (/\d/.test(date.text) ? FLAGS.written : 0) |
          (interval?.grain === 'day' || interval?.grain === 'instant' ? FLAGS.daily : 0),
      )
      this.#told.push(Math.min(MOST_TOLD, eventTerms.events[at]!.clause.length))
      this.#first.push(parseDay(interval?.start ?? null) ?? days?.first ?? 0)
      this.#last.push(parseDay(interval?.end ?? null) ?? days?.last ?? 0)
    }
    this.#starts.push(this.#flags.length)
    this.#published.push(parseDay(article.published) ?? UNDATED)
  }

  columns(): EventMentionColumns {
    return {
      starts: Uint32Array.from(this.#starts),
      flags: Uint16Array.from(this.#flags),
      told: Uint8Array.from(this.#told),
      first: Int32Array.from(this.#first),
      last: Int32Array.from(this.#last),
      published: Int32Array.from(this.#published),
    }
  }
}

interface Article {
  readonly annotated: AnnotatedArticle
  readonly eventTerms: EventTerms
}

/** The mentions of an archive. What many of them are asked lies in columns, the rest in their articles. */
export class EventMentions {
  readonly #articles: readonly Article[]
  readonly #columns: EventMentionColumns
  readonly #articleOf: Uint32Array

  constructor(articles: readonly Article[], columns: EventMentionColumns) {
    this.#articles = articles
    this.#columns = columns
    this.#articleOf = new Uint32Array(columns.flags.length)
    for (const article of articles.keys()) {
      this.#articleOf.fill(article, columns.starts[article]!, columns.starts[article + 1]!)
    }
  }

  get size(): number {
    return this.#articleOf.length
  }

  at(id: number): EventMentionRecord {
    const article = this.#articleOf[id]!
    return new LazyRecord(this.#articles[article]!, id - this.#columns.starts[article]!, this.#factsOf(id))
  }

  ids(): Iterable<number> {
    return this.#articleOf.keys()
  }

  *[Symbol.iterator](): Generator<EventMentionRecord> {
    for (let id = 0; id < this.size; id++) yield this.at(id)
  }

  /** Its days, as days since 1970; null for durations, and where the year is not known. */
  daysOf(id: number): EventMentionFacts['days'] {
    return this.#days(id, FLAGS.dated)
  }

  /** The days that are known without their year, see `yearlessDays`. */
  yearlessOf(id: number): EventMentionFacts['yearless'] {
    return this.#days(id, FLAGS.yearless)
  }

  /** The years of its dated mentions, the newest first. */
  years(most: number): number[] {
    const found = new Set<number>()
    for (let id = 0; id < this.size; id++) {
      const days = this.daysOf(id)
      if (days) found.add(ymd(days.first).year)
    }
    return [...found].sort((a, b) => b - a).slice(0, most)
  }

  #days(id: number, flag: number): EventMentionFacts['days'] {
    const { flags, first, last } = this.#columns
    return (flags[id]! & flag) > 0 ? { first: first[id]!, last: last[id]! } : null
  }

  /** The place of its article in the list. */
  articleOf(id: number): number {
    return this.#articleOf[id]!
  }

  /** When its article was published, as days since 1970; null where that is not known. */
  publishedOf(id: number): number | null {
    const day = this.#columns.published[this.#articleOf[id]!]!
    return day === UNDATED ? null : day
  }

  /** The day that it gives to the day, or the first of several; null for what is vaguer. */
  dayOf(id: number): number | null {
    const { flags, first } = this.#columns
    return (flags[id]! & FLAGS.daily) > 0 ? first[id]! : null
  }

  /** Whether its day is written out ("22 April"), and not told by its distance ("on Thursday"). */
  isWritten(id: number): boolean {
    return (this.#columns.flags[id]! & FLAGS.written) > 0
  }

  /** Whether all that is dated is that somebody said something. */
  isReporting(id: number): boolean {
    return (this.#columns.flags[id]! & FLAGS.reporting) > 0
  }

  #factsOf(id: number): EventMentionFacts {
    const { flags, told } = this.#columns
    const is = (flag: number) => (flags[id]! & flag) > 0
    return {
      days: this.daysOf(id),
      yearless: this.yearlessOf(id),
      duration: is(FLAGS.duration),
      reporting: is(FLAGS.reporting),
      precise: is(FLAGS.precise),
      placed: is(FLAGS.placed),
      named: is(FLAGS.named),
      told: told[id]!,
    }
  }
}

class LazyRecord implements EventMentionRecord {
  readonly at: number
  readonly facts: EventMentionFacts
  readonly #article: Article

  constructor(article: Article, at: number, facts: EventMentionFacts) {
    this.#article = article
    this.at = at
    this.facts = facts
  }

  get owner(): AnnotatedArticle {
    return this.#article.annotated
  }

  get event(): EventMention {
    return this.owner.events[this.at]!
  }

  get terms(): EventTerms {
    return this.#article.eventTerms
  }
}
