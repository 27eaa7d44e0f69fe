import type { DateData } from '../../../language/language.js'
import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import type { Lexicon } from '../lexicon.js'
import { ordinalAt } from '../numbers.js'
import { phraseAt } from '../phrases.js'
import type { Token } from '../tokens.js'
import {
  centuryAt,
  dayFirstAt,
  figuresAt,
  monthFirstAt,
  yearAfter,
  yearAt,
  yearFiguresAt,
} from './calendar.js'
import { amountAt, bareAmountAt, isAge, longAmountAt, setAt, windowAt } from './duration.js'
import type { Part } from './part.js'
import { one, part } from './part.js'
import { calendarUnit, deicticAt, quarterAt, relationAt, seasonAt, unitEndAt, weekdayAt } from './relative.js'
import { reportingPeriodAt } from './reporting.js'
import { clockAt } from './time.js'

/** The longest expression of time that starts at a token. */
export function expressionAt(t: readonly Token[], at: number, lexicon: Lexicon): Found<Part[]> | null {
  return modifiedAt(t, at, lexicon, 0) ?? longest(t, at, lexicon, 0)
}

/** "early 2022", "mid-March", "the end of the year", "late last week", "earlier this month", "about 1990". */
function modifiedAt(t: readonly Token[], at: number, lexicon: Lexicon, depth: number): Found<Part[]> | null {
  if (depth > DEEPEST) return null
  const approximate = phraseAt(lexicon.approximate, t, at)
  if (approximate) {
    const inner =
      modifiedAt(t, approximate.next, lexicon, depth + 1) ?? longest(t, approximate.next, lexicon, depth + 1)
    const first = inner?.value[0]?.expression
    if (!inner || !first || (!isAmount(first) && !t[at]!.word.approximate)) return null
    return startsAt(
      t,
      at,
      wrapFirst(inner, (of) => ({ kind: 'modified', edge: null, of })),
    )
  }
  const edge = edgeAt(t, at)
  if (!edge) return null
  const inner = longest(t, edge.next, lexicon, depth + 1)
  const first = inner?.value[0]?.expression.kind
  if (!inner || first === 'reference' || first === 'set' || first === 'duration' || first === 'offset')
    return null
  return startsAt(
    t,
    at,
    wrapFirst(inner, (of) => ({ kind: 'modified', edge: edge.value, of })),
  )
}

/** "over an hour", but not "over the past year". */
const isAmount = (expression: Expression) =>
  expression.kind === 'offset' || (expression.kind === 'duration' && expression.window === null)

function edgeAt(t: readonly Token[], at: number): Found<'start' | 'mid' | 'end' | null> | null {
  const the = t[at]?.word.the ? at + 1 : at
  const token = t[the]
  if (token?.text === 'earlier' || token?.text === 'later') {
    const into = t[the + 1]?.text === 'in' && t[the + 2]?.word.the ? the + 2 : the + 1
    const next = t[into]
    const leans =
      next?.word.relation === 0 ||
      next?.word.the ||
      next?.word.weekday !== undefined ||
      next?.word.days !== undefined
    return leans ? found(null, into) : null
  }
  const edge = token?.word.edge
  if (edge === undefined) return null
  let next = the + 1
  if (t[next]?.text === '-' || t[next]?.text === 'in') next++
  if (t[next]?.text === 'part' && t[next + 1]?.text === 'of') next += 2
  else if (t[next]?.text === 'of') next++
  else if (
    token!.text === 'end' ||
    token!.text === 'start' ||
    token!.text === 'beginning' ||
    token!.text === 'middle' ||
    token!.text === 'close'
  )
    return null
  return found(edge, next)
}

function wrapFirst(inner: Found<Part[]>, wrap: (of: Expression) => Expression): Found<Part[]> {
  const [first, ...rest] = inner.value
  return first ? found([{ ...first, expression: wrap(first.expression) }, ...rest], inner.next) : inner
}

function startsAt(t: readonly Token[], at: number, inner: Found<Part[]>): Found<Part[]> {
  const [first, ...rest] = inner.value
  return first ? found([{ ...first, start: t[at]!.start }, ...rest], inner.next) : inner
}

/** "the end of the week of March 6": expressions stand in one another this deep. */
const DEEPEST = 3

type Rule = (t: readonly Token[], at: number, data: DateData) => Found<Part[]> | null

const single =
  (rule: (t: readonly Token[], at: number, data: DateData) => Found<Expression> | null): Rule =>
  (t, at, data) => {
    const match = rule(t, at, data)
    return match && one(t, match.value, at, match.next)
  }

const RULES: readonly Rule[] = [
  monthFirstAt,
  dayFirstAt,
  figuresAt,
  yearAt,
  centuryAt,
  single(relationAt),
  single(windowAt),
  single(reportingPeriodAt),
  single(quarterAt),
  single(seasonAt),
  single(unitEndAt),
  single(setAt),
  single(amountExpressionAt),
]

function longest(t: readonly Token[], at: number, lexicon: Lexicon, depth: number): Found<Part[]> | null {
  const token = t[at]
  if (!token || depth > DEEPEST) return null
  let best: Found<Part[]> | null = null
  const consider = (match: Found<Part[]> | null) => {
    if (match && (!best || match.next > best.next)) best = match
  }
  if (token.kind !== 'mark') for (const rule of RULES) consider(rule(t, at, lexicon.data))
  consider(datedDayAt(t, at, lexicon))
  consider(timeFirstAt(t, at, lexicon))
  consider(holidayAt(t, at, lexicon))
  consider(referenceAt(t, at, lexicon))
  if (token.word.the) consider(definiteAt(t, at, lexicon, depth))
  return best && withClock(t, best)
}

/** "Thursday, December 30, 2021", "Friday the 13th of May", "yesterday", "Friday". */
function datedDayAt(t: readonly Token[], at: number, { data }: Lexicon): Found<Part[]> | null {
  const token = t[at]
  if (!token) return null
  if (token.word.weekday !== undefined && !token.word.plural && token.capital) {
    let next = at + 1
    if (t[next]?.text === '.' && token.word.shy) next++
    if (t[next]?.text === ',' || t[next]?.text === '(') next++
    if (t[next]?.word.the) next++
    const date = monthFirstAt(t, next, data) ?? dayFirstAt(t, next, data) ?? figuresAt(t, next)
    const first = date?.value[0]?.expression
    if (
      date &&
      first &&
      (first.kind === 'fixed' ? first.period.unit === 'day' : first.kind === 'calendar' && first.day !== null)
    ) {
      return startsAt(t, at, date)
    }
  }
  return single(weekdayAt)(t, at, data) ?? single(deicticAt)(t, at, data)
}

function holidayAt(t: readonly Token[], at: number, lexicon: Lexicon): Found<Part[]> | null {
  if (!t[at]!.capital) return null
  const holiday = phraseAt(lexicon.holidays, t, at)
  if (!holiday) return null
  const year = yearAfter(t, holiday.next, lexicon.data)
  return one(
    t,
    { kind: 'holiday', rule: holiday.value, year: year?.value ?? null, relation: null },
    at,
    year?.next ?? holiday.next,
  )
}

function referenceAt(t: readonly Token[], at: number, lexicon: Lexicon): Found<Part[]> | null {
  const phrase = phraseAt(lexicon.references, t, at)
  return phrase?.value ? one(t, { kind: 'reference', value: phrase.value }, at, phrase.next) : null
}

/** "two weeks ago", "a day earlier", "50 minutes", "the day before". */
function amountExpressionAt(t: readonly Token[], at: number): Found<Expression> | null {
  const amount =
    amountAt(t, at) ?? (t[at - 1]?.text === 'of' ? null : bareAmountAt(t, at)) ?? longAmountAt(t, at)
  if (!amount || isRate(t, at) || isCompared(t, amount.next) || isAge(t, amount.next, amount.value.unit))
    return null
  const offset = t[amount.next]?.word
  if (offset?.offset !== undefined && t[amount.next]!.text !== 'after' && t[amount.next]!.text !== 'before') {
    return found(
      {
        kind: 'offset',
        amount: amount.value,
        direction: offset.offset,
        anchor: offset.told ? 'told' : 'now',
      },
      amount.next + 1,
    )
  }
  if (t[amount.next]?.text === 'from' && t[amount.next + 1]?.text === 'now') {
    return found({ kind: 'offset', amount: amount.value, direction: 1, anchor: 'now' }, amount.next + 2)
  }
  return found({ kind: 'duration', amount: amount.value, window: null }, amount.next)
}

/** "$500 million a year", "24 hours a day". */
const isRate = (t: readonly Token[], at: number) =>
  (t[at]!.text === 'a' || t[at]!.text === 'an') &&
  (t[at - 1]?.kind === 'number' ||
    t[at - 1]?.word.multiplier !== undefined ||
    t[at - 1]?.word.plural === true)

/** "a year-ago loss". */
const isCompared = (t: readonly Token[], next: number) =>
  t[next]?.text === '-' && t[next + 1]?.word.offset !== undefined

/** "10 p.m. Wednesday", "noon on Thursday", "midnight". */
function timeFirstAt(t: readonly Token[], at: number, lexicon: Lexicon): Found<Part[]> | null {
  const clock = clockAt(t, at)
  if (!clock) return null
  let next = clock.next
  if (t[next]?.text === 'on' || t[next]?.text === ',' || t[next]?.text === 'of') next++
  const day =
    datedDayAt(t, next, lexicon) ?? monthFirstAt(t, next, lexicon.data) ?? dayFirstAt(t, next, lexicon.data)
  const of = day?.value.length === 1 && isDay(day.value[0]!.expression) ? day : null
  return one(
    t,
    { kind: 'time', ...clock.value, of: of?.value[0]?.expression ?? null },
    at,
    of?.next ?? clock.next,
  )
}

/** "Friday night", "yesterday morning", "Wednesday at 10 p.m.", "January 9 at noon". */
function withClock(t: readonly Token[], date: Found<Part[]>): Found<Part[]> {
  const last = date.value.at(-1)
  if (!last || !isDay(last.expression)) return date
  const dayPart = t[date.next]?.word
  if (dayPart?.dayPart !== undefined) {
    const kind =
      dayPart.plural && last.expression.kind === 'weekday'
        ? setOf(last.expression.weekday, dayPart.dayPart)
        : null
    const time: Expression = kind ?? {
      kind: 'time',
      clock: dayPart.dayPart,
      of: last.expression,
      midnight: false,
    }
    return replaceLast(t, date, time, date.next + 1)
  }
  const from = t[date.next]?.text === 'at' || t[date.next]?.text === ',' ? date.next + 1 : date.next
  const clock = clockAt(t, from)
  return clock
    ? replaceLast(t, date, { kind: 'time', ...clock.value, of: last.expression }, clock.next)
    : date
}

const setOf = (weekday: number, dayPart: string): Expression => ({
  kind: 'set',
  value: `XXXX-WXX-${weekday}T${dayPart}`,
})

function replaceLast(
  t: readonly Token[],
  date: Found<Part[]>,
  expression: Expression,
  next: number,
): Found<Part[]> {
  const last = date.value.at(-1)!
  return found([...date.value.slice(0, -1), { expression, start: last.start, end: t[next - 1]!.end }], next)
}

function isDay(expression: Expression): boolean {
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

/** What starts with "the": "the third quarter", "the 9th of January", "the week of March 6", "the day before". */
function definiteAt(t: readonly Token[], at: number, lexicon: Lexicon, depth: number): Found<Part[]> | null {
  const { data } = lexicon
  const next = at + 1
  const token = t[next]
  if (!token) return null
  const inner = [reportingPeriodAt, unitEndAt, relationAt, windowAt, quarterAt, seasonAt].map((rule) =>
    rule(t, next, data),
  )
  for (const match of inner) if (match) return one(t, match.value, at, match.next)
  const dated = dayFirstAt(t, next, data) ?? centuryAt(t, next) ?? yearAt(t, next, data)
  if (dated) return startsAt(t, at, dated)
  return sliceAt(t, at, lexicon, depth) ?? leaningAt(t, at, lexicon, depth)
}

/** "the first nine months of 1989", "the third week of May", "the last days of August". */
function sliceAt(t: readonly Token[], at: number, lexicon: Lexicon, depth: number): Found<Part[]> | null {
  const nth = ordinalAt(t, at + 1)
  if (!nth) return null
  const amount = amountAt(t, nth.next) ?? bareAmountAt(t, nth.next)
  const unit = t[nth.next]?.word
  if (!amount && (unit?.unit === undefined || t[nth.next]!.text === 'second')) return null
  const end = amount?.next ?? nth.next + 1
  const of = t[end]?.text === 'of' ? longest(t, end + 1, lexicon, depth + 1) : null
  const whole = of?.value[0]
  if (of && whole && of.value.length === 1) {
    const count = amount?.value.count ?? 1
    return one(
      t,
      { kind: 'slice', unit: amount?.value.unit ?? unit!.unit!, count, nth: nth.value, of: whole.expression },
      at,
      of.next,
    )
  }
  return amount ? one(t, { kind: 'duration', amount: amount.value, window: null }, at, amount.next) : null
}

/** "the week", "the week of March 6", "the day before yesterday", "the day before", "the year-earlier quarter". */
function leaningAt(t: readonly Token[], at: number, lexicon: Lexicon, depth: number): Found<Part[]> | null {
  const whole = lexicon.data.wholes.has(t[at + 1]?.text ?? '') ? 1 : 0
  const token = t[at + 1 + whole]
  const unit = calendarUnit(token)
  if (!token || !unit) {
    const several = amountAt(t, at + 1)
    return several && several.value.count !== 1 && !isAge(t, several.next, several.value.unit)
      ? one(t, { kind: 'duration', amount: several.value, window: null }, at, several.next)
      : null
  }
  const end = at + 2 + whole
  const after = t[end]
  if (unit === 'year' && yearFiguresAt(t, end, lexicon.data, true)) {
    const figures = yearFiguresAt(t, end, lexicon.data, true)!
    return one(t, { kind: 'fixed', period: { unit: 'year', index: figures.value } }, at, figures.next)
  }
  if (after?.text === 'before' || after?.text === 'after') {
    const direction = after.text === 'before' ? -1 : 1
    const whole = longest(t, end + 1, lexicon, depth + 1)
    const anchor = whole?.value.length === 1 && isDay(whole.value[0]!.expression) ? whole : null
    return one(
      t,
      {
        kind: 'offset',
        amount: { count: 1, unit: token.word.unit! },
        direction,
        anchor: anchor?.value[0]?.expression ?? 'told',
      },
      at,
      anchor?.next ?? end + 1,
    )
  }
  if (after?.text === 'of' && unit !== 'day') {
    const whole = longest(t, end + 1, lexicon, depth + 1)
    if (whole?.value.length === 1 && isDay(whole.value[0]!.expression)) {
      return one(t, { kind: 'around', unit, of: whole.value[0]!.expression }, at, whole.next)
    }
  }
  if (unit === 'day' || unit === 'century' || unit === 'decade') return null
  if (unit === 'quarter')
    return one(t, { kind: 'reported', noun: 'quarter', number: null, year: null }, at, end)
  // "the year ended March 31" is twelve months, not the calendar's year
  if (lexicon.data.endings.has(after?.text ?? ''))
    return one(
      t,
      { kind: 'duration', amount: { count: 1, unit: token.word.unit! }, window: null },
      at,
      at + 2,
    )
  return found([part(t, { kind: 'relative', unit, by: 0, anchor: 'now', bare: true }, at, end)], end)
}
