import { BufferedChanges, byName, isStruck, passes, type Step } from './buffered-changes.js'
import {
  type Changes,
  type Collection,
  checkOwner,
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

interface Kept {
  readonly owner: Owner
  readonly kind: Kind
  readonly name: string
  readonly text: string
  readonly since: number
}

/** What ends with the process. */
export class MemoryState implements State {
  readonly isShared = false
  readonly #most: number
  /** Those written last come last. */
  readonly #texts = new Map<string, Kept>()
  readonly #logs: Record<LogName, LogEntry[]> = { audit: [], feedback: [] }
  readonly #turns = new Turns<Owner>()
  readonly #listeners = new Set<(change: StateChange) => void>()

  /** @param most texts that are kept; the oldest are given up */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  async read(owner: Owner, kind: Kind, name = ''): Promise<string | null> {
    checkOwner(owner)
    return this.#texts.get(keyOf(owner, kind, name))?.text ?? null
  }

  async list(owner: Owner, kind: Collection): Promise<StateEntry[]> {
    checkOwner(owner)
    return [...this.#texts.values()]
      .filter((one) => one.owner === owner && one.kind === kind)
      .map(({ name, text, since }) => ({ name, bytes: Buffer.byteLength(text), since }))
      .sort(byName)
  }

  async servers(): Promise<string[]> {
    return [...new Set([...this.#texts.values()].flatMap(({ owner }) => owner ?? []))].sort()
  }

  async change<T>(owner: Owner, work: (changes: Changes) => Promise<T>): Promise<T> {
    checkOwner(owner)
    return this.#turns.take(owner, async () => {
      const changes = new BufferedChanges(owner, this)
      const result = await work(changes)
      for (const step of changes.steps) this.#do(owner, step)
      for (const kind of changes.kinds()) for (const tell of this.#listeners) tell({ owner, kind, own: true })
      return result
    })
  }

  async append(log: LogName, entry: LogEntry): Promise<void> {
    this.#logs[log].push(entry)
  }

  async *entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry> {
    for (const entry of this.#logs[log].toReversed()) if (passes(entry, filter)) yield entry
  }

  async count(log: LogName, member: string): Promise<number> {
    return this.#logs[log].filter((entry) => entry.member === member).length
  }

  async strike(log: LogName, struck: Struck): Promise<number> {
    const before = this.#logs[log]
    this.#logs[log] = before.filter((entry) => !isStruck(entry, struck))
    return before.length - this.#logs[log].length
  }

  onChange(listener: (change: StateChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async tidy(): Promise<void> {}
  async close(): Promise<void> {}

  #do(owner: Owner, step: Step): void {
    if (step.does === 'append') {
      this.#logs[step.log].push(step.entry)
      return
    }
    if (step.does === 'removeAll') {
      for (const [key, one] of this.#texts) if (one.owner === owner) this.#texts.delete(key)
      return
    }
    const { kind, name } = step
    const before = this.#texts.get(keyOf(owner, kind, name))
    this.#texts.delete(keyOf(owner, kind, name))
    if (step.does === 'write') this.#keep({ owner, kind, name, text: step.text, since: step.since.getTime() })
    if (step.does === 'move' && before) this.#keep({ ...before, kind: step.to, since: step.since.getTime() })
  }

  #keep(one: Kept): void {
    this.#texts.set(keyOf(one.owner, one.kind, one.name), one)
    for (const key of this.#texts.keys()) {
      if (this.#texts.size <= this.#most) return
      this.#texts.delete(key)
    }
  }
}

const keyOf = (owner: Owner, kind: Kind, name: string) => `${owner ?? ''} ${kind} ${name}`
