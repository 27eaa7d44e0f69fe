import { describe, expect, it } from 'vitest'
import { align, saidWords } from '../../../src/knowledge/utterances/wording-alignment.js'
import { Analyzer } from '../../../src/text/terms.js'

const analyzer = new Analyzer({ keepStopWords: true })
const held = (asked: string, said: string, rare: readonly string[] = []) =>
  align(
    analyzer
      .terms(asked)
      .map(({ term, stop }) => ({ term, stop, weight: rare.includes(term) ? 6 : 3, known: true })),
    saidWords(said),
  ).fits

describe('a remembered wording', () => {
  it.each([
    ['one word of it', 'lock her up', 'He blew the lock apart', 'no'],
    ['one word of it, and small ones', 'I did it for the money', 'It cost me a lot of money', 'no'],
    ['words of it far apart', 'justice for Lund', 'they shouted justice for Moe as Dr Lund arrived', 'no'],
    ['another word in its place', 'justice for Lund', 'justice for Moe', 'no'],
    ['another ending', 'severe sanctions', 'it would be severely sanctioned', 'yes'],
    ['a word between', 'severe sanctions', 'we will have severe economic sanctions', 'yes'],
    ['other small words', 'it was no accident', 'not an accident', 'yes'],
    [
      'one of many words misremembered',
      'small fish in a big dirty pond',
      'a little fish in a big dirty pond',
      'yes',
    ],
    ['a numeral', 'World War III', 'that would be world war three', 'yes'],
    ['a denial', 'I would trust him alone', 'I would not trust him alone', 'opposite'],
    ['another verb', 'we never put cost before safety', 'we don’t risk safety for cost', 'yes'],
    [
      'a denial far ahead',
      'you can’t turn into Norland overnight',
      'we cannot expect the system to become Norland’s overnight',
      'yes',
    ],
    ['an assertion', 'we never trusted the pact', 'we trusted the pact', 'opposite'],
  ])('GIVEN %s THEN it is told whether it was said', (_, asked, said, expected) => {
    expect(held(asked, said)).toBe(expected)
  })

  it('GIVEN few words the other way round THEN it is another wording', () => {
    expect(held('the rebels are winning', 'we will win against the rebels')).toBe('no')
  })

  it('GIVEN a denial of something else nearby THEN it is another wording', () => {
    expect(held('he never took drugs', 'he did not do it with a large dose of a sleeping drug')).toBe('no')
  })

  it('GIVEN all but the word that a wording is known by THEN it is another wording', () => {
    const said = 'troops have surrounded the town of Berg'
    expect(held('we stand at the gates of Berg town', said, ['gate'])).toBe('no')
  })
})
