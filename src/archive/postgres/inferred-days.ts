import type { PoolClient } from 'pg'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import { inferDays } from '../ingest/infer-dates.js'
import { prepareArticle } from '../ingest/prepare.js'
import { pack } from '../storage/stored-article.js'
import { rowsOf, writeRows } from './article-rows.js'
import type { ImportRef } from './import.js'
import { storedIn } from './stored-articles.js'

/** An article's row, as far as it is told from others. */
export interface Listed {
  readonly id: number
  readonly name: string
  readonly hash: string
  readonly print: string
  readonly outlet: string | null
  /** A line that tells a day which can't be used. */
  readonly unclear: string | null
}

/** Among more articles none is looked for that tells the day of another: all of them are read for it. */
const MOST_COMPARED = 20_000

/** Those whose day only others tell give way to rows that have it: what they tell of weekdays hangs on it. */
export async function withInferredDays<T extends Listed>(
  client: PoolClient,
  { id: batch, server, annotator }: ImportRef,
  listed: readonly T[],
): Promise<T[]> {
  if (listed.length > MOST_COMPARED || listed.every(({ unclear }) => unclear === null)) return [...listed]
  const own = await storedIn(
    client,
    listed.map(({ id }) => id),
  )
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM articles WHERE server = '' AND live LIMIT $1`,
    [server === '' ? 0 : MOST_COMPARED],
  )
  const others = await storedIn(
    client,
    rows.map(({ id }) => id),
  )
  const stored = listed.map(({ id }) => own.get(id)!)
  const days = await runCooperatively(
    inferDays(
      [...stored, ...others.values()].map(({ article, terms }) => ({
        published: article.published,
        unclearDate: article.unclearDate,
        terms: terms.distinct,
        name: article.outlet ?? `“${article.title}”`,
      })),
    ),
  )
  const found: T[] = []
  for (const [place, one] of listed.entries()) {
    const day = days[place]
    if (!day) {
      found.push(one)
      continue
    }
    const { unclearDate: _, ...article } = stored[place]!.article
    const prepared = prepareArticle({ ...article, published: day.published, publishedBasis: day.basis })
    // What others tell may be another day tomorrow: a row of its own.
    const origin = { server, import: batch, annotator: `${annotator} ${day.published}` }
    const { rows: known } = await client.query<{ id: number }>(
      'SELECT id FROM articles WHERE server = $1 AND name = $2 AND hash = $3 AND annotator = $4',
      [server, one.name, one.hash, origin.annotator],
    )
    const id = known[0]?.id ?? (await nextId(client))
    if (known.length === 0) {
      await writeRows(client, [rowsOf(id, prepared, pack(prepared), origin)])
    }
    found.push({ ...one, id })
  }
  return found
}

async function nextId(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT nextval(pg_get_serial_sequence('articles', 'id')) AS id`,
  )
  return rows[0]!.id
}
