import type { Span } from '../../articles/model/article.js'
import type { DateData } from '../../language/language.js'
import type { DateMention, Interval } from '../annotations.js'
import { formatDay, parseDay, realDay, ymd } from '../calendar.js'
import { inYear, isYearless, partialDateOf, yearlessDays } from '../partial-dates.js'

type Link = 'range' | 'list' | 'choice'

/** The longest text between two expressions that can join them. */
const LONGEST_LINK = 12

/** How what stands between two expressions joins them: "to", a dash; "and", a comma; "or". */
function linkBetween(text: string, a: Span, b: Span, { links }: DateData): Link | null {
  if (b.start - a.end > LONGEST_LINK) return null
  const between = text.slice(a.end, b.start).trim().toLowerCase()
  const link = links.get(between) ?? null
  if (link === 'between') return null
  if (link !== 'list') return link
  const before = text
    .slice(Math.max(0, a.start - LONGEST_LINK), a.start)
    .trimEnd()
    .toLowerCase()
  return links.get(before.slice(before.lastIndexOf(' ') + 1)) === 'between' ? 'range' : 'list'
}

/** "from Monday to Friday", "November through March": the end comes after the start. */
export function isRangeEnd(text: string, last: DateMention, part: Span, data: DateData): boolean {
  return last.interval !== null && linkBetween(text, last, part, data) === 'range'
}

/** Joins the days of a list that follow one another, and the ends of a range, into one mention. */
export function joinRanges(text: string, mentions: readonly DateMention[], data: DateData): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const merged = last && join(text, last, mention, data)
    if (merged) joined[joined.length - 1] = merged
    else joined.push(mention)
  }
  return joined
}

function join(text: string, a: DateMention, b: DateMention, data: DateData): DateMention | null {
  if (!a.interval && !b.interval) return joinYearless(text, a, b, data)
  if (!a.interval || !b.interval || a.type !== 'DATE' || b.type !== 'DATE') return null
  if (a.interval.grain !== b.interval.grain || a.interval.end >= b.interval.start) return null
  const link = linkBetween(text, a, b, data)
  if (!link || (link !== 'range' && !follows(a.interval, b.interval))) return null
  // "In Lorne and Orsk on 12 and 13 May, respectively": each its own day
  if (link === 'list' && data.respectively.test(text.slice(b.end, b.end + LONGEST_LINK + 4))) return null
  const approximate = a.interval.approximate || b.interval.approximate || link === 'choice'
  return {
    start: a.start,
    end: b.end,
    text: text.slice(a.start, b.end),
    type: 'DATE',
    value: `${a.value.slice(0, (a.value.indexOf('/') + 1 || a.value.length + 1) - 1)}/${b.value}`,
    interval: { ...a.interval, end: b.interval.end, approximate },
  }
}

/** The same for days and months whose year nothing tells: `XXXX-01-09/XXXX-01-10`. */
function joinYearless(text: string, a: DateMention, b: DateMention, data: DateData): DateMention | null {
  const [one, other] = [partialDateOf(a), partialDateOf(b)]
  if (!isYearless(one) || !isYearless(other) || one.grain !== other.grain) return null
  if (a.type !== 'DATE' || b.type !== 'DATE') return null
  const [last, first] = [yearlessDays(one).last, yearlessDays(other).first]
  const link = linkBetween(text, a, b, data)
  if (!link || (link !== 'range' && first - last !== 1) || one.end === other.start) return null
  return {
    start: a.start,
    end: b.end,
    text: text.slice(a.start, b.end),
    type: 'DATE',
    value: `${a.value.split('/', 1)[0]}/${b.value}`,
    interval: null,
  }
}

const follows = (a: Interval, b: Interval) => parseDay(b.start)! - parseDay(a.end)! === 1

/** "from March to May 2021", "between January 9 and February 12, 2022": the year holds for both. */
export function shareYears(text: string, mentions: DateMention[], data: DateData): DateMention[] {
  return mentions.map((mention, i) => {
    const next = mentions[i + 1]
    return next && linkBetween(text, mention, next, data) === 'range' ? inYearOf(mention, next) : mention
  })
}

/** The start of a range, no later than its end, when the end alone tells the year in figures. */
function inYearOf(a: DateMention, b: DateMention): DateMention {
  if (!a.interval) return yearless(a, b)
  if (!a.interval || !b.interval || !YEAR.test(b.text) || YEAR.test(a.text) || a.type !== 'DATE') return a
  if (!/^\d{4}-\d\d(-\d\d)?$/.test(a.value) || a.interval.grain !== b.interval.grain) return a
  const years =
    Number(b.value.slice(0, 4)) - (a.value.slice(4) > b.value.slice(4) ? 1 : 0) - Number(a.value.slice(0, 4))
  const [start, end] = [movedYears(a.interval.start, years), movedYears(a.interval.end, years)]
  if (years === 0 || !start || !end) return a
  return { ...a, value: start.slice(0, a.value.length), interval: { ...a.interval, start, end } }
}

const YEAR = /\d{4}/

/** "between January 9 and February 12, 2022", in an article that has no date itself. */
function yearless(a: DateMention, b: DateMention): DateMention {
  const partial = partialDateOf(a)
  if (!isYearless(partial) || b.interval?.grain !== partial.grain || !YEAR.test(b.text)) return a
  const end = parseDay(b.interval.end)!
  const days = yearlessDays(partial)
  const { year } = ymd(end)
  const here = inYear(days, year)
  const { first, last } = here.first > end ? inYear(days, year - 1) : here
  const [start, until] = [formatDay(first), formatDay(last)]
  return {
    ...a,
    value: start.slice(0, a.value.length),
    interval: { ...b.interval, start, end: until },
  }
}

function movedYears(date: string, years: number): string | null {
  const { year, month, day } = ymd(parseDay(date)!)
  const moved = realDay(year + years, month, day) ?? realDay(year + years, month, day - 1)
  return moved === null ? null : formatDay(moved)
}
