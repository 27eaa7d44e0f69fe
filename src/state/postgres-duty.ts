import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../lib/log.js'
import type { Client, Database } from '../lib/postgres/database.js'
import { within } from '../lib/within.js'
import type { Duty, Work } from './duty.js'

/** The key of the lock: any number, the same in every process. */
const LOCK = 7_205_759_404
/** Whoever has the duty says so often that it is alive; who waits asks so often whether it is free. */
const BEAT_MS = 4_000
const ASK_MS = 3_000
/** A connection that does not answer for so long is taken for dead: a network that swallows what is sent says nothing. */
const ANSWER_MS = 5_000
/**
 * The server itself ends a session that was silent for so long, and with it the lock: so it does where the process
 * stands still or the network swallows what is sent. Whoever has the duty gives it up before that.
 */
const SILENT_MS = 15_000
const HELD_MS = 12_000

export interface PostgresDutyOptions {
  readonly database: Pick<Database, 'connect'>
  readonly log: Pick<Log, 'info' | 'warn'>
}

/**
 * The duty of one of many processes: who has a lock of the database's on a connection of its own. Where that process
 * ends, its connection does, and the next one has the duty within seconds; where it or its connection hangs, within
 * some twenty.
 */
export class PostgresDuty implements Duty {
  readonly #options: PostgresDutyOptions
  readonly #works = new Set<{ readonly work: Work; begun: boolean }>()
  readonly #ending = new AbortController()
  #running: Promise<void> | null = null
  /** When the lock was known to be held last, by the clock that never jumps; null where it is not. */
  #knownAt: number | null = null
  /** One change of what is done after another. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: PostgresDutyOptions) {
    this.#options = options
  }

  get isHeld(): boolean {
    return this.#knownAt !== null && performance.now() - this.#knownAt < HELD_MS
  }

  async during(work: Work): Promise<() => Promise<void>> {
    const one = { work, begun: false }
    this.#works.add(one)
    this.#running ??= this.#run()
    if (this.isHeld) await this.#beginAll()
    return async () => {
      this.#works.delete(one)
      await this.#inTurn(() => this.#end(one))
    }
  }

  async close(): Promise<void> {
    this.#ending.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { signal } = this.#ending
    while (!signal.aborted) {
      const client = await this.#taken()
      if (client) await this.#hold(client)
      await delay(ASK_MS, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  /** A connection that has the lock; null where another has it, or there is none to be had. */
  async #taken(): Promise<Client | null> {
    let client: Client | null = null
    const connecting = this.#options.database.connect()
    try {
      client = await within(ANSWER_MS, connecting)
      client.on('error', () => {})
      await within(ANSWER_MS, client.query(`SET idle_session_timeout = ${SILENT_MS}`))
      const { rows } = await within(
        ANSWER_MS,
        client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK]),
      )
      if (rows[0]?.taken) return client
      client.release(true)
    } catch {
      // One that comes too late is of no use either.
      void connecting.then(
        (late) => late.release(true),
        () => {},
      )
    }
    return null
  }

  /** Does what is to be done until the lock may be another's, or it is closed. */
  async #hold(client: Client): Promise<void> {
    const { signal } = this.#ending
    const { log } = this.#options
    let knownAt = performance.now()
    this.#knownAt = knownAt
    log.info({}, 'this process asks feeds and posts briefs from now on')
    void this.#beginAll()
    try {
      while (!signal.aborted) {
        await delay(BEAT_MS, undefined, { signal, ref: false }).catch(() => {})
        if (signal.aborted) break
        knownAt = performance.now()
        await within(ANSWER_MS, client.query('SELECT 1'))
        this.#knownAt = knownAt
      }
    } catch (error) {
      log.warn({ reason: String(error) }, 'the lock of who asks feeds and posts briefs is lost')
    }
    this.#knownAt = null
    // Others must not wait for what takes long to end: what is begun and not done is known as such.
    const ended = this.#endAll()
    if (signal.aborted) await ended
    client.release(true)
    await ended
  }

  #beginAll(): Promise<void> {
    return this.#inTurn(async () => {
      for (const one of this.#works) {
        if (one.begun || this.#knownAt === null) continue
        one.begun = true
        await this.#tried(() => one.work.begin())
      }
    })
  }

  #endAll(): Promise<void> {
    return this.#inTurn(async () => {
      await Promise.all([...this.#works].map((one) => this.#end(one)))
    })
  }

  async #end(one: { readonly work: Work; begun: boolean }): Promise<void> {
    if (!one.begun) return
    one.begun = false
    await this.#tried(() => one.work.end())
  }

  async #tried(work: () => Promise<void> | void): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#options.log.warn({ reason: String(error) }, 'what one process does for all is in trouble')
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}
