/**
 * Messages that are posted once, whatever happens to the process that posts them. Before one is sent it is claimed: it
 * stands in a record that all processes share, as begun. Afterwards it stands there as done. Where a process ends in
 * between, nobody can know whether Discord has it; the next one waits until the first would have given up, and looks in
 * the channel. Where it does not stand there, it is sent again, under the same nonce, by which Discord knows it again
 * for some minutes.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { State } from '../../state/index.js'

const claim = z.object({
  /** One for each message. */
  key: z.string(),
  /** When it was begun, in milliseconds. */
  at: z.number(),
  /** Whether nothing is left to be done for it. */
  done: z.boolean(),
  /** Which process has begun it or gone on with it, and when it went on. */
  by: z.string().optional(),
  taken: z.number().optional(),
  /** Where, and of what it tells. */
  channel: z.string().optional(),
  ids: z.array(z.string()).optional(),
})
export type Claim = Readonly<z.infer<typeof claim>>
export type Wanted = Pick<Claim, 'key' | 'channel' | 'ids'>

/** For so long Discord knows a message again by its nonce. */
const NONCE_MS = 2 * 60_000
/**
 * Whoever has claimed a message sends it within so long, or not at all; and who finds it claimed leaves it alone for so
 * long. What is between the two is for clocks of machines that differ.
 */
export const SEND_MS = 30_000
const CLAIMED_MS = 60_000

export interface OnceOptions {
  readonly state: State
  readonly kind: 'briefs' | 'announced'
  /** Claims that are remembered of a server, and for how long. */
  readonly most: number
  readonly keptMs?: number
  readonly now: () => number
}

export interface Attempt {
  /** What is to be posted; null where it was decided meanwhile that nothing is. */
  choose(known: readonly Claim[]): Wanted | null
  send(chosen: Wanted): Promise<void>
  /** Whether it stands in the channel; null where that can't be seen. */
  stands(chosen: Wanted): Promise<boolean | null>
}

/** What has become of it: posted now; done with, now or before; another process is at it, so that it may be looked at again. */
export type Outcome = 'sent' | 'settled' | 'later'

export class Once {
  readonly #options: OnceOptions
  /** Stands for this process, as long as it lives. */
  readonly #self = randomBytes(9).toString('base64url')
  readonly #sending = new Set<string>()

  constructor(options: OnceOptions) {
    this.#options = options
  }

  async known(server: string): Promise<readonly Claim[]> {
    const { state, kind } = this.#options
    return claimsIn(await state.read(server, kind))
  }

  /**
   * Posts what is chosen, unless that was done.
   * @throws what sending it does; it is begun then, and gone on with by the next attempt, unless it is settled
   */
  async post(server: string, attempt: Attempt): Promise<Outcome> {
    const { now } = this.#options
    const started = performance.now()
    const claimed = await this.#claim(server, attempt)
    if (typeof claimed === 'string') return claimed
    const { chosen, begun } = claimed
    const sending = `${server} ${chosen.key}`
    this.#sending.add(sending)
    try {
      if (begun !== null) {
        const stands = await attempt.stands(chosen)
        // Where it can't be looked, it is said once at most rather than once at least.
        if (stands || (stands === null && Math.abs(now() - begun) > NONCE_MS)) {
          await this.settle(server, chosen.key)
          return 'settled'
        }
      }
      // A process that was stopped for a while may not be the one to send it any more.
      if (performance.now() - started > SEND_MS) return 'later'
      await attempt.send(chosen)
      await this.settle(server, chosen.key)
      return 'sent'
    } finally {
      this.#sending.delete(sending)
    }
  }

  /** Nothing is left to be done for it. */
  async settle(server: string, key: string): Promise<void> {
    await this.#change(server, (known) => [
      ...known.filter((one) => one.key !== key),
      { ...(known.find((one) => one.key === key) ?? { key, at: this.#options.now() }), done: true },
    ])
  }

  async #claim(
    server: string,
    { choose }: Attempt,
  ): Promise<{ readonly chosen: Wanted; readonly begun: number | null } | 'settled' | 'later'> {
    const { now } = this.#options
    let claimed: Awaited<ReturnType<Once['post']>> | { chosen: Wanted; begun: number | null } = 'settled'
    await this.#change(server, (known) => {
      const chosen = choose(known)
      const before = chosen && known.find(({ key }) => key === chosen.key)
      if (!chosen || before?.done) {
        claimed = 'settled'
        return null
      }
      if (before && !this.#mayTake(server, before)) {
        claimed = 'later'
        return null
      }
      claimed = { chosen, begun: before?.at ?? null }
      const others = known.filter(({ key }) => key !== chosen.key)
      const taken = before ? { ...before, taken: now() } : { ...chosen, at: now(), done: false }
      return [...others, { ...taken, by: this.#self }]
    })
    return claimed
  }

  /** Whether nobody is at it who could still send it. */
  #mayTake(server: string, { key, by, at, taken = at }: Claim): boolean {
    if (this.#sending.has(`${server} ${key}`)) return false
    const { state, now } = this.#options
    return !state.isShared || by === this.#self || Math.abs(now() - taken) >= CLAIMED_MS
  }

  async #change(server: string, change: (known: readonly Claim[]) => readonly Claim[] | null): Promise<void> {
    const { state, kind, most, keptMs = Number.POSITIVE_INFINITY, now } = this.#options
    await state.change(server, async (changes) => {
      const changed = change(claimsIn(await changes.read(kind)))
      if (!changed) return
      const kept = changed.filter(({ at }) => Math.abs(now() - at) <= keptMs).slice(-most)
      changes.write(kind, JSON.stringify(kept))
    })
  }
}

export function claimsIn(text: string | null): readonly Claim[] {
  try {
    return z.array(claim).parse(JSON.parse(text ?? ''))
  } catch {
    return []
  }
}
