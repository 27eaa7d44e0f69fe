import type { DateData } from '../../../language/language.js'
import type { Expression, Found, YearReference } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import type { Grammar } from './rule.js'
import { yearAfter, yearFiguresAt } from './years.js'

/**
 * The periods that companies and offices report on: "the latest quarter", "the year-ago period",
 * "the 1988 third quarter", "the same period last year".
 */
export function reportingPeriodAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Expression> | null {
  const year = comparedYearAt(t, at, data)
  if (year) {
    const noun = nounAt(t, year.next)
    if (noun) return found({ kind: 'reported', ...noun.value, year: year.value }, noun.next)
    const isWord = t[at]?.word.unit === 'Y'
    return isWord ? found({ kind: 'reported', noun: null, number: null, year: year.value }, year.next) : null
  }
  const token = t[at]
  if (token?.word.comparable) {
    const noun = nounAt(t, at + 1)
    if (!noun) return null
    const other = yearAfter(t, noun.next, data) ?? yearAgoAt(t, noun.next)
    if (other) return found({ kind: 'reported', ...noun.value, year: other.value }, other.next)
    return token.word.comparable === 'latest'
      ? found({ kind: 'reported', ...noun.value, year: null }, noun.next)
      : null
  }
  return null
}

/** "year-ago", "year-earlier", "1988" before "quarter" or "period". */
function comparedYearAt(t: readonly Token[], at: number, data: DateData): Found<YearReference> | null {
  if (
    t[at]?.word.unit === 'Y' &&
    !t[at]!.word.plural &&
    t[at + 1]?.text === '-' &&
    t[at + 2]?.word.offset === -1
  ) {
    return found({ by: -1, anchor: 'told' }, at + 3)
  }
  return yearFiguresAt(t, at, data)
}

/** "a year ago", "a year earlier" behind "the same quarter". */
function yearAgoAt(t: readonly Token[], at: number): Found<YearReference> | null {
  const isYear = t[at]?.word.cardinal === 1 && t[at + 1]?.word.unit === 'Y' && t[at + 2]?.word.offset === -1
  return isYear ? found({ by: -1, anchor: 'told' }, at + 3) : null
}

interface Noun {
  readonly noun: 'quarter' | 'period'
  readonly number: number | null
}

function nounAt(t: readonly Token[], at: number): Found<Noun> | null {
  const nth = ordinalAt(t, at)
  const from = nth ? (t[nth.next]?.text === '-' ? nth.next + 1 : nth.next) : at
  const token = t[from]
  if (token?.word.unit === 'Q' && !token.word.plural) {
    return nth && nth.value > 4 ? null : found({ noun: 'quarter', number: nth?.value ?? null }, from + 1)
  }
  return token?.word.role === 'period' && !nth ? found({ noun: 'period', number: null }, from + 1) : null
}
