import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeVectors,
  encodeVectors,
  LEAST_ALIKE,
  neighboursOf,
  similarity,
  wordVectors,
} from '../../src/text/vectors.js'

describe('word vectors', () => {
  it.each([
    ['quake', 'earthquake', 'budget'],
    ['killed', 'dead', 'elected'],
    ['resigned', 'quit', 'flooded'],
    ['president', 'minister', 'river'],
    ['oil', 'petroleum', 'verdict'],
    ['vaccine', 'flu', 'treaty'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(similarity(word, near)).toBeGreaterThan(similarity(word, far) + 0.2)
  })

  it('GIVEN capitals THEN the same word', () => {
    expect(similarity('Quake', 'QUAKE')).toBe(1)
  })

  it('GIVEN a word that is not known THEN it is like nothing but itself', () => {
    expect(similarity('qwrtzx', 'oil')).toBe(0)
    expect(similarity('qwrtzx', 'Qwrtzx')).toBe(1)
  })

  it('GIVEN a word THEN its neighbours are all that are nearer than the bound, each with its cosine', () => {
    const { words } = wordVectors()
    for (const word of ['oil', 'quake', words.at(-1)!]) {
      const near = words.filter((other) => similarity(word, other) > LEAST_ALIKE)
      const neighbours = neighboursOf(word)
      expect([...neighbours.keys()].sort()).toEqual(near.sort())
      for (const [other, cosine] of neighbours) expect(cosine).toBe(similarity(word, other))
    }
  })

  it('GIVEN a word that is not known THEN it is its only neighbour', () => {
    expect([...neighboursOf('Qwrtzx')]).toEqual([['qwrtzx', 1]])
  })

  it('GIVEN any two words THEN a cosine, the same both ways', () => {
    const { size, similarityAt } = wordVectors()
    const word = fc.integer({ min: 0, max: size - 1 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(Math.abs(similarityAt(a, b))).toBeLessThanOrEqual(1.0001)
        expect(similarityAt(a, b)).toBe(similarityAt(b, a))
      }),
    )
  })

  it('GIVEN vectors written THEN they are read with their directions', () => {
    const table = decodeVectors(
      encodeVectors(
        ['sea', 'lake', 'law'],
        [
          [1, 0.5],
          [0.9, 0.5],
          [-0.2, 1],
        ],
      ),
    )
    expect(table.indexOf('lake')).toBe(1)
    expect(table.similarityAt(0, 1)).toBeGreaterThan(0.99)
    expect(table.similarityAt(0, 2)).toBeLessThan(0.4)
  })
})
