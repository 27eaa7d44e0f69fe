import type { Reply } from '../render/reply.js'
import type { Workload } from './scheduler.js'

export interface ToDo {
  work(): Promise<Reply | null>
  /** How long it may take, from when it begins. */
  readonly patienceMs: number
  /** It must not wait for its turn, since others may wait for it. */
  readonly urgent?: boolean
}

/** The work of one request, which begins once. */
export interface Work {
  /**
   * Begins it when it is its turn, unless it has begun.
   * @throws whatever it failed with; Refusal when too much waits; TooSlow when it was not done in time
   */
  result(): Promise<Reply | null>
  readonly isDone: boolean
  /** Begins it, and waits until it is done one way or the other, but no longer than this. Never rejects. */
  doneWithin(ms: number): Promise<void>
  /** Nobody wants it any more: if it hasn't begun, it doesn't. */
  giveUp(): void
}

export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

export function makeWork({ work, patienceMs, urgent = false }: ToDo, workload: Workload): Work {
  let isWanted = true
  let isDone = false
  let begun: Promise<Reply | null> | null = null
  const run = async () => (isWanted ? within(patienceMs, work()) : null)
  const result = () => {
    begun ??= (urgent ? run() : workload.run(run)).finally(() => {
      isDone = true
    })
    return begun
  }
  return {
    result,
    get isDone() {
      return isDone
    },
    doneWithin: (ms) => within(ms, result()).then(nothing, nothing),
    giveUp() {
      isWanted = false
    },
  }
}

const nothing = () => {}

/** @throws TooSlow when the work is not done in time; it is then left to end by itself */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`not done within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
