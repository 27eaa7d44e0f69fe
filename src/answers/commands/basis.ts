import type { EventReport } from '../../archive/contract/archive.js'
import { outletOf } from '../compare/disagreement.js'
import type { Citation } from '../model/answer.js'

/** The citations of articles that tell no year, in a finding that has it from another: they say from which. */
export function withBasis(citations: readonly Citation[], reports: readonly EventReport[]): Citation[] {
  const yearless = new Set(reports.flatMap(({ article, date }) => (date.interval ? [] : [article.id])))
  const [dated] = reports.filter(({ date }) => date.interval)
  return citations.map((citation) =>
    dated && citation.published === null && yearless.has(citation.article)
      ? { ...citation, publishedBasis: `inferred: same event as ${outletOf(dated.article)}` }
      : citation,
  )
}
