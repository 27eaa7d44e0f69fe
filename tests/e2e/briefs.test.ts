import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { runningBot } from '../support/bot-process.js'
import { articleFolder } from '../support/folder.js'
import { type Desk, type DeskOptions, pinged, startDesk, textOf } from './desk.js'

const HOUR = 3_600_000
const at = (text: string) => Date.parse(`${text}Z`)

const article = (day: string, ...lines: readonly string[]) =>
  `---\ntitle: News of ${day}\noutlet: Harbour Wire\npublished: ${day}\n---\n\n${lines.join('\n\n')}\n`
/** What the briefs of these days tell of. */
const FILES = {
  'one.md': article(
    '2023-05-16',
    'Soldiers rescued a hundred people from the roofs of Lorne on Tuesday after the flood.',
    'Ministers will meet in Lorne on May 20 to decide about the dam.',
  ),
}

/** A clock that is set by hand. */
class Clock {
  now = at('2023-05-16T12:00:00')
  readonly timing = { lookMs: 3_600_000, now: () => this.now }
}

const start = (clock: Clock, options: DeskOptions = {}) =>
  startDesk({ files: FILES, briefTiming: clock.timing, ...options })

/** Orders a daily brief at eight, as a moderator does in the panel. */
async function order(
  { moderator, sandbox }: Pick<Desk, 'moderator' | 'sandbox'>,
  channel = sandbox.ids.crisis,
) {
  const panel = await moderator.command('settings').response()
  let page = await moderator.click(panel, 'settings:tab:brief;').response()
  page = await moderator.select(page, 'settings:brief:channel;', [channel]).response()
  return moderator.select(page, 'settings:brief:every;', ['day']).response()
}

const posted = ({ sandbox }: Pick<Desk, 'sandbox'>, channel = sandbox.ids.crisis) =>
  sandbox.messages(channel).filter(({ embeds }) => embeds[0]?.title?.startsWith('/brief'))

describe('a brief that is ordered', () => {
  test('GIVEN the panel THEN day, hour, channel, topic and zone are set, shown, and wrong zones refused', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { moderator } = desk
    let page = await order(desk)
    expect(textOf(page)).toMatch(/every day[\s\S]*08:00 \(UTC\)[\s\S]*everything/)
    page = await moderator.select(page, 'settings:brief:hour;', ['18']).response()
    page = await moderator.click(page, 'settings:brief:quiet;').response()
    expect(textOf(page)).toMatch(/18:00[\s\S]*that is said/)
    const form = moderator.click(page, 'settings:form;')
    page = await (await moderator.submitModal(form, { topic: 'Lorne', zone: 'Europe/Kyiv' })).response()
    expect(textOf(page)).toMatch(/18:00 \(Europe\/Kyiv\)[\s\S]*Lorne/)
    const again = moderator.click(page, 'settings:form;')
    const refused = await (await moderator.submitModal(again, { zone: 'Mars/Base' })).followUp()
    expect(textOf(refused)).toMatch(/“Mars\/Base” is no time zone/)
  })

  test('GIVEN a time THEN it is posted when that comes, once, not at once and not where it was not ordered', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, sandbox } = desk
    await order(desk)
    await library.briefs.look()
    expect(posted(desk)).toEqual([])
    clock.now = at('2023-05-17T08:00:10')
    for (let time = 0; time < 3; time++) await library.briefs.look()
    expect(posted(desk)).toHaveLength(1)
    const [message] = posted(desk)
    expect(textOf(message!)).toMatch(/What happened[\s\S]*rescued[\s\S]*Harbour Wire/)
    expect(posted(desk, sandbox.ids.general)).toEqual([])
    expect(pinged(sandbox)).toEqual([])
  })

  test('GIVEN restarts and clocks that jump THEN each slot is posted once', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, moderator } = desk
    let page = await order(desk)
    page = await moderator.click(page, 'settings:brief:quiet;').response()
    const look = async (now: string) => {
      clock.now = at(now)
      await library.briefs.look()
      return posted(desk).length
    }
    expect(await look('2023-05-17T08:00:10')).toBe(1)
    await desk.restart()
    expect(await look('2023-05-17T09:00:00')).toBe(1)
    // Set back over the hour, and over the day.
    expect(await look('2023-05-17T07:00:00')).toBe(1)
    expect(await look('2023-05-17T08:30:00')).toBe(1)
    expect(await look('2023-05-16T10:00:00')).toBe(1)
    expect(await look('2023-05-17T10:00:00')).toBe(1)
    expect(await look('2023-05-18T08:00:01')).toBe(2)
    await desk.restart()
    expect(await look('2023-05-18T08:05:00')).toBe(2)
    // Set forward by days: what was missed longer ago is not told late.
    expect(await look('2023-05-25T23:00:00')).toBe(2)
    expect(await look('2023-05-26T08:00:00')).toBe(3)
  })

  test('GIVEN a day without news THEN nothing is posted, or that is said, as it was ordered', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, moderator } = desk
    const page = await order(desk)
    clock.now = at('2023-06-17T08:00:10')
    await library.briefs.look()
    expect(posted(desk)).toEqual([])
    await moderator.click(page, 'settings:brief:quiet;').response()
    clock.now = at('2023-06-18T08:00:10')
    await library.briefs.look()
    expect(posted(desk)).toHaveLength(1)
  })

  test.each([
    ['does not take it, for a while', { status: 503 }],
    ['takes it and says that it did not', { status: 503, served: true }],
  ])('GIVEN that Discord %s THEN it is there once in the end', async (_, fault) => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, sandbox } = desk
    await order(desk)
    sandbox.faults.next(
      ({ method, path }) => method === 'POST' && path.includes(`/channels/${sandbox.ids.crisis}/messages`),
      fault,
      4,
    )
    clock.now = at('2023-05-17T08:00:10')
    for (let time = 0; time < 3; time++) {
      await library.briefs.look()
      clock.now += HOUR
    }
    expect(posted(desk)).toHaveLength(1)
  })

  test('GIVEN a process that ends when it has sent it and not yet noted that THEN the next one sees it in the channel', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, sandbox, kept } = desk
    await order(desk)
    clock.now = at('2023-05-17T08:00:10')
    await library.briefs.look()
    const file = join(kept, 'servers', sandbox.ids.guild, 'briefs.json')
    const slots = JSON.parse(await readFile(file, 'utf8')) as { key: string; done: boolean }[]
    expect(slots.at(-1)).toMatchObject({ key: '2023-05-17', done: true })
    await writeFile(file, JSON.stringify(slots.map((one) => ({ ...one, done: one.key !== '2023-05-17' }))))
    await desk.restart()
    clock.now += HOUR
    await library.briefs.look()
    expect(posted(desk)).toHaveLength(1)
    expect(JSON.parse(await readFile(file, 'utf8')).at(-1)).toMatchObject({ key: '2023-05-17', done: true })
  })

  test('GIVEN a channel where the bot may not write any more THEN whoever ordered it is told, or the log channel, once', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, sandbox } = desk
    const { crisis, general, guild, moderator, bot } = sandbox.ids
    await order(desk)
    sandbox.world.setOverwrite(crisis, { id: bot, deny: 2048n })
    clock.now = at('2023-05-17T08:00:10')
    await library.briefs.look()
    await library.briefs.look()
    const told = sandbox.messages(sandbox.world.openDm(moderator)).map(textOf)
    expect(told).toEqual([expect.stringMatching(/brief could not be posted/)])
    await library.settings.change(guild, (settings) => ({
      ...settings,
      log: general,
      brief: { ...settings.brief, quiet: false },
    }))
    clock.now = at('2023-05-18T08:00:10')
    await library.briefs.look()
    expect(sandbox.messages(general).map(({ embeds }) => embeds[0]?.description)).toContainEqual(
      expect.stringMatching(/brief could not be posted/),
    )
    expect(posted(desk)).toEqual([])
  })

  test('GIVEN two servers THEN each has its own, of its own articles', async () => {
    const clock = new Clock()
    await using desk = await start(clock)
    const { library, sandbox } = desk
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
    await library.store.add(other.guild, '7', {
      ...{ title: 'Dinner', outlet: 'Betamark Herald', published: '2023-05-16', modified: null, url: null },
      author: null,
      paragraphs: ['A cook of Betamark served soup to soldiers on Tuesday after the flood.'],
    })
    await library.renew(other.guild)
    await order(desk)
    await library.settings.change(other.guild, (settings) => ({
      ...settings,
      brief: { ...settings.brief, every: 'day', channel: other.general, by: sandbox.ids.owner },
    }))
    await library.briefs.changed(other.guild)
    clock.now = at('2023-05-17T08:00:10')
    await library.briefs.look()
    expect(JSON.stringify(posted(desk))).not.toContain('Betamark')
    expect(JSON.stringify(posted(desk, other.general))).toContain('Betamark')
  })
})

test('GIVEN a bot that is killed again and again around the time of its brief THEN the channel has it once', async () => {
  const sandbox = await startSandbox()
  const day = new Date().toISOString().slice(0, 10)
  await using folder = await articleFolder({
    'one.md': article(
      day,
      `Soldiers rescued a hundred people from the roofs of Lorne on ${day} after the flood.`,
    ),
  })
  const { guild, crisis, moderator } = sandbox.ids
  const home = `var/servers/${guild}`
  // Due in this very hour, ordered before.
  const brief = {
    every: 'day',
    hour: new Date().getUTCHours(),
    zone: 'UTC',
    channel: crisis,
    topic: null,
    quiet: false,
  }
  await mkdir(join(folder.path, home), { recursive: true })
  await folder.write(`${home}/settings.json`, JSON.stringify({ brief: { ...brief, by: moderator } }))
  const isPost = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path.includes(`/channels/${crisis}/messages`)
  for (let time = 0; time < 3; time++) {
    const bot = await runningBot({ sandbox, cwd: folder.path })
    const posts = () => sandbox.requests.filter(isPost).length
    if (time === 0) await expect.poll(posts, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
    else await bot.until(({ msg }) => msg === 'logged in')
    bot.child.kill('SIGKILL')
    await bot.ended
  }
  const last = await runningBot({ sandbox, cwd: folder.path })
  const slots = () => readFile(join(folder.path, home, 'briefs.json'), 'utf8').then(JSON.parse)
  await expect.poll(async () => (await slots()).at(-1).done, { timeout: 40_000 }).toBe(true)
  await last[Symbol.asyncDispose]()
  expect(posted({ sandbox })).toHaveLength(1)
  await sandbox.close()
}, 120_000)
