import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/annotate/document.js'

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['The dam holds. The road is closed.', ['The dam holds.', 'The road is closed.']],
    ['Mr. Orsk met Gen. Belov. They talked.', ['Mr. Orsk met Gen. Belov.', 'They talked.']],
    ['The U.S. Senate voted. It was late.', ['The U.S. Senate voted.', 'It was late.']],
    ['He came from the U.S. The rest stayed.', ['He came from the U.S.', 'The rest stayed.']],
    ['They met at 9 a.m. (0600 GMT) on Monday.', ['They met at 9 a.m. (0600 GMT) on Monday.']],
    ['“We wait.” He left.', ['“We wait.”', 'He left.']],
    ['“Will it hold?” she asked.', ['“Will it hold?” she asked.']],
    ['It fell 3.5 percent to 1.2 million.', ['It fell 3.5 percent to 1.2 million.']],
    ['George W. Orsk spoke… Nobody heard!', ['George W. Orsk spoke…', 'Nobody heard!']],
    ['', []],
  ])('GIVEN %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('GIVEN any text THEN the sentences are in order, within it, and lose nothing but the space between them', () => {
    const piece = fc.constantFrom(
      '. ',
      '! ',
      '? ',
      '… ',
      'U.S. ',
      'Mr. ',
      '“',
      '”',
      'The ',
      'dam ',
      '3.5 ',
      '\n',
      'é ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((list) => list.join('')),
        ),
        (text) => {
          const whole = text.trim()
          expect(split(whole).join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''))
        },
      ),
    )
  })
})
