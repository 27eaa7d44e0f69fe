import { describe, expect, test } from 'vitest'
import {
  IDENTIFY_MS,
  type Sandbox,
  type SandboxOptions,
  shardOf,
  startSandbox,
} from '../../src/sandbox/sandbox.js'
import { type BotProcess, botProcess, runningBot } from '../support/bot-process.js'
import { FLOOD } from '../support/flood.js'
import { articleFile, articleFolder } from '../support/folder.js'
import { describePostgres, testDatabase } from '../support/postgres.js'

const PATIENCE_MS = 150_000
const SLOW = { timeout: 600_000 }

async function discord(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options)
  return Object.assign(sandbox, { [Symbol.asyncDispose]: () => sandbox.close() })
}

/** The channel of a server of each shard, in their order. */
function serversOf({ world, ids }: Sandbox, total: number): string[] {
  const channels = new Map<number, string>()
  while (channels.size < total) {
    const { guild, general } = world.addGuild({ name: 'Another', ownerId: ids.member })
    channels.set(shardOf(guild, total), general)
  }
  return [...channels].sort(([a], [b]) => a - b).map(([, channel]) => channel)
}

/** What a member of each server is answered to one question, or `nothing`. */
async function asked({ as, ids }: Sandbox, channels: readonly string[]): Promise<string[]> {
  const exchanges = channels.map((channel) =>
    as(ids.member, { channel }).command('when', { topic: 'lorne dam' }),
  )
  return Promise.all(
    exchanges.map((exchange) =>
      exchange.response(60_000).then(
        ({ embeds }) => /\b(?:15|21)\b/.exec(embeds[0]?.description ?? '')?.[0] ?? 'something else',
        () => 'nothing',
      ),
    ),
  )
}

/** The same dam, on another day. */
const OTHER = {
  'valley-news.md': articleFile(
    { title: 'Lorne dam: gates to open', outlet: 'Valley News', published: '2023-05-13' },
    'Engineers will open the gates of the Lorne dam on May 21, officials confirmed.',
  ),
}

const others = (count: number, answer: string) => Array<string>(count).fill(answer)

describe('two processes with four shards each', () => {
  test.concurrent(
    'THEN each server is answered by its own; GIVEN one that is killed THEN the other goes on, and it comes back',
    SLOW,
    async () => {
      await using sandbox = await discord({ sharding: { maxConcurrency: 4 } })
      const servers = serversOf(sandbox, 8)
      await using first = await articleFolder(FLOOD)
      await using second = await articleFolder(OTHER)
      const start = (cwd: string, SHARDS: string) => botProcess({ sandbox, cwd, settings: { SHARDS } })
      await using one = await runningBot({ sandbox, cwd: first.path, settings: { SHARDS: '0-3/8' } })
      await using two = start(second.path, '4-7/8')
      await two.until(
        ({ msg }) => msg === 'commands are registered by the process with the first shard',
        PATIENCE_MS,
      )
      const logins = [one, two].map((bot) => bot.lines().find(({ msg }) => msg === 'logged in')?.shards)
      expect(logins).toEqual(['0–3 of 8', '4–7 of 8'])
      expect(await asked(sandbox, servers)).toEqual([...others(4, '15'), ...others(4, '21')])

      two.child.kill('SIGKILL')
      await two.ended
      expect(await asked(sandbox, servers.slice(0, 4))).toEqual(others(4, '15'))
      await using again = start(second.path, '4-7/8')
      await again.until(({ msg }) => msg === 'logged in', PATIENCE_MS)
      expect(await asked(sandbox, servers)).toEqual([...others(4, '15'), ...others(4, '21')])
      expect(writes(sandbox)).toBe(1)
    },
  )
})

describePostgres('shards of several processes that share a database', () => {
  test.concurrent(
    'GIVEN more than one process should have THEN several are started, ended and started again together',
    SLOW,
    async () => {
      await using database = await testDatabase()
      await using sandbox = await discord({
        sharding: { shards: 10, maxConcurrency: 4, identifyMs: IDENTIFY_MS },
      })
      const servers = serversOf(sandbox, 10)
      const refused: number[] = []
      sandbox.on('identify', ({ shard, tooSoon }) => tooSoon && refused.push(shard[0]))
      await using folder = await articleFolder(FLOOD)
      const settings = { DATABASE_URL: database.url }
      await using bot = botProcess({ sandbox, cwd: folder.path, settings })
      await Promise.all(['0–4 of 10', '5–9 of 10'].map((shards) => loggedIn(bot, shards)))
      await bot.until(({ msg }) => msg === 'commands registered', PATIENCE_MS)
      expect(await asked(sandbox, servers)).toEqual(others(10, '15'))
      expect(writes(sandbox)).toBe(1)

      const pids = bot
        .lines()
        .filter(({ msg }) => msg === 'a process is started')
        .map(({ pid }) => Number(pid))
      process.kill(pids[1]!, 'SIGKILL')
      await bot.until(
        ({ msg, code }) => msg === 'a process ended, and is started again' && code === 'SIGKILL',
      )
      expect(await asked(sandbox, servers.slice(0, 5))).toEqual(others(5, '15'))
      await loggedIn(bot, '5–9 of 10', 2)
      expect(await asked(sandbox, servers)).toEqual(others(10, '15'))
      expect(refused).toEqual([])

      bot.child.kill('SIGTERM')
      expect(await bot.ended).toBe(0)
      expect(sandbox.shards).toEqual([])
    },
  )

  test.concurrent('GIVEN that the one which started them is killed THEN they end, too', SLOW, async () => {
    await using database = await testDatabase()
    await using sandbox = await discord({ sharding: { shards: 10, maxConcurrency: 16 } })
    await using folder = await articleFolder(FLOOD)
    await using bot = botProcess({ sandbox, cwd: folder.path, settings: { DATABASE_URL: database.url } })
    await Promise.all(['0–4 of 10', '5–9 of 10'].map((shards) => loggedIn(bot, shards)))
    bot.child.kill('SIGKILL')
    while (sandbox.shards.length > 0) await sandbox.next('disconnected', () => true, PATIENCE_MS)
  })

  test.concurrent('GIVEN processes that can’t start THEN all end with 1 and the reason', SLOW, async () => {
    await using database = await testDatabase()
    await using sandbox = await discord({ sharding: { shards: 10 } })
    await using folder = await articleFolder(FLOOD)
    const settings = { DATABASE_URL: database.url, ARTICLES_DIR: '/nowhere' }
    await using bot = botProcess({ sandbox, cwd: folder.path, settings })
    expect(await bot.ended).toBe(1)
    expect(bot.text()).toMatch(/\/nowhere/)
    expect(bot.text()).toMatch(/^The process with the shards [059]-\d\/10 can’t start\.$/m)
  })
})

const loggedIn = async (bot: BotProcess, shards: string, times = 1) => {
  let seen = 0
  await bot.until(
    (line) => line.msg === 'logged in' && line.shards === shards && ++seen === times,
    PATIENCE_MS,
  )
}

const writes = ({ requests }: Sandbox) =>
  requests.filter(({ method, path }) => method !== 'GET' && path.includes('/commands')).length
