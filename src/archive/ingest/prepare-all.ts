import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { TextFile } from '../../articles/folder/index.js'
import { message } from '../../i18n/message.js'
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

/** How long a thread may take over one file: so long, and for each unit of its text so much more. Milliseconds. */
const FILE_MS = 60_000
const UNIT_MS = 0.02

export interface PreparedFile {
  readonly file: TextFile
  readonly bytes: Uint8Array
}

export interface PrepareOptions {
  /** Whether others ask this thread meanwhile: it does little itself then. */
  readonly answering?: boolean
  /** Called before this thread itself begins with a file, with its id. */
  readonly onFile?: (id: string) => void
  /** How long one file may take, beside what its length allows. Default 60 s. */
  readonly fileMs?: number
  /** The program of the threads, for tests. */
  readonly entry?: URL
}

/**
 * Prepares files, in several threads where there is enough to do. Gives them as they get ready, in no order. A file
 * over which a thread stands still, or ends, is rejected, and the others go on.
 */
export async function* prepareAll(
  files: readonly TextFile[],
  { answering = false, onFile = () => {}, fileMs = FILE_MS, entry = ENTRY }: PrepareOptions = {},
): AsyncGenerator<PreparedFile> {
  const size = files.reduce((total, { text }) => total + text.length, 0)
  const worth = Math.min(Math.floor(size / WORTH_A_THREAD), availableParallelism(), MOST_THREADS)
  const threads = worth < 2 ? Number(answering && size > LONG) : worth
  if (threads === 0) {
    for (const file of files) {
      onFile(file.id)
      yield { file, bytes: encode(prepare(file)) }
      // Whoever asks this thread meanwhile waits for one file at most.
      await nextTurn()
    }
    return
  }
  const batches = batchesOf(files)
  const lanes = Array.from({ length: threads }, () => new Lane(entry, fileMs))
  try {
    const running = new Map(lanes.map((lane) => [lane, lane.next(batches)] as const))
    while (running.size > 0) {
      const { lane, prepared } = await Promise.race(running.values())
      if (prepared.length === 0) running.delete(lane)
      else running.set(lane, lane.next(batches))
      yield* prepared
    }
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()))
  }
}

interface LaneResult {
  readonly lane: Lane
  readonly prepared: readonly PreparedFile[]
}

/** A thread that prepares files, and the one that takes its place when it does not come to an end with one. */
class Lane {
  readonly #entry: URL
  readonly #fileMs: number
  #worker: Worker

  constructor(entry: URL, fileMs: number) {
    this.#entry = entry
    this.#fileMs = fileMs
    this.#worker = this.#start()
  }

  /** Prepares the next batch. Nothing comes back when there is none left. */
  async next(batches: Iterator<TextFile[]>): Promise<LaneResult> {
    const prepared: PreparedFile[] = []
    let left = (batches.next().value as TextFile[] | undefined) ?? []
    while (left.length > 0) {
      const done = await this.#outcomes(left)
      prepared.push(...done.map((bytes, i) => ({ file: left[i]!, bytes })))
      const stuck = left[done.length]
      if (stuck) {
        prepared.push({ file: stuck, bytes: encode({ file: stuck.id, ...TOO_LONG }) })
        await this.#worker.terminate()
        this.#worker = this.#start()
      }
      left = left.slice(done.length + 1)
    }
    return { lane: this, prepared }
  }

  end(): Promise<number> {
    return this.#worker.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { resourceLimits: THREAD_MEMORY })
    // Heard of while a file is waited for; nothing else is to be done about it.
    worker.on('error', () => {})
    return worker
  }

  /** The preparations of files, in order; fewer when the thread came to no end with the one after them. */
  #outcomes(files: readonly TextFile[]): Promise<readonly Uint8Array[]> {
    const worker = this.#worker
    const done: Uint8Array[] = []
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      const finish = () => {
        clearTimeout(timer)
        worker.off('message', receive).off('exit', finish)
        resolve(done)
      }
      const watch = () => {
        clearTimeout(timer)
        timer = setTimeout(finish, this.#fileMs + UNIT_MS * files[done.length]!.text.length)
      }
      const receive = (message: Uint8Array | 'began') => {
        if (message === 'began' || done.push(message) < files.length) watch()
        else finish()
      }
      // Watched from its first word on: on a busy machine a thread may take long to start.
      worker.on('message', receive).on('exit', finish)
      worker.postMessage(files)
    })
  }
}

/** Why an article is left out over which a thread has stood still. */
export const TOO_LONG = {
  reason: message('noteReadSlow'),
  remedy: message('noteRemoveOrText'),
} as const

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
