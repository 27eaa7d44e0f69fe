import { isYearless, yearlessDays } from '../../annotate/partial-dates.js'
import type { Archive, EventHit, Scope } from '../../archive/contract/archive.js'
import { type KeyedMessage, lineOf, type Message, message } from '../../i18n/message.js'
import { isFragment } from '../../knowledge/index.js'
import { groupBy } from '../../lib/group-by.js'
import { withBasis } from '../commands/basis.js'
import { dayAsked, seenFrom } from '../commands/days-asked.js'
import { isPartOf } from '../commands/event-equality.js'
import { differing, outletsOf } from '../compare/disagreement.js'
import type { Answer, Finding, FindingDate, Heading, Question, TimelineData } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { refusal, silent } from '../model/no-answer.js'
import { cleanQuery, whyNot } from '../model/query.js'
import { distanceFrom, statusNow } from '../model/time.js'
import { type EventLabel, eventLabel } from './clause-label.js'
import { USUAL_EVENTS } from './most-events.js'
import { inStatedYears } from './stated-years.js'

const EVENTS_READ = 200
/** In a reply, and in its picture, which must be legible on a phone. */
const MOST_EVENTS = 400
const MOST_YEARLESS = 40
const MOST_DRAWN = 10
/** Fewer sentences than these are no picture. */
const LEAST_DRAWN = 3
/** So many days are read besides. */
const SPARE = 6
/** So many days may turn out to be those of others. */
const JOINED = 2
const MOST_CITATIONS = 4
/** No crisis is longer, and no axis could show more. */
const MOST_YEARS = 200

/** The share of the topic's weight that must stand near an event, and how much worse than the best it may fit. */
const LEAST_COVERAGE = 0.5
const LEAST_OF_BEST = 0.5

type TimelineQuestion = Extract<Question, { command: 'timeline' }>

/** The most important events of a topic, or of everything, in order of their dates, with the data of a picture of them. */
export async function timeline(question: TimelineQuestion, archive: Archive, scope: Scope): Promise<Answer> {
  const topic = cleanQuery(question.topic ?? '')
  const query = topic || 'timeline'
  const range = rangeOf(question, await seenFrom([question.from, question.to], archive, scope))
  if ('key' in range) return refusal('timeline', query.slice(0, 100), range)
  const why = topic ? whyNot(topic, '`/timeline geneva from:2021-12 to:2022-02`') : null
  if (why) return refusal('timeline', query.slice(0, 100), why)
  const most = mostOf(question)
  if (typeof most !== 'number') return refusal('timeline', query.slice(0, 100), most)
  const asked = { ...(topic ? { topic } : {}), ...range, limit: EVENTS_READ }
  // Where no number is asked for, days stand in for those of which nothing can be read by itself.
  const isAsked = Boolean(question.most?.trim())
  const spare = isAsked ? 0 : SPARE
  // Of one day, all that happened on it.
  const oneDay = range.from !== undefined && range.from === range.to
  const {
    hits: each,
    days = 0,
    consulted,
  } = await archive.events({ ...asked, days: oneDay ? 0 : most + spare + JOINED }, scope)
  const daily = inStatedYears(each, stemsOf(topic))
  // What has no day, of a month or a year, has its place where there are not days enough; what has no year, always.
  const { hits: others } = await archive.events({ ...asked, partial: true }, scope)
  const about = fitting(others)
  const besides = further(about, range, daily, oneDay, stemsOf(topic), most + spare - daily.length)
  const dated = readableFirst([...daily, ...besides].slice(0, most + spare), most, isAsked)
  const yearless = inYearlessOrder(about.filter((hit) => isYearless(hit.partial) && !isFragment(hit.label)))
  if (dated.length + yearless.length === 0) return nothing(query, topic, range, archive, scope)
  const { asOf } = consulted
  const ordered = inOrder(dated)
  const heading = headings(ordered)
  const stems = stemsOf(topic)
  return {
    command: 'timeline',
    query,
    asOf,
    articles: consulted.articles,
    ...(!oneDay && days > dated.length ? { more: days - dated.length } : {}),
    findings: [
      ...ordered.map((hit) => finding(hit, heading(hit), stems, asOf)),
      ...yearless.slice(0, MOST_YEARLESS).map((hit) => finding(hit, NO_YEAR, stems, asOf)),
    ],
    closest: [],
    note: null,
    ...(dated.length > 0 && {
      attachment: picture(inOrder(drawn(dated)), ordered.length, topic || null, asOf),
    }),
  }
}

/** What is shown of an event. Its label comes last: an event makes its own only when asked, which takes time. */
type Shown = Pick<EventHit, 'interval' | 'partial' | 'status' | 'reports' | 'label'>
type Labelled = Shown & EventLabel

const UNSURE: ReadonlySet<EventHit['status']> = new Set(['planned', 'hypothetical'])
/** Where so many can be read by themselves, the others are left for “more”. */
const ENOUGH_READABLE = 6

/**
 * So many events as are asked for: first those with a label that can be read by itself, each in their order, no label
 * twice. To label one costs milliseconds, so no more are labelled than it takes.
 */
function readableFirst(events: readonly EventHit[], most: number, isAsked: boolean): Labelled[] {
  const readable: Labelled[] = []
  const others: Labelled[] = []
  const labels = new Set<string>()
  for (const hit of events) {
    if (readable.length === most) break
    const { interval, partial, reports } = hit
    const label = eventLabel(hit)
    // A word such as "could" or "planned" may stand elsewhere in the sentence.
    const status = label.isOver && UNSURE.has(hit.status) ? 'past' : hit.status
    const labelled = { interval, partial, status, reports, ...label }
    if (labels.has(labelled.label)) continue
    labels.add(labelled.label)
    ;(labelled.isReadable ? readable : others).push(labelled)
  }
  const isEnough = !isAsked && readable.length >= ENOUGH_READABLE
  return isEnough ? readable : [...readable, ...others].slice(0, most)
}

/** What a picture shows: what can be read by itself alone, where that is enough for a picture. */
function drawn(events: readonly Labelled[]): Labelled[] {
  const readable = events.filter(({ isReadable }) => isReadable)
  return (readable.length >= LEAST_DRAWN ? readable : events).slice(0, MOST_DRAWN)
}

/** How many events are asked for, or what is wrong with it and how to put it. */
function mostOf({ most }: TimelineQuestion): number | Message {
  if (!most?.trim()) return USUAL_EVENTS
  const number = /^\d{1,4}$/.test(most.trim()) ? Number(most) : 0
  if (number < 1) return message('noteMost', { value: most.slice(0, 40) })
  return Math.min(number, MOST_EVENTS)
}

/** Those that are about the topic, and fit it not much worse than the best. */
function fitting(hits: readonly EventHit[]): EventHit[] {
  const best = Math.max(...hits.map(({ match }) => match), 0)
  return hits.filter(({ match, coverage }) => coverage >= LEAST_COVERAGE && match >= best * LEAST_OF_BEST)
}

/** Of some events the first `room` that no day tells of already; without a day, but where one day is asked for. */
function further(
  hits: readonly EventHit[],
  range: DayRange,
  daily: readonly EventHit[],
  oneDay: boolean,
  topic: readonly string[],
  room: number,
): readonly EventHit[] {
  if (room <= 0) return []
  const dated = hits.filter(({ interval }) => interval && (oneDay || !isDaily(interval)))
  const wanted = inside(dated, range, daily.length > 0).filter(
    (hit) => !daily.some((day) => isPartOf(day, hit, topic)),
  )
  const isClear = (hit: EventHit) => !isStretch(hit) && !isFragment(hit.label)
  const clear: EventHit[] = []
  for (const hit of wanted) {
    if (clear.length === room) break
    // Of one day only what a few days tell, if anything does: all that is said of its year is no answer.
    if (oneDay && daysOf(hit.interval!) > MOST_DAYS_AROUND) continue
    if (isClear(hit)) clear.push(hit)
  }
  if (clear.length > 0 || daily.length > 0) return clear
  const others = wanted.filter(isClear)
  return others.length > 0 ? others : wanted
}

const MOST_DAYS_AROUND = 7
const daysOf = ({ start, end }: Pick<FindingDate, 'start' | 'end'>) =>
  (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1

const isDaily = ({ grain }: FindingDate) => grain === 'day' || grain === 'instant'

interface DayRange {
  readonly from?: string
  readonly to?: string
}

/** The days asked for, or what is wrong with them and how to put them. */
function rangeOf({ from, to }: TimelineQuestion, asOf: string | null): DayRange | KeyedMessage {
  const first = from?.trim() ? dayAsked(from, 'first', asOf) : undefined
  const last = to?.trim() ? dayAsked(to, 'last', asOf) : undefined
  for (const [option, text, day] of [
    ['from', from, first],
    ['to', to, last],
  ] as const) {
    if (day === null || day?.startsWith('0000'))
      return message('noteUnreadable', { option, value: text?.slice(0, 40) ?? '' })
  }
  if (first && last) {
    if (first > last) return message('noteSwap', { from: { day: first }, to: { day: last } })
    const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4))
    if (years > MOST_YEARS)
      return message('noteTooManyYears', { years, most: MOST_YEARS, example: 'from:2014 to:2022' })
  }
  return { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) }
}

async function nothing(
  query: string,
  topic: string,
  range: DayRange,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const none = await silent('timeline', query, archive, scope)
  if (none.articles === 0 || (!range.from && !range.to)) return topic ? none : { ...none, closest: [] }
  return {
    ...none,
    closest: [],
    note: lineOf(noEvent(topic, range)),
  }
}

function noEvent(topic: string, { from, to }: DayRange): Message {
  const values = {
    topic,
    ...(from && { from: { day: from } }),
    ...(to && { to: { day: to } }),
  }
  if (from && to) return message(topic ? 'noteNoEventOf' : 'noteNoEvent', values)
  if (from) return message(topic ? 'noteNoEventOfSince' : 'noteNoEventSince', values)
  return message(topic ? 'noteNoEventOfUntil' : 'noteNoEventUntil', values)
}

/** Those that lie within the days asked for; where nothing does, those that touch them. */
function inside(
  hits: readonly EventHit[],
  { from = '', to = '~' }: DayRange,
  daily: boolean,
): readonly EventHit[] {
  const within = hits.filter(({ interval }) => interval!.start >= from && interval!.end <= to)
  return within.length > 0 || daily ? within : hits
}

/** "in the last thirty years": no event has such a date. */
function isStretch({ interval }: EventHit): boolean {
  const { start, end, grain, approximate } = interval!
  return approximate && grain === 'year' && start.slice(0, 4) !== end.slice(0, 4)
}

function inOrder<T extends Shown>(hits: readonly T[]): T[] {
  const key = ({ interval }: T) => `${interval!.start}/${interval!.end}`
  return [...hits].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The heading of the days whose year no article tells. */
const NO_YEAR: Heading = message('noteNoYear')

function inYearlessOrder(hits: readonly EventHit[]): EventHit[] {
  const first = ({ partial }: EventHit) => (isYearless(partial) ? yearlessDays(partial).first : 0)
  return [...hits].sort((a, b) => first(a) - first(b))
}

/** What the events are grouped under: their day, month or year, as the time they span asks. */
function headings(ordered: readonly Shown[]): (hit: Shown) => Heading {
  if (ordered.length === 0) return () => NO_YEAR
  const days =
    (Date.parse(ordered.at(-1)!.interval!.start) - Date.parse(ordered[0]!.interval!.start)) / 86_400_000
  const unit = days > 3 * 366 ? 'year' : days > 31 ? 'month' : 'day'
  return ({ interval }) => ({ day: interval!.start, unit })
}

function finding(hit: Shown, heading: Heading, stems: readonly string[], asOf: string | null): Finding {
  const differs = differing(hit.reports)
  const sentences = groupBy(hit.reports, ({ article, sentence }) => `${article.id}:${sentence.start}`)
  return {
    heading,
    ...dateOf(hit, asOf),
    citations: withBasis(
      [...sentences.values()].slice(0, MOST_CITATIONS).map((reports) =>
        cite(
          reports[0]!.article,
          reports[0]!.sentence,
          stems,
          reports.map(({ date }) => date),
        ),
      ),
      hit.interval ? hit.reports : [],
    ),
    ...(differs ? { differs } : {}),
  }
}

function dateOf(
  { interval, partial, label, status }: Shown,
  asOf: string | null,
): Pick<Finding, 'text' | 'dated' | 'date' | 'partialDate' | 'distance' | 'status'> {
  if (!interval) return { text: label, dated: true, partialDate: partial!, status }
  const { start, end, grain, approximate } = interval
  return {
    text: label,
    dated: true,
    date: { start, end, grain, approximate },
    ...(asOf ? { distance: distanceFrom(asOf, interval) } : {}),
    status: statusNow(status, interval, asOf),
  }
}

function picture(
  drawn: readonly Shown[],
  total: number,
  topic: string | null,
  asOf: string | null,
): TimelineData {
  return {
    kind: 'timeline',
    topic,
    asOf,
    total,
    events: drawn.map(({ interval, label, status, reports }) => ({
      ...interval!,
      label,
      status: statusNow(status, interval!, asOf),
      sources: outletsOf(reports).length,
    })),
  }
}
