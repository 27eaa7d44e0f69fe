import {
  type Changes,
  type Collection,
  checkName,
  type Kind,
  type LogEntry,
  type LogFilter,
  type LogName,
  type Owner,
  type State,
  type StateEntry,
  type Struck,
} from './state.js'

/** One step of a change, as it is done in the end. */
export type Step =
  | {
      readonly does: 'write'
      readonly kind: Kind
      readonly name: string
      readonly text: string
      readonly since: Date
    }
  | { readonly does: 'remove'; readonly kind: Kind; readonly name: string }
  | {
      readonly does: 'move'
      readonly kind: Collection
      readonly to: Collection
      readonly name: string
      readonly since: Date
    }
  | { readonly does: 'removeAll' }
  | { readonly does: 'append'; readonly log: LogName; readonly entry: LogEntry }

/** Changes that are gathered, and read as if they were done already. */
export class BufferedChanges implements Changes {
  readonly steps: Step[] = []
  readonly #owner: Owner
  readonly #before: Pick<State, 'read' | 'list' | 'entries'>
  readonly #now: () => Date
  readonly #texts = new Map<string, { readonly text: string; readonly since: number } | null>()
  #isEmpty = false

  constructor(
    owner: Owner,
    before: Pick<State, 'read' | 'list' | 'entries'>,
    now: () => Date = () => new Date(),
  ) {
    this.#owner = owner
    this.#before = before
    this.#now = now
  }

  /** What was changed. */
  kinds(): Set<Kind> {
    return new Set(
      this.steps.flatMap((step) => [
        ...('kind' in step ? [step.kind] : []),
        ...('to' in step ? [step.to] : []),
      ]),
    )
  }

  async read(kind: Kind, name = ''): Promise<string | null> {
    const known = this.#texts.get(keyOf(kind, name))
    if (known !== undefined) return known?.text ?? null
    return this.#isEmpty ? null : this.#before.read(this.#owner, kind, name)
  }

  async list(kind: Collection): Promise<StateEntry[]> {
    const before = this.#isEmpty ? [] : await this.#before.list(this.#owner, kind)
    const entries = new Map(before.map((entry) => [entry.name, entry]))
    for (const [key, known] of this.#texts) {
      const [of, name] = key.split('/') as [Kind, string]
      if (of !== kind) continue
      if (known === null) entries.delete(name)
      else entries.set(name, { name, bytes: Buffer.byteLength(known.text), since: known.since })
    }
    return [...entries.values()].sort(byName)
  }

  write(kind: Kind, text: string, name = '', since = this.#now()): void {
    checkName(name)
    this.#texts.set(keyOf(kind, name), { text, since: since.getTime() })
    this.steps.push({ does: 'write', kind, name, text, since })
  }

  remove(kind: Kind, name = ''): void {
    checkName(name)
    this.#texts.set(keyOf(kind, name), null)
    this.steps.push({ does: 'remove', kind, name })
  }

  async move(from: Collection, to: Collection, name: string, since = this.#now()): Promise<void> {
    checkName(name)
    const text = await this.read(from, name)
    if (text === null) return
    this.#texts.set(keyOf(from, name), null)
    this.#texts.set(keyOf(to, name), { text, since: since.getTime() })
    this.steps.push({ does: 'move', kind: from, to, name, since })
  }

  removeAll(): void {
    this.#texts.clear()
    this.#isEmpty = true
    this.steps.push({ does: 'removeAll' })
  }

  append(log: LogName, entry: LogEntry): void {
    this.steps.push({ does: 'append', log, entry })
  }

  async *entries(log: LogName, filter?: LogFilter): AsyncIterable<LogEntry> {
    for (const step of this.steps.toReversed()) {
      if (step.does === 'append' && step.log === log && passes(step.entry, filter)) yield step.entry
    }
    yield* this.#before.entries(log, filter)
  }
}

const keyOf = (kind: Kind, name: string) => `${kind}/${name}`

export const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : Number(a.name > b.name)

export const passes = (entry: LogEntry, { server, since }: LogFilter = {}) =>
  (server === undefined || entry.server === server) && (since === undefined || entry.at >= since)

export const isStruck = (entry: LogEntry, struck: Struck) =>
  'member' in struck ? entry.member === struck.member : entry.at < struck.before
