import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { TextFile } from '../articles/read.js'
import { encode, prepare } from './prepare.js'

const ENTRY = new URL('./prepare-worker.js', import.meta.url)
const MOST_THREADS = 4
/** UTF-16 units of text that a thread should have to do, at least: it needs half a second to start. */
const WORTH_A_THREAD = 500_000
/** The same for what it is handed at a time: few messages, yet no thread waits long for another at the end. */
const BATCH = 250_000
/** So much text, if it is made to take long, would keep others waiting who ask this thread. */
const LONG = 20_000
/** Megabytes. A thread that is told its limits collects its garbage instead of growing. */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 }

export interface PreparedFile {
  readonly file: TextFile
  readonly bytes: Uint8Array
}

/**
 * Prepares files, in several threads where there is enough to do. Gives them as they get ready, in no order.
 * @param answering whether others ask this thread meanwhile: it does little itself then
 */
export async function* prepareAll(
  files: readonly TextFile[],
  { answering = false } = {},
): AsyncGenerator<PreparedFile> {
  const size = files.reduce((total, { text }) => total + text.length, 0)
  const worth = Math.min(Math.floor(size / WORTH_A_THREAD), availableParallelism(), MOST_THREADS)
  const threads = worth < 2 ? Number(answering && size > LONG) : worth
  if (threads === 0) {
    for (const file of files) {
      yield { file, bytes: encode(prepare(file)) }
      // Whoever asks this thread meanwhile waits for one file at most.
      await nextTurn()
    }
    return
  }
  const batches = batchesOf(files)
  const workers = Array.from({ length: threads }, () => new Worker(ENTRY, { resourceLimits: THREAD_MEMORY }))
  try {
    const running = new Map(workers.map((worker) => [worker, next(worker, batches)] as const))
    while (running.size > 0) {
      const { worker, prepared } = await Promise.race(running.values())
      if (prepared.length === 0) running.delete(worker)
      else running.set(worker, next(worker, batches))
      yield* prepared
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Hands a thread the next batch. Nothing comes back when there is none left. */
async function next(
  worker: Worker,
  batches: Iterator<TextFile[]>,
): Promise<{ worker: Worker; prepared: PreparedFile[] }> {
  const batch = batches.next().value as TextFile[] | undefined
  if (!batch) return { worker, prepared: [] }
  worker.postMessage(batch)
  // Rejects with the thread's error, should it end with one.
  const [encoded] = (await once(worker, 'message')) as [readonly Uint8Array[]]
  return { worker, prepared: batch.map((file, i) => ({ file, bytes: encoded[i]! })) }
}

function* batchesOf(files: readonly TextFile[]): Generator<TextFile[]> {
  let batch: TextFile[] = []
  let size = 0
  for (const file of files) {
    batch.push(file)
    size += file.text.length
    if (size < BATCH) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}
