import type { Archive, Scope } from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import type { Tense, WhenQuestion } from '../commands/when-question.js'
import { differing, outletOf } from '../compare/disagreement.js'
import type { Answer, Difference, Finding } from '../model/answer.js'
import { cite } from '../model/citation.js'
import { distanceFrom, statusNow } from '../model/time.js'
import { weighted } from '../passage-qa/model.js'
import type { DateCandidate } from './date-candidates.js'
import { datedEvent } from './dated-event.js'
import { allowance, answerFeatures, isPart, type RankedDay, rankDays } from './day-ranking.js'
import { whenModel } from './model.js'

type Day = RankedDay<DateCandidate>

/** How much less likely than the first a further day may be: log-odds. */
const FURTHER = 1
const MOST_FINDINGS = 4
const MOST_CITATIONS = 6

/** The days that sentences give for the event that is asked about; null where none tells of it. */
export async function whenEvent(
  query: string,
  question: WhenQuestion,
  archive: Archive,
  scope: Scope,
): Promise<Answer | null> {
  const { asked, candidates, result } = await datedEvent(question, archive, scope)
  const { rank, answer, least } = whenModel()
  const { asOf, articles } = result.consulted
  const days = rankDays(candidates, rank)
  const [first] = days
  if (!first) return null
  const odds = weighted(answerFeatures(days, asked.question.parts), answer)
  if (odds < least - allowance(first)) return null
  const stems = asked.question.parts.flatMap(({ term }) => term.split(' '))
  const likely = boundFirst(
    newestFirst(days.filter(({ score }) => score >= first.score - FURTHER)),
    days,
    question.bound,
  )
  const apart = likely.filter((day) => !likely.some((other) => other !== day && isPart(other.date, day.date)))
  const shown = factFirst(inTense(apart, days, asked.tense, asOf), asked.tense)
  const findings = shown.slice(0, MOST_FINDINGS).map((day) => finding(day, stems, asOf))
  const differs = differences(shown)
  return {
    command: 'when',
    query,
    asOf,
    articles,
    findings: differs ? [{ ...findings[0]!, differs }, ...findings.slice(1)] : findings,
    closest: [],
    note: null,
  }
}

/** How much less likely a day may be that stands behind "since" or "until", where the question asks for such a one. */
const OTHER_BOUND = 2

/** "Until when": first the likeliest day that a sentence has behind "until". */
function boundFirst(
  likely: readonly Day[],
  all: readonly Day[],
  bound: WhenQuestion['bound'],
): readonly Day[] {
  if (!bound) return likely
  const isBound = ({ told }: Day) => told[0]!.isBound
  const best = all.find((day) => isBound(day) && day.score >= all[0]!.score - OTHER_BOUND)
  if (best) return [best, ...likely.filter((day) => day !== best)]
  return likely
}

/** What tells outright of what is asked. */
const OUTRIGHT = 0.85

/** What came about several times, each told outright ("they spoke"), is asked of the newest. */
function newestFirst(likely: readonly Day[]): readonly Day[] {
  const isOutright = ({ date, told: [best] }: Day) =>
    date.grain === 'day' &&
    best!.status === 'fact' &&
    best!.features.asked === 1 &&
    best!.features.telling! >= OUTRIGHT
  const outright = likely.filter(isOutright)
  if (likely.length === 0 || !isOutright(likely[0]!) || outright.length < 2) return likely
  const newest = [...outright].sort((a, b) => (a.date.start < b.date.start ? 1 : -1))
  return [...newest, ...likely.filter((day) => !isOutright(day))]
}

/**
 * How much less likely a day may be that has been, where the question looks back and the likeliest is to come. Over the
 * questions of fifteen archives .5 to 2 are equally good, 3.5 costs one of 148 and 5 four; but "when was the summit?" is
 * never answered by the one to come where an article tells of the last.
 */
const OTHER_TENSE = 3.5

/**
 * Of the likeliest days those first that have been, or are to come, as the question asks; one that is less likely
 * where none of them is.
 */
function inTense(
  likely: readonly Day[],
  all: readonly Day[],
  tense: Tense | null,
  asOf: string | null,
): readonly Day[] {
  if (!tense || !asOf) return likely
  const fits = ({ date }: Day) => (tense === 'future' ? date.end >= asOf : date.start <= asOf)
  const fitting = likely.filter(fits)
  const least = likely[0]!.score - OTHER_TENSE
  const next = fitting.length > 0 ? undefined : all.find((day) => fits(day) && day.score >= least)
  return [...(next ? [next] : fitting), ...likely.filter((day) => !fits(day))]
}

const isToldOf = ({ status, features, date, article: { published } }: DateCandidate) =>
  status === 'fact' && features.telling! >= SURE && (published === null || date.start <= published)

/** "When was it lifted": a day on which it was comes before one that it was only planned for. */
function factFirst(shown: readonly Day[], tense: Tense | null): readonly Day[] {
  const isTold = ({ told }: Day) => told.some(isToldOf)
  const [first] = shown
  if (tense !== 'past' || !first || first.told[0]!.status === 'fact' || isTold(first)) return shown
  const fact = shown.find(isTold)
  return fact ? [fact, ...shown.filter((day) => day !== fact)] : shown
}

function finding({ date, told }: Day, stems: readonly string[], asOf: string | null): Finding {
  const { start, end, grain } = date
  const approximate = told.every((one) => one.date.approximate)
  // One article may have planned what another tells of.
  const best = told.find(isToldOf) ?? told[0]
  return {
    text: '',
    dated: true,
    date: { start, end, grain, approximate },
    ...(asOf ? { distance: distanceFrom(asOf, date) } : {}),
    status: statusNow(statusOf(best!), date, asOf),
    citations: citations(told, stems),
  }
}

function statusOf({ status, date, article }: DateCandidate) {
  if (status === 'possible') return 'hypothetical'
  if (status === 'denied') return 'cancelled'
  const ahead = article.published !== null && date.start > article.published
  return status === 'planned' || ahead ? 'planned' : 'past'
}

/** Two days this near may be one that sources give differently. */
const NEAR = 3
const DAY = 86_400_000
/** How surely a date must be that of the event for it to contradict another. */
const SURE = 0.45

/** Who gives which day, where sources give other days near the first for the same; null where they agree. */
function differences(days: readonly Day[]): readonly Difference[] | null {
  const [first] = days
  if (first?.date.grain !== 'day') return null
  const near = days.filter(
    ({ date }) =>
      date.grain === 'day' && Math.abs(Date.parse(date.start) - Date.parse(first.date.start)) <= NEAR * DAY,
  )
  const told = near.flatMap(({ told }) =>
    told.flatMap((one) =>
      one.mention && one.status === 'fact' && one.features.telling! >= SURE
        ? [{ article: one.article, date: one.mention }]
        : [],
    ),
  )
  return differing(told)
}

/** One for each sentence, one of each outlet before a second; only what is nearly as good as the best. */
function citations(told: readonly DateCandidate[], stems: readonly string[]) {
  const sentences = [...groupBy(told, ({ article, sentence }) => `${article.id}:${sentence.start}`).values()]
  const firsts = [...groupBy(sentences, ([one]) => one!.article.report ?? outletOf(one!.article)).values()]
  const ordered = [...firsts.map(([first]) => first!), ...firsts.flatMap((group) => group.slice(1))]
  return ordered.slice(0, MOST_CITATIONS).map((same) =>
    cite(
      same[0]!.article,
      same[0]!.sentence,
      stems,
      same.flatMap(({ mention }) => mention ?? []),
    ),
  )
}
