/**
 * Lets answers be made a few at a time, and no new one begin while somebody waits for their turn to be told something:
 * Discord gives up on whoever hears nothing within three seconds, and an answer may take its time.
 */
import { Refusal } from '../gateway/refusal.js'

export interface Workload {
  /** Says the first word to somebody, the answer itself or an acknowledgement, when it is their turn. */
  speaking<T>(speak: () => Promise<T>): Promise<T>
  /**
   * Runs the work when it is its turn.
   * @throws Refusal when so much waits that it would take too long
   */
  run<T>(work: () => Promise<T>): Promise<T>
  /** How many wait for their first word, or for work to begin. */
  readonly waiting: number
}

/** As many as there are connections: more would only wait there, where they could not be given up. */
const SPOKEN_AT_ONCE = 40
/** While one answer waits for the archive others can be made ready. */
const AT_ONCE = 16
/** Under a load that never ends answers must come too. */
const LONGEST_WAIT_MS = 1500
/** More would wait for longer than anybody does. */
const MOST_WAITING = 1000

export function makeWorkload(): Workload {
  const arrivals: (() => void)[] = []
  let speaking = 0
  const admit = () => {
    while (speaking < SPOKEN_AT_ONCE && arrivals.length > 0) {
      speaking++
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
      if (arrivals.length > 0 && wait > 0) {
        timer = setTimeout(next, wait)
        return
      }
      working++
      queue.shift()!.start()
    }
  }
  return {
    async speaking(speak) {
      if (speaking < SPOKEN_AT_ONCE) speaking++
      else await new Promise<void>((start) => arrivals.push(start))
      try {
        return await speak()
      } finally {
        speaking--
        admit()
        if (arrivals.length === 0) next()
      }
    },
    async run(work) {
      if (queue.length >= MOST_WAITING) throw new Refusal('busy')
      await new Promise<void>((start) => {
        queue.push({ since: performance.now(), start })
        next()
      })
      try {
        return await work()
      } finally {
        working--
        next()
      }
    },
    get waiting() {
      return arrivals.length + queue.length
    },
  }
}
