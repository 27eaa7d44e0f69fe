import { groupBy } from '../../lib/group-by.js'
import type { FindingDate } from '../model/answer.js'
import { type Weights, weighted } from '../passage-qa/model.js'
import type { Part } from '../passage-qa/question/question.js'
import type { DateCandidate } from './date-candidates.js'

/** A day with all that is told of it. */
export interface RankedDay<C> {
  readonly date: FindingDate
  /** Log-odds beside the other days. */
  readonly score: number
  /** Best first. */
  readonly told: readonly C[]
}

type Known = Pick<DateCandidate, 'features' | 'date'> & {
  readonly article: { readonly id: string; readonly report?: string }
}

/** The days that candidates give, the likeliest first; a month or a year gives way to the day that it contains. */
export function rankDays<C extends Known>(candidates: readonly C[], rank: Weights): RankedDay<C>[] {
  const scored = candidates.map((one) => ({ one, score: weighted(one.features, rank) }))
  const groups = groupBy(scored, ({ one }) => `${one.date.start}/${one.date.end}`)
  const days = [...groups.values()].map((group): RankedDay<C> => {
    const told = [...group].sort((a, b) => b.score - a.score)
    return { date: told[0]!.one.date, score: together(told), told: told.map(({ one }) => one) }
  })
  return refined(days.sort((a, b) => b.score - a.score))
}

const MOST_TOLD = 3

/** The log-odds of a day by the best that each of a few independent articles tells of it: their odds add up. */
function together(told: readonly { readonly one: Known; readonly score: number }[]): number {
  const reports = new Map<string, number>()
  for (const { one, score } of told) {
    const of = one.article.report ?? one.article.id
    if (!reports.has(of) && reports.size < MOST_TOLD) reports.set(of, score)
  }
  const best = told[0]!.score
  let sum = 0
  for (const score of reports.values()) sum += Math.exp(score - best)
  return best + Math.log(sum)
}

/** How much less likely a day may be than the week, month or year around it, that gives way to it: log-odds. */
const GIVES_WAY: Readonly<Record<string, number>> = {
  week: 1,
  month: 1,
  quarter: 0.7,
  season: 0.7,
  year: 0.5,
}

/** A coarse date in first place gives way to the likeliest day in it. */
function refined<C extends Known>(days: RankedDay<C>[]): RankedDay<C>[] {
  const [first] = days
  const least = first && GIVES_WAY[first.date.grain]
  if (!first || least === undefined) return days
  const part = days.find(({ date, score }) => isPart(date, first.date) && score >= first.score - least)
  if (!part) return days
  const whole = { ...part, score: first.score, told: [...part.told, ...first.told] }
  return [whole, ...days.filter((day) => day !== first && day !== part)]
}

/** Whether days lie within others, and are fewer. */
export const isPart = (a: FindingDate, b: FindingDate): boolean =>
  b.start <= a.start && a.end <= b.end && (a.start !== b.start || a.end !== b.end)

/** What is told with at least so much of what is asked tells of it. */
const TELLS = 0.4
/** How many days are compared with the first. */
const COMPARED = 8

/** What tells whether the first day is that of the event, or only comes nearest. */
export function answerFeatures(
  days: readonly RankedDay<Known>[],
  parts: readonly Pick<Part, 'share' | 'name' | 'unknown'>[],
): Record<string, number> {
  const [first, second] = days
  if (!first) return {}
  const { features } = first.told[0]!
  const some = days.slice(0, COMPARED)
  const tellers = new Map<string, number>()
  for (const { features, article } of first.told) {
    const of = article.report ?? article.id
    tellers.set(of, Math.max(tellers.get(of) ?? 0, features.telling ?? 0))
  }
  const told = [...tellers.values()].sort((a, b) => b - a)
  let unknown = 0
  let unknownName = 0
  for (const { share, unknown: isUnknown, name } of parts) {
    if (isUnknown) unknown += share
    if (isUnknown && name) unknownName += share
  }
  return {
    ...features,
    score: first.score / 5,
    margin: Math.min(2, first.score - (second?.score ?? first.score - 2)) / 2,
    sureness: 1 / some.reduce((sum, { score }) => sum + Math.exp(score - first.score), 0),
    unknown,
    unknownName,
    tellingMost: told[0] ?? 0,
    tellingNext: told[1] ?? 0,
    tellers: Math.log2(1 + told.filter((one) => one >= TELLS).length) / 3,
    one: Number(parts.length <= 1),
    parts: Math.log(1 + parts.length) / 2,
  }
}

/**
 * What less of log-odds is enough: where a lead says in so many words what is asked, of whom it is asked, and where every
 * word of the question, its predicate among them, stands in the sentence. What speaks for a day besides (how many tell
 * it, how close it stands) is little in a small archive.
 */
const OUTRIGHT = { lead: 1, words: 0.6 }

export function allowance({ told: [best] }: RankedDay<Known>): number {
  const { asked, fits, held, predicate } = best!.features
  if (predicate! < 0.9) return 0
  const isNews = best!.features['link.lead'] === 1 || best!.features['link.headline'] === 1
  if (isNews && asked === 1 && fits! > 0.95) return OUTRIGHT.lead
  return held === 1 ? OUTRIGHT.words : 0
}
