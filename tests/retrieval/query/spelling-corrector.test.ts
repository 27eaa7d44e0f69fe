import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpellingCorrector } from '../../../src/retrieval/query/spelling-corrector.js'

const nearestOf = (...words: string[]) => {
  const nearest = new SpellingCorrector()
  for (const word of words) nearest.add(word.toLowerCase(), word)
  return (word: string) => nearest.nearest(word)?.written ?? null
}

describe('the word that was meant', () => {
  it('GIVEN a name in another transliteration THEN the one of the same sound', () => {
    const nearest = nearestOf('Zelensky', 'Volodymyr', 'Kyiv', 'Hezbollah')
    expect(nearest('Zelenskiy')).toBe('Zelensky')
    expect(nearest('Volodimir')).toBe('Volodymyr')
    expect(nearest('Kiev')).toBe('Kyiv')
    expect(nearest('Hizbullah')).toBe('Hezbollah')
  })

  it('GIVEN a slip of the fingers THEN the word one letter away, two in a long word', () => {
    const nearest = nearestOf('sanctions', 'bridge')
    expect(nearest('sanctoins')).toBe('sanctions')
    expect(nearest('bridg')).toBe('bridge')
    expect(nearest('brigde')).toBeNull()
  })

  it('GIVEN a short word or one like no other THEN none', () => {
    const nearest = nearestOf('dam', 'Lorne')
    expect(nearest('dan')).toBeNull()
    expect(nearest('volcano')).toBeNull()
  })

  it('a word that was added is its own nearest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{4,12}$/), { minLength: 1 }), (words) => {
        const nearest = nearestOf(...words)
        for (const word of words) expect(nearest(word)).toBe(word)
      }),
    )
  })
})
