import { Worker } from 'node:worker_threads'
import { message } from '../../i18n/message.js'
import { YOUNG_GENERATION_MB } from '../../lib/tight-heap.js'
import { ArchiveUnavailable } from '../contract/archive.js'
import type { BuildReport, Message, Method, Progress, Request, WorkerOrder } from './protocol.js'

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: Error) => void
}

export interface ArchiveWorkerOptions {
  /** The thread's program. */
  readonly entry: URL
  readonly order: WorkerOrder
  /** How long the thread may be silent while it holds a question, in milliseconds. */
  readonly hangMs: number
  /** The most memory that the thread's objects may take, in megabytes; null: as much as Node gives a thread. */
  readonly memoryMb: number | null
  /** How long the thread may be silent while it builds the archive, in milliseconds. */
  readonly buildHangMs: number
  /** Called from time to time while the archive is built. */
  readonly onProgress: (progress: Progress) => void
  /** Called when a server's own articles can't be read. */
  readonly onProblem: (problem: { readonly server: string; readonly reason: string }) => void
  /** Called when a scope is served something else, see `Message`. */
  readonly onChange?: (server: string | null, built: BuildReport) => void
  /** Called once when the thread ends without having been asked to. */
  readonly onDeath: (reason: string) => void
}

/** One thread that holds one archive, seen from the thread that asks it. */
export class ArchiveWorker {
  readonly built: BuildReport
  readonly #worker: Worker
  readonly #options: ArchiveWorkerOptions
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #watchdog: NodeJS.Timeout | null = null
  #idle: (() => void) | null = null
  #ended: string | null = null

  /**
   * Starts a thread and waits until its archive is built.
   * @throws StandsStill when it stands still over a file; Error with the reason when it can't be built
   */
  static async start(options: ArchiveWorkerOptions): Promise<ArchiveWorker> {
    const { entry, order, memoryMb } = options
    const resourceLimits = {
      ...(memoryMb !== null && { maxOldGenerationSizeMb: memoryMb }),
      ...(order.database && { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB }),
    }
    const worker = new Worker(entry, { workerData: order, resourceLimits })
    try {
      return new ArchiveWorker(worker, await ready(worker, options), options)
    } catch (error) {
      await worker.terminate()
      throw error
    }
  }

  private constructor(worker: Worker, built: BuildReport, options: ArchiveWorkerOptions) {
    this.#worker = worker
    this.#options = options
    this.built = built
    worker.on('message', (message: Message) => this.#receive(message))
    worker.on('error', (error) => this.#die(error.message))
    worker.on('exit', (code) => this.#die(`exit code ${code}`))
  }

  call(method: Method, args: readonly unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(new ArchiveUnavailable(STOPPED))
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#pending.set(id, { resolve, reject })
      this.#worker.postMessage({ id, method, args } satisfies Request)
      if (this.#pending.size === 1) this.#watch()
    })
  }

  /** Why it can't be asked any more; null while it can. */
  get ended(): string | null {
    return this.#ended
  }

  /** Ends the thread when it has answered what it holds. */
  async retire(): Promise<void> {
    if (this.#pending.size > 0) await new Promise<void>((resolve) => (this.#idle = resolve))
    await this.end()
  }

  /** Ends the thread now; what it holds is answered with an error. */
  async end(): Promise<void> {
    this.#close('ended')
    await this.#worker.terminate()
  }

  #receive(message: Message): void {
    if (message.kind === 'problem') this.#options.onProblem(message)
    if (message.kind === 'changed') this.#options.onChange?.(message.server, message.built)
    if (message.kind === 'alive') this.#watch()
    if (message.kind !== 'result' && message.kind !== 'error') return
    const pending = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.kind === 'result') pending?.resolve(message.result)
    else pending?.reject(message.unavailable ? new ArchiveUnavailable(STOPPED) : new Error(message.reason))
    this.#watch()
    if (this.#pending.size === 0) this.#idle?.()
  }

  /** A thread that holds a question and says nothing for `hangMs` is taken to be hung. */
  #watch(): void {
    if (this.#watchdog) clearTimeout(this.#watchdog)
    this.#watchdog = null
    if (this.#pending.size === 0) return
    this.#watchdog = setTimeout(() => {
      this.#die(`no answer for ${this.#options.hangMs} ms`)
      void this.#worker.terminate()
    }, this.#options.hangMs)
  }

  #die(reason: string): void {
    if (this.#ended) return
    this.#close(reason)
    this.#options.onDeath(reason)
  }

  #close(reason: string): void {
    this.#ended ??= reason
    if (this.#watchdog) clearTimeout(this.#watchdog)
    const held = [...this.#pending.values()]
    this.#pending.clear()
    for (const { reject } of held) reject(new ArchiveUnavailable(STOPPED))
    this.#idle?.()
  }
}

const STOPPED = [message('noteStopped')]

/** A thread has stood still over a file while it built the archive. */
export class StandsStill extends Error {
  override readonly name = 'StandsStill'
  readonly file: string

  constructor(file: string) {
    super(`The articles could not be read: ${file} takes too long.`)
    this.file = file
  }
}

function ready(worker: Worker, { onProgress, buildHangMs }: ArchiveWorkerOptions): Promise<BuildReport> {
  return new Promise((resolve, reject) => {
    let file: string | null = null
    let watchdog: NodeJS.Timeout | undefined
    const watch = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => fail(file === null ? new Error(STILL) : new StandsStill(file)), buildHangMs)
    }
    const settle = () => {
      clearTimeout(watchdog)
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener)
    }
    const fail = (error: Error) => {
      settle()
      reject(error)
    }
    // Each by name: `removeAllListeners` would take Node's own along, and the worker would fall silent.
    const listeners = {
      message: (message: Message) => {
        watch()
        if (message.kind === 'at') file = message.file
        else if (message.kind === 'progress') onProgress(message)
        else if (message.kind === 'failed') fail(new Error(message.reason))
        else if (message.kind === 'ready') {
          settle()
          resolve(message)
        }
      },
      error: fail,
      exit: (code: number) => fail(new Error(`The archive’s thread ended with code ${code}.`)),
    }
    // Watched from its first word on: on a busy machine a thread may take long to start.
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener)
  })
}

const STILL = 'The archive could not be built: its thread has stood still.'
