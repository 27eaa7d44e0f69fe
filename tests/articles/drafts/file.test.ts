import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../src/articles/clean/lines.js'
import type { Draft } from '../../../src/articles/drafts/draft.js'
import { articleFile, tidy } from '../../../src/articles/drafts/file.js'
import { readFrontMatter } from '../../../src/articles/folder/frontmatter.js'
import { isRejection, parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { refusalInEnglish } from '../../support/english.js'

const DRAFT: Draft = {
  title: 'Ferries stop as ice closes the strait',
  outlet: 'Harbour Wire',
  published: '2021-12-31',
  modified: '2022-01-01T10:00:00.000Z',
  url: 'https://harbour-wire.example/ferries',
  author: 'Ines Holm',
  paragraphs: [
    'The ferries between the islands stopped on Friday.',
    'They will sail again when the ice has gone.',
  ],
}

const parsed = (draft: Draft) => parseArticle('draft.md', articleFile(draft)) as Article
const factsOf = ({ title, outlet, published, modified, url, author }: Draft | Article) => ({
  title,
  outlet,
  published,
  modified: modified ?? null,
  url,
  author,
})

describe('GIVEN a draft', () => {
  test('THEN its file is an article with its facts and its paragraphs', () => {
    const article = parsed(DRAFT)
    expect(factsOf(article)).toEqual(factsOf(DRAFT))
    expect(article.paragraphs.map(({ start, end }) => article.text.slice(start, end))).toEqual(
      DRAFT.paragraphs,
    )
  })

  test.each([
    'The minister: “no”',
    'He said "no" again',
    'The minister\'s "no"',
    '# 5 things: a list - and more',
    '--- ',
    'null',
    '2022',
    '{"a": [1]}',
    '\\n is two characters',
    '&anchor *alias !tag %percent @at `tick`',
  ])('AND its title is %s THEN that is the article’s', (title) => {
    expect(parsed({ ...DRAFT, title }).title).toBe(title.trim())
  })

  test('AND its title holds double quotation marks THEN it can still be cited from the file', () => {
    const { text, title, titleSpan } = parsed({ ...DRAFT, title: 'He said "no" again' })
    expect(text.slice(titleSpan!.start, titleSpan!.end)).toBe(title)
  })

  test('AND a line of it looks like the end of front matter THEN it is a line', () => {
    expect(parsed({ ...DRAFT, paragraphs: ['---', 'title: "Other"', ...DRAFT.paragraphs] }).title).toBe(
      DRAFT.title,
    )
  })

  test('AND it has no title or no text THEN its file is refused', () => {
    expect(parseArticle('draft.md', articleFile({ ...DRAFT, title: ' \n' }))).toMatchObject({
      field: 'title',
    })
    expect(parseArticle('draft.md', articleFile({ ...DRAFT, paragraphs: ['\u200b'] }))).toHaveProperty(
      'reason',
    )
  })
})

describe('GIVEN any draft', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: 'grapheme' }),
    fc.lorem(),
  )
  const yaml = fc.constantFrom(
    '"',
    "'",
    '\\',
    ': ',
    '#',
    '---',
    '\n',
    '\r',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\0',
    '\uD800',
  )
  const hostile = fc.array(fc.oneof(text, yaml), { maxLength: 5 }).map((parts) => parts.join(''))
  const maybe = fc.option(hostile)
  const drafts: fc.Arbitrary<Draft> = fc.record({
    title: hostile,
    outlet: maybe,
    published: fc.oneof(fc.constantFrom('2021-12-31', '2021-02-30', '12/31/21', null), maybe),
    modified: fc.oneof(
      fc.constantFrom('2022-01-01T10:00:00Z', '2022-01-01', 'Sat, 01 Jan 2022 10:00:00 GMT'),
      maybe,
    ),
    url: fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'https://a:b@c.example/'), maybe),
    author: maybe,
    paragraphs: fc.array(hostile, { maxLength: 6 }),
  })

  test('THEN its file says the same facts and holds the same lines', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const expected = tidy(draft)
        const file = articleFile({ ...draft, paragraphs: expected.paragraphs })
        const head = readFrontMatter(file)
        if (expected.title === '') {
          expect(head).toHaveProperty('field', 'title')
          return
        }
        expect(head).not.toHaveProperty('reason')
        const { bodyStart, titleSpan: _, ...facts } = head as Exclude<typeof head, null | { reason: unknown }>
        expect(factsOf(facts as unknown as Article)).toEqual(factsOf(expected))
        expect(linesOf(file, bodyStart).map(({ start, end }) => file.slice(start, end))).toEqual(
          expected.paragraphs,
        )
        expect(Buffer.from(file).toString()).toBe(file)
        expect(file).not.toContain('\0')
        const article = parseArticle('draft.md', file)
        if (isRejection(article)) expect(refusalInEnglish(article).reason).toMatch(/no article text/)
      }),
      { numRuns: 5_000 },
    )
  }, 120_000)

  test('THEN its paragraphs are written as they are: whoever read them has made them lines', () => {
    const line = `ferry\u200b${' '.repeat(3)}stops`
    expect(articleFile({ ...DRAFT, paragraphs: [line] }).endsWith(`\n\n${line}\n`)).toBe(true)
  })

  test('THEN tidying it twice changes nothing more', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(tidy(tidy(draft))).toEqual(tidy(draft))
      }),
    )
  })
})
