import fc from 'fast-check'
import distance from 'natural/lib/natural/distance/index.js'
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

describe('two spellings', () => {
  const letter = fc.constantFrom(...'aeinorstzk')
  const word = fc.array(letter, { minLength: 4, maxLength: 9 }).map((letters) => letters.join(''))
  /** A spelling with some letters of its own. */
  const pair = fc
    .tuple(word, fc.array(fc.tuple(fc.nat(8), letter), { maxLength: 3 }))
    .map(([one, changes]): [string, string] => [
      one,
      changes.reduce((text, [at, other]) => text.slice(0, at) + other + text.slice(at + 1), one),
    ])

  it('GIVEN any two words of nearly one length THEN they are one name where Jaro and Winkler find them very like', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        fc.pre(Math.abs(a.length - b.length) <= 1)
        const alike = distance.JaroWinklerDistance(a, b, {})
        if (alike >= 0.92) expect(sameName(a, b)).toBe(true)
        if (alike < 0.9) expect(sameName(a, b)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})
