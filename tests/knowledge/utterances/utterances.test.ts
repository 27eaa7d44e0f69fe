import { describe, expect, it } from 'vitest'
import { groupUtterances, type Said } from '../../../src/knowledge/utterances/utterances.js'

const said = (text: string, facts: Partial<Said> = {}): Said => ({
  text,
  person: 'Ana Belova',
  named: true,
  direct: true,
  cue: null,
  start: 0,
  end: text.length,
  article: text,
  published: '2023-05-12',
  ...facts,
})
const together = (...list: Said[]) => new Set(groupUtterances(list)).size === 1

describe('the wordings of one utterance', () => {
  it.each([
    [
      'We will not let this valley drown in promises,',
      'We are not going to let the valley be drowned in promises.',
    ],
    [
      'If no help arrives in time, the council will take every step needed to protect the valley.',
      'If there is no help within reasonable time, the council will have to take all necessary steps to protect the valley.',
    ],
    ['severe flooding', 'There will be severe flooding if we wait.'],
  ])('GIVEN “%s” and “%s” by one person THEN they are one', (a, b) => {
    expect(together(said(a), said(b))).toBe(true)
  })

  it.each([
    ['We will open the gates on Monday.', 'We will rebuild the bridge by winter.'],
    ['a constructive answer', 'an adequate answer'],
    ['reckless', 'The reckless plan of the council will cost us dearly.'],
    ['The dam will hold.', 'The dam was built by our fathers, and nobody has looked after it since.'],
  ])('GIVEN “%s” and “%s” THEN they are two', (a, b) => {
    expect(together(said(a), said(b))).toBe(false)
  })

  it('GIVEN a chain of small likenesses THEN only what is like the fullest wording joins it', () => {
    const groups = groupUtterances([
      said('We will open the gates of the dam on Monday, whatever the council may say.'),
      said('open the gates'),
      said('open the gates of heaven to everybody who asks politely', { direct: false }),
    ])
    expect(groups[1]).toBe(groups[0])
    expect(groups[2]).not.toBe(groups[0])
  })

  it('GIVEN marked words within a longer statement THEN they are part of it', () => {
    const article = 'a'
    expect(
      together(
        said('it was “a grave mistake” to wait', { article, direct: false, start: 10, end: 42 }),
        said('a grave mistake', { article, start: 18, end: 33 }),
      ),
    ).toBe(true)
  })

  it('GIVEN the same words of two people THEN they are two', () => {
    const words = 'There will be severe flooding if we wait.'
    expect(together(said(words), said(words, { person: 'Ivan Orsky' }))).toBe(false)
  })

  it('GIVEN the same words of unnamed officials in two articles THEN they are two', () => {
    const words = 'There will be severe flooding if we wait.'
    const official = { person: 'officials', named: false }
    expect(
      together(said(words, { ...official, article: 'a' }), said(words, { ...official, article: 'b' })),
    ).toBe(false)
  })

  it('GIVEN the same words a year later THEN they are said anew', () => {
    const words = 'There will be severe flooding if we wait.'
    expect(together(said(words), said(words, { published: '2024-05-12', article: 'b' }))).toBe(false)
  })

  it('GIVEN nobody to name THEN nothing is merged', () => {
    const words = 'There will be severe flooding if we wait.'
    expect(together(said(words, { person: null }), said(words, { person: null }))).toBe(false)
  })
})
