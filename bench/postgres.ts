import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { answer } from '../src/answers/index.js'
import { prepareAll } from '../src/archive/ingest/prepare-all.js'
import { PostgresArchive } from '../src/archive/postgres/archive.js'
import { beginImport, workOn } from '../src/archive/postgres/import.js'
import { publish } from '../src/archive/postgres/publish.js'
import { readFolders } from '../src/articles/folder/index.js'
import { Database } from '../src/lib/postgres/database.js'
import { latency, residentMegabytes } from './measure.js'

/** What a subject is told, as far as it matters here. */
interface DatabaseOrder {
  readonly folder: string
  readonly questions: readonly string[]
  readonly database?: string
}

export interface FillMeasures {
  readonly passages: number
  /** To annotate all, to write it, and to publish it: index, frequencies, the edition. Milliseconds. */
  readonly annotateMs: number
  readonly loadMs: number
  readonly publishMs: number
  /** Of the whole database. */
  readonly bytes: number
}

export interface AskMeasures {
  readonly search: { readonly p50: number; readonly p99: number }
  readonly ask: { readonly p50: number; readonly p99: number }
  /** Questions of /ask that ended in an error. */
  readonly unanswered: number
  /** Resident memory of the process that answers. */
  readonly memory: number
}

export type DatabaseMeasures = FillMeasures & AskMeasures

const SHARED = { server: null }
const SHOWN = 25
const PROGRAM = 'the benchmark'

/** A new database on a server, which goes again. */
export async function scratchDatabase(server: string): Promise<AsyncDisposable & { readonly url: string }> {
  const name = `bench_${randomBytes(4).toString('hex')}`
  await command(server, `CREATE DATABASE ${name}`)
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).href,
    [Symbol.asyncDispose]: () => command(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** Annotates all first, so that what it takes to write it is measured by itself. */
export async function fillDatabase({ folder, database: url }: DatabaseOrder): Promise<FillMeasures> {
  const database = await Database.open({ url: url! })
  const { files } = await readFolders([{ path: folder, label: null, optional: false }])
  const annotating = performance.now()
  const prepared = new Map<string, Uint8Array>()
  for await (const { file, bytes } of prepareAll(files)) prepared.set(file.id, bytes)
  const loading = performance.now()
  const ref = await beginImport(database, { server: '', annotator: PROGRAM }, files)
  await workOn(database, ref, {
    async *prepare(some) {
      for (const file of some) yield { file, bytes: prepared.get(file.id)! }
    },
  })
  const publishing = performance.now()
  await publish(database, ref)
  const done = performance.now()
  await database.query('VACUUM ANALYZE')
  const { rows } = await database.query<{ passages: number; bytes: number }>(
    `SELECT (totals ->> 'passages')::int AS passages, pg_database_size(current_database()) AS bytes FROM editions`,
  )
  await database.close()
  return {
    ...rows[0]!,
    annotateMs: loading - annotating,
    loadMs: publishing - loading,
    publishMs: done - publishing,
  }
}

/** Asks what was filled, as a process that serves it does. */
export async function askDatabase({ questions, database: url }: DatabaseOrder): Promise<AskMeasures> {
  const database = await Database.open({ url: url! })
  const archive = await PostgresArchive.open(database, { program: PROGRAM })
  await archive.warmUp()
  const search = await latency(questions, (words) => archive.passages({ words, limit: SHOWN }, SHARED))
  let unanswered = 0
  const ask = await latency(questions, (question) =>
    answer({ command: 'ask', question }, archive, SHARED).catch(() => unanswered++),
  )
  const memory = residentMegabytes()
  await archive.close()
  await database.close()
  return { search, ask, unanswered, memory }
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
