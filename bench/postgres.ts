import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { answer } from '../src/answers/index.js'
import type { Command, Question } from '../src/answers/model/answer.js'
import type { SuggestionKind } from '../src/archive/contract/archive.js'
import { prepareAll } from '../src/archive/ingest/prepare-all.js'
import { PostgresArchive } from '../src/archive/postgres/archive.js'
import { beginImport, workOn } from '../src/archive/postgres/import.js'
import { publish } from '../src/archive/postgres/publish.js'
import { readFolders } from '../src/articles/folder/index.js'
import { Database } from '../src/lib/postgres/database.js'
import { keepHeapTight } from '../src/lib/tight-heap.js'
import { latency, residentMegabytes, watchMemory } from './measure.js'

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
  /** To find and rank passages, and to answer by each command. Milliseconds. */
  readonly search: Latency
  readonly answers: Readonly<Record<string, Latency>>
  readonly asked: number
  /** Questions that ended in an error. */
  readonly unanswered: number
  /** Resident memory of the process that answers, when all that was asked, and at most meanwhile. */
  readonly memory: number
  readonly peak: number
}

interface Latency {
  readonly p50: number
  readonly p99: number
}

export type DatabaseMeasures = FillMeasures & AskMeasures

const SHARED = { server: null }
const SHOWN = 25
const PROGRAM = 'the benchmark'
/** Offered for each letter of the alphabet: topics, speakers and wordings to ask for. */
const LETTERS = 'abcdefghijklmnoprstuvw'
const OFFERED = 10
const WORDS_OF_A_QUOTATION = 6

export interface BenchDatabase extends AsyncDisposable {
  readonly url: string
  /** What it took to fill it, where it was filled before. */
  readonly filled: FillMeasures | null
}

/**
 * A new database on a server, which goes again.
 * @param keptAs its name, where it is kept, and used as it is if it is there
 */
export async function benchDatabase(server: string, keptAs: string | null): Promise<BenchDatabase> {
  const name = keptAs ?? `bench_${randomBytes(4).toString('hex')}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const [known] = await command<{ filled: string | null }>(
    server,
    `SELECT shobj_description(oid, 'pg_database') AS filled FROM pg_database WHERE datname = '${name}'`,
  )
  if (known?.filled) return { url, filled: JSON.parse(known.filled), [Symbol.asyncDispose]: async () => {} }
  await command(server, `DROP DATABASE IF EXISTS ${name}`)
  await command(server, `CREATE DATABASE ${name}`)
  return {
    url,
    filled: null,
    async [Symbol.asyncDispose]() {
      if (keptAs === null) await command(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** Annotates all first, so that what it takes to write it is measured by itself. */
export async function fillDatabase({ folder, database: url }: DatabaseOrder): Promise<FillMeasures> {
  const database = await Database.open({ url: url!, statementMs: 0 })
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
  const measures = {
    ...rows[0]!,
    annotateMs: loading - annotating,
    loadMs: publishing - loading,
    publishMs: done - publishing,
  }
  await command(
    url!,
    `COMMENT ON DATABASE ${new URL(url!).pathname.slice(1)} IS '${JSON.stringify(measures)}'`,
  )
  return measures
}

/** Asks what was filled, as a process that serves it does: each command as often. */
export async function askDatabase({ questions, database: url }: DatabaseOrder): Promise<AskMeasures> {
  keepHeapTight()
  const database = await Database.open({ url: url! })
  const archive = await PostgresArchive.open(database, { program: PROGRAM })
  await archive.warmUp()
  const peak = watchMemory()
  const search = await latency(questions, (words) => archive.passages({ words, limit: SHOWN }, SHARED))
  const answers: Record<string, Latency> = {}
  let unanswered = 0
  for (const [command, option, values] of await askedBy(archive, questions)) {
    answers[command] = await latency(values, (value) =>
      answer({ command, [option]: value } as Question, archive, SHARED).catch(() => unanswered++),
    )
  }
  const measures = { memory: residentMegabytes(), peak: peak() }
  await archive.close()
  await database.close()
  return {
    search,
    answers,
    asked: questions.length * (1 + Object.keys(answers).length),
    unanswered,
    ...measures,
  }
}

/** What to ask each command, of what the archive offers. */
async function askedBy(
  archive: PostgresArchive,
  questions: readonly string[],
): Promise<(readonly [command: Command, option: string, values: readonly string[]])[]> {
  const offered = async (kind: SuggestionKind) => {
    const found: string[] = []
    for (const typed of LETTERS)
      for (const { value } of await archive.suggest({ kind, typed, limit: OFFERED }, SHARED))
        found.push(value)
    return found
  }
  const [topics, speakers, quotations] = [
    await offered('topic'),
    await offered('speaker'),
    await offered('quotation'),
  ]
  const wordings = quotations.map((words) => words.split(/\s+/).slice(0, WORDS_OF_A_QUOTATION).join(' '))
  const some = (values: readonly string[], from: number) =>
    questions.map((_, at) => values[(from + at) % values.length]!)
  return [
    ['ask', 'question', questions],
    ['search', 'words', questions],
    ['when', 'topic', some(topics, 0)],
    ['timeline', 'topic', some(topics, 50)],
    ['compare', 'topic', some(topics, 100)],
    ['quotes', 'speaker', some(speakers, 0)],
    ['who-said', 'words', some(wordings, 0)],
  ]
}

async function command<R>(server: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query(sql)).rows as R[]
  } finally {
    await client.end()
  }
}
