import { describe, expect, test } from 'vitest'
import { articleLines } from '../../../src/articles/clean/clean.js'
import { type MadePage, PAGES } from './pages.js'

/** Shares of the lines that are the article's and are kept, and of the others that are left out. */
function shares(pages: readonly MadePage[], titled = false) {
  const count = { keep: 0, kept: 0, drop: 0, dropped: 0 }
  for (const { title, lines } of pages) {
    const kept = articleLines(
      lines.map(({ text }) => text),
      titled ? title : null,
    )
    for (const [i, { keep }] of lines.entries()) {
      if (keep) count.keep++
      else count.drop++
      if (keep && kept[i]) count.kept++
      if (!keep && !kept[i]) count.dropped++
    }
  }
  return { kept: count.kept / count.keep, dropped: count.dropped / count.drop }
}

describe('GIVEN pages of many layouts', () => {
  test('THEN there are sixty at least', () => expect(PAGES.length).toBeGreaterThanOrEqual(60))

  test('THEN of a hundred lines of articles 99 are kept, and of a hundred others 90 left out', () => {
    const { kept, dropped } = shares(PAGES)
    expect(kept).toBeGreaterThanOrEqual(0.99)
    expect(dropped).toBeGreaterThanOrEqual(0.9)
  })

  test('WHEN the headline is known THEN it is the same', () => {
    const { kept, dropped } = shares(PAGES, true)
    expect(kept).toBeGreaterThanOrEqual(0.99)
    expect(dropped).toBeGreaterThanOrEqual(0.9)
  })

  test.each([...new Set(PAGES.map(({ layout }) => layout))])(
    'WHEN the layout is “%s” THEN most of it is right',
    (layout) => {
      const { kept, dropped } = shares(PAGES.filter((page) => page.layout === layout))
      expect(kept).toBeGreaterThanOrEqual(0.97)
      expect(dropped).toBeGreaterThanOrEqual(0.75)
    },
  )
})
