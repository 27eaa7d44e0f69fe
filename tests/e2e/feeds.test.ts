import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { APIEmbed, APIMessage } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { type Feeds, type FeedsOptions, startFeeds } from '../../src/ops/feeds.js'
import { draft } from '../articles/support/drafts.js'
import { type Site, send, site } from '../articles/support/site.js'
import { add, BALLOON } from './adding.js'
import { type Desk, embedOf, pinged, startDesk, textOf } from './desk.js'

const FOLLOWING = fileURLToPath(new URL('../support/following.js', import.meta.url))

const feedOf = (...items: readonly number[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${items
    .map(
      (n) =>
        `<entry><id>tag:${n}</id><title>Story ${n}</title><link href="/story/${n}"/><updated>2023-05-20T10:00:00Z</updated></entry>`,
    )
    .join('')}</feed>`

const PAGES: Readonly<Record<string, string>> = {
  '/story/1': `<!doctype html><html><head><title>Zeppelin over Lorne</title><meta property="og:site_name" content="Harbour Wire"></head><body><article><h1>Zeppelin over Lorne</h1>
  <p>A zeppelin crossed the valley of Lorne on Friday, and thousands of people watched it from the dam, the mayor said.</p>
  <p>It was on its way to the coast, where it will be shown to visitors until the end of the month, according to its owner.</p></article></body></html>`,
  '/story/2': `<!doctype html><html><head><title>@everyone Cheese</title></head><body><article><h1>@everyone Cheese</h1>
  <p>The price of cheese rose by a tenth in April, said the council of farmers, as milk was short everywhere in the north.</p>
  <p>It may rise again in June, when the hotels on the coast open for the summer and ask for more than last year.</p></article></body></html>`,
}

/** A site with a feed, and the bot that follows it. */
async function following(
  desk: Desk,
  news: Site,
  path = '/feed',
  options: Partial<FeedsOptions> = {},
): Promise<Feeds> {
  return startFeeds({
    urls: [`${news.origin}${path}`],
    state: desk.library.state,
    archive: desk.archive,
    log: desk.log.log,
    onArticles: (ids) => desk.announce(ids, null),
    limits: news.limits,
    pageGapMs: 1,
    gatherMs: 10,
    ...options,
  })
}

const feedPages = (...items: number[]) => ({
  ...PAGES,
  '/feed': send(feedOf(...items), { 'content-type': 'application/atom+xml' }),
})

const inChannel = (desk: Desk, channel: string) =>
  desk.sandbox.next(
    'message',
    ({ channel_id, author }) => channel_id === channel && author.bot === true,
    20_000,
  )

const titles = ({ embeds }: APIMessage) => embeds.map(({ title }: APIEmbed) => title)

describe('feeds', () => {
  test('GIVEN a feed THEN its articles are found in every server and in private messages, without a command', async () => {
    await using news = await site(feedPages(1))
    await using desk = await startDesk()
    const { general } = desk.sandbox.ids
    await desk.moderator.command('follow topic', { topic: 'zeppelin' }).response()
    const told = inChannel(desk, general)
    const feeds = await following(desk, news)
    await told
    const there = desk.sandbox.as(desk.sandbox.ids.member, {
      channel: desk.sandbox.world.openDm(desk.sandbox.ids.member),
    })
    for (const actor of [desk.member, there]) {
      expect(textOf(await actor.command('search', { words: 'zeppelin' }).response())).toContain(
        'thousands of people',
      )
    }
    await feeds.close()
  })

  test('GIVEN that telling of an article takes long THEN what arrives meanwhile is found all the same', async () => {
    const items = [2]
    await using news = await site({
      ...PAGES,
      '/feed': (request, response) =>
        send(feedOf(...items), { 'content-type': 'application/atom+xml' })(request, response),
    })
    await using desk = await startDesk()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const feeds = await following(desk, news, '/feed', {
      ...{ intervalMs: 100, share: 1 },
      onArticles: async () => {
        if (items.length === 1) items.unshift(1)
        await held
        return true
      },
    })
    const found = async () => textOf(await desk.member.command('search', { words: 'zeppelin' }).response())
    await expect.poll(found, { timeout: 20_000 }).toContain('thousands of people')
    release()
    await feeds.close()
  }, 60_000)

  test('GIVEN feeds THEN moderators see in /status how they are, and members do not', async () => {
    await using news = await site(feedPages(1))
    await using desk = await startDesk()
    const feeds = startFeeds({
      ...{ urls: [`${news.origin}/feed`, `${news.origin}/none`], state: desk.library.state },
      ...{ archive: desk.archive, log: desk.log.log, limits: news.limits, pageGapMs: 1, gatherMs: 10 },
      onArticles: async () => true,
    })
    await desk.restart({ feeds: () => feeds.status() })
    await expect
      .poll(async () => (await feeds.status()).map(({ state, stored }) => [state, stored]), {
        timeout: 20_000,
      })
      .toEqual([
        ['well', 1],
        ['failing', 0],
      ])
    const shown = textOf(await desk.moderator.command('status').response())
    expect(shown).toMatch(/✓ Harbour Wire: 1 article/)
    expect(shown).toMatch(/✗ [^\n]*There is no page at this address/)
    expect(textOf(await desk.member.command('status').response())).not.toContain('Harbour Wire')
    await feeds.close()
  })
})

describe('/follow', () => {
  test('GIVEN a followed topic WHEN an article about it arrives THEN its channel is told, with a snippet, and nobody is pinged', async () => {
    await using news = await site(feedPages(1, 2))
    await using desk = await startDesk()
    const { crisis } = desk.sandbox.ids
    const set = await desk.moderator
      .command('follow topic', { topic: 'zeppelin', channel: crisis })
      .response()
    expect(textOf(set)).toContain(`<#${crisis}>`)
    const told = inChannel(desk, crisis)
    const feeds = await following(desk, news)
    const message = await told
    expect(titles(message)).toEqual(['Zeppelin over Lorne'])
    const { description, author, url, footer } = embedOf(message)
    expect(author?.name).toBe('New about “zeppelin”')
    expect(url).toBe(`${news.origin}/story/1`)
    expect(description).toBe(
      '> A **zeppelin** crossed the valley of Lorne on Friday, and thousands of people watched it from the dam, the mayor said.',
    )
    expect(footer?.text).toMatch(/^Harbour Wire · 20 May 2023 · ¶1$/)
    expect(pinged(desk.sandbox)).toEqual([])
    await feeds.close()
  })

  test('GIVEN a role that may be mentioned THEN it is pinged with the news, and no other can be', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator } = desk
    const { crisis, guild } = sandbox.ids
    const watch = sandbox.world.addRole(guild, { name: 'watch', mentionable: true })
    const quiet = sandbox.world.addRole(guild, { name: 'quiet' })
    const follow = (role: string) =>
      moderator.command('follow topic', { topic: 'dam', channel: crisis, role }).response()
    expect(textOf(await follow(quiet))).toMatch(/role quiet can’t be pinged there/)
    await follow(watch)
    expect(pinged(sandbox)).toEqual([])
    await desk.announce(['river-post.md'], null)
    expect(pinged(sandbox)).toEqual([watch])
    expect(textOf(await moderator.command('follow list').response())).toBe(`dam → <#${crisis}> <@&${watch}>`)
  })

  test('WHEN a moderator adds an article by a file THEN the channel that follows its topic is told, once it can be found, and no other server’s', async () => {
    await using desk = await startDesk()
    const { sandbox, library, member, moderator } = desk
    const { crisis, owner } = sandbox.ids
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: owner })
    const there = sandbox.as(owner, { channel: other.general })
    for (const [actor, channel] of [
      [moderator, crisis],
      [there, other.general],
    ] as const) {
      await actor.command('follow topic', { topic: 'weather balloon', channel }).response()
      await actor.command('follow topic', { topic: 'cheese', channel }).response()
    }
    const told = inChannel(desk, crisis)
    await add(desk, { outlet: 'Ridge Herald', day: '2023-05-21' })
    const message = await told
    expect(titles(message)).toEqual(['Balloon lost above Lorne'])
    const { author, description, footer } = embedOf(message)
    expect(author?.name).toBe('New about “weather balloon”')
    expect(description?.replaceAll('*', '')).toBe(`> ${BALLOON}`)
    expect(footer?.text).toBe('Ridge Herald · 21 May 2023 · ¶1')
    expect(textOf(await member.command('search', { words: 'weather balloon' }).response())).toContain(
      'Ridge Herald',
    )
    expect(await library.store.list(sandbox.ids.guild)).toHaveLength(1)
    expect(sandbox.messages(other.general).flatMap(titles)).not.toContain('Balloon lost above Lorne')
    expect(pinged(sandbox)).toEqual([])
  })

  test('WHEN a feed that is followed brings another item later THEN that one alone is told', async () => {
    const items = [2]
    await using news = await site({
      ...PAGES,
      '/feed': (request, response) =>
        send(feedOf(...items), { 'content-type': 'application/atom+xml' })(request, response),
    })
    await using desk = await startDesk()
    const { crisis } = desk.sandbox.ids
    await desk.moderator.command('follow topic', { topic: 'zeppelin', channel: crisis }).response()
    await desk.moderator.command('follow topic', { topic: 'cheese', channel: crisis }).response()
    const first = inChannel(desk, crisis)
    const feeds = await following(desk, news, '/feed', { intervalMs: 100, share: 1 })
    expect(titles(await first)).toEqual([expect.stringContaining('Cheese')])
    const second = inChannel(desk, crisis)
    items.unshift(1)
    expect(titles(await second)).toEqual(['Zeppelin over Lorne'])
    expect(textOf(await desk.member.command('search', { words: 'zeppelin' }).response())).toContain(
      'thousands',
    )
    expect(pinged(desk.sandbox)).toEqual([])
    await feeds.close()
  })

  test('GIVEN a process that is killed when it has stored an article THEN the next one tells of it, once', async () => {
    await using news = await site(feedPages(1))
    await using desk = await startDesk()
    const { crisis } = desk.sandbox.ids
    await desk.moderator.command('follow topic', { topic: 'zeppelin', channel: crisis }).response()
    const folder = join(desk.kept, 'feeds')
    const before = fork(FOLLOWING, [`${news.origin}/feed`, String(news.port), folder])
    await expect
      .poll(() => readdir(join(folder, 'articles')).catch(() => []), { timeout: 20_000 })
      .toContainEqual(expect.stringMatching(/^2.*zeppelin.*\.md$/))
    before.kill('SIGKILL')
    await once(before, 'exit')
    const told = inChannel(desk, crisis)
    const feeds = await following(desk, news)
    expect(titles(await told)).toEqual(['Zeppelin over Lorne'])
    await feeds.close()
    const messages = desk.sandbox.messages(crisis).length
    const again = await following(desk, news)
    await expect.poll(async () => (await again.status())[0]?.readAt, { timeout: 20_000 }).not.toBeNull()
    await again.close()
    expect(desk.sandbox.messages(crisis)).toHaveLength(messages)
    expect(await readFile(join(folder, 'untold.json'), 'utf8')).toBe('[]')
  }, 60_000)

  test.each([
    ['does not take a message', { status: 503 }],
    ['takes a message and says that it did not', { status: 503, served: true }],
  ])(
    'GIVEN that Discord %s, for a while, THEN each channel is told once in the end',
    async (_, fault) => {
      await using news = await site(feedPages(1))
      await using desk = await startDesk()
      const { crisis, general } = desk.sandbox.ids
      for (const channel of [general, crisis]) {
        await desk.moderator.command('follow topic', { topic: 'zeppelin', channel }).response()
      }
      // The client itself tries four times.
      desk.sandbox.faults.next(
        ({ method, path }) => method === 'POST' && path.includes(`/channels/${crisis}/messages`),
        fault,
        4,
      )
      const feeds = await following(desk, news, '/feed', { share: 1 })
      const left = () => readFile(join(desk.kept, 'feeds', 'untold.json'), 'utf8').catch(() => null)
      await expect.poll(left, { timeout: 20_000 }).toBe('[]')
      await feeds.close()
      const count = (channel: string) =>
        desk.sandbox
          .messages(channel)
          .flatMap(titles)
          .filter((title) => title === 'Zeppelin over Lorne').length
      expect([count(general), count(crisis)]).toEqual([1, 1])
      expect(desk.log.lines().filter(({ msg }) => msg === 'new articles can’t be told of now')).toHaveLength(
        1,
      )
    },
    60_000,
  )

  test('GIVEN topics in a channel that is deleted THEN the others are told, and those topics are followed no more', async () => {
    await using desk = await startDesk()
    const { guild, crisis } = desk.sandbox.ids
    const gone = { topic: 'dam', channel: '999999999999999999' }
    await desk.library.settings.change(guild, (settings) => ({ ...settings, follows: [gone] }))
    await desk.moderator.command('follow topic', { topic: 'dam', channel: crisis }).response()
    const told = inChannel(desk, crisis)
    expect(await desk.announce(['river-post.md'], null)).toBe(true)
    expect((await told).embeds).toHaveLength(1)
    expect((await desk.library.settings.of(guild)).follows).toEqual([{ topic: 'dam', channel: crisis }])
  })

  test('GIVEN an article of a server’s own THEN that server’s channel is told, and no other’s', async () => {
    await using desk = await startDesk()
    const { sandbox, library } = desk
    const { guild, crisis } = sandbox.ids
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
    await library.settings.change(other.guild, (settings) => ({
      ...settings,
      follows: [{ topic: 'balloon', channel: other.general }],
    }))
    await desk.moderator.command('follow topic', { topic: 'balloon', channel: crisis }).response()
    const { name } = await library.store.add(guild, sandbox.ids.moderator, {
      ...{ title: 'Balloon lost', outlet: null, published: null, modified: null, url: null, author: null },
      paragraphs: ['A weather balloon was lost above the ridge on Friday.'],
    })
    await library.renew(guild)
    const told = inChannel(desk, crisis)
    await desk.announce([`own//${name}`], guild)
    expect(titles(await told)).toEqual(['Balloon lost'])
    expect(sandbox.messages(other.general)).toEqual([])
  })

  test('GIVEN that the bot has left a server THEN nothing is told there, until it is back', async () => {
    await using desk = await startDesk()
    const { sandbox, library, moderator } = desk
    const { guild, crisis } = sandbox.ids
    await moderator.command('follow topic', { topic: 'dam', channel: crisis }).response()
    const before = sandbox.messages(crisis).length
    await library.store.add(guild, '7', draft(1))
    await library.left(guild)
    await desk.announce(['river-post.md'], null)
    expect(sandbox.messages(crisis)).toHaveLength(before)
    await library.joined(guild)
    await desk.announce(['river-post.md'], null)
    expect(sandbox.messages(crisis)).toHaveLength(before + 1)
  })

  test('GIVEN many articles THEN a channel gets a few messages an hour at most', async () => {
    await using desk = await startDesk()
    const { crisis } = desk.sandbox.ids
    await desk.moderator.command('follow topic', { topic: 'dam', channel: crisis }).response()
    const before = desk.sandbox.messages(crisis).length
    for (let n = 0; n < 20; n++) await desk.announce(['river-post.md', 'valley-news.md'], null)
    expect(desk.sandbox.messages(crisis).length - before).toBeLessThanOrEqual(6)
    expect(desk.sandbox.messages(crisis).length - before).toBeGreaterThan(0)
  })

  test('GIVEN topics THEN they are listed, completed, and ended', async () => {
    await using desk = await startDesk()
    const { crisis, general } = desk.sandbox.ids
    const { moderator } = desk
    await moderator.command('follow topic', { topic: 'dam', channel: crisis }).response()
    await moderator.command('follow topic', { topic: 'Orsk @everyone' }).response()
    expect(textOf(await moderator.command('follow list').response())).toMatch(
      new RegExp(`^dam → <#${crisis}>\\nOrsk .*everyone → <#${general}>$`),
    )
    const choices = await moderator.autocomplete('follow stop', { topic: 'd' }, 'topic').choices()
    expect(choices.map(({ name }) => name)).toEqual(['dam'])
    await moderator.command('follow stop', { topic: 'DAM' }).response()
    expect(textOf(await moderator.command('follow list').response())).not.toContain('dam')
    expect(textOf(await moderator.command('follow stop', { topic: 'dam' }).response())).toMatch(
      /is not followed here/,
    )
    expect(textOf(await moderator.command('follow topic', { topic: 'the of' }).response())).toMatch(
      /nothing to look for/,
    )
    expect(pinged(desk.sandbox)).toEqual([])
  })

  test('GIVEN as many topics as there may be, each of the longest THEN they can be listed', async () => {
    await using desk = await startDesk()
    const { guild, general } = desk.sandbox.ids
    const follows = Array.from({ length: 25 }, (_, n) => ({
      topic: `dam ${n} ${'_'.repeat(90)}`,
      channel: general,
    }))
    await desk.library.settings.change(guild, (settings) => ({ ...settings, follows }))
    const listed = textOf(await desk.moderator.command('follow list').response())
    expect(listed.split('\n')).toHaveLength(25)
  })

  test('GIVEN a channel where the bot may not write THEN that is said, and nothing is followed', async () => {
    await using desk = await startDesk()
    const { guild } = desk.sandbox.ids
    const closed = desk.sandbox.world.addChannel(guild, {
      name: 'closed',
      overwrites: [{ id: desk.sandbox.ids.bot, deny: 2048n }],
    })
    await expect
      .poll(async () =>
        textOf(await desk.moderator.command('follow topic', { topic: 'dam', channel: closed }).response()),
      )
      .toMatch(/I can’t write in #closed:/)
    expect((await desk.library.settings.of(guild)).follows).toEqual([])
  })
})
