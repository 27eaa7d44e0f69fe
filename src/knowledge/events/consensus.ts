import type { EventStatus, Interval } from '../../annotate/annotations.js'
import { parseDay } from '../../annotate/calendar.js'
import { type PartialDate, partialDateOf } from '../../annotate/partial-dates.js'
import type { Analyzer } from '../../text/terms.js'
import type { EventMentionFacts, EventMentionRecord } from './entries.js'
import { isFragment, labelOf } from './labels.js'

/** A clause of fewer content words ("they met") says little by itself. */
const TOLD = 6

/** How many sources tell of an event, and how precisely. */
export function prominenceOf(entries: readonly EventMentionRecord[]): number {
  const any = (is: (facts: EventMentionFacts) => boolean) => Number(entries.some(({ facts }) => is(facts)))
  const saying = entries.every(({ facts }) => facts.reporting)
  const told = Math.min(1, entries.reduce((most, { facts }) => Math.max(most, facts.told), 0) / TOLD)
  return (
    outletsOf(entries).size +
    any(({ precise }) => precise) +
    (any(({ placed }) => placed) + any(({ named }) => named)) / 2 +
    told -
    (saying ? 1.5 : 0)
  )
}

const outletsOf = (entries: readonly EventMentionRecord[]) =>
  new Set(entries.map(({ owner: { article } }) => article.outlet ?? article.id))

/**
 * The interval that most outlets give; of equals the shortest, then the earliest. Null for durations, and where
 * nobody gives the year.
 */
export function intervalOf(entries: readonly EventMentionRecord[]): Interval | null {
  const votes = new Map<string, { interval: Interval; entries: EventMentionRecord[] }>()
  for (const entry of entries) {
    const { interval } = entry.event.date
    if (!interval) continue
    const key = `${interval.start}/${interval.end}`
    const vote = votes.get(key)
    if (vote) vote.entries.push(entry)
    else votes.set(key, { interval, entries: [entry] })
  }
  const days = ({ start, end }: Interval) => (parseDay(end) ?? 0) - (parseDay(start) ?? 0)
  const [first] = [...votes.values()].sort(
    (a, b) =>
      outletsOf(b.entries).size - outletsOf(a.entries).size ||
      days(a.interval) - days(b.interval) ||
      (a.interval.start < b.interval.start ? -1 : 1),
  )
  return first?.interval ?? null
}

/** What is known of the date where nobody gives the year: what most outlets give of it. */
export function partialDateIn(entries: readonly EventMentionRecord[]): PartialDate | null {
  const votes = new Map<string, { date: PartialDate; entries: EventMentionRecord[] }>()
  for (const entry of entries) {
    const date = partialDateOf(entry.event.date)
    if (!date) continue
    const vote = votes.get(JSON.stringify(date))
    if (vote) vote.entries.push(entry)
    else votes.set(JSON.stringify(date), { date, entries: [entry] })
  }
  const sorted = [...votes.values()].sort((a, b) => outletsOf(b.entries).size - outletsOf(a.entries).size)
  return sorted[0]?.date ?? null
}

/** What the newest article that knows has the event as; plans and possibilities count where none knows. */
export function statusOf(entries: readonly EventMentionRecord[]): EventStatus {
  const newest = [...entries].sort((a, b) =>
    compareText(b.owner.article.published, a.owner.article.published),
  )
  const statuses = newest.map(({ event }) => event.status)
  const known = statuses.find((status) => status !== 'planned' && status !== 'hypothetical')
  return known ?? (statuses.includes('planned') ? 'planned' : 'hypothetical')
}

const compareText = (a: string | null, b: string | null) =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0

/** A label that names a place says more, and one that has the event as it is now; a mere saying tells less. */
const PLACED = 1.3
const KNOWN = 2
const SAYING = 0.7
const FRAGMENT = 0.5
/** A label of more characters is hardly read. */
const READABLE = 70

/** The mention whose clause shares most with the others. */
export function sharedLabel(
  entries: readonly EventMentionRecord[],
  status: EventStatus,
  analyzer: Analyzer,
  weight: (term: string) => number,
): string {
  const labels = entries.map(({ owner, event }) => labelOf(owner.article.text, event))
  const terms = labels.map((label) => analyzer.distinct(label))
  const held = new Map<string, number>()
  for (const term of terms.flat()) held.set(term, (held.get(term) ?? 0) + 1)
  const worth = entries.map(({ event }, at) => {
    const shared = terms[at]!.reduce((sum, term) => sum + held.get(term)! * weight(term), 0)
    const known =
      (event.places.length > 0 ? PLACED : 1) *
      (event.status === status ? KNOWN : 1) *
      (event.reporting ? SAYING : 1) *
      (isFragment(labels[at]!) ? FRAGMENT : 1)
    const long = Math.max(0, labels[at]!.length - READABLE) / READABLE
    return (shared * known) / Math.sqrt(terms[at]!.length + 3) / (1 + long)
  })
  return labels[worth.indexOf(Math.max(...worth))]!
}
