import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  type CalendarUnit,
  daysInMonth,
  easter,
  firstDay,
  formatDay,
  lastDay,
  nthWeekday,
  parseDay,
  periodOf,
  periodValue,
  realDay,
  shift,
  weekday,
  ymd,
} from '../../src/annotate/calendar.js'

const day = (date: string) => parseDay(date)!
const span = (unit: CalendarUnit, date: string, by = 0) => {
  const period = shift(periodOf(unit, day(date)), by)
  return [periodValue(period), formatDay(firstDay(period)), formatDay(lastDay(period))]
}
const anyDay = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') })
const UNITS: CalendarUnit[] = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
]

describe('GIVEN a date as text', () => {
  it.each([
    ['2022-01-09', true],
    ['2022-01-09T13:37', true],
    ['2020-02-29', true],
    ['2021-02-29', false],
    ['2022-02-30', false],
    ['0000-01-01', false],
    ['99999-01-01', false],
    ['2022-13-01', false],
    ['tomorrow', false],
    ['', false],
  ])('THEN %s is a day of the calendar: %s', (text, real) => {
    expect(parseDay(text) !== null).toBe(real)
  })

  it('THEN no date at all is no day', () => {
    expect(parseDay(null)).toBeNull()
  })
})

describe('GIVEN any day of the years 1 to 9999', () => {
  it('THEN its number leads back to it, as the platform reckons', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const { year, month, day } = ymd(number)
        expect(realDay(year, month, day)).toBe(number)
        expect(parseDay(formatDay(number))).toBe(number)
        expect(formatDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
        expect(weekday(number)).toBe(new Date(number * 86_400_000).getUTCDay() || 7)
      }),
    )
  })

  it('THEN it lies in its week, month, quarter … and the next one begins the day after', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...UNITS), (number, unit) => {
        const period = periodOf(unit, number)
        expect(lastDay(period)).toBeGreaterThanOrEqual(firstDay(period))
        if (unit === 'weekend') return
        expect(firstDay(period)).toBeLessThanOrEqual(number)
        expect(lastDay(period)).toBeGreaterThanOrEqual(number)
        expect(firstDay(shift(period, 1))).toBe(lastDay(period) + 1)
      }),
    )
  })

  it('THEN months added keep the day, or take the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -11, max: 11 }), (number, by) => {
        const [from, to] = [ymd(number), ymd(addMonths(number, by))]
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + by)
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)))
      }),
    )
  })
})

describe('GIVEN a period', () => {
  it.each<[CalendarUnit, string, number, string, string, string]>([
    ['week', '2021-12-30', -1, '2021-W51', '2021-12-20', '2021-12-26'],
    ['week', '2021-01-02', 0, '2020-W53', '2020-12-28', '2021-01-03'],
    ['weekend', '2022-03-31', 0, '2022-W13-WE', '2022-04-02', '2022-04-03'],
    ['month', '2022-03-31', -1, '2022-02', '2022-02-01', '2022-02-28'],
    ['quarter', '2022-01-10', -1, '2021-Q4', '2021-10-01', '2021-12-31'],
    ['half', '2022-01-10', 0, '2022-H1', '2022-01-01', '2022-06-30'],
    ['season', '2022-01-10', 0, '2021-WI', '2021-12-01', '2022-02-28'],
    ['season', '2022-01-10', 1, '2022-SP', '2022-03-01', '2022-05-31'],
    ['year', '2022-01-10', 1, '2023', '2023-01-01', '2023-12-31'],
    ['decade', '1999-12-31', 0, '199', '1990-01-01', '1999-12-31'],
    ['century', '1999-12-31', 0, '19', '1900-01-01', '1999-12-31'],
  ])('THEN the %s of %s moved by %i is %s', (unit, date, by, value, first, last) => {
    expect(span(unit, date, by)).toEqual([value, first, last])
  })
})

describe('GIVEN a feast that moves', () => {
  it.each([
    [1999, '1999-04-04'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('THEN Easter of %i is %s', (year, date) => {
    expect(formatDay(easter(year))).toBe(date)
  })

  it('THEN the nth and the last weekday of a month are found', () => {
    expect(formatDay(nthWeekday(2021, 11, 4, 4))).toBe('2021-11-25')
    expect(formatDay(nthWeekday(2022, 5, 1, -1))).toBe('2022-05-30')
  })
})
