import type { PoolClient } from 'pg'
import { isProper, type Said, utterancesOf } from '../../knowledge/index.js'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import { groupBy } from '../../lib/group-by.js'
import { copyRows, int8 } from '../../lib/postgres/copy.js'

/** Quotations that are compared at a time, those of several people together; whoever said more, alone. */
const QUOTATIONS_AT_A_TIME = 20_000

interface SaidRow extends Omit<Said, 'person' | 'named'> {
  readonly id: number
  readonly person: string
}

/**
 * Works out anew which quotations are one utterance, for those who are quoted in some articles.
 * @param renamed others whose quotations are to be compared anew
 */
export async function joinUtterances(
  client: PoolClient,
  server: string,
  articles: readonly number[],
  renamed: ReadonlySet<string>,
): Promise<void> {
  const { rows: quoted } = await client.query<{ person: string; quotations: number }>(
    `WITH touched AS (SELECT DISTINCT s.person FROM quotations q JOIN speakers s ON s.server = $1 AND s.spelling = q.speaker
          WHERE q.article = ANY($2) UNION SELECT unnest($3::text[]))
      SELECT t.person, count(q.id)::int AS quotations FROM touched t
        JOIN speakers s ON s.server = $1 AND s.person = t.person
        LEFT JOIN quotations q ON q.server = $1 AND q.speaker = s.spelling
        GROUP BY t.person ORDER BY t.person`,
    [server, articles, [...renamed]],
  )
  // What articles no longer served have said, is said no more.
  await client.query(
    `DELETE FROM utterances u USING quotations q WHERE q.id = u.quotation AND q.server = $1 AND q.article = ANY($2)`,
    [server, articles],
  )
  let people: string[] = []
  let count = 0
  for (const { person, quotations } of quoted) {
    if (people.length > 0 && count + quotations > QUOTATIONS_AT_A_TIME) {
      await compare(client, server, people)
      people = []
      count = 0
    }
    people.push(person)
    count += quotations
  }
  if (people.length > 0) await compare(client, server, people)
}

async function compare(client: PoolClient, server: string, people: readonly string[]): Promise<void> {
  const { rows } = await client.query<SaidRow>(
    `SELECT q.id, q.said AS text, s.person, a.name AS article, q.starts AS start, q.ends AS "end", q.direct, q.cue,
        a.published FROM speakers s JOIN quotations q ON q.server = $1 AND q.speaker = s.spelling
        JOIN articles a ON a.id = q.article AND a.live
      WHERE s.server = $1 AND s.person = ANY($2)
      ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C", q.id`,
    [server, people],
  )
  const utterances = await runCooperatively(
    utterancesOf(rows.map((row): Said => ({ ...row, named: isProper(row.person) }))),
  )
  const groups = groupBy(rows.keys(), (at) => utterances[at]!)
  await client.query(`DELETE FROM utterances WHERE quotation = ANY($1::bigint[])`, [rows.map(({ id }) => id)])
  const joined = [...groups.values()].filter((places) => places.length > 1)
  await copyRows(
    client,
    'utterances',
    ['quotation', 'utterance'],
    joined.flatMap((places) => {
      const ids = places.map((at) => rows[at]!.id)
      const first = int8(ids.reduce((least, id) => Math.min(least, id)))
      return ids.map((id) => [int8(id), first])
    }),
  )
}
