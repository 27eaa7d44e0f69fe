/** Where the sandbox takes the time from, so that a test of an expiry need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` after `delayMs`; the returned function calls it off. */
  after(delayMs: number, task: () => void): () => void
}

/** The machine's own time. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves the time on by `ms` and runs what falls due on the way, in order. */
  advance(ms: number): void
}

export function manualClock(start = Date.now()): ManualClock {
  let time = start
  const due = new Set<{ at: number; task: () => void }>()
  const next = (until: number) => [...due].filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => time,
    after(delayMs, task) {
      const entry = { at: time + delayMs, task }
      due.add(entry)
      return () => due.delete(entry)
    },
    advance(ms) {
      const until = time + ms
      for (let entry = next(until); entry; entry = next(until)) {
        due.delete(entry)
        time = entry.at
        entry.task()
      }
      time = until
    },
  }
}
