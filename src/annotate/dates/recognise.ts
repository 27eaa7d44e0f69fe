import type { DateData } from '../../language/language.js'
import type { Direction } from './direction.js'
import { directionAt } from './direction.js'
import type { Found } from './expression.js'
import type { Part } from './grammar/part.js'
import type { Token } from './tokens.js'

/** An expression of time in a sentence, and whether its clause looks back or ahead. */
export interface Recognised extends Part {
  readonly direction: Direction
  /** True for a day that a list goes on with to a later one ("January 9 and 10"). */
  readonly listed: boolean
}

/** Every expression of time in a sentence, in order, the longest at each place. */
export function recognise(
  t: readonly Token[],
  expressionAt: (t: readonly Token[], at: number) => Found<Part[]> | null,
  data: DateData,
): Recognised[] {
  const found: Recognised[] = []
  for (let at = 0; at < t.length; ) {
    const match = expressionAt(t, at)
    if (match) {
      const direction = directionAt(t, at, match.next, data)
      for (const [nth, part] of match.value.entries()) {
        found.push({ ...part, direction, listed: nth > 0 && isLater(part, match.value[nth - 1]!) })
      }
    }
    at = match?.next ?? at + 1
  }
  return found
}

/** Whether a day of the calendar stands below another in the same month. */
function isLater({ expression: a }: Part, { expression: b }: Part): boolean {
  return a.kind === 'calendar' && b.kind === 'calendar' && a.month === b.month && (a.day ?? 0) > (b.day ?? 0)
}
