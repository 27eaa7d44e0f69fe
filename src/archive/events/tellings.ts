import type { AnnotatedArticle, EventMention } from '../../annotate/annotations.js'
import { parseDay } from '../../annotate/calendar.js'
import type { PreparedArticle } from '../prepare.js'
import type { Entry, TellingFacts } from './entries.js'
import type { EventTerms } from './event-terms.js'

/** Every telling of an archive, article by article and in each in the order of the text. */
export interface TellingColumns {
  /** The first telling of each article; one more for where the last ones end. */
  readonly starts: Uint32Array
  /** What is known of each; see `FLAGS`. */
  readonly flags: Uint8Array
  readonly told: Uint8Array
  /** Its days as days since 1970, where it has any. */
  readonly first: Int32Array
  readonly last: Int32Array
}

const FLAGS = { dated: 1, duration: 2, reporting: 4, precise: 8, placed: 16, named: 32 } as const
const MOST_TOLD = 0xff

export class TellingsBuilder {
  readonly #starts = [0]
  readonly #flags: number[] = []
  readonly #told: number[] = []
  readonly #first: number[] = []
  readonly #last: number[] = []

  add({ events }: AnnotatedArticle, eventTerms: EventTerms): void {
    for (const [at, { date, reporting, places, participants }] of events.entries()) {
      const { interval, type } = date
      this.#flags.push(
        (interval ? FLAGS.dated : 0) |
          (type === 'DURATION' ? FLAGS.duration : 0) |
          (reporting ? FLAGS.reporting : 0) |
          (interval?.grain === 'day' ? FLAGS.precise : 0) |
          (places.length > 0 ? FLAGS.placed : 0) |
          (participants.length > 0 ? FLAGS.named : 0),
      )
      this.#told.push(Math.min(MOST_TOLD, eventTerms.events[at]!.clause.length))
      this.#first.push(parseDay(interval?.start ?? null) ?? 0)
      this.#last.push(parseDay(interval?.end ?? null) ?? 0)
    }
    this.#starts.push(this.#flags.length)
  }

  columns(): TellingColumns {
    return {
      starts: Uint32Array.from(this.#starts),
      flags: Uint8Array.from(this.#flags),
      told: Uint8Array.from(this.#told),
      first: Int32Array.from(this.#first),
      last: Int32Array.from(this.#last),
    }
  }
}

type Article = Pick<PreparedArticle, 'annotated' | 'eventTerms'>

/** The tellings of an archive. What many of them are asked lies in columns, the rest in their articles. */
export class Tellings {
  readonly #articles: readonly Article[]
  readonly #columns: TellingColumns
  readonly #articleOf: Uint32Array

  constructor(articles: readonly Article[], columns: TellingColumns) {
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

  at(id: number): Entry {
    const article = this.#articleOf[id]!
    return new LazyEntry(this.#articles[article]!, id - this.#columns.starts[article]!, this.#factsOf(id))
  }

  ids(): Iterable<number> {
    return this.#articleOf.keys()
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let id = 0; id < this.size; id++) yield this.at(id)
  }

  /** Its days, as days since 1970; null for durations. */
  daysOf(id: number): TellingFacts['days'] {
    const { flags, first, last } = this.#columns
    return (flags[id]! & FLAGS.dated) > 0 ? { first: first[id]!, last: last[id]! } : null
  }

  #factsOf(id: number): TellingFacts {
    const { flags, told } = this.#columns
    const is = (flag: number) => (flags[id]! & flag) > 0
    return {
      days: this.daysOf(id),
      duration: is(FLAGS.duration),
      reporting: is(FLAGS.reporting),
      precise: is(FLAGS.precise),
      placed: is(FLAGS.placed),
      named: is(FLAGS.named),
      told: told[id]!,
    }
  }
}

class LazyEntry implements Entry {
  readonly at: number
  readonly facts: TellingFacts
  readonly #article: Article

  constructor(article: Article, at: number, facts: TellingFacts) {
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
