import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import {
  EmbedBuilder,
  Events,
  type Interaction,
  MessageFlags,
  ApplicationCommandOptionType as Option,
} from 'discord.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completer } from '../../src/sandbox/terminal/completer.js'
import { readLine } from '../../src/sandbox/terminal/lines.js'
import { COLOURED, PLAIN, renderMarkup } from '../../src/sandbox/terminal/markup.js'
import { runTerminal } from '../../src/sandbox/terminal/terminal.js'
import { botWith, sandboxed } from './bot.js'

const COMMANDS = [
  {
    name: 'when',
    description: 'When something happens',
    options: [
      {
        type: Option.String as const,
        name: 'topic',
        description: 'What',
        required: true,
        autocomplete: true,
      },
      { type: Option.Boolean as const, name: 'private', description: 'Only for you' },
    ],
  },
  { name: 'reload', description: 'Reads the articles anew', defaultMemberPermissions: 32n },
]

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete())
    return interaction.respond([{ name: 'Geneva talks', value: 'geneva talks' }])
  if (interaction.isButton() && interaction.customId === 'fix')
    return interaction.showModal({
      title: 'Correct this',
      customId: 'correct',
      components: [{ type: 1, components: [{ type: 4, customId: 'why', label: 'Why?', style: 1 }] }],
    })
  if (interaction.isButton()) return interaction.update({ content: 'page 2', embeds: [], components: [] })
  if (interaction.isModalSubmit())
    return interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`)
  if (!interaction.isChatInputCommand()) return undefined
  if (interaction.commandName === 'reload') return interaction.reply('reloaded')
  await interaction.deferReply(
    interaction.options.getBoolean('private') ? { flags: MessageFlags.Ephemeral } : {},
  )
  const embed = new EmbedBuilder()
    .setTitle(interaction.options.getString('topic'))
    .setDescription('**9 January 2022**\n> They meet in **Geneva**.\n[The Post](https://example.org/1)')
    .addFields({ name: 'Also', value: 'nothing' })
    .setFooter({ text: '1 article' })
  const buttons = ['next', 'fix'].map((customId) => ({
    type: 2 as const,
    style: 1 as const,
    label: customId,
    customId,
  }))
  return interaction.editReply({ embeds: [embed], components: [{ type: 1, components: buttons }] })
}

/** What the terminal prints for these lines. */
async function session(lines: string[], colour?: boolean): Promise<string> {
  const sandbox = await sandboxed()
  const client = await botWith(sandbox, COMMANDS, answer)
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot && message.mentions.has(client.user))
      void message.reply(`heard: ${message.content}`)
  })
  const input = new PassThrough()
  const output = new PassThrough()
  const printed = text(output)
  input.end(lines.map((line) => `${line}\n`).join(''))
  await runTerminal(sandbox, { input, output, ...(colour !== undefined && { colour }) })
  output.end()
  return printed
}

describe('the prompt with piped input', () => {
  it('GIVEN commands, clicks and mentions THEN each is answered in order, in plain text', async () => {
    expect(
      await session([
        '/when "geneva" talks private:true',
        'click 1',
        '@bot who said it',
        '/nowhere',
        '/when',
      ]),
    ).toBe(
      [
        '› /when "geneva" talks private:true',
        'Crisis Desk (only you can see this)',
        '│ "geneva" talks',
        '│ 9 January 2022',
        '│ > They meet in Geneva.',
        '│ The Post <https://example.org/1>',
        '│ Also',
        '│ nothing',
        '│ 1 article',
        '[1] next  [2] fix',
        '› click 1',
        'Crisis Desk (only you can see this, edited)',
        'page 2',
        '› @bot who said it',
        'Crisis Desk',
        'heard: @bot who said it',
        '› /nowhere',
        'there is no command /nowhere; there are /reload, /when',
        '› /when',
        'the option "topic" is required',
        '',
      ].join('\n'),
    )
  })

  it('GIVEN the bot’s own name THEN it is a mention too, and a longer word is not', async () => {
    const printed = await session([
      '@crisis desk: who said it',
      '@bots are no bot',
      '@Crisis Desk, and @Ned?',
    ])
    expect(printed.split('\n').filter((line) => line.startsWith('heard'))).toEqual([
      'heard: @bot: who said it',
      'heard: @bot, and @member?',
    ])
  })

  it('GIVEN a change of user THEN commands for moderators are offered', async () => {
    const printed = await session(['/reload', '/as moderator', '/reload', '/as nobody'])
    expect(printed.split('\n')).toEqual([
      '› /reload',
      'this user is offered no command "reload" here',
      '› /as moderator',
      'You are now the moderator.',
      '› /reload',
      'Crisis Desk',
      'reloaded',
      '› /as nobody',
      'there is no nobody; you can be member, moderator, owner',
      '',
    ])
  })

  it('GIVEN a button that opens a dialogue THEN the next lines are its fields', async () => {
    const printed = await session(['/when geneva', 'click 2', 'it is so'])
    expect(printed).toContain('› click 2\nCorrect this\nWhy?\n› it is so\nCrisis Desk\nbecause it is so')
  })

  it('GIVEN colour THEN bold, quotes and links are drawn', async () => {
    const printed = await session(['/when geneva'], true)
    expect(printed).toContain('\x1b[1m9 January 2022\x1b[22m')
    expect(printed).toContain('\x1b]8;;https://example.org/1\x1b\\')
  })
})

describe('completion', () => {
  it("GIVEN the start of a command THEN its name; GIVEN the start of an option THEN the bot's suggestions", async () => {
    const sandbox = await sandboxed()
    await botWith(sandbox, COMMANDS, answer)
    const complete = (line: string) =>
      new Promise<string[]>((resolve) => completer(sandbox)(line, (_, [found]) => resolve(found)))
    expect(await complete('/wh')).toEqual(['/when '])
    expect(await complete('/when gen')).toEqual(['/when geneva talks'])
  })
})

describe('reading a line', () => {
  const definitions = [
    { type: 3, name: 'words', description: 'x' },
    { type: 3, name: 'speaker', description: 'x' },
  ]
  const commands = [
    { type: 1, name: 'who-said', description: 'x', options: definitions },
    {
      type: 1,
      name: 'articles',
      description: 'x',
      options: [{ type: 1, name: 'add', description: 'x', options: definitions }],
    },
  ] as never[]

  it.each([
    ['/who-said "severe sanctions"', { name: 'who-said', options: { words: '"severe sanctions"' } }],
    [
      '/who-said sanctions at 9:30 speaker:"Joe B"',
      { name: 'who-said', options: { words: 'sanctions at 9:30', speaker: 'Joe B' } },
    ],
    ['/articles add one two', { name: 'articles add', options: { words: 'one two' } }],
    ['click 2', { kind: 'click', number: 2 }],
    ['/in #crisis', { kind: 'in', where: 'crisis' }],
    ['hello', { kind: 'say', content: 'hello' }],
  ])('GIVEN %s THEN it is understood', (line, deed) => {
    expect(readLine(line, commands)).toMatchObject(deed)
  })
})

describe('mark-up', () => {
  it.each([
    ['**bold** and *italic*', 'bold and italic'],
    ['\\*not italic\\*', '*not italic*'],
    ['`**code**`', '**code**'],
    ['<@1> in <#2>', '@n1 in #n2'],
    ['# Heading', 'Heading'],
    ['2 * 3 * 4 < 5', '2 * 3 * 4 < 5'],
    ['[a](https://example.org)', 'a <https://example.org>'],
    ['un**closed', 'un**closed'],
  ])('GIVEN %s THEN it reads plainly', (raw, plain) => {
    expect(renderMarkup(raw, PLAIN, (id) => `n${id}`)).toBe(plain)
  })

  it('GIVEN any text THEN it steers nothing: no control characters get through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const shown = renderMarkup(raw, PLAIN, (id) => id)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(shown).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/)
        expect(renderMarkup('**a**', COLOURED, (id) => id)).toBe('\x1b[1ma\x1b[22m')
      }),
    )
  })
})
