import type { TimeUnit } from '../../../language/language.js'
import type { CalendarUnit } from '../../calendar.js'
import type { Anchor, Expression, Found, YearReference } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import { monthNameAt } from './months.js'
import type { Grammar } from './rule.js'
import { yearAfter } from './years.js'

const CALENDAR_UNITS: Readonly<Partial<Record<TimeUnit, CalendarUnit>>> = {
  D: 'day',
  W: 'week',
  WE: 'weekend',
  M: 'month',
  Q: 'quarter',
  HY: 'half',
  Y: 'year',
  E: 'decade',
  C: 'century',
}

/** The unit of the calendar that a word names, when it stands for one of them. */
export function calendarUnit(token: Token | undefined): CalendarUnit | null {
  const { unit, plural, of = 1 } = token?.word ?? {}
  return unit === undefined || plural || of !== 1 ? null : (CALENDAR_UNITS[unit] ?? null)
}

/** "last week", "this year", "next Friday", "last May", "this summer", "the following month", "that day". */
export function relationAt(t: readonly Token[], at: number): Found<Expression> | null {
  const relation = t[at]?.word
  if (relation?.relation === undefined) return null
  const by = relation.relation
  const between = t[at + 1]?.word
  const next = between?.role === 'fiscal' || between?.comparable === 'same' ? at + 2 : at + 1
  const named = t[next]
  if (!named) return null
  const anchor: Anchor = relation.told ? 'told' : 'now'
  const unit = calendarUnit(named)
  if (unit) return relativeUnit(t, at, unit, by, anchor, next)
  if (named.word.dayPart !== undefined && !named.word.plural && !relation.span) {
    const day: Expression = {
      kind: 'relative',
      unit: 'day',
      by,
      anchor: relation.told || by > 0 ? 'told' : 'now',
    }
    return found({ kind: 'time', clock: named.word.dayPart, of: day, midnight: false }, next + 1)
  }
  if (named.word.weekday !== undefined && !named.word.plural && !named.word.shy && named.capital) {
    return found({ kind: 'weekday', weekday: named.word.weekday, relation: by, week: null }, next + 1)
  }
  const month = monthNameAt(t, next)
  if (month) {
    const figure = t[month.next]
    const day =
      figure?.kind === 'number' && /^\d{1,2}$/.test(figure.text) && figure.suffix === ''
        ? Number(figure.text)
        : 0
    if (day >= 1 && day <= 31)
      return found({ kind: 'calendar', month: month.value, day, year: null, relation: by }, month.next + 1)
    if (anchor === 'now')
      return found({ kind: 'calendar', month: month.value, day: null, year: null, relation: by }, month.next)
  }
  if (named.word.season !== undefined && anchor === 'now' && !named.word.plural) {
    return found(
      { kind: 'part', unit: 'season', number: named.word.season, year: null, relation: by },
      next + 1,
    )
  }
  return null
}

function relativeUnit(
  t: readonly Token[],
  at: number,
  unit: CalendarUnit,
  by: number,
  anchor: Anchor,
  next: number,
): Found<Expression> | null {
  // "the next day" is the one after the day told of
  const leans = anchor === 'told' || (unit === 'day' && by !== 0)
  if (unit === 'day' && by === 0 && anchor === 'now') return null
  if (t[at]!.word.span)
    return t[at]!.word.only === 'plural'
      ? null
      : found(
          { kind: 'duration', amount: { count: 1, unit: t[next]!.word.unit! }, window: by < 0 ? -1 : 1 },
          next + 1,
        )
  if (unit === 'year' && t[next + 1]?.text === "'s") {
    const nth = partOfYearAt(t, next + 2, { by, anchor })
    if (nth) return nth
  }
  return found({ kind: 'relative', unit, by, anchor: leans ? 'told' : anchor }, next + 1)
}

/** "third quarter", "first half", "fiscal fourth-quarter", with the year that follows. */
export function quarterAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Expression> | null {
  const short = shortQuarterAt(t, at)
  const named = short ?? partOfYearAt(t, at, null)
  if (named?.value.kind !== 'part') return null
  const year = yearAfter(t, named.next, data)
  return year ? found({ ...named.value, year: year.value }, year.next) : named
}

/** "Q3". */
function shortQuarterAt(t: readonly Token[], at: number): Found<Expression> | null {
  if (t[at]?.word.role !== 'q' || !t[at]!.capital || t[at + 1]?.kind !== 'number' || !t[at + 1]!.glued)
    return null
  return /^[1-4]$/.test(t[at + 1]!.text)
    ? found(
        { kind: 'part', unit: 'quarter', number: Number(t[at + 1]!.text), year: null, relation: null },
        at + 2,
      )
    : null
}

function partOfYearAt(t: readonly Token[], at: number, year: YearReference | null): Found<Expression> | null {
  let from = at
  if (t[from]?.word.role === 'fiscal') from += t[from + 1]?.text === '-' ? 2 : 1
  const nth = ordinalAt(t, from) ?? lastHalfAt(t, from)
  if (!nth) return null
  const hyphen = t[nth.next]?.text === '-' ? nth.next + 1 : nth.next
  const name = t[hyphen]?.word.role === 'fiscal' ? hyphen + 1 : hyphen
  const isQuarter = t[name]?.word.unit === 'Q' && !t[name]!.word.plural
  if (isQuarter && nth.value <= 4) {
    return found({ kind: 'part', unit: 'quarter', number: nth.value, year, relation: null }, name + 1)
  }
  if (t[name]?.word.role === 'half' && nth.value <= 2 && !t[name + 1]?.word.unit) {
    return found({ kind: 'part', unit: 'half', number: nth.value, year, relation: null }, name + 1)
  }
  return null
}

/** "the last half of 1990". */
const lastHalfAt = (t: readonly Token[], at: number): Found<number> | null =>
  (t[at]?.word.nth === -1 || t[at]?.word.role === 'latter') && t[at + 1]?.word.role === 'half'
    ? found(2, at + 1)
    : null

/** "winter 1994", "the summer of last year", "the summer", "spring". */
export function seasonAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Expression> | null {
  const token = t[at]
  const number = token?.word.season
  if (number === undefined || token?.word.plural) return null
  const expression = (year: YearReference | null): Expression => ({
    kind: 'part',
    unit: 'season',
    number,
    year,
    relation: null,
  })
  const year = yearAfter(t, at + 1, data)
  if (year) return found(expression(year.value), year.next)
  if (token!.word.shy) return null
  const before = t[at - 1]?.word
  return before?.role === 'the' || before?.preposition || before?.edge
    ? found(expression(null), at + 1)
    : null
}

/** "today", "yesterday", "the day before yesterday". */
export function deicticAt(t: readonly Token[], at: number): Found<Expression> | null {
  const { days, dayPart } = t[at]?.word ?? {}
  if (days === undefined) return null
  // "USA TODAY", "Russia Today": the name of an outlet.
  if (t[at]!.capital && t[at - 1]?.kind === 'word' && t[at - 1]!.capital && !t[at - 1]!.word.month)
    return null
  const day: Expression = { kind: 'relative', unit: 'day', by: days, anchor: 'now' }
  return found(dayPart ? { kind: 'time', clock: dayPart, of: day, midnight: false } : day, at + 1)
}

/** "Friday", "Friday of last week", "Friday next week". */
export function weekdayAt(t: readonly Token[], at: number): Found<Expression> | null {
  const token = t[at]
  const number = token?.word.weekday
  if (number === undefined || token?.word.plural || !token?.capital) return null
  if (token.word.shy && t[at + 1]?.text !== '.') return null
  const of = t[at + 1]?.word.role === 'of' ? at + 2 : at + 1
  const from = t[of]?.word.role === 'the' ? of + 1 : of
  const relation = t[from]?.word
  if (relation?.relation !== undefined && t[from + 1]?.word.unit === 'W' && !t[from + 1]!.word.plural) {
    const week = { by: relation.relation, anchor: (relation.told ? 'told' : 'now') as Anchor }
    return found({ kind: 'weekday', weekday: number, relation: null, week }, from + 2)
  }
  return found({ kind: 'weekday', weekday: number, relation: null, week: null }, at + 1)
}

/** "year-end", "the year's end", "month end". */
export function unitEndAt(t: readonly Token[], at: number): Found<Expression> | null {
  const unit = calendarUnit(t[at])
  if (unit !== 'year' && unit !== 'month') return null
  const next = t[at + 1]?.text === '-' || t[at + 1]?.text === "'s" ? at + 2 : at + 1
  if (t[next]?.word.edge !== 'end' || !t[next]!.word.noun || t[next + 1]?.word.role === 'of') return null
  return found(
    { kind: 'modified', edge: 'end', of: { kind: 'relative', unit, by: 0, anchor: 'now' } },
    next + 1,
  )
}
