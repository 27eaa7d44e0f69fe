import { InteractionResponseType } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import { textOf as questionText } from '../../src/answers/model/question.js'
import { renderAnswer } from '../../src/discord/render/renderer.js'
import {
  AT_ONCE,
  CALLBACK,
  changeCommand,
  changed,
  type Desk,
  EDIT,
  embedOf,
  isPrivate,
  LATER,
  pinged,
  requestsSince,
  startDesk,
  textOf,
} from './desk.js'

let desk: Desk
let later: Desk
beforeAll(async () => {
  desk = await startDesk(AT_ONCE)
  later = await startDesk(LATER)
})
afterAll(async () => {
  await desk.close()
  await later.close()
})

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
    'GIVEN /%s %j THEN it is answered in one request, with the same findings as anywhere',
    async (command, options) => {
      const requests = requestsSince(desk)
      const exchange = desk.member.command(command, options)
      const { type } = await exchange.acknowledged()
      expect(type).toBe(InteractionResponseType.ChannelMessageWithSource)
      const message = await exchange.response()
      const expected = await answer({ command, ...options } as never, desk.archive, {
        server: desk.sandbox.ids.guild,
      })
      const { title, description } = renderAnswer(expected, {
        title: questionText({ command, ...options } as never),
      }).embed
      expect(embedOf(message)).toMatchObject({ title, description })
      expect(isPrivate(message)).toBe(false)
      expect(requests()).toEqual([CALLBACK])
    },
  )

  test.each(QUESTIONS)(
    'GIVEN /%s %j that is not answered soon THEN it is acknowledged first, and the same answer is edited in',
    async (command, options) => {
      const requests = requestsSince(later)
      const exchange = later.member.command(command, options)
      const { type } = await exchange.acknowledged()
      expect(type).toBe(InteractionResponseType.DeferredChannelMessageWithSource)
      const message = await exchange.response()
      const atOnce = await desk.member.command(command, options).response()
      expect(message.embeds).toEqual(atOnce.embeds)
      expect(isPrivate(message)).toBe(false)
      expect(requests()).toEqual([CALLBACK, EDIT])
    },
  )

  test.each([
    ['at once', () => desk],
    ['later', () => later],
  ])('GIVEN the private option and an answer %s THEN only the asker sees it', async (_, which) => {
    const { member, moderator } = which()
    const message = await member.command('when', { topic: 'lorne dam', private: true }).response()
    expect(isPrivate(message)).toBe(true)
    expect(member.messages().map(({ id }) => id)).toContain(message.id)
    expect(moderator.messages().map(({ id }) => id)).not.toContain(message.id)
  })

  test.each([
    ['at once', () => desk],
    ['later', () => later],
  ])('GIVEN /help, answered %s THEN only the asker sees it', async (_, which) => {
    const message = await which().member.command('help').response()
    expect(isPrivate(message)).toBe(true)
    expect(textOf(message)).toContain('`/when topic`')
  })

  test.each([
    ['at once', () => desk],
    ['later', () => later],
  ])('GIVEN /timeline, answered %s THEN its picture comes along, once', async (_, which) => {
    const message = await which().member.command('timeline').response()
    const [picture, ...others] = message.attachments
    expect(others).toEqual([])
    expect(picture).toMatchObject({ filename: 'timeline.png', content_type: 'image/png' })
    expect(picture!.description).toMatch(/May/)
    expect(embedOf(message).image!.url).toBe(picture!.url)
  })

  test('GIVEN an error before anything was said THEN only the asker sees the complaint, though the answer was for all', async () => {
    await using broken = await startDesk({
      ...AT_ONCE,
      before: (archive) => changed(archive, { events: () => Promise.reject(new Error('lost')) }),
    })
    const requests = requestsSince(broken)
    const message = await broken.member.command('when', { topic: 'lorne dam' }).response()
    expect(textOf(message)).toMatch(/Reference: /)
    expect(isPrivate(message)).toBe(true)
    expect(requests()).toEqual([CALLBACK])
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
    for (const { member } of [desk, later]) {
      const message = await member.command('when', { topic: ' ** ' }).response()
      expect(textOf(message)).toMatch(/no words to go by in “topic”/)
      expect(isPrivate(message)).toBe(true)
    }
  })

  test('GIVEN 6,000 characters that Discord lets through THEN it is said how many are read', async () => {
    await using loose = await startDesk()
    const options = [{ type: 3, name: 'topic', description: 'A topic', required: true }]
    await changeCommand(loose, 'when', { options })
    const message = await loose.member.command('when', { topic: 'x'.repeat(6000) }).response()
    expect(textOf(message)).toMatch(/too long: 6,000 characters, and at most 300 are read/)
  })

  test('GIVEN an impossible day THEN the answer says what to do', async () => {
    const message = await desk.member.command('search', { words: 'dam', since: '2023-02-31' }).response()
    expect(textOf(message)).toMatch(/“since”|day|date/i)
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
