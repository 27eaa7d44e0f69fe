import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCommand, loadCommands } from '../../../src/discord/bot/loader.js'

const good = {
  definition: {
    name: 'when',
    description: 'Dates',
    options: [{ type: 3, name: 'topic', description: 'A topic' }],
  },
  defer: 'public',
  suggest: { topic: 'topic' },
  question: () => ({ command: 'help' }),
}
const changed = (change: object) => ({ ...good, ...change })
const defined = (change: object) => changed({ definition: { ...good.definition, ...change } })
const option = (change: object) =>
  defined({ options: [{ type: 3, name: 'topic', description: 'A topic', ...change }] })

describe('what a command must be', () => {
  test('GIVEN a valid command THEN it is taken as it is', () => {
    expect(checkCommand('when.js', good)).toBe(good)
  })

  test.each([
    ['no default export', undefined, 'no default export'],
    ['a default export that is a function', () => {}, 'no default export'],
    [
      'neither question nor run',
      { definition: good.definition, defer: 'public' },
      'neither `question`, `questions`, `run` nor `manage`',
    ],
    ['a question that is no function', changed({ question: 'when' }), 'question: must be a function'],
    ['a field that there is not', changed({ cooldown: 5 }), 'cooldown'],
    ['no way of deferring', changed({ defer: undefined }), 'defer'],
    ['another name than its file', defined({ name: 'whenever' }), 'its name is "whenever"'],
    ['capitals in its name', defined({ name: 'When' }), 'definition.name: must be 1 to 32 small letters'],
    ['no description', defined({ description: '' }), 'definition.description'],
    ['a description that is too long', defined({ description: 'x'.repeat(101) }), 'definition.description'],
    ['an option that is not text', option({ type: 4 }), 'definition.options.0.type: must be a string option'],
    ['its own private option', option({ name: 'private' }), '"private" is added'],
    [
      'a suggestion for no option',
      changed({ suggest: { words: 'topic' } }),
      'suggest.words: there is no option',
    ],
    ['suggestions of no kind', changed({ suggest: { topic: 'weather' } }), 'suggest.topic'],
    [
      'a required option after one that is not',
      defined({
        options: [...good.definition.options, { type: 3, name: 'more', description: 'More', required: true }],
      }),
      'the required ones must come first',
    ],
    [
      'two options of one name',
      defined({ options: [...good.definition.options, ...good.definition.options] }),
      'same name',
    ],
    [
      'a permission that there is not',
      { definition: good.definition, defer: 'public', permission: 'Fly', run: () => {} },
      'permission',
    ],
  ])('GIVEN %s THEN the file and the reason are named', (_, exported, reason) => {
    const check = () => checkCommand('when.js', exported)
    expect(check).toThrow(/^when\.js is not a valid command: /)
    expect(check).toThrow(reason)
  })
})

describe('what a command of messages must be', () => {
  const menu = { definition: { type: 3, name: 'Look this up!' }, defer: 'private', questions: () => [] }

  test('GIVEN a valid one THEN its file is its name in small letters and dashes', () => {
    expect(checkCommand('look-this-up.js', menu)).toBe(menu)
  })

  test.each([
    ['a description', { definition: { ...menu.definition, description: 'x' } }, 'definition'],
    ['another type', { definition: { ...menu.definition, type: 2 } }, 'definition.type'],
    ['a public reply', { defer: 'public' }, 'defer'],
    [
      'another name than its file',
      { definition: { ...menu.definition, name: 'Find' } },
      'its name is "Find"',
    ],
  ])('GIVEN %s THEN the file and the reason are named', (_, change, reason) => {
    expect(() => checkCommand('look-this-up.js', { ...menu, ...change })).toThrow(reason)
  })
})

describe('what a managing command must be', () => {
  const managing = {
    definition: {
      name: 'shelf',
      description: 'x',
      options: [{ type: 1, name: 'list', description: 'x' }],
    },
    defer: 'private',
    permission: 'Manage Server',
    manage: () => {},
  }

  test('GIVEN a valid one THEN it is taken', () => {
    expect(checkCommand('shelf.js', managing)).toBe(managing)
  })

  test.each([
    ['no permission', { permission: undefined }, 'permission'],
    ['a public reply', { defer: 'public' }, 'defer'],
    [
      'an option that is no subcommand',
      { definition: { ...managing.definition, options: [{ type: 3, name: 'a', description: 'x' }] } },
      'must be a subcommand',
    ],
  ])('GIVEN %s THEN the file and the reason are named', (_, change, reason) => {
    expect(() => checkCommand('shelf.js', { ...managing, ...change })).toThrow(reason)
  })
})

describe('a folder of commands', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commands-'))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  })
  afterEach(() => rm(folder, { recursive: true }))

  const source = (name: string) =>
    `export default { definition: { name: '${name}', description: 'x' }, defer: 'public', question: () => ({ command: 'help' }) }`

  test('GIVEN one more file THEN there is one more command', async () => {
    await writeFile(join(folder, 'help.js'), source('help'))
    expect([...(await loadCommands(folder)).keys()]).toEqual(['help'])
    await writeFile(join(folder, 'hello.js'), source('hello'))
    expect([...(await loadCommands(folder)).keys()]).toEqual(['hello', 'help'])
  })

  test('GIVEN a file that can’t be read as code THEN it is named', async () => {
    await writeFile(join(folder, 'broken.js'), 'export default {')
    await expect(loadCommands(folder)).rejects.toThrow(
      /^broken\.js is not a valid command: it can't be loaded/,
    )
  })

  test('GIVEN other files THEN they are left alone', async () => {
    await writeFile(join(folder, 'help.js.map'), '{}')
    expect((await loadCommands(folder)).size).toBe(0)
  })
})
