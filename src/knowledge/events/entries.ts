import type { AnnotatedArticle, EventMention } from '../../annotate/annotations.js'
import { parseDay } from '../../annotate/calendar.js'
import { type CooperativeTask, mapped } from '../../lib/cooperative-tasks.js'
import type { EventTerms } from './event-terms.js'
import { groupTellings, type Telling } from './grouping.js'
import { commonTerm } from './peoples.js'

/** One mention of an event, as the archive keeps it. What is told of its event is read when it is asked for. */
export interface EventMentionRecord {
  readonly owner: AnnotatedArticle
  readonly event: EventMention
  /** The terms of its article, and which of the article's events it is. */
  readonly terms: EventTerms
  readonly at: number
  readonly facts: EventMentionFacts
}

/** What can be told of a mention without its article. */
export interface EventMentionFacts {
  /** Its days, as days since 1970; null for durations, and where the year is not known. */
  readonly days: { readonly first: number; readonly last: number } | null
  /** The days that are known without their year, see `yearlessDays`. */
  readonly yearless: { readonly first: number; readonly last: number } | null
  readonly duration: boolean
  /** That somebody said something is all that is dated. */
  readonly reporting: boolean
  /** To the day. */
  readonly precise: boolean
  readonly placed: boolean
  readonly named: boolean
  /** How many different terms its clause has, at most 255. */
  readonly told: number
}

/**
 * Which of some mentions are of one event: their indexes, event by event.
 * @param known the events of the first of them, see `groupTellings`
 * @param weight how rare a term is (idf); absent: in these mentions
 */
export function* groupEntries(
  entries: readonly EventMentionRecord[],
  known?: readonly number[],
  weight?: (term: string) => number,
): CooperativeTask<number[][]> {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const numberOf = (term: string) => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, numbers.size)
    return terms.push(term) - 1
  }
  const byArticle = new Map<EventTerms, Map<number, number>>()
  const placesOf = (one: EventTerms) => {
    const known = byArticle.get(one) ?? new Map<number, number>()
    byArticle.set(one, known)
    return known
  }
  const mentions = yield* mapped(entries, (entry) => {
    const { distinct } = entry.terms
    const places = placesOf(entry.terms)
    return mentionOf(entry, (place) => {
      const known = places.get(place) ?? numberOf(commonTerm(distinct[place]!))
      places.set(place, known)
      return known
    })
  })
  const weights = new Map<number, number>()
  const weightOf =
    weight &&
    ((stem: number) => {
      const found = weights.get(stem) ?? weight(terms[stem]!)
      weights.set(stem, found)
      return found
    })
  return yield* groupTellings(mentions, known, weightOf)
}

/** What a mention is compared by; null for a duration, which is no event of its own, and for days that none knows. */
function mentionOf(
  { owner: { article }, event, terms, at, facts: { yearless, precise } }: EventMentionRecord,
  numberOf: (place: number) => number,
): Telling | null {
  const { interval } = event.date
  const { clause, date } = terms.events[at]!
  if (!interval && !yearless) return null
  return {
    article: article.id,
    start: interval ? (parseDay(interval.start) ?? 0) : yearless!.first,
    end: interval ? (parseDay(interval.end) ?? 0) : yearless!.last,
    grain: interval ? interval.grain : precise ? 'day' : 'month',
    yearless: !interval,
    stems: new Set(clause.filter((place) => !date.includes(place)).map(numberOf)),
    place: event.places[0] ?? null,
    places: event.places.length,
  }
}
