import { describe, expect, it } from 'vitest'
import { askedFigure } from '../../../src/answers/passage-qa/question/asked-figure.js'
import { queryTerms, understand } from '../../../src/answers/passage-qa/question/question.js'
import { withApostrophes } from '../../../src/answers/passage-qa/question/spelling.js'

const concepts = (question: string) => understand(question).concepts.map(({ word }) => word)

describe('what a question says', () => {
  it('GIVEN apostrophes left out THEN they are put back', () => {
    expect(withApostrophes('Whos the captain, and wheres he now')).toBe(
      "Who's the captain, and where's he now",
    )
  })

  it('GIVEN words that mean one thing together THEN they are one concept, and fillers are none', () => {
    expect(concepts('why did the harbour master step down')).toEqual(['harbour', 'master', 'step down'])
    expect(concepts('where did they actually hold the ferry up these days')).not.toContain('actually')
  })

  it('GIVEN everyday words THEN what the news prints is looked for, and the everyday word’s other sense is not', () => {
    const terms = queryTerms(understand('how many squaddies were nabbed'))
    const synonyms = terms.flatMap((one) => Object.keys(one.synonyms))
    expect(synonyms).toEqual(expect.arrayContaining(['soldier', 'arrest', 'detain']))
  })

  it('GIVEN a role in everyday speech THEN a person is asked for; a thing in the same place is none', () => {
    expect(understand('which bigwig quit').shape.type).toBe('person')
    expect(understand('which dredger sank').shape.type).toBe('thing')
    expect(understand('what were the sailors given to eat').shape.type).not.toBe('person')
  })

  it.each([
    ['how many sailors drowned', 'count'],
    ['how much was the ferry firm fined', 'money'],
    ['how deep is the channel', 'length'],
    ['how old is the pilot', 'age'],
    ['how long was the strike', 'time'],
    ['how strong was the quake', 'magnitude'],
    ['what share of the crews voted', 'percentage'],
  ])('GIVEN “%s” THEN a figure of %s answers best', (question, unit) => {
    const units = askedFigure(understand(question))?.units ?? {}
    const [best] = Object.entries(units).sort(([, a], [, b]) => b - a)[0]!
    expect(best).toBe(unit)
  })
})
