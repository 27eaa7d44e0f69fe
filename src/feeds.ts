/** Feeds at work: what they bring gets into the archive, and is told of where it is followed. */
import { join } from 'node:path'
import { type LiveArchive, ReloadInProgress } from './archive/archive.js'
import { FEEDS } from './archive/live.js'
import {
  type FeedArticle,
  FeedPoller,
  type FeedPollerOptions,
  type FeedStatus,
} from './articles/feeds/poller.js'
import type { Log } from './log.js'

export interface FeedsOptions
  extends Partial<Omit<FeedPollerOptions, 'urls' | 'folder' | 'stateFile' | 'onArticles' | 'log'>> {
  readonly urls: readonly string[]
  /** Holds what the feeds brought, and what of them was seen. */
  readonly folder: string
  readonly archive: LiveArchive
  readonly log: Log
  /** Told of articles that the archive has by now, by their ids. */
  readonly onArticles: (ids: readonly string[]) => Promise<void>
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

export function startFeeds(options: FeedsOptions): Feeds {
  const { urls, folder, archive, log, onArticles, gatherMs = 5_000, share = 20, ...rest } = options
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  let reading: Promise<void> = Promise.resolve()
  let pause = gatherMs

  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null
      reading = reading.then(read)
    }, pause).unref()
  }
  const read = async () => {
    const ids = [...waiting]
    waiting.clear()
    try {
      const { ms } = await archive.reload('the feeds')
      // A large archive takes a while: it must not be at it all the time.
      pause = Math.max(gatherMs, share * ms)
      await onArticles(ids)
    } catch (error) {
      // Nothing is lost: they lie in the folder, and the next reload has them.
      for (const id of ids) waiting.add(id)
      pause = Math.min(2 * pause, LONGEST_PAUSE)
      if (!(error instanceof ReloadInProgress)) {
        log.error({ reason: String(error) }, 'articles of feeds could not be read')
      }
      soon()
    }
  }
  const poller = new FeedPoller({
    ...rest,
    urls,
    folder: feedArticles(folder),
    stateFile: join(folder, 'state.json'),
    log,
    onArticles: (articles: readonly FeedArticle[]) => {
      for (const { name } of articles) waiting.add(`${FEEDS}//${name}`)
      soon()
    },
  })
  const running = poller.run()
  return {
    status: () => poller.status(),
    async close() {
      poller.stop()
      if (timer) clearTimeout(timer)
      await Promise.all([running, reading])
    },
  }
}
