import { type Message, message } from '../../i18n/message.js'
import type { Changes, State, StateEntry } from '../../state/index.js'
import { type Draft, isRefusal } from '../drafts/draft.js'
import { draftOf } from '../isolated/isolated.js'
import { type ArticleAction, type AuditEntry, AuditLog, isAuditEntry, type SettingAction } from './audit.js'
import { hashIn, isFileName } from './names.js'
import { LARGEST_ARTICLE, type PreparedFile, prepare, sameText } from './prepare.js'
import { orRefuse, StoreError } from './refusals.js'

/** An article that is kept, by the name of its file. */
export type StoredFile = StateEntry

export interface StoreLimits {
  readonly articles: number
  /** Of all articles of a server, and of one. */
  readonly bytes: number
  readonly articleBytes: number
  /** Articles added, removed and restored. */
  readonly changesAnHour: number
  /** Removed articles that are kept, the newest. */
  readonly bin: number
}

const STORE_LIMITS: StoreLimits = {
  articles: 1_000,
  bytes: 10_000_000,
  articleBytes: LARGEST_ARTICLE,
  changesAnHour: 60,
  bin: 100,
}

export interface StoreOptions {
  readonly state: State
  readonly limits?: Partial<StoreLimits>
  readonly now?: () => Date
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** How long removed articles and those of servers that the bot has left are kept. */
const KEPT_DAYS = 30
/** How long it is recorded who did what. */
const RECORDED_DAYS = 365

/**
 * The articles that servers' moderators have added, and the record of who added and removed them. Changes of a server
 * are made one after another; a process that is killed leaves an article where it was or where it was to be.
 */
export class ServerStore {
  readonly #state: State
  readonly #limits: StoreLimits
  readonly #now: () => Date
  readonly audit: AuditLog

  constructor({ state, limits = {}, now = () => new Date() }: StoreOptions) {
    this.#state = state
    this.#limits = { ...STORE_LIMITS, ...limits }
    this.#now = now
    this.audit = new AuditLog(state)
  }

  /** The servers of which anything is kept. */
  servers(): Promise<string[]> {
    return this.#state.servers()
  }

  list(server: string): Promise<StoredFile[]> {
    return listed(this.#state.list(server, 'articles'))
  }

  /** What was removed and can be brought back. */
  removed(server: string): Promise<StoredFile[]> {
    return listed(this.#state.list(server, 'bin'))
  }

  /** @throws StoreError with a sentence for moderators */
  add(server: string, by: string, draft: Draft): Promise<StoredFile> {
    return this.#inTurn(server, async (changes) => {
      const file = prepare(draft, this.#limits.articleBytes)
      const stored = await listed(changes.list('articles'))
      refuseSameText(file.name, stored)
      await this.#checkLimits(changes, server, file.bytes, stored)
      this.#record(changes, server, by, 'add', file.name)
      this.#write(changes, file)
      return { name: file.name, bytes: file.bytes, since: this.#now().getTime() }
    })
  }

  /**
   * Stores what a feed of the server's brought; null where it has the same text, or had it and it was removed.
   * @param onStoring called before it is stored, by the name of its file, to change what else is to be with it
   * @throws StoreError
   */
  addFromFeed(
    server: string,
    draft: Draft,
    onStoring: (name: string, changes: Changes) => Promise<void>,
  ): Promise<PreparedFile | null> {
    return this.#inTurn(server, async (changes) => {
      const file = prepare(draft, this.#limits.articleBytes)
      const stored = await listed(changes.list('articles'))
      const names = [...stored, ...(await listed(changes.list('bin')))].map(({ name }) => name)
      if (sameText(file.name, names)) return null
      this.#checkRoom(file.bytes, stored)
      await onStoring(file.name, changes)
      this.#record(changes, server, null, 'add', file.name)
      this.#write(changes, file)
      return file
    })
  }

  /** Why a server can't have another article, a sentence; null where it can. */
  async lackOfRoom(server: string): Promise<readonly Message[] | null> {
    try {
      this.#checkRoom(0, await this.list(server))
      return null
    } catch (error) {
      if (error instanceof StoreError) return error.messages
      throw error
    }
  }

  /** An article's draft, to be corrected; null where there is no such article. */
  async draftOf(server: string, name: string): Promise<Draft | null> {
    if (!isFileName(name)) return null
    const text = await this.#state.read(server, 'articles', name).catch(() => null)
    if (text === null) return null
    const draft = await draftOf({ bytes: Buffer.from(text), fileName: name }, { owner: server })
    return isRefusal(draft) ? null : draft
  }

  /**
   * Puts what is known of an article right: its title, outlet, date, link. What it was goes to the bin, from where
   * `revert` takes it back.
   * @throws StoreError
   */
  edit(server: string, by: string, name: string, draft: Draft): Promise<StoredFile> {
    return this.#inTurn(server, async (changes) => {
      const file = prepare(draft, this.#limits.articleBytes)
      const old = (await listed(changes.list('articles'))).find((one) => one.name === name)
      if (!old || hashIn(name) !== hashIn(file.name)) throw new StoreError(NO_SUCH)
      await this.#checkChanges(changes, server)
      await this.#replace(changes, server, by, name, file)
      return { name: file.name, bytes: file.bytes, since: this.#now().getTime() }
    })
  }

  /** Takes back the last edit of an article, by the hash in its name. @throws StoreError */
  revert(server: string, by: string, hash: string): Promise<StoredFile> {
    return this.#inTurn(server, async (changes) => {
      const now = (await listed(changes.list('articles'))).find(({ name }) => hashIn(name) === hash)
      const [before] = (await listed(changes.list('bin')))
        .filter(({ name }) => hashIn(name) === hash)
        .sort((a, b) => b.since - a.since)
      const text = before && (await changes.read('bin', before.name))
      if (!now || !before || text === null || text === undefined) throw new StoreError(NO_SUCH)
      await this.#checkChanges(changes, server)
      await this.#replace(changes, server, by, now.name, { ...before, text })
      if (before.name !== now.name) changes.remove('bin', before.name)
      return { ...before, since: this.#now().getTime() }
    })
  }

  /** @throws StoreError */
  remove(server: string, by: string, name: string): Promise<void> {
    return this.#inTurn(server, async (changes) => {
      await this.#checkChanges(changes, server)
      await this.#move(changes, server, by, 'remove', name)
      await this.#trimBin(changes)
    })
  }

  /** @throws StoreError */
  restore(server: string, by: string, name: string): Promise<void> {
    return this.#inTurn(server, async (changes) => {
      const stored = await listed(changes.list('articles'))
      refuseSameText(name, stored)
      const file = (await listed(changes.list('bin'))).find((one) => one.name === name)
      await this.#checkLimits(changes, server, file?.bytes ?? 0, stored)
      await this.#move(changes, server, by, 'restore', name)
    })
  }

  /** Records what a moderator is about to set, before it is. @throws StoreError */
  recordSetting(server: string, by: string, action: SettingAction, what: string): Promise<void> {
    const entry = { at: this.#now().toISOString(), by, server, action, article: null, what }
    return orRefuse(() => this.#state.append('audit', entry))
  }

  /** The bot has left a server: 30 days after it was first told so, its articles are deleted. */
  async forgetServer(server: string): Promise<void> {
    if (!(await this.servers()).includes(server) || (await this.isForgotten(server))) return
    await this.#inTurn(server, async (changes) => {
      if (timeIn(await changes.read('forgotten')) !== null) return
      this.#record(changes, server, null, 'forget')
      changes.write('forgotten', this.#now().toISOString())
    })
  }

  /** Whether the bot has left a server, whose articles wait to be deleted. */
  async isForgotten(server: string): Promise<boolean> {
    return (await this.#forgottenAt(server)) !== null
  }

  /** The bot is in a server again. */
  async keepServer(server: string): Promise<void> {
    if (!(await this.isForgotten(server))) return
    await this.#inTurn(server, async (changes) => {
      this.#record(changes, server, null, 'keep')
      changes.remove('forgotten')
    })
  }

  /**
   * Deletes what has been kept long enough and what killed processes left. To be called now and then.
   * @param concerns whether a server is one of those that this process knows to have left or not; all by default
   */
  async sweep(concerns: (server: string) => boolean = () => true): Promise<void> {
    const now = this.#now().getTime()
    const aged = new Date(now - KEPT_DAYS * DAY)
    for (const server of (await this.servers()).filter(concerns)) {
      const forgotten = await this.#forgottenAt(server)
      if (forgotten !== null && forgotten <= aged.getTime()) await this.#delete(server, aged)
      else await this.#sweepBin(server, aged)
    }
    await this.#state.strike('audit', { before: new Date(now - RECORDED_DAYS * DAY).toISOString() })
    await this.#state.tidy(new Date(now - HOUR))
  }

  #inTurn<T>(server: string, work: (changes: Changes) => Promise<T>): Promise<T> {
    return orRefuse(() => this.#state.change(server, work))
  }

  #record(
    changes: Changes,
    server: string,
    by: string | null,
    action: ArticleAction,
    article: string | null = null,
  ): void {
    changes.append('audit', { at: this.#now().toISOString(), by, server, action, article } as AuditEntry)
  }

  #write(changes: Changes, file: Pick<PreparedFile, 'name' | 'text'>): void {
    changes.remove('forgotten')
    changes.write('articles', file.text, file.name)
  }

  /** One file in another's place, which goes to the bin. A process that is killed leaves one of them or both. */
  async #replace(
    changes: Changes,
    server: string,
    by: string,
    name: string,
    file: Pick<PreparedFile, 'name' | 'text'>,
  ): Promise<void> {
    const old = await changes.read('articles', name)
    if (old === null) throw new StoreError(NO_SUCH)
    this.#record(changes, server, by, 'edit', name)
    changes.write('bin', old, name, this.#now())
    this.#write(changes, file)
    if (file.name !== name) changes.remove('articles', name)
    await this.#trimBin(changes)
  }

  /** To the bin, or out of it. */
  async #move(
    changes: Changes,
    server: string,
    by: string,
    action: 'remove' | 'restore',
    name: string,
  ): Promise<void> {
    const [from, to] = action === 'remove' ? (['articles', 'bin'] as const) : (['bin', 'articles'] as const)
    const known = isFileName(name) && (await changes.list(from)).some((file) => file.name === name)
    if (!known) throw new StoreError(NO_SUCH)
    this.#record(changes, server, by, action, name)
    // Says how long it has been in the bin.
    await changes.move(from, to, name, this.#now())
  }

  async #checkLimits(
    changes: Changes,
    server: string,
    added: number,
    stored: readonly StoredFile[],
  ): Promise<void> {
    this.#checkRoom(added, stored)
    await this.#checkChanges(changes, server)
  }

  /** @throws StoreError */
  #checkRoom(added: number, stored: readonly StoredFile[]): void {
    const { articles, bytes } = this.#limits
    if (stored.length >= articles) {
      throw new StoreError([message('noteManyArticles', { n: articles }), message('noteRemoveSome')])
    }
    if (stored.reduce((sum, file) => sum + file.bytes, added) > bytes) {
      throw new StoreError([message('noteManyBytes', { n: bytes }), message('noteRemoveSome')])
    }
  }

  async #checkChanges(changes: Changes, server: string): Promise<void> {
    const now = this.#now()
    const most = this.#limits.changesAnHour
    let done = 0
    for await (const entry of changes.entries('audit', { server, since: hourBefore(now) })) {
      if (isAuditEntry(entry) && isChange(entry) && entry.at <= now.toISOString()) done++
      if (done < most) continue
      throw new StoreError([message('noteManyChanges', { n: most }), message('noteTryLater')])
    }
  }

  async #trimBin(changes: Changes): Promise<void> {
    const removed = (await listed(changes.list('bin'))).toSorted((a, b) => b.since - a.since)
    for (const { name } of removed.slice(this.#limits.bin)) changes.remove('bin', name)
  }

  async #forgottenAt(server: string): Promise<number | null> {
    return timeIn(await this.#state.read(server, 'forgotten').catch(() => null))
  }

  /** Unless it is remembered again by now. */
  #delete(server: string, aged: Date): Promise<void> {
    return this.#inTurn(server, async (changes) => {
      const forgotten = timeIn(await changes.read('forgotten'))
      if (forgotten === null || forgotten > aged.getTime()) return
      this.#record(changes, server, null, 'delete')
      changes.removeAll()
    })
  }

  async #sweepBin(server: string, aged: Date): Promise<void> {
    const isAged = ({ since }: StoredFile) => since <= aged.getTime()
    if (!(await this.removed(server)).some(isAged)) return
    await this.#inTurn(server, async (changes) => {
      for (const file of await listed(changes.list('bin'))) if (isAged(file)) changes.remove('bin', file.name)
    })
  }
}

/** Those that were stored as articles; nothing else is ever shown or moved. */
async function listed(entries: Promise<StateEntry[]>): Promise<StoredFile[]> {
  return (await entries).filter(({ name }) => isFileName(name))
}

function timeIn(text: string | null): number | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : time
}

const hourBefore = (now: Date) => new Date(now.getTime() - HOUR).toISOString()

/** Of an article, by a person. */
const isChange = ({ by, article }: AuditEntry) => by !== null && article !== null

const NO_SUCH = [message('noteNoSuchArticle')]

function refuseSameText(name: string, stored: readonly StoredFile[]): void {
  const names = stored.map((file) => file.name)
  const same = sameText(name, names)
  if (same) throw new StoreError([message('noteStoredAlready', { name: same })])
}
