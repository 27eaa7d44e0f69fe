import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.js'
import { within } from '../within.js'
import { migrate } from './migrate.js'

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name`, as `DATABASE_URL` gives it. */
  readonly url: string
  /** A replica that reads may go to; by default they go where writes go. */
  readonly readUrl?: string | null
  readonly log?: Pick<Log, 'warn' | 'info'> | null
  /** Connections of each pool. */
  readonly connections?: number
  /** After so many milliseconds the server gives a statement up; 0: never. */
  readonly statementMs?: number
}

export type Client = pg.PoolClient
export type Queryable = Pick<pg.PoolClient, 'query'>

/** Ends a subscription. */
export type Unlisten = () => Promise<void>

const CONNECTIONS = 8
const CONNECT_MS = 5000
const STATEMENT_MS = 15_000
/** A transaction that does nothing for so long holds its locks for a process that is gone or stuck. */
const IDLE_IN_TRANSACTION_MS = 60_000
/** How often a connection that only listens is asked whether it still lives, and how long a lost one is waited for. */
const HEARTBEAT_MS = 10_000
const LEAST_PAUSE_MS = 250
const MOST_PAUSE_MS = 5000

/**
 * A PostgreSQL that processes share.
 *
 * - `database.query(sql, values)` for one statement, `database.reader.query` for one that may lag by some seconds
 *   (a replica where there is one): what a process has just written it asks of `query`.
 * - `database.transaction(async (client) => …)` for several that hold together; it is rolled back where the work throws.
 * - `database.listen(channel, heard)` for `NOTIFY`.
 *
 * Whole numbers of eight bytes come as numbers, days (`date`) as `2022-01-09`. A lost connection is an error of the
 * statement that it hits and is made anew for the next one.
 */
export class Database {
  readonly reader: pg.Pool
  /** The same pool as the reader's, where there is no replica. */
  readonly writer: pg.Pool
  readonly #options: DatabaseOptions
  readonly #listeners = new Set<Listener>()

  /**
   * Opens the database and brings its tables up to this program, see `migrate`.
   * @throws when it can't be reached, or is of a newer program
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = new Database(options)
    try {
      await database.#alone((client) => migrate(client))
      return database
    } catch (error) {
      await database.close()
      throw error
    }
  }

  private constructor(options: DatabaseOptions) {
    this.#options = options
    this.writer = this.#poolOf(options.url)
    this.reader = options.readUrl ? this.#poolOf(options.readUrl) : this.writer
  }

  query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
    return this.writer.query<R>(text, values)
  }

  /** The rows of a statement that changes nothing; from the replica, where there is one that answers. */
  async read<R>(text: string, values: readonly unknown[] = []): Promise<readonly R[]> {
    const ask = (pool: pg.Pool) => pool.query<R & pg.QueryResultRow>(text, values as unknown[])
    try {
      return (await ask(this.reader)).rows
    } catch (error) {
      if (this.reader === this.writer || !isOfReplica(error)) throw error
      return (await ask(this.writer)).rows
    }
  }

  /** A connection for oneself, such as for a lock that lasts as long as it does. Give it back by `release()`. */
  connect(): Promise<Client> {
    return this.writer.connect()
  }

  async transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.writer.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      const result = await work(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((reason: Error) => {
        broken = reason
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  /**
   * Hears what is sent to a channel by `NOTIFY`, on a connection of its own that is made anew when it is lost.
   * @param heard with what was sent; with null when the connection has been lost meanwhile, and so perhaps a message
   */
  async listen(channel: string, heard: (payload: string | null) => void): Promise<Unlisten> {
    const listener = new Listener(
      configOf(this.#options.url, this.#options),
      channel,
      heard,
      this.#options.log,
    )
    await listener.start()
    this.#listeners.add(listener)
    return async () => {
      this.#listeners.delete(listener)
      await listener.stop()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#listeners].map((listener) => listener.stop()))
    await Promise.all([...new Set([this.writer, this.reader])].map((pool) => pool.end()))
  }

  async #alone<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.writer.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }

  #poolOf(url: string): pg.Pool {
    const { connections = CONNECTIONS, log } = this.#options
    const pool = new pg.Pool({ ...configOf(url, this.#options), max: connections })
    // A connection that is lost while nobody uses it; without a listener that would end the process.
    pool.on('error', (err) => log?.warn({ err }, 'a connection to the database was lost'))
    return pool
  }
}

/** Whether a statement failed because the database could not be reached, ended, or had no time or room for it. */
export function isUnavailable(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(?:08|53|57)/.test(code ?? '') ||
    /^(?:ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)/.test(code ?? '') ||
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(message)
  )
}

/** Whether the writer may do better: not where it was the statement itself that took too long. */
function isOfReplica(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string }
  return code === CONFLICT_WITH_RECOVERY || (isUnavailable(error) && code !== CANCELLED)
}

const CANCELLED = '57014'
/** What a replica gives up as it gets what was written meanwhile. */
const CONFLICT_WITH_RECOVERY = '40001'

const INT8 = 20
const DATE = 1082
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = { [INT8]: Number, [DATE]: String }
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format as never)) as typeof pg.types.getTypeParser,
}

function configOf(url: string, { statementMs = STATEMENT_MS }: DatabaseOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'crisis-desk',
    keepAlive: true,
    // Questions are many and short: to start helpers, or a compiler, takes longer than they take.
    options: '-c max_parallel_workers_per_gather=0 -c jit=off',
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(statementMs > 0 && { statement_timeout: statementMs }),
    types,
  }
}

class Listener {
  readonly #config: pg.ClientConfig
  readonly #channel: string
  readonly #heard: (payload: string | null) => void
  readonly #log: DatabaseOptions['log']
  readonly #ending = new AbortController()
  #client: pg.Client | null = null
  #beat: NodeJS.Timeout | null = null

  constructor(
    config: pg.ClientConfig,
    channel: string,
    heard: (payload: string | null) => void,
    log: DatabaseOptions['log'],
  ) {
    this.#config = config
    this.#channel = channel
    this.#heard = heard
    this.#log = log
  }

  async start(): Promise<void> {
    const client = new pg.Client(this.#config)
    let lost = false
    const lose = (err?: Error) => {
      if (lost) return
      lost = true
      if (this.#beat) clearInterval(this.#beat)
      client.end().catch(() => {})
      if (this.#client === client) void this.#again(err)
    }
    client.on('error', lose)
    client.on('end', () => lose())
    client.on('notification', ({ payload }) => this.#heard(payload ?? ''))
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`)
    this.#client = client
    // What a network swallows is an error only to who sends.
    this.#beat = setInterval(
      () => within(HEARTBEAT_MS, client.query('SELECT 1')).catch(lose),
      HEARTBEAT_MS,
    ).unref()
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    if (this.#beat) clearInterval(this.#beat)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #again(err: Error | undefined): Promise<void> {
    this.#client = null
    this.#log?.warn({ err, channel: this.#channel }, 'the connection that listens was lost')
    const { signal } = this.#ending
    for (let pause = LEAST_PAUSE_MS; !signal.aborted; pause = Math.min(MOST_PAUSE_MS, 2 * pause)) {
      try {
        await delay(pause, undefined, { signal, ref: false })
        await this.start()
        if (signal.aborted) return this.stop()
        this.#heard(null)
        return
      } catch {
        // Not there yet.
      }
    }
  }
}
