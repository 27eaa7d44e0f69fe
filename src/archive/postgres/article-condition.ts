import { OWN } from '../../articles/store/index.js'
import type { PostgresFilter } from '../../retrieval/index.js'
import { foldForPhrases } from '../../text/terms.js'
import type { ArticleFilter } from '../contract/archive.js'

/** What a query limits articles to, as a condition on `a`; null where all are wanted. As `articleFilter` has it. */
export function conditionOf({
  outlet,
  since,
  until,
  own,
  among,
}: ArticleFilter): NonNullable<PostgresFilter['where']> | null {
  const parts: string[] = []
  const values: unknown[] = []
  const demand = (sql: string, value: unknown) => {
    parts.push(sql)
    values.push(value)
  }
  if (outlet) demand('position(? IN a.folded_outlet) > 0', foldForPhrases(outlet))
  if (own) demand('starts_with(a.name, ?)', `${OWN}//`)
  if (among) demand('a.name = ANY(?)', among)
  if (since) demand('a.published >= ?', since)
  if (until) demand('a.published <= ?', until)
  return parts.length === 0 ? null : { sql: parts.join(' AND '), values }
}
