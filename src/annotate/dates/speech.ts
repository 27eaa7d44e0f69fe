import type { Span } from '../../articles/model/article.js'
import type { DayNumber } from '../calendar.js'
import type { Expression } from './expression.js'
import type { Part } from './grammar/part.js'
import type { Recognised } from './recognise.js'
import { resolve } from './resolve.js'

/**
 * What "today" means to each expression of a sentence: inside quotation marks it is the day of the speech,
 * when the sentence dates that (he said on Monday: "We answer tomorrow").
 * @returns For a part, the day of the speech that it belongs to, or null.
 */
export function speechDay(
  text: string,
  sentence: Span,
  found: readonly Recognised[],
  today: DayNumber | null,
): (part: Part) => DayNumber | null {
  const deictic = today === null ? [] : found.filter(({ expression }) => isDeictic(expression))
  if (deictic.length === 0 || found.length < 2) return () => null
  const quoted = quotedSpans(text, sentence)
  const isQuoted = ({ start }: Span) => quoted.some((span) => span.start <= start && start < span.end)
  const spoken = found.find(
    (part) => part.direction === 'past' && part.expression.kind === 'weekday' && !isQuoted(part),
  )
  const day =
    spoken && resolve(spoken.expression, { published: today, told: null, toldDay: null, direction: 'past' })
  const index = day?.period?.index
  return (part) => (index !== undefined && isDeictic(part.expression) && isQuoted(part) ? index : null)
}

/** "today", "tomorrow morning", "yesterday". */
function isDeictic(expression: Expression): boolean {
  if (expression.kind === 'time' || expression.kind === 'modified')
    return expression.of !== null && isDeictic(expression.of)
  return expression.kind === 'relative' && expression.unit === 'day' && expression.anchor === 'now'
}

/** A sentence can hold this many quotations; the rest of a hostile one is not looked at. */
const MOST = 16

function quotedSpans(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  let open: number | null = null
  for (let i = start; i < end && spans.length < MOST; i++) {
    const char = text[i]!
    if (char === '“' || (char === '"' && open === null)) open = i
    else if ((char === '”' || char === '"') && open !== null) {
      spans.push({ start: open, end: i })
      open = null
    }
  }
  if (open !== null) spans.push({ start: open, end })
  return spans
}
