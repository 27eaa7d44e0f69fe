import { describe, expect, it } from 'vitest'
import { memoizeWords } from '../../src/text/memoize-words.js'

describe('GIVEN a function of words that is memoized', () => {
  const counting = (most?: number) => {
    const asked: string[] = []
    const answer = memoizeWords((spelling) => {
      asked.push(spelling)
      return spelling.length > 1 ? spelling.toUpperCase() : null
    }, most)
    return { asked, answer }
  }

  it('THEN it is worked out once for each spelling, wherever that stands, no answer being one, too', () => {
    const { asked, answer } = counting()
    const text = 'ab a, ab'
    const words = [
      [0, 2],
      [3, 4],
      [6, 8],
      [0, 1],
    ] as const
    expect(words.map(([start, end]) => answer(text, start, end))).toEqual(['AB', null, 'AB', null])
    expect(asked).toEqual(['ab', 'a'])
  })

  it('THEN words that share a place are told apart', () => {
    const { answer } = counting(1)
    const words = ['ab', 'ba', 'abc', 'ab']
    expect(words.map((word) => answer(word, 0, word.length))).toEqual(['AB', 'BA', 'ABC', 'AB'])
  })

  it('THEN more words than there are places for are all answered right, and those kept are not worked out again', () => {
    const { asked, answer } = counting(4)
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`)
    const twice = [...words, 'word39', 'word39']
    expect(twice.map((word) => answer(word, 0, word.length))).toEqual(twice.map((word) => word.toUpperCase()))
    expect(asked.filter((word) => word === 'word39')).toHaveLength(1)
  })
})
