import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WORD, WordScanner } from '../../src/text/word-scanner.js'

function wordsOf(text: string): string[] {
  const scanner = new WordScanner(text)
  const found: string[] = []
  while (scanner.next()) found.push(text.slice(scanner.start, scanner.end))
  return found
}

describe('words of a text', () => {
  it.each([
    ['The U.S. sent 100,000 men.', ['The', 'U.S', 'sent', '100,000', 'men']],
    ['it’s o’clock, ’tis', ['it’s', 'o’clock', 'tis']],
    ['20 000 of 1.125', ['20 000', 'of', '1.125']],
    ['naïve Ünal-Öz café', ['naïve', 'Ünal', 'Öz', 'café']],
    ['', []],
    [' … ', []],
  ])('GIVEN “%s” THEN each stands by itself', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('GIVEN any text THEN those that the pattern finds', () => {
    const piece = fc.oneof(
      fc.constantFrom(..."aZ9'’.,- \n\u00a0éß台", '000', '100', 'e\u0301', '𝐀'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        expect(wordsOf(text)).toEqual(text.match(WORD) ?? [])
      }),
    )
  })
})
