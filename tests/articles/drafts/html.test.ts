import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../src/articles/drafts/draft.js'
import { draftOfHtml } from '../../../src/articles/drafts/html.js'
import { dayOf } from '../../../src/articles/drafts/metadata.js'
import { refusalInEnglish } from '../../support/english.js'

const FIRST =
  'The ferries between the islands stopped on Friday, when ice closed the strait for the first time in nine years, the harbour master said.'
const SECOND =
  'About four hundred people are waiting on the mainland, and the island’s two shops have bread for three more days, according to the mayor.'
const THIRD =
  'An icebreaker is on its way from the capital, but it will not arrive before Sunday, and it will need another day to open the channel.'
const BODY = [FIRST, SECOND, THIRD].map((text) => `<p>${text}</p>`).join('\n')

const page = (head: string, body = `<article><h1>Ferries stop</h1>${BODY}</article>`) =>
  `<!doctype html><html><head>${head}</head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  ${body}
  <footer><p>© Harbour Wire</p></footer></body></html>`

const draftOf = (html: string, url: string | null = 'https://www.harbour-wire.example/ferries') =>
  draftOfHtml(html, url) as Draft
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('GIVEN a page with an article', () => {
  test('THEN its paragraphs are the draft’s, and its menu is not', () => {
    const { paragraphs } = draftOf(page('<title>Ferries stop</title>'))
    expect(paragraphs).toEqual(expect.arrayContaining([FIRST, SECOND, THIRD]))
    expect(paragraphs.join()).not.toMatch(/World|Home/)
  })

  test('THEN each block of it is a line, mark-up within a line is left out', () => {
    const rich = `<article><h1>Ferries stop</h1><p>${FIRST}</p><ul><li>One <b>bold</b> thing.</li><li>Another<br>thing.</li></ul><p>${SECOND}</p><blockquote><p>${THIRD}</p></blockquote></article>`
    const lines = draftOf(page('', rich)).paragraphs.map((line) => line.trim())
    expect(lines).toEqual(
      expect.arrayContaining([FIRST, 'One bold thing.', 'Another', 'thing.', SECOND, THIRD]),
    )
  })

  test('THEN neither its scripts nor its styles are text, and none is run', () => {
    const hostile = `<article><h1>Ferries stop</h1>${BODY}<script>globalThis.wasRun = true</script><style>p{}</style><p onclick="x()">${FIRST}</p><img src=x onerror="globalThis.wasRun = true"></article>`
    const { paragraphs } = draftOf(page('', hostile))
    expect(paragraphs.join()).not.toMatch(/wasRun|p\{\}/)
    expect(globalThis).not.toHaveProperty('wasRun')
  })
})

test('GIVEN a page that leaves out <html> and <body> THEN it is read as browsers read it', () => {
  expect(draftOf(`<title>Ferries stop</title><h1>Ferries stop</h1>${BODY}`)).toMatchObject({
    title: 'Ferries stop',
    paragraphs: expect.arrayContaining([FIRST, SECOND, THIRD]),
  })
})

describe('GIVEN what a page says of itself', () => {
  const NEWS = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Ferries stop as ice closes the strait',
    datePublished: '2021-12-31T23:30:00-05:00',
    dateModified: '2022-01-01T10:00:00Z',
    author: [{ '@type': 'Person', name: 'Ines Holm' }, { name: 'Jo Vik' }],
    publisher: { '@type': 'Organization', name: 'Harbour Wire' },
    mainEntityOfPage: { '@id': 'https://harbour-wire.example/2021/ferries' },
  }
  const FACTS = {
    title: 'Ferries stop as ice closes the strait',
    outlet: 'Harbour Wire',
    published: '2021-12-31',
    modified: '2022-01-01T10:00:00Z',
    author: 'Ines Holm, Jo Vik',
    url: 'https://harbour-wire.example/2021/ferries',
  }

  test('by JSON-LD THEN that is believed, the day as its time zone has it', () => {
    expect(draftOf(page(ld(NEWS)))).toMatchObject(FACTS)
    expect(draftOf(page(ld([{ '@type': 'WebSite', name: 'x' }, NEWS])))).toMatchObject(FACTS)
  })

  test('by JSON-LD whose parts refer to each other THEN they are found', () => {
    const graph = [
      { ...NEWS, author: { '@id': '#ines' }, publisher: { '@id': '#wire' } },
      { '@type': 'Organization', '@id': '#wire', name: 'Harbour Wire' },
      { '@type': 'Person', '@id': '#ines', name: 'Ines Holm' },
    ]
    expect(draftOf(page(ld({ '@graph': graph })))).toMatchObject({ ...FACTS, author: 'Ines Holm' })
  })

  test('by JSON-LD that is broken or of something else THEN the rest of the page is asked', () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle",</script>${ld({ '@type': 'Recipe', name: 'Soup' })}<meta property="og:title" content="Ferries stop">`
    expect(draftOf(page(head)).title).toBe('Ferries stop')
  })

  test('by OpenGraph THEN that is believed', () => {
    const head = `
      <title>Ferries stop | Harbour Wire</title>
      <meta property="og:title" content="Ferries stop as ice closes the strait &#8211; Harbour Wire">
      <meta property="og:site_name" content="Harbour Wire">
      <meta property="og:url" content="/2021/ferries">
      <meta property="article:published_time" content="2021-12-31T10:00:00+00:00">
      <meta property="article:modified_time" content="2022-01-01T10:00:00Z">
      <meta property="article:author" content="https://social.example/ines">
      <meta name="author" content="Ines Holm, Jo Vik">`
    expect(draftOf(page(head))).toMatchObject({
      ...FACTS,
      url: 'https://www.harbour-wire.example/2021/ferries',
    })
  })

  test.each([
    ['<time>', '<time datetime="2021-12-31T10:00">yesterday</time>'],
    ['microdata', '<span itemprop="datePublished" content="2021-12-31">yesterday</span>'],
    ['the words of a <time>', '<time pubdate>December 31, 2021</time>'],
  ])('the day by %s THEN that is believed', (_, html) => {
    const body = `<article><h1>Ferries stop</h1>${html}${BODY}</article>`
    expect(draftOf(page('', body)).published).toBe('2021-12-31')
  })

  test.each([
    ['https://harbour-wire.example/2021/12/31/ferries', '2021-12-31'],
    ['https://harbour-wire.example/world/2021/dec/31/ferries', '2021-12-31'],
    ['https://harbour-wire.example/ferries-2021-12-31', '2021-12-31'],
    ['https://harbour-wire.example/2021/13/31/ferries', null],
    ['https://harbour-wire.example/12345678', null],
  ])('the day by nothing but its address %s THEN it is %s', (url, day) => {
    expect(draftOf(page(''), url).published).toBe(day)
  })

  test('that its address is on another site THEN that is not believed', () => {
    const head = '<link rel="canonical" href="https://great-paper.example/story"><title>Ferries stop</title>'
    expect(draftOf(page(head)).url).toBe('https://www.harbour-wire.example/ferries')
    const mobile =
      '<link rel="canonical" href="https://www.harbour-wire.example/ferries"><title>Ferries stop</title>'
    expect(draftOf(page(mobile), 'https://m.harbour-wire.example/f?ref=x').url).toBe(
      'https://www.harbour-wire.example/ferries',
    )
  })

  test('nothing at all THEN the headline, the site’s name and no day', () => {
    expect(draftOf(page(''))).toMatchObject({
      title: 'Ferries stop',
      outlet: 'harbour-wire.example',
      published: null,
      author: null,
      url: 'https://www.harbour-wire.example/ferries',
    })
  })

  test.each([
    ['2021-12-31T23:30:00-05:00', '2021-12-31'],
    ['2021-12-31 10:00', '2021-12-31'],
    ['20211231', '2021-12-31'],
    ['2021/12/31', '2021-12-31'],
    ['Fri, 31 Dec 2021 10:00:00 GMT', '2021-12-31'],
    ['Friday, December 31, 2021', '2021-12-31'],
    ['December 31, 2021 10:00 AM', '2021-12-31'],
    ['31 December 2021', '2021-12-31'],
    ['12/31/21', '2021-12-31'],
    ['03/04/21', null],
    ['2021-02-30', null],
    ['1970-01-01T00:00:00Z', null],
    ['soon', null],
    ['', null],
  ])('the day as "%s" THEN it is %s', (value, day) => expect(dayOf(value)).toBe(day))
})

describe('GIVEN a page that can’t be an article', () => {
  test.each([
    ['nothing', ''],
    ['no text', '<html><body></body></html>'],
    ['no element', 'just text'],
  ])('%s THEN that is said', (_, html) => {
    expect(refusalInEnglish(draftOfHtml(html, null))).toMatchObject({
      reason: 'No article was found on the page.',
    })
  })

  test('AND it nests very deep THEN it is refused before it is parsed', () => {
    expect(refusalInEnglish(draftOfHtml('<div>'.repeat(100_000), null))).toMatchObject({
      reason: expect.stringMatching(/nests/),
    })
    expect(refusalInEnglish(draftOfHtml('<b><i>'.repeat(100_000), null))).toMatchObject({
      reason: expect.stringMatching(/nests/),
    })
  })

  test.each(['<body>', '<html>', '<colgroup>', '<li><p>', '<tr><li><td><dd>'])(
    'AND it never closes %s, which need not be closed, THEN it is refused before it is parsed',
    (tags) => {
      expect(refusalInEnglish(draftOfHtml(tags.repeat(20_000), null))).toMatchObject({
        reason: expect.stringMatching(/nests/),
      })
    },
  )

  test('AND it closes neither paragraphs nor items nor cells, as it need not, THEN it is read', () => {
    const text = `<p>${FIRST}<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table>`.repeat(1_000)
    expect(draftOfHtml(`<title>Ferries</title><article>${text}</article>`, null)).toMatchObject({
      title: 'Ferries',
    })
  })

  test('AND it has very many elements THEN it is refused before it is parsed', () => {
    expect(refusalInEnglish(draftOfHtml('<p>a</p>'.repeat(200_000), null))).toMatchObject({
      reason: expect.stringMatching(/elements/),
    })
  })

  test('AND it is very large THEN it is refused before it is parsed', () => {
    expect(refusalInEnglish(draftOfHtml('a'.repeat(5_000_001), null))).toMatchObject({
      reason: expect.stringMatching(/characters/),
    })
  })

  test.each([
    ['much text deep down', '<div>'.repeat(500) + `<p>${FIRST}</p>`.repeat(30_000) + '</div>'.repeat(500)],
    ['many elements deep down', '<div>'.repeat(500) + '<b>a</b>'.repeat(40_000) + '</div>'.repeat(500)],
    ['text in tables in tables', '<table><tr><td>'.repeat(160) + `<p>${FIRST}</p>`.repeat(30_000)],
    ['text in millions of pieces', `<p>${'< '.repeat(2_400_000)}</p>`],
    ['a million entities', `<p>${'&amp;'.repeat(900_000)}</p>`],
  ])('AND it has %s THEN it is refused before it is parsed', (_, body) => {
    expect(refusalInEnglish(draftOfHtml(`<title>Ferries</title><body>${body}`, null))).toMatchObject({
      reason: expect.stringMatching(/too long to read/),
    })
  })

  test('AND its text is as long, and as deep, as the longest pages of news have it THEN it is read', () => {
    const text = `<div>${`<p>${FIRST} &amp; <a href="/x">so on</a></p>`.repeat(5_000)}</div>`
    expect(
      draftOfHtml(`<title>Ferries</title><body>${'<div>'.repeat(40)}${text}${'</div>'.repeat(40)}`, null),
    ).toMatchObject({ title: 'Ferries' })
  })

  test('AND its tags stand in scripts and comments THEN they don’t count', () => {
    const noise = `<script>${'"<div>"'.repeat(2_000)}</script><!--${'<div>'.repeat(2_000)}--><style>${'<i>'.repeat(2_000)}</style>`
    expect(draftOf(page(noise)).paragraphs).toContain(FIRST)
  })

  test('AND paragraphs and items are never closed THEN they don’t nest', () => {
    expect(
      draftOf(page('', `<article><h1>Ferries stop</h1>${`<p>${FIRST}`.repeat(1_000)}</article>`)),
    ).toHaveProperty('title')
  })
})

test('GIVEN any mark-up THEN there is a draft or a refusal', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      '<script>',
      '</script>',
      '<a href="',
      '&#',
      '&lt;',
      '<table><tr>',
      '<svg>',
      '</body>',
      '<html>',
      '<time datetime="',
      '<meta property="og:url" content="',
      '\0',
      FIRST,
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const result = draftOfHtml(pieces.join(''), 'https://news.example/')
      expect('reason' in result || typeof result.title === 'string').toBe(true)
    }),
    { numRuns: 500 },
  )
})
