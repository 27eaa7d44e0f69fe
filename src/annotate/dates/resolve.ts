import type { Interval, TimexType } from '../annotations.js'
import type { CalendarUnit, DayNumber, Period } from '../calendar.js'
import * as calendar from '../calendar.js'
import { addAmount, amountValue, OFFSET_UNITS, UNIT_GRAINS } from './amounts.js'
import type { Amount, Expression } from './expression.js'
import type { Scene } from './periods.js'
import { periodMeant } from './periods.js'
import { unresolvedValue } from './unresolved.js'

/** What an expression means there. */
export interface Sense {
  readonly type: TimexType
  readonly value: string
  readonly interval: Interval | null
  /** What later expressions may lean on ("a day earlier"). */
  readonly period: Period | null
}

/** What an expression means where it stands; without interval when nothing there anchors it. */
export function resolve(expression: Expression, scene: Scene): Sense {
  return (
    sense(expression, scene) ?? {
      type: 'DATE',
      value: unresolvedValue(expression),
      interval: null,
      period: null,
    }
  )
}

function sense(expression: Expression, scene: Scene): Sense | null {
  switch (expression.kind) {
    case 'reference':
      return bare('DATE', expression.value)
    case 'set':
      return bare('SET', expression.value)
    case 'rate':
      return bare('SET', amountValue(expression.amount))
    case 'duration':
      return duration(expression.amount, expression.window, scene)
    case 'within': {
      const { amount } = expression
      const ahead = scene.direction === 'future' && amount.count !== null && scene.published !== null
      return ahead
        ? offset({ kind: 'offset', amount, direction: 1, anchor: 'now' }, scene)
        : duration(amount, null, scene)
    }
    case 'time':
      return time(expression, scene)
    case 'modified':
      return modified(expression, scene)
    case 'offset':
      return offset(expression, scene)
    case 'slice':
      return slice(expression, scene)
    default: {
      const period = periodMeant(expression, scene)
      return period && ofPeriod(period)
    }
  }
}

const bare = (type: TimexType, value: string): Sense => ({ type, value, interval: null, period: null })

function ofPeriod(period: Period): Sense | null {
  const interval = intervalOf(period)
  return interval && { type: 'DATE', value: calendar.periodValue(period), interval, period }
}

function intervalOf(period: Period): Interval | null {
  const [first, last] = [calendar.firstDay(period), calendar.lastDay(period)]
  if (!calendar.isYear(calendar.ymd(first).year) || !calendar.isYear(calendar.ymd(last).year)) return null
  return {
    start: calendar.formatDay(first),
    end: calendar.formatDay(last),
    grain: GRAINS[period.unit],
    approximate: period.unit === 'season',
  }
}

const GRAINS: Readonly<Record<CalendarUnit, Interval['grain']>> = {
  day: 'day',
  week: 'week',
  weekend: 'day',
  month: 'month',
  quarter: 'quarter',
  half: 'month',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
}

function time(expression: Extract<Expression, { kind: 'time' }>, scene: Scene): Sense | null {
  const period = periodMeant(expression, scene)
  const interval = period && intervalOf(period)
  if (!interval) return null
  // TIMEX3 writes midnight as the end of the day before
  const day = calendar.formatDay(expression.midnight ? period.index - 1 : period.index)
  const isPartOfDay = /^[A-Z]/.test(expression.clock)
  return {
    type: 'TIME',
    value: `${day}T${expression.clock}`,
    interval: isPartOfDay ? interval : { ...interval, grain: 'instant' },
    period,
  }
}

function offset(expression: Extract<Expression, { kind: 'offset' }>, scene: Scene): Sense | null {
  const { amount, direction, anchor } = expression
  const short = amount.unit === 'H' || amount.unit === 'TM' || amount.unit === 'S'
  if (anchor === 'told' && (short || amount.count === null)) return duration(amount, null, scene)
  const period = periodMeant(expression, scene)
  const vague = amount.count === null || scene.published !== null
  return (
    (period && ofPeriod(period)) ?? (vague ? bare('DATE', direction < 0 ? 'PAST_REF' : 'FUTURE_REF') : null)
  )
}

/** Part of a period: TIMEX3 keeps the value of the whole. */
function modified(expression: Extract<Expression, { kind: 'modified' }>, scene: Scene): Sense | null {
  const whole = sense(expression.of, scene)
  return whole && { ...whole, interval: whole.interval && { ...whole.interval, approximate: true } }
}

function duration(amount: Amount, window: -1 | 1 | null, { published }: Scene): Sense {
  const interval = window === null || published === null ? null : windowInterval(amount, window, published)
  return { type: 'DURATION', value: amountValue(amount), interval, period: null }
}

function windowInterval(amount: Amount, window: -1 | 1, published: DayNumber): Interval | null {
  const other = addAmount(published, amount, window)
  if (other === null) return null
  const [start, end] = window < 0 ? [other, published] : [published, other]
  return {
    start: calendar.formatDay(start),
    end: calendar.formatDay(end),
    grain: UNIT_GRAINS[amount.unit],
    approximate: amount.unit !== 'D',
  }
}

function slice(expression: Extract<Expression, { kind: 'slice' }>, scene: Scene): Sense | null {
  const { unit, count, nth } = expression
  const whole = periodMeant(expression.of, scene)
  if (!whole) return null
  const [first, last] = [calendar.firstDay(whole), calendar.lastDay(whole)]
  const start =
    nth < 0 ? addAmount(last + 1, { count, unit }, -1) : addAmount(first, { count: nth - 1, unit }, 1)
  if (start === null) return null
  const end = addAmount(start, { count, unit }, 1)
  if (end === null || !calendar.isYear(calendar.ymd(first).year)) return null
  const interval: Interval = {
    start: calendar.formatDay(start),
    end: calendar.formatDay(Math.max(start, Math.min(end - 1, last))),
    grain: UNIT_GRAINS[unit],
    approximate: unit === 'W',
  }
  if (count !== 1) return { type: 'DURATION', value: amountValue({ count, unit }), interval, period: null }
  const period = calendar.periodOf(OFFSET_UNITS[unit], start)
  return { type: 'DATE', value: calendar.periodValue(period), interval, period }
}
