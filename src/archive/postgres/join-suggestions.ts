import type { PoolClient } from 'pg'
import type { Person } from '../../knowledge/index.js'
import { foldForPhrases } from '../../text/terms.js'
import type { SuggestionKind } from '../contract/archive.js'
import {
  articleCandidate,
  type Candidate,
  isCapitals,
  plainCandidate,
  speakerCandidate,
} from '../search/suggestion-columns.js'
import { suggestionWords } from '../search/suggestions.js'

/** Articles whose suggestions are counted at a time. */
const ARTICLES_AT_A_TIME = 500

interface Row {
  readonly name: string
  readonly title: string
  readonly outlet: string | null
  readonly topics: readonly string[]
  readonly quotations: readonly string[]
}

type Counted = Candidate & { readonly kind: SuggestionKind; readonly block: string | null; articles: number }

/** Counts what articles have to offer that are served from now on, or takes it away. */
export async function countSuggestions(
  client: PoolClient,
  server: string,
  articles: readonly number[],
  sign: 1 | -1,
): Promise<void> {
  for (let from = 0; from < articles.length; from += ARTICLES_AT_A_TIME) {
    const { rows } = await client.query<Row>(
      `SELECT a.name, a.title, a.outlet, s.topics, s.quotations FROM articles a JOIN suggested s ON s.article = a.id
        WHERE a.id = ANY($1::bigint[])`,
      [articles.slice(from, from + ARTICLES_AT_A_TIME)],
    )
    const counted = new Map<string, Counted>()
    const add = (kind: SuggestionKind, candidate: Candidate) => {
      if (candidate.value === '') return
      const key = `${kind} ${candidate.value}`
      const known = counted.get(key) ?? { ...candidate, kind, block: null, articles: 0 }
      known.articles += sign
      counted.set(key, known)
    }
    for (const { name, title, outlet, topics, quotations } of rows) {
      add('article', articleCandidate({ id: name, title }))
      add('outlet', plainCandidate(outlet ?? ''))
      for (const topic of topics) add('topic', plainCandidate(topic))
      for (const quotation of quotations) add('quotation', plainCandidate(quotation))
    }
    await write(client, server, [...counted.values()])
  }
}

/** Offers the people of some blocks in the place of those who were offered before. */
export async function offerSpeakers(
  client: PoolClient,
  server: string,
  people: ReadonlyMap<string, readonly Person[]>,
): Promise<void> {
  await client.query(`DELETE FROM suggestions WHERE server = $1 AND kind = 'speaker' AND block = ANY($2)`, [
    server,
    [...people.keys()],
  ])
  const counted = new Map<string, Counted>()
  for (const [block, all] of people) {
    for (const candidate of all.map(speakerCandidate)) {
      const known = counted.get(candidate.value)
      if (known) known.articles += candidate.articles
      else if (candidate.value !== '') counted.set(candidate.value, { ...candidate, kind: 'speaker', block })
    }
  }
  await write(client, server, [...counted.values()])
}

async function write(client: PoolClient, server: string, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const rows = counted.map((one) => ({
    ...one,
    key: foldForPhrases(one.value),
    folded: foldForPhrases(one.label),
    words: [...new Set(suggestionWords(`${one.label} ${one.also}`))],
  }))
  const column = <T>(of: (row: (typeof rows)[number]) => T) => rows.map(of)
  await client.query(
    `INSERT INTO suggestions AS known
        (server, kind, value, key, label, folded, also, capitals, block, articles, total, shown, words)
      SELECT $1, kind, value, key, nullif(label, value), nullif(folded, key), also, capitals, block, articles, articles, true,
        array_to_tsvector(string_to_array(words, ' '))
      FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::int[],
        $11::text[]) AS new (block, kind, value, key, label, folded, also, capitals, articles, words)
      ON CONFLICT (server, kind, hashtextextended(value, 0)) DO UPDATE SET articles = known.articles + excluded.articles`,
    [
      ...[server, column(({ block }) => block), column(({ kind }) => kind), column(({ value }) => value)],
      column(({ key }) => key),
      ...[column(({ label }) => label), column(({ folded }) => folded), column(({ also }) => also)],
      ...[column(({ value }) => isCapitals(value)), column(({ articles }) => articles)],
      column(({ words }) => words.join(' ')),
    ],
  )
  const touched = [server, column(({ kind }) => kind), column(({ key }) => key)]
  const sameKey = (of: 'k' | 'b') =>
    `s.kind = ${of}.kind AND hashtextextended(s.key, 0) = hashtextextended(${of}.key, 0) AND s.key = ${of}.key`
  const keys = 'SELECT DISTINCT * FROM unnest($2::text[], $3::text[]) AS k (kind, key)'
  await client.query(
    `DELETE FROM suggestions s USING (${keys}) k
      WHERE s.server = $1 AND ${sameKey('k')} AND s.articles <= 0`,
    touched,
  )
  await client.query(
    `WITH best AS (SELECT s.kind, s.key, sum(s.articles) AS total,
          (array_agg(s.value ORDER BY s.capitals, s.articles DESC, s.value))[1] AS value
        FROM (${keys}) k JOIN suggestions s ON s.server = $1 AND ${sameKey('k')} GROUP BY 1, 2)
      UPDATE suggestions s SET total = b.total, shown = s.value = b.value FROM best b
      WHERE s.server = $1 AND ${sameKey('b')}
        AND (s.total <> b.total OR s.shown <> (s.value = b.value))`,
    touched,
  )
  await client.query(
    `INSERT INTO suggestion_words (server, word) SELECT $1, * FROM unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [server, [...new Set(rows.flatMap(({ words }) => words))].sort()],
  )
}
