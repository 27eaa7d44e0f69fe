import type { ArticleRef, EventReport } from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import type { Difference } from '../model/answer.js'

/**
 * Who says what, where sources give different days for one event; null where they agree. That one is merely
 * more precise ("in January", "on 9 January") is no difference.
 */
export function differing(reports: readonly Pick<EventReport, 'article' | 'date'>[]): Difference[] | null {
  const days = reports.filter(({ date }) => date.interval?.grain === 'day')
  const dates = [...groupBy(days, ({ date }) => `${date.interval!.start}/${date.interval!.end}`).values()]
  // An outlet that gives both (the talks of two days, and the second of them) does not disagree with itself.
  const given = groupBy(dates.flatMap(outletsOf), (outlet) => outlet)
  const groups = dates.filter((group) => outletsOf(group).some((outlet) => given.get(outlet)!.length === 1))
  if (groups.length < 2) return null
  return groups.map((group) => {
    const { start, end, grain, approximate } = group[0]!.date.interval!
    return { source: outletsOf(group).join(', '), says: { start, end, grain, approximate } }
  })
}

/** The outlets of some reports, each once. */
export function outletsOf(reports: Iterable<Pick<EventReport, 'article'>>): string[] {
  return [...new Set([...reports].map(({ article }) => outletOf(article)))]
}

/** An article without an outlet stands for itself, by its title. */
export const outletOf = ({ outlet, title }: Pick<ArticleRef, 'outlet' | 'title'>): string =>
  outlet ?? `“${title}”`
