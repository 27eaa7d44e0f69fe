/** What people say in a conversation that is neither a question nor a part of one: doubts, corrections, steps in time. */
import { formatDay, parseDay } from '../annotate/calendar.js'
import { findDates } from '../annotate/dates.js'
import { documentOfText } from '../annotate/document.js'
import type { Span } from '../articles/article.js'
import { conversation as english } from '../language/en/conversation.js'
import type { Question } from './answer.js'
import { dayText } from './calendar-text.js'
import { aboutWhat, mainOf, type Turn } from './conversation-antecedents.js'
import { whenQuestion } from './when-question.js'

/** Whether nothing is asked: thanks, praise, a laugh, signs without words. */
export function isSmallTalk(words: string): boolean {
  return !/[\p{L}\p{N}?/"“]/u.test(words.replace(english.smallTalk, ' '))
}

/** The words with what is often mistyped put right and "who's" in full, outside quotation marks. */
export function spelt(words: string): string {
  return words
    .split(/(["“„«][^"“”„«»]*["”»])/)
    .map((part, at) =>
      at % 2 > 0
        ? part
        : part
            .replace(/\p{L}+/gu, (word) => english.mistyped.get(word.toLowerCase()) ?? word)
            .replace(english.contracted, '$1 is'),
    )
    .join('')
}

/** What somebody means instead of what was understood ("no, I meant Vienna"); null where nothing is corrected. */
export function correctionIn(words: string): string | null {
  const [, instead = ''] = english.notThis.exec(words) ?? []
  const rest = instead || words.replace(english.corrections, '')
  return rest !== words && /[\p{L}\p{N}]/u.test(rest) ? rest : null
}

/** The question that a doubt, a source or a step in time makes of the last one; null for other words. */
export function moved(words: string, last: Turn): Question | null {
  if (english.doubts.test(words)) return last.question
  const outlet = english.onlyFrom.exec(words)?.groups?.outlet
  if (outlet) return { command: 'search', words: aboutWhat(last), outlet }
  const step = english.stepping.exec(words)?.groups
  if (step) return beside(last, step.before || step.before2 ? -1 : 1)
  return onDay(words, last)
}

interface Day extends Span {
  /** Days since 1 January 1970. */
  readonly first: number
  readonly last: number
}

/** What came before or after the day that the last answer gives, or its question. */
function beside({ question, headlines }: Turn, step: -1 | 1): Question | null {
  const dated = question.command === 'when' || question.command === 'timeline'
  const day = dayIn(dated ? (headlines[0] ?? '') : '') ?? dayIn(mainOf(question))
  if (!day) return null
  const { topic, nearest } =
    question.command === 'when' ? whenQuestion(question.topic, question.verb) : { topic: '', nearest: false }
  const range = step > 0 ? { from: formatDay(day.last + 1) } : { to: formatDay(day.first - 1) }
  return {
    command: 'timeline',
    ...(nearest && topic ? { topic: topic.replace(english.article, '') } : {}),
    ...range,
  }
}

/** The last question of another day: "and on the 13th?", "the day after?". */
function onDay(words: string, { question }: Turn): Question | null {
  const groups = english.anotherDay.exec(words)?.groups
  if (!groups) return null
  const { date } = groups
  const text = mainOf(question)
  const day = dayIn(text)
  if (!day || day.first !== day.last) return null
  const told = date
    ? ofMonth(day.first, Number(date))
    : day.first + (groups.before || groups.before2 ? -1 : 1)
  if (told === null) return null
  const put = (text: string) => text.slice(0, day.start) + dayText(formatDay(told)) + text.slice(day.end)
  switch (question.command) {
    case 'ask':
      return { ...question, question: put(text) }
    case 'when':
      return { ...question, topic: put(text) }
    case 'search':
      return { ...question, words: put(text) }
    default:
      return null
  }
}

/** That day of the month that a day is in; null where it has none. */
function ofMonth(day: number, date: number): number | null {
  return parseDay(formatDay(day).slice(0, 8) + String(date).padStart(2, '0'))
}

/** The first day, or days, that a text names with their year. */
function dayIn(text: string): Day | null {
  const found = findDates(documentOfText(text), null).find(({ interval }) => interval !== null)
  const [first, last] = [parseDay(found?.interval?.start ?? null), parseDay(found?.interval?.end ?? null)]
  return found && first !== null && last !== null ? { start: found.start, end: found.end, first, last } : null
}
