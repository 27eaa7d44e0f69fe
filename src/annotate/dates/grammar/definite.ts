import type { DateData } from '../../../language/language.js'
import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import { isDay } from './days.js'
import { amountAt, bareAmountAt, isAge, windowAt } from './duration.js'
import { edgedAt } from './modified.js'
import { dayFirstAt } from './months.js'
import type { Part } from './part.js'
import { one } from './part.js'
import { calendarUnit, quarterAt, relationAt, seasonAt, unitEndAt } from './relative.js'
import { reportingPeriodAt } from './reporting.js'
import type { Grammar } from './rule.js'
import { only, startingAt } from './rule.js'
import { centuryAt, decadeAt, yearFiguresAt } from './years.js'

/** What starts with "the": "the third quarter", "the 9th of January", "the week of March 6", "the day before". */
export function definiteAt(t: readonly Token[], at: number, grammar: Grammar): Found<Part[]> | null {
  if (t[at]!.word.role !== 'the' || !t[at + 1]) return null
  const next = at + 1
  const phrase =
    sliceAt(t, next, grammar) ??
    reportingPeriodAt(t, next, grammar) ??
    unitEndAt(t, next) ??
    relationAt(t, next) ??
    windowAt(t, next) ??
    quarterAt(t, next, grammar) ??
    seasonAt(t, next, grammar)
  if (phrase) return one(t, phrase.value, at, phrase.next)
  const date =
    edgedAt(t, next, grammar) ?? dayFirstAt(t, next, grammar) ?? centuryAt(t, next) ?? decadeAt(t, next)
  if (date) return startingAt(t, at, date)
  const unit = unitAt(t, next, grammar)
  return unit && one(t, unit.value, at, unit.next)
}

/** "first nine months of 1989", "third week of May", "last days of August", "first two years". */
function sliceAt(t: readonly Token[], at: number, { inner }: Grammar): Found<Expression> | null {
  const fromEnd = t[at]!.word.nth
  const nth = fromEnd === undefined ? ordinalAt(t, at) : found(fromEnd, at + 1)
  if (!nth) return null
  const amount = amountAt(t, nth.next) ?? bareAmountAt(t, nth.next) ?? oneUnitAt(t, nth.next)
  if (!amount) return null
  const { unit, count } = amount.value
  const whole = t[amount.next]?.word.role === 'of' ? only(inner(t, amount.next + 1)) : null
  if (whole && count !== null) {
    return found({ kind: 'slice', unit, count, nth: nth.value, of: whole.value }, whole.next)
  }
  const several = count !== 1 && fromEnd === undefined
  return several ? found({ kind: 'duration', amount: amount.value, window: null }, amount.next) : null
}

function oneUnitAt(t: readonly Token[], at: number) {
  const { unit, plural } = t[at]?.word ?? {}
  return unit === undefined || plural || unit === 'S' ? null : found({ count: 1, unit }, at + 1)
}

/** "week", "week of March 6", "year 2000", "year ended March 31", "day before yesterday", "nine months". */
function unitAt(t: readonly Token[], at: number, { lexicon, inner }: Grammar): Found<Expression> | null {
  const { data } = lexicon
  const named = t[at]!.word.role === 'fiscal' || t[at]!.word.filler ? at + 1 : at
  const unit = calendarUnit(t[named])
  if (!unit) return severalAt(t, at)
  const amount = { count: 1, unit: t[named]!.word.unit! }
  const next = named + 1
  const after = t[next]
  if (unit === 'year' && after?.kind === 'number') return yearFigureAt(t, next, data)
  const side = after?.word.role === 'from' ? undefined : after?.word.side
  // "The month after next", "the year before last".
  const beyond = t[next + 1]?.word
  if (side && beyond?.relation === side && !beyond.told && !beyond.span) {
    return found({ kind: 'relative', unit, by: 2 * side, anchor: 'now' }, next + 2)
  }
  // "The year previous".
  if (after?.word.told && after.word.relation === -1) {
    return found({ kind: 'relative', unit, by: -1, anchor: 'told' }, next + 1)
  }
  if (side) {
    const anchor = only(inner(t, next + 1))
    return anchor && isDay(anchor.value)
      ? found({ kind: 'offset', amount, direction: side, anchor: anchor.value }, anchor.next)
      : found({ kind: 'relative', unit, by: side, anchor: 'told' }, next + 1)
  }
  const of = after?.word.role === 'of' ? only(inner(t, next + 1)) : null
  if (of && isDay(of.value)) return found({ kind: 'around', unit, of: of.value }, of.next)
  // "the year of the flood": the flood tells which, not the article
  if (after?.word.role === 'of' && t[next + 1]?.kind === 'word' && !of) return null
  if (of && (of.value.kind === 'calendar' || of.value.kind === 'fixed')) return of
  if (unit === 'day' || unit === 'century' || unit === 'decade') return null
  // "the year ended March 31" is twelve months, not the calendar's year
  if (data.endings.has(after?.text ?? '')) {
    return unit === 'quarter'
      ? found({ kind: 'reported', noun: 'quarter', number: null, year: null }, next)
      : found({ kind: 'duration', amount, window: null }, next)
  }
  if (unit === 'quarter') return found({ kind: 'reported', noun: 'quarter', number: null, year: null }, next)
  return found({ kind: 'relative', unit, by: 0, anchor: 'now', bare: true }, next)
}

function yearFigureAt(t: readonly Token[], at: number, data: DateData): Found<Expression> | null {
  const figures = yearFiguresAt(t, at, data, true)
  return figures && found({ kind: 'fixed', period: { unit: 'year', index: figures.value } }, figures.next)
}

function severalAt(t: readonly Token[], at: number): Found<Expression> | null {
  const amount = amountAt(t, at)
  if (!amount || amount.value.count === 1 || isAge(t, amount.next, amount.value.unit)) return null
  return found({ kind: 'duration', amount: amount.value, window: null }, amount.next)
}
