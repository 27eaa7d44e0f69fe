import type { DateMention } from './annotations.js'
import { type DayNumber, dayNumber, daysInMonth, ymd } from './calendar.js'

/**
 * What is known of a date that nothing anchors, in an article that has none itself. A day or month without its
 * year: both ends as ISO 8601:2000 writes them (`--01-09`, `--01`). A weekday, 1 (Monday) to 7, of an unknown
 * week. Else the words of the text ("last week").
 */
export type PartialDate = Yearless | { readonly weekday: number } | { readonly words: string }

export interface Yearless {
  readonly start: string
  readonly end: string
  readonly grain: 'day' | 'month'
}

/** Days without a year are counted in this one: a leap year, so that it has them all. */
const ANY_YEAR = 2000

export const isYearless = (date: PartialDate | null): date is Yearless => date !== null && 'start' in date

/** What an expression of time that has no interval says all the same; null where that is nothing of a date. */
export function partialDateOf({ interval, type, value, text }: DateMention): PartialDate | null {
  if (interval || (type !== 'DATE' && type !== 'TIME') || !value.startsWith('XXXX')) return null
  const [first = '', last = first] = value.split('/').map((part) => part.replace(/T.*/, ''))
  const weekday = /^XXXX-WXX-([1-7])$/.exec(first)?.[1]
  if (weekday) return { weekday: Number(weekday) }
  const [start, end] = [YEARLESS.exec(first), YEARLESS.exec(last)]
  if (!start || !end) return { words: text }
  const date: Yearless = {
    start: first.replace('XXXX', '-'),
    end: last.replace('XXXX', '-'),
    grain: start[2] ? 'day' : 'month',
  }
  return isReal(start) && isReal(end) ? date : null
}

const YEARLESS = /^XXXX-(\d\d)(?:-(\d\d))?$/

const isReal = ([, month, day]: RegExpExecArray) =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day ?? 1) <= daysInMonth(ANY_YEAR, Number(month))

/** The days of a date without a year, as if it were of one certain year. */
export function yearlessDays({ start, end }: Yearless): { first: DayNumber; last: DayNumber } {
  const [from, to] = [start, end].map((text) => text.slice(2).split('-').map(Number)) as [number[], number[]]
  const first = dayNumber(ANY_YEAR, from[0]!, from[1] ?? 1)
  const turns = to[0]! < from[0]! ? 1 : 0
  const year = ANY_YEAR + turns
  const last = dayNumber(year, to[0]!, Math.min(to[1] ?? 31, daysInMonth(year, to[0]!)))
  return { first, last }
}

/** The same days in another year; a 29 February is a 28th where there is none. */
export function inYear({ first, last }: { first: DayNumber; last: DayNumber }, year: number) {
  const moved = (number: DayNumber) => {
    const { year: y, month, day } = ymd(number)
    const to = y - ANY_YEAR + year
    return dayNumber(to, month, Math.min(day, daysInMonth(to, month)))
  }
  return { first: moved(first), last: moved(last) }
}
