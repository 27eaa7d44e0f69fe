import type { HolidayRule, TimeUnit } from '../../language/language.js'
import type { Interval, TimexType } from '../annotations.js'
import type { CalendarUnit, DayNumber, Period } from '../calendar.js'
import * as calendar from '../calendar.js'
import type { Direction } from './direction.js'
import type { Amount, Anchor, Expression, YearReference } from './expression.js'
import { amountValue } from './grammar/duration.js'
import { unresolvedValue } from './unresolved.js'

/** What is known where an expression stands. */
export interface Scene {
  readonly published: DayNumber | null
  /** The date told of last, and the last that was a day. */
  readonly told: Period | null
  readonly toldDay: Period | null
  readonly direction: Direction
}

/** What an expression means there. */
export interface Sense {
  readonly type: TimexType
  readonly value: string
  readonly interval: Interval | null
  /** What later expressions may lean on ("a day earlier"). */
  readonly period: Period | null
}

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
    case 'duration':
      return duration(expression.amount, expression.window, scene)
    case 'time':
      return time(expression, scene)
    case 'modified':
      return modified(expression, scene)
    case 'offset':
      return offset(expression, scene)
    case 'slice':
      return slice(expression, scene)
    case 'rate':
      return bare('SET', amountValue(expression.amount))
    case 'within':
      return scene.direction === 'future' && expression.amount.count !== null && scene.published !== null
        ? offset({ kind: 'offset', amount: expression.amount, direction: 1, anchor: 'now' }, scene)
        : duration(expression.amount, null, scene)
    default: {
      const period = periodMeant(expression, scene)
      return period && ofPeriod(period)
    }
  }
}

const bare = (type: TimexType, value: string): Sense => ({ type, value, interval: null, period: null })

function ofPeriod(period: Period, approximate = false): Sense | null {
  const interval = intervalOf(period, approximate)
  return interval && { type: 'DATE', value: calendar.periodValue(period), interval, period }
}

function intervalOf(period: Period, approximate: boolean): Interval | null {
  const [first, last] = [calendar.firstDay(period), calendar.lastDay(period)]
  if (!calendar.isYear(calendar.ymd(first).year) || !calendar.isYear(calendar.ymd(last).year)) return null
  return {
    start: calendar.formatDay(first),
    end: calendar.formatDay(last),
    grain: GRAINS[period.unit],
    approximate: approximate || period.unit === 'season',
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

/** The day, week, month … that an expression means, when it means exactly one. */
function periodMeant(expression: Expression, scene: Scene): Period | null {
  const { published, direction } = scene
  switch (expression.kind) {
    case 'fixed':
      return expression.period
    case 'relative': {
      const base = anchorDay(expression.anchor, scene, expression.unit)
      if (base === null) return null
      const period = calendar.shift(calendar.periodOf(expression.unit, base), expression.by)
      // "over the weekend", told on a Monday, is the one just over
      const ahead =
        expression.unit === 'weekend' &&
        expression.bare &&
        direction !== 'future' &&
        calendar.firstDay(period) > base
      return ahead ? calendar.shift(period, -1) : period
    }
    case 'weekday':
      return weekday(expression, scene)
    case 'calendar': {
      const year = yearMeant(expression.year, scene)
      const candidate = (y: number) => calendarPeriod(y, expression.month, expression.day)
      if (year !== null) return candidate(year)
      return expression.year === null && published !== null
        ? nearest(candidate, published, expression.relation, direction)
        : null
    }
    case 'part': {
      const year = yearMeant(expression.year, scene)
      const candidate = (y: number) => calendar.partOfYear(expression.unit, y, expression.number)
      if (year !== null) return candidate(year)
      return expression.year === null && published !== null
        ? nearest(
            candidate,
            published,
            expression.relation,
            expression.unit === 'season' ? direction : 'open',
          )
        : null
    }
    case 'holiday': {
      const year = yearMeant(expression.year, scene)
      const candidate = (y: number) => calendar.day(holiday(expression.rule, y))
      if (year !== null) return candidate(year)
      return expression.year === null && published !== null
        ? nearest(candidate, published, null, direction)
        : null
    }
    case 'reported':
      return reported(expression, scene)
    case 'around': {
      const inner = periodMeant(expression.of, scene)
      return inner && calendar.periodOf(expression.unit, calendar.firstDay(inner))
    }
    default:
      return sense(expression, scene)?.period ?? null
  }
}

/** A day leans on the last day, a longer period on whatever was told of last. */
function anchorDay(
  anchor: Anchor,
  { published, told, toldDay }: Scene,
  unit: CalendarUnit,
): DayNumber | null {
  if (anchor === 'told' && unit === 'day') return toldDay ? calendar.firstDay(toldDay) : published
  if (anchor === 'told' && told) return calendar.firstDay(told)
  return published
}

function yearMeant(reference: YearReference | null, scene: Scene): number | null {
  if (reference === null || typeof reference === 'number') return reference
  const base = anchorDay(reference.anchor, scene, 'year')
  return base === null ? null : calendar.ymd(base).year + reference.by
}

function calendarPeriod(year: number, month: number, day: number | null): Period | null {
  if (day === null) return calendar.month(year, month)
  const number = calendar.realDay(year, month, day)
  return number === null ? null : calendar.day(number)
}

/** News tells more of what was than of what will be: a day ahead counts as half as far again. */
const AHEAD = 1.5

/**
 * Which year's: by "last", "this", "next", then by the tense of the clause, and the nearest one when
 * nothing tells. February 29 may be up to eight years away.
 */
function nearest(
  candidate: (year: number) => Period | null,
  published: DayNumber,
  relation: number | null,
  direction: Direction,
): Period | null {
  const year = calendar.ymd(published).year
  const candidates: Period[] = []
  for (let y = year - 2; y <= year + 2; y++) {
    const period = candidate(y)
    if (period) candidates.push(period)
  }
  const starts = (p: Period) => calendar.firstDay(p) - published
  const ends = (p: Period) => calendar.lastDay(p) - published
  if (relation === -1) return candidates.findLast((p) => ends(p) < 0) ?? null
  if (relation === 1) return candidates.find((p) => starts(p) > 0) ?? null
  if (relation === 0) return candidates.find((p) => calendar.yearOf(p) === year) ?? null
  if (direction === 'past') return candidates.findLast((p) => starts(p) <= 0) ?? null
  if (direction === 'future') return candidates.find((p) => ends(p) >= 0) ?? null
  const distance = (p: Period) => (ends(p) < 0 ? -ends(p) : Math.max(0, starts(p)) * AHEAD)
  return candidates.reduce<Period | null>(
    (best, p) => (best === null || distance(p) < distance(best) ? p : best),
    null,
  )
}

function weekday(expression: Extract<Expression, { kind: 'weekday' }>, scene: Scene): Period | null {
  const { published, direction } = scene
  if (expression.week) {
    const base = anchorDay(expression.week.anchor, scene, 'week')
    if (base === null) return null
    return calendar.day(
      calendar.firstDay(calendar.shift(calendar.periodOf('week', base), expression.week.by)) +
        expression.weekday -
        1,
    )
  }
  if (published === null) return null
  const back = calendar.modulo(calendar.weekday(published) - expression.weekday, 7)
  const ahead = calendar.modulo(-back, 7)
  switch (expression.relation) {
    case -1:
      return calendar.day(published - (back || 7))
    case 1:
      return calendar.day(published + (ahead || 7))
    case 0:
      return calendar.day(calendar.firstDay(calendar.periodOf('week', published)) + expression.weekday - 1)
    default:
      return calendar.day(direction === 'future' ? published + ahead : published - back)
  }
}

/** Figures are reported of the quarter just over until well into the next. */
function reported(
  { noun, number, year }: Extract<Expression, { kind: 'reported' }>,
  scene: Scene,
): Period | null {
  const { published, told } = scene
  if (published === null) return null
  const over = calendar.shift(calendar.periodOf('quarter', published), -1)
  const known = told?.unit === 'quarter' || told?.unit === 'half' ? told : null
  const base =
    number !== null
      ? nearest((y) => calendar.partOfYear('quarter', y, number), published, null, 'open')
      : (known ?? (noun === 'quarter' ? over : null))
  if (year === null) return base
  if (!base) return calendar.year(typeof year === 'number' ? year : calendar.ymd(published).year + year.by)
  const years = typeof year === 'number' ? year - calendar.yearOf(base) : year.by
  return calendar.shift(base, years * (base.unit === 'half' ? 2 : 4))
}

function holiday(rule: HolidayRule, year: number): DayNumber {
  if ('easter' in rule) return calendar.easter(year) + rule.easter
  if ('nth' in rule) return calendar.nthWeekday(year, rule.month, rule.weekday, rule.nth) + (rule.plus ?? 0)
  return calendar.dayNumber(year, rule.month, rule.day)
}

function time(expression: Extract<Expression, { kind: 'time' }>, scene: Scene): Sense | null {
  const base = expression.of ? periodMeant(expression.of, scene) : leaningDay(scene)
  if (base?.unit !== 'day') return null
  const period = expression.midnight ? calendar.shift(base, 1) : base
  const interval = intervalOf(period, false)
  const isPart = /^[A-Z]/.test(expression.clock)
  return (
    interval && {
      type: 'TIME',
      value: `${calendar.formatDay(base.index)}T${expression.clock}`,
      interval: isPart ? interval : { ...interval, grain: 'instant' },
      period,
    }
  )
}

const leaningDay = ({ toldDay, published }: Scene): Period | null =>
  toldDay ?? (published === null ? null : calendar.day(published))

function modified(expression: Extract<Expression, { kind: 'modified' }>, scene: Scene): Sense | null {
  const inner = sense(expression.of, scene)
  if (!inner?.interval || !inner.period || expression.edge === null) {
    return inner && { ...inner, interval: inner.interval && { ...inner.interval, approximate: true } }
  }
  return { ...inner, interval: { ...inner.interval, approximate: true } }
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

const UNIT_GRAINS: Readonly<Record<TimeUnit, Interval['grain']>> = {
  S: 'instant',
  TM: 'instant',
  H: 'day',
  D: 'day',
  WE: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  HY: 'month',
  Y: 'year',
  E: 'decade',
  C: 'century',
  L: 'century',
}

const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  M: 1,
  Q: 3,
  HY: 6,
  Y: 12,
  E: 120,
  C: 1200,
  L: 12000,
}
const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = {
  D: 1,
  W: 7,
  WE: 7,
  H: 1 / 24,
  TM: 1 / 1440,
  S: 1 / 86400,
}

/** A day so much earlier or later; null when the text does not tell how much or no calendar goes that far. */
function addAmount(from: DayNumber, { count, unit }: Amount, direction: -1 | 1): DayNumber | null {
  if (count === null) return null
  const months = MONTHS[unit]
  const to =
    months !== undefined
      ? Math.abs(count * months) < 120_000
        ? calendar.addMonths(from, direction * Math.round(count * months))
        : Number.NaN
      : from + direction * Math.round(count * DAYS[unit]!)
  return Math.abs(to) < 4_000_000 && calendar.isYear(calendar.ymd(to).year) ? to : null
}

function offset(expression: Extract<Expression, { kind: 'offset' }>, scene: Scene): Sense | null {
  const { amount, direction, anchor } = expression
  const vague = bare('DATE', direction < 0 ? 'PAST_REF' : 'FUTURE_REF')
  const short = amount.unit === 'H' || amount.unit === 'TM' || amount.unit === 'S'
  if (anchor === 'told' && (short || amount.count === null)) return duration(amount, null, scene)
  if (amount.count === null) return vague
  const base = typeof anchor === 'string' ? anchorPeriod(anchor, amount, scene) : periodMeant(anchor, scene)
  if (!base) return null
  if (base.unit === 'quarter' && amount.unit === 'Y')
    return ofPeriod(calendar.shift(base, 4 * amount.count * direction))
  const moved = addAmount(calendar.firstDay(base), amount, direction)
  if (moved === null) return vague
  const exact = amount.unit === 'D' || (amount.unit === 'W' && anchor !== 'now' && base.unit === 'day')
  const unit = exact ? 'day' : OFFSET_UNITS[amount.unit]
  return ofPeriod(calendar.periodOf(unit, moved), false)
}

const OFFSET_UNITS: Readonly<Record<TimeUnit, CalendarUnit>> = {
  S: 'day',
  TM: 'day',
  H: 'day',
  D: 'day',
  WE: 'weekend',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  HY: 'half',
  Y: 'year',
  E: 'decade',
  C: 'century',
  L: 'century',
}

/** A year before a quarter is that quarter of the year before, even where the text says "ago". */
function anchorPeriod(anchor: Anchor, amount: Amount, { told, toldDay, published }: Scene): Period | null {
  if (amount.unit === 'Y' && amount.count === 1 && told?.unit === 'quarter') return told
  if (anchor === 'told' && (amount.unit === 'D' || amount.unit === 'W') && toldDay) return toldDay
  if (anchor === 'told' && told) return told
  return published === null ? null : calendar.day(published)
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
    end: calendar.formatDay(Math.max(start, Math.min(end - 1, Math.max(start, last)))),
    grain: UNIT_GRAINS[unit],
    approximate: unit === 'W',
  }
  if (count !== 1) return { type: 'DURATION', value: amountValue({ count, unit }), interval, period: null }
  const period = calendar.periodOf(OFFSET_UNITS[unit], start)
  return { type: 'DATE', value: calendar.periodValue(period), interval, period }
}
