import { parseDay } from '../../annotate/calendar.js'
import type { EventMentionFacts, EventMentionRecord } from '../../knowledge/index.js'
import {
  type Concept,
  Concepts,
  EventMentions,
  intervalOf,
  MOST_YEARS,
  partialDateIn,
  prominenceOf,
  sharedLabel,
  statusOf,
} from '../../knowledge/index.js'
import { TermIndex } from '../../retrieval/index.js'
import { LOW_INFORMATION, lowInformationTerms } from '../../text/low-information.js'
import { Analyzer } from '../../text/terms.js'
import type { ArticleRef, EventHit, EventQuery, EventReport } from '../contract/archive.js'
import type { PreparedArticle } from '../storage/prepared-article.js'
import { DaySearch } from './events/day-search.js'
import type { EventColumns } from './events/event-columns.js'
import { type EventFinding, type EventReading, type FoundEvent, shareOf } from './events/found-event.js'
import { MENTION_FIELDS, MentionIndex, type Zone } from './events/mention-index.js'
import { excerpt, reference } from './excerpts.js'
import { articleFilter } from './passage-search.js'

/** What a word of the topic is worth by where it stands: in the date's clause, its sentence, its passage or title. */
const WORTH: Readonly<Record<Zone, number>> = { 3: 1, 2: 0.55, 1: 0.3, 0: 0 }
/** The zone of a related word in the date's clause. */
const MOST_RELATED: Zone = 2
/** What each unit of prominence adds to the match: enough to part equals. */
const PROMINENCE = 0.02
/** EventMentions that match less than this share of the best are not looked at; nor are more than so many. */
const LEAST_OF_BEST = 0.4
const MOST_TELLINGS = 1500
/** No answer shows more of one event. */
const MOST_REPORTS = 24

export type { EventFinding, EventReading, FoundEvent }

/** Every dated event of the articles, told once or many times, by what it is about and when it was. */
export class EventSearch {
  readonly #analyzer = new Analyzer()
  readonly #light = lowInformationTerms(this.#analyzer)
  readonly #concepts: Concepts
  readonly #postings: MentionIndex
  readonly entries: EventMentions
  readonly #columns: EventColumns
  /** The event of each mention; events are numbered from 0, the most prominent first. */
  readonly #eventOf: Uint32Array
  #years: readonly number[] | null = null
  #weights: ReadonlyMap<string, number> = new Map()
  /** Made once: half a megabyte for each question would have to be cleared away. */
  readonly #matches: Float64Array
  /** The place of the earliest printing of each article's report. */
  readonly #reports: Uint32Array

  /**
   * @param columns made of these articles in this order
   * @param reports the place of the earliest printing of each article's report
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly Pick<PreparedArticle, 'annotated' | 'eventTerms'>[],
    columns: EventColumns,
    reports: Uint32Array,
    background: EventSearch | null = null,
  ) {
    this.#columns = columns
    this.#reports = reports
    this.#concepts = new Concepts(columns.concepts, this.#analyzer, background ? background.#concepts : null)
    this.entries = new EventMentions(articles, columns.mentions)
    const index = TermIndex.load(MENTION_FIELDS, columns.index)
    this.#postings = new MentionIndex(index, background ? background.#postings : null)
    this.#eventOf = new Uint32Array(this.entries.size)
    this.#matches = new Float64Array(this.#postings.size)
    for (let event = 0; event < this.#size; event++) {
      for (const id of this.#members(event)) this.#eventOf[id] = event
    }
  }

  read(query: EventQuery): EventReading {
    const concepts = query.topic === undefined ? null : this.#concepts.of(query.topic)
    return {
      query,
      concepts: concepts?.map((concept) => ({ concept, weight: this.#weight(concept) })) ?? null,
      weightOf: (term) => this.weight(term),
    }
  }

  /** The number of the event that a mention is of. */
  eventOf(id: number): number {
    return this.#eventOf[id]!
  }

  /** The number of the mention that an event began with. */
  firstTelling(event: number): number {
    return this.#members(event)[0]!
  }

  /** Its own mentions in whose clause a term stands, in order. */
  inClauses(term: string): Iterable<number> {
    return this.#postings.inClauses(term)
  }

  /** The days of a mention, as days since 1970; null for durations. */
  daysOf(id: number): EventMentionFacts['days'] {
    return this.entries.daysOf(id)
  }

  /** The years of its dated mentions, the newest first, as far as a day without a year is looked for in them. */
  get years(): readonly number[] {
    this.#years ??= this.entries.years(MOST_YEARS)
    return this.#years
  }

  /** How rare a term is (idf). */
  weight(term: string): number {
    return this.#weights.get(term) ?? this.#postings.weight(term)
  }

  /** The terms by which events on a topic are found. */
  termsOf(topic: string): string[] {
    const concepts = this.#concepts.of(topic)
    return [...new Set(concepts.flatMap(({ ways, related }) => [...ways.flat(), ...related]))]
  }

  /** Where its articles are chosen out of more, some terms are as rare as in all of these. */
  weighBy(weights: ReadonlyMap<string, number>): void {
    this.#weights = weights
  }

  /** Its own events that are asked for. */
  find(reading: EventReading): EventFinding {
    const zones = this.#zones(reading)
    const event = this.#finder(reading, zones)
    const { limit } = reading.query
    const found = reading.concepts
      ? this.#matching(reading, this.#best(reading.concepts, zones), event)
      : firstOf(this.#size, event, limit)
    return { found: found.slice(0, limit), event }
  }

  /** The days that its own articles tell of, and what happened on each. */
  findDays(reading: EventReading): DaySearch {
    const zones = this.#zones(reading)
    return new DaySearch(
      {
        mentions: this.entries,
        eventOf: this.#eventOf,
        reports: this.#reports,
        event: this.#finder(reading, zones),
        inArticles: articleFilter(reading.query),
      },
      reading,
      zones,
    )
  }

  /** Where each of the topic's concepts stands, seen from each mention. */
  #zones({ concepts }: EventReading): readonly Uint8Array[] {
    return (concepts ?? []).map(({ concept }) => this.#nearest(concept))
  }

  /** What gives an event by its number, with those of its mentions that are asked for; null where there is none. */
  #finder(reading: EventReading, zones: readonly Uint8Array[]): (event: number) => FoundEvent | null {
    const allowed = this.#filter(reading.query)
    const matchOf = (id: number) => shareOf(reading, (concept) => WORTH[zones[concept]![id] as Zone])
    return (number) => {
      const told = [...this.#members(number)].map((id) => ({ id, entry: this.entries.at(id) }))
      const asked = allowed(told)
      const ids = asked.map(({ id }) => id)
      if (ids.length === 0) return null
      const nearest = zones.map((of) => ids.reduce((most, id) => Math.max(most, of[id]!), 0) as Zone)
      const entries = asked.map(({ entry }) => entry)
      return { event: number, first: ids[0]!, entries, matches: ids.map(matchOf), nearest }
    }
  }

  /** A related word is never as near as the one that was asked for. */
  #nearest({ ways, related }: Concept): Uint8Array {
    const zones = this.#postings.nearest(ways)
    if (related.length === 0) return zones
    const others = this.#postings.nearest(related.map((term) => [term]))
    for (let id = 0; id < zones.length; id++) {
      zones[id] = Math.max(zones[id]!, Math.min(others[id]!, MOST_RELATED))
    }
    return zones
  }

  get #size(): number {
    return this.#columns.starts.length - 1
  }

  /** A view, not a copy. */
  #members(event: number): Uint32Array {
    const { starts, members } = this.#columns
    return members.subarray(starts[event], starts[event + 1])
  }

  /** Of an event's mentions, those that are asked for. One without a year goes with those that have it. */
  #filter(
    query: EventQuery,
  ): <T extends { readonly entry: EventMentionRecord }>(told: readonly T[]) => readonly T[] {
    const inArticles = articleFilter(query)
    const from = parseDay(query.from ?? null) ?? Number.NEGATIVE_INFINITY
    const to = parseDay(query.to ?? null) ?? Number.POSITIVE_INFINITY
    const unbounded = query.from === undefined && query.to === undefined
    const isDated = ({ days, duration }: EventMentionFacts) =>
      query.durations ? duration : days !== null && days.first <= to && days.last >= from
    return (told) => {
      const read = inArticles ? told.filter(({ entry }) => inArticles(entry.owner)) : told
      const partial = query.partial === true && !query.durations && unbounded
      const dated = read.some(({ entry }) => isDated(entry.facts))
      return read.filter(({ entry: { facts } }) =>
        facts.days || facts.duration ? isDated(facts) : partial || (dated && !query.durations),
      )
    }
  }

  /** Events near which words of the topic stand, best first; the mentions of one event add up. */
  #matching(
    reading: EventReading,
    best: readonly number[],
    event: (number: number) => FoundEvent | null,
  ): FoundEvent[] {
    return [...new Set(best.map((id) => this.#eventOf[id]!))]
      .flatMap((number) => event(number) ?? [])
      .map((one) => ({ one, rank: rankOf(one, reading) }))
      .sort((a, b) => b.rank - a.rank || a.one.first - b.one.first)
      .map(({ one }) => one)
  }

  /** The mentions that match best, the newest articles' first among equals. */
  #best(concepts: NonNullable<EventReading['concepts']>, zones: readonly Uint8Array[]): number[] {
    // As `shareOf`, but of all mentions, concept by concept: one by one would make garbage for each.
    const matches = this.#matches
    matches.fill(0)
    for (const [index, { weight }] of concepts.entries()) {
      const of = zones[index]!
      for (let id = 0; id < matches.length; id++) matches[id]! += weight * WORTH[of[id] as Zone]
    }
    let best = 0
    for (let id = 0; id < matches.length; id++) if (matches[id]! > best) best = matches[id]!
    const near: number[] = []
    for (let id = 0; id < matches.length; id++) if (matches[id]! > best * LEAST_OF_BEST) near.push(id)
    return near.sort((a, b) => matches[b]! - matches[a]! || a - b).slice(0, MOST_TELLINGS)
  }

  /** What the words are worth; a light one that no article holds is worth nothing. */
  #weight(concept: Concept): number {
    const [[term = ''] = []] = concept.ways
    if (!this.#light.has(term)) return this.#rarity(concept)
    return this.#postings.knows([term]) ? LOW_INFORMATION * this.#rarity(concept) : 0
  }

  /** What is common in any of its forms says little in all of them; one that no article holds weighs the most. */
  #rarity({ ways }: Concept): number {
    const known = ways.filter((terms) => this.#postings.knows(terms))
    const weights = known.map((terms) => Math.max(...terms.map((term) => this.weight(term))))
    return weights.length > 0 ? Math.min(...weights) : this.weight('')
  }
}

/** The first `limit` that are asked for, of so many. */
function firstOf(size: number, event: (number: number) => FoundEvent | null, limit: number): FoundEvent[] {
  const found: FoundEvent[] = []
  for (let number = 0; number < size && found.length < limit; number++) {
    const one = event(number)
    if (one) found.push(one)
  }
  return found
}

export const matchIn = ({ nearest }: FoundEvent, reading: EventReading) =>
  shareOf(reading, (concept) => WORTH[nearest[concept]!])

/** What an event is sorted by, the highest first. */
export function rankOf(found: FoundEvent, reading: EventReading): number {
  return matchIn(found, reading) + PROMINENCE * prominenceOf(found.entries)
}

/** Without the mentions that match too little beside the best of them all; an event needs one that does not. */
export function nearBest(found: readonly FoundEvent[]): FoundEvent[] {
  const bestOf = ({ matches }: FoundEvent) => matches.reduce((most, match) => Math.max(most, match), 0)
  const best = found.reduce((most, event) => Math.max(most, bestOf(event)), 0)
  return found.filter((event) => bestOf(event) > best * LEAST_OF_BEST)
}

const analyzer = new Analyzer()

/** @param reported an article as the archive shows it */
export function eventHit(
  found: FoundEvent,
  reading: EventReading,
  reported: (article: ArticleRef) => ArticleRef,
): EventHit {
  const { entries, matches, nearest: zones } = found
  // Of most events that are found only the match and the day are looked at; to read their mentions takes time.
  const status = once(() => statusOf(entries))
  const best = once(() =>
    entries
      .map((entry, at) => ({ entry, match: matches[at]! }))
      .sort((a, b) => b.match - a.match)
      .slice(0, MOST_REPORTS),
  )
  const label = once(() => {
    const nearest = best().filter((one) => one.match >= best()[0]!.match * 0.8)
    return sharedLabel(
      nearest.map(({ entry }) => entry),
      status(),
      analyzer,
      reading.weightOf,
    )
  })
  const reporting = once(() => entries.every(({ facts }) => facts.reporting))
  const participants = once(() => [...new Set(best().flatMap(({ entry }) => entry.event.participants))])
  const place = once(() => best().flatMap(({ entry }) => entry.event.places)[0] ?? null)
  const reports = once(() => best().map((one) => reportOf(one, reported)))
  return {
    interval: intervalOf(entries),
    partial: entries.some(({ facts }) => facts.days || facts.duration) ? null : partialDateIn(entries),
    match: matchIn(found, reading),
    coverage: shareOf(reading, (concept) => Number(zones[concept]! > 0)),
    near: shareOf(reading, (concept) => Number(zones[concept]! > 1)),
    get label() {
      return label()
    },
    get status() {
      return status()
    },
    get reporting() {
      return reporting()
    },
    get participants() {
      return participants()
    },
    get place() {
      return place()
    },
    get reports() {
      return reports()
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function reportOf(
  { entry, match }: { readonly entry: EventMentionRecord; readonly match: number },
  reported: (article: ArticleRef) => ArticleRef,
): EventReport {
  const {
    owner: { article },
    event,
  } = entry
  return {
    article: reported(reference(article)),
    sentence: excerpt(article, event.sentence),
    date: event.date,
    status: event.status,
    match,
  }
}
