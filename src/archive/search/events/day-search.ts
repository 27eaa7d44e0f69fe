import type { AnnotatedArticle } from '../../../annotate/annotations.js'
import type { EventMentions } from '../../../knowledge/index.js'
import type { EventReading, FoundEvent } from './found-event.js'
import { DayCounter, type DayMentions } from './important-days.js'

/** The share of the topic's weight that must stand in the sentence of a date, for the day to be one of the topic's. */
const LEAST_NEAR = 0.2
/** No more events of one day are looked at; the others are told of less. */
const MOST_EVENTS = 16
/** What a date that is only that of a saying counts. */
const SAYING = 0.4
/** Where a word of the topic stands: in the date's clause or its sentence. */
const WORTH = [0, 0, 0.6, 1] as const

export interface DaySource {
  readonly mentions: EventMentions
  /** The event of each mention. */
  readonly eventOf: Uint32Array
  /** The place of the earliest printing of each article's report. */
  readonly reports: Uint32Array
  readonly event: (event: number) => FoundEvent | null
  /** Which articles are asked; null for all. */
  readonly inArticles: ((article: AnnotatedArticle) => boolean) | null
}

/** The days near whose mention a topic stands: how often each is mentioned, and the events of each. One walk over all dates. */
export class DaySearch {
  readonly mentions: ReadonlyMap<number, DayMentions>
  readonly #source: DaySource
  /** How near the topic stands to each mention, 0 to 1. */
  readonly #near: Float64Array
  readonly #ids = new Map<number, number[]>()

  /** @param zones where each of the topic's concepts stands, seen from each mention */
  constructor(source: DaySource, reading: EventReading, zones: readonly Uint8Array[]) {
    this.#source = source
    const { mentions, reports, inArticles } = source
    this.#near = nearness(mentions.size, reading, zones)
    const counter = new DayCounter()
    for (let id = 0; id < mentions.size; id++) {
      const day = mentions.dayOf(id)
      if (day === null || this.#near[id]! < LEAST_NEAR) continue
      if (inArticles && !inArticles(mentions.at(id).owner)) continue
      const report = reports[mentions.articleOf(id)]!
      counter.add(day, report, mentions.publishedOf(id), mentions.isWritten(id))
      const ids = this.#ids.get(day)
      if (ids) ids.push(id)
      else this.#ids.set(day, [id])
    }
    this.mentions = counter.counts()
  }

  /** The events of a day that are told of most and nearest to the topic, best first. */
  on(day: number): FoundEvent[] {
    const { mentions, eventOf, event } = this.#source
    const told = new Map<number, number>()
    for (const id of this.#ids.get(day) ?? []) {
      const worth = this.#near[id]! * (mentions.isReporting(id) ? SAYING : 1)
      told.set(eventOf[id]!, (told.get(eventOf[id]!) ?? 0) + worth)
    }
    return [...told]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_EVENTS)
      .flatMap(([number]) => event(number) ?? [])
  }

  /** Any event by its number; null where no mention of it is asked for. */
  event(number: number): FoundEvent | null {
    return this.#source.event(number)
  }
}

function nearness(size: number, { concepts }: EventReading, zones: readonly Uint8Array[]): Float64Array {
  const near = new Float64Array(size)
  if (!concepts) return near.fill(1)
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0)
  for (const [index, { weight }] of concepts.entries()) {
    const share = total > 0 ? weight / total : 1 / concepts.length
    const of = zones[index]!
    for (let id = 0; id < size; id++) near[id]! += share * WORTH[of[id] as 0 | 1 | 2 | 3]
  }
  return near
}
