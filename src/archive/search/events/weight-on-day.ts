import type { EventMentionRecord } from '../../../knowledge/index.js'
import { isFragment, labelOf } from '../../../knowledge/index.js'
import { events as english, whenQuestions } from '../../../language/en/dates/events.js'
import { synonymClasses } from '../../../language/en/synonyms/index.js'
import { Analyzer } from '../../../text/terms.js'
import type { FoundEvent } from './found-event.js'

/** What counts when one of a day's events is chosen to stand for the day. */
const WORTH = {
  /** Each doubling of the reports that tell of it. */
  reports: 0.5,
  /** All of the topic stands in its clause. */
  match: 1,
  /** Something that changes the course of things: a death, a resignation, a verdict. */
  weighty: 0.5,
  /** All that is dated is that somebody said something, or it may never come to pass. */
  saying: -0.6,
  hypothetical: -0.3,
  /** Its clause can't be understood by itself. */
  fragment: -0.6,
  /** It stands among what a page prints beside an article. */
  furniture: -1.5,
} as const

interface OnDay {
  readonly event: FoundEvent
  /** How much of the topic stands near it, 0 to 1. */
  readonly match: number
}

/** The event that stands best for its day; null of none. What is told of an event is read only where it may be the best. */
export function bestOnDay<T extends OnDay>(events: readonly T[]): T | null {
  const ordered = events.map((one) => ({ one, known: knownWeight(one) })).sort((a, b) => b.known - a.known)
  let best: { readonly one: T; readonly weight: number } | null = null
  for (const { one, known } of ordered) {
    if (best && known + WORTH.weighty <= best.weight) break
    const weight = known + weightOfText(one.event)
    if (!best || weight > best.weight) best = { one, weight }
  }
  return best?.one ?? null
}

function knownWeight({ event: { entries }, match }: OnDay): number {
  const reports = new Set(entries.map(({ owner: { article } }) => article.outlet ?? article.id)).size
  return WORTH.reports * Math.log2(reports + Math.log2(entries.length + 1)) + WORTH.match * match
}

/** What an event is worth by what its mentions say: at most `WORTH.weighty`. */
function weightOfText({ entries }: FoundEvent): number {
  const weighty = entries.filter(({ terms, at }) =>
    terms.events[at]!.clause.some((place) => WEIGHTY.has(terms.distinct[place]!)),
  ).length
  const every = (is: (entry: (typeof entries)[number]) => boolean) => Number(entries.every(is))
  return (
    WORTH.weighty * (weighty / entries.length) +
    WORTH.saying * every(({ facts }) => facts.reporting) +
    WORTH.hypothetical * every(({ event }) => event.status === 'hypothetical') +
    WORTH.furniture * every(isFurniture) +
    WORTH.fragment * every(({ owner, event }) => isFragment(labelOf(owner.article.text, event)))
  )
}

const isFurniture = ({ owner, event: { sentence } }: EventMentionRecord) =>
  whenQuestions.furniture.test(owner.article.text.slice(sentence.start, sentence.end))

const WEIGHTY = new Set(weightyTerms(new Analyzer()))

/** The single words of the classes of events that change the course of things. */
function weightyTerms(analyzer: Analyzer): string[] {
  return synonymClasses
    .filter(({ name, domain }) => domain === 'event' && english.weighty.has(name))
    .flatMap(({ same }) => same.map((member) => analyzer.distinct(member)))
    .flatMap((terms) => (terms.length === 1 ? terms : []))
}
