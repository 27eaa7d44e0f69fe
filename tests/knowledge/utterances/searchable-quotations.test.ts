import { describe, expect, it } from 'vitest'
import type { AnnotatedArticle, Quotation } from '../../../src/annotate/annotations.js'
import { isWording, wordingsOf } from '../../../src/knowledge/utterances/searchable-quotations.js'

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
    ['a participle behind a saying', 'Anna Berg said she will resign in May, adding |that the dam was safe'],
  ])('GIVEN %s THEN it is kept', (_, marked) => {
    expect(kept(marked)).toBe(true)
  })

  it.each([
    ['what somebody is busy with', 'Anna Berg focused |on the talks about the dam'],
    ['an infinitive of such a verb', 'Anna Berg met |to discuss the future of the dam'],
    ['two words', 'Anna Berg demanded |an end'],
    ['a refusal to say anything', 'Anna Berg declined |to comment on the plans for the dam'],
    ['an answer that did not come', 'Anna Berg did not immediately respond |to a request for an interview'],
    [
      'what goes with a deed that lies ahead',
      'Anna Berg is expected to meet farmers in May, explaining |how the dam could be saved',
    ],
    ['what somebody stopped short of saying', 'Anna Berg stopped short of saying |the dam was unsafe'],
    ['a thing that somebody posted', 'Anna Berg was punished for posting |a doctored film of the dam'],
    ['what somebody never said', 'Anna Berg has never publicly blamed |the council for the leak in the dam'],
    ['what is only asked', 'And what did Anna Berg say |about the leak in the dam?'],
    ['what a title has somebody about to say', 'Berg latest mayor to announce |cuts, closing four schools'],
    ['a concession alone', 'Most farmers agreed |albeit by a narrow margin of votes'],
    ['a thing that is described', 'Anna Berg showed them round, describing |the old house by the dam'],
    ['a thing that was posted on a day', 'Anna Berg posted |Tuesday footage of the dam in the rain'],
    ['what somebody came to know', 'Anna Berg learned |that the dam was leaking in the north'],
    ['a meeting that is called', 'Anna Berg called |a meeting on Monday of all farmers'],
    ['an agreement to do something', 'Anna Berg agreed |to buy the mill by the dam'],
    ['what somebody has done to them', 'Anna Berg ordered |eight farmers who had just come home'],
    ['what is posted', 'Anna Berg posted |messages on the wall of the dam'],
    ['news that is not told', 'Anna Berg announced |the news in a letter on Monday'],
    ['whose a decision is', 'Anna Berg has the final say |on whether the dam is mended in May'],
    ['what is not mentioned', 'Anna Berg made no mention |of the leak in the dam'],
    ['what is yet to be argued', 'Lawyers are due in court in May to argue |whether the dam was safe'],
    ['whom a title has as the object', 'Anna Berg criticised |by farmers over the dam'],
    ['a product that is taken back', 'Norland Farms recalled |its eggs from the shops in May'],
    ['what somebody refuses to do', 'Anna Berg refuses |to pay farmers for the land by the dam'],
    ['what somebody is accused of', 'Norland Accused |Of Hiding A Leak In The Dam For Years'],
    ['what is only mentioned', 'Farmers booed the mention |of Anna Berg and of the dam'],
    ['what is hoped for', 'Anna Berg put off the work in hopes |that farmers can agree on the dam'],
    ['a time alone', 'Anna Berg reported |after the talks on the dam had ended'],
    ['what somebody still tries to find out', 'Anna Berg is trying to determine |whether the dam leaks'],
    [
      'what is told of somebody beside',
      'Anna Berg met |a delegation of farmers, which is not expected in May',
    ],
  ])('GIVEN %s THEN nothing is', (_, marked) => {
    expect(kept(marked)).toBe(false)
  })

  it('GIVEN what an outlet only reports THEN it is no statement of the outlet, but what it says of itself is', () => {
    const said = (text: string, words: string, name: string) => {
      const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
      const cue = { ...at('said'), text: 'said' }
      const speaker = { ...at(name), name, role: null, via: null, confidence: 'explicit' as const }
      const one = { ...at(words), direct: false, speaker, cue, context: { start: 0, end: text.length } }
      return wordingsOf({ article: { text }, quotations: [one] } as unknown as AnnotatedArticle).length
    }
    expect(said('The Orsk Herald said the dam had leaked', 'the dam had leaked', 'Orsk Herald')).toBe(0)
    expect(said('The Orsk Herald said it would close', 'it would close', 'Orsk Herald')).toBe(1)
    expect(said('The county said the dam had leaked', 'the dam had leaked', 'county')).toBe(1)
  })

  it('GIVEN what somebody did not say THEN nothing is', () => {
    const text = 'Anna Berg did not say when the dam would open'
    const span = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    })
    const cue = { ...span('say'), text: 'say' }
    const quotation = {
      ...span('when the dam would open'),
      direct: false,
      speaker: null,
      cue,
      context: span(text),
    }
    expect(isWording(text, quotation)).toBe(false)
  })

  it('GIVEN words in marks THEN they are kept, however few', () => {
    expect(kept('Anna Berg labelled |progress', { direct: true })).toBe(true)
  })

  it.each([
    ['a term in marks', 'Anna Berg began |bottom kill', { direct: true }],
    ['a wish', 'Anna Berg hopes |to win before it is too late', {}],
    ['a relative clause', 'Anna Berg said pork from states that |have human cases of the flu', {}],
    [
      'the line of a page that gives the day',
      'Anna Berg said |Monday 27 June 2005 01.32 BST the roads are open',
      {},
    ],
  ])('GIVEN %s THEN nothing is', (_, marked, facts) => {
    expect(kept(marked, facts)).toBe(false)
  })

  it('GIVEN what a court has heard THEN the court did not say it', () => {
    const speaker = {
      start: 0,
      end: 14,
      name: 'High Court',
      role: null,
      via: null,
      confidence: 'explicit' as const,
    }
    expect(kept('The High Court heard |that the dam was leaking', { speaker })).toBe(false)
  })
})
