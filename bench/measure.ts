import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { Bench } from 'tinybench'

/** What one subject of the benchmark needed; null where it has no such thing. Times in milliseconds, memory in megabytes. */
export interface Measures {
  readonly build: number
  readonly load: number | null
  readonly p50: number
  readonly p99: number
  /** Resident memory of the whole process: at most while building, and when it answers. */
  readonly peak: number
  readonly memory: number
  /** 99th percentile of how late the main thread's timers were; null where the work itself holds the main thread. */
  readonly delayBuilding: number | null
  readonly delayAnswering: number | null
}

/** Questions are no longer asked of a subject that has had this long. */
const PATIENCE_MS = 60_000

/** Asks each question once, so that no cache helps. */
export async function latency(
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<{ p50: number; p99: number }> {
  const warmUp = questions.slice(0, Math.ceil(questions.length / 20))
  const started = performance.now()
  for (const question of warmUp) await ask(question)
  const each = (performance.now() - started) / warmUp.length
  const asked = questions.slice(warmUp.length, warmUp.length + Math.ceil(PATIENCE_MS / each))
  const bench = new Bench({ iterations: asked.length, time: 0, warmup: false, throws: true })
  let next = 0
  bench.add('questions', async () => {
    await ask(asked[next++ % asked.length]!)
  })
  const [task] = await bench.run()
  if (task?.result.state !== 'completed') throw new Error('The questions were not all answered.')
  return { p50: task.result.latency.p50, p99: task.result.latency.p99 }
}

/** Runs something and tells how long it took and how late the main thread's timers were meanwhile. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ result: T; ms: number; delay: number }> {
  const histogram = monitorEventLoopDelay({ resolution: 5 })
  await settle()
  histogram.enable()
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  // A timer that was held up reports when it gets its turn.
  await settle()
  histogram.disable()
  return { result, ms, delay: delayOf(histogram) }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20))
/** The histogram holds whole intervals; what is over the interval itself is delay. */
const delayOf = (histogram: IntervalHistogram) => Math.max(0, histogram.percentile(99) / 1e6 - 5)

export const residentMegabytes = () => process.memoryUsage.rss() / 1e6

/** Watches how much memory the process takes. @returns a function that ends that and gives the most that was seen */
export function watchMemory(): () => number {
  let most = 0
  const look = () => {
    most = Math.max(most, residentMegabytes())
  }
  const timer = setInterval(look, 50)
  return () => {
    look()
    clearInterval(timer)
    return most
  }
}
