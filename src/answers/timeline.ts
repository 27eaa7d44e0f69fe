import { isYearless, yearlessDays } from '../annotate/partial-dates.js'
import type { Archive, EventHit, Scope } from '../archive/archive.js'
import { isFragment } from '../archive/events/labels.js'
import type { Answer, Finding, Question } from './answer.js'
import { dayText, distanceText, intervalText, partialText, statusNow } from './calendar-text.js'
import { cite, stemsOf } from './citation.js'
import { dayAsked, seenFrom } from './days-asked.js'
import { differing, outletsOf } from './differing.js'
import { groupBy } from './group.js'
import { cleanQuery, whyNot } from './query.js'
import { refusal, silent } from './silence.js'
import type { TimelineData } from './timeline/data.js'

const EVENTS_READ = 200
/** In a reply, and in its picture, which must be legible on a phone. */
const MOST_EVENTS = 40
const MOST_DRAWN = 10
const MOST_CITATIONS = 4
/** No crisis is longer, and no axis could show more. */
const MOST_YEARS = 200

/** The share of the topic's weight that must stand near an event, and how much worse than the best it may fit. */
const LEAST_COVERAGE = 0.5
const LEAST_OF_BEST = 0.5

type TimelineQuestion = Extract<Question, { command: 'timeline' }>

/** The events of a topic, or of everything, in order of their dates, with the data of a picture of them. */
export async function timeline(question: TimelineQuestion, archive: Archive, scope: Scope): Promise<Answer> {
  const topic = cleanQuery(question.topic ?? '')
  const query = topic || 'timeline'
  const range = rangeOf(question, await seenFrom([question.from, question.to], archive, scope))
  if (typeof range === 'string') return refusal('timeline', query.slice(0, 100), range)
  const why = topic ? whyNot(topic, '`/timeline geneva from:2021-12 to:2022-02`') : null
  if (why) return refusal('timeline', query.slice(0, 100), why)
  const { hits, consulted } = await archive.events(
    { ...(topic ? { topic } : {}), ...range, partial: true, limit: EVENTS_READ },
    scope,
  )
  const best = Math.max(...hits.map(({ match }) => match), 0)
  const about = hits.filter(
    ({ match, coverage }) => coverage >= LEAST_COVERAGE && match >= best * LEAST_OF_BEST,
  )
  const wanted = inside(
    about.filter(({ interval }) => interval),
    range,
  )
  const clear = wanted.filter((hit) => !isFragment(hit.label) && !isStretch(hit))
  const dated = (clear.length > 0 ? clear : wanted).slice(0, MOST_EVENTS)
  const yearless = inYearlessOrder(
    about.filter(({ partial, label }) => isYearless(partial) && !isFragment(label)),
  )
  const chosen = [...dated, ...yearless].slice(0, MOST_EVENTS)
  if (chosen.length === 0) return nothing(query, topic, range, archive, scope)
  const { asOf } = consulted
  const ordered = inOrder(dated)
  const heading = headings(ordered)
  const stems = stemsOf(topic)
  return {
    command: 'timeline',
    query,
    asOf,
    articles: consulted.articles,
    findings: [
      ...ordered.map((hit) => finding(hit, heading(hit), stems, asOf)),
      ...chosen.slice(dated.length).map((hit) => finding(hit, NO_YEAR, stems, asOf)),
    ],
    closest: [],
    note: null,
    ...(dated.length > 0 && {
      attachment: picture(inOrder(dated.slice(0, MOST_DRAWN)), ordered.length, topic || null, asOf),
    }),
  }
}

interface DayRange {
  readonly from?: string
  readonly to?: string
}

/** The days asked for, or what is wrong with them and how to put them. */
function rangeOf({ from, to }: TimelineQuestion, asOf: string | null): DayRange | string {
  const first = from?.trim() ? dayAsked(from, 'first', asOf) : undefined
  const last = to?.trim() ? dayAsked(to, 'last', asOf) : undefined
  for (const [option, text, day] of [
    ['from', from, first],
    ['to', to, last],
  ] as const) {
    if (day === null || day?.startsWith('0000'))
      return `“${option}” can’t be read: “${text?.slice(0, 40)}”. Give a day, a month or a year, such as 2021-12-31, 2021-12 or 2021.`
  }
  if (first && last) {
    if (first > last) return `“from” (${dayText(first)}) is after “to” (${dayText(last)}). Swap them.`
    const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4))
    if (years > MOST_YEARS)
      return `${years.toLocaleString('en')} years are too many for one timeline. Ask for at most ${MOST_YEARS}, such as from:2014 to:2022.`
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
  const between = [range.from && `from ${dayText(range.from)}`, range.to && `to ${dayText(range.to)}`]
  const about = topic ? ` of “${topic}”` : ''
  return {
    ...none,
    closest: [],
    note: `The articles tell of no event${about} ${between.filter(Boolean).join(' ')}.`,
  }
}

/** Those that lie within the days asked for; where there is none, or no end is given, those that touch them as well. */
function inside(hits: readonly EventHit[], { from, to }: DayRange): readonly EventHit[] {
  if (!from || !to) return hits
  const within = hits.filter(({ interval }) => interval!.start >= from && interval!.end <= to)
  return within.length > 0 ? within : hits
}

/** "in the last thirty years": no event has such a date. */
function isStretch({ interval }: EventHit): boolean {
  const { start, end, grain, approximate } = interval!
  return approximate && grain === 'year' && start.slice(0, 4) !== end.slice(0, 4)
}

function inOrder(hits: readonly EventHit[]): EventHit[] {
  const key = ({ interval }: EventHit) => `${interval!.start}/${interval!.end}`
  return [...hits].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The heading of the days whose year no article tells. */
const NO_YEAR = 'Year not stated'

function inYearlessOrder(hits: readonly EventHit[]): EventHit[] {
  const first = ({ partial }: EventHit) => (isYearless(partial) ? yearlessDays(partial).first : 0)
  return [...hits].sort((a, b) => first(a) - first(b))
}

/** What the events are grouped under: their day, month or year, as the time they span asks. */
function headings(ordered: readonly EventHit[]): (hit: EventHit) => string {
  if (ordered.length === 0) return () => NO_YEAR
  const days =
    (Date.parse(ordered.at(-1)!.interval!.start) - Date.parse(ordered[0]!.interval!.start)) / 86_400_000
  if (days > 3 * 366) return ({ interval }) => interval!.start.slice(0, 4)
  const unit = days > 31 ? 'month' : 'day'
  return ({ interval }) => {
    const day = interval!.start
    return unit === 'day' ? dayText(day) : dayText(day).replace(/^\d+ /, '')
  }
}

function finding(hit: EventHit, group: string, stems: readonly string[], asOf: string | null): Finding {
  const differs = differing(hit.reports)
  const sentences = groupBy(hit.reports, ({ article, sentence }) => `${article.id}:${sentence.start}`)
  return {
    group,
    ...dateOf(hit, asOf),
    citations: [...sentences.values()].slice(0, MOST_CITATIONS).map((reports) =>
      cite(
        reports[0]!.article,
        reports[0]!.sentence,
        stems,
        reports.map(({ date }) => date),
      ),
    ),
    ...(differs ? { differs } : {}),
  }
}

function dateOf(
  { interval, partial, label, status }: EventHit,
  asOf: string | null,
): Pick<Finding, 'text' | 'date' | 'partialDate' | 'when' | 'status'> {
  if (!interval) return { text: `${partialText(partial!)}: ${label}`, partialDate: partial!, status }
  const { start, end, grain, approximate } = interval
  return {
    text: `${intervalText(interval)}: ${label}`,
    date: { start, end, grain, approximate },
    ...(asOf ? { when: distanceText(interval, asOf) } : {}),
    status: statusNow(status, interval, asOf),
  }
}

function picture(
  drawn: readonly EventHit[],
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
