import { DiscordAPIError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { memoryLog } from '../discord/memory-log.js'

/** Made up, in the form that Discord gives tokens. */
const TOKEN = ['OTAwMDAwMDAwMDAwMDAwMDAx', 'GaBcDe', 'x'.repeat(38)].join('.')
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIz'

const apiError = () =>
  new DiscordAPIError(
    { code: 10062, message: 'Unknown interaction' },
    10062,
    404,
    'POST',
    `https://discord.com/api/v10/interactions/123/${INTERACTION_TOKEN}/callback`,
    { body: { content: 'what somebody asked' }, files: undefined },
  )

describe('secrets', () => {
  test.each(['json', 'pretty'] as const)(
    'GIVEN the token anywhere in a line THEN %s does not show it',
    (format) => {
      const { log, text } = memoryLog({ format, secrets: ['short-secret'] })
      log.info({ config: { token: 'short-secret' } }, 'started with short-secret')
      log.error({ err: new Error('short-secret was refused') }, 'failed')
      expect(text()).not.toContain('short-secret')
      expect(text()).toContain('[redacted] was refused')
    },
  )

  test('GIVEN any bot’s token THEN it is not shown, though nobody said that it is secret', () => {
    const { log, text } = memoryLog()
    log.info(`Authorization: Bot ${TOKEN}`)
    expect(text()).toContain('Bot [redacted]')
  })

  test.each([
    `https://discord.com/api/v10/interactions/123/${INTERACTION_TOKEN}/callback`,
    `https://discord.com/api/v10/webhooks/123/${INTERACTION_TOKEN}/messages/@original?with_components=true`,
    `/webhooks/123/${INTERACTION_TOKEN}`,
  ])('GIVEN the address %s THEN its token is not shown', (address) => {
    const { log, text } = memoryLog()
    log.warn({ address }, `could not reach ${address}`)
    expect(text()).not.toContain(INTERACTION_TOKEN)
    expect(text()).toContain('s/123/[redacted]')
  })

  test('GIVEN an error of Discord’s THEN code and address are shown, without token and body', () => {
    const { log, text, lines } = memoryLog()
    log.error({ err: apiError() }, 'failed')
    expect(lines()[0]).toMatchObject({
      level: 'error',
      err: {
        code: 10062,
        method: 'POST',
        url: 'https://discord.com/api/v10/interactions/123/[redacted]/callback',
      },
    })
    expect(text()).not.toContain(INTERACTION_TOKEN)
    expect(text()).not.toContain('what somebody asked')
  })
})

describe('format', () => {
  test('GIVEN json THEN a line is one object with time, level and message', () => {
    const { log, lines } = memoryLog()
    log.info({ command: 'when' }, 'answered')
    expect(lines()).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), command: 'when', msg: 'answered' },
    ])
  })

  test('GIVEN auto and no terminal THEN it is json', () => {
    const { log, lines } = memoryLog({ format: 'auto' })
    log.info('x')
    expect(lines()).toHaveLength(1)
  })

  test('GIVEN a level THEN less important lines are left out', () => {
    const { log, lines } = memoryLog({ level: 'warn' })
    log.info('no')
    log.warn('yes')
    expect(lines().map(({ msg }) => msg)).toEqual(['yes'])
  })
})
