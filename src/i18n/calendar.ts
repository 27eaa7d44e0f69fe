/** Days, spans of days and distances in time as a language puts them. */
import type { MessageKey, Values } from './message.js'

/** From a first to a last day (YYYY-MM-DD). */
export interface Span {
  readonly start: string
  readonly end: string
}

export interface Interval extends Span {
  readonly grain: string
  readonly approximate: boolean
}

/** What is known of a date that nothing anchors: a span without its year, a weekday (1 is Monday), or words. */
export type Unanchored = Span | { readonly weekday: number } | { readonly words: string }

/** How far off something is, in units; below 0 it is past. */
export interface Distance {
  readonly count: number
  readonly unit: 'second' | 'day' | 'week' | 'month' | 'year'
  /** Counted off in units of this length from a day ("in 1 week"), and not the next unit of the calendar. */
  readonly counted?: true
}

export interface Duration {
  readonly count: number
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
}

export interface Calendar {
  /** `9 January 2022`, `January 2022` or `2022` */
  day(day: string, unit: 'day' | 'month' | 'year'): string
  /** `9–10 January 2022`, `June 2021`, `2014–2016`, `about 2014` */
  interval(date: Interval): string
  /** `9–10 January, year not stated`, `a Friday, the article has no date`, `“last week”, the article has no date` */
  unanchored(date: Unanchored): string
  /** `in 9 days`, `3 weeks ago`, `last month`, `tomorrow`, `now` */
  distance(distance: Distance): string
  /** `50 minutes` */
  duration(duration: Duration): string
}

type Say = (what: MessageKey, values?: Values) => string

const FORMS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const

/** @param say the catalogue's words in that language */
export function calendarIn(locale: string, say: Say): Calendar {
  const formats = {
    day: new Intl.DateTimeFormat(locale, { ...FORMS.day, timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { ...FORMS.month, timeZone: 'UTC' }),
  }
  const named = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const counted = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  return {
    day: (day, unit) => (unit === 'year' ? day.slice(0, 4) : formats[unit].format(Date.parse(day))),
    interval({ approximate, ...span }) {
      const grain = grainOf(span)
      const [from, to] = [span.start.slice(0, 4), span.end.slice(0, 4)]
      const date =
        grain !== 'year'
          ? formats[grain].formatRange(Date.parse(span.start), Date.parse(span.end))
          : from === to
            ? from
            : `${from}–${to}`
      return approximate ? say('about', { date }) : date
    },
    unanchored(date) {
      if ('weekday' in date) return say('someWeekday', { day: weekday(date.weekday, locale) })
      if ('words' in date) return say('unanchored', { words: date.words })
      return say('yearless', { date: yearless(date, locale) })
    },
    distance: ({ count, unit, counted: isCounted }) => (isCounted ? counted : named).format(count, unit),
    duration: ({ count, unit }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  }
}

/** In English weeks and decades have words of their own, and a stretch of days is parted by a dash without spaces. */
export function englishCalendar(say: Say): Calendar {
  const calendar = calendarIn('en-GB', say)
  const { day } = calendar
  const exact = ({ start, end, grain }: Interval): string => {
    const from = partsOf(start)
    const to = partsOf(end)
    if (start === end) return day(start, 'day')
    const unit = grainOf({ start, end })
    if (unit !== 'day') {
      if (from.year === to.year) {
        if (unit === 'year') return from.year
        if (from.month === to.month) return day(start, 'month')
        return `${from.month}–${to.month} ${to.year}`
      }
      if (grain === 'decade') return `the ${from.year}s`
      return unit === 'year'
        ? `${from.year}–${to.year}`
        : `${from.month} ${from.year} – ${to.month} ${to.year}`
    }
    if (grain === 'week' && daysIn(start, end) === 7) return `week of ${day(start, 'day')}`
    if (grain === 'year') return from.year === to.year ? from.year : `${from.year}–${to.year}`
    if (from.year !== to.year) return `${day(start, 'day')} – ${day(end, 'day')}`
    if (from.month !== to.month) return `${from.day} ${from.month} – ${day(end, 'day')}`
    return `${from.day}–${day(end, 'day')}`
  }
  return {
    ...calendar,
    interval: (date) => (date.approximate ? say('about', { date: exact(date) }) : exact(date)),
    unanchored(date) {
      if (!('start' in date)) return calendar.unanchored(date)
      const [from, to] = [date.start, date.end].map((text) => partsOf(`2000${text.slice(1)}-01`)) as [
        Parts,
        Parts,
      ]
      const withDay = date.start.length > 4
      const one = ({ day, month }: Parts) => (withDay ? `${day} ${month}` : month)
      const text =
        one(from) === one(to)
          ? one(from)
          : !withDay
            ? `${from.month}–${to.month}`
            : from.month === to.month
              ? `${from.day}–${one(to)}`
              : `${one(from)} – ${one(to)}`
      return say('yearless', { date: text })
    },
  }
}

interface Parts {
  readonly year: string
  readonly month: string
  readonly day: number
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

const partsOf = (date: string): Parts => ({
  year: String(Number(date.slice(0, 4))),
  month: ENGLISH_MONTH.format(Date.parse(date.slice(0, 10))),
  day: Number(date.slice(8, 10)),
})

/** `9 January 2022` */
export const englishDay = (date: string): string => {
  const { day, month, year } = partsOf(date)
  return `${day} ${month} ${year}`
}

const DAY_MS = 86_400_000

/** How many days there are from the first to the last. */
export const daysIn = (start: string, end: string): number =>
  Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1

function yearless({ start, end }: Span, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...(start.length > 4 && { day: 'numeric' }),
    month: 'long',
    timeZone: 'UTC',
  })
  // A leap year, so that every day is in it; a span over New Year ends in the next.
  const [first, last] = [start, end].map((text) => Date.parse(`2000${text.slice(1)}T00:00:00Z`))
  if (last! >= first!) return format.formatRange(first!, last!)
  return `${format.format(first)} – ${format.format(last)}`
}

/** @param number 1 is Monday */
function weekday(number: number, locale: string): string {
  // 3 January 2000 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 2 + number),
  )
}

/** What a span is made of: whole years, whole months, or days. */
function grainOf({ start, end }: Span): 'day' | 'month' | 'year' {
  const next = new Date(`${end}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  if (!start.endsWith('-01') || next.getUTCDate() !== 1) return 'day'
  return start.endsWith('-01-01') && next.getUTCMonth() === 0 ? 'year' : 'month'
}
