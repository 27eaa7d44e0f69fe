import type { CalendarDate } from '../articles/article.js'
import { dates as english } from '../language/en/dates.js'
import type { DateMention, Document } from './annotations.js'
import type { Period } from './calendar.js'
import { parseDay } from './calendar.js'
import { directionAt } from './dates/direction.js'
import type { Expression } from './dates/expression.js'
import { grammar } from './dates/grammar/expressions.js'
import { lexicon } from './dates/lexicon.js'
import { joinRanges } from './dates/ranges.js'
import type { Scene } from './dates/resolve.js'
import { resolve } from './dates/resolve.js'
import { tokens } from './dates/tokens.js'

const ENGLISH = lexicon(english)
const expressionAt = grammar(ENGLISH)

/**
 * The expressions of time in a document, in order of their start, as seen from its publication date.
 * Lists and ranges of days that follow one another ("January 9 and 10") are one mention with one interval.
 * Without a publication date, relative expressions ("Friday", "last week", "January 9") have no interval.
 * @param published `YYYY-MM-DD`, or an ISO date and time; anything else counts as none.
 */
export function findDates(document: Document, published: CalendarDate | null): DateMention[] {
  return joinRanges(document.text, findTimexes(document, published))
}

/** The same, every day on its own, as TIMEX3 wants it. */
export function findTimexes(document: Document, published: CalendarDate | null): DateMention[] {
  const mentions: DateMention[] = []
  const base = parseDay(published)
  let told: Period | null = null
  let toldDay: Period | null = null
  for (const sentence of document.sentences) {
    const t = tokens(document.text, sentence, ENGLISH.words)
    for (let at = 0; at < t.length; ) {
      const match = expressionAt(t, at)
      if (!match) {
        at++
        continue
      }
      const direction = directionAt(t, at, match.next, ENGLISH.data)
      for (const { expression, start, end } of match.value) {
        const last = mentions.at(-1)
        const scene: Scene = endsRange(document.text, last, start)
          ? { published: parseDay(last?.interval?.start ?? null) ?? base, told, toldDay, direction: 'future' }
          : { published: base, told, toldDay, direction }
        const { period, ...sense } = resolve(expression, scene)
        mentions.push({ start, end, text: document.text.slice(start, end), ...sense })
        if (period && isStory(expression)) told = period
        if (period?.unit === 'day') toldDay = period
      }
      at = match.next
    }
  }
  return mentions
}

/** "from Monday to Friday", "November through March": the end comes after the start. */
function endsRange(text: string, last: DateMention | undefined, start: number): boolean {
  if (!last?.interval || start - last.end > 12) return false
  return /^\s*(?:to|through|until|till|-|–|—)\s*$/.test(text.slice(last.end, start))
}

/** "a year ago" only compares: the story goes on from where it was. */
function isStory(expression: Expression): boolean {
  return expression.kind !== 'reported' && !(expression.kind === 'offset' && expression.amount.unit === 'Y')
}
