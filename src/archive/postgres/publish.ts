import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { inOrder, withoutDuplicates } from '../../articles/folder/index.js'
import type { PublishedBasis, Rejection } from '../../articles/model/article.js'
import { gapsOf } from '../../articles/model/gaps.js'
import type { Database } from '../../lib/postgres/database.js'
import { PLACES } from '../../retrieval/index.js'
import { type ReloadReport, WorseArchive } from '../contract/archive.js'
import { changesBetween } from '../ingest/changes.js'
import { whyWorse } from '../ingest/reload-guard.js'
import { storedFormat } from '../storage/program-version.js'
import type { Fingerprints } from '../worker/protocol.js'
import { EDITIONS, type EditionTotals, FEEDS } from './edition.js'
import { type ImportRef, unhurried, withIndex } from './import.js'
import { type Listed, withInferredDays } from './inferred-days.js'
import { joinWhatIsTouched } from './join-people.js'
import { countSuggestions } from './join-suggestions.js'

export interface PublishOptions {
  /** Why files are not among those that were imported: they could not be read. */
  readonly rejections?: readonly Rejection[]
  /** Whether it is wanted even if it is worse than what is served. */
  readonly anyway?: boolean
  /** Whether it comes beside what is served, whose other articles stay. */
  readonly adding?: boolean
  /** When the import began, as `performance.now()` tells it. */
  readonly started?: number
}

/** What is no longer served is kept for so long, for questions that were asked of it. */
const KEEP_ENDED = '10 minutes'

/**
 * Serves what was imported, all of it at once and to every process.
 * @throws WorseArchive when it is not fit to take the place of what is served, unless it is wanted anyway; that goes on
 */
export async function publish(
  database: Database,
  ref: ImportRef,
  { rejections = [], anyway = false, adding = false, started = performance.now() }: PublishOptions = {},
): Promise<ReloadReport> {
  const ms = () => Math.round(performance.now() - started)
  const outcome = await database.transaction(async (client) => {
    await unhurried(client)
    // One at a time for each scope; who reads does not wait.
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`publish ${ref.server}`])
    await withIndex(client)
    const before = await served(client, ref.server)
    // Two processes that start at once work on one import: what the other has published is served already.
    if (await isPublished(client, ref)) {
      const { gaps } = await totalsOf(client, ref.server)
      const { fingerprints, rejections: rejected } = before
      return {
        worse: null,
        report: { ...changesBetween(fingerprints, fingerprints), rejected, gaps, ms: ms() },
      }
    }
    const listed = await imported(client, ref)
    const { kept: own, duplicates } = withoutDuplicates(
      listed.map((row) => ({ ...row, article: { id: row.name, outlet: row.outlet } })),
      ref.server === '' && !adding ? [] : await printsOf(client, listed),
    )
    const names = new Set(own.map(({ name }) => name))
    const kept = [
      ...(await withInferredDays(client, ref, own)),
      ...before.articles.filter(({ name }) => stays(name, adding) && !names.has(name)),
    ]
    const rejected = inOrder([...rejections, ...(await rejectedIn(client, ref)), ...duplicates])
    const fingerprints = fingerprintsOf(kept)
    const report = (totals: EditionTotals): ReloadReport => ({
      ...changesBetween(before.fingerprints, fingerprints),
      rejected,
      gaps: totals.gaps,
      ms: ms(),
    })
    const worse = whyWorse(before, { fingerprints, rejections: rejected })
    if (worse && !anyway) {
      const totals = await totalsOf(client, ref.server)
      await client.query(`UPDATE imports SET state = 'refused' WHERE id = $1`, [ref.id])
      return { worse, report: report(totals) }
    }
    const ids = new Set(kept.map(({ id }) => id))
    const known = new Set(before.articles.map(({ id }) => id))
    const removed = [...known].filter((id) => !ids.has(id))
    const added = kept.map(({ id }) => id).filter((id) => !known.has(id))
    if (before.served && isSame(before.rejections, rejected) && removed.length + added.length === 0) {
      await finish(client, ref)
      return { worse: null, report: report(before.served) }
    }
    await forget(client)
    await countTerms(client, ref.server, removed, -1)
    await countTerms(client, ref.server, added, 1)
    // First those that go: no two of a name are ever live.
    await client.query('UPDATE articles SET live = false, ended_at = now() WHERE id = ANY($1)', [removed])
    await client.query('UPDATE articles SET live = true, ended_at = NULL WHERE id = ANY($1)', [added])
    await countSuggestions(client, ref.server, removed, -1)
    await countSuggestions(client, ref.server, added, 1)
    await joinWhatIsTouched(client, ref.server, [...removed, ...added])
    const totals = await totalsOf(client, ref.server)
    await client.query(
      `INSERT INTO editions (server, number, version, build_ms, totals, rejections, format, imports)
        VALUES ($1, nextval('edition_numbers'), $2, $3, $4, $5, $6,
          (SELECT coalesce(array_agg(DISTINCT import), '{}') FROM articles WHERE server = $1 AND live))
        ON CONFLICT (server) DO UPDATE SET number = excluded.number, version = excluded.version,
          format = excluded.format, published_at = now(), build_ms = excluded.build_ms, totals = excluded.totals,
          rejections = excluded.rejections, imports = excluded.imports`,
      [ref.server, versionOf(fingerprints), ms(), totals, JSON.stringify(rejected), storedFormat()],
    )
    await finish(client, ref)
    // Sent when the transaction holds.
    await client.query('SELECT pg_notify($1, $2)', [EDITIONS, ref.server])
    return { worse: null, report: report(totals) }
  })
  if (outcome.worse) throw new WorseArchive(outcome.worse, outcome.report)
  const { added, removed, changed } = outcome.report
  await tidy(database, added.length + removed.length + changed.length)
  return outcome.report
}

/** After so many articles that have come or gone the server's picture of the tables is another. */
const MANY = 500
const COUNTED = [
  'articles',
  'passages',
  'term_frequencies',
  'quotations',
  'utterances',
  'people',
  'speakers',
  'suggestions',
]

/** What was added to the index lies beside it at first, where every question has to walk it. */
async function tidy(database: Database, changed: number): Promise<void> {
  if (changed === 0) return
  const client = await database.connect()
  try {
    await client.query('SET statement_timeout = 0')
    for (const index of ['passages_terms', 'quotations_terms', 'people_keys', 'suggestions_words'])
      await client.query('SELECT gin_clean_pending_list($1::regclass)', [index])
    if (changed >= MANY) await client.query(`ANALYZE ${COUNTED.join(', ')}`)
  } catch {
    // The server does so by itself, later.
  } finally {
    await client.query('RESET statement_timeout').catch(() => {})
    client.release()
  }
}

/** Whether an article stays that is not among the files: what feeds brought need not lie on this machine. */
const stays = (name: string, adding: boolean) => adding || name.startsWith(`${FEEDS}//`)

/** What is served already need not be told of again: each process that reads it anew would have all others do so. */
const isSame = (a: readonly Rejection[], b: readonly Rejection[]) => isDeepStrictEqual(a, plain(b))
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

async function finish(client: PoolClient, { id }: ImportRef): Promise<void> {
  await client.query(`UPDATE imports SET state = 'published' WHERE id = $1`, [id])
  await client.query('DELETE FROM import_files WHERE import = $1', [id])
}

async function isPublished(client: PoolClient, { id }: ImportRef): Promise<boolean> {
  const { rows } = await client.query<{ state: string }>('SELECT state FROM imports WHERE id = $1', [id])
  return rows[0]?.state === 'published'
}

async function served(client: PoolClient, server: string) {
  const { rows } = await client.query<{ id: number; name: string; hash: string }>(
    'SELECT id, name, hash FROM articles WHERE server = $1 AND live',
    [server],
  )
  const { rows: editions } = await client.query<{ rejections: Rejection[]; totals: EditionTotals }>(
    'SELECT rejections, totals FROM editions WHERE server = $1',
    [server],
  )
  return {
    articles: rows,
    fingerprints: fingerprintsOf(rows),
    rejections: editions[0]?.rejections ?? [],
    /** Null before the first time. */
    served: editions[0]?.totals ?? null,
  }
}

/** The articles that the files of an import are, in the order of their names. */
async function imported(client: PoolClient, { id, server, annotator }: ImportRef): Promise<Listed[]> {
  const { rows } = await client.query<Listed>(
    `SELECT a.id, a.name, a.hash, a.print, a.outlet, a.unclear FROM import_files f
      JOIN articles a ON a.server = $2 AND a.name = f.name AND a.hash = f.hash AND a.annotator = $3
      WHERE f.import = $1 ORDER BY a.name COLLATE "C"`,
    [id, server, annotator],
  )
  return rows
}

async function rejectedIn(client: PoolClient, { id }: ImportRef): Promise<Rejection[]> {
  const { rows } = await client.query<{ rejection: Rejection }>(
    `SELECT rejection FROM import_files WHERE import = $1 AND state = 'rejected'`,
    [id],
  )
  return rows.map(({ rejection }) => rejection)
}

/** What everybody sees of the same text as some articles. */
async function printsOf(client: PoolClient, listed: readonly Listed[]) {
  const { rows } = await client.query<Pick<Listed, 'name' | 'print' | 'outlet'>>(
    `SELECT name, print, outlet FROM articles WHERE server = '' AND live AND print = ANY($1) AND name <> ALL($2)`,
    [listed.map(({ print }) => print), listed.map(({ name }) => name)],
  )
  return rows.map(({ name, print, outlet }) => ({ print, article: { id: name, outlet } }))
}

/** Adds what articles hold to the frequencies of their scope, or takes it away. */
async function countTerms(
  client: PoolClient,
  server: string,
  articles: readonly number[],
  sign: 1 | -1,
): Promise<void> {
  if (articles.length === 0) return
  for (const table of ['passages', 'quotations']) {
    await client.query(
      `INSERT INTO term_frequencies AS known (server, unit, term, units, articles)
        SELECT $1, '${table}', lexeme, $3 * count(*) FILTER (WHERE 'D' = ANY(weights)), $3 * count(DISTINCT article)
        FROM unnest($2::bigint[]) AS a (id)
          JOIN ${table} u ON u.id >= a.id * ${PLACES} AND u.id < (a.id + 1) * ${PLACES}, unnest(u.terms)
        GROUP BY lexeme ORDER BY lexeme
        ON CONFLICT (server, unit, term) DO UPDATE
          SET units = known.units + excluded.units, articles = known.articles + excluded.articles`,
      [server, articles, sign],
    )
  }
}

/** Removes what is served to nobody, and nobody asks any more. */
async function forget(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    `DELETE FROM articles WHERE NOT live AND ended_at < now() - interval '${KEEP_ENDED}' RETURNING id`,
  )
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  for (const table of ['passages', 'quotations']) {
    await client.query(
      `DELETE FROM ${table} u USING unnest($1::bigint[]) AS a (id)
        WHERE u.id >= a.id * ${PLACES} AND u.id < (a.id + 1) * ${PLACES}`,
      [ids],
    )
  }
  for (const table of ['name_facts', 'suggested'])
    await client.query(`DELETE FROM ${table} WHERE article = ANY($1)`, [ids])
  await client.query('DELETE FROM term_frequencies WHERE units <= 0 AND articles <= 0')
}

async function totalsOf(client: PoolClient, server: string): Promise<EditionTotals> {
  const { rows } = await client.query<Omit<EditionTotals, 'gaps'>>(
    `SELECT count(*) AS articles, coalesce(sum(passages), 0) AS passages, coalesce(sum(quotations), 0) AS quotations,
        coalesce(sum(dates), 0) AS dates, coalesce(sum(title_length), 0) AS "titleLength",
        coalesce(sum(text_length), 0) AS "textLength", coalesce(sum(said_length), 0) AS "saidLength", min(published) AS oldest, max(published) AS newest
      FROM articles WHERE server = $1 AND live`,
    [server],
  )
  const { rows: lacking } = await client.query<{
    id: string
    published: string | null
    publishedBasis: PublishedBasis | null
    outlet: string | null
    unclearDate: string | null
  }>(
    `SELECT name AS id, published, basis AS "publishedBasis", outlet, unclear AS "unclearDate" FROM articles
      WHERE server = $1 AND live AND (published IS NULL OR outlet IS NULL OR basis LIKE 'inferred: %')
      ORDER BY published DESC NULLS LAST, name COLLATE "C"`,
    [server],
  )
  const gaps = gapsOf(
    lacking.map(({ unclearDate, ...one }) => ({ ...one, ...(unclearDate && { unclearDate }) })),
  )
  return { ...rows[0]!, gaps }
}

const fingerprintsOf = (rows: readonly { readonly name: string; readonly hash: string }[]): Fingerprints =>
  Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))

/** Twelve hexadecimal digits that stand for these articles with these texts. */
function versionOf(fingerprints: Fingerprints): string {
  const sorted = Object.entries(fingerprints).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12)
}
