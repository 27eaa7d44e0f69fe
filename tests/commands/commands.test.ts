import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { asks } from '../../src/discord/command.js'
import { QUESTION } from '../../src/discord/limits.js'
import { loadCommands } from '../../src/discord/loader.js'

const commands = await loadCommands(new URL('../../commands', import.meta.url).pathname)

test('GIVEN the folder THEN every file of it is a command', () => {
  const files = readdirSync('commands').map((file) => file.replace(/\.ts$/, ''))
  expect([...commands.keys()].sort()).toEqual(files.sort())
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
    ['article', { name: 'notes' }],
    ['status', {}],
    ['help', {}],
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
  for (const command of commands.values()) if (!asks(command)) expect(command.permission).toBeDefined()
})
