import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import type { Database } from '../../lib/postgres/database.js'
import { MemoryArchive } from '../memory.js'
import { type ArchiveColumns, columnsOf } from '../search/archive-columns.js'
import type { StoredArticle } from '../storage/stored-article.js'
import { Layer } from '../tenancy/layer.js'
import { storedIn } from './stored-articles.js'

/** What articles tell together, but for who said what: events and reports. */
export interface Derived {
  readonly archive: MemoryArchive
  readonly layer: Layer
}

/**
 * Works out what the articles of a scope tell together, or reads what another process has worked out.
 * @param server '' for everybody's
 * @param background what everybody's tell, where these are a server's own
 */
export async function derivedOf(
  database: Database,
  server: string,
  program: string,
  background: Layer | null,
): Promise<Derived> {
  const listed = await database.read<{ id: number }>(
    `SELECT id FROM articles WHERE server = $1 AND live ORDER BY published DESC NULLS LAST, name COLLATE "C"`,
    [server],
  )
  const ids = listed.map(({ id }) => id)
  const articles = [...(await storedIn(database.reader, ids)).values()]
  const key = createHash('sha256')
    .update(`${program} ${ids.join(' ')}`)
    .digest('hex')
  const columns = (await known(database, server, key)) ?? (await workedOut(database, server, key, articles))
  // Nobody is told these: the archive in the database tells its own.
  const facts = { version: '', builtAt: '', buildMs: 0, rejections: [] }
  return runCooperatively(assembled(articles, columns, facts, background))
}

/** @param columns made of these articles in this order */
export function* assembled(
  articles: readonly StoredArticle[],
  columns: ArchiveColumns,
  facts: Layer['facts'],
  background: Layer | null,
) {
  const layer = yield* Layer.of(articles, columns, facts, background)
  return { layer, archive: yield* MemoryArchive.of(layer) }
}

async function known(database: Database, server: string, key: string): Promise<ArchiveColumns | null> {
  const [row] = await database.read<{ columns: Buffer }>(
    'SELECT columns FROM derived WHERE server = $1 AND key = $2',
    [server, key],
  )
  return row ? (deserialize(row.columns) as ArchiveColumns) : null
}

/** Of processes that need the same at once, one works it out while the others wait. */
async function workedOut(
  database: Database,
  server: string,
  key: string,
  articles: readonly StoredArticle[],
): Promise<ArchiveColumns> {
  const client = await database.connect()
  let broken: Error | undefined
  try {
    await client.query('SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`derive ${key}`])
    const { rows } = await client.query<{ columns: Buffer }>(
      'SELECT columns FROM derived WHERE server = $1 AND key = $2',
      [server, key],
    )
    if (rows[0]) return deserialize(rows[0].columns) as ArchiveColumns
    const columns = await runCooperatively(columnsOf(articles, { found: false }))
    await client.query(
      `INSERT INTO derived (server, key, columns) VALUES ($1, $2, $3)
        ON CONFLICT (server) DO UPDATE SET key = excluded.key, columns = excluded.columns`,
      [server, key, serialize(columns)],
    )
    return columns
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    await client.query('SELECT pg_advisory_unlock_all()').catch((error: Error) => {
      broken ??= error
    })
    await client.query('RESET statement_timeout').catch(() => {})
    client.release(broken)
  }
}
