/**
 * Several processes of the bot on one machine, each with its part of the shards. They share a database and nothing else;
 * here they are started, started again when they end, and ended together.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import type { End, Shards } from '../discord/index.js'
import { shardsSetting } from '../discord/index.js'
import type { Log } from '../lib/log.js'
import { makeMetrics } from '../lib/metrics.js'
import { type Health, startHealthServer } from './health/server.js'

export interface ProcessesOptions {
  /** What each runs; it says `ready` to its parent when it answers. */
  readonly file: string
  readonly parts: readonly Shards[]
  readonly log: Log
  /** Where it is told how all are doing; each tells of itself at the ports that follow. Null: nowhere. */
  readonly healthPort: number | null
  /** Whether there are still to be so many shards; asked when one can't be had. */
  readonly isRight: () => Promise<boolean>
  /** Pauses before a process is started again: the first, which doubles, and the longest. Default 1 s, 60 s. */
  readonly pausesMs?: readonly [first: number, longest: number]
}

export interface Processes {
  /**
   * Why they can't go on: an operator has to mend something, or there are to be other shards, which another start has.
   * By then all have ended.
   */
  readonly ended: Promise<End>
  close(): Promise<void>
}

/** Exit code of a process for which a person has to mend something, where it has not answered yet. */
const FAILED = 1
const PAUSES_MS = [1000, 60_000] as const
/** A process that has answered for so long is started again as soon as at first. */
const WELL_MS = 5 * 60_000
/** After that, who does not end is killed. */
const END_MS = 12_000

/** @throws Error when the port can't be used */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  const { parts, healthPort } = options
  const ending = new AbortController()
  const members = parts.map((_, index) => new Member(index, options, ending.signal))
  const server = healthPort === null ? null : await serveHealth(healthPort, members)
  const lives = members.map((member) => member.live())
  const close = async () => {
    ending.abort()
    await Promise.allSettled(lives)
    await server?.close()
  }
  const ended = Promise.race(lives).then(async (end) => {
    await close()
    return end
  })
  return { ended, close }
}

class Member {
  readonly name: string
  readonly port: number | null
  readonly #index: number
  readonly #options: ProcessesOptions
  readonly #ending: AbortSignal
  isReady = false
  restarts = 0

  constructor(index: number, options: ProcessesOptions, ending: AbortSignal) {
    this.name = shardsSetting(options.parts[index]!)
    this.port = options.healthPort === null ? null : options.healthPort + 1 + index
    this.#index = index
    this.#options = options
    this.#ending = ending
  }

  /** Runs it over and over. @returns why that is no use any more, or when all are to end */
  async live(): Promise<End> {
    const { log, pausesMs: [first, longest] = PAUSES_MS } = this.#options
    let pause = first
    for (;;) {
      const began = performance.now()
      const { code, wasReady } = await this.#once()
      if (this.#ending.aborted) return { reason: 'ended', temporary: true }
      const facts = { process: this.#index, shards: this.name, code }
      if (!wasReady) {
        const end = await this.#reasonToEnd(code)
        if (end) return end
      }
      pause = wasReady && performance.now() - began > WELL_MS ? first : pause
      log.error({ ...facts, ms: pause }, 'a process ended, and is started again')
      await delay(pause, undefined, { signal: this.#ending }).catch(() => {})
      if (this.#ending.aborted) return { reason: 'ended', temporary: true }
      pause = Math.min(2 * pause, longest)
      this.restarts++
    }
  }

  async #reasonToEnd(code: number | string): Promise<End | null> {
    if (code === FAILED) {
      return { reason: `The process with the shards ${this.name} can’t start.`, temporary: false }
    }
    const isRight = await this.#options.isRight().catch(() => true)
    return isRight ? null : { reason: 'There are to be other shards by now.', temporary: true }
  }

  async #once(): Promise<{ code: number | string; wasReady: boolean }> {
    const child = this.#spawn()
    let wasReady = false
    child.on('message', (message) => {
      if (message !== 'ready') return
      wasReady = true
      this.isReady = true
    })
    const exit = new Promise<number | string>((resolve) => {
      child.once('exit', (code, signal) => resolve(code ?? signal ?? FAILED))
      child.once('error', ({ message }) => resolve(message))
    })
    const end = () => void this.#end(child, exit)
    if (this.#ending.aborted) end()
    this.#ending.addEventListener('abort', end)
    const code = await exit
    this.#ending.removeEventListener('abort', end)
    this.isReady = false
    return { code, wasReady }
  }

  #spawn(): ChildProcess {
    const { file, parts, log } = this.#options
    const part = parts[this.#index]!
    const child = spawn(
      process.execPath,
      [...process.execArgv, file, ...(part.recommended ? [RECOMMENDED] : [])],
      {
        env: {
          ...process.env,
          SHARDS: this.name,
          HEALTH_PORT: this.port === null ? '' : String(this.port),
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    )
    log.info({ process: this.#index, shards: this.name, pid: child.pid }, 'a process is started')
    return child
  }

  async #end(child: ChildProcess, exit: Promise<unknown>): Promise<void> {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), END_MS)
    await exit
    clearTimeout(timer)
  }
}

/** Tells a process that its shards are a part of as many as Discord recommends. */
export const RECOMMENDED = '--recommended'

const HEALTH_MS = 4000

async function serveHealth(port: number, members: readonly Member[]) {
  const metrics = makeMetrics()
  const each = (value: (member: Member) => number) => () =>
    members.map((member) => [{ shards: member.name }, value(member)] as const)
  metrics.gauge(
    'crisis_desk_process_ready',
    'Whether a process of the bot answers.',
    each(({ isReady }) => Number(isReady)),
  )
  metrics.gauge(
    'crisis_desk_process_restarts',
    'How often a process was started again.',
    each(({ restarts }) => restarts),
  )
  return startHealthServer({ port, health: () => healthOfAll(members), metrics: metrics.text })
}

/** Ready where all are. */
async function healthOfAll(members: readonly Member[]): Promise<Health> {
  const processes = await Promise.all(
    members.map(async ({ name, port, restarts }) => ({
      shards: name,
      port,
      restarts,
      ...(await healthAt(port)),
    })),
  )
  return { ready: processes.every(({ ready }) => ready), processes }
}

async function healthAt(port: number | null): Promise<Health> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(HEALTH_MS),
    })
    return (await response.json()) as Health
  } catch {
    return { ready: false }
  }
}
