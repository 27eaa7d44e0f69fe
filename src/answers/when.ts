import type { Archive, EventHit, EventReport, Scope } from '../archive/archive.js'
import type { Answer, Finding, FindingDate } from './answer.js'
import { distanceText, durationText, intervalText } from './calendar-text.js'
import { cite, stemsOf } from './citation.js'
import { differing } from './differing.js'
import { groupBy } from './group.js'
import { silent } from './silence.js'
import { type WhenQuestion, whenQuestion } from './when-question.js'

const EVENTS_READ = 120
const MOST_FINDINGS = 12
const MOST_CITATIONS = 6
/** The share of the topic's weight that must stand near a date, for the date to be the topic's. */
const LEAST_COVERAGE = 0.5
/** A date whose event fits the topic this much worse than the best one's is no answer but noise. */
const LEAST_OF_BEST = 0.6
/** What is nearly as good a match as the best one may come first for its tense. */
const ABOUT_AS_GOOD = 0.7

/** What else counts beside the match: each further source, up to a few, and how precise the date is. */
const WORTH = {
  source: 0.12,
  sources: 3,
  day: 0.12,
  week: 0.06,
  year: -0.05,
  saying: -0.2,
  hypothetical: -0.1,
  approximate: -0.15,
}

/** The events of a topic with one date. */
interface Dated {
  /** Best first. */
  readonly hits: readonly EventHit[]
  readonly interval: FindingDate
  readonly score: number
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
  const { hits, consulted } = await archive.events({ topic, durations, limit: EVENTS_READ }, scope)
  const near = hits.filter(({ coverage }) => coverage >= LEAST_COVERAGE)
  if (near.length === 0) return silent('when', asked, archive, scope)
  const stems = stemsOf(topic)
  const { asOf } = consulted
  const findings = durations
    ? lengths(near).map((group) => lengthFinding(group, stems))
    : inOrder(dates(near), question, asOf).map((dated, i, all) =>
        dateFinding(dated, stems, asOf, overlapped(dated, all.slice(0, i), stems)),
      )
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

function dates(hits: readonly EventHit[]): Dated[] {
  const groups = groupBy(hits, ({ interval }) => `${interval?.start}/${interval?.end}`)
  const dated = [...groups.values()].map((group): Dated => {
    const [first] = [...group].sort((a, b) => scoreOf(b) - scoreOf(a))
    const best = group.filter(({ match }) => match >= first!.match * LEAST_OF_BEST)
    return {
      hits: [first!, ...best.filter((hit) => hit !== first)],
      interval: first!.interval!,
      score: scoreOf(first!),
    }
  })
  const least = Math.max(...dated.map(({ hits }) => hits[0]!.match)) * LEAST_OF_BEST
  return dated.filter(({ hits }) => hits[0]!.match >= least).sort((a, b) => b.score - a.score)
}

function scoreOf({ match, reports, interval, reporting, status }: EventHit): number {
  const outlets = new Set(reports.map(({ article }) => article.outlet ?? article.id)).size
  const grain = interval?.grain
  const precision =
    grain === 'day' || grain === 'instant'
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
  return match + WORTH.source * Math.min(outlets - 1, WORTH.sources) + precision + doubt
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
  const fits = ({ interval, score }: Dated) =>
    score >= best.score * ABOUT_AS_GOOD && (tense === 'future' ? ahead(interval) : interval.start <= asOf)
  const first = dated.filter(fits)
  const days = ({ interval }: Dated) => Date.parse(interval.start) * (tense === 'future' ? 1 : -1)
  if (nearest) first.sort((a, b) => days(a) - days(b))
  return [...first, ...dated.filter((one) => !fits(one))]
}

/** Words besides the topic's that sentences share which tell of one event. */
const SHARED = 3

/** One that is put before this, gives days that overlap with these, and tells of the same in much the same words. */
function overlapped(
  { hits, interval }: Dated,
  before: readonly Dated[],
  topic: readonly string[],
): Dated | null {
  const told = new Set(stemsOf(hits[0]!.reports[0]!.sentence.text).filter((stem) => !topic.includes(stem)))
  const overlaps = (other: Dated) =>
    interval.grain === 'day' &&
    other.interval.grain === 'day' &&
    interval.start <= other.interval.end &&
    other.interval.start <= interval.end &&
    other.hits.some(({ reports }) =>
      reports.some(
        ({ sentence }) => stemsOf(sentence.text).filter((stem) => told.has(stem)).length >= SHARED,
      ),
    )
  return before.find(overlaps) ?? null
}

function dateFinding(
  { hits, interval }: Dated,
  stems: readonly string[],
  asOf: string | null,
  also: Dated | null,
): Finding {
  const { start, end, grain, approximate } = interval
  const differs = differing([hits, also?.hits ?? []].flatMap(([first]) => first?.reports ?? []))
  return {
    text: intervalText(interval),
    date: { start, end, grain, approximate },
    ...(asOf ? { when: distanceText(interval, asOf) } : {}),
    status: hits[0]!.status,
    citations: citations(
      hits.flatMap(({ reports }) => reports),
      stems,
    ),
    ...(differs ? { differs } : {}),
  }
}

/** Durations of one length, best match first. */
function lengths(hits: readonly EventHit[]): EventReport[][] {
  const reports = hits.flatMap(({ reports }) => reports).sort((a, b) => b.match - a.match)
  const least = (reports[0]?.match ?? 0) * LEAST_OF_BEST
  const near = reports.filter(({ match }) => match >= least)
  return [...groupBy(near, ({ date }) => durationText(date.value) ?? date.text.toLowerCase()).values()]
}

function lengthFinding(reports: readonly EventReport[], stems: readonly string[]): Finding {
  const { date } = reports[0]!
  return { text: durationText(date.value) ?? date.text, citations: citations(reports, stems) }
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
