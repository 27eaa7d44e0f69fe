import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FeedArticle, FeedPoller, type FeedPollerOptions } from '../../../src/articles/feeds/poller.js'
import { nextWait } from '../../../src/articles/feeds/schedule.js'
import { readArticles } from '../../../src/articles/folder/read.js'
import { wordsFor } from '../../../src/i18n/words.js'
import { filesIn } from '../../support/state.js'
import { type Handler, type Site, send, site } from '../support/site.js'

const MINUTE = 60_000
const INTERVAL = 15 * MINUTE

let folder: string
let now: number
let brought: FeedArticle[][]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feeds-'))
  now = Date.UTC(2022, 0, 1)
  brought = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pollerOf = (news: Site, paths: readonly string[], options: Partial<FeedPollerOptions> = {}) =>
  new FeedPoller({
    urls: paths.map((path) => news.origin + path),
    state: filesIn(folder, { feeds: folder }),
    onArticles: (articles) => brought.push([...articles]),
    intervalMs: INTERVAL,
    limits: news.limits,
    clock: { now: () => now, wait: async () => {} },
    random: () => 0.5,
    ...options,
  })

const stored = async () => (await readArticles(join(folder, 'articles'))).articles

interface Item {
  readonly n: number
  readonly link?: string
  readonly updated?: string
}

/** A feed of items whose pages are `/story/N`. */
const atom = (items: readonly Item[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title>${items
    .map(
      ({ n, link = `/story/${n}`, updated = '2021-12-31T10:00:00Z' }) =>
        `<entry><id>tag:${n}</id><title>Story ${n}</title><link href="${link}"/><updated>${updated}</updated></entry>`,
    )
    .join('')}</feed>`

const page = (
  n: number | string,
  more = '',
) => `<!doctype html><html><head><title>Story ${n}</title></head><body><article><h1>Story ${n}</h1>
  <p>The ferry number ${n} did not leave the harbour on Friday, because ice had closed the strait, the harbour master said.</p>
  <p>It will sail again when the icebreaker ${n} has opened the channel, which may take until Sunday, according to the mayor.</p>${more}</article></body></html>`

/** A feed that is asked with conditions, its stories, and a record of the conditions. */
function newspaper(feed: { text: string; etag: string }, more: Record<string, Handler | string> = {}) {
  const conditions: (string | undefined)[] = []
  const pages: Record<string, Handler | string> = {
    '/feed': (request: IncomingMessage, response: ServerResponse) => {
      conditions.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === feed.etag) response.writeHead(304).end()
      else send(feed.text, { 'content-type': 'application/atom+xml', etag: feed.etag })(request, response)
    },
    '*': (request, response) => {
      const n = /^\/story\/(\d+)/.exec(request.url ?? '')?.[1]
      if (n) send(page(n))(request, response)
      else response.writeHead(404).end()
    },
    ...more,
  }
  return { pages, conditions }
}

describe('GIVEN a feed with articles', () => {
  test('WHEN it is polled THEN their pages are stored as articles, and the archive is told once', async () => {
    const paper = newspaper({ text: atom([{ n: 1 }, { n: 2 }]), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    expect((await stored()).map(({ title, published, url }) => [title, published, url])).toEqual([
      ['Story 1', '2021-12-31', `${news.origin}/story/1`],
      ['Story 2', '2021-12-31', `${news.origin}/story/2`],
    ])
    expect(brought.map((articles) => articles.map(({ feed, draft }) => [feed, draft.title]))).toEqual([
      [
        ['Harbour Wire', 'Story 1'],
        ['Harbour Wire', 'Story 2'],
      ],
    ])
    expect(await poller.status()).toEqual([
      {
        name: 'Harbour Wire',
        state: 'well',
        error: null,
        readAt: new Date(now),
        nextAt: new Date(now + INTERVAL),
        stored: 2,
        skipped: 0,
        waiting: 0,
      },
    ])
  })

  test('WHEN its time has not come THEN it is not asked', async () => {
    const paper = newspaper({ text: atom([]), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    now += INTERVAL - 1
    await poller.pollDue()
    expect(paper.conditions).toHaveLength(1)
    now += 1
    await poller.pollDue()
    expect(paper.conditions).toHaveLength(2)
  })

  test('WHEN it has not changed THEN only that is asked; what is new is fetched alone, over a restart too', async () => {
    const feed = { text: atom([{ n: 1 }]), etag: '"1"' }
    const paper = newspaper(feed)
    await using news = await site(paper.pages)
    await pollerOf(news, ['/feed']).pollDue()
    now += INTERVAL
    const restarted = pollerOf(news, ['/feed'])
    await restarted.pollDue()
    Object.assign(feed, { text: atom([{ n: 2 }, { n: 1 }]), etag: '"2"' })
    now += INTERVAL
    await restarted.pollDue()
    expect(paper.conditions).toEqual([undefined, '"1"', '"1"'])
    expect(news.seen.filter((line) => line.includes('story'))).toEqual(['GET /story/1', 'GET /story/2'])
    expect(brought.map((articles) => articles.length)).toEqual([1, 1])
  })

  test('WHEN an article was changed THEN its new version is stored with the time of the change', async () => {
    const feed = { text: atom([{ n: 1 }]), etag: '"1"' }
    let text = page(1)
    const paper = newspaper(feed, { '/story/1': (request, response) => send(text)(request, response) })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    text = page(
      1,
      '<p>Correction: an earlier version of this story named the wrong ferry, which has sailed since.</p>',
    )
    Object.assign(feed, { text: atom([{ n: 1, updated: '2022-01-01T10:00:00Z' }]), etag: '"2"' })
    now += INTERVAL
    await poller.pollDue()
    const versions = (await stored()).map(({ modified }) => modified)
    expect(versions.toSorted()).toEqual(['2021-12-31T10:00:00.000Z', '2022-01-01T10:00:00.000Z'])
  })

  test('WHEN two feeds and several links lead to one text THEN it is stored once', async () => {
    const feed = newspaper({ text: atom([{ n: 1 }]), etag: '"1"' })
    const other = atom([
      { n: 7, link: '/story/1?utm_source=feed#top' },
      { n: 8, link: '/story/1?from=other' },
    ])
    await using news = await site({ ...feed.pages, '/other': send(other, { 'content-type': 'text/xml' }) })
    const poller = pollerOf(news, ['/feed', '/other'])
    await poller.pollDue()
    expect(await stored()).toHaveLength(1)
    expect(news.seen.filter((line) => /story\/1(?:\?utm|$)/.test(line))).toHaveLength(1)
  })

  test('WHEN it has very many THEN they are fetched a few at a time, the newest first, and none is lost', async () => {
    const items = Array.from({ length: 7 }, (_, i) => ({ n: 7 - i }))
    const paper = newspaper({ text: atom(items), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'], { pagesAtOnce: 3 })
    await poller.pollDue()
    expect((await stored()).map(({ title }) => title)).toEqual(['Story 5', 'Story 6', 'Story 7'])
    for (let polls = 0; polls < 2; polls++) {
      now += MINUTE
      await poller.pollDue()
    }
    expect(await stored()).toHaveLength(7)
    expect((await poller.status())[0]).toMatchObject({ waiting: 0, nextAt: new Date(now + INTERVAL) })
  })

  test('WHEN it brings more than a day’s worth THEN the rest waits for the next day, over a restart too', async () => {
    const items = Array.from({ length: 6 }, (_, i) => ({ n: 6 - i }))
    const paper = newspaper({ text: atom(items), etag: '"1"' })
    await using news = await site(paper.pages)
    const options = { bytesADay: 700 }
    await pollerOf(news, ['/feed'], options).pollDue()
    const first = (await stored()).length
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(6)
    now += INTERVAL * 2
    const poller = pollerOf(news, ['/feed'], options)
    await poller.pollDue()
    expect(await stored()).toHaveLength(first)
    expect((await poller.status())[0]).toMatchObject({ state: 'well', waiting: 6 - first })
    now += 24 * 60 * MINUTE
    await poller.pollDue()
    expect((await stored()).length).toBeGreaterThan(first)
  })

  test('WHEN the addresses of its pages hold keys THEN the log does not', async () => {
    const paper = newspaper(
      { text: atom([{ n: 1, link: '/none?key=secret#secret' }]), etag: '"1"' },
      { '/none?key=secret': (_, response) => response.writeHead(404).end() },
    )
    await using news = await site(paper.pages)
    const lines: string[] = []
    const log = { warn: (facts: object, message: string) => lines.push(JSON.stringify([facts, message])) }
    await pollerOf(news, ['/feed'], { log }).pollDue()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('/none')
    expect(lines[0]).not.toContain('secret')
  })
})

describe('GIVEN feeds that fail', () => {
  test('THEN each says why, waits longer each time, and the others are polled', async () => {
    const paper = newspaper({ text: atom([{ n: 1 }]), etag: '"1"' })
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'
    await using news = await site({
      ...paper.pages,
      '/down': (_, response) => response.writeHead(503).end(),
      '/laughs': send(laughs, { 'content-type': 'text/xml' }),
      '/page': 'No feed',
    })
    const poller = pollerOf(news, ['/down', '/feed', '/laughs', '/page', '/none'])
    const waits: number[] = []
    for (let poll = 0; poll < 7; poll++) {
      await poller.pollDue()
      const [down] = await poller.status()
      waits.push((down!.nextAt!.getTime() - now) / MINUTE)
      now = down!.nextAt!.getTime()
    }
    expect(waits).toEqual([30, 60, 120, 240, 360, 360, 360])
    const status = await poller.status()
    expect(status.map(({ state }) => state)).toEqual(['failing', 'well', 'failing', 'failing', 'failing'])
    expect(status.map(({ error }) => error && wordsFor('en').tell(error))).toEqual([
      expect.stringMatching(/fault of its own \(status 503\)/),
      null,
      expect.stringMatching(/entities/),
      expect.stringMatching(/no feed/),
      expect.stringMatching(/no page at this address/),
    ])
    expect(await stored()).toHaveLength(1)
  })

  test('AND one recovers THEN its error is gone', async () => {
    let down = true
    const paper = newspaper({ text: atom([]), etag: '"1"' })
    const feed = paper.pages['/feed'] as Handler
    await using news = await site({
      '/feed': (request, response) => (down ? void response.writeHead(500).end() : feed(request, response)),
    })
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    down = false
    now += 30 * MINUTE
    await poller.pollDue()
    expect((await poller.status())[0]).toMatchObject({
      state: 'well',
      error: null,
      nextAt: new Date(now + INTERVAL),
    })
  })

  test('AND one asks to be left alone THEN it is, for as long as it asks', async () => {
    await using news = await site({
      '/feed': (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
    })
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    expect((await poller.status())[0]?.nextAt).toEqual(new Date(now + 86_400_000))
  })

  test('AND one says that it is gone THEN it is not asked again', async () => {
    await using news = await site({ '/feed': (_, response) => response.writeHead(410).end() })
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    now += 100 * INTERVAL
    await poller.pollDue()
    expect(news.seen).toHaveLength(1)
    expect((await poller.status())[0]).toMatchObject({ state: 'gone', nextAt: null })
  })

  test('AND one that was gone is back when the bot is started anew THEN it is read', async () => {
    let gone = true
    await using news = await site({
      '/feed': (request, response) =>
        gone
          ? response.writeHead(410).end()
          : send(atom([{ n: 1 }]), { 'content-type': 'application/atom+xml' })(request, response),
      '*': send(page(1)),
    })
    await pollerOf(news, ['/feed']).pollDue()
    gone = false
    now += INTERVAL * 3
    const poller = pollerOf(news, ['/feed'])
    await poller.pollDue()
    expect((await poller.status())[0]).toMatchObject({ state: 'well', stored: 1 })
  })

  test('AND a page says that it is of a year to come THEN the feed’s own day counts', async () => {
    const dated = (day: string) =>
      send(page(1, '').replace('</head>', `<meta property="article:published_time" content="${day}"></head>`))
    await using news = await site({
      '/feed': send(atom([{ n: 1 }]), { 'content-type': 'application/atom+xml' }),
      '/story/1': dated('2099-01-01'),
    })
    await pollerOf(news, ['/feed']).pollDue()
    expect((await stored()).map(({ published }) => published)).toEqual(['2021-12-31'])
  })

  test('AND a page can’t be had, but the feed holds the article THEN that is stored', async () => {
    const text =
      'The ferry did not leave the harbour of Lorne on Friday, because ice had closed the strait. '.repeat(6)
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>tag:1</id>
      <title>5 &lt; 7: ferries stop</title><link href="/story/1"/><updated>2021-12-31T10:00:00Z</updated>
      <content type="html">&lt;p&gt;${text}&lt;/p&gt;&lt;p&gt;${text}&lt;/p&gt;</content></entry></feed>`
    await using news = await site({
      '/feed': send(feed, { 'content-type': 'application/atom+xml' }),
      '/story/1': (_, response) => void response.writeHead(403).end(),
    })
    await pollerOf(news, ['/feed']).pollDue()
    expect(await stored()).toMatchObject([
      { title: '5 < 7: ferries stop', published: '2021-12-31', url: `${news.origin}/story/1` },
    ])
  })

  test('AND their address holds a key THEN it is not shown', async () => {
    await using news = await site({})
    const poller = pollerOf(news, ['/feed?key=secret'])
    await poller.pollDue()
    expect(JSON.stringify(await poller.status())).not.toContain('secret')
  })

  test('AND what was remembered is broken THEN polling begins anew', async () => {
    const paper = newspaper({ text: atom([{ n: 1 }]), etag: '"1"' })
    await using news = await site(paper.pages)
    await pollerOf(news, ['/feed']).pollDue()
    const path = join(folder, 'state.json')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 40))
    await pollerOf(news, ['/feed']).pollDue()
    expect(await stored()).toHaveLength(1)
  })

  test('AND the clock was ahead THEN a feed is asked when it is set right', async () => {
    const paper = newspaper({ text: atom([]), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'])
    now += 1_000 * INTERVAL
    await poller.pollDue()
    now -= 1_000 * INTERVAL
    await poller.pollDue()
    expect(paper.conditions).toHaveLength(2)
  })
})

describe('GIVEN pages that can’t be articles', () => {
  test('THEN those are skipped for good, and what may pass is tried three times', async () => {
    const items = [
      { n: 1 },
      { n: 2, link: '/gone' },
      { n: 3, link: 'http://10.0.0.7/secret' },
      { n: 4, link: '/video' },
      { n: 5, link: '/down' },
      { n: 6, link: '/empty' },
    ]
    const paper = newspaper({ text: atom(items), etag: '"1"' })
    await using news = await site({
      ...paper.pages,
      '/video': send('…', { 'content-type': 'video/mp4' }),
      '/down': (_, response) => response.writeHead(503).end(),
      '/empty': '<html><body></body></html>',
    })
    const poller = pollerOf(news, ['/feed'])
    for (let poll = 0; poll < 5; poll++) {
      await poller.pollDue()
      now += INTERVAL
    }
    expect((await stored()).map(({ title }) => title)).toEqual(['Story 1'])
    expect(news.seen.filter((line) => line === 'GET /down')).toHaveLength(3)
    expect(news.seen.filter((line) => line === 'GET /gone')).toHaveLength(1)
    expect((await poller.status())[0]).toMatchObject({ state: 'well', stored: 1, skipped: 5, waiting: 0 })
  })
})

describe('GIVEN a folder that can’t be written to', () => {
  test('THEN the articles wait for as long as that takes', async () => {
    const paper = newspaper({ text: atom([{ n: 1 }]), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller = pollerOf(news, ['/feed'])
    await writeFile(join(folder, 'articles'), 'a file where the folder should be')
    for (let poll = 0; poll < 5; poll++) {
      await poller.pollDue()
      now += INTERVAL
    }
    expect((await poller.status())[0]).toMatchObject({ stored: 0, skipped: 0, waiting: 1 })
    await rm(join(folder, 'articles'))
    await poller.pollDue()
    expect((await stored()).map(({ title }) => title)).toEqual(['Story 1'])
  })
})

describe('GIVEN a poller that runs', () => {
  test('WHEN it is stopped THEN it ends', async () => {
    const paper = newspaper({ text: atom([{ n: 1 }]), etag: '"1"' })
    await using news = await site(paper.pages)
    const poller: FeedPoller = pollerOf(news, ['/feed'], { onArticles: () => poller.stop() })
    await poller.run()
    expect(await stored()).toHaveLength(1)
  })

  test('AND has no feeds THEN it waits for none', async () => {
    await using news = await site({})
    const pauses: number[] = []
    const poller: FeedPoller = pollerOf(news, [], {
      clock: {
        now: () => now,
        wait: async (ms) => {
          pauses.push(ms)
          poller.stop()
        },
      },
    })
    await poller.run()
    expect(pauses).toEqual([MINUTE])
  })
})

test('GIVEN any outcome of a poll THEN the wait is finite, and no shorter than the site asks for, up to a day', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.option(fc.nat(1_000_000_000)),
      fc.boolean(),
      fc.integer({ min: 1_000, max: 86_400_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, retryAfter, unfinished, interval, random) => {
        const wait = nextWait({ failures, retryAfter, unfinished }, interval, random)
        expect(wait).toBeGreaterThanOrEqual(Math.min((retryAfter ?? 0) * 1_000, 86_400_000))
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(Math.max(86_400_000, 1.2 * interval))
      },
    ),
  )
})
