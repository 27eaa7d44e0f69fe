/** Feeds of servers' own: what they bring becomes an article of that server alone, and is told of where it is followed. */

import { setTimeout as delay } from 'node:timers/promises'
import { FeedPoller, type FeedPollerOptions, type FeedStatus, Untold } from '../../../articles/feeds/index.js'
import type { FetchLimits } from '../../../articles/fetch/index.js'
import type { ServerStore } from '../../../articles/store/index.js'
import { ownId } from '../../../articles/store/index.js'
import type { Message } from '../../../i18n/message.js'
import type { Log } from '../../../lib/log.js'
import type { State } from '../../../state/index.js'
import type { ServerSettings } from '../settings/settings.js'

/** A feed that a moderator has been shown and that is not followed yet. */
export interface FeedPreview {
  readonly server: string
  readonly by: string
  readonly url: string
  readonly title: string | null
}

/** Of one server. Each is asked every half an hour, whether it has something new or not. */
export const MOST_FEEDS = 10
const INTERVAL_MS = 30 * 60_000
const PAGES_AT_ONCE = 5
/** Of one feed in a day: a part of what a server may have in all. */
const BYTES_A_DAY = 1_000_000
const SERVERS_AT_ONCE = 4
/** What could not be told of, as Discord was not there or another process was at it, is tried again after so long. */
const TELL_AGAIN_MS = 30_000
/** Between two looks at which feeds are due. */
const LOOK_MS = 10_000

/** How often things are done, for tests that can't wait. */
export interface ServerFeedsTiming
  extends Partial<Pick<FeedPollerOptions, 'intervalMs' | 'pageGapMs' | 'clock' | 'random'>> {
  readonly lookMs?: number
}

/** What of the library feeds work with. */
interface Shelves {
  readonly state: State
  readonly store: ServerStore
  readonly settings: ServerSettings
  readonly log: Log
  renew(server: string): Promise<void>
}

interface Options extends ServerFeedsTiming {
  readonly library: Shelves
  readonly limits: Partial<FetchLimits>
}

/** How a server is told of what its feeds bring and lack. */
export interface FeedNews {
  /** Tells of new articles of the server where their topics are followed; false where it may go better later. */
  announce(ids: readonly string[], server: string): Promise<boolean>
  /** Tells the moderators that a feed can't be read. */
  trouble(server: string, feed: string, reason: readonly Message[]): Promise<void>
}

interface OneServer {
  readonly poller: FeedPoller
  readonly untold: Untold
  urls: readonly string[]
  /** What was stored and is to be told of, one after another. */
  telling: Promise<void>
  /** What could not be told of yet, and when that is tried again, by the clock that never jumps. */
  readonly untoldYet: Set<string>
  againAt: number
}

export class ServerFeeds {
  readonly #options: Options
  readonly #servers = new Map<string, OneServer>()
  #news: FeedNews | null = null
  #stopped = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
    const { state, log } = options.library
    state.onChange((change) => {
      if (this.#news === null || change?.own) return
      if (change !== null && (change.kind !== 'settings' || change.owner === null)) return
      void (change === null ? this.#changedAll() : this.changed(change.owner!)).catch((err) =>
        log.warn({ reason: String(err) }, 'feeds can’t be read'),
      )
    })
  }

  /** Asks all servers' feeds when it is time, until it is stopped. */
  start(news: FeedNews): void {
    this.#news = news
    this.#stopped = new AbortController()
    this.#running = this.#run(this.#stopped.signal)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    for (const { poller } of this.#servers.values()) poller.stop()
    await this.#running
    await Promise.all([...this.#servers.values()].map(({ telling }) => telling))
    this.#servers.clear()
    this.#news = null
  }

  /** The feeds of a server are those of its settings from now on, where this process is the one that asks them. */
  async changed(server: string): Promise<void> {
    if (this.#news === null) return
    const { feeds } = await this.#options.library.settings.of(server)
    const urls = feeds.map(({ url }) => url)
    const known = this.#servers.get(server)
    if (urls.length === 0 && !known) return
    const one = known ?? this.#open(server)
    const gone = one.urls.filter((url) => !urls.includes(url))
    one.urls = urls
    for (const url of gone) await one.poller.forget(url)
  }

  /** In the order of the settings. */
  async status(server: string): Promise<readonly FeedStatus[]> {
    await this.changed(server)
    const { feeds } = await this.#options.library.settings.of(server)
    const one = this.#servers.get(server) ?? this.#made(server)
    one.urls = feeds.map(({ url }) => url)
    const found = await one.poller.status()
    // By the names under which they were begun, and can be stopped.
    return found.map((status, place) => ({ ...status, name: feeds[place]?.title ?? status.name }))
  }

  /** Asks the feeds of all servers whose time has come. */
  async pollDue(): Promise<void> {
    const next = [...this.#servers][Symbol.iterator]()
    const { library } = this.#options
    const work = async () => {
      for (const [server, { poller, urls }] of next) {
        if (this.#stopped.signal.aborted) return
        // What belongs to a server that the bot was put out of waits to be deleted.
        if (await library.store.isForgotten(server)) continue
        this.#tellAgain(server)
        if (urls.length === 0) continue
        await poller
          .pollDue()
          .catch((err) => library.log.warn({ guild: server, reason: String(err) }, 'feeds can’t be asked'))
      }
    }
    await Promise.all(Array.from({ length: SERVERS_AT_ONCE }, work))
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { library, lookMs = LOOK_MS } = this.#options
    let isOpen = false
    while (!signal.aborted) {
      if (!isOpen)
        isOpen = await this.#openAll().then(
          () => true,
          (err) => {
            library.log.warn({ reason: String(err) }, 'servers with feeds can’t be found')
            return false
          },
        )
      await this.pollDue()
      await delay(lookMs, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  async #openAll(): Promise<void> {
    await this.#changedAll()
    for (const server of this.#servers.keys()) await this.#tellLeft(server)
  }

  async #changedAll(): Promise<void> {
    const { library } = this.#options
    for (const server of await library.store.servers()) {
      await this.changed(server).catch((err) =>
        library.log.warn({ guild: server, reason: String(err) }, 'feeds can’t be read'),
      )
    }
  }

  /** What an earlier process stored and was not able to tell of. */
  async #tellLeft(server: string): Promise<void> {
    const one = this.#servers.get(server)
    const names = (await one?.untold.left()) ?? []
    if (one && names.length > 0) this.#tell(server, one, names)
  }

  #tellAgain(server: string): void {
    const one = this.#servers.get(server)
    if (!one || one.untoldYet.size === 0 || one.againAt > performance.now()) return
    const names = [...one.untoldYet]
    one.untoldYet.clear()
    this.#tell(server, one, names)
  }

  #open(server: string): OneServer {
    const one = this.#made(server)
    this.#servers.set(server, one)
    return one
  }

  #made(server: string): OneServer {
    const { library, limits, lookMs: _, ...timing } = this.#options
    const untold = new Untold(library.state, server, () => timing.clock?.now() ?? Date.now())
    const one: OneServer = {
      urls: [],
      untold,
      telling: Promise.resolve(),
      untoldYet: new Set(),
      againAt: 0,
      poller: new FeedPoller({
        intervalMs: INTERVAL_MS,
        pagesAtOnce: PAGES_AT_ONCE,
        bytesADay: BYTES_A_DAY,
        ...timing,
        limits,
        urls: () => one.urls,
        state: library.state,
        server,
        log: library.log,
        keep: (draft) =>
          library.store.addFromFeed(server, draft, (name, changes) => untold.enter(name, changes)),
        lacking: () => library.store.lackOfRoom(server),
        onTrouble: (feed, reason) => void this.#news?.trouble(server, feed, reason),
        onArticles: (articles) =>
          this.#tell(
            server,
            one,
            articles.map(({ name }) => name),
          ),
      }),
    }
    return one
  }

  /** Gets what was stored into the archive, and tells of it where it is followed. */
  #tell(server: string, one: OneServer, names: readonly string[]): void {
    const { library } = this.#options
    one.telling = one.telling
      .then(async () => {
        await library.renew(server)
        const now = await one.untold.begin(names)
        if (now.length === 0) return
        const told = await this.#news?.announce(
          now.map((name) => ownId(name)),
          server,
        )
        if (told) return one.untold.done(now)
        for (const name of now) one.untoldYet.add(name)
        one.againAt = performance.now() + TELL_AGAIN_MS
        await one.untold.failed(now)
      })
      .catch((err) =>
        library.log.warn({ guild: server, reason: String(err) }, 'what feeds brought is not told of'),
      )
  }
}
