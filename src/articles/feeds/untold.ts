import { z } from 'zod'
import type { Changes, Owner, State } from '../../state/index.js'

const entry = z.object({
  /** The name of its file. */
  name: z.string(),
  /** When it was stored, in milliseconds. */
  at: z.number(),
  /** How often it was begun to be told of. */
  tries: z.number(),
})

type PendingAnnouncement = z.infer<typeof entry>

/** Entries that are remembered; the oldest are given up. */
const MOST = 1_000
/** What is older is no news: after days without the bot nobody is told of what was new then. */
const NEWS_MS = 24 * 3_600_000
/** A process that ends each time it tells of something must not tell of it at each of its starts. */
const MOST_TRIES = 3

/**
 * The articles of feeds that are still to be told of where they are followed. An article is entered with the change
 * that stores it and crossed out when it has been told, so that a process that is killed in between leaves it to the
 * next one: what was told already is known by `announced`, and what was never told would be missed.
 */
export class Untold {
  readonly #state: State
  readonly #owner: Owner
  readonly #now: () => number

  constructor(state: State, owner: Owner, now: () => number) {
    this.#state = state
    this.#owner = owner
    this.#now = now
  }

  /** The names of those that an earlier process left. */
  async left(): Promise<string[]> {
    return [...entriesIn(await this.#state.read(this.#owner, 'untold').catch(() => null)).keys()]
  }

  /** An article is about to be stored by these changes. */
  async enter(name: string, changes: Changes): Promise<void> {
    await this.#edit(changes, (entries) => {
      entries.delete(name)
      entries.set(name, { name, at: this.#now(), tries: 0 })
    })
  }

  /** Those of these that are to be told of now. Others are crossed out. */
  async begin(names: readonly string[]): Promise<string[]> {
    const now: string[] = []
    await this.#change((entries) => {
      for (const name of names) {
        const one = entries.get(name)
        if (one && one.tries < MOST_TRIES && this.#now() - one.at < NEWS_MS) {
          entries.set(name, { ...one, tries: one.tries + 1 })
          now.push(name)
        } else entries.delete(name)
      }
    })
    return now
  }

  /** These have been told of. */
  done(names: readonly string[]): Promise<void> {
    return this.#change((entries) => {
      for (const name of names) entries.delete(name)
    })
  }

  /** These could not be told of, and this process is still there to say so: that try does not count. */
  failed(names: readonly string[]): Promise<void> {
    return this.#change((entries) => {
      for (const name of names) {
        const one = entries.get(name)
        if (one) entries.set(name, { ...one, tries: one.tries - 1 })
      }
    })
  }

  /** @throws what keeps it says */
  #change(change: (entries: Map<string, PendingAnnouncement>) => void): Promise<void> {
    return this.#state.change(this.#owner, (changes) => this.#edit(changes, change))
  }

  async #edit(changes: Changes, change: (entries: Map<string, PendingAnnouncement>) => void): Promise<void> {
    const entries = entriesIn(await changes.read('untold'))
    const isEmpty = entries.size === 0
    change(entries)
    for (const oldest of [...entries.keys()].slice(0, -MOST)) entries.delete(oldest)
    if (entries.size > 0 || !isEmpty) changes.write('untold', JSON.stringify([...entries.values()]))
  }
}

/** As they were written; none where there are none or they are broken. */
function entriesIn(text: string | null): Map<string, PendingAnnouncement> {
  try {
    const entries = z.array(entry).parse(JSON.parse(text ?? ''))
    return new Map(entries.map((one) => [one.name, one]))
  } catch {
    return new Map()
  }
}
