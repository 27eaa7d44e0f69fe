import type { TimeUnit } from '../../language/language.js'
import type { Interval } from '../annotations.js'
import type { CalendarUnit, DayNumber } from '../calendar.js'
import * as calendar from '../calendar.js'
import type { Amount } from './expression.js'

/** The value of a duration after TIMEX3: `PT50M`, `P2Y6M`, `PXW`. */
export function amountValue(amount: Amount): string {
  const { count, unit, rest } = amount
  if (count === null) return `P${isClock(unit) ? 'T' : ''}X${LETTERS[unit]}`
  const smaller = PARTS[unit]
  if (!Number.isInteger(count) && smaller) {
    const whole = Math.floor(count)
    const parts = Math.round((count - whole) * smaller.parts)
    return joinValue(
      whole > 0
        ? [
            [whole, unit],
            [parts, smaller.unit],
          ]
        : [[parts, smaller.unit]],
    )
  }
  return joinValue(
    rest?.count
      ? [
          [count, unit],
          [rest.count, rest.unit],
        ]
      : [[count, unit]],
  )
}

function joinValue(parts: [number, TimeUnit][]): string {
  const days = parts.filter(([, unit]) => !isClock(unit)).map(([n, unit]) => `${n}${LETTERS[unit]}`)
  const clock = parts.filter(([, unit]) => isClock(unit)).map(([n, unit]) => `${n}${LETTERS[unit]}`)
  return `P${days.join('')}${clock.length > 0 ? `T${clock.join('')}` : ''}`
}

const isClock = (unit: TimeUnit) => unit === 'S' || unit === 'TM' || unit === 'H'
const LETTERS: Readonly<Record<TimeUnit, string>> = {
  S: 'S',
  TM: 'M',
  H: 'H',
  D: 'D',
  WE: 'WE',
  W: 'W',
  M: 'M',
  Q: 'Q',
  HY: 'HY',
  Y: 'Y',
  E: 'E',
  C: 'C',
  L: 'L',
}
const PARTS: Readonly<Partial<Record<TimeUnit, { parts: number; unit: TimeUnit }>>> = {
  TM: { parts: 60, unit: 'S' },
  H: { parts: 60, unit: 'TM' },
  D: { parts: 24, unit: 'H' },
  Y: { parts: 12, unit: 'M' },
  E: { parts: 10, unit: 'Y' },
  C: { parts: 100, unit: 'Y' },
}

/** How precise the bounds of so many of a unit are. */
export const UNIT_GRAINS: Readonly<Record<TimeUnit, Interval['grain']>> = {
  S: 'instant',
  TM: 'instant',
  H: 'day',
  D: 'day',
  WE: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  HY: 'month',
  Y: 'year',
  E: 'decade',
  C: 'century',
  L: 'century',
}

const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  M: 1,
  Q: 3,
  HY: 6,
  Y: 12,
  E: 120,
  C: 1200,
  L: 12000,
}
const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = {
  D: 1,
  W: 7,
  WE: 7,
  H: 1 / 24,
  TM: 1 / 1440,
  S: 1 / 86400,
}

/** A day so much earlier or later; null when the text does not tell how much or no calendar goes that far. */
export function addAmount(from: DayNumber, { count, unit }: Amount, direction: -1 | 1): DayNumber | null {
  if (count === null) return null
  const months = MONTHS[unit]
  const to =
    months !== undefined
      ? Math.abs(count * months) < 120_000
        ? calendar.addMonths(from, direction * Math.round(count * months))
        : Number.NaN
      : from + direction * Math.round(count * DAYS[unit]!)
  return Math.abs(to) < 4_000_000 && calendar.isYear(calendar.ymd(to).year) ? to : null
}

/** The period that so many of a unit before or after a day lead to. */
export const OFFSET_UNITS: Readonly<Record<TimeUnit, CalendarUnit>> = {
  S: 'day',
  TM: 'day',
  H: 'day',
  D: 'day',
  WE: 'weekend',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  HY: 'half',
  Y: 'year',
  E: 'decade',
  C: 'century',
  L: 'century',
}
