import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/articles/drafts/draft.js'
import { draftOfHtml } from '../../../src/articles/drafts/html.js'
import { refusalInEnglish } from '../../support/english.js'

const sentence = (n: number) =>
  `<p>The ferry number ${n} did not leave the harbour of Lorne on Tuesday, when ice had closed the sound, and nobody on the pier could tell how long it would stay there.</p>`
const body = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => sentence(from + n)).join('')
const COOKIES = [
  'We and our 340 partners store cookies on your device to show you personalised advertising and to measure our audience.',
  'You can accept or reject them, and you can withdraw your consent at any time in our cookie settings.',
  'Some of our vendors process your personal data on the basis of legitimate interest, to which you can object.',
  'Your browsing data may be combined with other data that our partners have of you.',
]
  .map((line) => `<p>${line}</p>`)
  .join('')

function textOf(html: string): string {
  const draft = draftOfHtml(
    `<!doctype html><html><head><title>Ferries stop</title></head><body>${html}</body></html>`,
    null,
  )
  return isRefusal(draft) ? refusalInEnglish(draft).reason! : draft.paragraphs.join('\n')
}

describe('GIVEN a page with a layer that asks for consent', () => {
  test.each([
    'consent-layer',
    'qc-cmp2-container',
    'x7f',
    'sp_message_container_81',
    'fc-consent-root',
    'overlay',
  ])('WHEN it is called %s and is longer than the article THEN the article is found alone', (name) => {
    const text = textOf(
      `<div class="${name}" id="${name}">${COOKIES}${COOKIES}</div><main><h1>Ferries stop</h1>${body(1, 4)}</main>`,
    )
    expect(text).toContain('ferry number 1')
    expect(text).toContain('ferry number 3')
    expect(text).not.toMatch(/cookie|partners|consent/)
  })

  test('WHEN there is nothing else THEN no article was found', () => {
    expect(textOf(`<div>${COOKIES}</div>`)).toMatch(/No article/)
  })

  test('WHEN the article is about cookies THEN it stays', () => {
    const news =
      'A court in Altona fined the portal for cookies that it had set without the consent of its readers, the regulator said.'
    expect(textOf(`<main><h1>Portal fined</h1>${`<p>${news}</p>`.repeat(4)}</main>`)).toContain(
      'court in Altona',
    )
  })
})

describe('GIVEN a page whose first sentence stands in its head', () => {
  test.each([
    '<article><header><h1>Ferries stop</h1><p class="standfirst">LEAD</p></header><div class="body">BODY</div></article>',
    '<article><div class="article-header"><h1>Ferries stop</h1><p>LEAD</p></div><div>BODY</div></article>',
    '<main><h1>Ferries stop</h1><h2 class="dek">LEAD</h2><div class="meta">By Ana Lund</div><section>BODY</section></main>',
  ])('THEN it is kept, once', (html) => {
    const lead = 'Three islands have food for two weeks, their councils say.'
    const text = textOf(html.replace('LEAD', lead).replace('BODY', body(1, 9)))
    expect(text.split(lead)).toHaveLength(2)
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf('ferry number 1'))
  })
})

describe('GIVEN a page with several times', () => {
  const published = (html: string) => {
    const draft = draftOfHtml(
      `<html><head><title>Ferries stop</title></head><body>${html}</body></html>`,
      null,
    )
    return isRefusal(draft) ? null : draft.published
  }

  test.each([
    [
      'a teaser’s stands before it',
      `<aside><a href="/x">Storm</a><time datetime="2009-01-01">2009</time></aside>HEAD`,
    ],
    [
      'a link’s stands before it',
      `<ul><li><a href="/x">Storm <time datetime="2009-01-01">2009</time></a></li></ul>HEAD`,
    ],
    [
      'a comment’s stands behind it',
      `HEAD<div class="comments"><time datetime="2024-01-01">2024</time></div>`,
    ],
    [
      'a sentence holds another',
      `<p>On <time datetime="2001-09-11">that day</time> ${'the harbour was closed for the first time since the great storm of the century, '.repeat(2)} they say.</p>HEAD`,
    ],
    ['an update’s stands before it', `<time class="updated" datetime="2023-03-16">16 March</time>HEAD`],
  ])('WHEN %s THEN the article’s own counts', (_, page) => {
    const head = '<h1>Ferries stop</h1><time datetime="2023-03-14T06:00:00Z">14 March</time>'
    expect(published(`<article>${page.replace('HEAD', head)}${body(1, 6)}</article>`)).toBe('2023-03-14')
  })
})
