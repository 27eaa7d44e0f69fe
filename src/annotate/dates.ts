import type { CalendarDate } from '../articles/model/article.js'
import { dates as english } from '../language/en/dates/dates.js'
import type { DateMention, Document } from './annotations.js'
import { parseDay } from './calendar.js'
import { grammar } from './dates/grammar/expressions.js'
import { lexicon } from './dates/lexicon.js'
import { isRangeEnd, joinRanges, shareYears } from './dates/ranges.js'
import { recognise } from './dates/recognise.js'
import { speechDay } from './dates/speech.js'
import { story } from './dates/story.js'
import { tokens } from './dates/tokens.js'

const ENGLISH = lexicon(english)
const ENGLISH_GRAMMAR = grammar(ENGLISH)

/**
 * The expressions of time in a document, in order of their start, as seen from its publication date.
 * Lists and ranges of days that follow one another ("January 9 and 10") are one mention with one interval;
 * their value is the ISO 8601 interval `2022-01-09/2022-01-10`.
 * Without a publication date, relative expressions ("Friday", "last week", "January 9") have no interval,
 * unless they lean on a full date in the text ("the day before").
 * @param published `YYYY-MM-DD`, or an ISO date and time; anything else counts as none.
 */
export function findDates(document: Document, published: CalendarDate | null): DateMention[] {
  return joinRanges(document.text, findTimexes(document, published), english)
}

/** The same, every day of a list and both ends of a range on their own, as TIMEX3 has it. */
export function findTimexes({ text, sentences }: Document, published: CalendarDate | null): DateMention[] {
  const mentions: DateMention[] = []
  const today = parseDay(published)
  const { tell } = story(text)
  for (const sentence of sentences) {
    const found = recognise(tokens(text, sentence, ENGLISH.words), ENGLISH_GRAMMAR, english)
    const quoted = speechDay(text, sentence, found, today)
    for (const part of found) {
      const last = mentions.at(-1)
      const goesOn = last && (part.listed || isRangeEnd(text, last, part, english))
      const start = goesOn ? parseDay(last.interval?.start ?? null) : null
      mentions.push(tell(part, quoted(part) ?? today, start))
    }
  }
  return shareYears(text, mentions, english)
}
