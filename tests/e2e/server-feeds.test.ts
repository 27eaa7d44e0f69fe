import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/sandbox/sandbox.js'
import { type Handler, type Site, send, site } from '../articles/support/site.js'
import { idOf } from './adding.js'
import { type Desk, type DeskOptions, isPrivate, pinged, startDesk, textOf } from './desk.js'

const TITLES = ['Zeppelin over Lorne', 'Cheese dearer', 'Ferry late', 'Bridge shut']
const page = (n: number): Handler =>
  send(
    `<!doctype html><html><head><title>${TITLES[n - 1]}</title><meta property="og:site_name" content="Harbour Wire"></head><body><article><h1>${TITLES[n - 1]}</h1>
    <p>The story of the ${TITLES[n - 1]!.toLowerCase()} was told in the harbour on Friday, and many people listened to it, the mayor said.</p>
    <p>It will be told again at the end of the month, according to the owner of the inn, who has asked number ${n} to come.</p></article></body></html>`,
  )
const atom = (...items: readonly number[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${items
    .map(
      (n) =>
        `<entry><id>${n}</id><title>${TITLES[n - 1]}</title><link href="/story/${n}"/><updated>2023-05-2${n}T10:00:00Z</updated></entry>`,
    )
    .join('')}</feed>`

interface News extends AsyncDisposable {
  readonly site: Site
  readonly url: string
  items: number[]
  status: number
}

/** A site whose feed can change and break. */
async function news(...items: number[]): Promise<News> {
  const made = { items, status: 200 }
  const served = await site({
    ...Object.fromEntries(TITLES.map((_, index) => [`/story/${index + 1}`, page(index + 1)])),
    '/feed': (request, response) => {
      const type = { 'content-type': 'application/atom+xml' }
      if (made.status === 200) return send(atom(...made.items), type)(request, response)
      response.writeHead(made.status).end()
    },
    '/none': page(1),
  })
  return Object.assign(made, {
    site: served,
    url: `${served.origin}/feed`,
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  })
}

const FAST = { lookMs: 20, intervalMs: 20, pageGapMs: 1 }

const start = (from: News, options: DeskOptions = {}) =>
  startDesk({ pages: from.site.limits, feedTiming: FAST, ...options })

async function follow(moderator: Actor, link: string): Promise<APIMessage> {
  const shown = await moderator.command('feeds add', { link }).response()
  return moderator.click(shown, idOf(shown, 'Follow this feed')).response()
}

const listed = async (actor: Actor) => textOf(await actor.command('feeds list').response())
const found = async (actor: Actor, words: string) =>
  textOf(await actor.command('search', { words }).response())

const told = ({ sandbox }: Desk, channel: string) =>
  sandbox
    .messages(channel)
    .flatMap(({ embeds }) => embeds.map(({ title, description }) => title ?? description))

describe('/feeds', () => {
  test('GIVEN a feed THEN its newest three are shown before it is followed, and nothing is kept until then', async () => {
    await using from = await news(1, 2, 3, 4)
    await using desk = await start(from)
    const { moderator, library, sandbox } = desk
    const shown = await moderator.command('feeds add', { link: from.url }).response()
    expect(isPrivate(shown)).toBe(true)
    expect(shown.embeds[0]!.title).toBe('Harbour Wire')
    expect(textOf(shown)).toMatch(/4 articles[\s\S]*Bridge shut[\s\S]*Ferry late[\s\S]*Cheese dearer/)
    expect(textOf(shown)).not.toContain('Zeppelin')
    expect(await listed(moderator)).toMatch(/There are none yet/)
    const dropped = await moderator.click(shown, idOf(shown, 'Cancel')).response()
    expect(textOf(dropped)).toBe('The feed is not followed.')
    expect((await library.settings.of(sandbox.ids.guild)).feeds).toEqual([])
    expect(desk.member.commands().map(({ name }) => name)).not.toContain('feeds')
  })

  test('GIVEN a followed feed THEN its articles are the server’s own, found there alone, and told of where they are followed', async () => {
    await using from = await news(2)
    await using desk = await start(from)
    const { moderator, member, sandbox, library } = desk
    const { crisis, guild, owner } = sandbox.ids
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: owner })
    const there = sandbox.as(owner, { channel: other.general })
    await expect.poll(() => there.commands().length).toBeGreaterThan(0)
    for (const [actor, channel] of [
      [moderator, crisis],
      [there, other.general],
    ] as const)
      await actor.command('follow topic', { topic: 'zeppelin', channel }).response()
    expect(textOf(await follow(moderator, from.url))).toMatch(/this server follows “Harbour Wire”/)
    await expect.poll(() => found(member, 'cheese inn'), { timeout: 20_000 }).toContain('Harbour Wire')
    from.items = [1, 2]
    await expect.poll(() => told(desk, crisis), { timeout: 20_000 }).toContain('Zeppelin over Lorne')
    expect(await found(member, 'zeppelin')).toContain('Harbour Wire')
    expect(await found(there, 'zeppelin')).not.toContain('Harbour Wire')
    expect(told(desk, other.general)).not.toContain('Zeppelin over Lorne')
    expect(await library.store.list(guild)).toHaveLength(2)
    expect(await library.store.list(other.guild)).toEqual([])
    expect(await listed(moderator)).toMatch(/✓ Harbour Wire: 2 articles/)
    expect(await listed(there)).toMatch(/There are none yet/)
    expect(pinged(sandbox)).toEqual([])
  }, 60_000)

  test('GIVEN a feed that breaks THEN the list and the log channel say why, the channel once, and it goes on when it is mended', async () => {
    await using from = await news(1)
    await using desk = await start(from)
    const { moderator, sandbox, library } = desk
    const { crisis, guild } = sandbox.ids
    await library.settings.change(guild, (settings) => ({ ...settings, log: crisis }))
    await follow(moderator, from.url)
    from.status = 500
    const complaints = () => told(desk, crisis).filter((text) => /can’t be read/.test(text ?? ''))
    await expect.poll(() => complaints().length, { timeout: 25_000 }).toBe(1)
    expect(await listed(moderator)).toMatch(/✗ [^\n]*fault of its own/)
    from.status = 200
    from.items = [2, 1]
    await expect.poll(() => listed(moderator), { timeout: 25_000 }).toMatch(/✓ Harbour Wire: 2 articles/)
    expect(complaints()).toHaveLength(1)
    expect(told(desk, crisis)).toContainEqual(
      expect.stringMatching(/began to follow the feed “Harbour Wire”/),
    )
  }, 80_000)

  test('GIVEN a feed that was followed THEN it goes on after a restart, and is asked no more once it is stopped', async () => {
    await using from = await news(1)
    await using desk = await start(from)
    const { moderator, sandbox, library } = desk
    const { guild } = sandbox.ids
    await follow(moderator, from.url)
    await expect.poll(async () => (await library.store.list(guild)).length, { timeout: 20_000 }).toBe(1)
    await desk.restart()
    from.items = [2, 1]
    await expect.poll(async () => (await library.store.list(guild)).length, { timeout: 20_000 }).toBe(2)
    const choices = await moderator.autocomplete('feeds stop', { name: 'harb' }, 'name').choices()
    expect(choices).toHaveLength(1)
    const stopped = await moderator.command('feeds stop', { name: String(choices[0]!.value) }).response()
    expect(textOf(stopped)).toMatch(/“Harbour Wire” is followed no more/)
    from.items = [3, 2, 1]
    expect(await listed(moderator)).toMatch(/There are none yet/)
    await library.feeds.pollDue()
    expect(await library.store.list(guild)).toHaveLength(2)
    const audit = []
    for await (const { action, what } of library.store.audit.since(new Date(0))) audit.push([action, what])
    expect(audit).toContainEqual(['feed', new URL(from.url).host])
    expect(audit).toContainEqual(['unfeed', new URL(from.url).host])
  }, 80_000)

  test('GIVEN an article of a feed that a moderator removed THEN the feed does not bring it again', async () => {
    await using from = await news(1)
    await using desk = await start(from)
    const { moderator, sandbox, library } = desk
    const { guild } = sandbox.ids
    await follow(moderator, from.url)
    await expect.poll(async () => (await library.store.list(guild)).length, { timeout: 20_000 }).toBe(1)
    const [file] = await library.store.list(guild)
    await library.store.remove(guild, sandbox.ids.moderator, file!.name)
    await moderator.command('feeds stop', { name: 'harbour' }).response()
    from.items = [2, 1]
    await follow(moderator, from.url)
    await expect.poll(async () => (await library.store.list(guild)).length, { timeout: 20_000 }).toBe(1)
    expect((await library.store.list(guild))[0]!.name).not.toBe(file!.name)
  }, 60_000)

  test('GIVEN what is no feed, an address that is not public, one followed already, or too many THEN that is refused', async () => {
    await using from = await news(1)
    await using desk = await start(from, {
      pages: { ...from.site.limits, allow: (address) => address === '127.0.0.1' },
    })
    const { moderator, library, sandbox } = desk
    const refusal = async (link: string) => textOf(await moderator.command('feeds add', { link }).response())
    expect(await refusal(`${from.site.origin}/none`)).toMatch(/no feed/)
    expect(await refusal(`http://10.0.0.1:${from.site.port}/feed`)).toMatch(/no site on the public internet/)
    expect(await refusal('file:///etc/passwd')).toMatch(/no web address|https:/)
    await follow(moderator, from.url)
    expect(await refusal(from.url)).toMatch(/follows that feed already/)
    const feeds = Array.from({ length: 10 }, (_, n) => ({ url: `https://feed${n}.example/`, title: null }))
    await library.settings.change(sandbox.ids.guild, (settings) => ({ ...settings, feeds }))
    expect(await refusal(`${from.url}?other`)).toMatch(/follows 10 feeds, as many as it may/)
  })
})
