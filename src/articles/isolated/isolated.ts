import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { message } from '../../i18n/message.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Draft, DraftSource, Refusal } from '../drafts/draft.js'
import type { FeedDocument, FeedSource } from '../feeds/feed.js'

/** What a process of its own is started for. */
export type Job =
  | { readonly kind: 'draft'; readonly source: DraftSource }
  | { readonly kind: 'feed'; readonly source: FeedSource }

export interface ReaderLimits {
  /** Of the heap. */
  readonly heapMb: number
  /** The program that reads, for tests that need one which hangs or breaks. */
  readonly entry: string
}

export interface IsolatedLimits extends ReaderLimits {
  readonly timeMs: number
  /** For whom it is read: jobs of one are done one after another, so that nobody's keep all others' waiting. */
  readonly owner: string
}

const PROGRAM = fileURLToPath(new URL('./process.js', import.meta.url))
const LIMITS: IsolatedLimits = {
  timeMs: 20_000,
  owner: '',
  heapMb: 512,
  entry: new URL('./worker.js', import.meta.url).href,
}
/** The code that a process exits with when it takes too much memory. */
export const OUT_OF_BYTES = 70

/** Processes at a time; further jobs wait. One is left to those whose last job did not take long. */
const AT_ONCE = 3
const LONG_MS = 2_000
/** Owners of whom it is known that their last job took long. */
const MOST_SLOW = 10_000
/** One is kept for the next job for a while, and for so many, as starting one takes longer than most jobs. */
const IDLE_MS = 10_000
const JOBS_TO_A_PROCESS = 50

/**
 * The draft of a file or page, or why there is none. It is read in a process of its own with limits of time and
 * memory, so that neither a large nor a hostile file keeps the bot waiting, or ends it. Never rejects.
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

const waiting: { readonly owner: string; readonly begin: () => void }[] = []
/** For whom something is being read. */
const busy = new Set<string>()
/** Whose last job took long. */
const slow = boundedMap<string, true>(MOST_SLOW)

/** Resolves when it is this owner's turn. */
async function turn(owner: string): Promise<void> {
  await new Promise<void>((begin) => {
    waiting.push({ owner, begin })
    beginNext()
  })
}

/** The longest waiting jobs of those for whom nothing is being read. */
function beginNext(): void {
  while (busy.size < AT_ONCE) {
    const last = busy.size === AT_ONCE - 1
    const at = waiting.findIndex(({ owner }) => !busy.has(owner) && !(last && slow.has(owner)))
    if (at < 0) return
    const [next] = waiting.splice(at, 1)
    busy.add(next!.owner)
    next!.begin()
  }
}

async function perform<T>(
  job: Job,
  { owner = '', ...changed }: Partial<IsolatedLimits>,
): Promise<T | Refusal> {
  await turn(owner)
  const began = performance.now()
  const limits = { ...LIMITS, ...changed }
  // Processes under other limits are not shared.
  const shared = Object.keys(changed).length === 0
  try {
    const reader = (shared && idle.pop()) || start(limits)
    const outcome = await outcomeOf<T>(reader, job, limits.timeMs)
    if (shared && outcome.alive && ++reader.jobs < JOBS_TO_A_PROCESS) keep(reader)
    else reader.child.kill('SIGKILL')
    return outcome.result
  } catch {
    // The system gives no more processes.
    return TOO_LARGE
  } finally {
    if (performance.now() - began > LONG_MS) slow.set(owner, true)
    else slow.delete(owner)
    busy.delete(owner)
    beginNext()
  }
}

interface Reader {
  readonly child: ChildProcess
  jobs: number
  timer?: NodeJS.Timeout
}

const idle: Reader[] = []

function start({ entry, heapMb }: IsolatedLimits): Reader {
  const limits: ReaderLimits = { entry, heapMb }
  const child = fork(PROGRAM, [JSON.stringify(limits)], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Bytes stay bytes.
    serialization: 'advanced',
  })
  child.on('error', () => {})
  const reader = { child, jobs: 0 }
  child.once('exit', () => forget(reader))
  return reader
}

/** An idle reader keeps no process from ending. */
function keep(reader: Reader): void {
  reader.child.unref()
  reader.child.channel?.unref()
  reader.timer = setTimeout(() => {
    forget(reader)
    reader.child.kill('SIGKILL')
  }, IDLE_MS).unref()
  idle.push(reader)
}

function forget(reader: Reader): void {
  const at = idle.indexOf(reader)
  if (at >= 0) idle.splice(at, 1)
}

const remedy = message('noteSaveTextAlone')
const TOO_SLOW: Refusal = { reason: message('noteFileSlow'), remedy }
const TOO_LARGE: Refusal = { reason: message('noteFileMemory'), remedy }
const BROKEN: Refusal = { reason: message('noteFileBroken'), remedy }

interface Outcome<T> {
  readonly result: T | Refusal
  /** Whether the reader can be used again. */
  readonly alive: boolean
}

async function outcomeOf<T>({ child, timer }: Reader, job: Job, timeMs: number): Promise<Outcome<T>> {
  clearTimeout(timer)
  child.ref()
  child.channel?.ref()
  const done = new AbortController()
  const { signal } = done
  const dead = (result: Refusal): Outcome<T> => ({ result, alive: false })
  const answered = once(child, 'message', { signal }).then(([result]) => ({ result, alive: true }))
  // The engine ends a process by a signal where it runs out of memory or stack.
  const ended = once(child, 'exit', { signal }).then(([code]) =>
    dead(code === OUT_OF_BYTES || code === null ? TOO_LARGE : BROKEN),
  )
  const late = delay(timeMs, dead(TOO_SLOW), { signal })
  // That it can't be told is seen by its end.
  child.send(job, () => {})
  try {
    return await Promise.race([answered, ended, late])
  } catch {
    return dead(BROKEN)
  } finally {
    for (const one of [answered, ended, late]) one.catch(() => {})
    done.abort()
  }
}
