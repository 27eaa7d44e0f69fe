import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestByScore } from '../../src/retrieval/best.js'

describe('the best by score', () => {
  it('are what sorting all of them gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat(12), (scores, most) => {
        const ids = [...scores.keys()]
        const sorted = [...ids].sort((a, b) => scores[b]! - scores[a]! || a - b)
        expect(bestByScore(ids, scores, most)).toEqual(sorted.slice(0, most))
      }),
    )
  })
})
