import { describe, expect, it } from 'vitest'
import { questionOf } from '../../src/answers/model/question.js'
import { bestMatch, compile, messageTokens } from '../../src/answers/questions/intent-templates.js'
import { intents } from '../../src/language/en/questions/intents.js'

const table = intents.intents.map((intent) => compile(intent, intents.classes))

describe('the table of intents', () => {
  it.each(intents.intents.map(({ example, ...row }) => [example, row] as const))(
    'GIVEN “%s” THEN its own row fits it best',
    (example, row) => {
      expect(bestMatch(example, table, intents)?.intent).toMatchObject(row)
      expect(questionOf(example).command).toBe(row.command)
    },
  )

  it('GIVEN a word in two rows THEN the one of which more words are said is meant', () => {
    expect(questionOf('show me quotes from Belova about the dam')).toEqual({
      command: 'quotes',
      speaker: 'Belova',
      topic: 'the dam',
    })
  })

  it.each([
    ['is there a cure yet?', 'ask'],
    ['is there a curfew in Orsk', 'ask'],
    ['what did Belova say she was thinking', 'ask'],
    ['who took part in the march?', 'ask'],
    ['how many articles of the treaty were broken?', 'ask'],
  ])('GIVEN “%s” THEN it is for /%s', (text, command) => {
    expect(questionOf(text).command).toBe(command)
  })

  it('GIVEN a possessive and a quotation THEN each is a word by itself', () => {
    expect(messageTokens('what’s Meer’s “big word”, then?').map(({ word }) => word)).toEqual([
      'what',
      "'s",
      'meer',
      "'s",
      '',
      'then',
    ])
  })

  it.each(['what did '.repeat(20_000), '"'.repeat(50_000), 'news '.repeat(59), `${'a'.repeat(50_000)}'s`])(
    'GIVEN a hostile text THEN it is none of the set phrases',
    (text) => {
      expect(bestMatch(text.slice(0, 100_000), table, intents)).toBeNull()
    },
  )
})
