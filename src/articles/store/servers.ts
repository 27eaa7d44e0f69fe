import { mkdir, readdir, readFile, rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { type Message, message } from '../../i18n/message.js'
import { flushFolder, removeUnfinished, writeAtomically } from '../../lib/atomic-file.js'
import { type Draft, isRefusal } from '../drafts/draft.js'
import { draftOf } from '../isolated/isolated.js'
import { type ArticleAction, type AuditEntry, AuditLog, type SettingAction } from './audit.js'
import {
  LARGEST_ARTICLE,
  type PreparedFile,
  prepare,
  type StoredFile,
  sameText,
  storedIn,
  writeFileIn,
} from './folder.js'
import { hashIn, isFileName } from './names.js'
import { isServer, ServerFolders } from './places.js'
import { orRefuse, StoreError } from './refusals.js'

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

export const STORE_LIMITS: StoreLimits = {
  articles: 1_000,
  bytes: 10_000_000,
  articleBytes: LARGEST_ARTICLE,
  changesAnHour: 60,
  bin: 100,
}

export interface StoreOptions {
  /** The folder below which each server has its own, such as `var/servers`. */
  readonly folder: string
  readonly limits?: Partial<StoreLimits>
  readonly now?: () => Date
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** How long removed articles and those of servers that the bot has left are kept. */
const KEPT_DAYS = 30
const FORGOTTEN = '.forgotten'
const DELETED = '.deleted-'

/**
 * The articles that servers' moderators have added, a folder to a server, and the record of who added and
 * removed them. One process may use a folder at a time. Changes are made one after another; a process that is
 * killed leaves an article where it was or where it was to be.
 */
export class ServerStore {
  readonly #folder: string
  readonly #folders: ServerFolders
  readonly #limits: StoreLimits
  readonly #now: () => Date
  readonly audit: AuditLog
  #last: Promise<unknown> = Promise.resolve()

  constructor({ folder, limits = {}, now = () => new Date() }: StoreOptions) {
    this.#folder = folder
    this.#folders = new ServerFolders(folder)
    this.#limits = { ...STORE_LIMITS, ...limits }
    this.#now = now
    this.audit = new AuditLog(join(folder, 'audit.jsonl'))
  }

  /** Where a server's articles are read from. It need not exist. */
  articlesFolder(server: string): string {
    return this.#folders.of(server).articles
  }

  /** The servers that have a folder of their own. */
  async servers(): Promise<string[]> {
    return (await readdir(this.#folder).catch(() => [])).filter(isServer).sort()
  }

  list(server: string): Promise<StoredFile[]> {
    return storedIn(this.articlesFolder(server))
  }

  /** What was removed and can be brought back. */
  removed(server: string): Promise<StoredFile[]> {
    return storedIn(this.#bin(server))
  }

  /** @throws StoreError with a sentence for moderators */
  add(server: string, by: string, draft: Draft): Promise<StoredFile> {
    return this.#inTurn(async () => {
      const file = prepare(draft, this.#limits.articleBytes)
      const stored = await this.list(server)
      refuseSameText(file.name, stored)
      await this.#checkLimits(server, file.bytes, stored)
      await this.#record(server, by, 'add', file.name)
      await this.#write(server, file)
      return { name: file.name, bytes: file.bytes, since: this.#now().getTime() }
    })
  }

  /**
   * Stores what a feed of the server's brought; null where it has the same text, or had it and it was removed.
   * @param onStoring called before it is stored, by the name of its file
   * @throws StoreError
   */
  addFromFeed(
    server: string,
    draft: Draft,
    onStoring: (name: string) => Promise<void>,
  ): Promise<PreparedFile | null> {
    return this.#inTurn(async () => {
      const file = prepare(draft, this.#limits.articleBytes)
      const [stored, removed] = await Promise.all([this.list(server), this.removed(server)])
      const names = [...stored, ...removed].map(({ name }) => name)
      if (sameText(file.name, names)) return null
      this.#checkRoom(file.bytes, stored)
      await onStoring(file.name)
      await this.#record(server, null, 'add', file.name)
      await this.#write(server, file)
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
    const bytes = await readFile(join(this.articlesFolder(server), name)).catch(() => null)
    const draft = bytes && (await draftOf({ bytes, fileName: name }, { owner: server }))
    return draft === null || isRefusal(draft) ? null : draft
  }

  /**
   * Puts what is known of an article right: its title, outlet, date, link. What it was goes to the bin, from where
   * `revert` takes it back.
   * @throws StoreError
   */
  edit(server: string, by: string, name: string, draft: Draft): Promise<StoredFile> {
    return this.#inTurn(async () => {
      const file = prepare(draft, this.#limits.articleBytes)
      const old = (await this.list(server)).find((one) => one.name === name)
      if (!old || hashIn(name) !== hashIn(file.name)) throw new StoreError(NO_SUCH)
      await this.#checkChanges(server)
      await this.#replace(server, by, name, file)
      return { name: file.name, bytes: file.bytes, since: this.#now().getTime() }
    })
  }

  /** Takes back the last edit of an article, by the hash in its name. @throws StoreError */
  revert(server: string, by: string, hash: string): Promise<StoredFile> {
    return this.#inTurn(async () => {
      const now = (await this.list(server)).find(({ name }) => hashIn(name) === hash)
      const [before] = (await this.removed(server))
        .filter(({ name }) => hashIn(name) === hash)
        .sort((a, b) => b.since - a.since)
      if (!now || !before) throw new StoreError(NO_SUCH)
      await this.#checkChanges(server)
      const text = await readFile(join(this.#bin(server), before.name), 'utf8')
      const file = { name: before.name, text, bytes: Buffer.byteLength(text) }
      await this.#replace(server, by, now.name, file)
      if (before.name !== now.name) await rm(join(this.#bin(server), before.name), { force: true })
      return { ...before, since: this.#now().getTime() }
    })
  }

  /** @throws StoreError */
  remove(server: string, by: string, name: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#checkChanges(server)
      await this.#move(server, by, 'remove', name, this.articlesFolder(server), this.#bin(server))
      await this.#trimBin(server)
    })
  }

  /** @throws StoreError */
  restore(server: string, by: string, name: string): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.list(server)
      refuseSameText(name, stored)
      const file = (await this.removed(server)).find((one) => one.name === name)
      await this.#checkLimits(server, file?.bytes ?? 0, stored)
      await this.#move(server, by, 'restore', name, this.#bin(server), this.articlesFolder(server))
    })
  }

  /** Records what a moderator is about to set, before it is. @throws StoreError */
  recordSetting(server: string, by: string, action: SettingAction, what: string): Promise<void> {
    return this.#inTurn(() =>
      this.audit.append({ at: this.#now().toISOString(), by, server, action, article: null, what }),
    )
  }

  /** The bot has left a server: 30 days after it was first told so, its articles are deleted. */
  forgetServer(server: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!(await this.servers()).includes(server) || (await this.#forgottenAt(server)) !== null) return
      await this.#record(server, null, 'forget')
      await writeAtomically(join(this.#home(server), FORGOTTEN), this.#now().toISOString())
    })
  }

  /** Whether the bot has left a server, whose articles wait to be deleted. */
  async isForgotten(server: string): Promise<boolean> {
    return (await this.#forgottenAt(server)) !== null
  }

  /** The bot is in a server again. */
  keepServer(server: string): Promise<void> {
    return this.#inTurn(async () => {
      if ((await this.#forgottenAt(server)) === null) return
      await this.#record(server, null, 'keep')
      await this.#unmark(server)
    })
  }

  /** Deletes what has been kept long enough and what killed processes left. To be called now and then. */
  sweep(): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.#now().getTime()
      for (const server of await this.servers()) {
        const forgotten = await this.#forgottenAt(server)
        if (forgotten !== null && forgotten <= now - KEPT_DAYS * DAY) await this.#delete(server)
        else await this.#sweepServer(server, now)
      }
      for (const name of await readdir(this.#folder).catch(() => [])) {
        if (name.startsWith(DELETED)) await rm(join(this.#folder, name), { recursive: true, force: true })
      }
    })
  }

  #home(server: string): string {
    return this.#folders.of(server).home
  }

  #bin(server: string): string {
    return this.#folders.of(server).bin
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => orRefuse(work))
    this.#last = done.catch(() => {})
    return done
  }

  async #record(server: string, by: string | null, action: ArticleAction, article: string | null = null) {
    await this.audit.append({ at: this.#now().toISOString(), by, server, action, article })
  }

  async #write(server: string, file: PreparedFile): Promise<void> {
    await this.#unmark(server)
    await writeFileIn(this.articlesFolder(server), file)
  }

  /** One file in another's place, which goes to the bin. A process that is killed leaves one of them or both. */
  async #replace(server: string, by: string, name: string, file: PreparedFile): Promise<void> {
    const [from, bin] = [this.articlesFolder(server), this.#bin(server)]
    await mkdir(bin, { recursive: true })
    await this.#record(server, by, 'edit', name)
    const old = await readFile(join(from, name), 'utf8')
    await writeAtomically(join(bin, name), old)
    // Says how long it has been in the bin.
    await utimes(join(bin, name), this.#now(), this.#now())
    await this.#write(server, file)
    if (file.name !== name) await rm(join(from, name))
    await flushFolder(from)
    await this.#trimBin(server)
  }

  async #move(server: string, by: string, action: ArticleAction, name: string, from: string, to: string) {
    const known = isFileName(name) && (await storedIn(from)).some((file) => file.name === name)
    if (!known) throw new StoreError(NO_SUCH)
    await mkdir(to, { recursive: true })
    await this.#record(server, by, action, name)
    // Says how long it has been in the bin.
    await utimes(join(from, name), this.#now(), this.#now())
    await rename(join(from, name), join(to, name))
    await Promise.all([flushFolder(from), flushFolder(to)])
  }

  async #checkLimits(server: string, added: number, stored: readonly StoredFile[]): Promise<void> {
    this.#checkRoom(added, stored)
    await this.#checkChanges(server)
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

  async #checkChanges(server: string): Promise<void> {
    const now = this.#now()
    const most = this.#limits.changesAnHour
    let changes = 0
    for await (const entry of this.audit.since(new Date(now.getTime() - HOUR))) {
      if (entry.server === server && isChange(entry) && entry.at <= now.toISOString()) changes++
      if (changes < most) continue
      throw new StoreError([message('noteManyChanges', { n: most }), message('noteTryLater')])
    }
  }

  async #trimBin(server: string): Promise<void> {
    const removed = (await this.removed(server)).toSorted((a, b) => b.since - a.since)
    for (const { name } of removed.slice(this.#limits.bin))
      await rm(join(this.#bin(server), name), { force: true })
  }

  async #forgottenAt(server: string): Promise<number | null> {
    const text = await readFile(join(this.#home(server), FORGOTTEN), 'utf8').catch(() => null)
    const time = Date.parse(text ?? '')
    return Number.isNaN(time) ? null : time
  }

  #unmark(server: string): Promise<void> {
    return rm(join(this.#home(server), FORGOTTEN), { force: true })
  }

  /** Gone at once for all who look, then bit by bit from the disk. */
  async #delete(server: string): Promise<void> {
    await this.#record(server, null, 'delete')
    await rename(this.#home(server), join(this.#folder, `${DELETED}${server}-${this.#now().getTime()}`))
  }

  async #sweepServer(server: string, now: number): Promise<void> {
    for (const { name, since } of await this.removed(server)) {
      if (since <= now - KEPT_DAYS * DAY) await rm(join(this.#bin(server), name), { force: true })
    }
    for (const folder of [this.#home(server), this.articlesFolder(server)]) {
      await removeUnfinished(folder, now - HOUR)
    }
  }
}

/** Of an article, by a person. */
const isChange = ({ by, article }: AuditEntry) => by !== null && article !== null

const NO_SUCH = [message('noteNoSuchArticle')]

function refuseSameText(name: string, stored: readonly StoredFile[]): void {
  const names = stored.map((file) => file.name)
  const same = sameText(name, names)
  if (same) throw new StoreError([message('noteStoredAlready', { name: same })])
}
