import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordingDifference } from '../../../src/answers/commands/said/wording-difference.js'

it('GIVEN two wordings THEN the words that each has alone, in their order', () => {
  expect(
    wordingDifference(
      'We will not let this valley drown in promises,',
      'We will not allow the valley to be drowned in promises.',
    ),
  ).toEqual(['let this … drown', 'allow the … to be drowned'])
  expect(wordingDifference('The dam holds.', 'the dam holds')).toEqual(['', ''])
  expect(wordingDifference('The dam holds', 'The dam still holds')).toEqual(['', 'still'])
})

it('GIVEN any wording beside itself THEN nothing differs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(wordingDifference(text, text)).toEqual(['', ''])
    }),
  )
})
