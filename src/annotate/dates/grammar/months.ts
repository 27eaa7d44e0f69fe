import type { DateData } from '../../../language/language.js'
import * as calendar from '../../calendar.js'
import type { Expression, Found, YearReference } from '../expression.js'
import { found } from '../expression.js'
import type { Token } from '../tokens.js'
import type { Days } from './days-of-month.js'
import { daysAt } from './days-of-month.js'
import type { Part } from './part.js'
import { one } from './part.js'
import type { Grammar } from './rule.js'
import { fullYear, yearAfter } from './years.js'

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
    const known = year ? null : namedYear(t, at, days.next, name.value, days.days[0]!.day, data)
    return dated(t, name.value, year?.value ?? known, days, t[at]!.start, year?.next ?? days.next)
  }
  const year = yearAfter(t, name.next, data)
  if (!year && !isMonthAlone(t, at, name.next, data)) return null
  return one(t, monthExpression(name.value, year?.value ?? null), at, year?.next ?? name.next)
}

/** "The September 11th attacks", "the attacks of September 11": a day by which a thing is known, and so its year. */
function namedYear(
  t: readonly Token[],
  at: number,
  next: number,
  month: number,
  day: number,
  { namedDays }: DateData,
): number | null {
  const noun = t[next]?.word.filler || t[next]?.text === 'terrorist' ? t[next + 1] : t[next]
  const of = t[at - 1]?.text === 'of' || t[at - 1]?.text === 'on' ? t[at - 2] : undefined
  const names = (nouns: ReadonlySet<string>) => nouns.has(noun?.text ?? '') || nouns.has(of?.text ?? '')
  return namedDays.find((one) => one.month === month && one.day === day && names(one.nouns))?.year ?? null
}

/** "9 January 2022", "9-10 January", "the 9th and 10th of January". */
export function dayFirstAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Part[]> | null {
  const dashed = dashedAt(t, at)
  if (dashed) return dashed
  const days = daysAt(t, at, { data, monthLast: true })
  if (!days) return null
  const of = t[days.next]?.word.role === 'of' ? days.next + 1 : days.next
  const name = monthNameAt(t, of)
  if (!name) return null
  const year = yearAfter(t, name.next, data)
  return dated(t, name.value, year?.value ?? null, days, t[at]!.start, year?.next ?? name.next)
}

/** "19-Nov-12", "19-Nov-2012". */
function dashedAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const [day, first, month, second, year] = t.slice(at, at + 5)
  const isDash = (token: Token | undefined) => token?.glued === true && token.text === '-'
  if (!isDash(first) || !isDash(second) || month?.word.month === undefined) return null
  if (day?.kind !== 'number' || !/^\d{1,2}$/.test(day.text) || !/^(?:\d\d|\d{4})$/.test(year?.text ?? ''))
    return null
  const figures = Number(year!.text)
  const number = calendar.realDay(
    year!.text.length === 2 ? fullYear(figures) : figures,
    month.word.month,
    Number(day.text),
  )
  return number === null ? null : one(t, { kind: 'fixed', period: calendar.day(number) }, at, at + 5)
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
