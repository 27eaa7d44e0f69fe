/** Drafts that wait for a moderator to check them. Kept for a while, and not too many. */
import { randomBytes } from 'node:crypto'
import type { Draft } from '../../../articles/drafts/index.js'
import type { Changes, State } from '../../../state/index.js'

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

/** Of one server: its own oldest gives way, not another server's. */
const MOST_OF_ONE = 10
const KEPT_MS = 15 * 60_000

export class Drafts<T extends Owned = Pending> {
  readonly #state: State
  readonly #kind: 'drafts' | 'previews'
  readonly #now: () => number

  constructor(state: State, kind: 'drafts' | 'previews', now: () => number = Date.now) {
    this.#state = state
    this.#kind = kind
    this.#now = now
  }

  /** @returns a key that can't be guessed */
  async keep(pending: T): Promise<string> {
    const key = randomBytes(12).toString('base64url')
    await this.#state.change(pending.server, async (changes) => {
      const own = (await changes.list(this.#kind)).toSorted((a, b) => a.since - b.since)
      const isOld = ({ since }: { since: number }) => since + KEPT_MS < this.#now()
      const old = own.filter((one, place) => isOld(one) || place <= own.length - MOST_OF_ONE)
      for (const { name } of old) changes.remove(this.#kind, name)
      // Of two that come in the same millisecond one is older, too.
      this.#write(changes, key, pending, (own.at(-1)?.since ?? 0) + 1)
    })
    return key
  }

  /** Null where it is not there any more, or another's. */
  async find(key: string, server: string, by: string): Promise<T | null> {
    if (!isKey(key)) return null
    const pending = read<T>(await this.#state.read(server, this.#kind, key))
    if (!pending || pending.until < this.#now()) return null
    return pending.server === server && pending.by === by ? pending : null
  }

  /** Keeps what was corrected. */
  async change(key: string, pending: T): Promise<void> {
    if (!isKey(key)) return
    await this.#state.change(pending.server, async (changes) => {
      if ((await changes.read(this.#kind, key)) !== null) this.#write(changes, key, pending)
    })
  }

  /** Of another's nothing is dropped. */
  async drop(key: string, server: string, by: string): Promise<void> {
    if (!(await this.find(key, server, by))) return
    await this.#state.change(server, async (changes) => changes.remove(this.#kind, key))
  }

  #write(changes: Changes, key: string, pending: T, notBefore = 0): void {
    const since = Math.max(this.#now(), notBefore)
    changes.write(this.#kind, JSON.stringify({ ...pending, until: since + KEPT_MS }), key, new Date(since))
  }
}

const isKey = (key: string) => /^[\w-]{16}$/.test(key)

/** Only this program's own text is ever kept there. */
const read = <T>(text: string | null): (T & { readonly until: number }) | null =>
  text === null ? null : JSON.parse(text)
