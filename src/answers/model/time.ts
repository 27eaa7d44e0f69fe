import type { EventStatus } from '../../annotate/annotations.js'
import { type Distance, type Duration, daysIn } from '../../i18n/calendar.js'
import type { FindingDate, FindingStatus } from './answer.js'

/** How far an interval is from a day, in whole units of its grain or larger. */
export function distanceFrom(asOf: string, { start, end, grain }: FindingDate): Distance {
  if (start <= asOf && asOf <= end) {
    if (start === end) return { count: 0, unit: 'day' }
    const isUnit = grain === 'week' || grain === 'month' || grain === 'year'
    return { count: 0, unit: isUnit && daysIn(start, end) <= LONGEST[grain] ? grain : 'second' }
  }
  const ahead = start > asOf
  const [count, unit] = distance(asOf, ahead ? start : end, grain)
  return {
    count: ahead ? count : -count,
    unit,
    ...(unit !== 'day' && unit !== grain ? { counted: true } : {}),
  }
}

/** The days of one of each; a stretch of several ("the next two weeks") is not "this week". */
const LONGEST = { week: 7, month: 31, year: 366 }
/** Up to so many days are counted in days, up to so many in weeks, up to so many months in months. */
const COUNTED = { days: 20, weeks: 60, months: 24 }
const DAY_MS = 86_400_000

/** What has become of an event by a day: of what was planned for a day that is over, nobody has told more. */
export function statusNow(status: EventStatus, { end }: FindingDate, asOf: string | null): FindingStatus {
  return status === 'planned' && asOf && end < asOf ? 'was planned' : status
}

function distance(from: string, to: string, grain: string): [number, 'day' | 'week' | 'month' | 'year'] {
  const days = Math.round(Math.abs(Date.parse(to) - Date.parse(from)) / DAY_MS)
  const months = Math.abs(monthsOf(to) - monthsOf(from))
  const fine = grain === 'day' || grain === 'instant'
  if (fine && days <= COUNTED.days) return [days, 'day']
  if (grain === 'week' && days <= COUNTED.weeks) {
    // As they stand in a calendar: on a Wednesday, the week before the last is two weeks ago.
    return [Math.max(1, Math.abs(mondayOf(to) - mondayOf(from)) / 7), 'week']
  }
  if (fine && days <= COUNTED.weeks) return [Math.max(1, Math.round(days / 7)), 'week']
  if (months > 0 && months < COUNTED.months && grain !== 'year' && grain !== 'decade')
    return [months, 'month']
  return [Math.max(1, Math.abs(Number(to.slice(0, 4)) - Number(from.slice(0, 4)))), 'year']
}

/** The Monday of a day's week, as a number of days. 1 January 1970 was a Thursday. */
function mondayOf(date: string): number {
  const day = Math.round(Date.parse(date.slice(0, 10)) / DAY_MS)
  return day - ((((day + 3) % 7) + 7) % 7)
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

const UNITS: Readonly<Record<string, Duration['unit']>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const TIME_UNITS: Readonly<Record<string, Duration['unit']>> = { H: 'hour', M: 'minute', S: 'second' }

/** A TIMEX3 duration, `PT50M`; null for a vague or mixed one. */
export function durationOf(value: string): Duration | null {
  const [, time, count, letter] = /^P(T?)(\d+(?:\.\d+)?)([A-Z])$/.exec(value) ?? []
  const unit = letter && (time ? TIME_UNITS : UNITS)[letter]
  return unit ? { count: Number(count), unit } : null
}
