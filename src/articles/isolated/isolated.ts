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

/** Threads at a time; more wait. */
const AT_ONCE = 2

/**
 * The draft of a file or page, or why there is none. It is read in a thread of its own with limits of time and
 * memory, so that neither a large nor a hostile file keeps the bot waiting. Never rejects.
 */
export function draftOf(source: DraftSource, limits: Partial<IsolatedLimits> = {}): Promise<Draft | Refusal> {
  return inTurn(() => run<Draft>({ kind: 'draft', source }, { ...LIMITS, ...limits }))
}

/** The items of a feed, read likewise. */
export function feedOf(
  source: FeedSource,
  limits: Partial<IsolatedLimits> = {},
): Promise<FeedDocument | Refusal> {
  return inTurn(() => run<FeedDocument>({ kind: 'feed', source }, { ...LIMITS, ...limits }))
}

const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const remedy = 'Save the text of the article alone as a .txt file and add that.'
const TOO_SLOW: Refusal = { reason: 'the file takes too long to read', remedy }
const TOO_LARGE: Refusal = { reason: 'the file takes too much memory to read', remedy }
const BROKEN: Refusal = { reason: 'the file can’t be read: it is broken', remedy }

async function run<T>(job: Job, { timeMs, heapMb, entry }: IsolatedLimits): Promise<T | Refusal> {
  const worker = new Worker(entry, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // Libraries complain about broken files there.
    stdout: true,
    stderr: true,
    env: {},
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<T | Refusal>((resolve) => {
      timer = setTimeout(() => resolve(TOO_SLOW), timeMs)
      worker.once('message', resolve)
      worker.once('error', ({ code }: NodeJS.ErrnoException) =>
        resolve(code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : BROKEN),
      )
      worker.once('exit', (code) => resolve(code === OUT_OF_BYTES ? TOO_LARGE : BROKEN))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
