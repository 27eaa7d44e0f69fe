import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AskingCommand } from '../../../src/discord/bot/command.js'
import { optional, required } from '../../../src/discord/bot/command.js'
import { plainWords, problem, questionTooLong, tidy } from '../../../src/discord/gateway/option-parsing.js'
import { OPTION, QUESTION } from '../../../src/discord/render/limits.js'
import { hostile } from '../hostile.js'

describe('plain words', () => {
  test.each([
    ['what **did** __they__ ~~say~~ ||say||?', 'what did they say say?'],
    ['> quoted\n# heading\n-# small', 'quoted heading small'],
    ['`code` and ```block```', 'code and block'],
    ['<@1> said <#2> and <@&3>', 'Ada said reports and'],
    ['<:fire:12> <a:spin:13> <t:1640995200:R> <id:guide>', ''],
    ['</when:99> geneva', '/when geneva'],
    ['"severe   sanctions"', '"severe sanctions"'],
    ['\u202eevil\0', 'evil'],
    ['🔥🔥', '🔥🔥'],
  ])('GIVEN %j THEN it is %j', (text, words) => {
    const names = new Map([
      ['1', 'Ada'],
      ['2', 'reports'],
    ])
    expect(plainWords(text, names)).toBe(words)
  })

  test('GIVEN any text THEN it is one line and holds no mention', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        expect(plainWords(text)).not.toMatch(/[\n\r]|\*\*|`/)
      }),
    )
  })
})

describe('options', () => {
  const command: AskingCommand = {
    definition: {
      name: 'search',
      description: 'Passages',
      options: [required('words', 'Words to look for'), { ...optional('since', 'A day'), max_length: 10 }],
    },
    defer: 'public',
    question: () => ({ command: 'help' }),
  }

  test('GIVEN options that are empty once tidied THEN they count as not given', () => {
    expect(tidy({ words: ' ** ', since: null, until: 'x' })).toEqual({ until: 'x' })
  })

  test('GIVEN all that is needed THEN nothing is wrong', () => {
    expect(problem(command, { words: 'troops' })).toBeNull()
  })

  test.each([
    ['a required one missing', {}, /“words”.*Words to look for/],
    [
      'one that is too long',
      { words: 'x'.repeat(6000) },
      new RegExp(`6,000 characters, and at most ${OPTION}`),
    ],
    ['one longer than its own limit', { words: 'x', since: '2021-12-31T00:00' }, /“since” is too long/],
    ['one that there is not', { words: 'x', colour: 'red' }, /no option “colour”/],
  ])('GIVEN %s THEN it is said which and why', (_, given, message) => {
    expect(problem(command, given)?.message).toMatch(message)
  })

  test('GIVEN a question in plain words that is too long THEN it is said how long it may be', () => {
    expect(questionTooLong('x'.repeat(QUESTION))).toBeNull()
    expect(questionTooLong('x'.repeat(QUESTION + 1))?.message).toMatch(`at most ${QUESTION}`)
  })
})
