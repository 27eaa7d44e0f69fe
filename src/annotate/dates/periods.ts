import type { HolidayRule } from '../../language/language.js'
import type { CalendarUnit, DayNumber, Period } from '../calendar.js'
import * as calendar from '../calendar.js'
import { addAmount, OFFSET_UNITS } from './amounts.js'
import type { Direction } from './direction.js'
import type { Amount, Anchor, Expression, YearReference } from './expression.js'

/** What is known where an expression stands. */
export interface Scene {
  readonly published: DayNumber | null
  /** The date told of last, and the last that was a day. */
  readonly told: Period | null
  readonly toldDay: Period | null
  readonly direction: Direction
}

/** The day, week, month … that an expression means, when it means exactly one. */
export function periodMeant(expression: Expression, scene: Scene): Period | null {
  const { direction } = scene
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
      const candidate = (y: number) => calendarPeriod(y, expression.month, expression.day)
      return inYear(candidate, expression, scene, direction)
    }
    case 'part': {
      const candidate = (y: number) => calendar.partOfYear(expression.unit, y, expression.number)
      return inYear(candidate, expression, scene, expression.unit === 'season' ? direction : 'open')
    }
    case 'holiday': {
      const candidate = (y: number) => calendar.day(holidayIn(expression.rule, y))
      return inYear(candidate, { year: expression.year, relation: null }, scene, direction)
    }
    case 'reported':
      return reported(expression, scene)
    case 'around': {
      const inner = periodMeant(expression.of, scene)
      return inner && calendar.periodOf(expression.unit, calendar.firstDay(inner))
    }
    case 'offset':
      return offset(expression, scene)
    case 'time': {
      const day = expression.of ? periodMeant(expression.of, scene) : leaningDay(scene)
      if (day?.unit !== 'day') return null
      return expression.midnight ? calendar.shift(day, 1) : day
    }
    case 'modified':
      return periodMeant(expression.of, scene)
    default:
      return null
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

function yearMeant(reference: YearReference, scene: Scene): number | null {
  if (typeof reference === 'number') return reference
  const base = anchorDay(reference.anchor, scene, 'year')
  return base === null ? null : calendar.ymd(base).year + reference.by
}

/** The period of the year that is told, or else of the year that fits best. */
function inYear(
  candidate: (year: number) => Period | null,
  { year, relation }: { year: YearReference | null; relation: number | null },
  scene: Scene,
  direction: Direction,
): Period | null {
  if (year === null)
    return scene.published === null ? null : nearest(candidate, scene.published, relation, direction)
  const meant = yearMeant(year, scene)
  return meant === null ? null : candidate(meant)
}

function calendarPeriod(year: number, month: number, day: number | null): Period | null {
  if (day === null) return calendar.month(year, month)
  const number = calendar.realDay(year, month, day)
  return number === null ? null : calendar.day(number)
}

/** A day so near ahead is meant rather than one so long ago, whatever the tense. */
const SOON = 20
const LONG_AGO = 345

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
  if (direction === 'past') {
    const soon = candidates.find((p) => p.unit === 'day' && starts(p) > 0 && starts(p) <= SOON)
    const last = candidates.findLast((p) => starts(p) <= 0) ?? null
    // "The mayor has named 3 May", told on 1 May: nobody names a day of last year so
    return soon && last && starts(last) < -LONG_AGO ? soon : last
  }
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
  if (expression.day !== undefined) return monthDay(expression.weekday, expression.day, published, direction)
  const { weeks } = expression
  if (weeks !== undefined) {
    return calendar.day(weeks > 0 ? published + ahead + 7 * weeks : published - (back || 7) + 7 * (weeks + 1))
  }
  switch (expression.relation) {
    case -1:
      return calendar.day(published - (back || 7))
    case 1:
      return calendar.day(published + (ahead || 7))
    case 0:
      return calendar.day(calendar.firstDay(calendar.periodOf('week', published)) + expression.weekday - 1)
    default:
      return calendar.day(
        direction === 'future' || direction === 'due' ? published + ahead : published - back,
      )
  }
}

/** A day is looked for so many months around: a 31st that is a Monday comes once or twice a year. */
const MONTHS_AROUND = 7

/** "Thursday 26th": the nearest day of some month with that number that is such a weekday, ahead or back as the clause looks. */
function monthDay(weekday: number, day: number, published: DayNumber, direction: Direction): Period | null {
  const { year, month } = calendar.ymd(published)
  const days = Array.from({ length: 2 * MONTHS_AROUND + 1 }, (_, i) => {
    const at = month - 1 + i - MONTHS_AROUND
    return calendar.realDay(year + Math.floor(at / 12), calendar.modulo(at, 12) + 1, day)
  }).filter((one) => one !== null && calendar.weekday(one) === weekday) as DayNumber[]
  const distance = (one: DayNumber) => {
    const far = Math.abs(one - published)
    const against = direction === 'future' ? one < published : direction === 'past' && one > published
    return against ? far * 4 : far
  }
  const [nearest] = days.sort((a, b) => distance(a) - distance(b))
  return nearest === undefined ? null : calendar.day(nearest)
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
  if (year === null) return base ?? over
  if (!base) return calendar.year(typeof year === 'number' ? year : calendar.ymd(published).year + year.by)
  const years = typeof year === 'number' ? year - calendar.yearOf(base) : year.by
  return calendar.shift(base, years * (base.unit === 'half' ? 2 : 4))
}

function holidayIn(rule: HolidayRule, year: number): DayNumber {
  if ('year' in rule) return calendar.dayNumber(rule.year, rule.month, rule.day)
  if ('easter' in rule) return calendar.easter(year) + rule.easter
  if ('nth' in rule) return calendar.nthWeekday(year, rule.month, rule.weekday, rule.nth) + (rule.plus ?? 0)
  return calendar.dayNumber(year, rule.month, rule.day)
}

/** "two weeks ago", "a day earlier"; null when nobody can tell how much, or no calendar goes so far. */
function offset(expression: Extract<Expression, { kind: 'offset' }>, scene: Scene): Period | null {
  const { amount, direction, anchor } = expression
  const base = typeof anchor === 'string' ? anchorPeriod(anchor, amount, scene) : periodMeant(anchor, scene)
  if (!base || amount.count === null) return null
  if (base.unit === 'quarter' && amount.unit === 'Y') {
    return calendar.shift(base, Math.round(4 * amount.count) * direction)
  }
  const moved = addAmount(calendar.firstDay(base), amount, direction)
  const exact = amount.unit === 'D' || (amount.unit === 'W' && anchor !== 'now' && base.unit === 'day')
  return moved === null ? null : calendar.periodOf(exact ? 'day' : OFFSET_UNITS[amount.unit], moved)
}

/** A year before a quarter is that quarter of the year before, even where the text says "ago". */
function anchorPeriod(anchor: Anchor, amount: Amount, { told, toldDay, published }: Scene): Period | null {
  if (amount.unit === 'Y' && amount.count === 1 && told?.unit === 'quarter') return told
  if (anchor === 'told' && (amount.unit === 'D' || amount.unit === 'W') && toldDay) return toldDay
  if (anchor === 'told' && told) return told
  return published === null ? null : calendar.day(published)
}

const leaningDay = ({ toldDay, published }: Scene): Period | null =>
  toldDay ?? (published === null ? null : calendar.day(published))
