import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedDocument } from '../../../src/articles/feeds/feed.js'
import { parseFeed } from '../../../src/articles/feeds/parse.js'

const BASE = 'https://news.example/feed.xml'
const parse = (text: string, contentType = 'application/xml') =>
  parseFeed({ bytes: new TextEncoder().encode(text), contentType, url: BASE })
const itemsOf = (text: string) => (parse(text) as FeedDocument).items

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Harbour Wire</title>${items}</channel></rss>`

describe('GIVEN a feed', () => {
  test('of RSS THEN its items are named, dated and linked', () => {
    const text = rss(`<item><title>Ferries &amp; ice</title><link>https://news.example/1</link>
      <guid isPermaLink="false">tag:1</guid><pubDate>Fri, 31 Dec 2021 23:30:00 -0500</pubDate></item>
      <item><title><![CDATA[<b>Bold</b> words]]></title><guid>https://news.example/2</guid></item>`)
    expect(parse(text)).toEqual({
      title: 'Harbour Wire',
      items: [
        {
          key: 'tag:1',
          url: 'https://news.example/1',
          title: 'Ferries & ice',
          published: '2021-12-31',
          updated: null,
        },
        {
          key: 'https://news.example/2',
          url: 'https://news.example/2',
          title: 'Bold words',
          published: null,
          updated: null,
        },
      ],
    })
  })

  test('of Atom THEN likewise, with the last change', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>tag:1</id><title>Ferries</title>
      <link rel="enclosure" href="https://news.example/1.mp3"/><link href="/1"/>
      <published>2021-12-31T10:00:00Z</published><updated>2022-01-01T10:00:00Z</updated></entry></feed>`
    expect(parse(text)).toEqual({
      title: 'Harbour Wire',
      items: [
        {
          key: 'tag:1',
          url: 'https://news.example/1',
          title: 'Ferries',
          published: '2021-12-31',
          updated: '2022-01-01T10:00:00Z',
        },
      ],
    })
  })

  test('of JSON THEN likewise', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour Wire',
      items: [
        {
          id: '1',
          url: 'https://news.example/1',
          title: 'Ferries',
          content_text: 'x',
          date_published: '2021-12-31T10:00:00Z',
        },
      ],
    })
    expect(parse(text, 'application/feed+json')).toMatchObject({
      title: 'Harbour Wire',
      items: [{ key: '1', url: 'https://news.example/1', title: 'Ferries', published: '2021-12-31' }],
    })
  })

  test('of RDF THEN likewise', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Harbour Wire</title></channel>
      <item rdf:about="https://news.example/1"><title>Ferries</title><link>https://news.example/1</link><dc:date>2021-12-31T10:00:00Z</dc:date></item></rdf:RDF>`
    expect(parse(text)).toMatchObject({ items: [{ url: 'https://news.example/1', published: '2021-12-31' }] })
  })

  test('in another encoding THEN it is read in that', () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Fähre</title></channel></rss>'
    const bytes = Uint8Array.from(Buffer.from(text, 'latin1'))
    expect(parseFeed({ bytes, contentType: 'application/xml', url: BASE })).toMatchObject({ title: 'Fähre' })
  })

  test('whose items lead to no web page THEN they are left out', () => {
    const links = ['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.example', 'http://', '']
    expect(
      itemsOf(rss(links.map((link) => `<item><title>x</title><link>${link}</link></item>`).join(''))),
    ).toEqual([])
  })

  test('with very many items THEN the first five hundred are read', () => {
    const items = Array.from(
      { length: 2_000 },
      (_, n) => `<item><link>https://news.example/${n}</link></item>`,
    )
    expect(itemsOf(rss(items.join('')))).toHaveLength(500)
  })

  test('with the document type of RSS 0.91 THEN it is read', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    expect(itemsOf(rss('<item><link>https://news.example/1</link></item>', doctype))).toHaveLength(1)
  })

  test('that writes about entities in its text THEN it is read', () => {
    const item =
      '<item><title><![CDATA[What <!ENTITY means]]></title><link>https://news.example/1</link></item>'
    expect(itemsOf(rss(`${item}<!-- <!ENTITY a "b"> -->`))).toHaveLength(1)
  })
})

describe('GIVEN a feed that is none, or hostile', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

  test.each([
    [
      'entities that unfold to gigabytes',
      rss('<item><title>&l9;</title></item>', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`),
      /entities/,
    ],
    [
      'an entity that names a file',
      rss('<item><title>&f;</title></item>', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      /entities/,
    ],
    ['entities below its root', rss('<!DOCTYPE x [<!ENTITY l0 "ha">]><item/>'), /entities/],
    ['a document type with parameters', rss('', '<!DOCTYPE x [ %remote; ]>'), /entities/],
    ['a page', '<!doctype html><html><body>Not found</body></html>', /no feed/],
    ['a list of JSON', '[1, 2, 3]', /no feed/],
    ['half of a feed of JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": [', /no feed/],
    ['nothing', '', /no feed/],
    ['deep nesting', '<rss>'.repeat(100_000), /no feed/],
  ])('%s THEN that is said', (_, text, reason) => {
    expect(parse(text)).toMatchObject({
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(/\.$/),
    })
  })

  test('any mark-up THEN there are items or a refusal', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<rss version="2.0">',
        '<channel>',
        '<item>',
        '</item>',
        '<link>',
        '</link>',
        'https://news.example/1',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        '<entry>',
        '<link href="',
        '"/>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '&amp;',
        '&#0;',
        '<!DOCTYPE',
        '{"version":"https://jsonfeed.org/version/1","items":[',
        '<pubDate>',
        '__proto__',
        '<constructor>',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const result = parse(pieces.join(''))
        expect('reason' in result || Array.isArray(result.items)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})
