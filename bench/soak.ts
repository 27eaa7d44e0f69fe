import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArticles } from '../src/articles/folder/read.js'
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.js'
import { type Crowd, somebodyActs, somebodyAsks } from './deeds.js'
import { load, number, pause, scratchFolder, writeArticles } from './load.js'
import { print, runProgram } from './program.js'
import { questionsFor } from './questions.js'
import { pick, randomNumbers } from './random.js'
import type { SoakOrder, Vitals } from './soak-bot.js'
import { figure } from './table.js'
import { counted, newTally, percentile, type Tally, together } from './tally.js'

const HELP = `Usage: npm run soak -- [--minutes 60] [--rate 15] [--passages 10000] [--keep FOLDER]
       npm run soak -- --reload [--rate 50] [--passages 100000] [--changed 1] [--times 3] [--keep FOLDER]

Runs the bot as a process of its own in the local Discord, with made-up articles, and has members use it.

Without --reload: a mix of everything that members do, with reloads, lost connections and failing requests among it. A
line of figures for each minute, and one for all of it. Memory should be flat, and nothing lost.
With --reload: questions alone, while the archive is reloaded. A line for the time before, and one for each reload.

  --minutes N     how long
  --rate N        deeds a second; they don't wait for each other
  --passages N    how large the archive is
  --changed N     percent of the articles that are changed before each reload
  --times N       how often it is reloaded
  --keep FOLDER   where articles and snapshot are kept for the next run; by default they are removed
`
const MINUTE_MS = 60_000
const WARM_UP_MS = 15_000
const RELOAD_EVERY_MINUTES = 2
const QUESTIONS = 500
const BOT = new URL('./soak-bot.js', import.meta.url)
const FAULTY = '/webhooks/{webhook_id}/{webhook_token}/messages/@original'

interface Settings {
  readonly minutes: number
  readonly rate: number
  readonly passages: number
  readonly changed: number
  readonly times: number
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      rate: { type: 'string' },
      passages: { type: 'string' },
      changed: { type: 'string', default: '1' },
      times: { type: 'string', default: '3' },
      reload: { type: 'boolean', default: false },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(HELP)
  const { reload } = values
  const settings = {
    minutes: number('minutes', values.minutes),
    rate: number('rate', values.rate ?? (reload ? '50' : '15')),
    passages: number('passages', values.passages ?? (reload ? '100000' : '10000')),
    changed: number('changed', values.changed),
    times: number('times', values.times),
  }
  await using scratch = await scratchFolder(values.keep)
  await using soak = await start(scratch.path, settings.passages)
  if (reload) await reloads(soak, settings)
  else await mixed(soak, settings)
}

interface Soak extends AsyncDisposable {
  readonly sandbox: Sandbox
  readonly crowd: Crowd
  readonly folder: string
  vitals(): Promise<Vitals>
}

async function start(scratch: string, passages: number): Promise<Soak> {
  const folder = join(scratch, `articles-${passages}`)
  await writeArticles(folder, passages)
  const { articles } = await readArticles(folder)
  const questions = await questionsFor(articles, QUESTIONS, {})
  const sandbox = await startSandbox({
    rateLimit: { limit: 1_000_000, windowMs: 1000 },
    keepRequests: 100,
    keepMessages: 2000,
  })
  print(
    `${articles.length.toLocaleString('en')} articles, ${questions.length} questions; the bot is starting …`,
  )
  const child = fork(BOT, { stdio: 'inherit' })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The bot ended with code ${code}.`)
  })
  ended.catch(() => {})
  const told = () => Promise.race([once(child, 'message'), ended]).then(([message]) => message as Vitals)
  child.send({
    folder,
    scratch,
    snapshot: join(scratch, `archive-${passages}.snapshot`),
    token: sandbox.token,
    api: sandbox.api,
  } satisfies SoakOrder)
  await told()
  return {
    sandbox,
    folder,
    crowd: { sandbox, questions, members: crowd(sandbox), random: randomNumbers(3) },
    vitals() {
      const answer = told()
      child.send('vitals')
      return answer
    },
    async [Symbol.asyncDispose]() {
      await stop(child)
      await sandbox.close()
    },
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}

function crowd({ as, world, ids }: Sandbox) {
  const others = Array.from({ length: 20 }, (_, i) => {
    const id = world.addUser({ username: `member-${i}`, locale: i % 5 === 0 ? 'de' : 'en-US' })
    world.addMember(ids.guild, id)
    return id
  })
  return [ids.member, ...others].map((id) => as(id, { channel: ids.crisis }))
}

/** Everything that members do, minute by minute. */
async function mixed(soak: Soak, { minutes, rate, changed }: Settings): Promise<void> {
  const all: Tally[] = []
  let work: Promise<unknown> = Promise.resolve()
  print(HEADINGS)
  for (let minute = 1; minute <= minutes; minute++) {
    const tally = newTally()
    disturb(soak.sandbox, minute)
    if (minute % RELOAD_EVERY_MINUTES === 0) work = changeAndReload(soak, changed, minute, MINUTE_MS)
    await load(rate, MINUTE_MS, () => somebodyActs(soak.crowd, tally))
    await work
    print(line(String(minute), tally, await soak.vitals()))
    all.push(tally)
  }
  print(line('all', together(all), await soak.vitals()))
}

/** What goes wrong in this minute; nothing of it may lose a question. */
function disturb({ faults }: Sandbox, minute: number): void {
  const kind = minute % 5
  if (kind === 1) faults.dropGateway()
  if (kind === 2) faults.next(FAULTY, { status: 502 }, 3)
  if (kind === 3) faults.next(FAULTY, { status: 429, retryAfter: 0.5 }, 3)
  if (kind === 4) faults.requestReconnect()
}

/** Questions alone, before reloads and during each. */
async function reloads(soak: Soak, { rate, changed, times }: Settings): Promise<void> {
  print(HEADINGS)
  await during('warm-up', soak, rate, () => pause(WARM_UP_MS))
  await during('before', soak, rate, () => pause(WARM_UP_MS))
  for (let time = 1; time <= times; time++) {
    const started = performance.now()
    await during(`reload ${time}`, soak, rate, () => changeAndReload(soak, changed, time, 15 * MINUTE_MS))
    print(`  reloaded in ${figure((performance.now() - started) / 1000)} s`)
  }
  await during('after', soak, rate, () => pause(WARM_UP_MS))
}

async function during(
  name: string,
  soak: Soak,
  rate: number,
  happening: () => Promise<unknown>,
): Promise<void> {
  const tally = newTally()
  await soak.vitals()
  await load(rate, happening(), () => somebodyAsks(soak.crowd, tally))
  print(line(name, tally, await soak.vitals()))
}

async function changeAndReload(
  { sandbox, folder }: Soak,
  percent: number,
  seed: number,
  patienceMs: number,
): Promise<void> {
  const files = await readdir(folder)
  const random = randomNumbers(seed)
  for (let count = Math.ceil((files.length * percent) / 100); count > 0; count--) {
    await appendFile(
      join(folder, pick(files, random)),
      `\nThe figure was corrected for the ${seed + count}th time.\n`,
    )
  }
  const moderator = sandbox.as(sandbox.ids.moderator, { channel: sandbox.ids.crisis })
  const { embeds } = await moderator.command('reload').response(patienceMs)
  print(`  ${embeds[0]?.description?.split('\n')[0]}`)
}

const COLUMNS = [8, 8, 8, 6, 9, 9, 9, 9, 9, 8, 8, 8]
const row = (cells: readonly string[]) => cells.map((cell, i) => cell.padStart(COLUMNS[i]!)).join(' ')
const HEADINGS = [
  row(['', '', '', '', 'acked ms', '', 'answered', 'ms', '', 'delay', 'memory', 'MB']),
  row(['', 'asked', 'answered', 'lost', 'p99', 'worst', 'p50', 'p99', 'worst', 'p99 ms', 'all', 'heap']),
].join('\n')

function line(name: string, tally: Tally, { delay, resident, heap, logged }: Vitals): string {
  const { asked, answered, lost, acknowledged, took } = tally
  const times = [
    percentile(acknowledged, 0.99),
    percentile(acknowledged, 1),
    percentile(took, 0.5),
    percentile(took, 0.99),
    percentile(took, 1),
  ]
  const cells = [
    ...[name, asked, answered, lost.length].map(String),
    ...[...times, delay, resident, heap].map(figure),
  ]
  const notes = [...counted(lost), ...Object.entries(logged)].map(
    ([message, count]) => `\n  ${count} × ${message}`,
  )
  return row(cells) + notes.join('')
}

await runProgram(main)
process.exit()
