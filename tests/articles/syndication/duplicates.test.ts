import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/articles/model/article.js'
import { reportsOf as inSteps } from '../../../src/articles/syndication/duplicates.js'
import { sharedCount, shinglesOf } from '../../../src/articles/syndication/shingles.js'
import { runToEnd } from '../../../src/lib/cooperative-tasks.js'

function groupReports(articles: readonly Article[]) {
  const { reports, superseded } = runToEnd(inSteps(articles))
  return { reports, superseded }
}

/** Paragraphs of words that no other text has, the same for the same seed. */
function story(seed: string, paragraphs = 8): string[] {
  return Array.from({ length: paragraphs }, (_, p) =>
    Array.from({ length: 40 }, (_, w) => `${seed}${(p * 37 + w * w) % 101}x${w}`).join(' '),
  )
}

interface Facts {
  readonly id: string
  readonly outlet?: string | null
  readonly title?: string
  readonly published?: string | null
  readonly modified?: string
  readonly url?: string
}

function article(facts: Facts, paragraphs: readonly string[]): Article {
  const {
    id,
    outlet = `Outlet ${id}`,
    title = `Title ${id}`,
    published = '2021-12-31',
    modified,
    url = null,
  } = facts
  let at = 0
  const spans = paragraphs.map((text) => {
    const span = { start: at, end: at + text.length }
    at = span.end + 1
    return span
  })
  return {
    id,
    title,
    titleSpan: null,
    outlet,
    published,
    publishedBasis: published === null ? null : 'given',
    url,
    author: null,
    ...(modified && { modified }),
    text: paragraphs.join('\n'),
    paragraphs: spans,
  }
}

const reportsOf = (...articles: Article[]) => groupReports(articles).reports.map(({ articles }) => articles)
const supersededBy = (...articles: Article[]) => Object.fromEntries(groupReports(articles).superseded)

const WIRE = story('wire')

describe('GIVEN a story that several outlets print', () => {
  test.each([
    ['as it is', WIRE],
    ['cut to its first half', WIRE.slice(0, 4)],
    ['without every other paragraph', WIRE.filter((_, i) => i % 2 === 0)],
    ['below paragraphs of their own', [...story('own', 6), ...WIRE]],
    ['with a word changed in each paragraph', WIRE.map((text) => text.replace(/ \S+ /, ' edited '))],
    ['with other marks and capitals', WIRE.map((text) => `${text.toUpperCase()}!`)],
  ])('%s THEN it is one report', (_, printed) => {
    expect(reportsOf(article({ id: 'a' }, WIRE), article({ id: 'b' }, printed))).toEqual([['a', 'b']])
  })

  test('two of which share no more than a speech with a third THEN that is another report', () => {
    const speech = story('speech', 2)
    const third = article({ id: 'c' }, [...story('third', 6), ...speech])
    const printed = [...WIRE, ...speech]
    expect(reportsOf(article({ id: 'a' }, printed), article({ id: 'b' }, printed), third)).toEqual([
      ['a', 'b'],
      ['c'],
    ])
  })

  test('that is two sentences long THEN it is one report', () => {
    const brief = [
      'The ferries between the islands stopped on Friday.',
      'They will sail again when the ice has gone.',
    ]
    expect(reportsOf(article({ id: 'a' }, brief), article({ id: 'b' }, brief))).toEqual([['a', 'b']])
  })

  test('and print again a year later THEN that is another report', () => {
    const later = article({ id: 'b', published: '2022-12-31' }, WIRE)
    expect(reportsOf(article({ id: 'a' }, WIRE), later)).toEqual([['a'], ['b']])
  })

  test('one of which has no date THEN it is one report', () => {
    expect(reportsOf(article({ id: 'a' }, WIRE), article({ id: 'b', published: null }, WIRE))).toEqual([
      ['b', 'a'],
    ])
  })

  test('two thousand times THEN it is one report', () => {
    const reprints = Array.from({ length: 2_000 }, (_, n) => article({ id: `${n}` }, WIRE))
    expect(reportsOf(...reprints)).toHaveLength(1)
  })
})

describe('GIVEN two stories of one outlet', () => {
  const first = article({ id: 'a', outlet: 'Harbour Wire' }, WIRE)

  test('that share their background THEN they are two reports', () => {
    const second = article({ id: 'b', outlet: 'harbour wire' }, [...story('news', 4), ...WIRE.slice(4)])
    expect(reportsOf(first, second)).toEqual([['a'], ['b']])
  })

  test('one of which is the other reworked THEN they are one report, and neither is out of date', () => {
    const second = article({ id: 'b', outlet: 'Harbour Wire', published: '2022-01-01' }, [
      ...WIRE.slice(1),
      ...story('new', 1),
    ])
    expect(reportsOf(first, second)).toEqual([['a', 'b']])
    expect(supersededBy(first, second)).toEqual({})
  })
})

describe('GIVEN versions of one article', () => {
  const url = 'https://harbour-wire.example/ferries'
  const version = (id: string, facts: Partial<Facts>, paragraphs: readonly string[] = WIRE) =>
    article({ id, outlet: 'Harbour Wire', title: 'Ferries stop', ...facts }, paragraphs)

  test('at one address THEN the latest replaces all others, whatever they say', () => {
    const versions = [
      version('a', { url, published: '2021-12-30', title: 'Ferries sail' }, story('first')),
      version('b', { url: `${url}#top`, published: '2021-12-31' }, story('second')),
      version('c', { url, published: '2022-01-01' }, story('third')),
    ]
    expect(supersededBy(...versions)).toEqual({ a: 'c', b: 'c' })
    expect(reportsOf(...versions)).toEqual([['a', 'b', 'c']])
  })

  test('of one day THEN the times of their changes tell', () => {
    const [early, late] = ['2021-12-31T10:00:00.000Z', '2021-12-31T18:00:00.000Z']
    const versions = [version('a', { url, modified: late }), version('b', { url, modified: early })]
    expect(supersededBy(...versions)).toEqual({ b: 'a' })
  })

  test('of one day, of which nothing tells which is later THEN none is replaced, and they are one report', () => {
    const versions = [version('a', { url }), version('b', { url }, [...WIRE, ...story('more', 1)])]
    expect(supersededBy(...versions)).toEqual({})
    expect(reportsOf(...versions)).toEqual([['a', 'b']])
  })

  test('under one title THEN the later replaces the earlier, if it shares some of its text', () => {
    const earlier = version('a', {})
    const reworked = version('b', { published: '2022-01-01' }, [...story('new', 5), ...WIRE.slice(0, 4)])
    const column = version('c', { published: '2022-01-02' }, story('other'))
    expect(supersededBy(earlier, reworked)).toEqual({ a: 'b' })
    expect(supersededBy(earlier, column)).toEqual({})
  })

  test('under one title at two outlets THEN none is replaced', () => {
    expect(
      supersededBy(version('a', {}), version('b', { outlet: 'Eastern Desk', published: '2022-01-01' })),
    ).toEqual({})
  })

  test('one of which has no date THEN none is replaced', () => {
    expect(supersededBy(version('a', { url, published: null }), version('b', { url }))).toEqual({})
  })
})

describe('GIVEN any articles', () => {
  const seeds = fc.constantFrom('ice', 'dam', 'vote')
  const articles = fc
    .array(
      fc.record({
        outlet: fc.constantFrom('Harbour Wire', 'Eastern Desk', null),
        title: fc.constantFrom('Ferries stop', 'Dam holds', ''),
        published: fc.constantFrom('2021-12-30', '2021-12-31', '2022-02-01', null),
        url: fc.constantFrom('https://a.example/1', 'https://a.example/2'),
        paragraphs: fc.array(
          fc.tuple(seeds, fc.nat(7)).map(([seed, n]) => story(seed)[n]!),
          { maxLength: 6 },
        ),
      }),
      { maxLength: 12 },
    )
    .map((drawn) => drawn.map(({ paragraphs, ...facts }, i) => article({ id: `${i}`, ...facts }, paragraphs)))

  test('THEN each is in one report, and what replaces one is itself not replaced', () => {
    fc.assert(
      fc.property(articles, (drawn) => {
        const { reports, superseded } = groupReports(drawn)
        expect(reports.flatMap((report) => report.articles).toSorted()).toEqual(
          drawn.map(({ id }) => id).toSorted(),
        )
        for (const [old, latest] of superseded) {
          expect(superseded.has(latest)).toBe(false)
          expect(reports.find((report) => report.articles.includes(old))?.articles).toContain(latest)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('THEN the order in which they are given does not matter', () => {
    fc.assert(
      fc.property(
        articles.chain((drawn) =>
          fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
        ),
        ([drawn, shuffled]) => {
          expect(groupReports(shuffled)).toEqual(groupReports(drawn))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('the runs of words of a text', () => {
  test('are as many as there are words after the fourth, each once', () => {
    expect(shinglesOf('one two three four five six seven').runs).toHaveLength(3)
    expect(shinglesOf('one two one two one two one two').runs).toHaveLength(2)
    expect(shinglesOf('one two').runs).toHaveLength(1)
    expect(shinglesOf('… – !').runs).toHaveLength(0)
  })

  test('are looked up by a few, one of which stands in all that share twenty words in a row', () => {
    const word = fc.stringMatching(/^[a-z]{1,4}$/)
    const words = fc.array(word, { maxLength: 60 }).map((list) => list.join(' '))
    const passage = fc.array(word, { minLength: 20, maxLength: 40 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.tuple(words, words, words, words), passage, ([a, b, c, d], shared) => {
        const one = shinglesOf(`${a} ${shared} ${b}`).sample
        const other = shinglesOf(`${c} ${shared} ${d}`).sample
        expect(sharedCount(one, other)).toBeGreaterThan(0)
      }),
    )
  })

  test('are counted as sets are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.uniqueArray(fc.nat(50)), (a, b) => {
        const lists = [a, b].map((list) => Uint32Array.from(list).sort())
        expect(sharedCount(lists[0]!, lists[1]!)).toBe(a.filter((x) => b.includes(x)).length)
      }),
    )
  })
})
