/** What people say in a conversation that is neither a question nor a part of one: doubts, corrections, steps in time. */
import { formatDay, parseDay } from '../../annotate/calendar.js'
import { findDates } from '../../annotate/dates.js'
import { documentOfText } from '../../annotate/document.js'
import type { CalendarDate, Span } from '../../articles/model/article.js'
import { englishDay } from '../../i18n/calendar.js'
import { conversation as english } from '../../language/en/questions/conversation.js'
import { whenQuestion } from '../commands/when-question.js'
import type { FindingDate, Question } from '../model/answer.js'
import { isTooLong } from '../model/query.js'
import { aboutWhat, mainOf, subject } from './antecedents.js'
import type { Turn } from './turn.js'

/** Whether nothing is asked: thanks, praise, a laugh, signs without words. */
export function isSmallTalk(words: string): boolean {
  return !isTooLong(words) && !/[\p{L}\p{N}?/"“]/u.test(words.replace(english.smallTalk, ' '))
}

/** The words with what is often mistyped put right and "who's" in full, outside quotation marks. */
export function spelt(words: string): string {
  if (isTooLong(words)) return words
  return words
    .split(/(["“„«][^"“”„«»]*["”»])/)
    .map((part, at) =>
      at % 2 > 0
        ? part
        : english.shorthand
            .reduce((text, [short, long]) => text.replace(short, long), part)
            .replace(/\p{L}+/gu, (word) => english.mistyped.get(word.toLowerCase()) ?? word)
            .replace(english.contracted, '$1 is'),
    )
    .join('')
}

/** What somebody means instead of what was understood ("no, I meant Vienna"); null where nothing is corrected. */
export function correctionIn(words: string): string | null {
  const { instead: right } = english.itWas.exec(words)?.groups ?? {}
  if (right) return right
  const [, instead = ''] = english.notThis.exec(words) ?? []
  const rest = instead || words.replace(english.corrections, '')
  return rest !== words && /[\p{L}\p{N}]/u.test(rest) ? rest : null
}

/** The question that a doubt, a source or a step in time makes of the last one; null for other words. */
export function moved(words: string, last: Turn): Question | null {
  if (english.doubts.test(words)) return last.question
  const outlet = english.onlyFrom.exec(words)?.groups?.outlet
  if (outlet) {
    const about = aboutWhat(last) || mainOf(last.question)
    return about && last.question.command !== 'sources'
      ? { command: 'search', words: about, outlet }
      : { command: 'sources', outlet }
  }
  const step = english.stepping.exec(words)
  if (step) return beside(last, Object.values(step.groups ?? {}).some(Boolean) ? -1 : 1)
  const unit = english.thatTime.exec(words)?.groups?.unit?.toLowerCase()
  if (unit) return around(last, unit)
  return onDay(words, last)
}

/** The last question of another time ("only January", "what about December?"); null for other words. */
export function inTime(words: string, turn: Turn): Question | null {
  const { question } = turn
  const groups = english.stretch.exec(words)?.groups
  if (!groups) return null
  const { only, during, from, to, starting, ending } = groups
  const bare = during !== undefined && words.toLowerCase().startsWith(during.toLowerCase())
  const first = during ?? from ?? starting
  const last = during ?? to ?? ending
  const since = { ...(first && { since: first }), ...(last && { until: last }) }
  switch (question.command) {
    case 'ask':
      return only || bare ? { ...question, question: within(question.question, during, words) } : null
    case 'when':
      return only || bare ? { ...question, topic: within(question.topic, during, words) } : null
    case 'quotes':
      return { command: 'search', words: subject(turn), ...since }
    case 'search':
      if (question.outlet) return { ...question, ...since }
  }
  // All that happened then, about what the question was about.
  const topic = question.command === 'sources' ? '' : mainOf(question)
  const range = { ...(first && { from: first }), ...(last && { to: last }) }
  return { command: 'timeline', ...(topic && { topic }), ...range }
}

/** A question with the time that a fragment tells: "in May", "on the 13th", or as it stands. */
function within(text: string, during: string | undefined, words: string): string {
  const asked = text.replace(/(?<![?!.\s])[?!.\s]+$/, '')
  if (!during) return `${asked} ${words.replace(/^(?:only|just) /i, '')}`
  const isDay = /\d\D*$|day$/i.test(during) && !/^\d{4}$/.test(during)
  return `${asked} ${isDay ? 'on' : 'in'} ${during}`
}

/** Days since 1 January 1970. */
interface Days {
  readonly first: number
  readonly last: number
}

/** Days that a text names, and where it does. */
interface Day extends Span, Days {}

/** All that there was on the day of the last answer, or in its week, month or year. */
function around(turn: Turn, unit: string): Question | null {
  const day = dayOf(turn, -1)
  if (!day) return null
  if (unit === 'day') return { command: 'timeline', from: formatDay(day.first), to: formatDay(day.last) }
  if (unit === 'week') {
    // 1 January 1970 was a Thursday.
    const monday = day.first - ((day.first + 3) % 7)
    return { command: 'timeline', from: formatDay(monday), to: formatDay(monday + 6) }
  }
  const period = formatDay(day.first).slice(0, unit === 'month' ? 7 : 4)
  return { command: 'timeline', from: period, to: period }
}

/** What came before or after the day that the last answer gives, or its question. */
function beside(turn: Turn, step: -1 | 1): Question | null {
  const { question } = turn
  const day = dayOf(turn, step)
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

/** The day that an answer gives: of several the first, or for what comes after them the last. */
function dayOf(turn: Turn, step: -1 | 1): Days | null {
  const { question, dates, snippets, published } = turn
  const isTimeline = question.command === 'timeline'
  const shown = isTimeline && step > 0 ? dates?.at(-1) : dates?.[0]
  const seen = published?.[0] ?? null
  return (
    onlyDay(turn) ??
    (isTimeline || question.command === 'when' ? dayShown(shown ?? null) : null) ??
    (isTimeline ? null : dayIn(mainOf(question))) ??
    (seen ? (dayIn(snippets[0] ?? '', seen) ?? dayIn(englishDay(seen))) : null)
  )
}

/** The day, or days, of a finding. */
function dayShown(date: FindingDate | null): Days | null {
  const [first, last] = [parseDay(date?.start ?? null), parseDay(date?.end ?? null)]
  return first !== null && last !== null ? { first, last } : null
}

/** The last question of another day: "and on the 13th?", "the day after?". */
function onDay(words: string, turn: Turn): Question | null {
  const { question } = turn
  const groups = english.anotherDay.exec(words)?.groups
  if (!groups) return null
  const { date } = groups
  const step = groups.before || groups.before2 ? -1 : 1
  const text = mainOf(question)
  const day = question.command === 'timeline' ? onlyDay(turn) : dayIn(text)
  if (!day) {
    const shown = question.command === 'when' ? dayOf(turn, -1) : null
    if (!shown || shown.first !== shown.last || date) return null
    const on = formatDay(shown.first + step)
    return { command: 'timeline', from: on, to: on }
  }
  if (day.first !== day.last) return null
  const told = date ? ofMonth(day.first, Number(date)) : day.first + step
  if (told === null) return null
  if (question.command === 'timeline') {
    const on = formatDay(told)
    return { ...question, from: on, to: on }
  }
  const put = (text: string) => text.slice(0, day.start) + englishDay(formatDay(told)) + text.slice(day.end)
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

/** The day that a timeline is of, if it is of one day. */
function onlyDay({ question, published }: Turn): Day | null {
  if (question.command !== 'timeline' || !question.from || question.from !== question.to) return null
  return dayIn(question.from, published?.find(Boolean) ?? null)
}

/** That day of the month that a day is in; null where it has none. */
function ofMonth(day: number, date: number): number | null {
  return parseDay(formatDay(day).slice(0, 8) + String(date).padStart(2, '0'))
}

/** The first day, or days, that a text names: with their year, unless it was published on a known day. */
function dayIn(text: string, published: CalendarDate | null = null): Day | null {
  const found = findDates(documentOfText(text), published).find(({ interval }) => interval !== null)
  const [first, last] = [parseDay(found?.interval?.start ?? null), parseDay(found?.interval?.end ?? null)]
  return found && first !== null && last !== null ? { start: found.start, end: found.end, first, last } : null
}
