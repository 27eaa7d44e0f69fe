import type { CalendarDate } from '../articles/model/article.js'

/**
 * Arithmetic of the Gregorian calendar on whole numbers: a day is the number of days since 1 January 1970,
 * and so is every other unit a running number, so that "last month" is one less than this month.
 * Day numbers after H. Hinnant, "chrono-compatible low-level date algorithms".
 */
export type DayNumber = number

export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

/** One day, week, month …, by its running number. */
export interface Period {
  readonly unit: CalendarUnit
  readonly index: number
}

export interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

const YEARS = { first: 1, last: 9999 } as const

export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function ymd(number: DayNumber): Ymd {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day, or null when there is none ("February 30", the year 0, the year 99999). */
export function realDay(year: number, month: number, day: number): DayNumber | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumber(year, month, day)
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last
}

/** Reads the day at the head of an ISO 8601 date or date and time; null when there is none. */
export function parseDay(text: CalendarDate | null): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text ?? '')
  return match ? realDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export function formatDay(number: DayNumber): CalendarDate {
  const { year, month, day } = ymd(number)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(number: DayNumber): number {
  return modulo(number + 3, 7) + 1
}

export function periodOf(unit: CalendarUnit, number: DayNumber): Period {
  const { year, month } = ymd(number)
  switch (unit) {
    case 'day':
      return { unit, index: number }
    case 'week':
    case 'weekend':
      return { unit, index: Math.floor((number + 3) / 7) }
    case 'month':
      return { unit, index: year * 12 + month - 1 }
    case 'quarter':
      return { unit, index: year * 4 + Math.floor((month - 1) / 3) }
    case 'half':
      return { unit, index: year * 2 + (month > 6 ? 1 : 0) }
    case 'season':
      return { unit, index: Math.floor((year * 12 + month - 3) / 3) }
    case 'year':
      return { unit, index: year }
    case 'decade':
      return { unit, index: Math.floor(year / 10) }
    case 'century':
      return { unit, index: Math.floor(year / 100) }
  }
}

export const day = (index: DayNumber): Period => ({ unit: 'day', index })
export const year = (index: number): Period => ({ unit: 'year', index })
export const month = (year: number, number: number): Period => ({
  unit: 'month',
  index: year * 12 + number - 1,
})

/** @param number 1 to 4 (quarters; seasons from spring) or 1 to 2 (halves). */
export function partOfYear(unit: 'quarter' | 'half' | 'season', year: number, number: number): Period {
  return { unit, index: year * (unit === 'half' ? 2 : 4) + number - 1 }
}

export function shift(period: Period, by: number): Period {
  return { unit: period.unit, index: period.index + by }
}

/** The year a period lies in, the number it is filed under (a winter belongs to the year it starts in). */
export function yearOf({ unit, index }: Period): number {
  switch (unit) {
    case 'day':
      return ymd(index).year
    case 'week':
    case 'weekend':
      return ymd(index * 7).year // the Thursday of the week decides (ISO 8601)
    case 'month':
      return Math.floor(index / 12)
    case 'quarter':
    case 'season':
      return Math.floor(index / 4)
    case 'half':
      return Math.floor(index / 2)
    case 'year':
      return index
    case 'decade':
      return index * 10
    case 'century':
      return index * 100
  }
}

export function firstDay(period: Period): DayNumber {
  const { unit, index } = period
  switch (unit) {
    case 'day':
      return index
    case 'week':
      return index * 7 - 3
    case 'weekend':
      return index * 7 + 2
    case 'month':
      return dayNumber(Math.floor(index / 12), modulo(index, 12) + 1, 1)
    case 'quarter':
      return dayNumber(Math.floor(index / 4), modulo(index, 4) * 3 + 1, 1)
    case 'half':
      return dayNumber(Math.floor(index / 2), modulo(index, 2) * 6 + 1, 1)
    case 'season':
      return dayNumber(Math.floor(index / 4), modulo(index, 4) * 3 + 3, 1)
    case 'year':
      return dayNumber(index, 1, 1)
    case 'decade':
      return dayNumber(index * 10, 1, 1)
    case 'century':
      return dayNumber(index * 100, 1, 1)
  }
}

export function lastDay(period: Period): DayNumber {
  if (period.unit === 'weekend') return firstDay(period) + 1
  return firstDay(shift(period, 1)) - 1
}

/** The same day so many months on, or the last of that month when it is shorter. */
export function addMonths(number: DayNumber, by: number): DayNumber {
  const { year, month, day } = ymd(number)
  const index = year * 12 + month - 1 + by
  const y = Math.floor(index / 12)
  const m = modulo(index, 12) + 1
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)))
}

/** The value of a period after TIMEX3: `2022-01-09`, `2021-W51`, `2021-Q4`, `2021-SU`, `2021`, `199`, `19`. */
export function periodValue(period: Period): string {
  const { unit, index } = period
  const y = pad(yearOf(period), 4)
  switch (unit) {
    case 'day':
      return formatDay(index)
    case 'week':
    case 'weekend':
      return `${y}-W${pad(isoWeek(index), 2)}${unit === 'weekend' ? '-WE' : ''}`
    case 'month':
      return `${y}-${pad(modulo(index, 12) + 1, 2)}`
    case 'quarter':
      return `${y}-Q${modulo(index, 4) + 1}`
    case 'half':
      return `${y}-H${modulo(index, 2) + 1}`
    case 'season':
      return `${y}-${SEASONS[modulo(index, 4)]}`
    case 'year':
      return y
    case 'decade':
      return y.slice(0, 3)
    case 'century':
      return y.slice(0, 2)
  }
}

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const

function isoWeek(index: number): number {
  const thursday = index * 7
  return Math.floor((thursday - dayNumber(ymd(thursday).year, 1, 1)) / 7) + 1
}

/** Western Easter Sunday, by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", ch. 8). */
export function easter(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The nth weekday of a month; the last one for -1. */
export function nthWeekday(year: number, month: number, wanted: number, nth: number): DayNumber {
  if (nth < 0) {
    const end = dayNumber(year, month, daysInMonth(year, month))
    return end - modulo(weekday(end) - wanted, 7)
  }
  const start = dayNumber(year, month, 1)
  return start + modulo(wanted - weekday(start), 7) + (nth - 1) * 7
}

export function modulo(a: number, n: number): number {
  return ((a % n) + n) % n
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
