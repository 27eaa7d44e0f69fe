import type { TimeUnit } from '../../../language/language.js'
import { amountValue } from '../amounts.js'
import type { Amount, Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import { countAt } from '../numbers.js'
import type { Token } from '../tokens.js'

/** "50 minutes", "50-minute", "two and a half years", "several more weeks", "a year and three months". */
export function amountAt(t: readonly Token[], at: number): Found<Amount> | null {
  const first = plainAmountAt(t, at)
  if (!first) return null
  const after = t[first.next]
  if (after?.word.role === 'and' && first.value.count !== null) {
    if (t[first.next + 1]?.word.role === 'a' && t[first.next + 2]?.word.role === 'half') {
      return found({ ...first.value, count: first.value.count + 0.5 }, first.next + 3)
    }
    const rest = plainAmountAt(t, first.next + 1)
    if (rest && isSmaller(rest.value.unit, first.value.unit))
      return found({ ...first.value, rest: rest.value }, rest.next)
  }
  return first
}

const SIZES: readonly TimeUnit[] = ['S', 'TM', 'H', 'D', 'W', 'M', 'Y']
const isSmaller = (a: TimeUnit, b: TimeUnit) => SIZES.includes(a) && SIZES.indexOf(a) < SIZES.indexOf(b)

function plainAmountAt(t: readonly Token[], at: number): Found<Amount> | null {
  const count = countAt(t, at)
  if (!count) return null
  let next = count.next
  let value = count.value
  if (
    t[next]?.word.role === 'and' &&
    t[next + 1]?.word.role === 'a' &&
    t[next + 2]?.word.role === 'half' &&
    value !== null
  ) {
    value += 0.5
    next += 3
  }
  if (t[next]?.text === '-' && t[next]!.glued) next++
  else if (t[next]?.word.filler) next++
  const unit = t[next]?.word
  if (unit?.unit === undefined) return null
  if (unit.unit === 'WE' && !unit.plural) return null
  // "one second" is a duration, "a second talk" is not
  if (unit.unit === 'S' && !unit.plural && (t[at]!.word.role === 'a' || t[at]!.word.ordinal !== undefined))
    return null
  // "a quarter of", "three-quarters": fractions
  if (
    unit.unit === 'Q' &&
    (t[at]!.word.role === 'a' || t[next - 1]!.text === '-' || t[next + 1]?.word.role === 'of')
  )
    return null
  return found({ count: value === null ? null : value * (unit.of ?? 1), unit: unit.unit }, next + 1)
}

/** "weeks", "days": a plural alone, or "months or years". */
export function bareAmountAt(t: readonly Token[], at: number): Found<Amount> | null {
  const unit = t[at]?.word
  if (unit?.unit === undefined || !unit.plural) return null
  if (unit.unit === 'Q' && t[at - 1]?.word.relation === undefined) return null
  const other = t[at + 1]?.word.role === 'or' || t[at + 1]?.word.role === 'and' ? t[at + 2]?.word : undefined
  return found({ count: null, unit: unit.unit }, other?.unit !== undefined && other.plural ? at + 3 : at + 1)
}

/** "day-long", "weeklong". */
export function longAmountAt(t: readonly Token[], at: number): Found<Amount> | null {
  const { unit, plural } = t[at]?.word ?? {}
  const long = t[at + 1]?.text === '-' && t[at + 1]!.glued && t[at + 2]?.word.role === 'long'
  return unit !== undefined && !plural && long ? found({ count: 1, unit }, at + 3) : null
}

/** "50-year-old", "55 years old", "aged 5 years": an age is no duration of the news. */
export function isAge(t: readonly Token[], next: number, unit: TimeUnit): boolean {
  const at = t[next]?.text === '-' ? next + 1 : next
  const old = t[at]?.word.role === 'old'
  return old && (unit === 'Y' || at > next)
}

/** "the past two weeks", "the next few years": a stretch back from now, or on. */
export function windowAt(t: readonly Token[], at: number): Found<Expression> | null {
  const relation = t[at]?.word
  if (relation?.relation === undefined || relation.relation === 0 || relation.told) return null
  const amount = amountAt(t, at + 1) ?? (isPlural(t[at + 1]) ? bareAmountAt(t, at + 1) : null)
  if (!amount || t[at + 1]!.word.role === 'a') return null
  return found({ kind: 'duration', amount: amount.value, window: relation.relation }, amount.next)
}

const isPlural = (token: Token | undefined) => token?.word.plural === true

/** "every Friday", "each July", "every two weeks", "every other day". */
export function setAt(t: readonly Token[], at: number): Found<Expression> | null {
  const token = t[at]!
  if (token.word.set !== undefined) {
    const isName = token.capital && t[at + 1]?.capital === true // "the Daily Herald"
    return isName ? null : found({ kind: 'set', value: token.word.set }, at + 1)
  }
  if (token.word.weekday !== undefined && token.word.plural && token.capital)
    return found(weekdaySet(token), at + 1)
  if (!token.word.every) return null
  const other = t[at + 1]?.word.role === 'other' || t[at + 1]?.word.filler === true
  const next = other ? at + 2 : at + 1
  const named = t[next]?.word
  if (!named) return null
  if (named.weekday !== undefined) return found(weekdaySet(t[next]!), next + 1)
  if (named.month !== undefined && t[next]!.capital)
    return found({ kind: 'set', value: `XXXX-${String(named.month).padStart(2, '0')}` }, next + 1)
  if (named.season !== undefined)
    return found({ kind: 'set', value: `XXXX-${['SP', 'SU', 'FA', 'WI'][named.season - 1]}` }, next + 1)
  if (named.dayPart !== undefined)
    return found({ kind: 'set', value: `XXXX-XX-XXT${named.dayPart}` }, next + 1)
  const amount =
    named.unit !== undefined && !named.plural
      ? found({ count: t[at + 1]?.word.role === 'other' ? 2 : 1, unit: named.unit }, next + 1)
      : amountAt(t, next)
  return amount && amount.value.count !== null
    ? found({ kind: 'set', value: amountValue(amount.value) }, amount.next)
    : null
}

const weekdaySet = (token: Token): Expression => ({ kind: 'set', value: `XXXX-WXX-${token.word.weekday}` })
