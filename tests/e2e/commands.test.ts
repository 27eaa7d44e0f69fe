import { InteractionResponseType } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import { textOf as questionText } from '../../src/answers/question.js'
import { renderAnswer } from '../../src/discord/renderer.js'
import { changeCommand, type Desk, EPHEMERAL, embedOf, pinged, startDesk, textOf } from './desk.js'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.close())

const QUESTIONS = [
  ['when', { topic: 'lorne dam' }],
  ['who-said', { words: 'drown in promises' }],
  ['who-said', { words: 'severe flooding', speaker: 'Belova' }],
  ['ask', { question: 'How many people live below the dam?' }],
  ['search', { words: 'gates', outlet: 'River Post', since: '2023-01-01' }],
  ['sources', {}],
  ['article', { name: 'river-post' }],
] as const

describe('asking', () => {
  test.each(QUESTIONS)(
    'GIVEN /%s %j THEN it is acknowledged at once and answered with the same findings as anywhere',
    async (command, options) => {
      const exchange = desk.member.command(command, options)
      const { type, realMs } = await exchange.acknowledged()
      expect(type).toBe(InteractionResponseType.DeferredChannelMessageWithSource)
      expect(realMs).toBeLessThan(3000)
      const message = await exchange.response()
      const expected = await answer({ command, ...options } as never, desk.archive, {
        server: desk.sandbox.ids.guild,
      })
      const { title, description } = renderAnswer(expected, {
        title: questionText({ command, ...options } as never),
      }).embed
      expect(embedOf(message)).toMatchObject({ title, description })
      expect((message.flags ?? 0) & EPHEMERAL).toBe(0)
    },
  )

  test('GIVEN the private option THEN only the asker sees the answer', async () => {
    const message = await desk.member.command('when', { topic: 'lorne dam', private: true }).response()
    expect((message.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(desk.member.messages().map(({ id }) => id)).toContain(message.id)
    expect(desk.moderator.messages().map(({ id }) => id)).not.toContain(message.id)
  })

  test('GIVEN /help THEN only the asker sees it', async () => {
    const message = await desk.member.command('help').response()
    expect((message.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
    expect(textOf(message)).toContain('`/when topic`')
  })

  test('GIVEN a question that the articles are silent on THEN it is said', async () => {
    const message = await desk.member.command('when', { topic: 'volcano' }).response()
    expect(textOf(message)).toMatch(/^The articles don’t say\./)
  })

  test('GIVEN direct messages THEN questions are answered there too', async () => {
    const { sandbox } = desk
    const channel = sandbox.world.openDm(sandbox.ids.member)
    const message = await sandbox
      .as(sandbox.ids.member, { channel })
      .command('when', { topic: 'lorne dam' })
      .response()
    expect(textOf(message)).toContain('15')
  })

  test('GIVEN all these answers THEN nobody was pinged', () => {
    expect(pinged(desk.sandbox)).toEqual([])
  })
})

const HOSTILE = [
  '   ',
  'flood '.repeat(50),
  '🔥🔥🔥',
  '<:fire:123456789012345678>',
  '"drown in',
  '**__~~||`x`||~~__**\n> # [a](https://evil.example)',
  '@everyone <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '\u202edam\u0000\u200b\ud83d',
  '.*(a+)+$ $1 %s {{x}} \\',
]

describe('hostile questions', () => {
  test.each(['when', 'who-said', 'ask', 'search', 'article'])(
    'GIVEN /%s with any of them THEN there is an answer or a refusal, no error',
    async (command) => {
      const option = {
        when: 'topic',
        'who-said': 'words',
        ask: 'question',
        search: 'words',
        article: 'name',
      }[command]!
      for (const text of HOSTILE) {
        const message = await desk.member.command(command, { [option]: text }).response()
        expect(textOf(message)).not.toMatch(/Reference/)
        expect(textOf(message)).not.toMatch(/\[a\]\(|@everyone|<@/)
      }
      expect(pinged(desk.sandbox)).toEqual([])
      expect(desk.log.lines().filter(({ level }) => level === 'error')).toEqual([])
    },
  )

  test('GIVEN a refusal THEN only the asker sees it', async () => {
    const message = await desk.member.command('when', { topic: ' ** ' }).response()
    expect(textOf(message)).toMatch(/no words to go by in “topic”/)
    expect((message.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL)
  })

  test('GIVEN 6,000 characters that Discord lets through THEN it is said how many are read', async () => {
    await using loose = await startDesk()
    const options = [{ type: 3, name: 'topic', description: 'A topic', required: true }]
    await changeCommand(loose, 'when', { options })
    const message = await loose.member.command('when', { topic: 'x'.repeat(6000) }).response()
    expect(textOf(message)).toMatch(/too long: 6,000 characters, and at most 300 are read/)
  })

  test('GIVEN an impossible day THEN the answer says what to do', async () => {
    const message = await desk.member.command('search', { words: 'dam', since: 'yesterday' }).response()
    expect(textOf(message)).toMatch(/2021|day|date/i)
  })
})

describe('completing', () => {
  test.each([
    ['when', 'topic', 'lor', /lorne/i],
    ['who-said', 'words', 'drown', /drown/],
    ['who-said', 'speaker', 'bel', /Belova/],
    ['search', 'outlet', 'riv', /River Post/],
    ['article', 'name', 'notes', /notes/i],
  ])('GIVEN /%s with %s “%s” THEN it is completed', async (command, option, typed, expected) => {
    const required = command === 'who-said' || command === 'search' ? { words: 'x' } : {}
    const choices = await desk.member
      .autocomplete(command, { ...required, [option]: typed }, option)
      .choices()
    expect(choices.map(({ name }) => name).join('\n')).toMatch(expected)
  })

  test('GIVEN what nobody wrote THEN there are no choices', async () => {
    expect(await desk.member.autocomplete('when', { topic: 'zzzzqq' }, 'topic').choices()).toEqual([])
  })

  test('GIVEN a choice THEN it can be asked', async () => {
    const [choice] = await desk.member.autocomplete('article', { name: 'notes' }, 'name').choices()
    const message = await desk.member.command('article', { name: String(choice!.value) }).response()
    expect(textOf(message)).toContain('The ridge road is closed.')
  })
})
