import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import type { Token } from '../tokens.js'
import { isDay } from './days.js'
import { amountAt, bareAmountAt, isAge, longAmountAt } from './duration.js'
import type { Part } from './part.js'
import { one } from './part.js'
import type { Grammar } from './rule.js'
import { only } from './rule.js'

/** "two weeks ago", "a day earlier", "three days from now", "in two weeks", "50 minutes", "weeks". */
export function amountAloneAt(t: readonly Token[], at: number): Found<Expression> | null {
  const amount = amountAt(t, at) ?? bareAt(t, at) ?? longAmountAt(t, at)
  if (!amount || isCompared(t, amount.next) || isAge(t, amount.next, amount.value.unit)) return null
  const { value, next } = amount
  const { offset, told } = t[next]?.word ?? {}
  if (offset === undefined && isRate(t, at))
    return t[at - 1]?.word.role === 'times' ? found({ kind: 'rate', amount: value }, next) : null
  if (offset !== undefined) {
    return found(
      { kind: 'offset', amount: value, direction: offset, anchor: told ? 'told' : 'now' },
      next + 1,
    )
  }
  if (t[next]?.word.role === 'from' && t[next + 1]?.word.role === 'now') {
    return found({ kind: 'offset', amount: value, direction: 1, anchor: 'now' }, next + 2)
  }
  if (t[at - 1]?.word.role === 'in') return found({ kind: 'within', amount: value }, next)
  return found({ kind: 'duration', amount: value, window: null }, next)
}

/** "of weeks" measures something: "hundreds of years", "a matter of months". */
const bareAt = (t: readonly Token[], at: number) =>
  t[at - 1]?.word.role === 'of' ? null : bareAmountAt(t, at)

/** "$500 million a year", "24 hours a day", "twice a week". */
function isRate(t: readonly Token[], at: number): boolean {
  const before = t[at - 1]
  if (t[at]!.word.role !== 'a' || !before) return false
  const { multiplier, plural, role } = before.word
  return before.kind === 'number' || multiplier !== undefined || plural === true || role === 'times'
}

/** "a year-ago loss". */
const isCompared = (t: readonly Token[], next: number) =>
  t[next]?.text === '-' && t[next + 1]?.word.offset !== undefined

/** "two days after Christmas", "a week before January 9". */
export function sidedAt(t: readonly Token[], at: number, { inner }: Grammar): Found<Part[]> | null {
  const amount = amountAt(t, at)
  const side = amount && t[amount.next]?.word.side
  if (!side) return null
  const anchor = only(inner(t, amount.next + 1))
  if (!anchor || !isDay(anchor.value)) return null
  const expression: Expression = {
    kind: 'offset',
    amount: amount.value,
    direction: side,
    anchor: anchor.value,
  }
  return one(t, expression, at, anchor.next)
}
