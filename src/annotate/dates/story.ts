import type { DateMention } from '../annotations.js'
import type { DayNumber, Period } from '../calendar.js'
import { formatDay } from '../calendar.js'
import type { Expression } from './expression.js'
import type { Recognised } from './recognise.js'
import { resolve } from './resolve.js'

/**
 * Follows an article from its start and remembers which dates it told of last, for the expressions that
 * lean on them ("a day earlier", "the following year").
 */
export function story(text: string) {
  let told: Period | null = null
  let toldDay: Period | null = null

  /**
   * @param today The day that "today" means to whoever uses the expression; null when it is not known.
   * @param start The first day of the range that the expression ends, if it ends one: it is no earlier.
   */
  function tell(part: Recognised, today: DayNumber | null, start: DayNumber | null): DateMention {
    const { expression, direction } = part
    let meant = resolve(expression, { published: today, told, toldDay, direction })
    if (start !== null && (!meant.interval || meant.interval.end < formatDay(start))) {
      meant = resolve(expression, { published: start, told, toldDay, direction: 'future' })
    }
    const { period, ...sense } = meant
    if (period && !isComparison(expression)) told = period
    if (period?.unit === 'day') toldDay = period
    return { start: part.start, end: part.end, text: text.slice(part.start, part.end), ...sense }
  }

  return { tell }
}

/** "a year ago", "the year-ago quarter": the story goes on from where it was. */
function isComparison(expression: Expression): boolean {
  return expression.kind === 'reported' || (expression.kind === 'offset' && expression.amount.unit === 'Y')
}
