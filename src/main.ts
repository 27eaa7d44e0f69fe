#!/usr/bin/env node
import { fstatSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAnswers } from './answers/live.js'
import type { LiveArchive } from './archive/contract/archive.js'
import { PROJECT_SNAPSHOT } from './archive/index.js'
import type { FetchLimits } from './articles/fetch/index.js'
import { type Config, readConfig, readEnvironment } from './config.js'
import {
  allShards,
  type Bot,
  type BotOptions,
  type End,
  inProcesses,
  Library,
  openFeedback,
  recommendedShards,
  type Shards,
  startBot,
  supervisionFor,
  turnsIn,
} from './discord/index.js'
import { Locked, lockFolder } from './lib/lock-file.js'
import { type Log, makeLog } from './lib/log.js'
import { printableLines } from './lib/terminal.js'
import { type Feeds, feedStatus, startFeeds } from './ops/feeds.js'
import { type Keeping, keepInDatabase, keepInFiles } from './ops/keeping.js'
import { type Attendance, attend } from './ops/operations.js'
import { RECOMMENDED, startProcesses } from './ops/processes.js'

const COMMANDS = fileURLToPath(new URL('../commands', import.meta.url))
/** Where the program keeps what it gathers, under the folder that it is run in. */
const KEPT = 'var'
/** The local Discord, its servers, and what they add, are kept apart. */
const serversOf = ({ token }: Config) => join(KEPT, token === null ? 'local' : '', 'servers')
const LOCAL_WORLD = join(KEPT, 'local', 'world')
const CLOSE_MS = 8000
/** Who waits for other processes that close. */
const CLOSE_ALL_MS = 14_000

/**
 * More are spread over several processes, where these can share a database. Discord recommends a shard for some 1,000
 * servers; what a process remembers of them and hears from them is then as much as one core and 1 GB take.
 */
const SHARDS_A_PROCESS = 8

/** What is open and has to be closed, in the order of opening. */
type Closers = (() => Promise<void>)[] & { patienceMs?: number }

/** What there is before there is a bot. */
interface Premises {
  readonly config: Config
  readonly log: Log
  readonly archive: LiveArchive
  readonly keeping: Keeping
  readonly attendance: Attendance
  readonly closers: Closers
}

/** Exit codes. The second is that of `sysexits.h` for a failure that may pass: another start may help. */
const FAILED = 1
const TRY_AGAIN = 75

/** Runs the bot until there is a reason to end. @returns that reason if it is a failure, otherwise null */
async function run(config: Config, log: Log, closers: Closers): Promise<End | null> {
  if (config.token === null) return runOne(config, log, closers, null)
  const shards = await shardsOf(config, config.token)
  const parts = inProcesses(shards, SHARDS_A_PROCESS)
  if (parts.length === 1) return runOne(config, log, closers, shards)
  if (config.databaseUrl !== null) return runProcesses(config, parts, log, closers)
  log.warn(
    { shards: shards.ids.length, best: SHARDS_A_PROCESS },
    'these are many shards for one process; set DATABASE_URL, which several can share',
  )
  return runOne(config, log, closers, shards)
}

/** This machine's. */
async function shardsOf({ shards, apiUrl }: Config, token: string): Promise<Shards> {
  if (shards !== 'auto') return { ...shards, recommended: process.argv.includes(RECOMMENDED) }
  return allShards(await recommendedShards(token, restOf(apiUrl)))
}

const restOf = (apiUrl: string | null) => (apiUrl === null ? {} : { api: apiUrl })

/** Each part of the shards in a process of its own. */
async function runProcesses(
  { token, shards, apiUrl, healthPort }: Config,
  parts: readonly Shards[],
  log: Log,
  closers: Closers,
): Promise<End> {
  const total = parts[0]!.total
  closers.patienceMs = CLOSE_ALL_MS
  const processes = opened(
    await startProcesses({
      ...{ file: fileURLToPath(import.meta.url), parts, log, healthPort },
      isRight: async () => shards !== 'auto' || (await recommendedShards(token!, restOf(apiUrl))) === total,
    }),
    closers,
  )
  return processes.ended
}

async function runOne(
  config: Config,
  log: Log,
  closers: Closers,
  shards: Shards | null,
): Promise<End | null> {
  // The local Discord is this machine's alone, and so is what is kept of it.
  const shared = config.token === null ? null : config.databaseUrl
  // Several processes share a database, and nothing in a folder.
  if (shared === null) closers.push(await lock(log))
  const keeping = opened(
    shared === null ? keepInFiles(KEPT, serversOf(config)) : await keepInDatabase(shared, KEPT, log),
    closers,
  )
  const archive = keeping.over(
    await openAnswers({
      folder: config.articlesDir,
      feeds: keeping.feeds,
      servers: keeping.servers,
      snapshot: PROJECT_SNAPSHOT,
      database: shared === null ? null : { url: shared, readUrl: config.databaseReadUrl },
      log,
    }),
  )
  closers.push(() => archive.close())
  const { articles } = await archive.status({ server: null })
  if (articles === 0) {
    log.warn(
      `There are no articles in ${config.articlesDir} yet; put some there and use /reload, or set ARTICLES_DIR.`,
    )
  }
  const attendance = opened(await attend(config, archive, log), closers)
  const premises = { config, log, archive, keeping, attendance, closers }
  return config.token === null || shards === null
    ? runLocally(premises)
    : runOnDiscord(config.token, shards, premises)
}

/** A disk that is full or read-only keeps nobody from asking. */
async function lock(log: Log): Promise<() => Promise<void>> {
  try {
    return await lockFolder(KEPT)
  } catch (err) {
    if (err instanceof Locked) throw err
    log.warn({ err, folder: KEPT }, 'the folder can’t be locked; start no other bot in it')
    return async () => {}
  }
}

async function runOnDiscord(token: string, shards: Shards, premises: Premises): Promise<End> {
  const { guildId, apiUrl } = premises.config
  const { database } = premises.keeping
  const bot = await start(premises, {
    ...{ token, guildId, shards, rest: restOf(apiUrl) },
    ...(database && { reserveTurn: turnsIn(database) }),
  })
  process.send?.('ready')
  return bot.ended
}

/** The very same bot in a Discord of our own, with a prompt to talk to it. */
async function runLocally(premises: Premises): Promise<null> {
  const { closers, config, log } = premises
  const { keepWorld, keptWorld, runTerminal, startPage, startSandbox } = await import('./sandbox/index.js')
  const sandbox = opened(await startSandbox({ saved: await keptWorld(LOCAL_WORLD) }), closers)
  // Files that somebody attaches are kept on this machine, too.
  const files = {
    ports: [Number(new URL(sandbox.api).port)],
    allow: (address: string) => address === '127.0.0.1',
  }
  closers.push(
    keepWorld(sandbox, LOCAL_WORLD, (err) =>
      log.warn({ err, file: LOCAL_WORLD }, 'the local Discord can’t be kept'),
    ),
  )
  // Nobody has invited it there.
  await start(premises, { token: sandbox.token, rest: { api: sandbox.api }, greets: false }, files)
  const page = opened(
    await startPage(sandbox, { port: config.sandboxPort }).catch(() => startPage(sandbox, { port: 0 })),
    closers,
  )
  process.stdout.write('There is no DISCORD_TOKEN, so this is a small Discord on this machine alone.\n')
  process.stdout.write(`Open ${page.url} in a browser to try it there.\n`)
  // Started as a service, there is nobody to type: the page alone is served, until a signal ends it.
  if (canType()) await runTerminal(sandbox, { input: process.stdin, output: process.stdout })
  else await signalled()
  return null
}

/** Whether anything can come from standard input: not from `/dev/null`, a device that is no terminal. */
function canType(): boolean {
  return process.stdin.isTTY || !fstatSync(process.stdin.fd).isCharacterDevice()
}

/** Starts the bot, and what it works with. @param files how files are fetched that came with a command */
async function start(
  { config, log, archive, keeping, attendance, closers }: Premises,
  login: Pick<BotOptions, 'token' | 'guildId' | 'rest' | 'shards' | 'reserveTurn' | 'greets'>,
  files: Partial<FetchLimits> = {},
): Promise<Bot> {
  const { answerTimeoutMs, cooldownMs, keepFeedback, giveUpMs, feeds: urls } = config
  const { state, duty } = keeping
  const feedback = keepFeedback ? openFeedback(state, log) : null
  const library = opened(new Library({ state, archive, log, files }), closers)
  let feeds: Feeds | null = null
  const bot = opened(
    await startBot({
      ...{ archive, commandsFolder: COMMANDS, log, answerTimeoutMs, cooldownMs, feedback, library },
      duty,
      feeds: urls.length > 0 ? () => feeds?.status() ?? feedStatus(urls, state) : null,
      metrics: attendance.metrics,
      supervision: supervisionFor(giveUpMs),
      ...login,
    }),
    closers,
  )
  // Last, so that there is somebody to tell of what they bring, and somebody still when they end.
  if (urls.length > 0) {
    const leave = await duty.during({
      begin() {
        feeds = startFeeds({ urls, state, archive, log, onArticles: (ids) => bot.announce(ids, null) })
      },
      async end() {
        const ending = feeds
        feeds = null
        await ending?.close()
      },
    })
    closers.push(leave)
  }
  attendance.bot = bot
  return bot
}

function opened<T extends Pick<Bot, 'close'>>(thing: T, closers: Closers): T {
  closers.push(() => thing.close())
  return thing
}

/** Closes everything, the last opened first. What does not close in time is left to the end of the process. */
async function closeAll(closers: Closers, log: Log): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, closers.patienceMs ?? CLOSE_MS).unref())
  for (const close of closers.reverse()) {
    await Promise.race([close(), patience]).catch((err) => log.warn({ err }, 'not closed cleanly'))
  }
}

function signalled(): Promise<null> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve(null))
    process.once('SIGINT', () => resolve(null))
    // One of several processes ends with the one that started it.
    process.once('disconnect', () => resolve(null))
  })
}

function exitCode(failure: unknown): number {
  return (failure as Partial<End>).temporary === true ? TRY_AGAIN : FAILED
}

/** @returns the exit code */
async function main(): Promise<number> {
  const complain = (message: string) => process.stderr.write(`${printableLines(message)}\n`)
  const closers: Closers = []
  let log: Log | null = null
  try {
    const config = readConfig(readEnvironment('.env', process.env))
    log = makeLog({
      level: config.logLevel,
      format: config.logFormat,
      secrets: [config.token, config.databaseUrl, config.databaseReadUrl],
    })
    // Node's own report of such an error would show it whole, with addresses that hold tokens.
    process.on('uncaughtException', (err) => {
      log?.fatal({ err }, 'unexpected error, ending')
      process.exit(1)
    })
    const failure = await Promise.race([run(config, log, closers), signalled()])
    if (failure !== null) complain(failure.reason)
    log.info('ending')
    return failure === null ? 0 : exitCode(failure)
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    return exitCode(error)
  } finally {
    if (log) await closeAll(closers, log)
  }
}

process.exit(await main())
