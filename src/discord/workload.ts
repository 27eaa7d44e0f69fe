/**
 * Lets answers be made a few at a time, and none while somebody waits to be acknowledged: Discord gives up on whoever
 * is not acknowledged within three seconds, and an answer may take its time.
 */
export interface Workload {
  /** Marks that something is being acknowledged. */
  acknowledging<T>(acknowledge: () => Promise<T>): Promise<T>
  /** Runs the work when it is its turn. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/** While one answer waits for the archive others can be made ready. */
const AT_ONCE = 16
/** Under a load that never ends answers must come too. */
const LONGEST_WAIT_MS = 1500

export function makeWorkload(): Workload {
  let acknowledging = 0
  let working = 0
  const queue: { readonly since: number; start(): void }[] = []
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
      acknowledging++
      try {
        return await acknowledge()
      } finally {
        acknowledging--
        if (acknowledging === 0) setImmediate(next)
      }
    },
    async run(work) {
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
  }
}
