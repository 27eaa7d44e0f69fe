import { isYearless } from '../../annotate/partial-dates.js'
import type { Archive, EventHit, EventReport, Scope } from '../../archive/contract/archive.js'
import { message } from '../../i18n/message.js'
import { groupBy } from '../../lib/group-by.js'
import { differing, outletsOf } from '../compare/disagreement.js'
import type { Answer, Finding, FindingDate } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { refusal, silent } from '../model/no-answer.js'
import { distanceFrom, durationOf, statusNow } from '../model/time.js'
import { askedEvent } from '../when/asked-event.js'
import { whenEvent } from '../when/when-event.js'
import { withBasis } from './basis.js'
import { isSameInYear, isSameWithin } from './event-equality.js'
import { type WhenQuestion, whenQuestion } from './when-question.js'

const EVENTS_READ = 120
const MOST_FINDINGS = 12
const MOST_CITATIONS = 6
/** The share of the topic's weight that must stand near a date, for the date to be the topic's. */
const LEAST_COVERAGE = 0.5
/** The share of it that must stand in the date's own sentence, so that the sentence shows why it is cited. */
const LEAST_NEAR = 0.3
/** A date whose event fits the topic this much worse than the best one's is no answer but noise. */
const LEAST_OF_BEST = 0.6
/** What is nearly as good a match as the best one may come first for its tense. */
const ABOUT_AS_GOOD = 0.7
/** Of several, the next or the last is more particular. */
const NEARLY_AS_GOOD = 0.85

/** Beside an event that has this much more of the topic near it, another is no answer to it. */
const LEAST_OF_COVERAGE = 0.75

/** What else counts beside the match: each further source, up to a few, and how precise the date is. */
const WORTH = {
  source: 0.12,
  sources: 3,
  near: 0.1,
  day: 0.08,
  week: 0.04,
  year: -0.02,
  vague: -0.3,
  saying: -0.2,
  hypothetical: -0.1,
  approximate: -0.05,
}

/** The events of a topic with one date. */
interface Dated {
  /** Best first. */
  readonly hits: readonly EventHit[]
  /** Null where no article tells the year. */
  readonly interval: FindingDate | null
  readonly score: number
  /** The best event of days within these, or around them, that is the same event; null for none. */
  readonly also: EventHit | null
  /** Whether it is told that it came to pass. */
  readonly hasCome: boolean
}

/**
 * When something was or is to be: one finding for each date, best first, with every article that gives it;
 * what is to come before what has been where the question looks ahead, and the reverse where it looks back.
 * @param verb the verb of a question in plain words ("is", "did")
 */
export async function when(
  asked: string,
  verb: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const question = whenQuestion(asked, verb)
  const { topic, durations } = question
  if (stemsOf(topic).length === 0)
    return refusal('when', asked, message('noteNoWords', { example: '`/when geneva`' }))
  const event = durations ? null : askedEvent(topic, question.opening)
  // A name alone is looked up among all events; of what is put as a question one day is wanted.
  const isAsked = event?.isClause || AUXILIARY.test(question.opening)
  const told = isAsked && !durations && (await whenEvent(asked, question, archive, scope))
  if (told) return told
  const { hits, consulted } = await archive.events(
    { topic, durations, partial: true, limit: EVENTS_READ },
    scope,
  )
  // Of a clause only what no article dates is left to tell.
  const near = nearTopic(event?.isClause ? hits.filter(isUndated) : hits)
  const stems = stemsOf(topic)
  const { asOf } = consulted
  const findings = durations
    ? lengths(near).map((group) => lengthFinding(group, stems))
    : united(inOrder(dates(near, hits), question, asOf), stems).map((dated) =>
        dateFinding(dated, stems, asOf),
      )
  if (findings.length === 0) {
    const other = event && !isAsked && (await whenEvent(asked, question, archive, scope))
    return other || silent('when', asked, archive, scope)
  }
  return {
    command: 'when',
    query: asked,
    asOf,
    articles: consulted.articles,
    findings: findings.slice(0, MOST_FINDINGS),
    closest: [],
    note: null,
  }
}

const AUXILIARY = /\b(?:did|do|does|was|were|is|are|will|can|could|has|have|had|should|would)\b/

/** All of the topic stands near a date that nothing anchors. */
const isUndated = ({ interval, coverage }: EventHit) => interval === null && coverage > 0.99

function nearTopic(hits: readonly EventHit[]): EventHit[] {
  const most = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0)
  const least = Math.max(LEAST_COVERAGE, most * LEAST_OF_COVERAGE)
  return hits.filter(({ coverage, near }) => coverage >= least && near >= LEAST_NEAR)
}

/** @param all among them those that tell that something came to pass, in words that do not name the topic again */
function dates(hits: readonly EventHit[], all: readonly EventHit[]): Dated[] {
  const groups = groupBy(hits, ({ interval, partial }) =>
    interval ? `${interval.start}/${interval.end}` : JSON.stringify(partial),
  )
  const dated = [...groups.values()].map((group): Dated => {
    const [first] = [...group].sort((a, b) => scoreOf(b) - scoreOf(a))
    const best = group.filter(({ match }) => match >= first!.match * LEAST_OF_BEST)
    return {
      hits: [first!, ...best.filter((hit) => hit !== first)],
      interval: first!.interval,
      score: scoreOf(first!),
      also: null,
      hasCome: all.some((hit) => isSame(hit, first!) && hasCome(hit, first!)),
    }
  })
  const least = Math.max(...dated.map(({ hits }) => hits[0]!.match)) * LEAST_OF_BEST
  return dated.filter(({ hits }) => hits[0]!.match >= least).sort((a, b) => b.score - a.score)
}

function scoreOf({ match, near, reports, interval, partial, reporting, status }: EventHit): number {
  const least = reports.reduce((most, { match }) => Math.max(most, match), 0) * LEAST_OF_BEST
  const outlets = outletsOf(reports.filter(({ match }) => match >= least)).length
  const grain = interval?.grain ?? (isYearless(partial) ? partial.grain : null)
  const precision =
    grain === null
      ? WORTH.vague
      : grain === 'day' || grain === 'instant'
        ? WORTH.day
        : grain === 'week'
          ? WORTH.week
          : grain === 'month'
            ? 0
            : WORTH.year
  const doubt =
    (reporting ? WORTH.saying : 0) +
    (status === 'hypothetical' ? WORTH.hypothetical : 0) +
    (interval?.approximate ? WORTH.approximate : 0)
  return match + WORTH.near * near + WORTH.source * Math.min(outlets - 1, WORTH.sources) + precision + doubt
}

/**
 * By score, but of those about as good as the best the ones of the question's tense first; where it asks for the
 * next or the last, the nearest of these first.
 */
function inOrder(
  dated: readonly Dated[],
  { tense, nearest }: WhenQuestion,
  asOf: string | null,
): readonly Dated[] {
  const best = dated[0]
  if (!tense || !asOf || !best) return dated
  const ahead = ({ start, end, grain }: FindingDate) => (grain === 'day' ? end >= asOf : start > asOf)
  const inTense = ({ interval }: Dated) =>
    interval !== null && (tense === 'future' ? ahead(interval) : interval.start <= asOf)
  const matchOf = ({ hits }: Dated) => hits[0]!.match
  const fits = (one: Dated) =>
    inTense(one) &&
    (nearest ? matchOf(one) >= matchOf(best) * NEARLY_AS_GOOD : one.score >= best.score * ABOUT_AS_GOOD)
  const first = dated.filter(fits)
  const days = ({ interval }: Dated) => Date.parse(interval!.start) * (tense === 'future' ? 1 : -1)
  if (nearest) first.sort((a, b) => days(a) - days(b))
  return [...first, ...dated.filter((one) => !fits(one))]
}

/** Days within those of one that is put before them are what other sources say of it, where they tell of the same. */
function united(ordered: readonly Dated[], topic: readonly string[]): Dated[] {
  const kept: Dated[] = []
  for (const dated of withYearFirst(inTheirYears(ordered, topic))) {
    const at = kept.findIndex(({ hits }) => hits.some((hit) => isSameWithin(hit, dated.hits[0]!, topic)))
    if (at < 0) kept.push(dated)
    else kept[at] = { ...kept[at]!, also: kept[at]!.also ?? dated.hits[0]! }
  }
  return kept
}

/** Days without a year are those that have one, where both tell of the same. */
function inTheirYears(ordered: readonly Dated[], topic: readonly string[]): readonly Dated[] {
  const homes = new Map(ordered.map((one) => [one, inOneYear(one, ordered, topic) ?? one]))
  const done = new Set<Dated>()
  return ordered.flatMap((one) => {
    const home = homes.get(one)!
    if (done.has(home)) return []
    done.add(home)
    const other = ordered.find((other) => other !== home && homes.get(other) === home)
    return [other ? { ...home, also: home.also ?? other.hits[0]! } : home]
  })
}

/** The event that one whose year no article tells is of; null where none is, and where those of several years are. */
function inOneYear({ interval, hits }: Dated, all: readonly Dated[], topic: readonly string[]): Dated | null {
  if (interval) return null
  const same = all.filter((one) => one.hits.some((hit) => isSameInYear(hit, hits[0]!, topic)))
  const years = new Set(same.map((one) => one.interval!.start.slice(0, 4)))
  return years.size === 1 ? same[0]! : null
}

/** What is seen from no date at all says less than any date, and stands for itself only where there is none. */
function withYearFirst(ordered: readonly Dated[]): readonly Dated[] {
  const whole = ordered.filter(({ interval, hits }) => interval || isYearless(hits[0]!.partial))
  return whole.length > 0 ? whole : ordered
}

/** The first of each, then the second of each, and so on. */
function inTurn<T>(a: readonly T[], b: readonly T[]): T[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]])
    .flat()
    .filter((one) => one !== undefined)
}

function dateFinding(
  { hits, interval, also, hasCome }: Dated,
  stems: readonly string[],
  asOf: string | null,
): Finding {
  const [best, ...others] = hits
  const reports = also ? inTurn(best!.reports, also.reports) : best!.reports
  const differs = differing(reports)
  return {
    ...dateOf(interval, best!, asOf),
    status:
      hasCome && best!.status === 'planned'
        ? 'past'
        : interval
          ? statusNow(best!.status, interval, asOf)
          : best!.status,
    citations: withBasis(
      citations([...reports, ...others.flatMap(({ reports }) => reports)], stems),
      interval ? reports : [],
    ),
    ...(differs ? { differs } : {}),
  }
}

/** The headline and its date, or what is known of it where no article tells the year. */
function dateOf(
  interval: FindingDate | null,
  { partial }: EventHit,
  asOf: string | null,
): Pick<Finding, 'text' | 'dated' | 'date' | 'partialDate' | 'distance'> {
  if (!interval) return { text: '', dated: true, partialDate: partial! }
  const { start, end, grain, approximate } = interval
  return {
    text: '',
    dated: true,
    date: { start, end, grain, approximate },
    ...(asOf ? { distance: distanceFrom(asOf, interval) } : {}),
  }
}

const isSame = ({ interval: a }: EventHit, { interval: b }: EventHit) =>
  a !== null && b !== null && a.start === b.start && a.end === b.end

/** Whether an article of that day or later tells that it was so, where another had it as planned. */
const hasCome = ({ status, reporting, reports, interval, coverage }: EventHit, planned: EventHit) =>
  status === 'past' &&
  !reporting &&
  coverage >= planned.coverage * LEAST_OF_COVERAGE &&
  reports.some(({ article }) => article.published !== null && article.published >= interval!.start)

/** Durations of one length, best match first. "Days" alone tell no length. */
function lengths(hits: readonly EventHit[]): EventReport[][] {
  const reports = hits
    .flatMap(({ reports }) => reports)
    .filter(({ date }) => durationOf(date.value) !== null)
    .sort((a, b) => b.match - a.match)
  const least = (reports[0]?.match ?? 0) * LEAST_OF_BEST
  const near = reports.filter(({ match }) => match >= least)
  return [...groupBy(near, ({ date }) => date.value).values()]
}

function lengthFinding(reports: readonly EventReport[], stems: readonly string[]): Finding {
  return { text: '', duration: durationOf(reports[0]!.date.value)!, citations: citations(reports, stems) }
}

/** One for each sentence, in the order given. */
function citations(reports: readonly EventReport[], stems: readonly string[]) {
  const sentences = groupBy(reports, ({ article, sentence }) => `${article.id}:${sentence.start}`)
  return [...sentences.values()].slice(0, MOST_CITATIONS).map((same) =>
    cite(
      same[0]!.article,
      same[0]!.sentence,
      stems,
      same.map(({ date }) => date),
    ),
  )
}
