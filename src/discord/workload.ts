/**
 * Lets answers be made a few at a time, and none while somebody waits to be acknowledged: Discord gives up on whoever
 * is not acknowledged within three seconds, and an answer may take its time.
 */
import { Refusal } from './incoming.js'

export interface Workload {
  /** Acknowledges when it is its turn, before any work. */
  acknowledging<T>(acknowledge: () => Promise<T>): Promise<T>
  /**
   * Runs the work when it is its turn.
   * @throws Refusal when so much waits that it would take too long
   */
  run<T>(work: () => Promise<T>): Promise<T>
  /** How many wait to be acknowledged, or for work to begin. */
  readonly waiting: number
}

/** As many as there are connections: more would only wait there, where they could not be given up. */
const ACKNOWLEDGED_AT_ONCE = 40
/** While one answer waits for the archive others can be made ready. */
const AT_ONCE = 16
/** Under a load that never ends answers must come too. */
const LONGEST_WAIT_MS = 1500
/** More would wait for longer than anybody does. */
const MOST_WAITING = 1000

export function makeWorkload(): Workload {
  const arrivals: (() => void)[] = []
  let acknowledging = 0
  const admit = () => {
    while (acknowledging < ACKNOWLEDGED_AT_ONCE && arrivals.length > 0) {
      acknowledging++
      arrivals.shift()!()
    }
  }

  const queue: { readonly since: number; start(): void }[] = []
  let working = 0
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    clearTimeout(timer)
    while (queue.length > 0 && working < AT_ONCE) {
      const wait = LONGEST_WAIT_MS - (performance.now() - queue[0]!.since)
      if (acknowledging > 0 && wait > 0) {
        timer = setTimeout(next, wait)
        return
      }
      working++
      queue.shift()!.start()
    }
  }
  return {
    async acknowledging(acknowledge) {
      await new Promise<void>((start) => {
        arrivals.push(start)
        admit()
      })
      try {
        return await acknowledge()
      } finally {
        acknowledging--
        admit()
        if (acknowledging === 0) setImmediate(next)
      }
    },
    async run(work) {
      if (queue.length >= MOST_WAITING) throw new Refusal('busy')
      await new Promise<void>((start) => {
        queue.push({ since: performance.now(), start })
        setImmediate(next)
      })
      try {
        return await work()
      } finally {
        working--
        setImmediate(next)
      }
    },
    get waiting() {
      return arrivals.length + queue.length
    },
  }
}
