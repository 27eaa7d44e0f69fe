import { type Client, Events, Partials } from 'discord.js'
import type { GatewayIdentifyData } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { IDENTIFY_MS, type Sandbox, shardOf } from '../../src/sandbox/sandbox.js'
import { loggedIn, sandboxed } from './bot.js'

interface Frame {
  op: number
  t: string | null
  d: unknown
}

/** What Discord says to a bot that identifies like this: the first frame that is no greeting, or the close code. */
async function identifying(
  sandbox: Sandbox,
  data: Partial<Omit<GatewayIdentifyData, 'shard'>> & { shard?: readonly number[] },
): Promise<Frame | number> {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`)
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve(code))
    socket.on('message', (raw) => {
      const frame = JSON.parse(String(raw)) as Frame
      if (frame.op === 10) {
        const d = { token: sandbox.token, intents: 1, properties: {}, ...data }
        socket.send(JSON.stringify({ op: 2, d }))
      } else {
        resolve(frame)
        socket.terminate()
      }
    })
  })
}

const INVALID = { op: 9, d: false, s: null, t: null }

async function gatewayBot({ api, token }: Sandbox) {
  const response = await fetch(`${api}/v10/gateway/bot`, { headers: { authorization: `Bot ${token}` } })
  return (await response.json()) as { shards: number; session_start_limit: Record<string, number> }
}

/** The next mention that a client hears of, by its server. */
const mentioned = (client: Client) =>
  new Promise<string | null>((resolve) =>
    client.once(Events.MessageCreate, ({ guildId }) => resolve(guildId)),
  )

describe('shards', () => {
  it('GIVEN clients of two shards THEN each knows and hears its own servers alone, the first direct messages too', async () => {
    const sandbox = await sandboxed()
    const servers = Array.from({ length: 6 }, (_, i) => sandbox.world.addGuild({ name: `Server ${i}` }).guild)
    const [first, second] = [
      await loggedIn(sandbox, { shards: [0], shardCount: 2, partials: [Partials.Channel] }),
      await loggedIn(sandbox, { shards: [1], shardCount: 2 }),
    ]
    const of = (shard: number) =>
      [sandbox.ids.guild, ...servers].filter((id) => Number((BigInt(id) >> 22n) % 2n) === shard).sort()
    expect(of(0).length).toBeGreaterThan(2)
    expect(of(1).length).toBeGreaterThan(2)
    expect([...first.guilds.cache.keys()].sort()).toEqual(of(0))
    expect([...second.guilds.cache.keys()].sort()).toEqual(of(1))
    const said = [mentioned(first), mentioned(second)]
    const { member, bot } = sandbox.ids
    sandbox.as(member, { channel: sandbox.world.openDm(member) }).send('hello')
    const owner = sandbox.world.addUser({ username: 'owner' })
    const { guild, general } = newServer(sandbox, 1, owner)
    sandbox.as(owner, { channel: general }).send(`<@${bot}> hello`)
    expect(await Promise.all(said)).toEqual([null, guild])
    expect(sandbox.shards).toEqual([
      [0, 2],
      [1, 2],
    ])
  })

  it.each([
    ['a number that is not below their count', [2, 2], 4010],
    ['no number', [-1, 2], 4010],
    ['half of one', [0.5, 2], 4010],
    ['another count than a multiple of the one given', [0, 3], 4010],
    ['more servers than a shard may have', [0, 2], 4011],
  ] as const)('GIVEN %s THEN the gateway closes', async (_, shard, code) => {
    const sandbox = await sandboxed({ sharding: { multipleOf: 2, guildsAShard: 2 } })
    for (let i = 0; i < 6; i++) sandbox.world.addGuild({ name: `Server ${i}` })
    expect(await identifying(sandbox, { shard })).toBe(code)
  })

  it('GIVEN two of one bucket at a time THEN the second gets no session, one of another bucket does', async () => {
    const sandbox = await sandboxed({ sharding: { maxConcurrency: 2, identifyMs: IDENTIFY_MS, shards: 4 } })
    const before = await gatewayBot(sandbox)
    expect(before.shards).toBe(4)
    expect(before.session_start_limit).toMatchObject({ total: 1000, remaining: 1000, max_concurrency: 2 })
    expect(await identifying(sandbox, { shard: [0, 4] })).toMatchObject({ t: 'READY' })
    expect(await identifying(sandbox, { shard: [2, 4] })).toEqual(INVALID)
    expect(await identifying(sandbox, { shard: [3, 4] })).toMatchObject({ t: 'READY', d: { shard: [3, 4] } })
    expect((await gatewayBot(sandbox)).session_start_limit.remaining).toBe(997)
  })

  it('GIVEN more sessions than a bot may begin in a day THEN its token is worth nothing any more', async () => {
    const sandbox = await sandboxed({ sharding: { startsADay: 1 } })
    expect(await identifying(sandbox, {})).toMatchObject({ t: 'READY' })
    expect(await identifying(sandbox, {})).toBe(4004)
    expect(await identifying(sandbox, {})).toBe(4004)
  })

  it('GIVEN a payload of more than 4096 bytes THEN the gateway closes with 4002', async () => {
    const sandbox = await sandboxed()
    const properties = { os: 'x'.repeat(5000), browser: '', device: '' }
    expect(await identifying(sandbox, { properties })).toBe(4002)
  })

  it('GIVEN one shard that is cut THEN it resumes, and the other never notices', async () => {
    const sandbox = await sandboxed()
    await loggedIn(sandbox, { shards: [0, 1], shardCount: 2 })
    const resumed = sandbox.next('resumed')
    sandbox.faults.dropGateway({ shard: 1 })
    expect(sandbox.shards).toEqual([[0, 2]])
    await resumed
    expect(sandbox.shards).toHaveLength(2)
  })
})

/** A server of the wanted shard of two. */
function newServer(sandbox: Sandbox, shard: number, ownerId: string): { guild: string; general: string } {
  for (;;) {
    const server = sandbox.world.addGuild({ name: 'Another', ownerId })
    if (shardOf(server.guild, 2) === shard) return server
  }
}
