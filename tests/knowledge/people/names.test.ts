import { describe, expect, it } from 'vitest'
import { nameWords, sameGivenName, sameName } from '../../../src/knowledge/people/names.js'

describe('surnames', () => {
  it.each([
    ['zelensky', 'zelenskyy'],
    ['lukashenko', 'lukashenka'],
    ['danilov', 'danylov'],
    ['yanukovych', 'yanukovich'],
  ])('GIVEN %s and %s THEN they are spellings of one', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })

  it.each([
    ['putin', 'pushkin'],
    ['harris', 'harrison'],
    ['smith', 'schmidt'],
    ['brown', 'braun'],
    ['kim', 'kyiv'],
    ['fed', 'fred'],
    ['us', 'usa'],
  ])('GIVEN %s and %s THEN they are two names', (a, b) => {
    expect(sameName(a, b)).toBe(false)
  })
})

describe('given names under one surname', () => {
  it.each([
    ['oleksiy', 'aleksey'],
    ['volodymyr', 'vladimir'],
    ['joe', 'joseph'],
    ['j', 'joseph'],
  ])('GIVEN %s and %s THEN they may be one person’s', (a, b) => expect(sameGivenName(a, b)).toBe(true))

  it.each([
    ['john', 'jane'],
    ['mary', 'mark'],
    ['j', 'mary'],
  ])('GIVEN %s and %s THEN they are two people’s', (a, b) => expect(sameGivenName(a, b)).toBe(false))
})

it('the words of a name are folded: no case, no diacritics, no possessive', () => {
  expect(nameWords('Mélanie Joly’s')).toEqual(['melanie', 'joly'])
})
