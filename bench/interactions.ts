import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChatInputCommandInteraction, Events } from 'discord.js'
import { type LiveAnswers, openAnswers } from '../src/answers/live.js'
import { startBot } from '../src/discord/bot/bot.js'
import { makeClient, paced } from '../src/discord/bot/client.js'
import { makeLog } from '../src/lib/log.js'
import { NoResponse, type Sandbox, startSandbox } from '../src/sandbox/sandbox.js'
import { timed } from './measure.js'
import type { Order } from './subject.js'

const COMMANDS = fileURLToPath(new URL('../commands', import.meta.url))
const AT_ONCE = 20
const WARM_UP = 200
const INTERACTIONS = 2000
/** The bots take turns, now one way round, now the other; in the first rounds they warm up. */
const ROUNDS = 9
const WARM_UP_ROUNDS = 2
const PATIENCE_MS = 60_000

export interface Throughput {
  /** Interactions a second. */
  readonly perSecond: number
  /** Milliseconds until the slowest was acknowledged. */
  readonly slowest: number
  /** How many were not acknowledged within Discord's three seconds. */
  readonly lost: number
  readonly delay: number
  /** Milliseconds of processor time for each, the sandbox's share and all threads included. */
  readonly cpu: number
}

export interface Compared extends Throughput {
  /** Interactions a second, in those of the bot that replies "ok". */
  readonly ofOk: number
}

/** `/ask` through discord.js and the sandbox, beside bots that look nothing up, one request and two an interaction. */
export interface Throughputs {
  /** Each question is asked once. */
  readonly first: Compared
  /** The questions are asked again and again, as many ask the same in a crisis. */
  readonly again: Compared
  readonly ok: Compared
  readonly deferredOk: Compared
}

export async function throughput({ folder, scratch, questions }: Order): Promise<Throughputs> {
  const archive = await openAnswers({ folder, snapshot: join(scratch, 'archive.snapshot'), hangMs: 120_000 })
  const warmUp = questions.slice(0, Math.ceil(questions.length / 5))
  const others = questions.slice(warmUp.length)
  const first = await inSandbox((sandbox) =>
    withDesk(sandbox, archive, async () => {
      await interact(sandbox, warmUp, warmUp.length)
      return measured(sandbox, others, others.length)
    }),
  )
  const rounds = { again: [], ok: [], deferredOk: [] } as Record<'again' | 'ok' | 'deferredOk', Throughput[]>
  for (let round = 0; round < ROUNDS; round++) {
    await inSandbox(async (sandbox) => {
      const turns = [
        async () => rounds.again.push(await withDesk(sandbox, archive, () => drive(sandbox, questions))),
        async () => rounds.ok.push(await beside(sandbox, questions, replyOk)),
        async () => rounds.deferredOk.push(await beside(sandbox, questions, deferOk)),
      ]
      // The commands are registered for all.
      await withDesk(sandbox, archive, async () => {})
      for (const turn of round % 2 ? turns.reverse() : turns) await turn()
    })
  }
  await archive.close()
  const ok = together(rounds.ok, rounds.ok)
  return {
    first: { ...first, ofOk: first.perSecond / ok.perSecond },
    again: together(rounds.again, rounds.ok),
    ok,
    deferredOk: together(rounds.deferredOk, rounds.ok),
  }
}

type Act = (interaction: ChatInputCommandInteraction) => Promise<unknown>

const replyOk: Act = (interaction) => interaction.reply('ok')

const deferOk: Act = async (interaction) => {
  await interaction.deferReply()
  await interaction.editReply('ok')
}

/** A fresh one each time: it keeps all messages, and whoever comes last would have to carry those of all before. */
async function inSandbox<T>(work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000, windowMs: 1000 }, keepRequests: 100 })
  const result = await work(sandbox)
  await sandbox.close()
  return result
}

async function withDesk<T>(sandbox: Sandbox, archive: LiveAnswers, work: () => Promise<T>): Promise<T> {
  const bot = await startBot({
    archive,
    log: makeLog({ level: 'silent', format: 'json' }),
    commandsFolder: COMMANDS,
    token: sandbox.token,
    // One member asks all of it.
    cooldownMs: 0,
    rest: { api: sandbox.api },
  })
  const result = await work()
  await bot.close()
  return result
}

/** The same with a bot that does nothing else; the commands are registered already. */
async function beside(sandbox: Sandbox, questions: readonly string[], act: Act): Promise<Throughput> {
  const client = makeClient(paced({ api: sandbox.api }))
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void act(interaction)
  })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(sandbox.token)
  await ready
  const result = await drive(sandbox, questions)
  await client.destroy()
  return result
}

async function drive(sandbox: Sandbox, questions: readonly string[]): Promise<Throughput> {
  await interact(sandbox, questions, WARM_UP)
  return measured(sandbox, questions, INTERACTIONS)
}

async function measured(sandbox: Sandbox, questions: readonly string[], count: number): Promise<Throughput> {
  const before = process.cpuUsage()
  const { result, ms, delay } = await timed(() => interact(sandbox, questions, count))
  const { user, system } = process.cpuUsage(before)
  return { perSecond: (count / ms) * 1000, ...result, delay, cpu: (user + system) / 1000 / count }
}

/** What was usual in several rounds, and the worst that was seen in any. @param ok the rounds that went beside them */
function together(rounds: readonly Throughput[], ok: readonly Throughput[]): Compared {
  const measured = rounds.slice(WARM_UP_ROUNDS)
  const all = (key: keyof Throughput) => measured.map((round) => round[key])
  return {
    perSecond: median(all('perSecond')),
    cpu: median(all('cpu')),
    slowest: Math.max(...all('slowest')),
    delay: Math.max(...all('delay')),
    lost: all('lost').reduce((sum, lost) => sum + lost, 0),
    ofOk: median(measured.map(({ perSecond }, i) => perSecond / ok[i + WARM_UP_ROUNDS]!.perSecond)),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** So many interactions, a fixed number at a time. */
async function interact(
  sandbox: Sandbox,
  questions: readonly string[],
  count: number,
): Promise<Pick<Throughput, 'slowest' | 'lost'>> {
  const member = sandbox.as(sandbox.ids.member)
  let next = 0
  let slowest = 0
  let lost = 0
  const ask = async () => {
    while (next < count) {
      const question = questions[next++ % questions.length]!.slice(0, 400)
      const exchange = member.command('ask', { question })
      try {
        slowest = Math.max(slowest, (await exchange.acknowledged(PATIENCE_MS)).realMs)
        await exchange.response(PATIENCE_MS)
      } catch (error) {
        if (!(error instanceof NoResponse)) throw error
        lost++
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  return { slowest, lost }
}
