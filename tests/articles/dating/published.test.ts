import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/articles/drafts/draft.js'
import { draftOfHtml } from '../../../src/articles/drafts/html.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { DATE_LINES } from './date-lines.js'

const BODY = [
  'The ferries between the islands stopped when the ice came, the harbour master told reporters.',
  'Nobody knows when they will run again, and the islands have food for some weeks only.',
  'The council will ask the navy for a ship that can break the ice, said its chairwoman, Mira Solheim.',
]

const pasted = (...lines: string[]) => parseArticle('a.txt', lines.join('\n\n')) as Article
const marked = (...lines: string[]) =>
  parseArticle('a.md', `---\ntitle: Ferries stop\n---\n${lines.join('\n\n')}\n`) as Article
const page = (...lines: string[]) =>
  draftOfHtml(
    `<html><head><title>Ferries stop</title></head><body><nav><a href="/">Home</a></nav><article>
     <h1>Ferries stop for the winter</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article>
     <aside><p>Other news</p><p>1 January 2009</p></aside></body></html>`,
    null,
  )

describe.each(DATE_LINES)('GIVEN the line “%s”', (line, day) => {
  test('WHEN it stands under the headline of a pasted text THEN it tells the day', () => {
    const { published, publishedBasis, unclearDate } = pasted('Ferries stop', line, ...BODY)
    expect(published).toBe(day)
    expect(publishedBasis).toBe(day && 'printed')
    if (day === null && !line.includes('31 February')) expect(unclearDate).toBe(line)
  })

  test('WHEN it stands above the text of a Markdown file THEN it tells the day', () => {
    expect(marked(line, ...BODY).published).toBe(day)
  })

  test('WHEN it stands on a page THEN it tells the day', () => {
    const draft = page(line, ...BODY)
    expect(isRefusal(draft) ? draft : draft.published).toBe(day)
  })
})

describe('GIVEN a text AND a date that is not its own', () => {
  const none = { published: null, publishedBasis: null }

  test.each([
    [
      'a date in a sentence',
      ['The ferries had not stopped since 3 January 2002, the ministry said.', ...BODY],
    ],
    [
      'a comment’s',
      [...BODY, 'Leave a Reply', 'Per Oke', 'Posted on March 14, 2023', 'I had to wait for hours.'],
    ],
    ['a link’s', [...BODY, 'Related articles', 'Storm over the islands', 'March 14, 2023']],
    ['an anniversary', ['Storm of 14 March 1962', ...BODY]],
    ['two days', ['14 March 2023', '15 March 2023', ...BODY]],
    ['a life’s', ['Mira Solheim, 8 February 1923 – 3 May 2001', ...BODY]],
    [
      'that of each entry of a chronicle',
      ['14 March 2023 – The ice came.', '20 March 2023 – The ferries ran again.', ...BODY],
    ],
    ['a heading’s between paragraphs', [...BODY.slice(0, 1), 'Solheim 14 March 2023', ...BODY.slice(1)]],
    [
      'an old picture’s',
      [...BODY, 'In this file photo of 14 March 2014, a ferry leaves. (AP Photo/Per Oke)'],
    ],
  ])('WHEN it is %s THEN the text has none', (_, lines) => {
    expect(pasted('Ferries stop', ...lines)).toMatchObject(none)
  })
})

describe('GIVEN a text without a date line', () => {
  test('WHEN a caption tells the day of its picture THEN that is the day, and it says so', () => {
    const caption =
      'Per Oke / Coast Radio via AP In this image, a ferry leaves Lorne, Tuesday, March 14, 2023.'
    expect(pasted('Ferries stop', ...BODY, caption, BODY[1]!)).toMatchObject({
      published: '2023-03-14',
      publishedBasis: 'inferred: caption',
    })
  })

  test.each([
    [
      'its weekday and a year that is told',
      ['Published Tuesday, March 14'],
      'It was the first time since 2023.',
      '2023-03-14',
      'weekday',
    ],
    [
      'the copyright',
      ['LORNE, Mar 14 (Wire) – The ferries stopped, the mayor of Lorne told reporters.'],
      '© 2023 Coast Mail',
      '2023-03-14',
      'copyright',
    ],
  ])('WHEN a day without a year has it from %s THEN it says so', (_, head, evidence, day, basis) => {
    expect(pasted('Ferries stop', ...head, ...BODY, evidence)).toMatchObject({
      published: day,
      publishedBasis: `inferred: ${basis}`,
    })
  })

  test('WHEN the dateline agrees with one reading of the figures THEN that is meant', () => {
    const text = pasted('Ferries stop', '03/04/2023', 'LORNE, April 3 (Wire) – The ferries stopped.', ...BODY)
    expect(text).toMatchObject({ published: '2023-04-03', publishedBasis: 'printed' })
  })
})

describe('GIVEN a text as it was copied from a page', () => {
  test('WHEN the outlet and the day stand above the headline THEN the headline is the title', () => {
    expect(
      pasted('The Coast Mail', 'Tuesday, March 14, 2023', 'Ferries stop for the winter', ...BODY),
    ).toMatchObject({
      title: 'Ferries stop for the winter',
      outlet: 'The Coast Mail',
      outletBasis: 'masthead',
      published: '2023-03-14',
    })
  })

  test.each([
    ['By Ana Lund, Coast News, 14 March 2023', 'Coast News', 'byline'],
    ['BBC News, 14 March 2023', 'BBC News', 'byline'],
    ['LORNE, Norland (AP) – The ferries stopped, the mayor said.', 'AP', 'dateline'],
    ['LORNE, March 14 (Harbour Wire) - The ferries stopped, the mayor said.', 'Harbour Wire', 'dateline'],
  ])('WHEN it has “%s” THEN the outlet is %s', (line, outlet, outletBasis) => {
    expect(pasted('Ferries stop', line, ...BODY)).toMatchObject({ outlet, outletBasis })
  })

  test.each([
    ['By Ana Lund'],
    ['Storm warning, 14 March 2023'],
    ['The mayor (Ana Lund) – a woman of few words – said no.'],
  ])('WHEN it has “%s” THEN no outlet is made of that', (line) => {
    expect(pasted('Ferries stop for the Coast News', line, ...BODY).outlet).toBeNull()
  })

  test('WHEN a word of a menu is its headline THEN it is that', () => {
    expect(pasted('War', ...BODY).title).toBe('War')
  })
})
