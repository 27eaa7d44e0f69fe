import { describe, expect, it } from 'vitest'
import { remembered } from '../../src/annotate/remembered.js'

describe('GIVEN a function that is remembered', () => {
  const counting = (most?: number) => {
    const asked: string[] = []
    const answer = remembered((text) => {
      asked.push(text)
      return text.length > 1 ? text.toUpperCase() : null
    }, most)
    return { asked, answer }
  }

  it('THEN it is worked out once for each string, no answer being one, too', () => {
    const { asked, answer } = counting()
    expect(['ab', 'a', 'ab', 'a'].map(answer)).toEqual(['AB', null, 'AB', null])
    expect(asked).toEqual(['ab', 'a'])
  })

  it('THEN no more answers are kept than allowed, and all stay right', () => {
    const { asked, answer } = counting(2)
    expect(['ab', 'cd', 'ef', 'ab', 'ef'].map(answer)).toEqual(['AB', 'CD', 'EF', 'AB', 'EF'])
    expect(asked).toEqual(['ab', 'cd', 'ef', 'ab'])
  })
})
