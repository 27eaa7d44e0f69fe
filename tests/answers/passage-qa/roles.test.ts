import { describe, expect, it } from 'vitest'
import { rankSentences, retrieve } from '../../../src/answers/passage-qa/index.js'
import { understand } from '../../../src/answers/passage-qa/question/question.js'
import { askedRoles } from '../../../src/answers/passage-qa/sentences/roles.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { report } from '../../support/report.js'

describe('what a question asks for by the order of its words', () => {
  it.each([
    ['which harbour pilot hit the old pier', 'doer', 'hit', [], ['old', 'pier']],
    ['which judge blocked the fishing law', 'doer', 'blocked', [], ['fishing', 'law']],
    ['which sailor got rescued by the coastguard', 'undergoer', 'rescued', ['coastguard'], []],
    ['which captain did the owner sack', 'undergoer', 'sack', ['owner'], []],
    ['what did the minister sign in Lakeport', 'undergoer', 'sign', ['minister'], []],
    ['who did the attack', 'doer', 'attack', [], []],
    ['who sank the ferry', 'doer', 'sank', [], ['ferry']],
    ['who makes the ferry engines', 'doer', 'makes', [], ['ferry', 'engines']],
    ['what was the name of the boy who was rescued', 'undergoer', 'rescued', [], []],
  ])('GIVEN “%s” THEN the %s of “%s”', (question, asked, predicate, doers, undergoers) => {
    const { text, words, concepts, shape } = understand(question)
    const roles = askedRoles(text, words, concepts, shape.subject)
    const called = (some: readonly number[]) => some.map((i) => concepts[i]!.word)
    expect({
      asked: roles.asked,
      predicate: concepts[roles.predicate]?.word,
      doers: called(roles.doers),
      undergoers: called(roles.undergoers),
    }).toEqual({ asked, predicate, doers, undergoers })
  })
})

/** The likeliest answer in the only sentence, how it fills the role, and the article's word where it is only alleged. */
async function told(question: string, sentence: string) {
  const { archive } = makeArchive([
    report('Post', '2023-05-10', 'The harbour was quiet on Friday.', sentence),
  ])
  const { asked, result } = await retrieve(question, archive, { server: null })
  const evidence = rankSentences(asked, result.hits).find((one) => one.sentence.text === sentence)
  const span = evidence?.span
  if (!evidence || !span) return null
  const from = evidence.sentence.start
  return {
    name: sentence.slice(span.start - from, span.end - from),
    fills: (span.features.fills ?? 0) > 0.5,
    alleged: span.alleged,
  }
}

describe('who did it, by the sentence’s own words', () => {
  it.each([
    ['Ivo Marn was charged on Friday with the attack on the market.', 'Ivo Marn', 'charged'],
    ['Ivo Marn is accused of attacking the market with a van.', 'Ivo Marn', 'accused'],
    ['Ivo Marn pleaded guilty to the attack on the market.', 'Ivo Marn', null],
    ['Ann Berg, the attacker at the market, left a letter.', 'Ann Berg', null],
    ['The market was attacked by Ann Berg.', 'Ann Berg', null],
  ])('GIVEN “%s” THEN %s, and “%s” where it is only said of them', async (sentence, name, alleged) => {
    expect(await told('who attacked the market', sentence)).toEqual({ name, fills: true, alleged })
  })

  it.each([
    'The president blamed Olaf Tind for the attack on the market.',
    'Ivo Marn was not charged with the attack on the market.',
    'Ivo Marn said that the attack on the market was cruel.',
  ])('GIVEN “%s” THEN nobody did it', async (sentence) => {
    expect((await told('who attacked the market', sentence))?.fills ?? false).toBe(false)
  })

  it.each([
    ['Ivo Marn, a pilot of the ferry, was asleep.', true],
    ['Pilot Ivo Marn was asleep on the ferry.', true],
    ['Ivo Marn was a pilot on the ferry.', true],
    ['Ivo Marn, along with two pilots, left the ferry.', false],
    ['The pilots who sued Ivo Marn left the ferry.', false],
  ])('GIVEN “%s” THEN whether that is who the pilots are: %s', async (sentence, isPilot) => {
    const { archive } = makeArchive([
      report('Post', '2023-05-10', 'The harbour was quiet on Friday.', sentence),
    ])
    const { asked, result } = await retrieve('who are the pilots of the ferry', archive, { server: null })
    const found = rankSentences(asked, result.hits).find((one) => one.sentence.text === sentence)
    expect((found?.span?.features.theirs ?? 0) > 0.8).toBe(isPilot)
  })

  it('GIVEN nobody by name THEN those who do it, not what does', async () => {
    expect(
      await told('who pays the tariff', 'In the end the tariff is paid by small importers.'),
    ).toMatchObject({
      name: 'small importers',
      fills: true,
    })
    expect(await told('who pays the tariff', 'The old power station paid the tariff.')).toBeNull()
  })

  it('GIVEN the same verb of something else THEN the frame is another one', async () => {
    const { archive } = makeArchive([
      report(
        'Post',
        '2023-05-10',
        'Ana Belova wrote the ruling on the ferry.',
        'Petter Quill wrote that the ruling on the ferry was wrong.',
        'Lise Tind wrote a letter on the ruling.',
      ),
    ])
    const { asked, result } = await retrieve('who wrote the ruling', archive, { server: null })
    const frames = rankSentences(asked, result.hits).map(({ sentence: { text }, span }) => [
      text.split(' ')[0],
      Math.sign((span?.features.frame ?? 0) - (span?.features.other ?? 0)),
    ])
    expect(Object.fromEntries(frames)).toMatchObject({ Ana: 1, Lise: -1 })
  })
})

describe('what something is, or is called, by the sentence’s own words', () => {
  it.each([
    [
      'what is a spring tide',
      'A spring tide, the highest of the month, came in.',
      'the highest of the month',
    ],
    ['what is a gale', 'A gale is a wind of force eight.', 'a wind of force eight'],
    ['what is openport', 'The hashtag #Openport – “free berth” – spread on Friday.', 'free berth'],
    [
      'what is the reef fund',
      'They turned to the Marsea Reef Fund, which is a pool of insurers.',
      'a pool of insurers',
    ],
    ['what was the ferry called', 'The ferry, called “Aurora Borealis”, sank.', 'Aurora Borealis'],
    ['whats the name of the dredger', 'The dredger named Star of the North sank.', 'Star of the North'],
  ])('GIVEN “%s” and “%s” THEN “%s”', async (question, sentence, said) => {
    expect((await told(question, sentence))?.name).toBe(said)
  })

  it.each([
    ['what was the ferry called', 'A ferry design called “risky” was sunk by experts.', 'risky'],
    ['what was the ferry called', 'Olaf, who is called Big Olaf, left the ferry.', 'Big Olaf'],
  ])('GIVEN “%s” and “%s” THEN not “%s”', async (question, sentence, said) => {
    expect((await told(question, sentence))?.name).not.toBe(said)
  })
})
