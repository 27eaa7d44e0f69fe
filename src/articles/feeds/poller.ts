import { setTimeout as delay } from 'node:timers/promises'
import type { Message } from '../../i18n/message.js'
import { messagesOf } from '../../i18n/message-error.js'
import { type Changes, type Owner, type State, StateUnavailable } from '../../state/index.js'
import { type Draft, isRefusal, refusalMessages, withoutFuture } from '../drafts/draft.js'
import { fetchIfChanged, fetchPage } from '../fetch/fetch.js'
import type { FetchLimits } from '../fetch/limits.js'
import { FetchError } from '../fetch/problems.js'
import { draftOf, feedOf } from '../isolated/isolated.js'
import { type PreparedFile, prepare, sameText } from '../store/prepare.js'
import { StoreError } from '../store/refusals.js'
import { nextWait } from './schedule.js'
import {
  enqueue,
  type FeedState,
  loadState,
  newFeedState,
  type PendingItem,
  type PollState,
  saveState,
} from './state.js'

/** What of a feed is shown to people. */
export interface FeedStatus {
  /** The feed's title, or its site where it has none yet. Never its whole address, which may hold a key. */
  readonly name: string
  readonly state: 'new' | 'well' | 'failing' | 'gone'
  /** Why, where it fails. */
  readonly error: readonly Message[] | null
  readonly readAt: Date | null
  readonly nextAt: Date | null
  readonly stored: number
  /** Pages of which no article could be made. */
  readonly skipped: number
  readonly waiting: number
}

export interface FeedArticle {
  /** The name of its file in the feeds' folder. */
  readonly name: string
  readonly feed: string
  readonly draft: Draft
}

export interface FeedClock {
  now(): number
  /** Resolves after so many milliseconds, or rejects when the signal is given. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

/** An article that was stored. */
export type Kept = Pick<PreparedFile, 'name' | 'bytes'>

export interface FeedPollerOptions {
  /** As they are each time it is asked for them, where they change. */
  readonly urls: readonly string[] | (() => readonly string[])
  /** What was seen is kept there, */
  readonly state: State
  /** as that of a server, for whom what feeds bring is read, too; everybody's by default. */
  readonly server?: Owner
  /** Stores an article; null where there is the same text already. By default it is one of the owner's. */
  readonly keep?: (draft: Draft) => Promise<Kept | null>
  /** Why no article can be stored for now, a sentence; those that are announced wait then. */
  readonly lacking?: () => Promise<readonly Message[] | null>
  /** Called once when a feed can't be read time and again, and when one is no more, by its name and with the reason. */
  readonly onTrouble?: (feed: string, reason: readonly Message[]) => void
  /** Called before an article is stored, by the name of its file, to change what is to be with it. */
  readonly onStoring?: (name: string, changes: Changes) => Promise<void>
  /** Called after each poll that brought something; the archive may reload then. */
  readonly onArticles: (articles: readonly FeedArticle[]) => void
  readonly log?: { warn(facts: object, message: string): void }
  /** Between two polls of a feed, in milliseconds. */
  readonly intervalMs?: number
  /** Between two pages of a feed, in milliseconds. */
  readonly pageGapMs?: number
  readonly pagesAtOnce?: number
  /** Of one feed’s articles, stored in a day; what is more waits for the next. Default 20 MB, thousands of articles. */
  readonly bytesADay?: number
  readonly limits?: Partial<FetchLimits>
  readonly clock?: FeedClock
  readonly random?: () => number
}

export const FEED_TYPES = ['application/', 'text/']
export const FEED_BYTES = 5_000_000
/** How often the page of an item is tried. */
const MOST_ATTEMPTS = 3
/** Longest pause between two looks at the clock, so that a clock that jumps is noticed. */
const LONGEST_PAUSE = 60_000
const FEEDS_AT_ONCE = 4
/** Failures of which somebody is told; one may be a matter of minutes. */
const TOLD_FAILURES = 2
const DAY = 24 * 3_600_000

const CLOCK: FeedClock = { now: Date.now, wait: (ms, signal) => delay(ms, undefined, { signal, ref: false }) }
const DEFAULTS = {
  intervalMs: 15 * 60_000,
  pageGapMs: 1_000,
  pagesAtOnce: 20,
  bytesADay: 20_000_000,
  limits: {},
  clock: CLOCK,
  random: Math.random,
  log: { warn() {} },
  onStoring: async () => {},
  lacking: async () => null,
  onTrouble: () => {},
  server: null,
}

/** For whom what feeds bring is read: one after another, beside what others wait for. */
const readerOf = (server: Owner) => ({ owner: server ?? 'feeds' })

/** Asks feeds for new articles, politely: when it is time for each, and only for what has changed. */
export class FeedPoller {
  readonly #options: Required<Omit<FeedPollerOptions, 'keep'>>
  readonly #keep: (draft: Draft) => Promise<Kept | null>
  readonly #stopped = new AbortController()
  #state: PollState | null = null
  #saved: Promise<void> = Promise.resolve()

  constructor(options: FeedPollerOptions) {
    this.#options = { ...DEFAULTS, ...options }
    this.#keep = options.keep ?? ((draft) => this.#store(prepare(draft)))
  }

  /** Polls until it is stopped. Never rejects. */
  async run(): Promise<void> {
    const { clock, log } = this.#options
    const { signal } = this.#stopped
    while (!signal.aborted) {
      const next = await this.pollDue()
        .then(async () => Math.min(...(await this.#feeds()).map(({ state }) => state.nextAt)))
        .catch((error) => {
          log.warn({ reason: String(error) }, 'feeds could not be polled')
          return clock.now() + LONGEST_PAUSE
        })
      const pause = Math.min(Math.max(next - clock.now(), 1_000), LONGEST_PAUSE)
      await clock.wait(pause, signal).catch(() => {})
    }
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Polls the feeds whose time has come. */
  async pollDue(): Promise<void> {
    const due = (await this.#feeds()).filter(({ state }) => !state.gone && this.#isDue(state))
    const next = due[Symbol.iterator]()
    const work = async () => {
      for (const { url, state } of next) await this.#poll(url, state)
    }
    await Promise.all(Array.from({ length: FEEDS_AT_ONCE }, work))
  }

  async status(): Promise<FeedStatus[]> {
    return (await this.#feeds()).map(({ url, state }) => ({
      name: state.title ?? siteOf(url),
      state: state.gone ? 'gone' : state.error !== null ? 'failing' : state.readAt === null ? 'new' : 'well',
      error: state.error,
      readAt: dateOf(state.readAt),
      nextAt: state.gone ? null : dateOf(state.nextAt),
      stored: state.stored,
      skipped: state.skipped,
      waiting: state.pending.length,
    }))
  }

  async #load(): Promise<PollState> {
    if (this.#state) return this.#state
    const state = await loadState(this.#options.state, this.#options.server)
    // Whoever starts the bot anew may know that a feed is back: it is asked once more.
    for (const feed of Object.values(state.feeds)) feed.gone = false
    this.#state ??= state
    return this.#state
  }

  /** One after another, so that no older state is written over a newer one. */
  #save(): Promise<void> {
    this.#saved = this.#saved
      .then(async () => saveState(this.#options.state, this.#options.server, await this.#load()))
      .catch((error) => this.#options.log.warn({ reason: String(error) }, 'state of feeds not saved'))
    return this.#saved
  }

  async #feeds(): Promise<{ readonly url: string; readonly state: FeedState }[]> {
    const { feeds } = await this.#load()
    const { urls } = this.#options
    return (typeof urls === 'function' ? urls() : urls).map((url) => {
      feeds[url] ??= newFeedState()
      return { url, state: feeds[url] }
    })
  }

  /** A clock that was set back must not silence a feed for long. */
  #isDue({ nextAt, readAt }: FeedState): boolean {
    const now = this.#options.clock.now()
    return nextAt <= now || (readAt !== null && readAt > now)
  }

  async #poll(url: string, feed: FeedState): Promise<void> {
    const { clock, random, intervalMs, log, onArticles } = this.#options
    let retryAfter: number | null = null
    try {
      await this.#read(url, feed)
      feed.failures = 0
      feed.error = null
      feed.readAt = clock.now()
    } catch (error) {
      feed.failures++
      feed.error = copyOf(messagesOf(error))
      if (error instanceof FetchError) {
        retryAfter = error.retryAfter
        feed.gone = error.status === 410
      }
      log.warn(
        { feed: siteOf(url), reason: String(error), failures: feed.failures },
        'feed could not be read',
      )
    }
    if (feed.failures === 0) feed.error = copyOf(await this.#options.lacking())
    // Where the feed can't be reached, its pages can't be either, and each is tried a few times only.
    const articles = feed.error === null ? await this.#fetchPending(url, feed) : []
    const unfinished = feed.error === null && feed.pending.length > 0 && !this.#isFull(feed)
    this.#complain(url, feed)
    feed.nextAt =
      clock.now() + nextWait({ failures: feed.failures, retryAfter, unfinished }, intervalMs, random())
    await this.#save()
    if (articles.length > 0) onArticles(articles)
  }

  /** Tells once of a feed that needs somebody to look at it. */
  #complain(url: string, feed: FeedState): void {
    const { error, failures, gone } = feed
    const needed = error !== null && (gone || failures === 0 || failures >= TOLD_FAILURES)
    if (needed && !feed.complained) this.#options.onTrouble(feed.title ?? siteOf(url), error)
    if (error === null || needed) feed.complained = needed
  }

  /** What is remembered of a feed that is followed no more; not which of its articles were seen. */
  async forget(url: string): Promise<void> {
    const { feeds } = await this.#load()
    delete feeds[url]
    await this.#save()
  }

  async #read(url: string, feed: FeedState): Promise<void> {
    const limits = { maxBytes: FEED_BYTES, ...this.#options.limits, types: FEED_TYPES }
    const fetched = await fetchIfChanged(url, feed, limits)
    if (!fetched) return
    const document = await feedOf(fetched, readerOf(this.#options.server))
    if (isRefusal(document)) throw new StoreError(refusalMessages(document))
    feed.title = document.title
    enqueue(feed, (await this.#load()).seen, document.items)
    feed.etag = fetched.etag
    feed.lastModified = fetched.lastModified
  }

  /** Fetches the pages of waiting items, the newest first, a fixed number at a time. */
  async #fetchPending(url: string, feed: FeedState): Promise<FeedArticle[]> {
    const { pagesAtOnce, pageGapMs, clock } = this.#options
    const { signal } = this.#stopped
    const articles: FeedArticle[] = []
    if (this.#isFull(feed)) return []
    const batch = feed.pending.splice(-pagesAtOnce).reverse()
    for (const [i, item] of batch.entries()) {
      if (i > 0) await clock.wait(pageGapMs, signal).catch(() => {})
      if (signal.aborted || this.#isFull(feed)) {
        feed.pending.push(...batch.slice(i).reverse())
        break
      }
      const article = await this.#fetchItem(item, feed)
      if (article) articles.push({ ...article, feed: feed.title ?? siteOf(url) })
    }
    return articles
  }

  /** A feed that brings ever more must not fill the disk. */
  #isFull({ today }: FeedState): boolean {
    return today.day === this.#today() && today.bytes >= this.#options.bytesADay
  }

  #today(): number {
    return Math.floor(this.#options.clock.now() / DAY)
  }

  #store(file: PreparedFile): Promise<Kept | null> {
    const { state, server, onStoring } = this.#options
    return state.change(server, async (changes) => {
      const names = (await changes.list('articles')).map(({ name }) => name)
      if (sameText(file.name, names)) return null
      await onStoring(file.name, changes)
      changes.write('articles', file.text, file.name)
      return file
    })
  }

  /** The draft of an item's page; where there is none to be had, of what the feed itself holds of the article. */
  async #draftOf(item: PendingItem): Promise<Draft> {
    try {
      const page = await fetchPage(item.url, this.#options.limits)
      const found = await draftOf(page, readerOf(this.#options.server))
      if (isRefusal(found)) throw new StoreError(refusalMessages(found))
      return found
    } catch (error) {
      // What may pass is tried again first.
      if (item.content === null || (mayPass(error) && item.attempts + 1 < MOST_ATTEMPTS)) throw error
      const found = await draftOf(pageOf(item), readerOf(this.#options.server))
      if (isRefusal(found)) throw error
      return { ...found, url: item.url }
    }
  }

  async #fetchItem(item: PendingItem, feed: FeedState): Promise<Omit<FeedArticle, 'feed'> | null> {
    try {
      const now = this.#options.clock.now()
      const found = withoutFuture(await this.#draftOf(item), now)
      const draft = withoutFuture(completed(found, item, feed), now)
      const file = await this.#keep(draft)
      if (file) {
        const day = this.#today()
        feed.stored++
        feed.today = { day, bytes: (feed.today.day === day ? feed.today.bytes : 0) + file.bytes }
      }
      return file && { name: file.name, draft }
    } catch (error) {
      // A disk that is full or can't be written to is no fault of the page: it waits as long as that takes.
      const attempts = item.attempts + (isSystemError(error) ? 0 : 1)
      const again = mayPass(error) && attempts < MOST_ATTEMPTS
      if (again) feed.pending.unshift({ ...item, attempts })
      else feed.skipped++
      this.#options.log.warn(
        { page: plainOf(item.url), reason: String(error), again },
        'page of a feed not stored',
      )
      return null
    }
  }
}

/** What a feed holds of an article, as a page. */
function pageOf({ title, content, url }: PendingItem) {
  const name = (title ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const html = `<!doctype html><html><head><title>${name}</title></head><body><article><h1>${name}</h1>${content}</article></body></html>`
  return { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8', url }
}

/** What a page does not say of itself is taken from the feed. */
const completed = (draft: Draft, item: PendingItem, feed: FeedState): Draft => ({
  ...draft,
  title: draft.title || (item.title ?? ''),
  outlet: draft.outlet ?? feed.title,
  published: draft.published ?? item.published,
  modified: draft.modified ?? item.updated,
})

function isSystemError(error: unknown): boolean {
  const root = error instanceof StoreError ? error.cause : error
  return root instanceof StateUnavailable || (root instanceof Error && 'syscall' in root)
}

/** Whether the next attempt may go better: the site or the disk may be in trouble. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof FetchError)) return isSystemError(error)
  const { problem, status } = error
  if (problem === 'status') return status === 429 || (status ?? 0) >= 500
  // Names may be unknown for a while, too.
  return ['time', 'unreachable', 'broken', 'address'].includes(problem)
}

export const siteOf = (url: string) => (URL.canParse(url) ? new URL(url).host : 'an address that is none')

/** Without what may be a key. */
function plainOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

const copyOf = (messages: readonly Message[] | null) => messages && [...messages]

const dateOf = (time: number | null) => (time === null ? null : new Date(time))
