import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/articles/fetch/charset.js'
import { fetchIfChanged, fetchPage } from '../../../src/articles/fetch/fetch.js'
import type { FetchLimits } from '../../../src/articles/fetch/limits.js'
import { FetchError } from '../../../src/articles/fetch/problems.js'
import { rawSite, redirect, send, site } from '../support/site.js'

const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

async function refusal(url: string, limits: Partial<FetchLimits>): Promise<FetchError> {
  const error = await fetchPage(url, limits).catch((reason) => reason)
  expect(error).toBeInstanceOf(FetchError)
  expect(error.message).toMatch(/^[A-Z].*\.$/)
  expect(error.message).not.toMatch(/127\.0|10\.0|localhost|inner/)
  return error
}

describe('GIVEN a page', () => {
  test('THEN its bytes, type, validators and address are brought', async () => {
    await using news = await site({
      '/story': send('Ferries stop', { etag: '"1"', 'last-modified': 'then' }),
    })
    const page = await fetchPage(`${news.origin}/story`, news.limits)
    expect(textOf(page)).toBe('Ferries stop')
    expect(page).toMatchObject({
      url: `${news.origin}/story`,
      contentType: 'text/html',
      etag: '"1"',
      lastModified: 'then',
    })
  })

  test.each([
    ['of other letters', Buffer.from('"é–ж"')],
    ['of no letters', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['very long', Buffer.from(`"${'a'.repeat(9_000)}"`)],
  ])('AND a validator %s THEN the page is brought the next time, too', async (_, etag) => {
    const head = Buffer.from(
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\nconnection: close\r\netag: ',
    )
    await using news = await rawSite((socket) =>
      socket.once('data', () => socket.end(Buffer.concat([head, etag, Buffer.from('\r\n\r\npage')]))),
    )
    const first = await fetchPage(`${news.origin}/`, news.limits)
    const second = await fetchIfChanged(`${news.origin}/`, first, news.limits)
    expect(textOf(second!)).toBe('page')
  })

  test('THEN the bot says who it is, and sends no cookie and no referrer', async () => {
    let headers: object = {}
    await using news = await site({
      '/': (request, response) => {
        headers = request.headers
        send('page')(request, response)
      },
    })
    await fetchPage(news.origin, { ...news.limits, userAgent: 'Desk' })
    expect(headers).toMatchObject({ 'user-agent': 'Desk' })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
  })

  test.each([
    ['gzip', gzipSync('Ferries stop')],
    ['br', brotliCompressSync('Ferries stop')],
  ])('AND it is packed with %s THEN it is unpacked', async (coding, bytes) => {
    await using news = await site({ '/': send(bytes, { 'content-encoding': coding }) })
    expect(textOf(await fetchPage(news.origin, news.limits))).toBe('Ferries stop')
  })

  test('AND it has moved THEN it is followed, and its last address is told', async () => {
    await using news = await site({ '/old': redirect('/new'), '/new': 'here' })
    expect((await fetchPage(`${news.origin}/old`, news.limits)).url).toBe(`${news.origin}/new`)
  })

  test('AND it has not changed since THEN nothing is brought', async () => {
    await using news = await site({
      '/': (request, response) =>
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'then'
          ? response.writeHead(304).end()
          : send('new')(request, response),
    })
    expect(await fetchIfChanged(news.origin, { etag: '"1"', lastModified: 'then' }, news.limits)).toBeNull()
    expect(await fetchIfChanged(news.origin, { etag: '"2"', lastModified: null }, news.limits)).not.toBeNull()
  })
})

describe('GIVEN the policy of a bot that runs', () => {
  test('THEN this machine is not connected to, by number or by name', async () => {
    await using news = await site({ '/': 'secret' })
    const { ports } = news.limits
    for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      expect((await refusal(`http://${host}:${news.port}/`, { ports: ports! })).problem).toBe('address')
    }
    expect(news.seen).toEqual([])
  })

  test('THEN a name of an inner network and a name that does not exist are refused alike', async () => {
    const inner = await refusal('http://inner.example/', { resolve: async () => ['10.0.0.7'] })
    const none = await refusal('http://none.example/', {
      resolve: () => Promise.reject(new Error('ENOTFOUND')),
    })
    expect(inner.message).toBe(none.message)
  })
})

describe('GIVEN a name whose addresses are looked up', () => {
  const named = (port: number) => `http://news.example:${port}`

  test('THEN the connection is made to the address that was checked, under the name', async () => {
    let host = ''
    await using news = await site({
      '/': (request, response) => {
        host = request.headers.host ?? ''
        send('page')(request, response)
      },
    })
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.7'])
    await fetchPage(named(news.port), { ...news.limits, resolve })
    expect(host).toBe(`news.example:${news.port}`)
    expect(asked).toBe(1)
  })

  test('AND nothing listens at its first address THEN the next one is tried', async () => {
    await using news = await site({ '/': 'page' })
    const limits = { ...news.limits, allow: (address: string) => address.startsWith('127.') }
    const resolve = async () => ['127.0.0.2', '127.0.0.1']
    expect(textOf(await fetchPage(named(news.port), { ...limits, resolve }))).toBe('page')
  })

  test('AND one of several addresses is private THEN none is connected to', async () => {
    await using news = await site({ '/': 'page' })
    const resolve = async () => ['127.0.0.1', '10.0.0.7']
    expect((await refusal(named(news.port), { ...news.limits, resolve })).problem).toBe('address')
    expect(news.seen).toEqual([])
  })

  test('AND the name changes its address before the second hop THEN that is refused', async () => {
    await using news = await site({ '/': redirect('/next', { connection: 'close' }), '/next': 'secret' })
    let asked = 0
    const resolve = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.7'])
    expect((await refusal(named(news.port), { ...news.limits, resolve })).problem).toBe('address')
    expect(news.seen).toEqual(['GET /'])
  })

  test('AND the page is encrypted THEN the name stands in the handshake', async () => {
    const hellos: Buffer[] = []
    await using news = await rawSite((socket) => {
      socket.once('data', (bytes: Buffer) => {
        hellos.push(bytes)
        socket.destroy()
      })
    })
    const link = `https://news.example:${news.port}/`
    await refusal(link, { ...news.limits, resolve: async () => ['127.0.0.1'] })
    expect(hellos[0]?.includes('news.example')).toBe(true)
  })
})

describe('GIVEN a page that leads on', () => {
  test.each([
    'http://10.0.0.7/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://2130706434/',
  ])('AND to %s THEN it is refused there', async (target) => {
    await using news = await site({ '/': redirect(target) })
    expect((await refusal(news.origin, { ...news.limits, ports: [news.port, 80] })).problem).toBe('address')
  })

  test.each(['file:///etc/passwd', 'http://user:secret@127.0.0.1/', 'http://127.0.0.1:22/'])(
    'AND to %s THEN it is refused there',
    async (target) => {
      await using news = await site({ '/': redirect(target) })
      expect((await refusal(news.origin, news.limits)).problem).toBe('link')
    },
  )

  test('AND in a circle THEN it is given up after five hops', async () => {
    await using news = await site({ '/': redirect('/') })
    expect((await refusal(news.origin, news.limits)).problem).toBe('redirects')
    expect(news.seen).toHaveLength(6)
  })
})

describe('GIVEN a hostile or a broken site', () => {
  const endless = (chunk: Uint8Array, headers: Record<string, string>) =>
    site({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', ...headers })
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once('drain', more)
        }
        more()
      },
    })

  test('AND the page says that it has 100 MB THEN it is refused before it is read', async () => {
    await using news = await site({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000000' })
        response.flushHeaders()
      },
    })
    expect((await refusal(news.origin, news.limits)).problem).toBe('size')
  })

  test('AND the page never ends THEN it is cut off at the limit', async () => {
    await using news = await endless(new Uint8Array(65_536).fill(97), {})
    expect((await refusal(news.origin, { ...news.limits, maxBytes: 1_000_000 })).problem).toBe('size')
  })

  test('AND a few bytes unpack to very many THEN unpacking stops at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(60_000)
    await using news = await site({ '/': send(bomb, { 'content-encoding': 'gzip' }) })
    expect((await refusal(news.origin, { ...news.limits, maxBytes: 1_000_000 })).problem).toBe('size')
  })

  test('AND packed bytes never end and unpack to nothing THEN they are counted too', async () => {
    const empty = gzipSync('')
    await using news = await endless(Buffer.concat(Array(2_000).fill(empty)), { 'content-encoding': 'gzip' })
    expect((await refusal(news.origin, { ...news.limits, maxBytes: 1_000_000 })).problem).toBe('size')
  })

  test('AND it packs the page several times THEN that is refused', async () => {
    await using news = await site({ '/': send(gzipSync('page'), { 'content-encoding': 'gzip, gzip' }) })
    expect((await refusal(news.origin, news.limits)).problem).toBe('broken')
  })

  test('AND what it packs is broken THEN that is said', async () => {
    await using news = await site({ '/': send('no gzip', { 'content-encoding': 'gzip' }) })
    expect((await refusal(news.origin, news.limits)).problem).toBe('broken')
  })

  test('AND it sends a byte now and then THEN the time for the whole page ends it', async () => {
    await using news = await site({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => response.write('a'), 20)
        response.on('close', () => clearInterval(drip))
      },
    })
    expect((await refusal(news.origin, { ...news.limits, totalMs: 300 })).problem).toBe('time')
  })

  test('AND it never answers THEN the time ends it', async () => {
    await using news = await rawSite(() => {})
    expect((await refusal(news.origin, { ...news.limits, totalMs: 300 })).problem).toBe('time')
  })

  test('AND its name is never resolved THEN the time ends it', async () => {
    const resolve = () => new Promise<string[]>(() => {})
    expect((await refusal('http://news.example/', { resolve, totalMs: 300 })).problem).toBe('time')
  })

  test('AND its answer is no HTTP, breaks off, or has endless headers THEN that is said', async () => {
    await using noise = await rawSite((socket) => void socket.end('hello\r\n\r\n'))
    expect((await refusal(noise.origin, noise.limits)).problem).toBe('broken')
    await using cut = await rawSite(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nFerr'),
    )
    expect((await refusal(cut.origin, cut.limits)).problem).toBe('broken')
    await using long = await rawSite(
      (socket) => void socket.write(`HTTP/1.1 200 OK\r\n${'x: '.padEnd(1_000, 'a')}\r\n`.repeat(500)),
    )
    expect((await refusal(long.origin, long.limits)).problem).toBe('broken')
  })

  test('AND nothing listens THEN it can’t be reached', async () => {
    const gone = await site({})
    await gone[Symbol.asyncDispose]()
    expect((await refusal(gone.origin, gone.limits)).problem).toBe('unreachable')
  })

  test.each(['image/png', 'application/zip', 'video/mp4', 'application/javascript'])(
    'AND it sends %s THEN that is no article',
    async (type) => {
      await using news = await site({ '/': send('bytes', { 'content-type': type }) })
      expect((await refusal(news.origin, news.limits)).problem).toBe('type')
    },
  )

  test.each([204, 401, 403, 404, 410, 429, 500, 503])(
    'AND its status is %i THEN it is told',
    async (status) => {
      await using news = await site({
        '/': (_, response) => response.writeHead(status, { 'retry-after': '120' }).end(),
      })
      expect(await refusal(news.origin, news.limits)).toMatchObject({
        problem: 'status',
        status,
        retryAfter: 120,
      })
    },
  )
})

describe('the encoding of a page', () => {
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
  const utf8 = (text: string) => new TextEncoder().encode(text)

  test.each([
    ['its byte order mark, before all else', utf8('\uFEFFé'), 'text/html; charset=iso-8859-1', 'é'],
    ['its header', latin('é'), 'text/html; charset="ISO-8859-1"', 'é'],
    ['its meta element', latin('<meta charset=windows-1252>é'), 'text/html', '<meta charset=windows-1252>é'],
    [
      'its older meta element',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">¤'),
      '',
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">€',
    ],
    [
      'its XML declaration',
      latin('<?xml version="1.0" encoding="ISO-8859-1"?>é'),
      '',
      '<?xml version="1.0" encoding="ISO-8859-1"?>é',
    ],
    ['nothing: UTF-8', utf8('“é”'), '', '“é”'],
    ['nothing, and its bytes are not UTF-8: Windows-1252', Uint8Array.from([0x93, 0xe9, 0x94]), '', '“é”'],
    ['a name that nobody knows: as if there were none', utf8('é'), 'text/html; charset=klingon', 'é'],
    ['a mark of UTF-16', Uint8Array.from([0xff, 0xfe, 0xe9, 0]), '', 'é'],
  ])('is told by %s', (_, bytes, contentType, text) => expect(decodeText(bytes, contentType)).toBe(text))
})
