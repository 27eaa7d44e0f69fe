/** The articles that servers' moderators add, and what it takes to add them. */

import type { LiveArchive } from '../../../archive/contract/archive.js'
import { type Draft, isRefusal, refusalMessages, withoutFuture } from '../../../articles/drafts/index.js'
import type { FeedDocument } from '../../../articles/feeds/index.js'
import { FEED_BYTES, FEED_TYPES } from '../../../articles/feeds/index.js'
import type { FetchLimits } from '../../../articles/fetch/index.js'
import { type Fetched, fetchPage } from '../../../articles/fetch/index.js'
import { draftOf, feedOf } from '../../../articles/isolated/index.js'
import { prepare, ServerStore, StoreError } from '../../../articles/store/index.js'
import type { Log } from '../../../lib/log.js'
import { MemoryState, type State } from '../../../state/index.js'
import type { GivenFile } from '../../bot/given.js'
import { Refusal } from '../../gateway/refusal.js'
import { makeCooldown } from '../../lifecycle/cooldown.js'
import { Briefs, type BriefTiming } from '../briefs/briefs.js'
import { type FeedPreview, ServerFeeds, type ServerFeedsTiming } from '../feeds/server-feeds.js'
import { ServerSettings } from '../settings/settings.js'
import { Drafts } from './drafts.js'

export interface LibraryOptions {
  /** Where all that lasts is kept. */
  readonly state: State
  readonly archive: LiveArchive
  readonly log: Log
  /** How pages are fetched, for tests that have a site of their own; files come from Discord, by these others. */
  readonly pages?: Partial<FetchLimits>
  readonly files?: Partial<FetchLimits>
  readonly feeds?: ServerFeedsTiming
  readonly briefs?: BriefTiming
}

/**
 * How many pages and files are fetched and read at a time: of one server, of all together, and beyond these as the
 * first of a server that has none. So a few servers with slow links keep no other out.
 */
const MOST_OF_ONE = 3
const MOST_FETCHED = 12
const MOST_FIRST = 50
/** Any: a picture is refused as such, by its bytes. */
const FILE_TYPES = ['text/', 'application/', 'image/']
/** Of one server: so many at once, then one in this time. It is a bot, and no way to have sites asked for pages. */
const DRAFTS_AT_ONCE = 20
const DRAFT_EVERY_MS = 20_000
/** What a text that was pasted is called: it is plain text, whatever it looks like. */
const PASTED = 'pasted.txt'
/** In memory, of all servers together; one takes up to some 200 kB. */
const MOST_DRAFTS = 100
const SWEEP_EVERY_MS = 6 * 3_600_000

export class Library {
  readonly state: State
  readonly store: ServerStore
  readonly settings: ServerSettings
  readonly drafts: Drafts
  readonly previews: Drafts<FeedPreview>
  readonly feeds: ServerFeeds
  readonly briefs: Briefs
  readonly archive: LiveArchive
  readonly log: Log
  readonly #pages: Partial<FetchLimits>
  readonly #files: Partial<FetchLimits>
  readonly #sweeping: NodeJS.Timeout
  readonly #pace = makeCooldown(DRAFT_EVERY_MS, () => performance.now(), DRAFTS_AT_ONCE)
  /** The servers that the bot has left while it was looking. */
  readonly #gone = new Set<string>()
  /** Of which servers it is known whether the bot is in them; null until then. */
  #isOurs: ((server: string) => boolean) | null = null
  /** The servers for which something is fetched, each as often as that is. */
  readonly #fetching: string[] = []

  constructor({ state, archive, log, pages = {}, files = {}, feeds = {}, briefs = {} }: LibraryOptions) {
    this.state = state
    this.store = new ServerStore({ state })
    this.settings = new ServerSettings(state, (before, after, changes) =>
      this.briefs.order(before.brief, after.brief, changes),
    )
    // Where nobody else could go on with them, they end with the process.
    const passing = state.isShared ? state : new MemoryState(MOST_DRAFTS)
    this.drafts = new Drafts(passing, 'drafts')
    this.previews = new Drafts<FeedPreview>(passing, 'previews')
    this.archive = archive
    this.log = log
    this.#pages = pages
    this.#files = files
    this.feeds = new ServerFeeds({ library: this, limits: pages, ...feeds })
    this.briefs = new Briefs({ library: this, ...briefs })
    this.#sweeping = setInterval(() => this.#sweep(), SWEEP_EVERY_MS).unref()
  }

  /** @throws Refusal, FetchError or StoreError: why there is no draft */
  async draftOfPage(link: string, server: string): Promise<Draft> {
    return this.#draft(server, link, this.#pages, {})
  }

  /** @throws Refusal, FetchError or StoreError: why there is no draft */
  async draftOfFile({ url, name, type }: GivenFile, server: string): Promise<Draft> {
    // What kind of file it is, is decided by its bytes and its name.
    return this.#draft(
      server,
      url,
      { types: FILE_TYPES, ...this.#files },
      { fileName: name, ...(type !== null && { contentType: type }) },
    )
  }

  /** @throws Refusal or StoreError: why there is no draft */
  async draftOfText(text: string, server: string): Promise<Draft> {
    return this.#inTurn(server, () => this.#read({ bytes: Buffer.from(text), fileName: PASTED }, server))
  }

  /** A feed as it is now, to be looked at before it is followed. @throws Refusal, FetchError or StoreError */
  async feedAt(link: string, server: string): Promise<FeedDocument> {
    return this.#inTurn(server, async () => {
      const limits = { maxBytes: FEED_BYTES, ...this.#pages, types: FEED_TYPES }
      const found = await feedOf(await fetchPage(link, limits), { owner: server })
      if (isRefusal(found)) throw new StoreError(refusalMessages(found))
      return found
    })
  }

  /** The server's own articles have changed: its questions find them as they are from now on. */
  async renew(server: string): Promise<void> {
    // Somebody may have been quicker to add an article than Discord to say that the bot was put out.
    if (this.#gone.has(server)) await this.left(server)
    return this.archive.renew(server)
  }

  /** The bot has left a server. */
  left(server: string): Promise<void> {
    this.#gone.add(server)
    return this.#noting(this.store.forgetServer(server))
  }

  /**
   * The bot is in these servers; where it has been and is no more, it has left while it was not looking.
   * @param isOurs whether the process would know: of servers of others' shards it can't tell
   */
  async present(
    servers: ReadonlySet<string>,
    isOurs: (server: string) => boolean = () => true,
  ): Promise<void> {
    for (const server of (await this.store.servers()).filter(isOurs)) {
      await (servers.has(server) ? this.joined(server) : this.left(server))
    }
    // Not before: a server that the bot was put out of and is in again must not lose its articles.
    this.#isOurs ??= isOurs
    this.#sweep()
  }

  /** The bot is in a server, perhaps again. */
  joined(server: string): Promise<void> {
    this.#gone.delete(server)
    this.settings.forget(server)
    return this.#noting(this.store.keepServer(server))
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping)
    await Promise.all([this.feeds.stop(), this.briefs.stop()])
  }

  async #draft(
    server: string,
    url: string,
    limits: Partial<FetchLimits>,
    facts: { readonly fileName?: string; readonly contentType?: string },
  ): Promise<Draft> {
    return this.#inTurn(server, async () => this.#read(sourceOf(await fetchPage(url, limits), facts), server))
  }

  async #read(source: Parameters<typeof draftOf>[0], server: string): Promise<Draft> {
    const found = await draftOf(source, { owner: server })
    if (isRefusal(found)) throw new StoreError(refusalMessages(found))
    const draft = withoutFuture(found, Date.now())
    // Told before anybody has checked the title in vain.
    prepare(draft)
    return draft
  }

  /** @throws Refusal where too much is fetched already, for the server or for all */
  async #inTurn<T>(server: string, work: () => Promise<T>): Promise<T> {
    const own = this.#fetching.filter((one) => one === server).length
    const most = own === 0 ? MOST_FETCHED + MOST_FIRST : MOST_FETCHED
    if (own >= MOST_OF_ONE || this.#fetching.length >= most) throw new Refusal('articlesBusy')
    const seconds = this.#pace.take(server)
    if (seconds > 0) throw new Refusal('cooldown', { n: seconds })
    this.#fetching.push(server)
    try {
      return await work()
    } finally {
      this.#fetching.splice(this.#fetching.indexOf(server), 1)
    }
  }

  #sweep(): void {
    void this.#noting(this.store.sweep(this.#isOurs ?? (() => false)))
  }

  async #noting(work: Promise<void>): Promise<void> {
    await work.catch((err) => this.log.error({ err }, 'the articles of servers can’t be kept in order'))
  }
}

/** A file is no page: its address at Discord is not where it was published. */
const sourceOf = (page: Fetched, facts: { readonly fileName?: string }) =>
  facts.fileName === undefined ? page : { bytes: page.bytes, ...facts }
