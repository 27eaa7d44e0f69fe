import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SortedWords } from '../../../src/retrieval/query/sorted-words.js'

/** As it is defined, letter by letter. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return distance(restOfA, restOfB)
  return 1 + Math.min(distance(restOfA, b), distance(a, restOfB), distance(restOfA, restOfB))
}

describe('words that are spelled nearly like another one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

  it('GIVEN any words THEN those are found that are so many letters away, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.nat(2), (words, asked, edits) => {
        const expected = words
          .map((one) => [one, distance(one, asked)] as const)
          .filter(([, edited]) => edited <= edits)
          .sort(([a], [b]) => (a < b ? -1 : 1))
        expect([...new SortedWords(words).near(asked, edits)]).toEqual(expected)
      }),
    )
  })

  it('GIVEN words that begin alike for longer than most words are THEN they are told apart', () => {
    const long = 'x'.repeat(300)
    expect([...new SortedWords([`${long}b`, `${long}a`]).near(`${long}a`, 0)]).toEqual([[`${long}a`, 0]])
  })
})
