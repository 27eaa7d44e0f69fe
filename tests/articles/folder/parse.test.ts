import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_FRONT_MATTER, MAX_TITLE } from '../../../src/articles/folder/frontmatter.js'
import { isArticle, isRejection, MAX_LINES, parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { refusalInEnglish } from '../../support/english.js'

function article(text: string, id = 'a.md'): Article {
  const result = parseArticle(id, text)
  if (isRejection(result)) throw new Error(`rejected: ${refusalInEnglish(result).reason}`)
  return result
}

function rejection(text: string, id = 'a.md') {
  const result = parseArticle(id, text)
  if (isArticle(result)) throw new Error('not rejected')
  return refusalInEnglish(result)
}

const body = (of: Article) => of.paragraphs.map(({ start, end }) => of.text.slice(start, end))

const HARBOUR = `---
title: "Ferries stop as ice closes the strait"
outlet: Harbour Wire
published: 2021-12-31
url: https://harbour.example/ferries
author: Ines Holm
---
The ferries between the two islands stopped on Friday.

“We wait for the ice to move,” said the harbour master.
`

describe('GIVEN Markdown with front matter', () => {
  test('THEN its fields are the article’s, and the body is its paragraphs', () => {
    const parsed = article(HARBOUR, 'north/ferries.md')
    expect(parsed).toMatchObject({
      id: 'north/ferries.md',
      title: 'Ferries stop as ice closes the strait',
      outlet: 'Harbour Wire',
      published: '2021-12-31',
      publishedBasis: 'given',
      url: 'https://harbour.example/ferries',
      author: 'Ines Holm',
      text: HARBOUR,
    })
    expect(body(parsed)).toEqual([
      'The ferries between the two islands stopped on Friday.',
      '“We wait for the ice to move,” said the harbour master.',
    ])
  })

  test('THEN the title’s span is its place in the front matter, without the quotation marks', () => {
    const { text, titleSpan, title } = article(HARBOUR)
    expect(text.slice(titleSpan!.start, titleSpan!.end)).toBe(title)
  })

  test('THEN a title folded over two lines has no span', () => {
    const parsed = article(
      '---\ntitle: >\n  Ferries stop\n  in the ice\n---\nThe ferries stopped on Friday.\n',
    )
    expect(parsed.title).toBe('Ferries stop in the ice')
    expect(parsed.titleSpan).toBeNull()
  })

  test('THEN only the title must be there; other fields may be left out or left empty', () => {
    const parsed = article('---\ntitle: Ice\noutlet:\n---\nThe ferries stopped on Friday.')
    expect(parsed).toMatchObject({
      outlet: null,
      published: null,
      publishedBasis: null,
      url: null,
      author: null,
    })
  })

  test('THEN fields of other programs are ignored', () => {
    const parsed = article(
      '---\ntitle: Ice\ntags: [ice, ferries]\nlayout: post\n---\nThe ferries stopped on Friday.',
    )
    expect(parsed.title).toBe('Ice')
  })

  test('THEN a number is a title as it is written', () => {
    expect(article('---\ntitle: 2022\n---\nThe year began with ice.').title).toBe('2022')
  })

  test('THEN a time of day after the date of publication is ignored', () => {
    const parsed = article(
      '---\ntitle: Ice\npublished: 2021-12-31T23:50:00Z\n---\nThe ferries stopped on Friday.',
    )
    expect(parsed.published).toBe('2021-12-31')
  })

  test.each([
    ['a byte order mark', `\uFEFF${HARBOUR}`],
    ['Windows line ends', HARBOUR.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', HARBOUR.replaceAll('\n', '\r')],
    ['blank lines before it', `\n\n${HARBOUR}`],
  ])('AND %s THEN the same is read, and offsets count every character of the file', (_, text) => {
    const plain = article(HARBOUR)
    const parsed = article(text)
    expect(parsed.text).toBe(text)
    expect(parsed).toMatchObject({ title: plain.title, outlet: plain.outlet, published: plain.published })
    expect(body(parsed)).toEqual(body(plain))
    expect(text.slice(parsed.titleSpan!.start, parsed.titleSpan!.end)).toBe(plain.title)
  })
})

describe('GIVEN plain text', () => {
  test('THEN the first line is the title and the rest is the body', () => {
    const parsed = article('Ferries stop\n\nThe ferries between the islands stopped.\n', 'b.txt')
    expect(parsed).toMatchObject({ title: 'Ferries stop', titleSpan: { start: 0, end: 12 }, outlet: null })
    expect(body(parsed)).toEqual(['The ferries between the islands stopped.'])
  })

  test('THEN the marks of a Markdown heading are no part of the title', () => {
    const parsed = article('# Ferries stop\nThe ferries between the islands stopped.')
    expect(parsed).toMatchObject({ title: 'Ferries stop', titleSpan: { start: 2, end: 14 } })
  })

  test.each([
    ['a labelled date', 'Published: 31 December 2021', '2021-12-31'],
    ['a labelled date with the weekday', 'Posted on Friday, Dec. 31, 2021', '2021-12-31'],
    ['a date on a line of its own', 'January 3, 2022', '2022-01-03'],
    ['a date and a time on a line of their own', '3 January 2022, 14:05 GMT', '2022-01-03'],
    ['an ISO date on a line of its own', '2022-01-03', '2022-01-03'],
    [
      'a dateline',
      'KYIV, January 3, 2022 (Harbour Wire) – The ferries stopped, the ministry said.',
      '2022-01-03',
    ],
  ])('AND %s THEN that is the date of publication', (_, line, day) => {
    const parsed = article(`Ferries stop\n\n${line}\n\nThe ferries between the islands stopped.`)
    expect(parsed).toMatchObject({ published: day, publishedBasis: 'printed' })
  })

  test('AND a label beside another date THEN the label decides', () => {
    const parsed = article('Ferries stop\n\nPublished: 3 January 2022\n\n9 May 1945\n\nThe ferries stopped.')
    expect(parsed.published).toBe('2022-01-03')
  })

  test.each([
    ['a date in a sentence', 'The ferries had not stopped since 3 January 2002, the ministry said.'],
    ['a day and month written as figures', 'Published: 03/01/2022'],
    ['a day that does not exist', 'Published: 31 February 2022'],
    ['two dates', '3 January 2022\n\n4 January 2022'],
    ['a day without a year', 'Published: 3 January'],
  ])('AND %s THEN there is no date of publication', (_, line) => {
    const parsed = article(`Ferries stop\n\n${line}\n\nThe ferries between the islands stopped.`)
    expect(parsed).toMatchObject({ published: null, publishedBasis: null })
  })
})

describe('GIVEN a text that is no article THEN it is rejected with the line, the reason and the remedy', () => {
  const front = (fields: string) => `---\n${fields}\n---\nThe ferries stopped on Friday.\n`

  test.each([
    ['an empty file', '', {}, /empty/],
    ['a file of white space', ' \n\t\r\n\uFEFF', {}, /empty/],
    ['a title alone', 'Ferries stop\n', {}, /no article text/],
    ['front matter alone', '---\ntitle: Ice\n---\n', {}, /no article text/],
    [
      'boilerplate alone',
      'Ferries stop\n\nLeave a Reply\n\nYour email address will not be published.',
      {},
      /no article text/,
    ],
    ['front matter that is not closed', '---\ntitle: Ice\n\nThe ferries stopped.', { line: 1 }, /not closed/],
    [
      'front matter that is not YAML',
      front('outlet: Harbour\ntitle: Ice: ferries stop'),
      { line: 3 },
      /not valid YAML/,
    ],
    ['a field given twice', front('title: Ice\ntitle: Ferries'), { line: 3 }, /not valid YAML/],
    ['no title', front('outlet: Harbour Wire'), { line: 2, field: 'title' }, /title is missing/],
    [
      'an empty title',
      front('outlet: Harbour Wire\ntitle: ""'),
      { line: 3, field: 'title' },
      /title is missing/,
    ],
    ['front matter without fields', front('Ferries stop'), { field: 'title' }, /title is missing/],
    ['a list for a title', front('title: [Ice, Ferries]'), { line: 2, field: 'title' }, /not a text/],
    [
      'a title as long as a paragraph',
      front(`title: ${'ice '.repeat(MAX_TITLE)}`),
      { line: 2, field: 'title' },
      /characters/,
    ],
    [
      'an impossible day',
      front('title: Ice\npublished: 2021-02-30'),
      { line: 3, field: 'published' },
      /no day 2021-02-30/,
    ],
    [
      'a date in words',
      front('title: Ice\npublished: last Friday'),
      { line: 3, field: 'published' },
      /not a date/,
    ],
    [
      'an address that is none',
      front('title: Ice\nurl: harbour'),
      { line: 3, field: 'url' },
      /not a web address/,
    ],
    [
      'a script for an address',
      front('title: Ice\nurl: javascript:alert(1)'),
      { line: 3, field: 'url' },
      /not a web/,
    ],
    ['more lines than an article has', 'Ice\n'.repeat(MAX_LINES + 1), {}, /20,001 lines, more than 20,000/],
    ['a rule for a first line', '*****\nThe ferries stopped.', { line: 1, field: 'title' }, /no title/],
    [
      'a paragraph for a first line',
      'The ice came. '.repeat(MAX_TITLE),
      { line: 1, field: 'title' },
      /no title/,
    ],
  ])('%s', (_, text, where, reason) => {
    const result = rejection(text, 'north/ice.md')
    expect(result).toMatchObject({ file: 'north/ice.md', ...where })
    expect(result.reason).toMatch(reason)
    expect(result.remedy).toMatch(/^[A-Z].*\.$/)
  })

  test('line numbers count every kind of line end once', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(rejection(['---', 'title: Ice', 'published: soon', '---', 'Text.'].join(end)).line).toBe(3)
    }
  })

  test('front matter that never ends is not parsed whole', () => {
    const text = `---\n${'field: value\n'.repeat(MAX_FRONT_MATTER)}`
    expect(rejection(text).reason).toMatch(/not closed within/)
  })

  test.each([
    ['nested lists', '['.repeat(4000)],
    ['nested maps', 'a: '.repeat(2000)],
    ['aliases of aliases', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c'],
  ])('%s in the front matter end in a rejection too', (_, yaml) => {
    expect(rejection(front(yaml)).reason).not.toBe('')
  })
})

describe('GIVEN any text at all', () => {
  const scraps = fc.constantFrom(
    '---\n',
    'title: x\n',
    'published: 2021-12-31\n',
    '\r',
    '\r\n',
    '\uFEFF',
    '\u200B',
    '“Yes,” she said.\n',
    '\n\n',
    'Leave a Reply\n',
    '[gallery]\n',
    '😀',
    '\uD800',
    'A line of a story that goes on for a while and ends here.\n',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join('')),
  )

  test.each(['@', "'", '\u0301', '\u{11070}'])(
    'GIVEN nothing but %j below the title THEN there is no text',
    (body) => {
      expect(refusalInEnglish(parseArticle('a.txt', `Title\n${body}`))).toMatchObject({
        reason: expect.stringContaining('no article text'),
      })
    },
  )

  test('THEN parsing never throws, keeps the text, and gives ordered spans of words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseArticle('a.txt', text)
        if (isRejection(result)) return
        expect(result.text).toBe(text)
        let last = 0
        for (const { start, end } of result.paragraphs) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          last = end
        }
        if (result.titleSpan)
          expect(text.slice(result.titleSpan.start, result.titleSpan.end)).toBe(result.title)
      }),
      { numRuns: 500 },
    )
  })
})

test('GIVEN forty blank lines that end with CR LF above what is no front matter THEN it is read like any other', () => {
  const article = parseArticle(
    'a.txt',
    `${'\r\n'.repeat(40)}Harbour opens\r\n\r\nThe harbour opened on Monday.\r\n`,
  )
  expect(article).toMatchObject({ title: 'Harbour opens' })
})
