import { describe, expect, it } from 'vitest'
import { definitions } from '../../src/answers/passage-qa/question/phrases.js'

describe('what a sentence says that a name is', () => {
  it.each([
    ['Varo, a maker of engines, went bankrupt.', 'Varo', 'a maker of engines'],
    [
      'They met at the Halden Accord, the region’s oldest treaty, in May.',
      'Accord',
      'the region’s oldest treaty',
    ],
    ['Varo (the country’s oldest shipyard) is closed.', 'Varo', 'the country’s oldest shipyard'],
    ['Varo is the only shipyard that builds ferries.', 'Varo', 'the only shipyard'],
    ['Aurora 7, the third ferry of its class, was lost.', 'Aurora', 'the third ferry of its class'],
    ['It belongs to Varo, Norway’s oldest shipyard.', 'Varo', 'Norway’s oldest shipyard'],
  ])('GIVEN “%s” THEN of %s “%s”', (sentence, name, said) => {
    const [first] = definitions(sentence, sentence.indexOf(name) + name.length)
    expect(sentence.slice(first!.start, first!.end)).toBe(said)
  })

  it.each([
    ['Varo, which makes engines, went bankrupt.'],
    ['Varo went bankrupt in May.'],
    ['Varo, Tind and Brekke signed.'],
    ['Varo is bankrupt.'],
  ])('GIVEN “%s” THEN nothing', (sentence) => {
    expect(definitions(sentence, 'Varo'.length)).toEqual([])
  })
})
