import type { DateMention } from '../annotations.js'
import type { DayNumber, Period } from '../calendar.js'
import type { Direction } from './direction.js'
import type { Expression } from './expression.js'
import type { Part } from './grammar/part.js'
import { resolve } from './resolve.js'

/**
 * Follows an article from its start and remembers which dates it told of last, for the expressions that
 * lean on them ("a day earlier", "the following year").
 */
export function story(text: string) {
  let told: Period | null = null
  let toldDay: Period | null = null

  /** @param today The day that "today" means to whoever uses the expression; null when it is not known. */
  function tell(
    { expression, start, end }: Part,
    today: DayNumber | null,
    direction: Direction,
  ): DateMention {
    const { period, ...sense } = resolve(expression, { published: today, told, toldDay, direction })
    if (period && !isComparison(expression)) told = period
    if (period?.unit === 'day') toldDay = period
    return { start, end, text: text.slice(start, end), ...sense }
  }

  return { tell }
}

/** "a year ago", "the year-ago quarter": the story goes on from where it was. */
function isComparison(expression: Expression): boolean {
  return expression.kind === 'reported' || (expression.kind === 'offset' && expression.amount.unit === 'Y')
}
