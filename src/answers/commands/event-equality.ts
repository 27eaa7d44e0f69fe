import { formatDay } from '../../annotate/calendar.js'
import { inYear, isYearless, yearlessDays } from '../../annotate/partial-dates.js'
import type { EventHit } from '../../archive/contract/archive.js'
import { stemsOf } from '../model/citation.js'

/** Words besides the topic's that sentences share which tell of one event. */
const SHARED = 3

/**
 * Whether days lie within those of another event, and much the same words tell of both: sources that say "9 and 10
 * January" and "10 January" of one thing.
 * @param topic the terms that both are about
 */
export function isSameWithin(a: EventHit, b: EventHit, topic: readonly string[]): boolean {
  return isWithin(a, b) && tellAlike(a, b, topic)
}

/** Whether days whose year no article tells are those of another event, and much the same words tell of both. */
export function isSameInYear(a: EventHit, b: EventHit, topic: readonly string[]): boolean {
  const [dated, other] = a.interval ? [a, b] : [b, a]
  if (!dated.interval || other.interval || !isYearless(other.partial)) return false
  const { start, end } = dated.interval
  const { first, last } = inYear(yearlessDays(other.partial), Number(start.slice(0, 4)))
  return formatDay(first) <= end && start <= formatDay(last) && tellAlike(a, b, topic)
}

/** Whether a day is part of the month or year that another event has, and much the same words tell of both. */
export function isPartOf(day: EventHit, other: EventHit, topic: readonly string[]): boolean {
  const [part, whole] = [day.interval!, other.interval!]
  return whole.start <= part.start && part.end <= whole.end && tellAlike(day, other, topic)
}

function isWithin({ interval: a }: EventHit, { interval: b }: EventHit): boolean {
  if (a?.grain !== 'day' || b?.grain !== 'day') return false
  return (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
}

function tellAlike(a: EventHit, { reports: [first] }: EventHit, topic: readonly string[]): boolean {
  const told = new Set(stemsOf(first!.sentence.text).filter((stem) => !topic.includes(stem)))
  return a.reports.some(
    ({ sentence }) => stemsOf(sentence.text).filter((stem) => told.has(stem)).length >= SHARED,
  )
}
