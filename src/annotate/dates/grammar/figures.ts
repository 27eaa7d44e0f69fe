import * as calendar from '../../calendar.js'
import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import type { Token } from '../tokens.js'
import type { Part } from './part.js'
import { one } from './part.js'
import { fullYear, isOpen } from './years.js'

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
