import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readArticles } from '../src/articles/folder/read.js'
import { type Actor, IDENTIFY_MS, type Sandbox, shardOf, startSandbox } from '../src/sandbox/sandbox.js'
import { load, number, pause, scratchFolder, writeArticles } from './load.js'
import { questionsFor } from './questions.js'
import { pick, randomNumbers } from './random.js'
import { figure, table } from './table.js'
import { counted, newTally, percentile, type Tally } from './tally.js'

const HELP = `Usage: npm run bench:shards -- [--minutes 10] [--processes 4] [--shards 8] [--rate 10] [--passages 1000]
                                 [--database URL] [--keep FOLDER]

Runs several processes of the bot in the local Discord, each with its part of the shards, has members of all servers ask,
and kills one process a minute (SIGKILL), each in its turn, which is started again at once. A line for each minute.
Exit code 1: a question was lost to which a living shard should have replied, or Discord refused a login.

  --minutes N     how long
  --processes N   how many processes
  --shards N      how many shards in all
  --rate N        questions a second; they don't wait for each other
  --passages N    how large the archive is
  --database URL  the PostgreSQL that the processes share; by default each keeps all in a folder of its own
  --keep FOLDER   where articles and logs are kept; by default they are removed
`
const MINUTE_MS = 60_000
/** Between the beginning of a minute and the kill. */
const KILL_MS = 15_000
const SERVERS_A_SHARD = 3
/** Few, so that most answers are kept: what is measured is who answers, not how fast articles are searched. */
const QUESTIONS = 40
const PATIENCE_MS = 60_000
/** Until a process with nothing to do answers. */
const START_MS = 120_000
const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url))

interface Settings {
  readonly minutes: number
  readonly processes: number
  readonly shards: number
  readonly rate: number
  readonly passages: number
  readonly database: string | undefined
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      processes: { type: 'string', default: '4' },
      shards: { type: 'string', default: '8' },
      rate: { type: 'string', default: '10' },
      passages: { type: 'string', default: '1000' },
      database: { type: 'string' },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(HELP)
  const settings = {
    minutes: number('minutes', values.minutes),
    processes: number('processes', values.processes),
    shards: number('shards', values.shards),
    rate: number('rate', values.rate),
    passages: number('passages', values.passages),
    database: values.database,
  }
  await using scratch = await scratchFolder(values.keep)
  await measure(scratch.path, settings)
}

async function measure(scratch: string, settings: Settings): Promise<void> {
  const { minutes, processes, shards, rate, passages } = settings
  const folder = join(scratch, `articles-${passages}`)
  await writeArticles(folder, passages)
  const { articles } = await readArticles(folder)
  const questions = await questionsFor(articles, QUESTIONS, {})
  const sandbox = await startSandbox({
    rateLimit: { limit: 1_000_000, windowMs: 1000 },
    keepRequests: 100,
    keepMessages: 200,
    sharding: { shards, identifyMs: IDENTIFY_MS },
  })
  const places = placesOf(sandbox, shards)
  const alive = watchShards(sandbox, shards)
  const logged: string[] = []
  const bots = Array.from({ length: processes }, (_, index) => {
    const [first, last] = [index, index + 1].map((at) => Math.floor((at * shards) / processes))
    const ids = Array.from({ length: last! - first! }, (_, id) => first! + id)
    return new BotProcess(join(scratch, `process-${index}`), ids, folder, sandbox, settings, logged)
  })
  try {
    print(
      `${articles.length} articles, ${places.length} servers, ${shards} shards; ${processes} processes start …`,
    )
    // One after another, as without a database nobody gives them turns.
    for (const bot of bots) {
      await bot.start()
      await alive.all(bot.ids, START_MS)
    }
    const random = randomNumbers(3)
    const lines: string[][] = []
    let lost = 0
    for (let minute = 1; minute <= minutes; minute++) {
      const living = newTally()
      const dead = newTally()
      const bot = bots[(minute - 1) % processes]!
      const killing = killed(bot, alive)
      await load(rate, MINUTE_MS, () =>
        ask(pick(places, random), pick(questions, random), alive, { living, dead }),
      )
      lines.push([
        String(minute),
        bot.ids.join(' '),
        ...cells(living),
        ...cells(dead).slice(0, 3),
        figure(await killing),
      ])
      lost += living.lost.length
      print(`${lines.at(-1)!.join('  ')}${notes([...living.lost, ...logged.splice(0)])}`)
    }
    print(`\n${table([HEADINGS, ...lines])}`)
    const { refused } = alive
    print(`\n${lost} lost by living shards; ${refused} logins refused as too soon.`)
    process.exitCode = lost + refused > 0 ? 1 : 0
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()))
    await sandbox.close()
  }
}

const HEADINGS = [
  ...[
    'minute',
    'killed: shards',
    'asked',
    'answered',
    'lost',
    'acked p99 ms',
    'worst',
    'answered p50 ms',
    'p99',
  ],
  ...['of the dead: asked', 'answered', 'lost', 'back after s'],
]

function cells({ asked, answered, lost, acknowledged, took }: Tally): string[] {
  const times = [
    percentile(acknowledged, 0.99),
    percentile(acknowledged, 1),
    percentile(took, 0.5),
    percentile(took, 0.99),
  ]
  return [...[asked, answered, lost.length].map(String), ...times.map(figure)]
}

const notes = (texts: readonly string[]) =>
  counted(texts)
    .map(([message, count]) => `\n  ${count} × ${message}`)
    .join('')

/** Kills a process in the middle of the minute, and starts it again. @returns after how many seconds all its shards are back */
async function killed(bot: BotProcess, alive: Living): Promise<number> {
  await pause(KILL_MS)
  const at = performance.now()
  alive.dead(bot.ids)
  await bot.kill()
  await bot.start()
  await alive.all(bot.ids, START_MS)
  return (performance.now() - at) / 1000
}

/** Somebody in a server, and the shard that hears of it. */
interface Place {
  readonly shard: number
  readonly member: Actor
}

function placesOf({ world, ids, as }: Sandbox, shards: number): Place[] {
  const places: Place[] = []
  const missing = () =>
    Array.from({ length: shards }, (_, shard) => shard).some(
      (shard) => places.filter((place) => place.shard === shard).length < SERVERS_A_SHARD,
    )
  while (missing()) {
    const { guild, general } = world.addGuild({ name: `Server ${places.length}`, ownerId: ids.member })
    places.push({ shard: shardOf(guild, shards), member: as(ids.member, { channel: general }) })
  }
  return [...places, { shard: 0, member: as(ids.member, { channel: world.openDm(ids.member) }) }]
}

interface Living {
  /** How often a shard has died so far; null while it is dead. */
  of(shard: number): number | null
  dead(shards: readonly number[]): void
  all(shards: readonly number[], timeoutMs: number): Promise<void>
  /** Logins that Discord refused. */
  readonly refused: number
}

function watchShards(sandbox: Sandbox, count: number): Living {
  const deaths = new Array<number>(count).fill(0)
  const isDead = new Array<boolean>(count).fill(true)
  let refused = 0
  sandbox.on('identify', ({ tooSoon }) => {
    if (tooSoon) refused++
  })
  sandbox.on('ready', ({ shard: [id] }) => {
    isDead[id] = false
  })
  return {
    of: (shard) => (isDead[shard] ? null : deaths[shard]!),
    dead(shards) {
      for (const shard of shards) {
        deaths[shard]!++
        isDead[shard] = true
      }
    },
    async all(shards, timeoutMs) {
      const patience = performance.now() + timeoutMs
      while (shards.some((shard) => isDead[shard])) {
        const left = patience - performance.now()
        if (left <= 0)
          throw new Error(`The shards ${shards.join(', ')} did not log in within ${timeoutMs} ms.`)
        await sandbox.next('ready', () => true, left)
      }
    },
    get refused() {
      return refused
    },
  }
}

/** Asks, and enters what came of it where it belongs: a shard that has died meanwhile is none of the living. */
async function ask(
  { shard, member }: Place,
  question: string,
  alive: Living,
  { living, dead }: { readonly living: Tally; readonly dead: Tally },
): Promise<void> {
  const before = alive.of(shard)
  const began = performance.now()
  let outcome: { readonly acknowledged: number; readonly took: number } | { readonly lost: string }
  try {
    const exchange = member.command('ask', { question: question.slice(0, 300) })
    const { realMs } = await exchange.acknowledged(PATIENCE_MS)
    await exchange.response(PATIENCE_MS)
    outcome = { acknowledged: realMs, took: performance.now() - began }
  } catch (error) {
    outcome = { lost: String(error) }
  }
  const tally = before !== null && alive.of(shard) === before ? living : dead
  tally.asked++
  if ('lost' in outcome) tally.lost.push(outcome.lost)
  else {
    tally.answered++
    tally.acknowledged.push(outcome.acknowledged)
    tally.took.push(outcome.took)
  }
}

/** `error: failed`, of a line of the log; any other as it stands. */
function messageOf(line: string): string {
  try {
    const { level, msg } = JSON.parse(line) as { level: string; msg: string }
    return `${level}: ${msg}`
  } catch {
    return line
  }
}

/** The bot as an operator runs it. */
class BotProcess {
  readonly ids: readonly number[]
  readonly #cwd: string
  readonly #env: Record<string, string>
  readonly #logged: string[]
  #child: ChildProcess | null = null

  constructor(
    cwd: string,
    ids: readonly number[],
    articles: string,
    { token, api }: Sandbox,
    settings: Settings,
    logged: string[],
  ) {
    this.#logged = logged
    this.ids = ids
    this.#cwd = cwd
    this.#env = {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: token,
      DISCORD_API_URL: api,
      ARTICLES_DIR: articles,
      SHARDS: `${ids[0]}-${ids.at(-1)}/${settings.shards}`,
      COOLDOWN_SECONDS: '0',
      KEEP_FEEDBACK: 'off',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'warn',
      ...(settings.database !== undefined && { DATABASE_URL: settings.database }),
    }
  }

  async start(): Promise<void> {
    await mkdir(this.#cwd, { recursive: true })
    this.#child = spawn(process.execPath, [MAIN], {
      env: this.#env,
      cwd: this.#cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const lines = createInterface({ input: this.#child.stderr!, crlfDelay: Number.POSITIVE_INFINITY })
    lines.on('line', (line) => this.#logged.push(messageOf(line)))
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
process.exit()
