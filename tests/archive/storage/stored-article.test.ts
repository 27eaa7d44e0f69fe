import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventMention, Interval } from '../../../src/annotate/annotations.js'
import { decode, encode, prepareArticle } from '../../../src/archive/ingest/prepare.js'
import { pack, StoredArticle } from '../../../src/archive/storage/stored-article.js'
import { isRejection, parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article, Span } from '../../../src/articles/model/article.js'
import { FLOOD } from '../../support/flood.js'

/** Any text, even with half of a surrogate pair in it. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)
const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 })
const spanning = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T & Span> =>
  fc
    .tuple(fc.nat(6_000_000), fc.nat(100_000), fc.record(fields))
    .map(([start, length, rest]) => ({ start, end: start + length, ...rest }) as T & Span)
const span = spanning({})
const place = fc.nat(100_000)
const places = list(place)

const interval: fc.Arbitrary<Interval> = fc.record({
  start: text,
  end: text,
  grain: fc.constantFrom('instant', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century'),
  approximate: fc.boolean(),
})
const date = spanning({
  text,
  type: fc.constantFrom('DATE', 'TIME', 'DURATION', 'SET'),
  value: text,
  interval: maybe(interval),
})
const speaker = spanning({
  name: text,
  role: maybe(text),
  via: maybe(text),
  confidence: fc.constantFrom('explicit', 'resolved', 'unclear'),
})
const quotation = spanning({
  direct: fc.boolean(),
  speaker: maybe(speaker),
  cue: maybe(spanning({ text })),
  context: span,
})
const name = spanning({
  name: text,
  kind: fc.constantFrom('person', 'organisation', 'place', 'other'),
  role: maybe(text),
})
const event = fc.record({
  date,
  sentence: span,
  clause: list(span),
  adverbial: span,
  status: fc.constantFrom('planned', 'happening', 'past', 'cancelled', 'hypothetical'),
  reporting: fc.boolean(),
  participants: list(text),
  places: list(text),
}) as fc.Arbitrary<EventMention>

const REQUIRED = [
  'id',
  'title',
  'titleSpan',
  'outlet',
  'published',
  'publishedBasis',
  'url',
  'author',
  'text',
  'paragraphs',
] as const satisfies (keyof Article)[]

const prepared = fc
  .record({
    article: fc.record(
      {
        id: text,
        title: text,
        titleSpan: maybe(span),
        outlet: maybe(text),
        published: maybe(text),
        publishedBasis: fc.constantFrom('given', 'printed', 'inferred: caption', null),
        unclearDate: text,
        outletBasis: fc.constantFrom('link', 'byline'),
        url: maybe(text),
        author: maybe(text),
        modified: text,
        text,
        paragraphs: list(span),
      },
      { noNullPrototype: true, requiredKeys: [...REQUIRED] },
    ),
    annotations: fc.record({
      sentences: list(spanning({ paragraph: place })),
      passages: list(spanning({ paragraph: place })),
      quotations: list(quotation),
      dates: list(date),
      names: list(name),
      events: list(event),
    }),
    terms: fc.record({
      distinct: list(text),
      written: list(text),
      title: places,
      passages: list(places),
      quotations: list(places),
    }),
    eventTerms: fc.record({
      distinct: list(text),
      title: places,
      events: list(fc.record({ passage: place, sentence: places, clause: places, date: places })),
      passages: list(places),
      runs: list(text),
      acronyms: list(text),
    }),
    fingerprint: text,
    print: text,
  })
  .map(({ article, annotations, ...rest }) => ({ ...rest, article, annotated: { ...annotations, article } }))

/** All that it holds, as plain data. */
const unfolded = ({ article, annotated, terms, eventTerms, fingerprint, print }: StoredArticle) => ({
  article: { ...article },
  annotated: { ...annotated, article: { ...article } },
  terms,
  eventTerms,
  fingerprint,
  print,
})

describe('an article kept as bytes', () => {
  it('GIVEN any annotations THEN all of them are read back as they were', () => {
    fc.assert(
      fc.property(prepared, (one) => {
        const stored = new StoredArticle(pack(one as never), one.article.text)
        expect(unfolded(stored)).toEqual(one)
        // Asked for again, its parts are those that are kept.
        expect(unfolded(stored)).toEqual(one)
      }),
    )
  })

  it('GIVEN articles as they are annotated THEN they are the same, though many others are opened', () => {
    const articles = Object.entries(FLOOD).map(([id, text]) => parseArticle(id, text) as Article)
    const many = Array.from({ length: 100 }, () => articles).flat()
    const stored = many.map((article) => new StoredArticle(pack(prepareArticle(article)), article.text))
    for (const [index, one] of stored.entries()) {
      const { annotated, ...rest } = prepareArticle(many[index]!)
      expect(unfolded(one)).toEqual({ ...rest, annotated: { ...annotated, article: rest.article } })
    }
    expect(stored[0]!.annotated.quotations).toEqual(prepareArticle(articles[0]!).annotated.quotations)
  })

  it('GIVEN a file that is no article THEN why it is none is kept', () => {
    const file = { id: 'broken.md', text: '---\ntitle: Broken\npublished: 2023-02-30\n---\nText.\n' }
    const rejection = parseArticle(file.id, file.text)
    expect(isRejection(rejection)).toBe(true)
    expect(decode(encode(rejection as never), file)).toEqual(rejection)
  })
})
