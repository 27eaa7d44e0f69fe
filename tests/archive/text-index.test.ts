import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestByScore } from '../../src/archive/best.js'
import { inverseFrequency, saturated } from '../../src/archive/bm25.js'
import { TextIndex, TextIndexBuilder } from '../../src/archive/text-index.js'
import { Vocabulary, VocabularyBuilder } from '../../src/archive/vocabulary.js'

const indexOf = (texts: readonly (readonly string[])[]) => {
  const vocabulary = new VocabularyBuilder()
  const index = new TextIndexBuilder()
  for (const text of texts) index.add(vocabulary.numbers(text), [...text.keys()])
  return new TextIndex(new Vocabulary(vocabulary.columns()), index.columns(vocabulary.size))
}
const term = fc.constantFrom('dam', 'gate', 'flood', 'river', 'minister')
const texts = fc.array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 12 })

describe('the text index', () => {
  it('scores every text by BM25, related terms counted for their share', () => {
    fc.assert(
      fc.property(
        texts,
        term,
        term,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (all, asked, related, share) => {
          fc.pre(asked !== related)
          const index = indexOf(all)
          const count = (text: readonly string[], wanted: string) =>
            text.filter((one) => one === wanted).length
          const average = all.reduce((sum, text) => sum + text.length, 0) / all.length
          const weight = inverseFrequency(all.filter((text) => text.includes(asked)).length, all.length)
          expect(index.weight(asked)).toBeCloseTo(weight)
          const scores = index.scores([
            {
              weight,
              terms: new Map([
                [asked, 1],
                [related, share],
              ]),
            },
          ])
          for (const [id, text] of all.entries()) {
            const held = count(text, asked) + share * count(text, related)
            expect(scores[id]).toBeCloseTo(weight * saturated(held, text.length, average))
            expect(
              index.count(
                id,
                new Map([
                  [asked, 1],
                  [related, share],
                ]),
              ),
            ).toBeCloseTo(held)
            expect(index.holds(id, asked)).toBe(text.includes(asked))
          }
        },
      ),
    )
  })

  it('GIVEN a misspelled term THEN the nearest one it holds is found, the commonest of several', () => {
    const index = indexOf([['minister', 'flood'], ['floods'], ['floods']])
    expect(index.closest('ministre')).toBe('minister')
    expect(index.closest('floodz')).toBe('floods')
    expect(index.closest('volcano')).toBeNull()
  })

  it('GIVEN no texts THEN nothing is known and nothing found', () => {
    const index = indexOf([])
    expect(index.knows('dam')).toBe(false)
    expect(index.scores([{ weight: 1, terms: new Map([['dam', 1]]) }])).toHaveLength(0)
  })
})

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
