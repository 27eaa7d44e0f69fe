import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ChatInputCommandInteraction, Events } from 'discord.js'
import { openAnswers } from '../src/answers/live.js'
import { startBot } from '../src/discord/bot.js'
import { makeClient } from '../src/discord/client.js'
import { makeLog } from '../src/log.js'
import { NoResponse, type Sandbox, startSandbox } from '../src/sandbox/sandbox.js'
import { timed } from './measure.js'
import type { Order } from './subject.js'

const COMMANDS = fileURLToPath(new URL('../commands', import.meta.url))
const AT_ONCE = 20
const WARM_UP = 40
const INTERACTIONS = 400
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

/** `/ask` through discord.js and the sandbox, beside bots that look nothing up, one request and two an interaction. */
export interface Throughputs {
  readonly desk: Throughput
  readonly ok: Throughput
  readonly deferredOk: Throughput
}

export async function throughput({ folder, scratch, questions }: Order): Promise<Throughputs> {
  const log = makeLog({ level: 'silent', format: 'json' })
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000, windowMs: 1000 } })
  const archive = await openAnswers({ folder, snapshot: join(scratch, 'archive.snapshot'), hangMs: 120_000 })
  const bot = await startBot({
    archive,
    log,
    commandsFolder: COMMANDS,
    token: sandbox.token,
    rest: { api: sandbox.api },
  })
  const desk = await drive(sandbox, questions)
  await bot.close()
  await archive.close()
  const ok = await beside(sandbox, questions, (interaction) => interaction.reply('ok'))
  const deferredOk = await beside(sandbox, questions, async (interaction) => {
    await interaction.deferReply()
    await interaction.editReply('ok')
  })
  await sandbox.close()
  return { desk, ok, deferredOk }
}

/** The same with a bot that does nothing else; the commands are registered already. */
async function beside(
  sandbox: Sandbox,
  questions: readonly string[],
  act: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
): Promise<Throughput> {
  const client = makeClient({ api: sandbox.api })
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
  const before = process.cpuUsage()
  const { result, ms, delay } = await timed(() => interact(sandbox, questions, INTERACTIONS))
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1000 / INTERACTIONS
  return { perSecond: (INTERACTIONS / ms) * 1000, ...result, delay, cpu }
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
