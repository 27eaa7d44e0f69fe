import type { CalendarDate, Span } from '../articles/model/article.js'
import { events as english } from '../language/en/dates/events.js'
import type { EventData } from '../language/events.js'
import type { DateMention, Document, EventMention, NameMention } from './annotations.js'
import { formatDay, parseDay } from './calendar.js'
import { type Clause, findClauses, isCounted } from './events/clauses.js'
import { datedSentences, type Item } from './events/items.js'
import { type Part, partOf, type Range } from './events/parts.js'
import { statusOf } from './events/status.js'
import { partialDateOf } from './partial-dates.js'

/**
 * What the expressions of time of a document date: for each one that has an interval or a part of one ("January
 * 9" in an article without a date), and each duration, the clause or noun phrase it belongs to and what becomes of it. In order of the dates.
 * @param published `YYYY-MM-DD`, or null where the article has no date
 */
export function findEvents(
  document: Document,
  dates: readonly DateMention[],
  names: readonly NameMention[],
  published: CalendarDate | null,
): EventMention[] {
  const events: EventMention[] = []
  let name = 0
  for (const { sentence: index, items } of datedSentences(document, dates)) {
    const sentence = document.sentences[index]!
    while (name < names.length && names[name]!.end <= items[0]!.start) name++
    const named: NameMention[] = []
    for (let i = name; i < names.length && names[i]!.start < items.at(-1)!.end; i++) named.push(names[i]!)
    const clauses = findClauses(items, english)
    for (const [at, { date }] of items.entries()) {
      const mention = dates[date]
      if (!mention || !isDated(mention)) continue
      if (isExplained(items, at, dates)) continue
      const counted = isCounted(items, at, english)
      const meant = counted ? countedDate(document.text, items, at, dates, english) : mention
      const found = meant && eventAt(items, clauses, at, meant, named, published, english)
      if (found) events.push({ ...found, sentence: { start: sentence.start, end: sentence.end } })
    }
  }
  return events
}

function eventAt(
  items: readonly Item[],
  clauses: readonly Clause[],
  at: number,
  date: DateMention,
  names: readonly NameMention[],
  published: CalendarDate | null,
  data: EventData,
): Omit<EventMention, 'sentence'> | null {
  const index = clauses.findIndex(({ to }) => at < to)
  if (index < 0 || isDateline(items, clauses, index) || isApposition(items, at)) return null
  if (data.firstTime.has(`${items[at - 3]?.lower} ${items[at - 2]?.lower}`)) return null
  const part = partOf(items, clauses, index, at, data)
  const spans = part.ranges.flatMap((range) => spanOf(items, range))
  const inside = names.filter(({ start, end }) =>
    spans.some((span) => start >= span.start && end <= span.end),
  )
  const placed = inside.filter((name) => isPlaced(items, name, data))
  return {
    date,
    clause: spans,
    adverbial: adverbialOf(items, at, date),
    status: statusOf(items, part, at, date.interval, published, isTold(items, clauses, index, data), data),
    reporting: isReporting(items, part, data),
    participants: [...new Set(inside.filter(({ kind }) => kind !== 'place').map(({ name }) => name))],
    places: [...new Set(placed.map(({ name }) => name))],
  }
}

const isDated = (mention: DateMention) =>
  mention.interval !== null || mention.type === 'DURATION' || partialDateOf(mention) !== null

/** "WASHINGTON, Dec 30 (Harbour Wire) –": where and when the article was written. */
function isDateline(items: readonly Item[], clauses: readonly Clause[], index: number): boolean {
  const first = items[0]!
  const shouted = first.tag === 'P' && first.lower.length > 1 && index < 3
  if (!shouted || clauses[index]!.verb >= 0) return false
  const dash = items.slice(0, DATELINE).findIndex(({ lower }) => DASHES.has(lower))
  return dash > 0 && clauses[index]!.to <= dash + 1
}

/** A dateline is no longer than so many words and marks. */
const DATELINE = 16
const DASHES = new Set(['–', '—', '--', '-'])

/** "last week, on 3 May": the second expression says when last week. */
function isExplained(items: readonly Item[], at: number, dates: readonly DateMention[]): boolean {
  const whole = dates[items[at]!.date]?.interval
  return [-1, 1].some((step) => {
    if (items[at + step]?.tag !== ',') return false
    const beside = at + step * (items[at + 2 * step]?.tag === 'I' ? 3 : 2)
    const part = items[beside]?.tag === '@' ? dates[items[beside].date]?.interval : null
    if (!whole || !part || (whole.start === part.start && whole.end === part.end)) return false
    return whole.start <= part.start && part.end <= whole.end
  })
}

/** "on Friday, two days after the river had risen": the river rose two days before that Friday. */
function countedDate(
  text: string,
  items: readonly Item[],
  at: number,
  dates: readonly DateMention[],
  data: EventData,
): DateMention | null {
  const { start, date } = items[at]!
  const next = items[at + 1]!
  const side = data.sides.get(next.lower)!
  const [, count, unit] = /^P(\d{1,3})([DW])$/.exec(dates[date]?.value ?? '') ?? []
  const from = items.slice(0, at).findLast((item) => item.tag === '@' && !item.length)
  const day = from && dates[from.date]?.interval
  if (!count || day?.grain !== 'day' || day.start !== day.end) return null
  const told = formatDay(parseDay(day.start)! + side * Number(count) * (unit === 'W' ? 7 : 1))
  return {
    start,
    end: next.end,
    text: text.slice(start, next.end),
    type: 'DATE',
    value: told,
    interval: { start: told, end: told, grain: 'day', approximate: unit === 'W' },
  }
}

/** "on Wednesday, the day before the vote": the second expression only says which Wednesday. */
function isApposition(items: readonly Item[], at: number): boolean {
  const explains = items[at - 1]?.tag === ',' && items[at - 2]?.tag === '@'
  return explains && /\b(?:before|after)$/.test(items[at]!.lower)
}

/** Whether the clause stands in a report of the past: "said that it would be opened on Monday". */
function isTold(items: readonly Item[], clauses: readonly Clause[], index: number, data: EventData): boolean {
  return clauses.some(
    ({ verb }, other) => other !== index && verb >= 0 && data.speaking.has(items[verb]!.lower),
  )
}

/** The date is that of a saying where the verb of its clause is one of speech and the words said stand beside it. */
function isReporting(items: readonly Item[], { clause, nominal, ranges }: Part, data: EventData): boolean {
  if (nominal || !ranges.some(({ from, to }) => from <= clause.verb && clause.verb < to)) return false
  let verb = clause.verb
  while (verb + 1 < clause.to && 'BER'.includes(items[verb + 1]!.tag)) verb++
  const { lower } = items[verb]!
  return data.reporting.has(lower) || (data.speaking.has(lower) && reportsWords(items, clause))
}

/** Whether a clause is followed by "that …" or stands beside a quotation. */
function reportsWords(items: readonly Item[], { from, to }: Clause): boolean {
  return items[to]?.lower === 'that' || items[to - 1]!.tag === '"' || items[from - 1]?.tag === '"'
}

function spanOf(items: readonly Item[], { from, to }: Range): Span[] {
  let first = from
  let last = to - 1
  while (first < last && isLoose(items[first]!)) first++
  while (last > first && isLoose(items[last]!)) last--
  return first <= last ? [{ start: items[first]!.start, end: items[last]!.end }] : []
}

const isLoose = ({ tag }: Item) => tag === ',' || tag === '.' || tag === ':' || tag === '-' || tag === '"'

/** The expression with the preposition before it. */
function adverbialOf(items: readonly Item[], at: number, { end }: DateMention): Span {
  const before = items[at - 1]
  const start = before?.tag === 'I' ? before.start : items[at]!.start
  return { start, end }
}

/** A place, or a name that nothing else is known of, after "in" or the like. */
function isPlaced(items: readonly Item[], { kind, start }: NameMention, data: EventData): boolean {
  if (kind !== 'place' && kind !== 'other') return false
  const at = items.findIndex((item) => item.start === start)
  return at > 0 && data.placePrepositions.has(items[at - 1]!.lower)
}
