import type { Span } from '../../../articles/model/article.js'
import type { DateData } from '../../../language/language.js'
import type { Found } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import { NO_MEANING } from '../tokens.js'

/** A number that can be a day of a month. */
export interface Day extends Span {
  readonly day: number
}

export interface Days {
  readonly days: readonly Day[]
  readonly next: number
}

/** No list of days in prose is longer. */
const LONGEST_LIST = 8

/** "9", "9th", "9-10", "9, 10 and 11": numbers that can be days of a month. */
export function daysAt(t: readonly Token[], at: number, context: ListContext): Days | null {
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
