import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, type Database, isUnavailable } from '../lib/postgres/database.js'
import { TooLate, within } from '../lib/within.js'
import { BufferedChanges, type Step } from './buffered-changes.js'
import {
  type Changes,
  type Collection,
  checkName,
  checkOwner,
  type Kind,
  type LogEntry,
  type LogFilter,
  type LogName,
  type Owner,
  type State,
  type StateChange,
  type StateEntry,
  StateUnavailable,
  type Struck,
} from './state.js'

const CHANNEL = 'crisis_desk_state'
/** The first of the two numbers of the locks of owners; the second is made of the owner. */
const LOCKS = 7_205_760
/** How long somebody waits for who changes the same owner's. */
const LOCK_MS = 10_000
/** Entries of a record that are read at a time. */
const BATCH = 500
/** Entries of feedback that are kept; the oldest go. */
const MOST_FEEDBACK = 50_000
/** Kinds that pass: an owner who has nothing else has nothing. */
const PASSING: readonly Kind[] = ['drafts', 'previews']
/** What is not answered for so long, by a server that gives its statements up before, will not be. */
const ANSWER_MS = 20_000
/** How often it is asked whether a change was made whose end was not heard of, and for how long. */
const ASK_AGAIN_MS = 500
const ASK_FOR_MS = 8_000

/** In a database that many processes share. A change is a transaction, with a lock on its owner. */
export class PostgresState implements State {
  readonly isShared = true
  readonly #database: Database
  readonly #self = randomBytes(6).toString('base64url')
  readonly #listeners = new Set<(change: StateChange | null) => void>()
  #unlisten: () => Promise<void> = async () => {}

  static async open(database: Database): Promise<PostgresState> {
    const state = new PostgresState(database)
    state.#unlisten = await database.listen(CHANNEL, (payload) => state.#hear(payload))
    return state
  }

  private constructor(database: Database) {
    this.#database = database
  }

  async read(owner: Owner, kind: Kind, name = ''): Promise<string | null> {
    checkOwner(owner)
    checkName(name)
    return this.#asking(() => readWith(this.#database, owner, kind, name))
  }

  async list(owner: Owner, kind: Collection): Promise<StateEntry[]> {
    checkOwner(owner)
    return this.#asking(() => listWith(this.#database, owner, kind))
  }

  /** By jumps from each to the next: one may have a thousand articles. */
  async servers(): Promise<string[]> {
    const { rows } = await this.#asking(() =>
      this.#database.query<{ owner: string }>(
        `WITH RECURSIVE owners AS (
           (SELECT owner FROM state_texts WHERE owner > '' ORDER BY owner LIMIT 1)
           UNION ALL
           SELECT (SELECT t.owner FROM state_texts t WHERE t.owner > o.owner ORDER BY t.owner LIMIT 1)
           FROM owners o WHERE o.owner IS NOT NULL
         )
         SELECT o.owner FROM owners o WHERE EXISTS (
           SELECT FROM state_texts t WHERE t.owner = o.owner AND t.kind <> ALL ($1)
         ) ORDER BY o.owner`,
        [PASSING],
      ),
    )
    return rows.map(({ owner }) => owner)
  }

  async change<T>(owner: Owner, work: (changes: Changes) => Promise<T>): Promise<T> {
    checkOwner(owner)
    const client = await this.#asking(() => this.#database.connect(), 0)
    let broken: Error | true | undefined
    // A connection that is lost while nothing is asked of it.
    const lose = (error: Error) => {
      broken = error
    }
    client.on('error', lose)
    try {
      return await this.#changeWith(client, owner, work)
    } catch (error) {
      // Who did not answer before is not asked again.
      if (error instanceof TooLate) broken = true
      else
        await within(ANSWER_MS, client.query('ROLLBACK')).catch(() => {
          broken = true
        })
      throw asUnavailable(error)
    } finally {
      client.off('error', lose)
      client.release(broken)
    }
  }

  async append(log: LogName, entry: LogEntry): Promise<void> {
    // Not twice: the first time may have been heard.
    await this.#asking(() => appendWith(this.#database, log, entry), 0)
  }

  async *entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry> {
    yield* entriesWith((query) => this.#asking(() => query(this.#database)), log, filter)
  }

  async count(log: LogName, member: string): Promise<number> {
    const { rows } = await this.#asking(() =>
      this.#database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM state_log WHERE log = $1 AND member = $2',
        [log, member],
      ),
    )
    return rows[0]!.n
  }

  async strike(log: LogName, struck: Struck): Promise<number> {
    const [condition, value] =
      'member' in struck ? ['member = $2', struck.member] : ['at < $2::timestamptz', struck.before]
    const { rowCount } = await this.#asking(() =>
      this.#database.query(`DELETE FROM state_log WHERE log = $1 AND ${condition}`, [log, value]),
    )
    return rowCount ?? 0
  }

  onChange(listener: (change: StateChange | null) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async tidy(before: Date): Promise<void> {
    await this.#asking(() =>
      this.#database.query('DELETE FROM state_texts WHERE kind = ANY ($1) AND since < $2', [PASSING, before]),
    )
    await this.#asking(() =>
      this.#database.query(
        `DELETE FROM state_log WHERE log = 'feedback' AND id < (
           SELECT id FROM state_log WHERE log = 'feedback' ORDER BY id DESC OFFSET $1 LIMIT 1)`,
        [MOST_FEEDBACK],
      ),
    )
  }

  async close(): Promise<void> {
    await this.#unlisten()
  }

  async #changeWith<T>(of: Client, owner: Owner, work: (changes: Changes) => Promise<T>): Promise<T> {
    const client = answering(of)
    await client.query('BEGIN')
    await client.query(`SET LOCAL lock_timeout = ${LOCK_MS}`)
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCKS, owner ?? ''])
    const changes = new BufferedChanges(owner, {
      read: (_, kind, name = '') => readWith(client, owner, kind, name),
      list: (_, kind) => listWith(client, owner, kind),
      entries: (log, filter) => entriesWith((query) => query(client), log, filter),
    })
    const result = await work(changes)
    if (changes.steps.length === 0) {
      await client.query('ROLLBACK')
      return result
    }
    for (const step of changes.steps) await stepWith(client, owner, step)
    for (const kind of changes.kinds()) {
      await client.query('SELECT pg_notify($1, $2)', [
        CHANNEL,
        JSON.stringify({ owner, kind, by: this.#self }),
      ])
    }
    const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
    try {
      await client.query('COMMIT')
    } catch (error) {
      const isLost = error instanceof TooLate || isUnavailable(error)
      if (!(isLost && (await this.#wasMade(rows[0]!.id)))) throw error
    }
    return result
  }

  /** Whether a transaction was committed, of which the connection was lost before that was said. */
  async #wasMade(id: string): Promise<boolean> {
    const until = performance.now() + ASK_FOR_MS
    while (performance.now() < until) {
      const asked = this.#database.query<{ status: string | null }>(
        'SELECT pg_xact_status($1::xid8) AS status',
        [id],
      )
      const status = await within(ASK_FOR_MS, asked).then(
        ({ rows }) => rows[0]?.status ?? null,
        () => 'unknown',
      )
      if (status === 'committed') return true
      if (status === 'aborted' || status === null) return false
      await delay(ASK_AGAIN_MS)
    }
    return false
  }

  #hear(payload: string | null): void {
    const change = payload === null ? null : changeIn(payload, this.#self)
    for (const tell of this.#listeners) tell(change)
  }

  /** Asks once more where a connection was lost: another one may be had at once. @throws StateUnavailable */
  async #asking<T>(ask: () => Promise<T>, again = 1): Promise<T> {
    try {
      return await within(ANSWER_MS, ask())
    } catch (error) {
      if (again > 0 && isUnavailable(error)) return this.#asking(ask, again - 1)
      throw asUnavailable(error)
    }
  }
}

const ownerOf = (owner: Owner) => owner ?? ''

async function readWith(on: Queryable, owner: Owner, kind: Kind, name: string): Promise<string | null> {
  const { rows } = await on.query<{ body: string }>(
    'SELECT body FROM state_texts WHERE owner = $1 AND kind = $2 AND name = $3',
    [ownerOf(owner), kind, name],
  )
  return rows[0]?.body ?? null
}

async function listWith(on: Queryable, owner: Owner, kind: Kind): Promise<StateEntry[]> {
  const { rows } = await on.query<{ name: string; bytes: number; since: Date }>(
    'SELECT name, bytes, since FROM state_texts WHERE owner = $1 AND kind = $2 ORDER BY name COLLATE "C"',
    [ownerOf(owner), kind],
  )
  return rows.map(({ name, bytes, since }) => ({ name, bytes, since: since.getTime() }))
}

async function stepWith(client: Queryable, owner: Owner, step: Step): Promise<void> {
  switch (step.does) {
    case 'append':
      return appendWith(client, step.log, step.entry)
    case 'removeAll':
      await client.query('DELETE FROM state_texts WHERE owner = $1', [ownerOf(owner)])
      return
    case 'remove':
      await client.query('DELETE FROM state_texts WHERE owner = $1 AND kind = $2 AND name = $3', [
        ...[ownerOf(owner), step.kind, step.name],
      ])
      return
    case 'move':
      await client.query('DELETE FROM state_texts WHERE owner = $1 AND kind = $2 AND name = $3', [
        ...[ownerOf(owner), step.to, step.name],
      ])
      await client.query(
        'UPDATE state_texts SET kind = $2, since = $5 WHERE owner = $1 AND kind = $3 AND name = $4',
        [ownerOf(owner), step.to, step.kind, step.name, step.since],
      )
      return
    case 'write':
      await client.query(
        `INSERT INTO state_texts (owner, kind, name, body, bytes, since) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (owner, kind, name) DO UPDATE
         SET body = EXCLUDED.body, bytes = EXCLUDED.bytes, since = EXCLUDED.since`,
        [ownerOf(owner), step.kind, step.name, step.text, Buffer.byteLength(step.text), step.since],
      )
  }
}

async function appendWith(on: Queryable, log: LogName, entry: LogEntry): Promise<void> {
  await on.query('INSERT INTO state_log (log, server, member, at, entry) VALUES ($1, $2, $3, $4, $5)', [
    ...[log, entry.server, entry.member ?? null, entry.at, JSON.stringify(entry)],
  ])
}

/** A batch at a time, from the newest: most who ask need few. */
async function* entriesWith(
  asking: <T>(query: (on: Queryable) => Promise<T>) => Promise<T>,
  log: LogName,
  { server, since }: LogFilter = {},
): AsyncGenerator<LogEntry> {
  let before: number | null = null
  for (;;) {
    const batch: { rows: { id: number; entry: string }[] } = await asking((on) =>
      on.query<{ id: number; entry: string }>(
        `SELECT id, entry FROM state_log WHERE log = $1 AND ($2::text IS NULL OR server = $2)
         AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::bigint IS NULL OR id < $4)
         ORDER BY id DESC LIMIT ${BATCH}`,
        [log, server ?? null, since ?? null, before],
      ),
    )
    for (const { entry } of batch.rows) yield JSON.parse(entry) as LogEntry
    if (batch.rows.length < BATCH) return
    before = batch.rows.at(-1)!.id
  }
}

type Queryable = Pick<Database, 'query'>

/** A connection whose answers are not waited for without end. */
const answering = (client: Client): Queryable => ({
  query: (text, values) => within(ANSWER_MS, client.query(text, values)),
})

function changeIn(payload: string, self: string): StateChange | null {
  try {
    const { owner, kind, by } = JSON.parse(payload) as { owner: Owner; kind: Kind; by: string }
    return { owner, kind, own: by === self }
  } catch {
    return null
  }
}

/** Of a lock or a statement that took too long (`lock_not_available`, `query_canceled`), too. */
function asUnavailable(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: string }
  const isLate = code === '55P03' || code === '57014' || code === '40P01'
  return isLate || error instanceof TooLate || isUnavailable(error)
    ? new StateUnavailable('What is kept can’t be had or changed just now.', { cause: error })
    : error
}
