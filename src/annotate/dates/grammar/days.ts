import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import { phraseAt } from '../phrases.js'
import type { Token } from '../tokens.js'
import { amountAt } from './duration.js'
import { figuresAt } from './figures.js'
import { dayFirstAt, monthFirstAt } from './months.js'
import type { Part } from './part.js'
import { one } from './part.js'
import { deicticAt, weekdayAt } from './relative.js'
import type { Grammar } from './rule.js'
import { startingAt } from './rule.js'
import { clockAt } from './time.js'
import { yearAfter } from './years.js'

/** "Thursday, December 30, 2021", "Friday the 13th of May", "Friday". */
export function datedDayAt(t: readonly Token[], at: number, grammar: Grammar): Found<Part[]> | null {
  const token = t[at]
  if (token?.word.weekday === undefined || token.word.plural || !token.capital) return null
  let next = at + 1
  if (t[next]?.text === '.' && token.word.shy) next++
  if (t[next]?.text === ',' || t[next]?.text === '(') next++
  if (t[next]?.word.role === 'the') next++
  const date = monthFirstAt(t, next, grammar) ?? dayFirstAt(t, next, grammar) ?? figuresAt(t, next)
  if (date && isCalendarDay(date.value[0]!.expression)) return startingAt(t, at, date)
  const numbered = numberedAt(t, at)
  if (numbered) return one(t, numbered.value, at, numbered.next)
  const weekday = weekdayAt(t, at)
  const ahead = weekday && weeksAhead(t, at, weekday.next)
  if (ahead) return one(t, ahead.value, at, ahead.next)
  return weekday && one(t, weekday.value, at, weekday.next)
}

/** "Thursday 26th", "Monday the 2nd", "Thu 16th": a weekday with the day of its month. */
function numberedAt(t: readonly Token[], at: number): Found<Expression> | null {
  const next = t[at + 1]?.word.role === 'the' ? at + 2 : t[at + 1]?.text === '.' ? at + 2 : at + 1
  const number = t[next]
  if (number?.kind !== 'number' || !/^(?:st|nd|rd|th)$/.test(number.suffix)) return null
  const day = Number(number.text)
  if (!(day >= 1 && day <= 31)) return null
  return found({ kind: 'weekday', weekday: t[at]!.word.weekday!, relation: null, week: null, day }, next + 1)
}

/** "Monday in two weeks". */
function weeksAhead(t: readonly Token[], at: number, next: number): Found<Expression> | null {
  if (t[next]?.word.role !== 'in') return null
  const amount = amountAt(t, next + 1)
  if (amount?.value.unit !== 'W' || !amount.value.count || t[amount.next]?.word.offset !== undefined)
    return null
  return found(
    { kind: 'weekday', weekday: t[at]!.word.weekday!, relation: null, week: null, weeks: amount.value.count },
    amount.next,
  )
}

/** "A week on Friday". */
export function weekOnAt(t: readonly Token[], at: number): Found<Expression> | null {
  const amount = amountAt(t, at)
  if (amount?.value.unit !== 'W' || !amount.value.count || t[amount.next]?.word.role !== 'on') return null
  const day = t[amount.next + 1]
  if (day?.word.weekday === undefined || day.word.plural || !day.capital || day.word.shy) return null
  return found(
    { kind: 'weekday', weekday: day.word.weekday, relation: null, week: null, weeks: amount.value.count },
    amount.next + 2,
  )
}

/** "Two Sundays ago". */
export function weekdaysAgoAt(t: readonly Token[], at: number): Found<Expression> | null {
  const count = t[at]?.word.cardinal
  const day = t[at + 1]
  if (count === undefined || day?.word.weekday === undefined || t[at + 2]?.word.offset !== -1) return null
  return found(
    { kind: 'weekday', weekday: day.word.weekday, relation: null, week: null, weeks: -count },
    at + 3,
  )
}

const isCalendarDay = (expression: Expression) =>
  (expression.kind === 'fixed' && expression.period.unit === 'day') ||
  (expression.kind === 'calendar' && expression.day !== null)

/** "New Year's Eve", "Easter 2023". */
export function holidayAt(t: readonly Token[], at: number, { lexicon }: Grammar): Found<Part[]> | null {
  const holiday = t[at]!.capital ? phraseAt(lexicon.holidays, t, at) : null
  if (!holiday) return null
  const year = yearAfter(t, holiday.next, lexicon.data)
  const expression: Expression = { kind: 'holiday', rule: holiday.value, year: year?.value ?? null }
  return one(t, expression, at, year?.next ?? holiday.next)
}

/** "10 p.m. Wednesday", "noon on Thursday", "midnight in Moscow". */
export function clockDateAt(t: readonly Token[], at: number, grammar: Grammar): Found<Part[]> | null {
  const clock = clockAt(t, at)
  if (!clock) return null
  const between =
    t[clock.next]?.word.role === 'on' || t[clock.next]?.word.role === 'of' || t[clock.next]?.text === ','
  const next = between ? clock.next + 1 : clock.next
  const day =
    datedDayAt(t, next, grammar) ??
    monthFirstAt(t, next, grammar) ??
    dayFirstAt(t, next, grammar) ??
    deicticPart(t, next)
  const of = day?.value.length === 1 && isDay(day.value[0]!.expression) ? day : null
  // "Just AFTER midnight Thursday": as that day begins.
  const time = of && clock.value.midnight && t[at - 1]?.text === 'after' ? DAY_BEGINS : clock.value
  const expression: Expression = { kind: 'time', ...time, of: of?.value[0]?.expression ?? null }
  return one(t, expression, at, of?.next ?? clock.next)
}

const DAY_BEGINS = { clock: '00:00', midnight: false }

function deicticPart(t: readonly Token[], at: number): Found<Part[]> | null {
  const day = deicticAt(t, at)
  return day && one(t, day.value, at, day.next)
}

/** Adds the time of day behind a date: "Friday night", "yesterday morning", "Wednesday at 10 p.m.". */
export function withClock(t: readonly Token[], date: Found<Part[]>): Found<Part[]> {
  const last = date.value.at(-1)
  if (!last || !isDay(last.expression)) return date
  const { dayPart, plural } = t[date.next]?.word ?? {}
  if (dayPart !== undefined) {
    const time: Expression =
      plural && last.expression.kind === 'weekday'
        ? { kind: 'set', value: `XXXX-WXX-${last.expression.weekday}T${dayPart}` }
        : { kind: 'time', clock: dayPart, of: last.expression, midnight: false }
    return replaceLast(t, date, time, date.next + 1)
  }
  const between = t[date.next]?.word.role === 'at' || t[date.next]?.text === ','
  const clock = clockAt(t, between ? date.next + 1 : date.next)
  return clock
    ? replaceLast(t, date, { kind: 'time', ...clock.value, of: last.expression }, clock.next)
    : date
}

function replaceLast(
  t: readonly Token[],
  date: Found<Part[]>,
  expression: Expression,
  next: number,
): Found<Part[]> {
  const last = date.value.at(-1)!
  return found([...date.value.slice(0, -1), { expression, start: last.start, end: t[next - 1]!.end }], next)
}

/** Whether an expression means one day. */
export function isDay(expression: Expression): boolean {
  switch (expression.kind) {
    case 'weekday':
    case 'holiday':
      return true
    case 'calendar':
      return expression.day !== null
    case 'fixed':
      return expression.period.unit === 'day'
    case 'relative':
      return expression.unit === 'day'
    case 'offset':
      return expression.amount.unit === 'D'
    case 'modified':
      return isDay(expression.of)
    default:
      return false
  }
}
