import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeAtomically } from '../../lib/atomic-file.js'

const entry = z.object({
  /** The name of its file. */
  name: z.string(),
  /** When it was stored, in milliseconds. */
  at: z.number(),
  /** How often it was begun to be told of. */
  tries: z.number(),
})

type Entry = z.infer<typeof entry>

/** Entries that are remembered; the oldest are given up. */
const MOST = 1_000
/** What is older is no news: after days without the bot nobody is told of what was new then. */
const NEWS_MS = 24 * 3_600_000
/** A process that ends each time it tells of something must not tell of it at each of its starts. */
const MOST_TRIES = 3

/**
 * The articles of feeds that are still to be told of where they are followed. An article is entered before it is
 * stored and crossed out when it has been told, so that a process that is killed in between tells of it at its next
 * start: at least once, as something told twice is a nuisance, and something never told is missed.
 */
export class Untold {
  readonly #path: string
  readonly #now: () => number
  #entries: Promise<Map<string, Entry>> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(path: string, now: () => number) {
    this.#path = path
    this.#now = now
  }

  /** The names of those that an earlier process left. */
  async left(): Promise<string[]> {
    return [...(await this.#load()).keys()]
  }

  /** An article is about to be stored. */
  enter(name: string): Promise<void> {
    return this.#change((entries) => {
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

  /** One change after another, each on the disk before it counts. @throws what the disk says */
  #change(change: (entries: Map<string, Entry>) => void): Promise<void> {
    const done = this.#last.then(async () => {
      const before = await this.#load()
      const entries = new Map(before)
      change(entries)
      for (const oldest of [...entries.keys()].slice(0, -MOST)) entries.delete(oldest)
      if (entries.size > 0 || before.size > 0) {
        await writeAtomically(this.#path, JSON.stringify([...entries.values()]))
      }
      this.#entries = Promise.resolve(entries)
    })
    this.#last = done.catch(() => {})
    return done
  }

  #load(): Promise<Map<string, Entry>> {
    this.#entries ??= read(this.#path)
    return this.#entries
  }
}

/** As they were written; none where there is no file or it is broken. */
async function read(path: string): Promise<Map<string, Entry>> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return new Map(
      z
        .array(entry)
        .parse(JSON.parse(text))
        .map((one) => [one.name, one]),
    )
  } catch {
    return new Map()
  }
}
