import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acts, asks, manages } from '../../src/discord/bot/command.js'
import { loadCommands } from '../../src/discord/bot/loader.js'
import { QUESTION } from '../../src/discord/render/limits.js'
import type { OptionTexts } from '../../src/i18n/commands/texts.js'
import { COMMAND_TEXTS } from '../../src/i18n/commands.js'

interface Optioned {
  readonly name: string
  readonly options?: readonly Optioned[]
}

const commands = await loadCommands(new URL('../../commands', import.meta.url).pathname)

test('GIVEN the folder THEN every file of it is a command', () => {
  const files = readdirSync('commands').map((file) => file.replace(/\.ts$/, ''))
  expect(commands.size).toBe(files.length)
})

describe('questions', () => {
  const questions = [...commands.values()].filter(asks)

  test.each([
    ['when', { topic: 'lorne' }],
    ['who-said', { words: 'drown in promises', speaker: 'Belova' }],
    ['quotes', { speaker: 'Belova', topic: 'the valley' }],
    ['ask', { question: 'Who lives below the dam?' }],
    ['search', { words: 'gates', outlet: 'River Post', since: '2023-01-01', until: '2023-12-31' }],
    ['sources', { outlet: 'River Post' }],
    ['timeline', { topic: 'dam', from: '2023', to: '2024' }],
    ['compare', { topic: 'dam' }],
    ['article', { name: 'notes' }],
  ])('GIVEN /%s with its options THEN it asks just that', (name, given) => {
    const command = commands.get(name)
    if (!command || !asks(command)) throw new Error(`/${name} asks nothing`)
    expect(command.question(given)).toEqual({ command: name, ...given })
  })

  test.each(questions.map((command) => [command.definition.name, command] as const))(
    'GIVEN /%s THEN its required options fit into the buttons that turn pages',
    (_, { definition }) => {
      const lengths = (definition.options ?? [])
        .filter(({ required }) => required)
        .map((one) => one.max_length ?? 6000)
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(QUESTION)
    },
  )
})

test('GIVEN a command that changes something THEN it needs a permission', () => {
  const acting = [...commands.values()].filter(acts)
  expect(acting.filter(({ permission }) => permission).map(({ definition }) => definition.name)).toEqual([
    'reload',
  ])
  const managing = [...commands.values()].filter(manages)
  expect(managing.map(({ definition, permission }) => [definition.name, permission])).toEqual([
    ['articles', 'Manage Server'],
    ['feeds', 'Manage Server'],
    ['follow', 'Manage Server'],
    ['settings', 'Manage Server'],
  ])
})

describe('in other languages', () => {
  const named = [...commands.values()].map(({ definition }) => definition)

  test.each(Object.entries(COMMAND_TEXTS))(
    'GIVEN %s THEN every command and option has its texts, within Discord’s limits',
    (_, catalogue) => {
      const slash: string[] = []
      const texts = [catalogue.private]
      for (const definition of named) {
        const own = catalogue.commands[definition.name]
        if (!own) throw new Error(`${definition.name} has no texts`)
        if (!('description' in definition)) {
          expect(own.name.length).toBeLessThanOrEqual(32)
          continue
        }
        slash.push(own.name)
        texts.push({ name: own.name, description: own.description! })
        const check = (options: readonly Optioned[], known: OptionTexts['options'] = {}) => {
          expect(Object.keys(known).sort()).toEqual(options.map(({ name }) => name).sort())
          const optionNames = [...Object.values(known), catalogue.private].map(({ name }) => name)
          expect(new Set(optionNames).size).toBe(optionNames.length)
          texts.push(...Object.values(known))
          for (const option of options) check(option.options ?? [], known[option.name]?.options)
        }
        check((definition.options ?? []) as readonly Optioned[], own.options)
      }
      expect(new Set(slash).size).toBe(slash.length)
      for (const { name, description } of texts) {
        expect(name).toMatch(/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u)
        expect(description.length, description).toBeGreaterThan(0)
        expect(description.length, description).toBeLessThanOrEqual(100)
      }
    },
  )
})

describe('commands of messages', () => {
  const questionsOf = (name: string, text: string) => {
    const command = commands.get(name)
    if (!command || !('questions' in command)) throw new Error(`“${name}” is no command of messages`)
    return command.questions(text)
  }

  test('GIVEN a message with claims THEN each is looked up', () => {
    expect(
      questionsOf('Find sources', 'Wow. The dam opens on Monday! 12,000 people must leave. Really?'),
    ).toEqual([
      { command: 'ask', question: 'The dam opens on Monday!' },
      { command: 'ask', question: '12,000 people must leave.' },
    ])
  })

  test.each([
    ['quoted words', 'She said “drown in promises” and "wait for us".', ['drown in promises', 'wait for us']],
    ['none', 'drown in promises', ['drown in promises']],
    ['no words', '🔥', []],
  ])('GIVEN a message with %s THEN it is asked who said them', (_, text, words) => {
    expect(questionsOf('Who said this?', text)).toEqual(
      words.map((one) => ({ command: 'who-said', words: one })),
    )
  })
})
