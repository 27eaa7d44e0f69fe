/** Drafts that wait for a moderator to check them. Kept in memory alone, for a while, and not too many. */
import { randomBytes } from 'node:crypto'
import type { Draft } from '../../../articles/drafts/index.js'
import { boundedMap } from '../../../lib/bounded.js'

/** What waits for whoever began it to go on with. */
interface Owned {
  readonly server: string
  /** The id of whoever gave the link or file; nobody else can go on with it. */
  readonly by: string
}

export interface Pending extends Owned {
  readonly draft: Draft
  /** The name of the stored file that it is to take the place of; absent for a new article. */
  readonly edits?: string
}

/** Of all servers together; one takes up to some 200 kB. */
const MOST = 100
/** Of one server: its own oldest gives way, not another server's. */
const MOST_OF_ONE = 10
const KEPT_MS = 15 * 60_000

export class Drafts<T extends Owned = Pending> {
  readonly #pending = boundedMap<string, T & { readonly until: number }>(MOST)
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** @returns a key that can't be guessed */
  keep(pending: T): string {
    const key = randomBytes(12).toString('base64url')
    const own = [...this.#pending].filter(([, { server }]) => server === pending.server)
    for (const [oldest] of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1)))
      this.#pending.delete(oldest)
    this.#pending.set(key, { ...pending, until: this.#now() + KEPT_MS })
    return key
  }

  /** Null where it is not there any more, or another's. */
  find(key: string, server: string, by: string): T | null {
    const pending = this.#pending.get(key)
    if (!pending || pending.until < this.#now()) {
      this.#pending.delete(key)
      return null
    }
    return pending.server === server && pending.by === by ? pending : null
  }

  /** Keeps what was corrected. */
  change(key: string, pending: T): void {
    if (this.#pending.has(key)) this.#pending.set(key, { ...pending, until: this.#now() + KEPT_MS })
  }

  /** Of another's nothing is dropped. */
  drop(key: string, server: string, by: string): void {
    if (this.find(key, server, by)) this.#pending.delete(key)
  }
}
