import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  InteractionContextType,
  ApplicationCommandOptionType as Option,
  PermissionFlagsBits,
  Routes,
} from 'discord.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotPossible } from '../../src/sandbox/sandbox.js'
import { botWith, codeOf, loggedIn, sandboxed } from './bot.js'

const WHEN = {
  name: 'when',
  description: 'When something happens',
  options: [
    { type: Option.String as const, name: 'topic', description: 'What', required: true, autocomplete: true },
  ],
}

/** The error tree of a refused registration of one command. */
async function treeOf(change: object): Promise<unknown> {
  const sandbox = await sandboxed()
  const client = await loggedIn(sandbox)
  const route = Routes.applicationCommands(sandbox.applicationId)
  const error = await client.rest.post(route, { body: { ...WHEN, ...change } }).then(
    () => undefined,
    (reason) => reason,
  )
  return error?.rawError?.errors
}

describe('registering commands', () => {
  it('GIVEN commands THEN they are listed, replaced with their ids kept, changed and deleted', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const { commands } = client.application
    const first = await commands.set([WHEN, { name: 'help', description: 'How to ask' }])
    const id = first.find(({ name }) => name === 'when')!.id
    const second = await commands.set([{ ...WHEN, description: 'Another text' }])
    expect([...second.keys()]).toEqual([id])
    await commands.edit(id, { description: 'A third' })
    expect((await commands.fetch(id)).description).toBe('A third')
    await commands.create({ name: 'status', description: 'How it is' }, sandbox.ids.guild)
    expect(sandbox.commands().map(({ name }) => name)).toEqual(['when'])
    expect(sandbox.commands({ guildId: sandbox.ids.guild }).map(({ name }) => name)).toEqual([
      'status',
      'when',
    ])
    await commands.delete(id)
    expect(await codeOf(commands.fetch(id))).toBe(10063)
  })

  it.each([
    [
      'an upper case name',
      { name: 'When' },
      { name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] } },
    ],
    ['a name with a space', { name: 'when is' }, { name: {} }],
    [
      'a long name',
      { name: 'x'.repeat(33) },
      { name: { _errors: [{ message: 'Must be between 1 and 32 in length.' }] } },
    ],
    ['no description', { description: '' }, { description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } }],
    ['a long description', { description: 'x'.repeat(101) }, { description: {} }],
    [
      'a required option after an optional one',
      {
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      },
      { options: { 1: {} } },
    ],
    [
      '26 options',
      { options: Array.from({ length: 26 }, (_, n) => ({ type: 3, name: `o${n}`, description: 'x' })) },
      { options: {} },
    ],
    [
      '26 choices',
      {
        options: [
          {
            type: 3,
            name: 'a',
            description: 'a',
            choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })),
          },
        ],
      },
      { options: { 0: { choices: {} } } },
    ],
    [
      'choices with autocompletion',
      {
        options: [
          { type: 3, name: 'a', description: 'a', autocomplete: true, choices: [{ name: 'x', value: 'x' }] },
        ],
      },
      { options: { 0: { autocomplete: {} } } },
    ],
    ['a description on a context menu', { type: 3, name: 'Find sources', options: [] }, { description: {} }],
  ])('GIVEN %s THEN it is refused at its place in the error tree', async (_, change, tree) => {
    expect(await treeOf(change)).toMatchObject(tree)
  })

  it('GIVEN two commands of one name THEN the list is refused', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    expect(await codeOf(client.application.commands.set([WHEN, WHEN]))).toBe(50035)
  })

  it('GIVEN more than 200 new commands a day THEN 30034', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const { commands } = client.application
    for (let day = 0; day < 2; day++) {
      await commands.set(Array.from({ length: 100 }, (_, n) => ({ name: `c${day}-${n}`, description: 'x' })))
    }
    expect(await codeOf(commands.set([{ name: 'one-more', description: 'x' }]))).toBe(30034)
  })

  it("GIVEN any name THEN it is accepted only if Discord's documented pattern allows it", async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const route = Routes.applicationCommands(sandbox.applicationId)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 34 }), async (name) => {
        const allowed =
          /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase()
        const refused = await codeOf(client.rest.put(route, { body: [{ name, description: 'x' }] }))
        expect(refused).toBe(allowed ? 'not refused' : 50035)
      }),
      { numRuns: 50 },
    )
  })
})

describe('using commands', () => {
  it('GIVEN options of every type THEN the client resolves them', async () => {
    const sandbox = await sandboxed()
    const types = [
      Option.String,
      Option.Integer,
      Option.Number,
      Option.Boolean,
      Option.User,
      Option.Role,
      Option.Channel,
      Option.Mentionable,
      Option.Attachment,
    ] as const
    const options = types.map((type, n) => ({ type, name: `o${n}`, description: 'x' }))
    const asked = new Promise<ChatInputCommandInteraction>((resolve) => {
      void botWith(
        sandbox,
        [{ name: 'all', description: 'x', options: options as never }],
        async (interaction) => {
          await (interaction as ChatInputCommandInteraction).reply('ok')
          resolve(interaction as ChatInputCommandInteraction)
        },
      )
    })
    await sandbox.next('commands')
    const { member, moderator, moderators, crisis } = sandbox.ids
    const values = [
      'text "quoted"',
      3,
      1.5,
      true,
      moderator,
      moderators,
      crisis,
      moderators,
      { name: 'a.txt', data: 'article' },
    ]
    sandbox.as(member).command('all', Object.fromEntries(values.map((value, n) => [`o${n}`, value])))
    const { options: got, member: who } = await asked
    expect([got.getString('o0'), got.getInteger('o1'), got.getNumber('o2'), got.getBoolean('o3')]).toEqual(
      values.slice(0, 4),
    )
    expect(got.getUser('o4')?.username).toBe('mara')
    expect(
      (got.getMember('o4') as { roles: { cache: Map<string, unknown> } }).roles.cache.has(moderators),
    ).toBe(true)
    expect(got.getRole('o5')?.name).toBe('moderators')
    expect(got.getChannel('o6')?.name).toBe('crisis')
    expect(got.getMentionable('o7')).toMatchObject({ name: 'moderators' })
    const file = got.getAttachment('o8')!
    expect(await (await fetch(file.url)).text()).toBe('article')
    expect(who?.user.id).toBe(member)
  })

  it('GIVEN subcommands THEN they are found by their whole name', async () => {
    const sandbox = await sandboxed()
    const add = {
      type: Option.Subcommand as const,
      name: 'add',
      description: 'x',
      options: [{ type: Option.String as const, name: 'link', description: 'x' }],
    }
    await botWith(sandbox, [{ name: 'articles', description: 'x', options: [add] }], (interaction) => {
      const { options } = interaction as ChatInputCommandInteraction
      return (interaction as ChatInputCommandInteraction).reply(
        `${options.getSubcommand()} ${options.getString('link')}`,
      )
    })
    const exchange = sandbox.as(sandbox.ids.member).command('articles add', { link: 'here' })
    expect((await exchange.response()).content).toBe('add here')
    expect(() => sandbox.as(sandbox.ids.member).command('articles')).toThrow(NotPossible)
  })

  it('GIVEN a missing or unknown option, or no such command THEN the user cannot send it', async () => {
    const sandbox = await sandboxed()
    await botWith(sandbox, [WHEN], () => {})
    const member = sandbox.as(sandbox.ids.member)
    expect(() => member.command('when')).toThrow('"topic" is required')
    expect(() => member.command('when', { topic: 'x', other: 'y' })).toThrow('no option "other"')
    expect(() => member.command('where')).toThrow('no command "where"')
  })

  it('GIVEN default_member_permissions THEN only members who hold them are offered the command', async () => {
    const sandbox = await sandboxed()
    const seen: string[] = []
    await botWith(
      sandbox,
      [{ name: 'reload', description: 'x', defaultMemberPermissions: PermissionFlagsBits.ManageGuild }],
      (interaction) => {
        seen.push(interaction.memberPermissions?.has('ManageGuild') ? 'may' : 'may not')
        return (interaction as ChatInputCommandInteraction).reply('done')
      },
    )
    const { member, moderator, owner } = sandbox.ids
    expect(() => sandbox.as(member).command('reload')).toThrow(NotPossible)
    await sandbox.as(moderator).command('reload').response()
    await sandbox.as(owner).command('reload').response()
    expect(seen).toEqual(['may', 'may'])
  })

  it('GIVEN contexts THEN a guild command is not offered in direct messages', async () => {
    const sandbox = await sandboxed()
    await botWith(
      sandbox,
      [
        { ...WHEN, contexts: [InteractionContextType.Guild] },
        { name: 'help', description: 'x' },
      ],
      (interaction) => (interaction as ChatInputCommandInteraction).reply('help'),
    )
    const { member } = sandbox.ids
    const direct = sandbox.as(member, { channel: sandbox.world.openDm(member) })
    expect(() => direct.command('when', { topic: 'x' })).toThrow(NotPossible)
    expect((await direct.command('help').response()).content).toBe('help')
  })

  it('GIVEN a user who installed the application THEN its commands work where the bot is not', async () => {
    const sandbox = await sandboxed()
    const everywhere = {
      ...WHEN,
      contexts: [0, 1, 2] as InteractionContextType[],
      integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    }
    const seen: Interaction[] = []
    await botWith(sandbox, [everywhere], (interaction) => {
      seen.push(interaction)
      return (interaction as ChatInputCommandInteraction).reply('here too')
    })
    const { member, moderator } = sandbox.ids
    const { guild, general } = sandbox.world.addGuild({ name: 'Elsewhere', bot: false })
    for (const user of [member, moderator]) sandbox.world.addMember(guild, user)
    sandbox.world.installForUser(member)
    const exchange = sandbox.as(member, { channel: general }).command('when', { topic: 'x' })
    expect((await exchange.response()).content).toBe('here too')
    expect(seen[0]).toMatchObject({
      guildId: guild,
      guild: null,
      context: 0,
      authorizingIntegrationOwners: { 1: member },
    })
    expect(() => sandbox.as(moderator, { channel: general }).command('when', { topic: 'x' })).toThrow(
      NotPossible,
    )
    const between = sandbox.world.openDm(member, moderator)
    expect(
      (await sandbox.as(member, { channel: between }).command('when', { topic: 'x' }).response()).content,
    ).toBe('here too')
  })

  it('GIVEN context menus THEN the bot gets the whole message, or the user', async () => {
    const sandbox = await sandboxed()
    await botWith(
      sandbox,
      [
        { type: ApplicationCommandType.Message, name: 'Who said this?' },
        { type: ApplicationCommandType.User, name: 'Quotes' },
      ],
      (interaction) => {
        if (interaction.isMessageContextMenuCommand())
          return interaction.reply(interaction.targetMessage.content)
        if (interaction.isUserContextMenuCommand()) return interaction.reply(interaction.targetUser.username)
        return undefined
      },
    )
    const { member, moderator } = sandbox.ids
    const said = sandbox.as(moderator).send('nobody knows')
    const answer = await sandbox.as(member).contextMenu('Who said this?', said).response()
    expect(answer).toMatchObject({
      content: 'nobody knows',
      type: 23,
      message_reference: { message_id: said.id },
    })
    expect((await sandbox.as(member).contextMenu('Quotes', moderator).response()).content).toBe('mara')
  })

  it('GIVEN autocompletion THEN the focused value reaches the bot and its choices the user; 26 are refused', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    await client.application.commands.set([WHEN])
    let refused: unknown
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const typed = interaction.options.getFocused()
      refused = await codeOf(
        interaction.respond(Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }))),
      )
      // The client counts a refused answer as given, so the second is made by hand.
      await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: { type: 8, data: { choices: [{ name: typed.toUpperCase(), value: typed }] } },
        auth: false,
      })
    })
    const exchange = sandbox.as(sandbox.ids.member).autocomplete('when', { topic: 'gen' }, 'topic')
    expect(await exchange.choices()).toEqual([{ name: 'GEN', value: 'gen' }])
    expect(refused).toBe(50035)
  })
})
