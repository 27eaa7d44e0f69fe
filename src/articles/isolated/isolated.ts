import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Draft, DraftSource, Refusal } from '../draft/draft.js'
import type { FeedDocument, FeedSource } from '../feeds/feed.js'

/** What a thread of its own is started for. */
export type Job =
  | { readonly kind: 'draft'; readonly source: DraftSource }
  | { readonly kind: 'feed'; readonly source: FeedSource }

export interface IsolatedLimits {
  readonly timeMs: number
  /** Of the thread's heap. */
  readonly heapMb: number
  /** The thread's program, for tests that need one which hangs. */
  readonly entry: URL
}

const LIMITS: IsolatedLimits = {
  timeMs: 20_000,
  heapMb: 512,
  entry: new URL('./worker.js', import.meta.url),
}
/** The code that a thread exits with when its byte arrays grow too large. */
export const OUT_OF_BYTES = 70

/** Threads at a time; further jobs wait. */
const AT_ONCE = 2
/** A thread is kept for the next job for a while, and for so many, as starting one takes longer than most jobs. */
const IDLE_MS = 10_000
const JOBS_TO_A_THREAD = 50

/**
 * The draft of a file or page, or why there is none. It is read in a thread of its own with limits of time and
 * memory, so that neither a large nor a hostile file keeps the bot waiting. Never rejects.
 */
export function draftOf(source: DraftSource, limits: Partial<IsolatedLimits> = {}): Promise<Draft | Refusal> {
  return perform<Draft>({ kind: 'draft', source }, limits)
}

/** The items of a feed, read likewise. */
export function feedOf(
  source: FeedSource,
  limits: Partial<IsolatedLimits> = {},
): Promise<FeedDocument | Refusal> {
  return perform<FeedDocument>({ kind: 'feed', source }, limits)
}

const waiting: (() => void)[] = []
let running = 0

async function perform<T>(job: Job, changed: Partial<IsolatedLimits>): Promise<T | Refusal> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  const limits = { ...LIMITS, ...changed }
  // Threads under other limits are not shared.
  const shared = Object.keys(changed).length === 0
  try {
    const thread = (shared && idle.pop()) || start(limits)
    const outcome = await outcomeOf<T>(thread, job, limits.timeMs)
    if (shared && outcome.alive && ++thread.jobs < JOBS_TO_A_THREAD) keep(thread)
    else await thread.worker.terminate()
    return outcome.result
  } catch {
    // The system gives no more threads.
    return TOO_LARGE
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

interface Thread {
  readonly worker: Worker
  jobs: number
  timer?: NodeJS.Timeout
}

const idle: Thread[] = []

function start({ entry, heapMb }: IsolatedLimits): Thread {
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Libraries complain about broken files there; nobody reads it.
    stdout: true,
    stderr: true,
    env: {},
  })
  worker.stdout.resume()
  worker.stderr.resume()
  worker.on('error', () => {})
  const thread = { worker, jobs: 0 }
  worker.once('exit', () => forget(thread))
  return thread
}

/** An idle thread keeps no process from ending. */
function keep(thread: Thread): void {
  thread.worker.unref()
  thread.timer = setTimeout(() => {
    forget(thread)
    void thread.worker.terminate()
  }, IDLE_MS).unref()
  idle.push(thread)
}

function forget(thread: Thread): void {
  const at = idle.indexOf(thread)
  if (at >= 0) idle.splice(at, 1)
}

const remedy = 'Save the text of the article alone as a .txt file and add that.'
const TOO_SLOW: Refusal = { reason: 'the file takes too long to read', remedy }
const TOO_LARGE: Refusal = { reason: 'the file takes too much memory to read', remedy }
const BROKEN: Refusal = { reason: 'the file can’t be read: it is broken', remedy }

interface Outcome<T> {
  readonly result: T | Refusal
  /** Whether the thread can be used again. */
  readonly alive: boolean
}

async function outcomeOf<T>({ worker, timer }: Thread, job: Job, timeMs: number): Promise<Outcome<T>> {
  clearTimeout(timer)
  worker.ref()
  const done = new AbortController()
  const { signal } = done
  const dead = (result: Refusal): Outcome<T> => ({ result, alive: false })
  const answered = once(worker, 'message', { signal }).then(([result]) => ({ result, alive: true }))
  const ended = once(worker, 'exit', { signal }).then(([code]) =>
    dead(code === OUT_OF_BYTES ? TOO_LARGE : BROKEN),
  )
  const late = delay(timeMs, dead(TOO_SLOW), { signal })
  worker.postMessage(job)
  try {
    return await Promise.race([answered, ended, late])
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return dead(code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : BROKEN)
  } finally {
    for (const one of [answered, ended, late]) one.catch(() => {})
    done.abort()
  }
}
