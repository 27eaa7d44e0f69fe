import { describe, expect, test } from 'vitest'
import { type Desk, type DeskOptions, startDesk, textOf } from './desk.js'

const PATIENCE_MS = 20_000

/** In a Discord whose heart beats fast. */
const quick = (options: DeskOptions = {}) => startDesk({ sandbox: { heartbeatMs: 40 }, ...options })

/** A bot that is looked after as fast, though not faster than discord.js connects anew by itself. */
const watched = (lostLooks = 100_000) => quick({ supervision: { lookMs: 20, stuckLooks: 60, lostLooks } })

/** Asks until there is an answer: what is asked of a bot that nobody hears is lost, as it is on Discord. */
async function asked({ member }: Desk): Promise<string> {
  return textOf(await member.command('when', { topic: 'lorne dam' }).response(PATIENCE_MS))
}

describe('a gateway that fails', () => {
  test.each([
    ['is cut', (desk: Desk) => desk.sandbox.faults.dropGateway(), 'resumed'],
    ['asks to reconnect', (desk: Desk) => desk.sandbox.faults.requestReconnect(), 'resumed'],
    [
      'calls the session invalid but resumable',
      (desk: Desk) => desk.sandbox.faults.invalidSession({ resumable: true }),
      'resumed',
    ],
    ['calls the session invalid', (desk: Desk) => desk.sandbox.faults.invalidSession(), 'ready'],
    [
      'is cut and forgets the session',
      (desk: Desk) => desk.sandbox.faults.dropGateway({ resumable: false }),
      'ready',
    ],
    [
      'says that the session has timed out',
      (desk: Desk) => desk.sandbox.faults.closeGateway(4009),
      'resumed',
    ],
    ['acknowledges no heartbeat for a while', dropHeartbeats, 'resumed'],
  ] as const)('GIVEN one that %s THEN the bot is back, answers, and says so once', async (_, fail, back) => {
    await using desk = await quick()
    const returned = desk.sandbox.next(back, () => true, PATIENCE_MS)
    fail(desk)
    await returned
    desk.sandbox.faults.clear()
    expect(await asked(desk)).toContain('15')
    expect(lines(desk, 'connection lost, reconnecting')).toBeLessThanOrEqual(1)
    expect(levels(desk)).not.toContain('error')
  })

  test('GIVEN questions asked while it is cut THEN each is answered once it is back', async () => {
    await using desk = await quick()
    const { sandbox, member } = desk
    const resumed = sandbox.next('resumed', () => true, PATIENCE_MS)
    sandbox.faults.dropGateway()
    const exchanges = [1, 2, 3].map(() => member.command('when', { topic: 'lorne dam' }))
    const mention = member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
    expect((await resumed).replayed).toBeGreaterThanOrEqual(4)
    for (const exchange of exchanges) expect(textOf(await exchange.response())).toContain('15')
    expect(textOf(await sandbox.replyTo(mention))).toContain('15')
  })

  test('GIVEN a storm of reconnects THEN every question is answered in the end, each once', async () => {
    await using desk = await quick()
    const { sandbox, member } = desk
    const exchanges = []
    for (let round = 0; round < 8; round++) {
      const resumed = sandbox.next('resumed', () => true, PATIENCE_MS)
      if (round % 2 === 0) sandbox.faults.dropGateway()
      else sandbox.faults.requestReconnect()
      exchanges.push(member.command('when', { topic: 'lorne dam' }))
      await resumed
    }
    for (const exchange of exchanges) expect(textOf(await exchange.response())).toContain('15')
    const answers = sandbox.requests.filter(({ path }) => path.endsWith('/callback'))
    expect(answers).toHaveLength(exchanges.length)
    expect(levels(desk)).not.toContain('error')
  })
})

describe('a gateway that is silently dead', () => {
  test('GIVEN that nothing is heard from it THEN the bot connects anew, and answers each question once', async () => {
    await using desk = await watched()
    const { sandbox, log } = desk
    const ready = sandbox.next('ready', () => true, PATIENCE_MS)
    sandbox.faults.silenceGateway(true)
    await log.until(({ msg }) => msg === 'no sign of life from Discord, connecting anew')
    sandbox.faults.silenceGateway(false)
    await ready
    await log.until(({ msg }) => msg === 'connected anew')
    expect(await asked(desk)).toContain('15')
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1)
    expect(lines(desk, 'no sign of life from Discord, connecting anew')).toBe(1)
  })

  test('GIVEN a resume that is never answered, though heartbeats are THEN the bot connects anew', async () => {
    await using desk = await watched()
    const { sandbox, log } = desk
    sandbox.faults.ignoreResumes(true)
    const ready = sandbox.next('ready', () => true, PATIENCE_MS)
    sandbox.faults.dropGateway()
    await ready
    await log.until(({ msg }) => msg === 'connected anew')
    expect(await asked(desk)).toContain('15')
  })

  test('GIVEN that it stays so THEN the bot is given up, and says that another start may help', async () => {
    const desk = await watched(120)
    desk.sandbox.faults.silenceGateway(true)
    expect(await desk.ended()).toEqual({
      reason: expect.stringMatching(/^Discord could not be reached for \d+ seconds\.$/),
      temporary: true,
    })
    desk.sandbox.faults.silenceGateway(false)
    await desk.close()
  })
})

function dropHeartbeats({ sandbox, log }: Desk): void {
  sandbox.faults.ignoreHeartbeats(true)
  void log
    .until(({ msg }) => msg === 'connection lost, reconnecting')
    .then(() => sandbox.faults.ignoreHeartbeats(false))
}

const lines = ({ log }: Desk, text: string) => log.lines().filter(({ msg }) => msg === text).length

const levels = ({ log }: Desk) => log.lines().map(({ level }) => level)
