import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordTable } from '../../src/text/word-table.js'

describe('what is known of words', () => {
  it('GIVEN words with values THEN each is found wherever it stands in a text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.nat())), fc.string(), (pairs, before) => {
        const table = new WordTable<number>(100)
        for (const [word, value] of pairs) table.set(word, value)
        for (const [word, value] of new Map(pairs)) {
          expect(table.get(`${before}${word}…`, before.length, before.length + word.length)).toBe(value)
        }
        expect(table.get('another', 0, 7)).toBeUndefined()
      }),
    )
  })

  it('GIVEN more words than it keeps THEN the first ones are known, and can be told anew', () => {
    const table = new WordTable<number>(2)
    for (const [value, word] of ['one', 'two', 'three'].entries()) table.set(word, value)
    table.set('one', 9)
    expect(['one', 'two', 'three'].map((word) => table.get(word, 0, word.length))).toEqual([9, 1, undefined])
  })
})
