import { describe, expect, it } from 'vitest'
import { rankSentences, retrieve } from '../../../src/answers/passage-qa/index.js'
import {
  clausesFrom,
  nounPhrases,
  numbers,
  quoted,
  tokensOf,
} from '../../../src/answers/passage-qa/question/phrases.js'
import { reasonsIn } from '../../../src/answers/passage-qa/sentences/reasons.js'
import { shapeOf } from '../../../src/answers/questions/question-shape.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { sentenceSyntax } from '../../../src/text/syntax/index.js'
import { report } from '../../support/report.js'

describe('the type of an answer', () => {
  it.each([
    ['When did the strike begin?', 'date'],
    ['In which year was the bridge lost?', 'date'],
    ['Where are ships being sent?', 'place'],
    ['Which country sent ships?', 'place'],
    ['Who leads the union?', 'person'],
    ['How many dockers voted?', 'number'],
    ['How much money did the port lose?', 'money'],
    ['What percentage of them voted?', 'percentage'],
    ['How long will it last?', 'duration'],
    ['How many days will it last?', 'duration'],
    ['How often do the ferries run?', 'duration'],
    ['Why was the demand rejected?', 'reason'],
    ['What did the president say?', 'quotation'],
    ['What was cancelled?', 'thing'],
    ['Is the harbour closed?', 'other'],
    ['Who’s in charge of the port?', 'person'],
    ["What's the name of the captain?", 'person'],
    ['Which company owns the ferries?', 'organisation'],
    ['What major city is near?', 'place'],
    ['Which cop found the boat?', 'person'],
    ['Which 3 senators abstained?', 'person'],
    ['Names of the missing sailors', 'person'],
    ['How come the pier is shut?', 'reason'],
    ['What led to the strike?', 'reason'],
    ['What was the captain fined for?', 'reason'],
    ['What made the crew so angry?', 'reason'],
    ['Death toll Norland', 'number'],
    ["What's the owner worth?", 'money'],
    ['What sentence did the smuggler get?', 'duration'],
  ])('GIVEN “%s” THEN %s', (question, type) => {
    expect(shapeOf(question).type).toBe(type)
  })

  it('GIVEN “when” that only joins clauses THEN the word that asks decides', () => {
    expect(shapeOf('When the storm came, who stayed?').type).toBe('person')
    expect(shapeOf('Who was at sea when the storm came?').type).toBe('person')
  })
})

describe('what may answer', () => {
  const texts = (sentence: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => sentence.slice(start, end))

  it.each([
    ['They lost $4 million and 40 percent of it.', ['$4 million', '40 percent']],
    ['It cost $1.9 bn, or 3 mn a day.', ['$1.9 bn', '3 mn']],
    ['A six-year plan for twenty-two ships', ['six', 'twenty-two']],
    ['The score was 20–18.', ['20–18']],
    ['Several thousand fled, and tens of thousands stayed.', ['Several thousand', 'tens of thousands']],
    ['A few hundred of the three were left.', ['A few hundred', 'three']],
    ['One of the reasons was that only one came.', ['one']],
    ['No figure stands here.', []],
  ])('GIVEN “%s” THEN its numbers are %j', (sentence, expected) => {
    expect(texts(sentence, numbers(tokensOf(sentence)))).toEqual(expected)
  })

  it('GIVEN a word that brings in a clause THEN the clause', () => {
    const sentence = 'They escaped by lowering the boats, not through the hold.'
    expect(texts(sentence, clausesFrom(tokensOf(sentence), new Set(['by', 'through'])))).toEqual([
      'by lowering the boats',
      'through the hold',
    ])
  })

  it('GIVEN noun phrases that “of” joins THEN it is told how many', () => {
    const sentence = 'The harbour of Brekke and the ferries closed.'
    const joined = nounPhrases(tokensOf(sentence)).find(({ parts }) => parts === 3)
    expect(joined).toMatchObject({ start: 4, ofs: 1, list: true })
  })

  it('GIVEN quotation marks THEN what stands in them, without its last stop', () => {
    const sentence = 'Her song “The Long Shore,” and "Tide".'
    expect(texts(sentence, quoted(sentence))).toEqual(['The Long Shore', 'Tide'])
  })
})

describe('what a question asks for', () => {
  it.each([
    ['What is the name of the largest city in Norway?', 'place', 'citi'],
    ['What kind of warship was lost there?', 'thing', 'warship'],
    ['Which team won?', 'organisation', 'team'],
    ['What is the population of Brekke?', 'number', 'popul'],
    ['What is Brekke’s population?', 'number', 'popul'],
    ['Name a ship that was lost.', 'thing', 'ship'],
    ['What types of companies lost money?', 'thing', 'compani'],
    ['In what area of the town did they live?', 'place', 'area'],
    ['Who is Ingrid Solvang?', 'other', null],
  ])('GIVEN “%s” THEN a %s, and in its own words “%s”', (question, type, focus) => {
    expect(shapeOf(question)).toMatchObject({ type, focus })
  })

  it('GIVEN a preposition that the question strands THEN it goes with the answer', () => {
    expect(shapeOf('What did the two sides agree on?').preposition).toBe('on')
    expect(shapeOf('In which year was it lost?').preposition).toBe('in')
  })

  it('GIVEN “who is” and a name THEN what is said of somebody answers, not a name', () => {
    expect(shapeOf('Who is Ingrid Solvang?').identity).toBe(true)
    expect(shapeOf('Who leads the union?').identity).toBe(false)
    expect(shapeOf('Is Ingrid Solvang ill?').identity).toBe(false)
  })

  it('GIVEN “what is” and a name THEN the same, but not where it is a thing’s property', () => {
    expect(shapeOf('What is the Halden Accord?').identity).toBe(true)
    expect(shapeOf('What is Apollo 11?').identity).toBe(true)
    expect(shapeOf('What is Brekke’s population?').identity).toBe(false)
    expect(shapeOf('What is the demand?').identity).toBe(false)
  })

  it('GIVEN what is so or not, asked or told THEN it is known for that', () => {
    expect(shapeOf('Did the dockers withdraw their demand?').polar).toBe(true)
    expect(shapeOf('Who withdrew the demand?').polar).toBe(false)
    expect(shapeOf('The dockers withdrew.').polar).toBe(true)
    expect(shapeOf('dockers demand shifts').polar).toBe(false)
  })

  it.each([
    ['What kind of warship was lost?', { sort: true, named: false, act: false, manner: false }],
    ['What is the ship called?', { sort: false, named: true, act: false, manner: false }],
    ['What did the crew do after the fire?', { sort: false, named: false, act: true, manner: false }],
    ['What did they do for a living, and what did they want?', { act: true }],
    ['What do the dockers want?', { act: false }],
    ['How did the crew escape?', { sort: false, named: false, act: false, manner: true }],
    ['How many escaped?', { manner: false }],
  ])('GIVEN “%s” THEN it asks for %j', (question, shape) => {
    expect(shapeOf(question)).toMatchObject(shape)
  })

  it('GIVEN “how old” THEN the words of an age are the measure', () => {
    expect(shapeOf('How old was the captain?').measure).toContain('aged')
  })
})

describe('the reasons that a sentence may give', () => {
  const reasons = (sentence: string) =>
    reasonsIn(sentence, sentenceSyntax(sentence)).map(({ start, end }) => sentence.slice(start, end))

  it.each([
    ['The court threw out the plan because it was unlawful.', ['because it was unlawful']],
    ['Berg was fined for failing to warn the crews.', ['for failing to warn the crews']],
    ['The crew quit in protest at the cuts.', ['in protest at the cuts']],
    ['He sailed to Lakeport to buy fuel for the trawler.', ['to buy fuel for the trawler']],
    ['Marn was held over his role in the theft.', ['over his role in the theft']],
  ])('GIVEN “%s” THEN %j', (sentence, expected) => {
    expect(reasons(sentence)).toEqual(expected)
  })

  it.each([
    'The ferry has not sailed since 2008.',
    'Citing two officials, the paper said the dam could break.',
    'The board voted to close the pier.',
    'She wrote to the mayor on Monday.',
  ])('GIVEN “%s” THEN none', (sentence) => {
    expect(reasons(sentence)).toEqual([])
  })
})

describe('the state that a sentence tells of what is asked about', () => {
  it.each([
    ['The airport of Selby was closed on Monday and reopened on Thursday.', 'reopened on Thursday', true],
    ['If the wind rises, the airport of Selby will be closed.', 'the airport of Selby will be closed', false],
    ['The airport of Selby has not reopened.', 'The airport of Selby has not reopened', true],
  ])('GIVEN “%s” THEN “%s”; as a fact: %s', async (sentence, state, fact) => {
    const { archive } = makeArchive([report('Post', '2023-05-10', 'The harbour was quiet.', sentence)])
    const { asked, result } = await retrieve('is the airport of selby open', archive, { server: null })
    const span = rankSentences(asked, result.hits).find((one) => one.sentence.text === sentence)?.span
    const from = rankSentences(asked, result.hits).find((one) => one.sentence.text === sentence)!.sentence
      .start
    expect(span && sentence.slice(span.start - from, span.end - from)).toBe(state)
    expect(span?.features.said).toBe(Number(fact))
  })
})
