/** The bot as a process of its own that tells its parent how it fares. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { openArchive } from '../src/archive/worker/live.js'
import { startBot } from '../src/discord/bot/bot.js'
import { openFeedback } from '../src/discord/moderation/feedback.js'
import { makeLog } from '../src/lib/log.js'
import { FileState } from '../src/state/index.js'

/** What the process is told to begin with. */
export interface SoakOrder {
  readonly folder: string
  readonly scratch: string
  readonly snapshot: string
  readonly token: string
  readonly api: string
}

/** How the bot has fared since it was last asked. Delay in milliseconds, memory in megabytes. */
export interface Vitals {
  /** 99th percentile of how late the main thread's timers were. */
  readonly delay: number
  readonly resident: number
  readonly heap: number
  /** Lines of the log, by their level and message. */
  readonly logged: Readonly<Record<string, number>>
}

const COMMANDS = fileURLToPath(new URL('../commands', import.meta.url))
const RESOLUTION_MS = 5
const NOTED: ReadonlySet<string> = new Set(['warn', 'error', 'fatal'])

process.once('message', async ({ folder, scratch, snapshot, token, api }: SoakOrder) => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let logged: Record<string, number> = {}
  const note = (line: string) => {
    const { level, msg } = JSON.parse(line) as { level: string; msg: string }
    if (!NOTED.has(level)) return
    const key = `${level}: ${msg}`
    logged[key] = (logged[key] ?? 0) + 1
    if (level !== 'warn') process.stderr.write(line)
  }
  const log = makeLog({ level: 'info', format: 'json', destination: { write: note } })
  const archive = await openArchive({ folder, snapshot, log })
  await startBot({
    archive,
    log,
    token,
    commandsFolder: COMMANDS,
    cooldownMs: 0,
    feedback: openFeedback(new FileState({ servers: scratch }), log),
    rest: { api },
  })
  delay.enable()
  process.on('message', () => {
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({
      delay: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
      resident: rss / 1e6,
      heap: heapUsed / 1e6,
      logged,
    } satisfies Vitals)
    delay.reset()
    logged = {}
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.('ready')
})
