import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Draft, type DraftSource, withoutFuture } from '../../../src/articles/drafts/draft.js'
import { readDraft } from '../../../src/articles/drafts/read.js'
import { draftOf } from '../../../src/articles/isolated/isolated.js'
import { refusalInEnglish } from '../../support/english.js'
import { articleFolder } from '../../support/folder.js'
import { draft as draftNamed } from '../support/drafts.js'
import { type PdfLine, pdf, pdfOf } from '../support/pdf.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FIRST = 'The ferries between the islands stopped on Friday, the harbour master said.'
const SECOND = 'They will sail again when the ice has gone.'

const PAGE = `<!doctype html><html><head><title>Ferries stop</title></head><body><article><h1>Ferries stop</h1>${`<p>${FIRST}</p><p>${SECOND}</p>`.repeat(3)}</article></body></html>`

/** Lines of a paragraph, 14 points below each other. */
const lines = (y: number, texts: readonly string[]): PdfLine[] =>
  texts.map((text, i) => [text, 11, 72, y - 14 * i])

const PAPER = pdf([
  [
    ['THE HARBOUR WIRE', 9, 72, 810],
    ['Ferries stop as ice closes', 20, 72, 770],
    ['the strait', 20, 72, 746],
    ...lines(710, [
      'The ferries between the islands stopped on Fri-',
      'day, the harbour master said. It is the first',
      'time in nine years.',
    ]),
    ...lines(650, ['About four hundred people are waiting on the', 'mainland, the mayor said on']),
    ['Page 1', 9, 72, 30],
  ],
  [
    ['THE HARBOUR WIRE', 9, 72, 810],
    ...lines(770, ['Saturday morning.']),
    ...lines(730, ['An icebreaker is on its way.']),
    ['Page 2', 9, 72, 30],
  ],
])

describe('GIVEN a PDF with text', () => {
  test('THEN its highest lines are the title, its lines are paragraphs, and headers and page numbers are gone', async () => {
    expect(await draftOf({ bytes: PAPER, url: 'https://harbour-wire.example/paper.pdf' })).toEqual({
      title: 'Ferries stop as ice closes the strait',
      outlet: null,
      published: null,
      modified: null,
      url: 'https://harbour-wire.example/paper.pdf',
      author: null,
      paragraphs: [
        'The ferries between the islands stopped on Friday, the harbour master said. It is the first time in nine years.',
        'About four hundred people are waiting on the mainland, the mayor said on Saturday morning.',
        'An icebreaker is on its way.',
      ],
    } satisfies Draft)
  })

  test('AND it is packed THEN it is read all the same', async () => {
    const bytes = pdf([[['Ferries stop', 20, 72, 770], ...lines(710, [FIRST, SECOND])]], { deflated: 1 })
    expect(refusalInEnglish(await draftOf({ bytes }))).toMatchObject({ title: 'Ferries stop' })
  })

  test.each([
    ['pictures only', pdf([[], []]), /pictures/],
    ['more than a hundred pages', pdf(Array(101).fill([['A page of a book.', 11, 72, 700]])), /101 pages/],
    [
      'a password',
      pdf([[['Secret text of a page.', 11, 72, 700]]], {
        trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
      /password/,
    ],
    ['nothing but its mark', bytesOf('%PDF-1.7\n'), /broken/],
    ['half of its bytes', PAPER.slice(0, 200), /broken|pictures/],
  ])('AND it holds %s THEN that is said', async (_, bytes, reason) => {
    expect(refusalInEnglish(await draftOf({ bytes }))).toMatchObject({
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(/\.$/),
    })
  })

  test('AND it unpacks to gigabytes THEN it is refused', async () => {
    const bytes = pdfOf([Buffer.alloc(400_000_000, ' ')], { deflated: 2 })
    expect(bytes.length).toBeLessThan(10_000)
    expect(refusalInEnglish(await draftOf({ bytes }))).toMatchObject({
      reason: expect.stringMatching(/memory|too long/),
    })
  })
})

describe('GIVEN a file or a page', () => {
  const markdown = `---\ntitle: Ferries stop\noutlet: Harbour Wire\npublished: 2021-12-31\n---\n\n${FIRST}\n\n${SECOND}\n`
  const article = { title: 'Ferries stop', paragraphs: [FIRST, SECOND] }

  test.each<[string, DraftSource, Partial<Draft>]>([
    [
      'Markdown with front matter',
      { bytes: bytesOf(markdown), fileName: 'story.md' },
      { ...article, outlet: 'Harbour Wire', published: '2021-12-31' },
    ],
    [
      'plain text',
      { bytes: bytesOf(`Ferries stop\n\n${FIRST}\n\n${SECOND}\n`), fileName: 'story.txt' },
      article,
    ],
    [
      'plain text from a link',
      {
        bytes: bytesOf(`Ferries stop\n\n${FIRST}\n\n${SECOND}`),
        contentType: 'text/plain',
        url: 'https://news.example/story',
      },
      { ...article, url: 'https://news.example/story' },
    ],
    [
      'text in another encoding',
      {
        bytes: Uint8Array.from(Buffer.from(`Fähren\n\n${FIRST}\n\n${SECOND}`, 'latin1')),
        fileName: 'story.txt',
      },
      { ...article, title: 'Fähren' },
    ],
    [
      'a page by its type',
      { bytes: bytesOf(PAGE), contentType: 'text/html; charset=utf-8' },
      { title: 'Ferries stop' },
    ],
    ['a page by its name', { bytes: bytesOf(PAGE), fileName: 'story.HTML' }, { title: 'Ferries stop' }],
    [
      'a page by its first words',
      { bytes: bytesOf(PAGE), contentType: 'application/octet-stream' },
      { title: 'Ferries stop' },
    ],
  ])('%s THEN it is read as such', async (_, source, draft) => {
    expect(await readDraft(source)).toMatchObject(draft)
  })

  test.each<[string, DraftSource, RegExp]>([
    ['empty', { bytes: new Uint8Array() }, /empty/],
    [
      'a document of a word processor',
      { bytes: bytesOf('PK\x03\x04…'), fileName: 'story.docx' },
      /word processor/,
    ],
    [
      'a picture under the name of a text',
      { bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0]), fileName: 'story.txt' },
      /picture/,
    ],
    ['binary', { bytes: bytesOf('a\0b'), fileName: 'story.txt' }, /binary/],
    ['too large', { bytes: new Uint8Array(10_000_001).fill(97), fileName: 'story.txt' }, /10,000,001 bytes/],
    ['a title without a text', { bytes: bytesOf('Ferries stop'), fileName: 'story.txt' }, /no article text/],
    [
      'front matter that is broken',
      { bytes: bytesOf('---\ntitle: "Ferries\n---\nText.'), fileName: 'story.md' },
      /YAML/,
    ],
  ])('%s THEN that is said', async (_, source, reason) => {
    expect(refusalInEnglish(await readDraft(source))).toMatchObject({ reason: expect.stringMatching(reason) })
  })
})

describe('GIVEN any bytes', () => {
  const start = (...starts: string[]) => fc.constantFrom(...starts.map((text) => bytesOf(text)))
  const bytes = (starts: fc.Arbitrary<Uint8Array>) =>
    fc
      .tuple(starts, fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(bytesOf), start(FIRST)))
      .map((parts) => new Uint8Array(Buffer.concat(parts)))
  const sources = (starts: fc.Arbitrary<Uint8Array>): fc.Arbitrary<DraftSource> =>
    fc.record({
      bytes: bytes(starts),
      contentType: fc.oneof(fc.constantFrom('', 'text/html', 'text/plain; charset=utf-16le'), fc.string()),
      fileName: fc.oneof(fc.constantFrom('', 'a.md', 'a.txt', 'a.html', 'a.pdf'), fc.string()),
    })

  const TEXTS = start('', '---\n', '---\ntitle: a\n---\n', 'Ferries stop\n\n', '\uFEFF', '# ')
  test.each<[string, fc.Arbitrary<Uint8Array>, number]>([
    ['texts', TEXTS, 10_000],
    [
      'pages',
      start('<html>', '<!doctype html><html><body><p>', '<html><head><meta charset=', '<article>'),
      500,
    ],
    ['PDFs', start('%PDF-1.7\n', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nstream\n'), 200],
  ])(
    'that begin as %s do THEN there is a draft or a refusal',
    async (_, starts, numRuns) => {
      await fc.assert(
        fc.asyncProperty(sources(starts), async (source) => {
          const result = await readDraft(source)
          expect('reason' in result ? result.remedy : result.title).not.toBe('')
        }),
        { numRuns },
      )
    },
    120_000,
  )
})

test.each([
  ['2022-01-01', '2022-01-01'],
  ['2022-01-02', '2022-01-02'],
  ['2022-01-03', null],
  ['2099-12-31', null],
  [null, null],
])('GIVEN a draft of the day %s on the first of 2022 THEN its day is %s', (published, day) => {
  const noon = Date.UTC(2022, 0, 1, 12)
  expect(withoutFuture({ ...draftNamed(1), published }, noon).published).toBe(day)
})

describe('GIVEN the process that reads', () => {
  test('AND it hangs THEN it is ended and the file refused', async () => {
    const entry = new URL('../support/hanging-reader.js', import.meta.url).href
    expect(refusalInEnglish(await draftOf({ bytes: bytesOf('x') }, { timeMs: 200, entry }))).toMatchObject({
      reason: expect.stringMatching(/too long/),
    })
  })

  test('AND a page takes more memory than it has THEN the file is refused and the bot goes on', async () => {
    const bytes = bytesOf(`<html><body>${'<p>a</p>'.repeat(49_000)}</body></html>`)
    expect(refusalInEnglish(await draftOf({ bytes, contentType: 'text/html' }, { heapMb: 8 }))).toMatchObject(
      {
        reason: expect.stringMatching(/memory/),
      },
    )
  })

  test('AND the engine ends all of it THEN the file is refused and the bot goes on', async () => {
    const entry = new URL('../support/aborting-reader.js', import.meta.url).href
    expect(refusalInEnglish(await draftOf({ bytes: bytesOf('x') }, { entry }))).toMatchObject({
      reason: expect.stringMatching(/memory/),
    })
  })

  test('AND the bot is killed while it hangs THEN it ends, too', async () => {
    await using folder = await articleFolder()
    const file = join(folder.path, 'pid')
    const { href } = new URL('../support/hanging-reader.js', import.meta.url)
    const bot = fork(fileURLToPath(new URL('../support/reading.js', import.meta.url)), [href, file])
    const pid = await vi.waitFor(async () => Number(await readFile(file, 'utf8')) || Promise.reject(), 20_000)
    bot.kill('SIGKILL')
    // Signal 0 only asks whether there is such a process.
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 20_000)
  })

  test.each([
    ['[', 0],
    ['[', 1],
    ['{a: ', 0],
    ['- ', 0],
    ['? ', 0],
    ['&a ', 0],
    ['!a ', 0],
    ['"\\', 0],
  ])(
    'AND front matter that nests %j ever deeper THEN it is refused before it is parsed, or read',
    async (open, closed) => {
      for (const depth of [400, 1000, 3650, 8000]) {
        const value = open.repeat(depth / open.length) + ']'.repeat(closed * depth)
        const text = `---\nouter: ${value}\ntitle: Storm\n---\n\n${FIRST}\n`
        const draft = await draftOf({ bytes: bytesOf(text), fileName: 'storm.md' })
        expect(JSON.stringify(draft)).not.toMatch(/call stack|memory|too long/)
      }
    },
  )

  test('AND one’s files hang THEN what is read for others does not wait for them', async () => {
    const entry = new URL('../support/hanging-reader.js', import.meta.url).href
    const stuck = Array.from({ length: 2 }, () =>
      draftOf({ bytes: bytesOf('x') }, { owner: 'one', timeMs: 3_000, entry }),
    )
    const done: string[] = []
    void stuck[1]!.then(() => done.push('one'))
    const draft = await draftOf({ bytes: bytesOf(`Story\n\n${FIRST}`) }, { owner: 'another' })
    done.push('another')
    expect(draft).toMatchObject({ title: 'Story' })
    expect(done).toEqual(['another'])
    await Promise.all(stuck)
  }, 60_000)

  test('AND several files at once THEN all are read', async () => {
    const files = Array.from({ length: 6 }, (_, n) => bytesOf(`Story ${n}\n\n${FIRST}`))
    const drafts = await Promise.all(files.map((bytes) => draftOf({ bytes })))
    expect(drafts.map((draft) => (draft as Draft).title)).toEqual(files.map((_, n) => `Story ${n}`))
  })
})
