import type { DateLineData } from '../../language/date-lines.js'
import type { BoilerplateData } from '../../language/language.js'
import { factsOf, type LineFacts } from '../clean/line-facts.js'
import type { CalendarDate, PublishedBasis, Span } from '../model/article.js'
import { calendarDate, daysBetween, weekdayOf } from './calendar-date.js'
import { type DateLine, type DateLineKind, dateLinesIn, type WrittenDay, writtenDays } from './date-line.js'

/** When an article was published, as its own text tells. */
export interface Dating {
  readonly published: CalendarDate | null
  readonly basis: PublishedBasis | null
  /** A line that tells a day which can't be used, where there is no other: read in two ways, or without a year. */
  readonly unclear: string | null
}

export interface DatingData {
  readonly lines: DateLineData
  readonly boilerplate: BoilerplateData
}

/** What stands above the second sentence of the body, and at most so many lines. */
const HEAD = { sentences: 2, lines: 40 }
/** Lines below the last sentence of the body. */
const FOOT = 12
/** Nobody dates news of other times. */
const YEARS = { first: 1900, last: 2100 }

/** The kinds of date lines, the first of which a text has decides. */
const BELIEVED: readonly DateLineKind[] = ['published', 'bare', 'byline', 'dateline', 'updated', 'named']

/**
 * When an article was published, by the date lines above its body and right under its headline, or labelled ones
 * below it; where there is none, by a caption. Dates of related links, comments and teasers count for nothing.
 * @param lines of the text, without the headline, in order
 * @param headline how many of `lines` stand above the headline
 */
export function datingOf(
  text: string,
  lines: readonly Span[],
  { lines: data, boilerplate }: DatingData,
  headline = 0,
): Dating {
  const bare = lines.map(({ start, end }) => text.slice(start, Math.min(end, start + 600)).replace(MARKS, ''))
  const zones = zonesOf(bare, boilerplate, data, headline)
  const all = [...zones.above, ...zones.head, ...zones.foot]
  for (const kind of BELIEVED) {
    for (const found of [[...zones.head, ...zones.foot], zones.above]) {
      const of = found.filter((line) => line.kind === kind)
      if (of.length === 0) continue
      const days = new Set(of.flatMap((line) => settled(line, all) ?? []))
      // Of several labelled ones the first is meant; of those that nothing tells apart none.
      const first = days.values().next().value
      const sure = days.size === 1 || kind === 'published' || kind === 'updated'
      if (first && sure) return { published: first, basis: 'printed', unclear: null }
    }
  }
  return inferred(bare, all, data, boilerplate)
}

/** Signs of Markdown around a line. */
const MARKS = /^[*_>#|•·–—\s-]+|(?<![*_|\s])[*_|\s]+$/g

interface Placed extends DateLine {
  readonly text: string
}

function zonesOf(
  lines: readonly string[],
  boilerplate: BoilerplateData,
  data: DateLineData,
  headline: number,
): { above: Placed[]; head: Placed[]; foot: Placed[] } {
  const above: Placed[] = []
  const head: Placed[] = []
  const foot: Placed[] = []
  const placed = (text: string) => dateLinesIn(text, data).map((line) => ({ ...line, text }))
  let sentences = 0
  let linked = false
  for (const [i, text] of lines.slice(0, HEAD.lines).entries()) {
    const facts = factsOf(text, boilerplate)
    const found = placed(text)
    linked ||= facts.linkHeading && i >= headline
    const kept = found.filter(({ kind }) =>
      linked ? kind === 'published' : kind !== 'named' || sentences === 0,
    )
    ;(i < headline ? above : head).push(...kept)
    if (isSentence(facts) && (found.length === 0 || found[0]!.kind === 'dateline')) sentences++
    if (sentences === HEAD.sentences) break
  }
  const last = lines.findLastIndex((line) => isSentence(factsOf(line, boilerplate)))
  for (const text of lines.slice(last + 1, last + 1 + FOOT)) {
    const facts = factsOf(text, boilerplate)
    if (facts.linkHeading || boilerplate.commentHeadings.has(facts.words)) break
    foot.push(...placed(text).filter(({ kind }) => kind === 'published' || kind === 'updated'))
  }
  return { above, head, foot }
}

const isSentence = (line: LineFacts) => line.prose && !line.notice && line.credit === null

/** The one day that a line can mean: other lines may tell which of two readings, as they are nearly of one day. */
function settled({ readings }: WrittenDay, all: readonly WrittenDay[]): CalendarDate | null {
  if (readings.length < 2) return readings[0] ?? null
  const others = all.filter((line) => line.readings.length === 1 || line.yearless)
  const fitting = readings.filter((day) =>
    others.some(({ readings: [other], yearless }) =>
      other
        ? Math.abs(daysBetween(day, other)) <= NEAR_DAYS
        : Number(day.slice(5, 7)) === yearless!.month &&
          Math.abs(Number(day.slice(8)) - yearless!.day) <= NEAR_DAYS,
    ),
  )
  return fitting.length === 1 ? fitting[0]! : null
}

/** A dateline and the date line above it, or a version and the one before, are rarely further apart. */
const NEAR_DAYS = 7

function inferred(
  lines: readonly string[],
  found: readonly Placed[],
  data: DateLineData,
  boilerplate: BoilerplateData,
): Dating {
  const evidence = evidenceIn(lines, data, boilerplate)
  const unclear = found.find(({ readings }) => readings.length !== 1)?.text ?? null
  const ambiguous = found.find(({ readings }) => readings.length > 1)
  if (ambiguous && evidence.caption) {
    const near = ambiguous.readings.filter(
      (day) => Math.abs(daysBetween(evidence.caption!, day)) <= NEAR_DAYS,
    )
    if (near.length === 1) return { published: near[0]!, basis: 'printed', unclear: null }
  }
  const yearless = found.find((line) => line.yearless)
  if (yearless) {
    const day = withYear(yearless, evidence)
    if (day) return { ...day, unclear: null }
  } else if (evidence.caption) {
    return { published: evidence.caption, basis: 'inferred: caption', unclear: null }
  }
  return { published: null, basis: null, unclear }
}

interface Evidence {
  /** The newest day that a caption gives to its picture, unless the text tells of a later one. */
  readonly caption: CalendarDate | null
  readonly copyright: number | null
  /** The last year in figures. */
  readonly year: number | null
}

function evidenceIn(lines: readonly string[], data: DateLineData, boilerplate: BoilerplateData): Evidence {
  let caption: CalendarDate | null = null
  let copyright: number | null = null
  let year: number | null = null
  let told: CalendarDate | null = null
  for (const line of lines) {
    const notice = data.copyright.exec(line)
    if (notice) copyright = Math.max(copyright ?? 0, Number(notice[1]))
    if (!/\d{4}/.test(line)) continue
    const days = writtenDays(line, data)
    const picture =
      days.length > 0 &&
      (data.picture.test(line) || factsOf(line, boilerplate).credit !== null) &&
      !data.filePicture.test(line)
    for (const { readings } of days) {
      const [day] = readings
      if (readings.length !== 1 || !day || !isOfNews(day)) continue
      if (picture && (caption === null || day > caption)) caption = day
      if (!picture && (told === null || day > told)) told = day
    }
    if (notice) continue
    for (const [figures] of line.matchAll(/(?<![\d,.$€£-])(?:19|20)\d{2}(?![\d,-]|\.\d|%)/g)) {
      year = Math.max(year ?? 0, Number(figures))
    }
  }
  const late = caption !== null && told !== null && told > caption
  return { caption: late ? null : caption, copyright, year }
}

const isOfNews = (day: CalendarDate) => {
  const year = Number(day.slice(0, 4))
  return year >= YEARS.first && year <= YEARS.last
}

/** A date line without its year, with the one that the text proves: by a caption, its weekday or its copyright. */
function withYear(
  { yearless, weekday }: WrittenDay,
  { caption, copyright, year }: Evidence,
): Pick<Dating, 'published' | 'basis'> | null {
  const { month, day } = yearless!
  const inYear = (number: number) => calendarDate(number, month, day)
  if (caption) {
    // The picture was taken on that day or some time before.
    const from = Number(caption.slice(0, 4))
    const next = [from, from + 1].map(inYear).find((one) => one && daysBetween(caption, one) >= -NEAR_DAYS)
    if (next && daysBetween(caption, next) < 100) return { published: next, basis: 'inferred: caption' }
  }
  const fits = (one: CalendarDate | null) => one !== null && (weekday === null || weekdayOf(one) === weekday)
  if (copyright !== null && fits(inYear(copyright))) {
    return { published: inYear(copyright), basis: 'inferred: copyright' }
  }
  if (weekday === null || year === null) return null
  // A text seldom tells of a year to come but one, and weekdays repeat after five years at the soonest.
  const fitting = [year - 1, year, year + 1].map(inYear).filter(fits)
  return fitting.length === 1 ? { published: fitting[0]!, basis: 'inferred: weekday' } : null
}
