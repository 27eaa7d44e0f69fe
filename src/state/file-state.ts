import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, removeUnfinished, writeAtomically } from '../lib/atomic-file.js'
import { BufferedChanges, type Step } from './buffered-changes.js'
import { FileLog } from './file-log.js'
import {
  type Changes,
  type Collection,
  checkName,
  checkOwner,
  isServer,
  type Kind,
  type LogEntry,
  type LogFilter,
  type LogName,
  type Owner,
  type State,
  type StateChange,
  type StateEntry,
  type Struck,
  Turns,
} from './state.js'

export interface FileStateOptions {
  /** The folder below which each server has its own, such as `var/servers`. */
  readonly servers: string
  /** Where feeds for everybody have what they brought; `feeds` beside the servers’ by default. */
  readonly feeds?: string
  /** Where feedback is kept; the folder of the servers’ by default. */
  readonly feedback?: string
  /** Bytes of a file of feedback that is full. Years of a busy server, and nothing beside the articles. */
  readonly feedbackBytes?: number
  readonly now?: () => Date
}

const DELETED = '.deleted-'
/** How much of the end of a file of feedback is read, in bytes. */
const FEEDBACK_READ = 256 * 1024

/**
 * In files that one process writes, a folder to a server. A file is there in full or not at all; a process that is
 * killed in the midst of a change has done the first of its steps.
 */
export class FileState implements State {
  readonly isShared = false
  readonly #servers: string
  readonly #feeds: string
  readonly #feedback: string
  readonly #now: () => Date
  readonly #logs: Readonly<Record<LogName, FileLog>>
  readonly #turns = new Turns<Owner>()
  readonly #listeners = new Set<(change: StateChange) => void>()

  constructor({
    servers,
    feeds = join(servers, '..', 'feeds'),
    feedback = servers,
    feedbackBytes = 5_000_000,
    now = () => new Date(),
  }: FileStateOptions) {
    this.#servers = servers
    this.#feeds = feeds
    this.#feedback = feedback
    this.#now = now
    this.#logs = {
      audit: new FileLog({ path: join(servers, 'audit.jsonl'), flushed: true }),
      feedback: new FileLog({
        path: join(feedback, 'feedback.jsonl'),
        full: { path: join(feedback, 'feedback.before.jsonl'), bytes: feedbackBytes },
        window: FEEDBACK_READ,
        flushed: false,
      }),
    }
  }

  async read(owner: Owner, kind: Kind, name = ''): Promise<string | null> {
    return readFile(this.#pathOf(owner, kind, name), 'utf8').catch(orNull)
  }

  async list(owner: Owner, kind: Collection): Promise<StateEntry[]> {
    const folder = this.#pathOf(owner, kind)
    const names = (await readdir(folder).catch(orNull)) ?? []
    const entries: StateEntry[] = []
    for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
      // It may have been moved meanwhile.
      const found = await stat(join(folder, name)).catch(() => null)
      if (found?.isFile()) entries.push({ name, bytes: found.size, since: found.mtimeMs })
    }
    return entries
  }

  async servers(): Promise<string[]> {
    return (await readdir(this.#servers).catch(() => [])).filter(isServer).sort()
  }

  async change<T>(owner: Owner, work: (changes: Changes) => Promise<T>): Promise<T> {
    checkOwner(owner)
    return this.#turns.take(owner, async () => {
      const changes = new BufferedChanges(owner, this, this.#now)
      const result = await work(changes)
      for (const step of changes.steps) await this.#do(owner, step)
      for (const kind of changes.kinds()) for (const tell of this.#listeners) tell({ owner, kind, own: true })
      return result
    })
  }

  append(log: LogName, entry: LogEntry): Promise<void> {
    return this.#logs[log].append(entry)
  }

  entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry> {
    return this.#logs[log].entries(filter)
  }

  count(log: LogName, member: string): Promise<number> {
    return this.#logs[log].count(member)
  }

  strike(log: LogName, struck: Struck): Promise<number> {
    return this.#logs[log].strike(struck)
  }

  onChange(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async tidy(before: Date): Promise<void> {
    for (const name of await readdir(this.#servers).catch(() => [])) {
      const path = join(this.#servers, name)
      if (name.startsWith(DELETED)) await rm(path, { recursive: true, force: true })
      if (!isServer(name)) continue
      for (const folder of [path, this.#pathOf(name, 'articles')])
        await removeUnfinished(folder, before.getTime())
    }
  }

  async close(): Promise<void> {}

  async #do(owner: Owner, step: Step): Promise<void> {
    if (step.does === 'append') return this.append(step.log, step.entry)
    if (step.does === 'removeAll') return this.#removeAll(owner)
    const path = this.#pathOf(owner, step.kind, step.name)
    if (step.does === 'remove') {
      await rm(path, { force: true })
      return flushFolder(dirname(path))
    }
    if (step.does === 'write') {
      await writeAtomically(path, step.text)
      return utimes(path, step.since, step.since)
    }
    const to = this.#pathOf(owner, step.to, step.name)
    await mkdir(dirname(to), { recursive: true })
    await utimes(path, step.since, step.since)
    await rename(path, to)
    await Promise.all([flushFolder(dirname(path)), flushFolder(dirname(to))])
  }

  /** Gone at once for all who look, then bit by bit from the disk. */
  async #removeAll(owner: Owner): Promise<void> {
    if (owner === null) throw new TypeError('What is the bot’s own is not removed.')
    const gone = join(this.#servers, `${DELETED}${owner}-${this.#now().getTime()}`)
    await rename(join(this.#servers, owner), gone).catch(orNull)
  }

  #pathOf(owner: Owner, kind: Kind, name = ''): string {
    checkOwner(owner)
    checkName(name)
    return owner === null ? this.#ownPathOf(kind, name) : join(this.#servers, owner, nameOf(kind), name)
  }

  #ownPathOf(kind: Kind, name: string): string {
    if (kind === 'greeted') return join(this.#servers, 'known.json')
    if (kind === 'salt') return join(this.#feedback, 'feedback.salt')
    if (kind === 'feeds') return join(this.#feeds, 'state.json')
    return join(this.#feeds, nameOf(kind), name)
  }
}

const FOLDERS: readonly Kind[] = ['articles', 'bin', 'drafts', 'previews']

function nameOf(kind: Kind): string {
  if (kind === 'forgotten') return '.forgotten'
  return FOLDERS.includes(kind) ? kind : `${kind}.json`
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
