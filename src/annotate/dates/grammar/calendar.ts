import type { Span } from '../../../articles/article.js'
import type { DateData } from '../../../language/language.js'
import * as calendar from '../../calendar.js'
import type { Expression, Found, YearReference } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt, yearInWordsAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import { NO_MEANING } from '../tokens.js'
import type { Part } from './part.js'
import { one } from './part.js'
import type { Grammar } from './rule.js'

/** "January 9", "Jan. 9, 2022", "January 9-10 and 12", "January 2022", "January last year", "January". */
export function monthFirstAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Part[]> | null {
  const name = monthNameAt(t, at)
  if (!name) return null
  const days = daysAt(t, name.next, { data, monthLast: false })
  if (days) {
    const year = yearAfter(t, days.next, data)
    return dated(t, name.value, year?.value ?? null, days, t[at]!.start, year?.next ?? days.next)
  }
  const year = yearAfter(t, name.next, data)
  if (!year && !isMonthAlone(t, at, name.next, data)) return null
  return one(t, monthExpression(name.value, year?.value ?? null), at, year?.next ?? name.next)
}

/** "9 January 2022", "9-10 January", "the 9th and 10th of January". */
export function dayFirstAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Part[]> | null {
  const days = daysAt(t, at, { data, monthLast: true })
  if (!days) return null
  const of = t[days.next]?.word.role === 'of' ? days.next + 1 : days.next
  const name = monthNameAt(t, of)
  if (!name) return null
  const year = yearAfter(t, name.next, data)
  return dated(t, name.value, year?.value ?? null, days, t[at]!.start, year?.next ?? name.next)
}

interface Day extends Span {
  readonly day: number
}

interface Days {
  readonly days: readonly Day[]
  readonly next: number
}

/** No list of days in prose is longer. */
const LONGEST_LIST = 8

/** "9", "9th", "9-10", "9, 10 and 11": numbers that can be days of a month. */
function daysAt(t: readonly Token[], at: number, context: ListContext): Days | null {
  const days: Day[] = []
  let next = at
  for (
    let i: number | null = at;
    i !== null && days.length < LONGEST_LIST;
    i = listedAfter(t, next, context)
  ) {
    const item = dayRangeAt(t, i) ?? dayAt(t, i)
    if (!item || item.value.some(({ day }) => day < 1 || day > 31)) break
    days.push(...item.value)
    next = item.next
  }
  return days.length > 0 ? { days, next } : null
}

function dayRangeAt(t: readonly Token[], at: number): Found<Day[]> | null {
  const token = t[at]
  const range =
    token?.kind === 'number' && token.suffix === '' ? /^(\d{1,2})-(\d{1,2})$/.exec(token.text) : null
  if (!token || !range) return null
  const first = { day: Number(range[1]), start: token.start, end: token.start + range[1]!.length }
  return found([first, { day: Number(range[2]), start: first.end + 1, end: token.end }], at + 1)
}

function dayAt(t: readonly Token[], at: number): Found<Day[]> | null {
  const day = dayNumberAt(t, at)
  return day && found([{ day: day.value, start: t[at]!.start, end: t[day.next - 1]!.end }], day.next)
}

/** Where the next day of a list stands: behind "and", "to", a comma or a dash; null when the list is over. */
function listedAfter(t: readonly Token[], at: number, context: ListContext): number | null {
  const link = linkAt(t, at)
  return link !== null && isListed(t, link, context) ? link : null
}

/** After "and", "to", a comma or a dash: where the next day of the list would stand. */
function linkAt(t: readonly Token[], at: number): number | null {
  const { text, word } = t[at] ?? { text: '', word: NO_MEANING }
  const joint = word.role === 'and' || word.role === 'or'
  if (text === ',') return t[at + 1]?.word.role === 'and' || t[at + 1]?.word.role === 'or' ? at + 2 : at + 1
  return joint || word.role === 'to' || text === '-' || text === '–' || text === '—' ? at + 1 : null
}

/** A number after a link goes on with the list unless it counts something or is a year or a time. */
function isListed(t: readonly Token[], at: number, { data, monthLast }: ListContext): boolean {
  const day = dayRangeAt(t, at) ?? dayAt(t, at)
  if (!day || t[at]!.kind !== 'number') return false
  const after = t[day.next]
  if (after === undefined || after.kind === 'mark') return after?.text !== '%' && after?.text !== '/'
  if (after.word.month !== undefined) return monthLast
  return after.word.unit === undefined && data.functionWords.has(after.text)
}

/** "January 9 and 10" or "9 and 10 January": a month behind the list is its own in the second only. */
interface ListContext {
  readonly data: DateData
  readonly monthLast: boolean
}

function dayNumberAt(t: readonly Token[], at: number): Found<number> | null {
  const token = t[at]
  if (!token) return null
  if (token.kind === 'number' && token.suffix === '' && /^\d{1,2}$/.test(token.text))
    return found(Number(token.text), at + 1)
  return ordinalAt(t, at)
}

/** A year told once holds for every day of the list; it belongs to the span of the last. */
function dated(
  t: readonly Token[],
  month: number,
  year: YearReference | null,
  { days }: Days,
  start: number,
  next: number,
): Found<Part[]> | null {
  const parts = days.map(
    (day, i): Part => ({
      expression: dayExpression(month, day.day, year),
      start: i === 0 ? start : day.start,
      end: i === days.length - 1 ? t[next - 1]!.end : day.end,
    }),
  )
  return parts.every(({ expression }) => isPossible(expression)) ? found(parts, next) : null
}

function dayExpression(month: number, day: number, year: YearReference | null): Expression {
  const number = typeof year === 'number' ? calendar.realDay(year, month, day) : null
  if (number !== null) return { kind: 'fixed', period: calendar.day(number) }
  return { kind: 'calendar', month, day, year, relation: null }
}

/** A day that no year has ("February 30") or that its year has not. */
function isPossible(expression: Expression): boolean {
  if (expression.kind !== 'calendar' || expression.day === null) return true
  return typeof expression.year !== 'number' && expression.day <= calendar.daysInMonth(2000, expression.month)
}

function monthExpression(month: number, year: YearReference | null): Expression {
  if (typeof year === 'number') return { kind: 'fixed', period: calendar.month(year, month) }
  return { kind: 'calendar', month, day: null, year, relation: null }
}

/** The name of a month, with the full stop of an abbreviation. */
export function monthNameAt(t: readonly Token[], at: number): Found<number> | null {
  const token = t[at]
  if (token?.word.month === undefined) return null
  const abbreviated =
    t[at + 1]?.text === '.' && t[at + 1]!.glued && token.word.shy === true && token.text.length < 5
  const next = abbreviated && t[at + 2]?.kind === 'number' ? at + 2 : at + 1
  return token.capital || t[next]?.kind === 'number' || t[at - 1]?.kind === 'number'
    ? found(token.word.month, next)
    : null
}

/** "May" is a month where a preposition stands before it; "March Simpson" and "April Jones" are people. */
function isMonthAlone(t: readonly Token[], at: number, next: number, data: DateData): boolean {
  const token = t[at]!
  const before = t[at - 1]
  const after = t[next]
  if (!token.capital) return false
  if (token.glued && before?.text !== '-' && before?.text !== '(' && !isQuote(before?.text)) return false
  const introduced =
    before?.word.preposition === true ||
    before?.word.relation !== undefined ||
    before?.word.edge !== undefined
  const hyphened = before?.text === '-' && t[at - 2]?.word.edge !== undefined
  if (introduced || hyphened) return true
  const attributive = after?.kind === 'word' && !after.capital && !data.functionWords.has(after.text)
  if (token.word.shy) return attributive && before?.word.role === 'the' && token.text.length > 3
  return !(after?.kind === 'word' && after.capital && after.word.month === undefined)
}

const isQuote = (text: string | undefined) =>
  text === '"' || text === '“' || text === '‘' || text === "'" || text === '`'

/** ", 2022", "of 2022", "last year", "of that year" behind a month, a quarter, a season. */
export function yearAfter(t: readonly Token[], at: number, data: DateData): Found<YearReference> | null {
  const of = t[at]?.word.role === 'of'
  const comma = t[at]?.text === ','
  const from = of || comma ? at + 1 : at
  const year = yearFiguresAt(t, from, data, true) ?? yearInWordsAt(t, from)
  if (year) return year
  return comma ? null : relativeYearAt(t, from)
}

/** "last year", "this year", "the following year", "that year". */
export function relativeYearAt(t: readonly Token[], at: number): Found<YearReference> | null {
  const from = t[at]?.word.role === 'the' ? at + 1 : at
  const relation = t[from]?.word
  if (relation?.relation === undefined) return null
  const unit = t[from + 1]?.word.role === 'fiscal' ? from + 2 : from + 1
  if (t[unit]?.word.unit !== 'Y' || t[unit]!.word.plural) return null
  return found({ by: relation.relation, anchor: relation.told ? 'told' : 'now' }, unit + 1)
}

/** A year in figures. `expected`: behind a month or "the year", where any four figures will do. */
export function yearFiguresAt(
  t: readonly Token[],
  at: number,
  data: DateData,
  expected = false,
): Found<number> | null {
  const token = t[at]
  if (token?.kind !== 'number' || token.suffix !== '' || !/^\d{4}$/.test(token.text)) return null
  const value = Number(token.text)
  if (value < 1000 || value > 2100) return null
  const before = t[at - 1]
  const after = t[at + 1]
  if (after?.glued && (after.text === '%' || after.text === '°')) return null
  if (expected) return after?.kind === 'word' && data.counted.has(after.text) ? null : found(value, at + 1)
  if (before && token.glued && !isOpen(before.text) && !isPrefix(t, at)) return null
  if (before && !before.glued && (before.text === '$' || before.text === '#')) return null
  if (before && (before.text === '$' || before.text === '#' || data.beforeCodes.has(before.text))) return null
  if (before?.text === '.' && data.beforeCodes.has(t[at - 2]?.text ?? '')) return null
  if (after?.kind === 'word' && (data.counted.has(after.text) || after.word.multiplier !== undefined))
    return null
  if (after?.text === '-' && after.glued && t[at + 2]?.glued && t[at + 2]?.kind === 'word') return null
  if (value >= 1900 && value <= 2050) return found(value, at + 1)
  const introduced = before?.word.preposition === true || before?.word.unit === 'Y'
  const open = !after || after.kind === 'mark' || data.functionWords.has(after.text)
  return introduced && open ? found(value, at + 1) : null
}

const isOpen = (text: string) => '(["“‘`\'-–—/_…'.includes(text)

/** "mid-1996", "post-1959": a hyphen after a letter otherwise makes a code ("F-16", "Il-1976"). */
function isPrefix(t: readonly Token[], at: number): boolean {
  const { edge, role } = t[at - 2]?.word ?? NO_MEANING
  return t[at - 1]?.text === '-' && (edge !== undefined || role === 'prefix')
}

export function yearAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Part[]> | null {
  const before = t[at - 1]
  const hyphened = t[at]?.glued === true && before?.text === '-' && before.glued && t[at - 2]?.kind === 'word'
  if (hyphened && !isPrefix(t, at)) return null
  const figures = yearFiguresAt(t, at, data)
  if (figures) return one(t, { kind: 'fixed', period: calendar.year(figures.value) }, at, figures.next)
  const words = yearInWordsAt(t, at)
  if (words && !t[words.next]?.word.unit)
    return one(t, { kind: 'fixed', period: calendar.year(words.value) }, at, words.next)
  return decadeAt(t, at)
}

/** "the 1970s", "the '80s", "the nineties". */
export function decadeAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const token = t[at]!
  const figures = token.kind === 'number' ? /^(\d\d)?(\d)0$/.exec(token.text) : null
  const s = token.suffix === 's' || t[at + 1]?.text === "'s"
  if (figures && s && (figures[1] !== undefined || isApostrophe(t[at - 1]))) {
    const year = Number(figures[1] ?? 19) * 100 + Number(figures[2]) * 10
    if (year < 1000 || year > 2100) return null
    const to = token.suffix === 's' ? at + 1 : at + 2
    return one(
      t,
      { kind: 'fixed', period: { unit: 'decade', index: year / 10 } },
      figures[1] === undefined ? at - 1 : at,
      to,
    )
  }
  if (
    token.word.decade !== undefined &&
    t[at - 1] &&
    (t[at - 1]!.word.role === 'the' || t[at - 1]!.word.edge)
  ) {
    return one(t, { kind: 'fixed', period: { unit: 'decade', index: 190 + token.word.decade } }, at, at + 1)
  }
  return null
}

const isApostrophe = (token: Token | undefined) =>
  token?.text === "'" || token?.text === '’' || token?.text === '‘'

/** "20th century". */
export function centuryAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const nth = ordinalAt(t, at)
  if (!nth) return null
  const unit = t[nth.next]?.text === '-' ? nth.next + 1 : nth.next
  if (t[unit]?.word.unit !== 'C' || t[unit]!.word.plural) return null
  return nth.value >= 2 && nth.value <= 30
    ? one(t, { kind: 'fixed', period: { unit: 'century', index: nth.value - 1 } }, at, unit + 1)
    : null
}

/** "2022-01-09", "1/9/2022", "9.1.2022", "2014-2018", "1989-90". Months come first where either reading will do. */
export function figuresAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const token = t[at]
  if (!token) return null
  const { kind, text, suffix, glued } = token
  if (kind !== 'number' || (suffix !== '' && suffix !== 't' && suffix !== 'z')) return null
  if (glued && !isOpen(t[at - 1]?.text ?? '(')) return null
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (iso) return realDate(t, Number(iso[1]), Number(iso[3]), Number(iso[4]), at)
  const local = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(text)
  if (local) {
    const [first, second] = [Number(local[1]), Number(local[3])]
    if (local[4]!.length === 2 && local[2] === '.') return null
    const year = local[4]!.length === 4 ? Number(local[4]) : fullYear(Number(local[4]))
    const dayFirst = local[2] === '.' || first > 12
    return realDate(t, year, dayFirst ? second : first, dayFirst ? first : second, at)
  }
  return yearRangeAt(t, at)
}

function yearRangeAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const range = /^(\d{4})[-/](\d{4}|\d\d)$/.exec(t[at]!.text)
  if (!range || t[at]!.suffix !== '') return null
  const first = Number(range[1])
  const last = range[2]!.length === 4 ? Number(range[2]) : Math.floor(first / 100) * 100 + Number(range[2])
  if (first < 1500 || last > 2100) return null
  const month = Number(range[2])
  if (last <= first) {
    if (range[2]!.length !== 2 || month < 1 || month > 12) return null
    return one(t, { kind: 'fixed', period: calendar.month(first, month) }, at, at + 1)
  }
  const token = t[at]!
  const fixed = (y: number): Expression => ({ kind: 'fixed', period: calendar.year(y) })
  return found(
    [
      { expression: fixed(first), start: token.start, end: token.start + 4 },
      { expression: fixed(last), start: token.start + 5, end: token.end },
    ],
    at + 1,
  )
}

function realDate(
  t: readonly Token[],
  year: number,
  month: number,
  day: number,
  at: number,
): Found<Part[]> | null {
  const number = calendar.realDay(year, month, day)
  return number === null ? null : one(t, { kind: 'fixed', period: calendar.day(number) }, at, at + 1)
}

/** Two figures are a year of this century up to 2049, of the last one after. */
const fullYear = (figures: number) => figures + (figures < 50 ? 2000 : 1900)
