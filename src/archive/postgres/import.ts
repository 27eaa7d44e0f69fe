import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { fingerprint, type TextFile } from '../../articles/folder/index.js'
import { copyRows, int4, maybeText, text } from '../../lib/postgres/copy.js'
import type { Database } from '../../lib/postgres/database.js'
import { decode, isPrepared } from '../ingest/prepare.js'
import { type PreparedFile, prepareAll } from '../ingest/prepare-all.js'
import { type ArticleRows, rowsOf, writeRows } from './article-rows.js'

/** The set of files that becomes the articles of a scope. */
export interface ImportRef {
  readonly id: number
  /** '' for everybody. */
  readonly server: string
  /** What annotates: files of the same text that it has annotated before are not annotated again. */
  readonly annotator: string
}

export interface WorkOptions {
  /** Called from time to time with how many files have been annotated. */
  readonly onProgress?: (done: number) => void
  /** What annotates. */
  readonly prepare?: (files: readonly TextFile[]) => AsyncIterable<PreparedFile>
}

/** Files of so much text, in UTF-16 units, are annotated and written in one transaction. */
const BATCH_TEXT = 4_000_000
const BATCH_FILES = 1000
/** What another process is at work on is looked at again after this. */
const WAIT_MS = 500

/**
 * Notes a set of files as what a scope is to be served, with the texts of those that have to be annotated. A set that
 * was begun before, by whatever process, is gone on with.
 */
export async function beginImport(
  database: Database,
  { server, annotator }: Omit<ImportRef, 'id'>,
  files: readonly TextFile[],
): Promise<ImportRef> {
  const hashed = files.map((file) => ({ ...file, hash: fingerprint(file.text) }))
  const key = keyOf(annotator, hashed)
  return database.transaction(async (client) => {
    await unhurried(client)
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO imports (server, annotator, key) VALUES ($1, $2, $3)
        ON CONFLICT (server, key) WHERE state = 'open' DO NOTHING RETURNING id`,
      [server, annotator, key],
    )
    const [created] = rows
    if (!created) {
      const begun = await client.query<{ id: number }>(
        `SELECT id FROM imports WHERE server = $1 AND key = $2 AND state = 'open'`,
        [server, key],
      )
      return { id: begun.rows[0]!.id, server, annotator }
    }
    const known = await client.query<{ key: string }>(
      `SELECT hash || name AS key FROM articles WHERE server = $1 AND annotator = $2`,
      [server, annotator],
    )
    const keys = new Set(known.rows.map(({ key }) => key))
    await copyRows(
      client,
      'import_files',
      ['import', 'name', 'hash', 'state', 'text'],
      hashed.map(({ id, hash, text: whole }) => {
        const isKnown = keys.has(hash + id)
        return [
          int4(created.id),
          text(id),
          text(hash),
          text(isKnown ? 'known' : 'todo'),
          maybeText(isKnown ? null : whole),
        ]
      }),
    )
    await withoutIndex(client)
    return { id: created.id, server, annotator }
  })
}

/**
 * Annotates what an import has left to do, until nothing is: as many processes as like may do so at once, each takes
 * other files. What a process held that ended is taken by the next.
 * @returns how many files this one has annotated
 */
export async function workOn(
  database: Database,
  ref: ImportRef,
  { onProgress = () => {}, prepare = prepareAll }: WorkOptions = {},
): Promise<number> {
  let done = 0
  for (;;) {
    const batch = await database.transaction((client) => workOnBatch(client, ref, prepare))
    done += batch
    if (batch > 0) onProgress(done)
    else if (await isDone(database, ref)) return done
    else await delay(WAIT_MS)
  }
}

async function isDone(database: Database, { id }: ImportRef): Promise<boolean> {
  const { rows } = await database.query(
    `SELECT 1 FROM import_files WHERE import = $1 AND state = 'todo' LIMIT 1`,
    [id],
  )
  return rows.length === 0
}

async function workOnBatch(
  client: PoolClient,
  ref: ImportRef,
  prepare: (files: readonly TextFile[]) => AsyncIterable<PreparedFile>,
): Promise<number> {
  await unhurried(client)
  const files = await take(client, ref)
  if (files.length === 0) return 0
  const { rows: ids } = await client.query<{ id: number }>(
    `SELECT nextval(pg_get_serial_sequence('articles', 'id')) AS id FROM generate_series(1, $1)`,
    [files.length],
  )
  const rejected: { readonly name: string; readonly rejection: unknown }[] = []
  const written = new Map<string, string>()
  const origin = { server: ref.server, import: ref.id, annotator: ref.annotator }
  let rows: ArticleRows[] = []
  let next = 0
  const flush = async () => {
    await writeRows(client, rows)
    rows = []
  }
  for await (const { file, bytes } of prepare(files)) {
    const prepared = decode(bytes, file)
    if (!isPrepared(prepared)) {
      rejected.push({ name: file.id, rejection: prepared })
      continue
    }
    // Without the byte that tells a preparation from a rejection.
    const one = rowsOf(ids[next++]!.id, prepared, bytes.subarray(1), origin)
    for (const [term, word] of one.spellings) if (!written.has(term)) written.set(term, word)
    rows.push(one)
    if (rows.length >= FLUSH) await flush()
  }
  await flush()
  await client.query(
    `INSERT INTO spellings (server, term, written) SELECT $1, * FROM unnest($2::text[], $3::text[])
      ON CONFLICT DO NOTHING`,
    [ref.server, ...sorted(written)],
  )
  await client.query(
    `UPDATE import_files SET state = 'done', text = NULL WHERE import = $1 AND name = ANY($2)`,
    [ref.id, files.map(({ id }) => id)],
  )
  for (const { name, rejection } of rejected) {
    await client.query(
      `UPDATE import_files SET state = 'rejected', rejection = $3 WHERE import = $1 AND name = $2`,
      [ref.id, name, rejection],
    )
  }
  return files.length
}

/** Articles that are written at a time. */
const FLUSH = 200

/** Takes files that nobody else is at work on, until the transaction ends. */
async function take(client: PoolClient, { id }: ImportRef): Promise<TextFile[]> {
  const { rows } = await client.query<{ name: string; size: number }>(
    `SELECT name, length(text) AS size FROM import_files WHERE import = $1 AND state = 'todo'
      LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [id, BATCH_FILES],
  )
  const names: string[] = []
  let size = 0
  for (const row of rows) {
    if (names.length > 0 && size + row.size > BATCH_TEXT) break
    names.push(row.name)
    size += row.size
  }
  const taken = await client.query<{ id: string; text: string }>(
    `SELECT name AS id, text FROM import_files WHERE import = $1 AND name = ANY($2)`,
    [id, names],
  )
  return taken.rows
}

/** How long it takes depends on how much there is, and others' texts are annotated within it. */
export async function unhurried(client: PoolClient): Promise<void> {
  await client.query('SET LOCAL statement_timeout = 0')
  await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
}

/** In the order of the terms, so that no two processes wait for each other's. */
function sorted(written: ReadonlyMap<string, string>): [terms: string[], words: string[]] {
  const entries = [...written].sort(([a], [b]) => (a < b ? -1 : 1))
  return [entries.map(([term]) => term), entries.map(([, word]) => word)]
}

function keyOf(annotator: string, files: readonly { readonly id: string; readonly hash: string }[]): string {
  const hash = createHash('sha256').update(annotator)
  for (const { id, hash: of } of files) hash.update(`\n${of} ${id}`)
  return hash.digest('hex')
}

/** An index that is made of what is there is made in a tenth of the time that it takes to add to it. */
async function withoutIndex(client: PoolClient): Promise<void> {
  const { rows } = await client.query(`SELECT 1 FROM passages LIMIT 1`)
  if (rows.length > 0) return
  await client.query('DROP INDEX IF EXISTS passages_terms, quotations_terms')
}

export async function withIndex(client: PoolClient): Promise<void> {
  await client.query('CREATE INDEX IF NOT EXISTS passages_terms ON passages USING gin (terms)')
  await client.query('CREATE INDEX IF NOT EXISTS quotations_terms ON quotations USING gin (terms)')
}
