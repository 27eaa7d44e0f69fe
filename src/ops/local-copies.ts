/**
 * Servers' own articles, and what feeds brought, as they lie in the database, copied to where an archive reads them from
 * when they have changed. A process has its own folder of them; they can be deleted while it does not run.
 */
import { readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { LiveArchive } from '../archive/contract/archive.js'
import { FEEDS } from '../archive/index.js'
import { writeAtomically } from '../lib/atomic-file.js'
import { Locked, lockFolder } from '../lib/lock-file.js'
import type { Log } from '../lib/log.js'
import type { Database } from '../lib/postgres/database.js'
import type { Duty, State } from '../state/index.js'

/** Processes on one machine that share a folder to run in. */
const MOST_PROCESSES = 100
/** The first of the two numbers of the locks of servers whose articles are read anew. */
const LOCKS = 7_205_761
const ASK_AGAIN_MS = 200
/** Articles of feeds that are looked for at a time. */
const AT_ONCE = 100
/** What was changed so lately may not have been read anew by whoever changed it, who may be gone. */
const LATELY_MS = 3_600_000
/** So long whoever has changed something is given to read it anew. */
const GRACE_MS = 30_000

/** A folder below one that no other process has. @returns it, and what gives it back */
export async function folderOfOwn(below: string): Promise<{ path: string; close(): Promise<void> }> {
  for (let n = 0; n < MOST_PROCESSES; n++) {
    const path = join(below, String(n))
    try {
      return { path, close: await lockFolder(path) }
    } catch (error) {
      if (!(error instanceof Locked)) throw error
    }
  }
  throw new Error(`There are ${MOST_PROCESSES} processes at work below ${below} already.`)
}

export class LocalCopies {
  /** Below which each server has its own, and where those of feeds are. */
  readonly servers: string
  readonly feeds: string
  readonly #state: State

  constructor(state: State, folder: string) {
    this.#state = state
    this.servers = join(folder, 'servers')
    this.feeds = join(folder, 'feeds', 'articles')
  }

  /** Makes the copies of a server's articles what they should be. */
  async ofServer(server: string): Promise<void> {
    const folder = join(this.servers, server, 'articles')
    const [wanted, here] = await Promise.all([this.#state.list(server, 'articles'), filesIn(folder)])
    const names = new Set(wanted.map(({ name }) => name))
    for (const { name, bytes, since } of wanted) {
      const file = here.get(name)
      if (file?.bytes === bytes && Math.round(file.since) === Math.round(since)) continue
      const text = await this.#state.read(server, 'articles', name)
      if (text === null) continue
      await writeAtomically(join(folder, name), text)
      await utimes(join(folder, name), new Date(since), new Date(since))
    }
    for (const name of here.keys()) if (!names.has(name)) await rm(join(folder, name), { force: true })
    if (wanted.length === 0) await rm(join(this.servers, server), { recursive: true, force: true })
  }

  /** Copies articles that feeds brought. */
  async ofFeeds(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const text = await this.#state.read(null, 'articles', name)
      if (text !== null) await writeAtomically(join(this.feeds, name), text)
    }
  }

  /** Copies what feeds brought and is not here yet: by whichever process it was kept. */
  async ofAllFeeds(): Promise<void> {
    const [wanted, here] = await Promise.all([this.#state.list(null, 'articles'), filesIn(this.feeds)])
    await this.ofFeeds(wanted.map(({ name }) => name).filter((name) => !here.has(name)))
  }
}

export interface CopiedFrom {
  readonly state: State
  readonly database: Database
  readonly duty: Duty
  readonly log: Log
}

/** The archive, which finds the copies as they should be whenever it reads them. */
export function overCopies<T extends LiveArchive>(archive: T, copies: LocalCopies, from: CopiedFrom): T {
  const { database } = from
  let last: Promise<unknown> = Promise.resolve()
  const changed: Partial<LiveArchive> = {
    // What one process reads must not take the place of what another has read later. One server after another, as each
    // takes a connection.
    renew(server) {
      const renewed = last.then(() =>
        alone(database, server, async () => {
          await copies.ofServer(server)
          await archive.renew(server)
        }),
      )
      last = renewed.catch(() => {})
      return renewed
    },
    async reload(by, options) {
      await copies.ofAllFeeds()
      return archive.reload(by, options)
    },
    async extend(ids) {
      await copies.ofFeeds(ids.map((id) => id.replace(`${FEEDS}//`, '')))
      return archive.extend(ids)
    },
  }
  const over = new Proxy(archive, {
    get(target, key) {
      const own = changed[key as keyof LiveArchive]
      if (own) return own
      const value = target[key as keyof T]
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  void renewForOthers(over, from)
  return over
}

/**
 * Who changes a server's articles has them read anew. Where that process ends in between, whoever has the duty does so,
 * a while later; it finds nothing to do where it was done.
 */
async function renewForOthers(archive: LiveArchive, { state, duty, log }: CopiedFrom): Promise<void> {
  const waiting = new Map<string, NodeJS.Timeout>()
  let ending = new AbortController()
  const later = (server: string) => {
    if (waiting.has(server)) return
    const timer = setTimeout(() => {
      waiting.delete(server)
      archive
        .renew(server)
        .catch((error) =>
          log.warn({ guild: server, reason: String(error) }, 'articles of a server can’t be read anew'),
        )
    }, GRACE_MS)
    waiting.set(server, timer.unref())
  }
  state.onChange((change) => {
    if (duty.isHeld && change?.kind === 'articles' && change.owner !== null && !change.own)
      later(change.owner)
  })
  await duty.during({
    async begin() {
      ending = new AbortController()
      const { signal } = ending
      void bringMissing(archive, state, { signal, later }).catch((error) =>
        log.warn({ reason: String(error) }, 'whether the archive lacks articles can’t be seen'),
      )
    },
    async end() {
      ending.abort()
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  })
}

/** What was kept by processes that are gone, or before the database was the archive's, too. */
async function bringMissing(
  archive: LiveArchive,
  state: State,
  { signal, later }: { readonly signal: AbortSignal; readonly later: (server: string) => void },
): Promise<void> {
  for (const server of await state.servers()) {
    if (signal.aborted) return
    const files = await state.list(server, 'articles')
    const isFresh = [...files, ...(await state.list(server, 'bin'))].some(
      ({ since }) => since > Date.now() - LATELY_MS,
    )
    if (isFresh || (files.length > 0 && !(await hasOwn(archive, server)))) later(server)
  }
  const ids = (await state.list(null, 'articles')).map(({ name }) => `${FEEDS}//${name}`)
  for (let at = 0; at < ids.length && !signal.aborted; at += AT_ONCE) {
    const among = ids.slice(at, at + AT_ONCE)
    const { articles } = await archive.articles({ among }, { server: null })
    const there = new Set(articles.map(({ id }) => id))
    const missing = among.filter((id) => !there.has(id))
    if (missing.length > 0) await archive.extend(missing)
  }
}

async function hasOwn(archive: LiveArchive, server: string): Promise<boolean> {
  const { articles } = await archive.articles({ own: true, limit: 1 }, { server })
  return articles.length > 0
}

/** Work on a server that no other process does meanwhile. */
async function alone<T>(database: Database, server: string, work: () => Promise<T>): Promise<T> {
  const client = await database.connect()
  client.on('error', () => {})
  try {
    for (;;) {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
        [LOCKS, server],
      )
      if (rows[0]?.taken) return await work()
      await delay(ASK_AGAIN_MS)
    }
  } finally {
    // The lock ends with the connection.
    client.release(true)
  }
}

async function filesIn(
  folder: string,
): Promise<Map<string, { readonly bytes: number; readonly since: number }>> {
  const found = new Map<string, { readonly bytes: number; readonly since: number }>()
  for (const name of await readdir(folder).catch(() => [])) {
    const file = await stat(join(folder, name)).catch(() => null)
    if (file?.isFile()) found.set(name, { bytes: file.size, since: file.mtimeMs })
  }
  return found
}
