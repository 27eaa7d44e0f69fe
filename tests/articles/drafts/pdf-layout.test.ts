import { expect, test } from 'vitest'
import { paragraphsOfPages } from '../../../src/articles/drafts/pdf-layout.js'

/** The lines as they stand below one another. */
const read = (...lines: string[]) =>
  paragraphsOfPages(lines.map((text, i) => ({ text, x: 72, y: 700 - 14 * i, size: 11 }))).join('\n')

test.each([
  ['a word is broken', ['The harbour mas-', 'ter waited.'], 'The harbour master waited.'],
  [
    'a compound is broken whose parts stand elsewhere',
    ['The state owned it, and the state-', 'run radio told of it.'],
    'The state owned it, and the state-run radio told of it.',
  ],
  [
    'a compound is broken that begins as compounds do',
    ['They were made by hand, and self-', 'made at that.'],
    'They were made by hand, and self-made at that.',
  ],
  ['what looks like a compound is none', ['A self-', 'ish man came.'], 'A selfish man came.'],
  [
    'the same stands whole elsewhere',
    ['The nonstop train was a non-', 'stop train to the stop.'],
    'The nonstop train was a nonstop train to the stop.',
  ],
  [
    'it is written with a hyphen elsewhere',
    ['The sea-wall held; the sea-', 'wall was new.'],
    'The sea-wall held; the sea-wall was new.',
  ],
])('GIVEN lines where %s THEN it is read as it is meant', (_, lines, right) => {
  expect(read(...lines)).toBe(right)
})
