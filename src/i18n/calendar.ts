/** Days, spans of days and distances in time as a language puts them. */

/** From a first to a last day (YYYY-MM-DD). */
export interface Span {
  readonly start: string
  readonly end: string
}

export interface Calendar {
  /** `9–10. Januar`, of `--01-09` and `--01-10`; `Januar`, of `--01`. */
  yearless(span: Span): string
  /** 1 is Monday. */
  weekday(number: number): string
  /** `9–10. Januar 2022`, `Juni 2021`, `2014–2016` */
  span(span: Span): string
  /** The heading `9 January 2022`, `January 2022` or `2022` over a day. What is none of these stays as it is. */
  heading(english: string, day: string): string
  /** `in 9 days`, `3 weeks ago`, `last month`, `tomorrow`. What is none of these stays as it is. */
  distance(english: string): string
}

const FORMS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const

export function calendarIn(locale: string): Calendar {
  const formats = {
    day: new Intl.DateTimeFormat(locale, { ...FORMS.day, timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { ...FORMS.month, timeZone: 'UTC' }),
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const format = (form: keyof typeof FORMS, { start, end }: Span) =>
    formats[form].formatRange(Date.parse(start), Date.parse(end))
  return {
    yearless({ start, end }) {
      const format = new Intl.DateTimeFormat(locale, {
        ...(start.length > 4 && { day: 'numeric' }),
        month: 'long',
        timeZone: 'UTC',
      })
      // A leap year, so that every day is in it; a span over New Year ends in the next.
      const [first, last] = [start, end].map((text) => Date.parse(`2000${text.slice(1)}T00:00:00Z`))
      if (last! >= first!) return format.formatRange(first!, last!)
      return `${format.format(first)} – ${format.format(last)}`
    },
    weekday(number) {
      // 3 January 2000 was a Monday.
      return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2000, 0, 2 + number),
      )
    },
    span(span) {
      const grain = grainOf(span)
      const [from, to] = [span.start.slice(0, 4), span.end.slice(0, 4)]
      if (grain === 'year') return from === to ? from : `${from}–${to}`
      return format(grain, span)
    },
    heading(english, day) {
      const words = english.split(' ').length
      if (!english.endsWith(day.slice(0, 4)) || words > 3) return english
      return words === 1 ? english : format(words === 3 ? 'day' : 'month', { start: day, end: day })
    },
    distance(english) {
      const [, ahead, behind, which] = DISTANCE.exec(english) ?? []
      const [unit] = english.match(UNIT) ?? []
      if (unit && ahead) return relative.format(Number(ahead), unit as Unit)
      if (unit && behind) return relative.format(-Number(behind), unit as Unit)
      if (unit && which) return relative.format(STEPS[which]!, unit as Unit)
      if (english === 'now') return relative.format(0, 'second')
      const days = DAYS[english]
      return days === undefined ? english : relative.format(days, 'day')
    },
  }
}

const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }
const DISTANCE = /^(?:in (\d+) [a-z]+|(\d+) [a-z]+ ago|(last|this|next) [a-z]+)$/
const UNIT = /\b(?:day|week|month|year)(?=s?\b)/
type Unit = 'day' | 'week' | 'month' | 'year'

/** What a span is made of: whole years, whole months, or days. */
function grainOf({ start, end }: Span): 'day' | 'month' | 'year' {
  const next = new Date(`${end}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  if (!start.endsWith('-01') || next.getUTCDate() !== 1) return 'day'
  return start.endsWith('-01-01') && next.getUTCMonth() === 0 ? 'year' : 'month'
}
