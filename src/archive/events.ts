import type { EventHit, EventQuery, EventReport, EventResult } from './archive.js'
import { type Concept, Concepts } from './events/concepts.js'
import { intervalOf, prominenceOf, sharedLabel, statusOf } from './events/consensus.js'
import { type Entry, entriesOf } from './events/entries.js'
import { Postings, type Zone } from './events/postings.js'
import { excerpt, reference } from './excerpts.js'
import { articleFilter } from './passage-search.js'
import type { PreparedArticle } from './prepare.js'
import { Analyzer } from './terms.js'

/** What a word of the topic is worth by where it stands: in the date's clause, its sentence, its passage or title. */
const WORTH: Readonly<Record<Zone, number>> = { 3: 1, 2: 0.55, 1: 0.3, 0: 0 }
/** What each unit of prominence adds to the match: enough to part equals. */
const PROMINENCE = 0.02
/** Tellings that match less than this share of the best are not looked at; nor are more than so many. */
const LEAST_OF_BEST = 0.4
const MOST_TELLINGS = 1500
/** No answer shows more of one event. */
const MOST_REPORTS = 24

/** An event's tellings that a query is asked of. */
interface Found {
  readonly ids: readonly number[]
  /** Of each of `ids`. */
  readonly matches: readonly number[]
  readonly match: number
  readonly coverage: number
  readonly rank: number
}

/** Every dated event of the articles, told once or many times, by what it is about and when it was. */
export class EventSearch {
  readonly #analyzer = new Analyzer()
  readonly #concepts: Concepts
  readonly #postings = new Postings()
  readonly #entries: readonly Entry[]
  /** The tellings of each event, most prominent event first, and of each telling the number of its event there. */
  readonly #groups: readonly (readonly number[])[]
  readonly #groupOf: readonly number[]

  /** @param groups from `groupEvents` of these articles in this order */
  constructor(
    articles: readonly Pick<PreparedArticle, 'annotated' | 'eventTerms'>[],
    groups: readonly (readonly number[])[],
  ) {
    this.#concepts = new Concepts(articles, this.#analyzer)
    for (const { eventTerms } of articles) this.#postings.add(eventTerms)
    this.#entries = entriesOf(articles)
    this.#groups = this.#mostProminentFirst(groups)
    const groupOf = new Array<number>(this.#entries.length)
    for (const [group, ids] of this.#groups.entries()) for (const id of ids) groupOf[id] = group
    this.#groupOf = groupOf
  }

  search(query: EventQuery): Omit<EventResult, 'consulted'> {
    const allowed = this.#filter(query)
    const found =
      query.topic === undefined
        ? this.#prominent(allowed, query.limit)
        : this.#matching(this.#concepts.of(query.topic), allowed)
    return { hits: found.slice(0, query.limit).map((one) => this.#hit(one)) }
  }

  #mostProminentFirst(groups: readonly (readonly number[])[]): (readonly number[])[] {
    return groups
      .map((ids) => ({ ids, prominence: prominenceOf(ids.map((id) => this.#entries[id]!)) }))
      .sort((a, b) => b.prominence - a.prominence || a.ids[0]! - b.ids[0]!)
      .map(({ ids }) => ids)
  }

  #filter(query: EventQuery): (id: number) => boolean {
    const inArticles = articleFilter(query)
    const { from = '', to = '9999-99', durations = false } = query
    return (id) => {
      const { owner, event } = this.#entries[id]!
      const { type, interval } = event.date
      if (durations ? type !== 'DURATION' : !interval || interval.start > to || interval.end < from)
        return false
      return inArticles?.(owner) ?? true
    }
  }

  #prominent(allowed: (id: number) => boolean, limit: number): Found[] {
    const found: Found[] = []
    for (const group of this.#groups) {
      const ids = group.filter(allowed)
      if (ids.length === 0) continue
      found.push({ ids, matches: ids.map(() => 1), match: 1, coverage: 1, rank: 0 })
      if (found.length === limit) break
    }
    return found
  }

  /** Events near which words of the topic stand, best first; the tellings of one event add up. */
  #matching(concepts: readonly Concept[], allowed: (id: number) => boolean): Found[] {
    const weights = concepts.map((concept) => this.#weight(concept))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (total === 0) return []
    const zones = concepts.map((concept) => this.#postings.nearest(concept))
    const share = (value: (concept: number) => number) =>
      weights.reduce((sum, weight, concept) => sum + weight * value(concept), 0) / total
    const matchOf = (id: number) => share((concept) => WORTH[zones[concept]![id] as Zone])
    const groups = new Set(this.#best(zones, matchOf).map((id) => this.#groupOf[id]!))
    return [...groups]
      .flatMap((group): Found[] => {
        const ids = this.#groups[group]!.filter(allowed)
        if (ids.length === 0) return []
        const nearest = zones.map((of) => ids.reduce((most, id) => Math.max(most, of[id]!), 0) as Zone)
        const match = share((concept) => WORTH[nearest[concept]!])
        const coverage = share((concept) => Number(nearest[concept]! > 0))
        const prominence = prominenceOf(ids.map((id) => this.#entries[id]!))
        return [{ ids, matches: ids.map(matchOf), match, coverage, rank: match + PROMINENCE * prominence }]
      })
      .sort((a, b) => b.rank - a.rank || a.ids[0]! - b.ids[0]!)
  }

  /** The tellings that match best, the newest articles' first among equals. */
  #best(zones: readonly Uint8Array[], matchOf: (id: number) => number): number[] {
    const matches = new Float64Array(this.#postings.size)
    let best = 0
    for (let id = 0; id < matches.length; id++) {
      if (!zones.some((of) => of[id]! > 0)) continue
      matches[id] = matchOf(id)
      best = Math.max(best, matches[id]!)
    }
    const near: number[] = []
    for (let id = 0; id < matches.length; id++) if (matches[id]! > best * LEAST_OF_BEST) near.push(id)
    return near.sort((a, b) => matches[b]! - matches[a]! || a - b).slice(0, MOST_TELLINGS)
  }

  /** What is common in any of its forms says little in all of them; one that no article holds weighs the most. */
  #weight(concept: Concept): number {
    const known = concept.filter((terms) => this.#postings.knows(terms))
    const weights = known.map((terms) => Math.max(...terms.map((term) => this.#postings.weight(term))))
    return weights.length > 0 ? Math.min(...weights) : this.#postings.weight('')
  }

  #hit({ ids, matches, match, coverage }: Found): EventHit {
    const entries = ids.map((id) => this.#entries[id]!)
    const status = statusOf(entries)
    const best = entries
      .map((entry, at) => ({ ...entry, match: matches[at]! }))
      .sort((a, b) => b.match - a.match)
      .slice(0, MOST_REPORTS)
    const nearest = best.filter((one) => one.match >= best[0]!.match * 0.8)
    return {
      label: sharedLabel(nearest, status, this.#analyzer, (term) => this.#postings.weight(term)),
      interval: intervalOf(entries),
      status,
      reporting: entries.every(({ event }) => event.reporting),
      participants: [...new Set(best.flatMap(({ event }) => event.participants))],
      place: best.flatMap(({ event }) => event.places)[0] ?? null,
      reports: best.map(reportOf),
      match,
      coverage,
    }
  }
}

function reportOf({ owner: { article }, event, match }: Entry & { readonly match: number }): EventReport {
  return {
    article: reference(article),
    sentence: excerpt(article, event.sentence),
    date: event.date,
    status: event.status,
    match,
  }
}
