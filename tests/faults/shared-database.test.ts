import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.js'
import { PostgresState, type State } from '../../src/state/index.js'
import { send, site } from '../articles/support/site.js'
import { type BotProcess, botProcess } from '../support/bot-process.js'
import { type ArticleFolder, articleFile, articleFolder } from '../support/folder.js'
import { describePostgres, type TestDatabase, testDatabase } from '../support/postgres.js'

const SHARING = fileURLToPath(new URL('../../bench/sharing-bot.js', import.meta.url))
const PATIENCE_MS = 120_000
const ON_DUTY = 'this process asks feeds and posts briefs from now on'

const NOTHING = { title: 'One', outlet: 'River Post', published: '2023-05-14' }

/** Several processes with a shard each that share a database; whoever is killed is started again. */
class Processes implements AsyncDisposable {
  readonly #start: (n: number) => BotProcess
  readonly #all: BotProcess[]

  constructor(count: number, start: (n: number) => BotProcess) {
    this.#start = start
    this.#all = Array.from({ length: count }, (_, n) => start(n))
  }

  async ready(): Promise<void> {
    await Promise.all(this.#all.map((bot) => bot.until(({ msg }) => msg === 'ready', PATIENCE_MS)))
  }

  /** Which of them has the duty; null while it is being taken over. */
  onDuty(): number | null {
    const at = this.#all.findLastIndex((bot) => bot.lines().some(({ msg }) => msg === ON_DUTY))
    return at < 0 ? null : at
  }

  /** Kills the one that has the duty, and starts another in its place. */
  async killOnDuty(): Promise<void> {
    const n = this.onDuty()
    if (n === null) return
    this.#all[n]!.child.kill('SIGKILL')
    await this.#all[n]!.ended
    this.#all[n] = this.#start(n)
  }

  errors(): unknown[] {
    return this.#all.flatMap((bot) =>
      bot.lines().filter(({ level }) => level === 'error' || level === 'fatal'),
    )
  }

  async [Symbol.asyncDispose]() {
    for (const bot of this.#all) await bot[Symbol.asyncDispose]()
  }
}

interface Shared {
  readonly sandbox: Sandbox
  readonly folder: ArticleFolder
  readonly kept: TestDatabase
  readonly settings?: Readonly<Record<string, string>>
}

const processesOf = (count: number, { sandbox, folder, kept, settings = {} }: Shared) =>
  new Processes(count, (n) =>
    botProcess({
      ...{ sandbox, cwd: folder.path, program: SHARING },
      settings: { DATABASE_URL: kept.url, SHARDS: `${n}/${count}`, LOG_LEVEL: 'info', ...settings },
    }),
  )

const set = (state: State, server: string, settings: object) =>
  state.change(server, async (changes) => changes.write('settings', JSON.stringify(settings)))

const isPost = (channels: readonly string[]) => {
  const paths = channels.map((channel) => `/channels/${channel}/messages`)
  return ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && paths.some((one) => path.endsWith(one))
}

describePostgres('several processes that share a database', () => {
  test.concurrent('GIVEN that the one that posts a brief is killed as it does THEN another sees to it, and the channel has it once', async ({
    expect,
  }) => {
    await using kept = await testDatabase()
    const sandbox = await startSandbox()
    const today = new Date().toISOString().slice(0, 10)
    const facts = { title: 'Rescue', outlet: 'Harbour Wire', published: today }
    await using folder = await articleFolder({
      'one.md': articleFile(
        facts,
        `Soldiers rescued a hundred people from the roofs of Lorne on ${today} after the flood.`,
      ),
    })
    const { guild, crisis, moderator } = sandbox.ids
    const state = await PostgresState.open(kept.database)
    const hour = new Date().getUTCHours()
    await set(state, guild, { brief: { every: 'day', hour, channel: crisis, quiet: false, by: moderator } })
    {
      await using processes = processesOf(2, { sandbox, folder, kept })
      const posts = () => sandbox.requests.filter(isPost([crisis])).length
      await expect.poll(posts, { timeout: PATIENCE_MS, interval: 2 }).toBeGreaterThan(0)
      await processes.killOnDuty()
      const done = async () => JSON.parse((await state.read(guild, 'briefs')) ?? '[]').at(-1)?.done
      await expect.poll(done, { timeout: PATIENCE_MS, interval: 200 }).toBe(true)
      expect(sandbox.messages(crisis)).toHaveLength(1)
    }
    await state.close()
    await sandbox.close()
  }, 400_000)

  test.concurrent('GIVEN that the one that asks feeds is killed again and again THEN each channel is told of what it follows, once', async ({
    expect,
  }) => {
    const topics = ['zeppelin', 'cheese', 'lighthouse', 'ferry', 'orchard', 'tramway']
    const items: string[] = []
    const pages = Object.fromEntries(
      topics.map((topic) => [
        `/${topic}`,
        `<!doctype html><html><head><title>The ${topic} of Lorne</title></head><body><article><h1>The ${topic} of Lorne</h1>
        <p>Everybody in the valley spoke of the ${topic} on Friday, and thousands of people came to look at it, the mayor said.</p>
        <p>It may be shown again next year, when the council has found the money for it, according to its treasurer.</p></article></body></html>`,
      ]),
    )
    const feed = () =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${items
        .map(
          (one) =>
            `<entry><id>tag:${one}</id><title>The ${one}</title><link href="/${one}"/><updated>2023-05-20T10:00:00Z</updated></entry>`,
        )
        .join('')}</feed>`
    await using news = await site({
      ...pages,
      '/feed': (request, response) =>
        send(feed(), { 'content-type': 'application/atom+xml' })(request, response),
    })
    await using kept = await testDatabase()
    const sandbox = await startSandbox()
    await using folder = await articleFolder({
      'one.md': articleFile(NOTHING, 'Nothing happened in Lorne on Friday.'),
    })
    const state = await PostgresState.open(kept.database)
    const servers = [
      sandbox.ids.guild,
      sandbox.world.addGuild({ name: 'Beta', ownerId: sandbox.ids.owner }).guild,
    ]
    const channels = new Map<string, string[]>(topics.map((topic) => [topic, []]))
    for (const server of servers) {
      const follows = topics.map((topic) => ({
        topic,
        channel: sandbox.world.addChannel(server, { name: topic }),
      }))
      for (const { topic, channel } of follows) channels.get(topic)!.push(channel)
      await set(state, server, { follows })
    }
    const all = [...channels.values()].flat()
    const told = (channel: string) => sandbox.messages(channel).flatMap(({ embeds }) => embeds).length
    {
      const settings = { FEEDS: `${news.origin}/feed`, SITE_PORT: String(news.port) }
      await using processes = processesOf(3, { sandbox, folder, kept, settings })
      await processes.ready()
      for (const [n, topic] of topics.entries()) {
        items.unshift(topic)
        const posts = () => sandbox.requests.filter(isPost(channels.get(topic)!)).length
        // Killed in the midst of telling, or before; and once more when another has taken over.
        if (n % 2 === 0) await expect.poll(posts, { timeout: PATIENCE_MS, interval: 2 }).toBeGreaterThan(0)
        else await expect.poll(() => processes.onDuty(), { timeout: PATIENCE_MS }).not.toBeNull()
        await processes.killOnDuty()
      }
      await expect
        .poll(() => all.filter((channel) => told(channel) === 0), { timeout: 2 * PATIENCE_MS })
        .toEqual([])
      expect(all.filter((channel) => told(channel) !== 1)).toEqual([])
      expect(processes.errors()).toEqual([])
    }
    await state.close()
    await sandbox.close()
  }, 600_000)

  test.concurrent('GIVEN what a moderator sets and adds by one process THEN the other goes by it', async ({
    expect,
  }) => {
    await using kept = await testDatabase()
    const sandbox = await startSandbox()
    await using folder = await articleFolder({
      'one.md': articleFile(NOTHING, 'Nothing happened in Lorne on Friday.'),
    })
    const state = await PostgresState.open(kept.database)
    const { guild, member, general } = sandbox.ids
    const other = sandbox.world.addGuild({ name: 'Beta', ownerId: member })
    const facts = { title: 'A kiln', outlet: 'Kiln Herald', published: '2023-05-20' }
    const kiln = articleFile(facts, 'A kiln burned in the valley on 3 May.')
    const barge = articleFile({ ...facts, outlet: 'Barge Herald' }, 'A barge sank in the harbour on 4 May.')
    const longAgo = new Date('2023-05-21')
    await state.change(other.guild, async (changes) =>
      changes.write('articles', kiln, '2023-05-20-kiln-0123456789.md', longAgo),
    )
    await state.change(null, async (changes) =>
      changes.write('articles', barge, '2023-05-20-barge-0123456780.md', longAgo),
    )
    {
      await using processes = processesOf(1, { sandbox, folder, kept })
      await processes.ready()
      const asking = sandbox.as(member, { channel: general })
      const search = (words: string) => asking.command('search', { words }).response(60_000)
      const ask = async () => JSON.stringify(await search('weather balloon'))
      const isPrivate = async () => ((await search('Lorne')).flags ?? 0) !== 0
      expect(await ask()).not.toContain('Ridge Herald')
      expect(await isPrivate()).toBe(false)
      const name = '2023-05-21-balloon-0123456789.md'
      const text = articleFile(
        { title: 'Balloon lost', outlet: 'Ridge Herald', published: '2023-05-21' },
        'A weather balloon was lost above the ridge on Friday.',
      )
      await state.change(guild, async (changes) => changes.write('articles', text, name))
      await set(state, guild, { private: true })
      await expect.poll(isPrivate, { timeout: PATIENCE_MS }).toBe(true)
      await expect.poll(ask, { timeout: PATIENCE_MS }).toContain('Ridge Herald')
      await state.change(guild, async (changes) => changes.remove('articles', name))
      await expect.poll(ask, { timeout: PATIENCE_MS }).not.toContain('Ridge Herald')
      // What lay in the database before there was an archive in it.
      const there = sandbox.as(member, { channel: other.general })
      const found = async (words: string) =>
        JSON.stringify(await there.command('search', { words }).response(60_000))
      await expect.poll(() => found('kiln'), { timeout: PATIENCE_MS }).toContain('Kiln Herald')
      await expect.poll(() => found('barge'), { timeout: PATIENCE_MS }).toContain('Barge Herald')
      expect(JSON.stringify(await search('kiln'))).not.toContain('Kiln Herald')
    }
    await state.close()
    await sandbox.close()
  }, 200_000)
})
