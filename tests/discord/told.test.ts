import { describe, expect, test } from 'vitest'
import { NO_ROOM } from '../../src/archive/ingest/build.js'
import type { DraftSource } from '../../src/articles/drafts/draft.js'
import { isRefusal, refusalMessages } from '../../src/articles/drafts/draft.js'
import { readDraft } from '../../src/articles/drafts/read.js'
import { readBody, tooLarge } from '../../src/articles/fetch/body.js'
import { fetchPage } from '../../src/articles/fetch/fetch.js'
import { badStatus, noPublicSite } from '../../src/articles/fetch/problems.js'
import { MAX_LINES } from '../../src/articles/folder/parse.js'
import { draftOf } from '../../src/articles/isolated/isolated.js'
import { prepare } from '../../src/articles/store/prepare.js'
import { orRefuse } from '../../src/articles/store/refusals.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import type { Message } from '../../src/i18n/message.js'
import { MessageError } from '../../src/i18n/message-error.js'
import { draft } from '../articles/support/drafts.js'
import { pdf } from '../articles/support/pdf.js'
import { rawSite, redirect, send, site } from '../articles/support/site.js'
import { articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'

/** What is told in the same words in every language, and so in English to all. */
const untold = (messages: readonly Message[]) => messages.filter((one) => !('key' in one))

test('what a moderator is told when there is no room for an article is in the catalogue of each language', () => {
  expect(untold(refusalMessages(NO_ROOM))).toEqual([])
})

const messagesOf = async (work: Promise<unknown>): Promise<readonly Message[]> => {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof MessageError)) throw new Error('there was nothing wrong that can be told')
  return error.messages
}

describe('what a moderator is told when a page can’t be fetched is in the catalogue of each language', () => {
  test.each([401, 402, 403, 404, 410, 418, 429, 451, 500])('for the status %i', (status) => {
    expect(untold(badStatus(status, null).messages)).toEqual([])
  })

  test.each([
    ['no address', 'file:///etc/passwd'],
    ['a password', 'https://a:b@news.example/'],
    ['a port', 'https://news.example:8080/'],
    ['the machine itself', 'http://127.0.0.1/'],
  ])('for a link with %s', async (_, link) => {
    expect(untold(await messagesOf(fetchPage(link)))).toEqual([])
  })

  test('for no site, and for a page that is too large', () => {
    expect(untold(noPublicSite().messages)).toEqual([])
    expect(untold(tooLarge(10_000_000).messages)).toEqual([])
  })

  test('for what the site does', async () => {
    await using news = await site({
      '/round': redirect('/round'),
      '/picture': send('x', { 'content-type': 'image/png' }),
      '/packed': send('x', { 'content-encoding': 'zstd' }),
      '/slow': () => {},
    })
    await using broken = await rawSite((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'),
    )
    const messages = await Promise.all([
      ...['/round', '/picture', '/packed'].map((path) =>
        messagesOf(fetchPage(`${news.origin}${path}`, news.limits)),
      ),
      messagesOf(fetchPage(`${news.origin}/slow`, { ...news.limits, headersMs: 50 })),
      messagesOf(fetchPage(`${broken.origin}/`, broken.limits)),
      messagesOf(fetchPage('http://127.0.0.1:9/', { ports: [9], allow: () => true })),
    ])
    expect(messages.flatMap(untold)).toEqual([])
    expect(new Set(messages.map((one) => JSON.stringify(one))).size).toBe(6)
  })
})

describe('what a moderator is told when no draft can be made is in the catalogue of each language', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  const line = (text: string, y: number): [string, number, number, number] => [text, 11, 72, y]
  const sources: readonly (readonly [string, DraftSource])[] = [
    ['an empty file', { bytes: bytes('') }],
    ['a blank file', { bytes: bytes(' \n ') }],
    ['a large file', { bytes: new Uint8Array(10_000_001) }],
    ['an archive', { bytes: bytes('PK\x03\x04') }],
    ['a document', { bytes: bytes('{\\rtf1') }],
    ['a packed file', { bytes: bytes('\x1f\x8b') }],
    ['a picture', { bytes: bytes('\x89PNG') }],
    ['a film', { bytes: bytes('RIFF') }],
    ['a binary file', { bytes: bytes('a\0b') }],
    ['many lines', { bytes: bytes(`Title\n${'x\n'.repeat(MAX_LINES)}`) }],
    ['a title alone', { bytes: bytes('Title\n') }],
    ['a title that is none', { bytes: bytes('---x\n***\n') }],
    ['a long title', { bytes: bytes(`${'word '.repeat(100)}\n\nText.`) }],
    ['front matter with a long title', { bytes: bytes(`---\ntitle: ${'word '.repeat(100)}\n---\n\nText.`) }],
    ['front matter with no date', { bytes: bytes('---\ntitle: x\npublished: soon\n---\n\nText.') }],
    ['front matter with no day', { bytes: bytes('---\ntitle: x\npublished: 2021-02-31\n---\n\nText.') }],
    ['front matter with no address', { bytes: bytes('---\ntitle: x\nurl: y\n---\n\nText.') }],
    ['front matter with lists', { bytes: bytes(`---\ntitle: ${'['.repeat(300)}\n---\n\nText.`) }],
    ['front matter without a title', { bytes: bytes('---\noutlet: x\n---\n\nText of it.') }],
    ['a page without an article', { bytes: bytes('<html><body></body></html>'), fileName: 'x.html' }],
    ['a deep page', { bytes: bytes('<div>'.repeat(600)), fileName: 'x.html' }],
    ['a deep page that is not closed', { bytes: bytes('<li><p>'.repeat(900)), fileName: 'x.html' }],
    ['a page of many elements', { bytes: bytes('<br>'.repeat(100_001)), fileName: 'x.html' }],
    ['a page of many characters', { bytes: bytes('a'.repeat(5_000_001)), fileName: 'x.html' }],
    ['a broken PDF', { bytes: new Uint8Array(bytes('%PDF-1.4 x')) }],
    ['a scan', { bytes: pdf([[line('1', 10)]]) }],
    [
      'a PDF of many pages',
      { bytes: pdf(Array.from({ length: 101 }, () => [line('One more page of it', 700)])) },
    ],
  ]

  test.each(sources)('for %s', async (_, source) => {
    const result = await readDraft(source)
    if (!isRefusal(result)) throw new Error('it was read')
    expect(untold(refusalMessages(result))).toEqual([])
  })

  test('for one that takes too long, or breaks what reads it', async () => {
    const read = async (name: string) => {
      const entry = new URL(`../articles/support/${name}.js`, import.meta.url).href
      const result = await draftOf({ bytes: bytes('x') }, { timeMs: 5_000, entry })
      return isRefusal(result) ? refusalMessages(result) : [{ text: 'it was read' }]
    }
    const messages = await Promise.all(['hanging-reader', 'aborting-reader', 'none'].map(read))
    expect(messages.flatMap(untold)).toEqual([])
    expect(new Set(messages.map((one) => JSON.stringify(one))).size).toBe(3)
  })

  test('for an answer that can’t be unpacked', async () => {
    const { Readable } = await import('node:stream')
    expect(untold(await messagesOf(readBody(Readable.from([]), 'zstd', 9)))).toEqual([])
  })
})

describe('what a moderator is told when nothing is stored is in the catalogue of each language', () => {
  test('for each limit', async () => {
    await using folder = await articleFolder()
    const store = (limits: object) => new ServerStore({ state: filesIn(folder.path), limits })
    const { name } = await store({}).add('1', '7', draft(1))
    const messages = await Promise.all([
      messagesOf(store({}).add('1', '7', draft(1))),
      messagesOf(store({ articles: 1 }).add('1', '7', draft(2))),
      messagesOf(store({ bytes: 1 }).add('1', '7', draft(2))),
      messagesOf(store({ changesAnHour: 1 }).add('1', '7', draft(2))),
      messagesOf(store({ articleBytes: 1 }).add('1', '7', draft(2))),
      messagesOf(store({}).remove('1', '7', 'x')),
      messagesOf(store({}).restore('1', '7', name.replace(/^\w/, 'x'))),
    ])
    expect(messages.flatMap(untold)).toEqual([])
    expect(new Set(messages.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(6)
  })

  test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'EMFILE', 'ENOTDIR'])(
    'for a disk that says %s',
    async (code) => {
      const message = await messagesOf(orRefuse(() => Promise.reject(Object.assign(new Error(), { code }))))
      expect(untold(message)).toEqual([])
    },
  )

  test('for a draft that is none', async () => {
    const message = await messagesOf((async () => prepare(draft(1, { paragraphs: [] })))())
    expect(untold(message)).toEqual([])
  })
})
