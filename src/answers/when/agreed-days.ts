import { groupBy } from '../../lib/group-by.js'
import type { FindingDate } from '../model/answer.js'
import type { EventDay } from './event-days.js'

/** Days that sources agree on. */
export interface AgreedDay {
  readonly date: FindingDate
  readonly score: number
  /** Best first. */
  readonly told: readonly EventDay[]
}

/** What each further source adds, up to a few. */
const SOURCE = 0.06
const MOST_SOURCES = 5
/** How well a date answers that names no day. */
const PRECISION: Readonly<Record<string, number>> = {
  day: 1,
  instant: 1,
  week: 0.95,
  month: 0.92,
  year: 0.88,
}
/** What an article's own day counts beside a day that is named, and beside the day of an earlier article. */
const BESIDE_NAMED = 0.6
const BESIDE_EARLIER = 0.8
/** A telling that is worth this much less than the best of its day adds nothing. */
const LEAST_OF_BEST = 0.6

/** The days that the event is said to have been on, those that most say best first. */
export function agreed(days: readonly EventDay[], least: number): AgreedDay[] {
  const named = days.some(({ mention, score }) => mention !== null && score >= least)
  const first = days
    .filter(({ mention, score }) => mention === null && score >= least)
    .reduce((earliest, { date }) => (date.start < earliest ? date.start : earliest), '9')
  const weighed = days.map((day) => {
    if (day.mention !== null) return day
    const factor = (named ? BESIDE_NAMED : 1) * (day.date.start > first ? BESIDE_EARLIER : 1)
    return { ...day, score: day.score * factor }
  })
  const groups = groupBy(weighed, ({ date }) => `${date.start}/${date.end}`)
  const found = [...groups.values()].map(agreedDay)
  return found.map((one) => raised(one, found)).sort((a, b) => b.score - a.score)
}

function agreedDay(days: readonly EventDay[]): AgreedDay {
  const told = [...days].sort((a, b) => b.score - a.score)
  const [best] = told
  const good = told.filter(({ score }) => score >= best!.score * LEAST_OF_BEST)
  const sources = new Set(good.map(({ article }) => article.report ?? article.id)).size
  const explicit = good.find(({ mention }) => mention !== null)
  return {
    date: (explicit ?? best!).date,
    score: best!.score * (PRECISION[best!.date.grain] ?? 0.7) + SOURCE * Math.min(MOST_SOURCES, sources - 1),
    told,
  }
}

/** A day is worth as much as the month or the year that it lies in, where it is worth half of that by itself. */
function raised(one: AgreedDay, all: readonly AgreedDay[]): AgreedDay {
  const around = all.filter(
    ({ date, score }) => isPart(one.date, date) && score > one.score && one.score >= score / 2,
  )
  const score = around.reduce((most, other) => Math.max(most, other.score), one.score)
  return score > one.score ? { ...one, score: score + SOURCE } : one
}

/** Whether days lie within others, and are fewer. */
export const isPart = (a: FindingDate, b: FindingDate): boolean =>
  b.start <= a.start && a.end <= b.end && (a.start !== b.start || a.end !== b.end)
