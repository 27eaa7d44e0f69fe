import { afterEach, expect, test, vi } from 'vitest'
import { makeDiscordClock } from '../../src/discord/gateway/discord-clock.js'
import { manualClock } from '../../src/sandbox/sandbox.js'
import { startDesk, textOf } from './desk.js'

const HOUR_MS = 3_600_000

afterEach(() => vi.restoreAllMocks())

const now = Date.now.bind(Date)

/** Sets the clock of the machine, as far as this process can see it. */
function setClock(ms: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms)
}

test.each([
  ['ahead', HOUR_MS],
  ['back', -HOUR_MS],
])(
  'GIVEN a clock that is set an hour %s THEN questions, mentions and edits are answered as before',
  async (_, ms) => {
    await using desk = await startDesk({ sandbox: { clock: manualClock() } })
    const { sandbox, member } = desk
    const answered = async () => textOf(await member.command('when', { topic: 'lorne dam' }).response())
    expect(await answered()).toContain('15')
    setClock(ms)
    expect(await answered()).toContain('15')
    const asked = member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
    const reply = await sandbox.replyTo(asked)
    const edited = sandbox.next('edit', ({ id }) => id === reply.id)
    member.edit(asked, `<@${sandbox.ids.bot}> /search ridge road`)
    expect(textOf(await edited)).toContain('ridge')
    setClock(-ms)
    expect(await answered()).toContain('15')
    expect(desk.log.lines().filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  },
)

test('GIVEN a member who had to wait WHEN the clock is set back THEN they wait no longer than before', async () => {
  await using desk = await startDesk({ sandbox: { clock: manualClock() }, cooldownMs: 1000 })
  const ask = async () => textOf(await desk.member.command('when', { topic: 'lorne dam' }).response())
  for (let n = 0; n < 5; n++) await ask()
  setClock(-HOUR_MS)
  expect(await ask()).toMatch(/15|Try again in 1 second/)
})

test('GIVEN clocks that differ THEN the age of what arrives is told by the quickest arrival of late', () => {
  let time = 1000
  const clock = makeDiscordClock(() => time)
  const stamp = (ageMs: number) => time + 7 * HOUR_MS - ageMs
  expect(clock.ageOf(stamp(0))).toBe(0)
  clock.arrived(stamp(50))
  expect(clock.ageOf(stamp(50))).toBe(0)
  expect(clock.ageOf(stamp(4050))).toBe(4000)
  clock.arrived(stamp(20))
  expect(clock.ageOf(stamp(4020))).toBe(4000)
  time += HOUR_MS
  clock.arrived(stamp(90))
  expect(clock.ageOf(stamp(90))).toBe(0)
})
