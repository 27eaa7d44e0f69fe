import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedDocument } from '../../../src/articles/feeds/feed.js'
import { parseFeed } from '../../../src/articles/feeds/parse.js'
import { refusalInEnglish } from '../../support/english.js'

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
          content: null,
          updated: null,
        },
        {
          key: 'https://news.example/2',
          url: 'https://news.example/2',
          title: 'Bold words',
          published: null,
          content: null,
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
          content: null,
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
    expect(refusalInEnglish(parse(text))).toMatchObject({
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

describe('GIVEN feeds as sites have them', () => {
  const item = (inner: string) => `<item>${inner}</item>`

  test('WHEN all items go by the same name, or by none THEN each is one', () => {
    const same = ['a', 'b', 'c'].map((n) =>
      item(`<title>${n}</title><link>https://x.example/${n}</link><guid>N/A</guid>`),
    )
    expect(itemsOf(rss(same.join(''))).map(({ key }) => key)).toEqual([
      'https://x.example/a',
      'https://x.example/b',
      'https://x.example/c',
    ])
    expect(itemsOf(rss(same[0]!))[0]!.key).toBe('https://x.example/a')
    const twice = item('<title>a</title><link>https://x.example/a</link><guid>tag:7</guid>')
    expect(itemsOf(rss(twice + twice))[0]!.key).toBe('tag:7')
  })

  test('WHEN links are relative to an xml:base THEN they are followed from there', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/news/"><title>W</title>
      <entry xml:base="2024/"><id>1</id><title>a</title><link href="a"/></entry>
      <entry><id>2</id><title>b</title><link href="b"/></entry></feed>`
    expect(itemsOf(text).map(({ url }) => url)).toEqual([
      'https://wire.example/news/2024/a',
      'https://wire.example/news/b',
    ])
  })

  test.each([
    ['Vote: 5 &lt; 7 in the south, 9 &gt; 3 in the north', 'Vote: 5 < 7 in the south, 9 > 3 in the north'],
    ['Ferries &amp;amp; ice: &amp;#8216;enough&amp;#8217;', 'Ferries & ice: ‘enough’'],
    ['<![CDATA[Ferries <em class="x">stop</em>&nbsp;again]]>', 'Ferries stop again'],
    ['&lt;b&gt;Ferries&lt;/b&gt; stop', 'Ferries stop'],
    ['AT&amp;T cuts 3<5 jobs'.replace('<', '&lt;'), 'AT&T cuts 3<5 jobs'],
  ])('WHEN a title is “%s” THEN it reads “%s”', (title, read) => {
    expect(itemsOf(rss(item(`<title>${title}</title><link>https://x.example/1</link>`)))[0]!.title).toBe(read)
  })

  test('WHEN the declared encoding is not that of the bytes THEN the bytes decide', () => {
    const utf8 = new TextEncoder().encode(
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Österbrücke “Post”</title></channel></rss>`,
    )
    expect(parseFeed({ bytes: utf8, contentType: 'application/xml', url: BASE })).toMatchObject({
      title: 'Österbrücke “Post”',
    })
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Österbrücke Süd</title></channel></rss>`,
      'latin1',
    )
    expect(
      parseFeed({ bytes: latin, contentType: 'application/xml; charset=utf-8', url: BASE }),
    ).toMatchObject({
      title: 'Österbrücke Süd',
    })
  })

  test('WHEN an item holds its article THEN that is kept; a line or two are not', () => {
    const long =
      'The ferries between Lorne and the islands stopped on Tuesday, the harbour master said. '.repeat(8)
    const [full, short, summary] = itemsOf(
      rss(
        item(
          `<link>https://x.example/1</link><description>Short.</description><content:encoded><![CDATA[<p>${long}</p>]]></content:encoded>`,
        ) +
          item('<link>https://x.example/2</link><description>Short.</description>') +
          item(`<link>https://x.example/3</link><description>${long}</description>`),
      ).replace('<rss ', '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '),
    )
    expect(full!.content).toContain('<p>The ferries')
    expect(short!.content).toBeNull()
    expect(summary!.content).toContain('The ferries')
  })
})
