/** Whose something is: a server's, by its id, or, where it is null, the bot's own. */
export type Owner = string | null

/** What is kept of an owner, and passes by itself; */
export type Passing = 'drafts' | 'previews'
/** of these there are many, each with a name; */
export const COLLECTIONS = ['articles', 'bin'] as const
export type Collection = (typeof COLLECTIONS)[number] | Passing
/** of these one: */
export const SINGLES = [
  // What moderators have set, feeds and follows among it.
  'settings',
  // What of the owner's feeds was seen, and which articles are still to be told of.
  'feeds',
  'untold',
  // Which briefs and which announcements were posted.
  'briefs',
  'announced',
  // When the bot left the server.
  'forgotten',
  // The bot's own: the servers that were greeted, and what ids are hashed with.
  'greeted',
  'salt',
] as const
export type Single = (typeof SINGLES)[number]
export type Kind = Collection | Single

/** What can be known of a text without reading it. */
export interface StateEntry {
  readonly name: string
  readonly bytes: number
  /** When it was written or moved, in milliseconds. */
  readonly since: number
}

/** Records to which entries are added: who did what, and what was asked in vain. */
export const LOGS = ['audit', 'feedback'] as const
export type LogName = (typeof LOGS)[number]

export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Whose it is: the id of a server or what stands for it; null where it is nobody's. */
  readonly server: string | null
  /** What stands for the member of whom it tells. */
  readonly member?: string
}

/** Entries that are deleted: all of a member, or all from before a time, ISO 8601. */
export type Struck = { readonly member: string } | { readonly before: string }

export interface LogFilter {
  readonly server?: string
  /** ISO 8601, UTC. */
  readonly since?: string
  /** However long ago; without it of a long record only the end may be read. */
  readonly all?: boolean
}

/** Changes of what one owner has, which are done together or not at all where a database keeps them. */
export interface Changes {
  /** As it will be. The name is that of one of a collection. */
  read(kind: Kind, name?: string): Promise<string | null>
  /** In the order of their names. */
  list(kind: Collection): Promise<StateEntry[]>
  /** @param since when it is said to have been written; now, unless given */
  write(kind: Kind, text: string, name?: string, since?: Date): void
  remove(kind: Kind, name?: string): void
  /** From one collection to another, in one step. */
  move(from: Collection, to: Collection, name: string, since?: Date): Promise<void>
  /** Removes all that the owner has. */
  removeAll(): void
  /** Is there before what it records is done, so that nothing is done unrecorded. */
  append(log: LogName, entry: LogEntry): void
  /** The newest first. */
  entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry>
}

export interface StateChange {
  readonly owner: Owner
  readonly kind: Kind
  /** Whether this process has made it. */
  readonly own: boolean
}

/**
 * Where everything is kept that lasts besides the shared articles: in files, or in a database that many processes
 * share. Texts by owner, kind and name; whoever changes what an owner has is the only one to do so meanwhile, over all
 * processes.
 */
export interface State {
  /** Whether other processes may change it. */
  readonly isShared: boolean
  /** Null where there is none. */
  read(owner: Owner, kind: Kind, name?: string): Promise<string | null>
  list(owner: Owner, kind: Collection): Promise<StateEntry[]>
  /** The servers of which anything is kept, in order. */
  servers(): Promise<string[]>
  /**
   * Changes what an owner has, one change after another. Where the work throws, nothing is changed.
   * @throws StateUnavailable where it can't be kept now, or what a disk says
   */
  change<T>(owner: Owner, work: (changes: Changes) => Promise<T>): Promise<T>
  append(log: LogName, entry: LogEntry): Promise<void>
  /** The newest first. Only as much is read as is needed. */
  entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry>
  /** How many entries are of a member. */
  count(log: LogName, member: string): Promise<number>
  /** Deletes entries. @returns how many there were */
  strike(log: LogName, struck: Struck): Promise<number>
  /**
   * Told of every change, by whomever it was made; null where some may have been missed.
   * @returns ends that
   */
  onChange(listener: (change: StateChange | null) => void): () => void
  /** Removes what killed processes left unfinished before a time, and drafts of before it. */
  tidy(before: Date): Promise<void>
  close(): Promise<void>
}

/** What is kept can't be had or changed just now. */
export class StateUnavailable extends Error {
  override readonly name = 'StateUnavailable'
}

export const isServer = (id: string) => /^\d{1,20}$/.test(id)

/** @throws TypeError for what is no server's id */
export function checkOwner(owner: Owner): void {
  if (owner !== null && !isServer(owner)) throw new TypeError('A server is named by its id, a number.')
}

/** Names that are no paths, hidden files or the like, whatever keeps them. */
export function checkName(name: string): void {
  if (!/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})?$/.test(name))
    throw new TypeError('No name of anything kept.')
}

/** Does one work after another for each key. */
export class Turns<K> {
  readonly #last = new Map<K, Promise<unknown>>()

  take<T>(key: K, work: () => Promise<T>): Promise<T> {
    const done = (this.#last.get(key) ?? Promise.resolve()).then(work)
    const settled = done.catch(() => {})
    this.#last.set(key, settled)
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    })
    return done
  }
}
