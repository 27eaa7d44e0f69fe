import { describe, expect, test } from 'vitest'
import { type Sandbox, type SandboxOptions, shardOf } from '../../src/sandbox/sandbox.js'
import { type Desk, type DeskOptions, startDesk, textOf } from './desk.js'

const PATIENCE_MS = 20_000

const shards = (total: number, ids = Array.from({ length: total }, (_, id) => id)) => ({ ids, total })

/** A bot with shards in a Discord that has a server for each. */
async function sharded(total: number, options: DeskOptions = {}, sandbox: SandboxOptions = {}) {
  // All may log in at once.
  const sharding = { maxConcurrency: total }
  const desk = await startDesk({ shards: shards(total), sandbox: { sharding, ...sandbox }, ...options })
  const servers = serversOf(desk.sandbox, total)
  return Object.assign(desk, { servers })
}

/** A server of each shard, in their order: the id of a channel where somebody may ask. */
function serversOf(sandbox: Sandbox, total: number): string[] {
  const channels = new Map<number, string>()
  while (channels.size < total) {
    const { guild, general } = sandbox.world.addGuild({ name: 'Another', ownerId: sandbox.ids.member })
    channels.set(shardOf(guild, total), general)
  }
  return [...channels].sort(([a], [b]) => a - b).map(([, channel]) => channel)
}

async function asked({ sandbox }: Desk, channel: string): Promise<string> {
  const member = sandbox.as(sandbox.ids.member, { channel })
  return textOf(await member.command('when', { topic: 'lorne dam' }).response(PATIENCE_MS))
}

describe('a bot with several shards in one process', () => {
  test('THEN each server is answered, once, and direct messages too', async () => {
    await using desk = await sharded(4)
    const { sandbox, servers } = desk
    expect(sandbox.shards.map(([id]) => id).sort()).toEqual([0, 1, 2, 3])
    expect(sandbox.requests.filter(({ path }) => path === '/gateway/bot')).toHaveLength(1)
    const dm = sandbox.world.openDm(sandbox.ids.member)
    for (const channel of [...servers, dm]) expect(await asked(desk, channel)).toContain('15')
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(5)
  })

  test('THEN /status says which shard the server is of; GIVEN but one THEN nothing', async () => {
    await using desk = await sharded(2)
    const status = async (channel: string) => {
      const member = desk.sandbox.as(desk.sandbox.ids.member, { channel })
      return textOf(await member.command('status').response())
    }
    expect(await status(desk.servers[1]!)).toContain('Shard 1 of 2; this process has 0–1')
    await desk.restart({ shards: shards(1) })
    expect(await status(desk.servers[1]!)).not.toContain('Shard')
  })

  test('GIVEN turns to log in THEN they are kept: none is refused, and those that are ready answer meanwhile', async () => {
    const early: string[] = []
    const sandboxOptions = { sharding: { identifyMs: 5000, maxConcurrency: 1 } }
    const desk = startDesk({ sandbox: sandboxOptions, reserveTurn: slowTurns(), shards: shards(1) })
    await using first = await desk
    const { sandbox } = first
    const servers = serversOf(sandbox, 3)
    const refused: boolean[] = []
    sandbox.on('identify', ({ tooSoon }) => refused.push(tooSoon))
    sandbox.on('ready', ({ shard: [id] }) => early.push(`ready ${id}`))
    const restarted = first.restart({ shards: shards(3), reserveTurn: slowTurns(5200) })
    await sandbox.next('ready', ({ shard: [id] }) => id === 0, PATIENCE_MS)
    expect(await asked(first, servers[0]!)).toContain('15')
    early.push('answered')
    await restarted
    expect(early).toEqual(['ready 0', 'answered', 'ready 1', 'ready 2'])
    expect(refused).toEqual([false, false, false])
  }, 60_000)
})

/** Turns in the order of asking, the first after so long. */
function slowTurns(first = 0) {
  let next = performance.now() + first
  return async () => {
    const wait = Math.max(0, next - performance.now())
    next += 5200
    return wait
  }
}

describe('one shard that is silently dead', () => {
  const quick = { supervision: { lookMs: 20, stuckLooks: 60, lostLooks: 100_000 } }

  test.each([
    ['whose connection is a zombie', (desk: Desk) => desk.sandbox.faults.silenceGateway(1)],
    [
      'that is never told that it has resumed',
      ({ sandbox: { faults } }: Desk) => {
        faults.ignoreResumes(true)
        faults.dropGateway({ shard: 1 })
      },
    ],
  ])('GIVEN one %s THEN it is noticed though others are well, and replaced alone', async (_, kill) => {
    await using desk = await sharded(2, quick, { heartbeatMs: 40 })
    const { sandbox, log, servers } = desk
    const began: number[] = []
    sandbox.on('ready', ({ shard: [id] }) => began.push(id))
    kill(desk)
    const line = await log.until(({ msg }) => msg === 'no sign of life from Discord, connecting anew')
    expect(line).toMatchObject({ shard: 1 })
    expect(await asked(desk, servers[0]!)).toContain('15')
    sandbox.faults.clear()
    await log.until(({ msg }) => msg === 'connected anew')
    expect(await asked(desk, servers[1]!)).toContain('15')
    expect(began.filter((id) => id === 0)).toEqual([])
    expect(began.at(-1)).toBe(1)
  })

  test('GIVEN that it stays so THEN the bot ends, and says which shard it is', async () => {
    const desk = await sharded(
      2,
      { supervision: { ...quick.supervision, lostLooks: 120 } },
      { heartbeatMs: 40 },
    )
    desk.sandbox.faults.silenceGateway(1)
    expect(await desk.ended()).toEqual({
      reason: expect.stringMatching(
        /^Shard 1 of 2 of Discord’s gateway could not be reached for \d+ seconds\.$/,
      ),
      temporary: true,
    })
    desk.sandbox.faults.clear()
    await desk.close()
  })
})

describe('shards that Discord does not take', () => {
  test.each([
    [4010, { multipleOf: 2 }, /\(4010\).* set SHARDS=auto, or a multiple of what Discord recommends/],
    [4011, { guildsAShard: 0 }, /\(4011\).* set SHARDS=auto, or more shards in all/],
  ])(
    'GIVEN one that is refused with %d THEN the start fails with what to do',
    async (_, sharding, reason) => {
      const start = startDesk({ shards: { ids: [0, 1, 2], total: 3 }, sandbox: { sharding } })
      await expect(start).rejects.toThrow(reason)
      await expect(start).rejects.toMatchObject({ temporary: false })
    },
  )

  test('GIVEN as many as were recommended, and too many servers by now THEN another start may help', async () => {
    const shards = { ids: [0], total: 1, recommended: true }
    const start = startDesk({ shards, sandbox: { sharding: { guildsAShard: 0 } } })
    await expect(start).rejects.toMatchObject({ temporary: true })
  })

  test('GIVEN that the bot has begun its sessions of the day THEN it begins none, and says when it may', async () => {
    await using desk = await startDesk({ sandbox: { sharding: { startsADay: 1 } } })
    await expect(desk.restart()).rejects.toThrow(/^The bot has logged in as often as .* after \d{4}-/)
    expect(desk.sandbox.online).toBe(false)
  })
})

describe('commands', () => {
  const writes = ({ requests }: Sandbox) =>
    requests.filter(({ path }) => path.includes('/commands')).map(({ method }) => method)

  test('GIVEN a process without the first shard THEN it asks nothing about them and writes nothing', async () => {
    await using desk = await startDesk({ shards: shards(2, [1]) })
    expect(writes(desk.sandbox)).toEqual([])
    await desk.restart({ shards: shards(2, [0]) })
    expect(writes(desk.sandbox)).toContain('PUT')
  })
})
