import type { BoilerplateData } from '../language/language.js'
import type { CalendarDate, Span } from './article.js'

/** The day, or null when the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : null
}

/** Lines longer than this are not read as a date line, and no dateline is longer. */
const DATE_LINE = 100

/**
 * The one full date that a text carries where articles carry their own: on a line of its own, after a label
 * such as "Published:", or in a dateline ("KYIV, December 31, 2021 –"). Null when there is none, or when
 * there are several and no label tells which.
 */
export function inferPublished(
  text: string,
  lines: readonly Span[],
  data: BoilerplateData,
): CalendarDate | null {
  const labelled = new Set<CalendarDate>()
  const bare = new Set<CalendarDate>()
  const patterns = datePatterns(data)
  for (const line of lines) {
    const start = text.slice(line.start, Math.min(line.end, line.start + DATE_LINE))
    const whole = line.end - line.start <= DATE_LINE
    for (const { date, before, after } of fullDates(start, patterns, data)) {
      if (isLabel(before, data) && whole) labelled.add(date)
      else if ((before === '' && isRestOfDateLine(after) && whole) || isDateline(before, after))
        bare.add(date)
    }
  }
  const dates = labelled.size > 0 ? labelled : bare
  return dates.size === 1 ? [...dates][0]! : null
}

interface DatedText {
  readonly date: CalendarDate
  readonly before: string
  readonly after: string
}

/** "31 December 2021", "Dec. 31, 2021", "2021-12-31". Not "12/31/21", which people read in two ways. */
function datePatterns(data: BoilerplateData): RegExp[] {
  const month = data.months.flat().join('|')
  return [
    new RegExp(
      `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>${month})\\.?,? (?<year>\\d{4})\\b`,
      'gi',
    ),
    new RegExp(`\\b(?<month>${month})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'gi'),
    /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g,
  ]
}

function fullDates(text: string, patterns: readonly RegExp[], data: BoilerplateData): DatedText[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { year, month, day } = match.groups!
      const date = calendarDate(Number(year), monthNumber(month!, data), Number(day))
      const before = text.slice(0, match.index).trim()
      const after = text.slice(match.index + match[0].length)
      return date ? [{ date, before, after }] : []
    }),
  )
}

function monthNumber(name: string, data: BoilerplateData): number {
  const index = data.months.findIndex((names) => names.includes(name.toLowerCase()))
  return index < 0 ? Number(name) : index + 1
}

/** "Published:", "Posted on Friday," */
function isLabel(before: string, data: BoilerplateData): boolean {
  const words = before.toLowerCase().replace(/[:,]+$/, '')
  return data.publishedLabels.some(
    (label) => words.startsWith(label) && /^(?:[ :,]+\p{L}+)?$/u.test(words.slice(label.length)),
  )
}

/** Nothing, or a time of day: "", ", 14:05 GMT", "T10:00:00Z". */
function isRestOfDateLine(after: string): boolean {
  return /^(?:[T,\s]*(?:at )?\d{1,2}[:.]\d{2}[\d:.]*\s*[a-z.+:\d]{0,6}\s*[a-z]{0,4})?[\s.]*$/i.test(after)
}

/** A place in capitals before the date, and a dash or an agency with a dash after it. */
function isDateline(before: string, after: string): boolean {
  return /^\p{Lu}{3,}/u.test(before) && /^\s*(?:\([^)]{1,30}\)\s*)?[–—-]/u.test(after)
}
