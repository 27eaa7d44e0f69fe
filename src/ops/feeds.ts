/** Feeds at work: what they bring gets into the archive, and is told of where it is followed. */
import { join } from 'node:path'
import { type LiveArchive, ReloadInProgress } from '../archive/contract/archive.js'
import { FEEDS } from '../archive/index.js'
import {
  type FeedArticle,
  FeedPoller,
  type FeedPollerOptions,
  type FeedStatus,
  Untold,
} from '../articles/feeds/index.js'
import type { Log } from '../lib/log.js'
import type { State } from '../state/index.js'

export interface FeedsOptions
  extends Partial<
    Omit<FeedPollerOptions, 'urls' | 'state' | 'server' | 'keep' | 'onStoring' | 'onArticles' | 'log'>
  > {
  readonly urls: readonly string[]
  /** Keeps what the feeds brought, and what of them was seen. */
  readonly state: State
  readonly archive: LiveArchive
  readonly log: Log
  /**
   * Told of articles that the archive has by now, by their ids; those that an earlier process was not able to tell of
   * first. @returns whether that is done; false to be told again later
   */
  readonly onArticles: (ids: readonly string[]) => Promise<boolean>
  /** How long to wait for more before the articles are read, and after somebody else's reload. Default 5 s. */
  readonly gatherMs?: number
  /** Reading takes one part in so many of the time, at most. Default 20. */
  readonly share?: number
}

export interface Feeds {
  status(): Promise<readonly FeedStatus[]>
  close(): Promise<void>
}

/** Where the archive finds what feeds brought. */
export const feedArticles = (folder: string) => join(folder, 'articles')

const LONGEST_PAUSE = 10 * 60_000
/** Between attempts to tell of what the archive has already: another process may have been killed as it told of it. */
const LONGEST_TELLING_PAUSE = 60_000
const NOT_TOLD = 'what feeds brought is in the archive, but could not be told of where it is followed'

export function startFeeds(options: FeedsOptions): Feeds {
  const { urls, state, archive, log, onArticles, gatherMs = 5_000, share = 20, ...rest } = options
  const untold = new Untold(state, null, () => rest.clock?.now() ?? Date.now())
  /** The names of files that the archive may not have yet, or that nobody was told of. */
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  let reading: Promise<void> = Promise.resolve()
  let taking: Promise<void> = Promise.resolve()
  let telling: Promise<void> = Promise.resolve()
  let pause = gatherMs
  const untoldYet = new Set<string>()
  let tellingTimer: NodeJS.Timeout | null = null
  let tellingPause = gatherMs
  let closed = false

  const soon = () => {
    if (closed) return
    timer ??= setTimeout(() => {
      timer = null
      reading = reading.then(read)
    }, pause).unref()
  }
  const later = (names: readonly string[]) => {
    for (const name of names) waiting.add(name)
    pause = Math.min(2 * pause, LONGEST_PAUSE)
    soon()
  }
  /** They are found at once, and for good when all is read anew, which takes a large archive a while. */
  const take = async (names: readonly string[]) => {
    const taken = await archive.extend(names.map((name) => `${FEEDS}//${name}`)).catch((error) => {
      log.warn({ reason: String(error) }, 'articles of feeds are found only when the archive is read anew')
      return false
    })
    if (taken) tellSoon(names)
  }
  const read = async () => {
    const names = [...waiting]
    waiting.clear()
    try {
      const { ms } = await archive.reload('the feeds')
      // A large archive takes a while: it must not be at it all the time.
      pause = Math.max(gatherMs, share * ms)
    } catch (error) {
      // Nothing is lost: they lie in the folder, and the next reload has them.
      later(names)
      if (!(error instanceof ReloadInProgress)) {
        log.error({ reason: String(error) }, 'articles of feeds could not be read')
      }
      return
    }
    tellSoon(names)
  }
  // To tell thousands of channels takes Discord a while, and what else arrives must not wait for that.
  const tellSoon = (names: readonly string[]) => {
    telling = telling
      .then(() => tell(names))
      .catch((error) => {
        tellLater(names)
        log.error({ reason: String(error) }, NOT_TOLD)
      })
  }
  /** They are in the archive: it need not be read again, which may take long. */
  const tellLater = (names: readonly string[]) => {
    if (closed) return
    for (const name of names) untoldYet.add(name)
    tellingTimer ??= setTimeout(() => {
      tellingTimer = null
      const all = [...untoldYet]
      untoldYet.clear()
      tellSoon(all)
    }, tellingPause).unref()
    tellingPause = Math.min(2 * tellingPause, LONGEST_TELLING_PAUSE)
  }
  const tell = async (names: readonly string[]) => {
    const now = await untold.begin(names)
    if (now.length === 0) return
    if (await onArticles(now.map((name) => `${FEEDS}//${name}`))) {
      tellingPause = gatherMs
      return untold.done(now)
    }
    await untold.failed(now)
    tellLater(now)
  }
  const poller = new FeedPoller({
    ...rest,
    urls,
    state,
    log,
    onStoring: (name, changes) => untold.enter(name, changes),
    onArticles: (articles: readonly FeedArticle[]) => {
      const names = articles.map(({ name }) => name)
      for (const name of names) waiting.add(name)
      taking = taking.then(() => take(names))
      soon()
    },
  })
  const running = untold.left().then((names) => {
    for (const name of names) waiting.add(name)
    if (names.length > 0) soon()
    return poller.run()
  })
  return {
    status: () => poller.status(),
    async close() {
      closed = true
      poller.stop()
      if (timer) clearTimeout(timer)
      if (tellingTimer) clearTimeout(tellingTimer)
      await Promise.all([running, reading, taking])
      await telling
    },
  }
}

/** How feeds are doing that another process asks, by what it has kept of them. */
export const feedStatus = (urls: readonly string[], state: State): Promise<readonly FeedStatus[]> =>
  new FeedPoller({ urls, state, onArticles() {} }).status()
