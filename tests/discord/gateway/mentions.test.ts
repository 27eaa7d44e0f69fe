import { describe, expect, test } from 'vitest'
import { decide, type Heard } from '../../../src/discord/gateway/mentions.js'

const ME = '900000000000000001'

function heard(change: Partial<Heard>): Heard {
  return {
    author: 'person',
    system: false,
    direct: false,
    mentionsMe: false,
    repliesToMe: false,
    content: 'when is geneva?',
    names: new Map([[ME, '']]),
    ...change,
  }
}

describe('whether to respond', () => {
  test.each([
    ['a mention', { mentionsMe: true, content: `<@${ME}> when is geneva?` }, 'when is geneva?'],
    ['a mention in the midst', { mentionsMe: true, content: `hey <@!${ME}>, who left?` }, 'hey , who left?'],
    ['a mention alone', { mentionsMe: true, content: `<@${ME}>` }, null],
    ['a reply to the bot', { repliesToMe: true }, 'when is geneva?'],
    ['a direct message', { direct: true }, 'when is geneva?'],
  ] as [string, Partial<Heard>, string | null][])(
    'GIVEN %s THEN it responds to the words',
    (_, change, words) => {
      expect(decide(heard(change))).toEqual({
        respond: true,
        questions: words === null ? [] : [words],
        more: false,
      })
    },
  )

  test.each([
    ['two questions', 'when is it? who comes?', ['when is it?', 'who comes?'], false],
    ['lines that are commands', '/when a\n/when b', ['/when a', '/when b'], false],
    ['more than three questions', 'a b? c d? e f? g h?', ['a b?', 'c d?', 'e f?'], true],
  ])('GIVEN %s THEN at most three are answered', (_, text, questions, more) => {
    expect(decide(heard({ mentionsMe: true, content: `<@${ME}> ${text}` }))).toEqual({
      respond: true,
      questions,
      more,
    })
  })

  test.each([
    ['its own message', { author: 'me', mentionsMe: true }],
    ['another bot’s mention', { author: 'bot', mentionsMe: true }],
    ['another bot’s reply', { author: 'bot', repliesToMe: true }],
    ['a report of Discord’s', { system: true, mentionsMe: true }],
    ['@everyone, a role or nobody', { content: '@everyone <@&5> look' }],
    ['thanks', { mentionsMe: true, content: `<@${ME}> thanks!` }],
    ['praise in a reply', { repliesToMe: true, content: 'good bot 👍' }],
    ['a sign', { repliesToMe: true, content: '❤️' }],
    ['a reply whose words are withheld', { repliesToMe: true, content: '' }],
    ['a direct message without words, such as a picture', { direct: true, content: '' }],
  ] as [string, Partial<Heard>][])('GIVEN %s THEN it does not respond', (_, change) => {
    expect(decide(heard(change)).respond).toBe(false)
  })
})
