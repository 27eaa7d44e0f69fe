import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/discord/bot/command.js'
import { inMessageMenu, optional, required } from '../../../src/discord/bot/command.js'
import { isSame, registered } from '../../../src/discord/bot/registration.js'

const GLOBAL = { guildId: null }
const GUILD = { guildId: '100000000000000001' }

const when: Command = {
  definition: { name: 'when', description: 'Dates', options: [required('topic', 'A topic')] },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: () => ({ command: 'help' }),
}
const reload: Command = {
  definition: { name: 'reload', description: 'Read anew' },
  defer: 'private',
  permission: 'Manage Server',
  run: () => Promise.reject(new Error('not here')),
}

const registeredSlash = (command: Command, place: { guildId: string | null }) =>
  registered(command, place) as RESTPostAPIChatInputApplicationCommandsJSONBody

describe('what is registered', () => {
  test('GIVEN a question THEN it completes where it says so and can be asked in private', () => {
    expect(registeredSlash(when, GUILD).options).toMatchObject([
      { name: 'topic', required: true, autocomplete: true },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: expect.any(String) },
    ])
  })

  test('GIVEN a question that is always private THEN it has no such option', () => {
    expect(registeredSlash({ ...when, defer: 'private' }, GUILD).options).toHaveLength(1)
  })

  test('GIVEN a command of messages THEN it has a name alone', () => {
    const menu: Command = { definition: inMessageMenu('Look up'), defer: 'private', questions: () => [] }
    expect(registered(menu, GUILD)).toEqual({ type: 3, name: 'Look up' })
    expect(registered(menu, GLOBAL)).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
  })

  test('GIVEN texts in other languages THEN they are sent along', () => {
    const { name_localizations: names, options } = registeredSlash(when, GUILD)
    expect(names).toMatchObject({ de: 'wann', uk: 'коли' })
    expect(options![0]).toMatchObject({ name_localizations: { de: 'thema' } })
  })

  test('GIVEN a permission THEN Discord hides the command from others', () => {
    expect(registeredSlash(reload, GUILD).default_member_permissions).toBe('32')
  })

  test('GIVEN a global command THEN it is there wherever one may use it', () => {
    expect(registered(when, GLOBAL)).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(registered(reload, GLOBAL)).toMatchObject({ contexts: [0], integration_types: [0] })
    expect(registered(when, GUILD)).not.toHaveProperty('contexts')
  })
})

describe('whether commands differ', () => {
  const wanted = [registered(when, GLOBAL), registered(reload, GLOBAL)]
  /** As Discord gives them back: with fields of its own, in its own order. */
  const stored = (bodies: readonly object[]) =>
    bodies
      .map((body, i) => ({
        id: `${i}`,
        application_id: '9',
        version: '1',
        default_member_permissions: null,
        name_localizations: null,
        description_localizations: null,
        dm_permission: true,
        nsfw: false,
        ...body,
      }))
      .reverse()

  test('GIVEN the same with Discord’s own fields, in another order THEN nothing is to be written', () => {
    expect(isSame(wanted, stored(wanted), GLOBAL)).toBe(true)
  })

  test('GIVEN a server’s commands with what Discord says of their reach THEN nothing is to be written', () => {
    const bodies = [registered(when, GUILD)]
    const withReach = stored(bodies).map((body) => ({ ...body, contexts: null, integration_types: [0] }))
    expect(isSame(bodies, withReach, GUILD)).toBe(true)
  })

  test.each([
    ['one is new', [...wanted, { ...wanted[0]!, name: 'ask' }]],
    ['one is gone', wanted.slice(1)],
    ['a description changed', [{ ...wanted[0]!, description: 'Days' }, wanted[1]!]],
    [
      'an option changed',
      [
        registered(
          { ...when, definition: { ...when.definition, options: [optional('topic', 'A topic')] } },
          GLOBAL,
        ),
        wanted[1]!,
      ],
    ],
    [
      'options changed places',
      [{ ...wanted[0]!, options: [...registeredSlash(when, GLOBAL).options!].reverse() }, wanted[1]!],
    ],
    ['a permission is gone', [wanted[0]!, registered({ ...reload, permission: undefined } as never, GLOBAL)]],
    ['the reach changed', [{ ...wanted[0]!, contexts: [0] }, wanted[1]!]],
    ['a translation was added', [{ ...wanted[0]!, name_localizations: { de: 'wann' } }, wanted[1]!]],
  ])('GIVEN that %s THEN they differ', (_, changed) => {
    expect(isSame(changed, stored(wanted), GLOBAL)).toBe(false)
  })
})
