import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { PoolClient } from 'pg'

const FOLDER = fileURLToPath(new URL('../../../../data/migrations/', import.meta.url))
/** Any number will do; it must be the same in every process. */
const LOCK = 7_205_759_403
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

export interface Migration {
  /** `0001-archive.sql`: four digits that tell the order, each number once. */
  readonly name: string
  readonly sql: string
}

/**
 * The database can't be used by this program: a newer one has changed its tables, or a step that it went through is
 * no longer what it was.
 */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch'
}

/**
 * Brings the tables up to this program: runs those files of `data/migrations` that the database has not seen, in the
 * order of their numbers, each in a transaction with the note that it has run. One process does so at a time; the
 * others wait, and find it done.
 *
 * To change the tables, add a file with the next number. A file that has been released is never edited.
 * @returns the names of what was run
 * @throws SchemaMismatch when the database has seen a file that is not here
 */
export async function migrate(
  client: Pick<PoolClient, 'query'>,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const known = migrations ?? (await readMigrations())
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    // How long it takes depends on how much there is.
    await client.query('SET statement_timeout = 0')
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY, digest text NOT NULL, run_at timestamptz NOT NULL DEFAULT now())`)
    const { rows } = await client.query<{ name: string; digest: string }>(
      'SELECT name, digest FROM schema_migrations',
    )
    const run = new Map(rows.map(({ name, digest }) => [name, digest]))
    refuseUnknown(run, known)
    const missing = known.filter(({ name }) => !run.has(name))
    for (const migration of missing) await runOne(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.query('RESET statement_timeout')
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

/** @throws when a name is no name of a migration, or a number is there twice */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = names.map((name) => NAME.exec(name)?.[1])
  const wrong = names.filter((_, at) => numbers[at] === undefined || numbers.indexOf(numbers[at]) !== at)
  if (wrong.length > 0) throw new Error(`Not a migration with a number of its own: ${wrong.join(', ')}.`)
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(`${folder}/${name}`, 'utf8') })))
}

function refuseUnknown(run: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const names = new Set(known.map(({ name }) => name))
  const unknown = [...run.keys()].filter((name) => !names.has(name))
  if (unknown.length > 0) {
    throw new SchemaMismatch(
      `The database is of a newer version of this program (${unknown.join(', ')}); start that one.`,
    )
  }
  const changed = known.filter(({ name, sql }) => run.has(name) && run.get(name) !== digest(sql))
  if (changed.length > 0) {
    throw new SchemaMismatch(
      `The database was made by other steps than this program’s (${changed.map(({ name }) => name).join(', ')}).`,
    )
  }
}

async function runOne(client: Pick<PoolClient, 'query'>, { name, sql }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO schema_migrations (name, digest) VALUES ($1, $2)', [name, digest(sql)])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

const digest = (sql: string) => createHash('sha256').update(sql.trim()).digest('hex').slice(0, 16)
