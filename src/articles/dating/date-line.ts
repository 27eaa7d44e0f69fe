import type { DateLineData } from '../../language/date-lines.js'
import type { CalendarDate } from '../model/article.js'
import { calendarDate, weekdayOf } from './calendar-date.js'

/** A day as a line writes it. */
export interface WrittenDay {
  /** What it can mean: one day; two, where figures can be read in two ways; none, where the year is not given. */
  readonly readings: readonly CalendarDate[]
  /** Month and day, where the year is not given. */
  readonly yearless: { readonly month: number; readonly day: number } | null
  /** From 1 (Monday); null where none stands before it. */
  readonly weekday: number | null
}

/**
 * - `bare`: a date and nothing that says of what
 * - `byline`: beside the name of an author or an outlet
 * - `named`: beside a name with no mark between them ("World 3 May 2022"): above a text it tells when that was
 *   published, within one it may as well be a heading
 */
export type DateLineKind = 'published' | 'bare' | 'byline' | 'named' | 'dateline' | 'updated'

export interface DateLine extends WrittenDay {
  readonly kind: DateLineKind
}

/** Longer lines are none; no dateline is longer. Characters. */
const LONGEST = 160
const LONGEST_DATELINE = 100
/** Words of names beside a date; with no mark between them, and before the date of a dateline. */
const MOST_NAMES = 10
const MOST_UNMARKED = 4
const MOST_PLACES = 5

/** The dates that a line is made of; none, where it is a sentence that tells of a day. */
export function dateLinesIn(line: string, data: DateLineData): DateLine[] {
  const opening = datelineOf(line, data)
  if (opening) return [opening]
  if (line.length > LONGEST || !/\d/.test(line)) return []
  const text = unglued(line)
  const days = writtenDays(text, data)
  if (days.length === 0) return []
  const rest = restOf(text, days, data)
  const names = rest.split(' ').filter(Boolean)
  const byline = data.bylines.test(text.toLowerCase())
  const labelled = data.published.test(text.toLowerCase()) || data.updated.test(text.toLowerCase())
  if (names.length > MOST_NAMES || !areNames(names, data)) return []
  const apart = names.length === 0 || byline || labelled || days.some((day) => isApart(text, day))
  // "Storm of 14 March 1962" names a day, and is of none.
  const named = !apart && names.length <= MOST_UNMARKED && days.length === 1 && !/\bof\b/i.test(text)
  if (!apart && !named) return []
  let from = 0
  return days.map(({ start, end, readings, yearless, weekday }) => {
    const before = text.slice(from, start).toLowerCase()
    from = end
    const kind = data.updated.test(before)
      ? 'updated'
      : data.published.test(before)
        ? 'published'
        : named
          ? 'named'
          : names.length > 0
            ? 'byline'
            : 'bare'
    return { kind, readings, yearless, weekday }
  })
}

interface Found extends WrittenDay {
  readonly start: number
  readonly end: number
}

/** "January 10, 20225:08 PM", "5:08 PM EDTUpdated", "2022Modified", "timer3 min" */
const unglued = (line: string) =>
  line
    // "by seawatcher » 3 May 2022": how forums tell who wrote, and when.
    .replace(/^by \S{1,30} » /i, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Ll}{3})(?=\d{1,2} ?min)/gu, ' ')
    .replace(/\b((?:19|20)\d{2})(?=\d{1,2}:\d{2}|\p{L})/gu, '$1 ')
    .replace(/([\p{Lu}\d])(?=\p{Lu}\p{Ll}{3})/gu, '$1 ')

const patterns = new WeakMap<DateLineData, RegExp>()

/**
 * "31 December 2021", "Dec. 31, 2021", "31-Dec-21", "2021-12-31", "31.12.2021", "12/31/2021", "Dec 31",
 * "Dec 31 18:30:00 2021"; each with its weekday before it.
 */
function pattern(data: DateLineData): RegExp {
  const known = patterns.get(data)
  if (known) return known
  const weekday = `(?:(?<weekday>${data.weekdays.flat().join('|')})\\b\\.?,? ?(?:the )?)?`
  const month = `(?:${data.months.flat().join('|')})`
  const year = "(?<!\\d)(?:\\d{4}|['’]\\d{2})(?!\\d)"
  const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4})?'
  const forms = [
    '(?<iy>\\d{4})(?<sign>[-/.])(?<im>\\d{1,2})\\k<sign>(?<id>\\d{1,2})(?!\\d)(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?',
    `(?<dd>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ .-]{0,2}(?<dm>${month})\\b\\.?(?:[ ,.-]{1,2}(?<dy>${year}|(?<=-)\\d{2}(?!\\d)|(?<= )\\d{2}(?= ?$| \\d{1,2}[:.]\\d)))?`,
    `(?<mm>${month})\\b\\.?[ -]?(?<md>\\d{1,2})(?!\\d|:\\d)(?:st|nd|rd|th)?(?:(?:[ ,-]{1,2}| ${clock} )(?<my>${year}))?`,
    '(?<n1>\\d{1,2})(?<mark>[./-])(?<n2>\\d{1,2})\\k<mark>(?<ny>\\d{4}|\\d{2})(?!\\d)',
  ]
  const made = new RegExp(`(?<![\\p{L}\\p{N}])${weekday}(?:${forms.join('|')})`, 'giu')
  patterns.set(data, made)
  return made
}

export function writtenDays(text: string, data: DateLineData): Found[] {
  return [...text.matchAll(pattern(data))].flatMap((match) => {
    const day = writtenDay(match.groups!, data)
    return day ? [{ ...day, start: match.index, end: match.index + match[0].length }] : []
  })
}

function writtenDay(groups: Record<string, string | undefined>, data: DateLineData): WrittenDay | null {
  const weekday = numberIn(data.weekdays, groups.weekday)
  const settled = (readings: readonly (CalendarDate | null)[]): WrittenDay | null => {
    const real = [...new Set(readings)].filter((day) => day !== null)
    if (real.length === 0) return null
    const fitting = real.filter((day) => weekday === null || weekdayOf(day) === weekday)
    return { readings: fitting.length > 0 ? fitting : real, yearless: null, weekday }
  }
  const { iy, im, id, dd, dm, dy, mm, md, my, n1, n2, ny, mark } = groups
  if (iy) return settled([calendarDate(Number(iy), Number(im), Number(id))])
  if (n1) {
    const [a, b, year] = [Number(n1), Number(n2), yearOf(ny!)]
    const dayFirst = calendarDate(year, b, a)
    // Nobody writes the month first with full stops between.
    return settled(mark === '.' ? [dayFirst] : [dayFirst, calendarDate(year, a, b)])
  }
  const [day, name, year] = dm ? [dd, dm, dy] : [md, mm, my]
  const month = numberIn(data.months, name)!
  if (year) return settled([calendarDate(yearOf(year), month, Number(day))])
  if (calendarDate(2000, month, Number(day)) === null) return null
  return { readings: [], yearless: { month, day: Number(day) }, weekday }
}

function numberIn(names: readonly (readonly string[])[], name: string | undefined): number | null {
  const at = names.findIndex((spellings) => spellings.includes(name?.toLowerCase() ?? ''))
  return at < 0 ? null : at + 1
}

/** A year of two figures is one of the fifty before or after 2000. */
function yearOf(text: string): number {
  const figures = text.replace(/\D/g, '')
  const number = Number(figures)
  return figures.length > 2 ? number : number < 50 ? 2000 + number : 1900 + number
}

/** What of a line is neither a date nor what stands beside dates. */
function restOf(text: string, days: readonly Found[], data: DateLineData): string {
  let rest = ''
  let from = 0
  for (const { start, end } of days) {
    rest += `${text.slice(from, start)} `
    from = end
  }
  rest += text.slice(from)
  const weekdays = new RegExp(`\\b(?:${data.weekdays.flat().join('|')})\\b\\.?`, 'gi')
  return rest
    .replace(
      /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{1,2})?(?:\.\d+)?|\b\d{1,2}(?= ?[ap]\.?m\b)|\b\d{4} ?(?=hrs?\b|GMT|UTC)/gi,
      ' ',
    )
    .replace(/[+-]\d{2}:?\d{2}\b/g, ' ')
    .replace(/[^\s@|]+@[^\s@|]+\.\w+|@\w+/g, ' ')
    .replace(data.zones, ' ')
    .replace(weekdays, ' ')
    .replace(data.fillers, ' ')
    .replace(/[^\p{L}\p{N}\p{M}&'’.@-]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])[-.&'’@]+|[-.]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words that names are made of: each has a capital, but for the small ones within. */
const areNames = (words: readonly string[], { particles }: DateLineData) =>
  words.every((word) => /^[\p{Lu}\p{Lo}@]/u.test(word) || particles.has(word)) &&
  words.every((word) => !/\d/.test(word) || /^\p{L}/u.test(word))

/** A mark or the line's end on the side where the names stand: "Norland News, 10 January 2022", "LORNE | May 3". */
const isApart = (text: string, { start, end }: Found) =>
  (start === 0 || /[,|·•–—/:;()\]-]\s*$/.test(text.slice(0, start))) &&
  (end === text.length || /^\s*(?:[,|·•–—/:;()[-]|at\b|\d)/i.test(text.slice(end)))

/**
 * A place beside the date, and a dash or an agency with a dash after them: "LORNE, Norland, May 3 (Wire) –",
 * "[Lorne/Orsk, 3 May 2022] –", "May 3, 2022 (LORNE) –".
 */
function datelineOf(line: string, data: DateLineData): DateLine | null {
  if (!/^[([]?[\p{Lu}\d]/u.test(line)) return null
  const start = line.slice(0, LONGEST_DATELINE).replace(/^[([]/, '')
  const [day, other] = writtenDays(start, data)
  if (!day || !isPlace(start.slice(0, day.start), data)) return null
  const after = DASH.exec(start.slice(day.end))
  // "Mira Solheim, 8 February 1923 – 3 May 2001"
  if (!after || other?.start === day.end + after[0].length) return null
  const { readings, yearless, weekday } = day
  return { kind: 'dateline', readings, yearless, weekday }
}

/** What stands between the date of a dateline and its text: a bracket's end, an agency or a place, a dash. */
const DASH = /^[)\]]?,?\s*(?:\([^)]{1,30}\)|[\p{Lu}/]{2,12}|\/[^/\s]{2,30}\/)?\s*(?:[–—]|-{1,2}(?=\s|$))\s*/u

/** In capitals, whatever follows ("LORNE, Norland", "LORNE (Norland)"); or names and a mark that ends them. */
function isPlace(text: string, data: DateLineData): boolean {
  if (/^\p{Lu}{3}/u.test(text)) return !/[a-z]{2}.*[a-z]{2}.*[.!?] /.test(text)
  const words = text.split(/[\s,/(]+/).filter(Boolean)
  return (text === '' || /[,(]\s*$/.test(text)) && words.length <= MOST_PLACES && areNames(words, data)
}
