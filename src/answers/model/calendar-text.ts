import type { EventStatus } from '../../annotate/annotations.js'
import type { PartialDate } from '../../annotate/partial-dates.js'
import type { FindingDate, FindingStatus } from './answer.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An interval in words: `9–10 January 2022`, `June 2021`, `week of 20 December 2021`, `about 2014`. */
export function intervalText(date: FindingDate): string {
  const text = exactText(date)
  return date.approximate ? `about ${text}` : text
}

function exactText({ start, end, grain }: FindingDate): string {
  const from = parts(start)
  const to = parts(end)
  if (start === end) return dayText(start)
  if (wholeMonths(start, end)) {
    const oneYear = from.year === to.year
    if (oneYear && from.month === to.month) return `${from.month} ${from.year}`
    if (oneYear && from.monthNumber === 1 && to.monthNumber === 12) return `${from.year}`
    if (grain === 'decade') return `the ${from.year}s`
    if (from.monthNumber === 1 && to.monthNumber === 12) return `${from.year}–${to.year}`
    return oneYear
      ? `${from.month}–${to.month} ${to.year}`
      : `${from.month} ${from.year} – ${to.month} ${to.year}`
  }
  if (grain === 'week' && daysOf(start, end) === 7) return `week of ${dayText(start)}`
  if (grain === 'year') return from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`
  if (from.year !== to.year) return `${dayText(start)} – ${dayText(end)}`
  if (from.month !== to.month) return `${from.day} ${from.month} – ${dayText(end)}`
  return `${from.day}–${dayText(end)}`
}

/**
 * What is known of a date in words: `9–10 January, year not stated`, `a Friday, the article has no date`,
 * `“last week”, the article has no date`.
 */
export function partialText(date: PartialDate): string {
  if ('weekday' in date) return `a ${WEEKDAYS[date.weekday - 1]}, the article has no date`
  if ('words' in date) return `“${date.words}”, the article has no date`
  const [from, to] = [date.start, date.end].map((text) => {
    const [month, day] = text.slice(2).split('-').map(Number)
    return { month: MONTHS[month! - 1] ?? '', day }
  }) as [YearlessParts, YearlessParts]
  return `${yearlessText(from, to)}, year not stated`
}

interface YearlessParts {
  readonly month: string
  readonly day: number | undefined
}

function yearlessText(from: YearlessParts, to: YearlessParts): string {
  const one = ({ day, month }: YearlessParts) => (day === undefined ? month : `${day} ${month}`)
  if (one(from) === one(to)) return one(from)
  if (from.day === undefined) return `${from.month}–${to.month}`
  return from.month === to.month ? `${from.day}–${one(to)}` : `${one(from)} – ${one(to)}`
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `9 January 2022` */
export function dayText(date: string): string {
  const { day, month, year } = parts(date)
  return `${day} ${month} ${year}`
}

function parts(date: string) {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, monthNumber: month, month: MONTHS[month - 1] ?? '', day }
}

function wholeMonths(start: string, end: string): boolean {
  const next = new Date(`${end}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return start.endsWith('-01') && next.getUTCDate() === 1
}

/** How far an interval is from a day, in whole units of its grain or larger: `in 9 days`, `3 years ago`, `last week`, `today`. */
export function distanceText({ start, end, grain }: FindingDate, asOf: string): string {
  if (start <= asOf && asOf <= end)
    return start === end ? 'today' : daysOf(start, end) <= LONGEST[grain]! ? NOW[grain]! : 'now'
  const ahead = start > asOf
  const [count, unit] = distance(asOf, ahead ? start : end, grain)
  const amount = `${count} ${unit}${count === 1 ? '' : 's'}`
  if (unit === 'day' && count === 1) return ahead ? 'tomorrow' : 'yesterday'
  if (unit === grain && count === 1) return `${ahead ? 'next' : 'last'} ${unit}`
  return ahead ? `in ${amount}` : `${amount} ago`
}

const NOW: Readonly<Record<string, string>> = { week: 'this week', month: 'this month', year: 'this year' }
/** The days of one of each; a stretch of several ("the next two weeks") is not "this week". */
const LONGEST: Readonly<Record<string, number>> = { week: 7, month: 31, year: 366 }
/** Up to so many days are counted in days, up to so many in weeks, up to so many months in months. */
const COUNTED = { days: 20, weeks: 60, months: 24 }
const DAY_MS = 86_400_000

const daysOf = (start: string, end: string) => Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1

/** What has become of an event by a day: of what was planned for a day that is over, nobody has told more. */
export function statusNow(status: EventStatus, { end }: FindingDate, asOf: string | null): FindingStatus {
  return status === 'planned' && asOf && end < asOf ? 'was planned' : status
}

function distance(from: string, to: string, grain: string): [number, 'day' | 'week' | 'month' | 'year'] {
  const days = Math.round(Math.abs(Date.parse(to) - Date.parse(from)) / DAY_MS)
  const months = Math.abs(monthsOf(to) - monthsOf(from))
  const fine = grain === 'day' || grain === 'instant'
  if (fine && days <= COUNTED.days) return [days, 'day']
  if ((fine || grain === 'week') && days <= COUNTED.weeks) return [Math.max(1, Math.round(days / 7)), 'week']
  if (months > 0 && months < COUNTED.months && grain !== 'year' && grain !== 'decade')
    return [months, 'month']
  return [Math.max(1, Math.abs(Number(to.slice(0, 4)) - Number(from.slice(0, 4)))), 'year']
}

const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const TIME_UNITS: Readonly<Record<string, string>> = { H: 'hour', M: 'minute', S: 'second' }

/** A TIMEX3 duration in words: `PT50M` → `50 minutes`; null for a vague or mixed one. */
export function durationText(value: string): string | null {
  const [, time, count, letter] = /^P(T?)(\d+(?:\.\d+)?)([A-Z])$/.exec(value) ?? []
  const unit = letter && (time ? TIME_UNITS : UNITS)[letter]
  return unit ? `${count} ${unit}${count === '1' ? '' : 's'}` : null
}
