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
import { followAll, type NewsFeed, newsFeed, toldIn, topicsOf } from './news-feed.js'
import { print, runProgram } from './program.js'
import { questionsFor } from './questions.js'
import { pick, randomNumbers } from './random.js'
import { figure, table } from './table.js'
import { counted, newTally, percentile, type Tally } from './tally.js'

const HELP = `Usage: npm run bench:shards -- [--minutes 10] [--processes 4] [--shards 8] [--rate 10] [--passages 1000]
                                 [--database URL] [--keep FOLDER]

Runs several processes of the bot in the local Discord, each with its part of the shards, has members of all servers ask,
and kills one process a minute (SIGKILL), each in its turn, which is started again at once. A line for each minute.
With a database, a feed on this machine also brings two articles a minute, one of them just before the kill, on topics that
every shard's servers follow; every other minute whoever asks that feed is killed.
Exit code 1: a question was lost to which a living shard should have replied, Discord refused a login, a channel was not told
of an article that it follows, or twice, or two asked the feed at a time.

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
const SHARING = fileURLToPath(new URL('./sharing-bot.js', import.meta.url))
const ON_DUTY = 'this process asks feeds and posts briefs from now on'
/** Between an article and the kill, and between the kill and the next article. */
const BRING_MS = 1000
/** Until the last is told of, at the end. */
const TOLD_MS = 120_000

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
  await using followed = settings.database === undefined ? null : await following(sandbox, settings)
  const bots = Array.from({ length: processes }, (_, index) => {
    const [first, last] = [index, index + 1].map((at) => Math.floor((at * shards) / processes))
    const ids = Array.from({ length: last! - first! }, (_, id) => first! + id)
    return new BotProcess(
      ...([
        join(scratch, `process-${index}`),
        ids,
        folder,
        sandbox,
        settings,
        logged,
        followed?.feed,
      ] as const),
    )
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
      const next = bots[(minute - 1) % processes]!
      const inOffice = minute % 2 === 1 ? bots.find((one) => one.isOnDuty) : undefined
      const bot = inOffice ?? next
      const killing = killed(bot, alive, followed)
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
    const untrue = followed ? await followed.check(bots) : 0
    process.exitCode = lost + refused + untrue > 0 ? 1 : 0
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
async function killed(bot: BotProcess, alive: Living, followed: Following | null): Promise<number> {
  await pause(KILL_MS)
  followed?.bringNext()
  await pause(BRING_MS)
  const at = performance.now()
  alive.dead(bot.ids)
  await bot.kill()
  followed?.bringNext()
  await bot.start()
  await alive.all(bot.ids, START_MS)
  return (performance.now() - at) / 1000
}

interface Following extends AsyncDisposable {
  readonly feed: NewsFeed
  bringNext(): void
  /** Waits until all is told, and prints what came of it. @returns how much of it is not as it should be */
  check(bots: readonly BotProcess[]): Promise<number>
}

async function following(sandbox: Sandbox, { database, minutes, shards }: Settings): Promise<Following> {
  const feed = await newsFeed()
  const topics = topicsOf(2 * Math.ceil(minutes))
  const { world, ids } = sandbox
  const ofShard = new Map<number, string>()
  while (ofShard.size < shards) {
    const { guild } = world.addGuild({ name: 'One that follows', ownerId: ids.member })
    ofShard.set(shardOf(guild, shards), guild)
  }
  const channels = await followAll(database!, sandbox, [...ofShard.values()], topics)
  let brought = 0
  return {
    feed,
    bringNext() {
      const topic = topics[brought++]
      if (topic !== undefined) feed.bring(topic)
    },
    async check(bots) {
      const all = topics.slice(0, brought).flatMap((topic) => channels.get(topic)!)
      const until = performance.now() + TOLD_MS
      while (toldIn(sandbox, all).includes(0) && performance.now() < until) await pause(500)
      const told = toldIn(sandbox, all)
      const [never, twice] = [told.filter((n) => n === 0).length, told.filter((n) => n > 1).length]
      const { asked, overlapping } = feed.polls
      const takeovers = bots.reduce((sum, { timesOnDuty }) => sum + timesOnDuty, 0)
      print(
        `${brought} articles, followed in ${all.length} channels: told once in ${told.length - never - twice}, never in ${never}, more than once in ${twice}.`,
      )
      print(
        `The feed was asked ${asked} times, ${overlapping} of them by two at a time; ${takeovers} times somebody took it over.`,
      )
      return never + twice + overlapping
    },
    [Symbol.asyncDispose]: () => feed[Symbol.asyncDispose](),
  }
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

interface LogLine {
  readonly level: string
  readonly msg: string
  readonly reason?: string
  readonly err?: { readonly message?: string }
}

/** What a line of the log says; any other as it stands. */
function parsed(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine
  } catch {
    return { level: 'error', msg: line }
  }
}

const NOT_NOTED: ReadonlySet<string> = new Set(['debug', 'info'])

/** The bot as an operator runs it. */
class BotProcess {
  readonly ids: readonly number[]
  readonly #cwd: string
  readonly #env: Record<string, string>
  readonly #logged: string[]
  readonly #program: string
  #child: ChildProcess | null = null
  isOnDuty = false
  timesOnDuty = 0

  constructor(
    cwd: string,
    ids: readonly number[],
    articles: string,
    { token, api }: Sandbox,
    settings: Settings,
    logged: string[],
    feed: NewsFeed | undefined,
  ) {
    this.#logged = logged
    this.#program = feed ? SHARING : MAIN
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
      ...(feed && { FEEDS: feed.url, SITE_PORT: String(feed.port) }),
    }
  }

  async start(): Promise<void> {
    await mkdir(this.#cwd, { recursive: true })
    this.#child = spawn(process.execPath, [this.#program], {
      env: this.#env,
      cwd: this.#cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const lines = createInterface({ input: this.#child.stderr!, crlfDelay: Number.POSITIVE_INFINITY })
    lines.on('line', (line) => {
      const { level, msg, reason, err } = parsed(line)
      if (msg === ON_DUTY) {
        this.isOnDuty = true
        this.timesOnDuty++
      }
      if (!NOT_NOTED.has(level))
        this.#logged.push([level, msg, reason ?? err?.message].filter(Boolean).join(': '))
    })
  }

  async kill(): Promise<void> {
    const child = this.#child
    this.isOnDuty = false
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
}

await runProgram(main)
process.exit()
