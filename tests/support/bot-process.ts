import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Sandbox } from '../../src/sandbox/sandbox.js'
import { type Line, lineLog } from '../discord/memory-log.js'

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url))

/** The bot as an operator runs it: a process of its own. It is killed when the test is over (`await using`). */
export interface BotProcess extends AsyncDisposable {
  readonly child: ChildProcess
  /** What it has logged. */
  lines(): Line[]
  /** All that it has written, to either output. */
  text(): string
  until(holds: (line: Line) => boolean, timeoutMs?: number): Promise<Line>
  /** Resolves with the exit code, or the signal, when it ends. */
  readonly ended: Promise<number | string>
}

export interface ProcessOptions {
  readonly sandbox: Sandbox
  /** Where it runs, and keeps what it gathers. */
  readonly cwd: string
  readonly settings?: Readonly<Record<string, string>>
  /** What is run in place of the bot as an operator runs it. */
  readonly program?: string
  /** A shell's commands before it starts, such as limits. */
  readonly shell?: string
}

/** Starts it. Wait for the line `commands registered` before it is asked anything. */
export function botProcess({
  sandbox,
  cwd,
  settings = {},
  shell,
  program = MAIN,
}: ProcessOptions): BotProcess {
  const env = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.api,
    ARTICLES_DIR: cwd,
    COOLDOWN_SECONDS: '0',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    ...settings,
  }
  const child =
    shell === undefined
      ? spawn(process.execPath, [program], { env, cwd })
      : spawn('sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, program], { env, cwd })
  const log = lineLog()
  let text = ''
  let rest = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  child.stderr.on('data', (chunk) => {
    text += chunk
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line.startsWith('{')) log.add(line)
  })
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
  return {
    child,
    lines: log.lines,
    until: log.until,
    text: () => text,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Starts it and waits until it answers. */
export async function runningBot(options: ProcessOptions): Promise<BotProcess> {
  const bot = botProcess(options)
  const ended = bot.ended.then((code) => {
    throw new Error(`the bot ended with ${code}: ${bot.text()}`)
  })
  ended.catch(() => {})
  await Promise.race([bot.until(({ msg }) => msg === 'commands registered'), ended])
  return bot
}
