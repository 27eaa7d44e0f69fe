import { describe, expect, it } from 'vitest'
import type { Quotation } from '../../src/annotate/annotations.js'
import { isWording } from '../../src/archive/wordings.js'

/** The words behind "|", attributed by the word before it. */
const kept = (marked: string, facts: Partial<Quotation> = {}) => {
  const [before, words] = marked.split('|') as [string, string]
  const text = before + words
  const start = text.length - words.length
  const cue = before.trim().split(' ').at(-1)!
  const at = text.indexOf(cue)
  const span = { start: at, end: at + cue.length }
  return isWording(text, {
    start,
    end: text.length,
    direct: false,
    speaker: null,
    cue: { ...span, text: cue },
    context: { start: 0, end: text.length },
    ...facts,
  })
}

describe('what is remembered as said', () => {
  it.each([
    ['a saying without a clause', 'Anna Berg demanded |an end of the dispute'],
    ['a clause behind a verb that is none of saying', 'Anna Berg showed |that the dam was leaking'],
  ])('GIVEN %s THEN it is kept', (_, marked) => {
    expect(kept(marked)).toBe(true)
  })

  it.each([
    ['what somebody is busy with', 'Anna Berg focused |on the talks about the dam'],
    ['an infinitive of such a verb', 'Anna Berg met |to discuss the future of the dam'],
    ['two words', 'Anna Berg demanded |an end'],
  ])('GIVEN %s THEN nothing is', (_, marked) => {
    expect(kept(marked)).toBe(false)
  })

  it('GIVEN words in marks THEN they are kept, however few', () => {
    expect(kept('Anna Berg met |halfway', { direct: true })).toBe(true)
  })
})
