import {
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  type Client,
  EmbedBuilder,
  Events,
  type ForumChannel,
  type Message,
  Partials,
  PermissionFlagsBits as Permission,
  PermissionsBitField,
  type TextChannel,
  type ThreadChannel,
} from 'discord.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, loggedIn, sandboxed } from './bot.js'

async function inGeneral() {
  const sandbox = await sandboxed()
  const client = await loggedIn(sandbox, { partials: [Partials.Channel] })
  return { sandbox, client, channel: textChannel(client, sandbox.ids.general), ids: sandbox.ids }
}

const textChannel = (client: Client, id: string) => client.channels.cache.get(id) as TextChannel
const heard = (client: Client) =>
  new Promise<Message>((resolve) => client.once(Events.MessageCreate, resolve))

describe('messages', () => {
  it('GIVEN a message of the bot THEN it can be fetched, edited and deleted, and then is gone', async () => {
    const { sandbox, channel, ids } = await inGeneral()
    const sent = await channel.send({ content: '  hello  ', embeds: [new EmbedBuilder().setTitle('Title')] })
    expect(sandbox.messages(ids.general, ids.member).at(-1)).toMatchObject({
      content: 'hello',
      embeds: [{ type: 'rich' }],
    })
    await sent.edit({ content: 'changed' })
    expect((await channel.messages.fetch({ message: sent.id, force: true })).editedTimestamp).not.toBeNull()
    expect(sandbox.message(sent.id)).toMatchObject({ content: 'changed', embeds: [{ title: 'Title' }] })
    await sent.delete()
    expect(await codeOf(channel.messages.fetch({ message: sent.id, force: true }))).toBe(10008)
    expect(await codeOf(sent.edit('again'))).toBe(10008)
  })

  it("GIVEN others' messages THEN the bot may not edit them, nor delete them without Manage Messages", async () => {
    const { sandbox, client, channel, ids } = await inGeneral()
    const said = sandbox.as(ids.member).send('mine')
    const route = `/channels/${ids.general}/messages/${said.id}` as const
    expect(await codeOf(client.rest.patch(route, { body: { content: 'yours' } }))).toBe(50005)
    expect(await codeOf(channel.messages.delete(said.id))).toBe(50013)
    sandbox.world.setOverwrite(ids.general, { id: ids.botRole, allow: Permission.ManageMessages })
    await channel.messages.delete(said.id)
    expect(sandbox.message(said.id)).toBeUndefined()
  })

  it('GIVEN any history and page THEN before, after and around give what lies there, newest first', async () => {
    const { sandbox, client, ids } = await inGeneral()
    const all = Array.from({ length: 12 }, (_, n) => sandbox.as(ids.member).send(`message ${n}`).id)
    const fetchIds = async (query: string) =>
      ((await client.rest.get(`/channels/${ids.general}/messages?${query}`)) as { id: string }[]).map(
        ({ id }) => id,
      )
    await fc.assert(
      fc.asyncProperty(fc.nat(11), fc.integer({ min: 1, max: 15 }), async (at, limit) => {
        const id = all[at]!
        expect(await fetchIds(`before=${id}&limit=${limit}`)).toEqual(
          all.slice(0, at).slice(-limit).reverse(),
        )
        expect(await fetchIds(`after=${id}&limit=${limit}`)).toEqual(
          all.slice(at + 1, at + 1 + limit).reverse(),
        )
        const around = await fetchIds(`around=${id}&limit=${limit}`)
        expect(around).toContain(id)
        expect(around.length).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 30 },
    )
    expect(await codeOf(fetchIds('limit=101'))).toBe(50035)
  })

  it.each([
    ['an empty message', { content: ' ' }, 50006, undefined],
    [
      '2,001 characters',
      { content: 'x'.repeat(2001) },
      50035,
      {
        content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
      },
    ],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }] }, 50035, { embeds: { 0: { title: {} } } }],
    [
      'a long description',
      { embeds: [{ description: 'x'.repeat(4097) }] },
      50035,
      { embeds: { 0: { description: {} } } },
    ],
    [
      '26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
      50035,
      { embeds: { 0: { fields: {} } } },
    ],
    [
      'an empty field',
      { embeds: [{ fields: [{ name: '', value: 'x'.repeat(1025) }] }] },
      50035,
      { embeds: { 0: { fields: { 0: { name: {}, value: {} } } } } },
    ],
    [
      'long footer and author',
      { embeds: [{ footer: { text: 'x'.repeat(2049) }, author: { name: 'x'.repeat(257) } }] },
      50035,
      { embeds: { 0: { footer: {}, author: {} } } },
    ],
    [
      'a wrong link',
      { embeds: [{ title: 'x', url: 'nowhere' }] },
      50035,
      { embeds: { 0: { url: { _errors: [{ code: 'URL_TYPE_INVALID_URL' }] } } } },
    ],
    [
      '6,001 characters of embeds',
      { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3001) }] },
      50035,
      { embeds: { 1: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } } },
    ],
    ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }, 50035, { embeds: {} }],
    [
      'six rows',
      {
        content: 'x',
        components: Array.from({ length: 6 }, (_, n) => ({
          type: 1,
          components: [{ type: 2, style: 1, label: 'x', custom_id: `${n}` }],
        })),
      },
      50035,
      { components: {} },
    ],
    [
      'six buttons in a row',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: Array.from({ length: 6 }, (_, n) => ({
              type: 2,
              style: 1,
              label: 'x',
              custom_id: `${n}`,
            })),
          },
        ],
      },
      50035,
      { components: { 0: { components: {} } } },
    ],
    [
      'one custom_id twice',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: 'x', custom_id: 'a' },
              { type: 2, style: 1, label: 'y', custom_id: 'a' },
            ],
          },
        ],
      },
      50035,
      {
        components: {
          0: { components: { 1: { custom_id: { _errors: [{ code: 'COMPONENT_CUSTOM_ID_DUPLICATED' }] } } } },
        },
      },
    ],
    [
      'a long custom_id and label',
      {
        content: 'x',
        components: [
          { type: 1, components: [{ type: 2, style: 1, label: 'x'.repeat(81), custom_id: 'x'.repeat(101) }] },
        ],
      },
      50035,
      { components: { 0: { components: { 0: { label: {}, custom_id: {} } } } } },
    ],
    [
      '26 choices in a select',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'a',
                options: Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` })),
              },
            ],
          },
        ],
      },
      50035,
      { components: { 0: { components: { 0: { options: {} } } } } },
    ],
    [
      'a reply to nothing',
      { content: 'x', message_reference: { message_id: '1' } },
      50035,
      { message_reference: {} },
    ],
  ])("GIVEN %s THEN Discord's refusal", async (_, body, code, tree) => {
    const { client, ids } = await inGeneral()
    const error = await client.rest.post(`/channels/${ids.general}/messages`, { body }).then(
      () => undefined,
      (reason) => reason,
    )
    expect(error?.code).toBe(code)
    if (tree) expect(error.rawError.errors).toMatchObject(tree)
  })

  it('GIVEN the very limits THEN the message is accepted', async () => {
    const { channel } = await inGeneral()
    const description = 'x'.repeat(4096)
    const footer = { text: 'x'.repeat(6000 - 4096 - 256) }
    const message = await channel.send({
      content: '😀'.repeat(2000),
      embeds: [{ title: 'x'.repeat(256), description, footer }],
    })
    expect(message.content).toBe('😀'.repeat(2000))
    expect(message.embeds[0]?.description).toBe(description)
  })
})

describe('mentions and pings', () => {
  it('GIVEN mentions in the text THEN the server finds them and knows who is notified', async () => {
    const { sandbox, client, ids } = await inGeneral()
    const told = heard(client)
    sandbox.as(ids.member).send(`<@${ids.bot}> and <@${ids.moderator}>, not \`<@${ids.owner}>\``)
    const message = await told
    expect([...message.mentions.users.keys()].sort()).toEqual([ids.bot, ids.moderator].sort())
    expect(sandbox.pings.at(-1)).toMatchObject({ messageId: message.id, users: [ids.bot, ids.moderator] })
  })

  it('GIVEN allowed_mentions none THEN nobody is notified, whatever the text says', async () => {
    const { sandbox, channel, ids } = await inGeneral()
    await channel.send({
      content: `@everyone <@${ids.member}> <@&${ids.moderators}>`,
      allowedMentions: { parse: [] },
    })
    expect(sandbox.pings.at(-1)).toMatchObject({ users: [], roles: [], everyone: false })
  })

  it('GIVEN a reply THEN its author is notified unless that is switched off', async () => {
    const { sandbox, channel, ids } = await inGeneral()
    const said = sandbox.as(ids.member).send('a question')
    const reply = { content: 'an answer', reply: { messageReference: said.id } }
    await channel.send(reply)
    expect(sandbox.pings.at(-1)?.users).toEqual([ids.member])
    await channel.send({ ...reply, allowedMentions: { repliedUser: false } })
    expect(sandbox.pings.at(-1)?.users).toEqual([])
    expect(await sandbox.replyTo(said)).toMatchObject({
      content: 'an answer',
      referenced_message: { id: said.id },
    })
  })

  it('GIVEN @everyone THEN it pings only from those who may', async () => {
    const { sandbox, ids } = await inGeneral()
    sandbox.as(ids.member).send('@everyone look')
    expect(sandbox.pings.at(-1)?.everyone).toBe(false)
    sandbox.as(ids.owner).send('@everyone look')
    expect(sandbox.pings.at(-1)).toMatchObject({ everyone: true })
    expect(sandbox.pings.at(-1)?.users).toContain(ids.member)
  })
})

describe('attachments, reactions, typing', () => {
  it("GIVEN an uploaded file THEN it is served back, and an embed's attachment:// becomes its address", async () => {
    const { sandbox, channel } = await inGeneral()
    const file = new AttachmentBuilder(Buffer.from('<svg/>'), {
      name: 'time line.svg',
      description: 'A picture',
    })
    const message = await channel.send({
      files: [file],
      embeds: [{ image: { url: 'attachment://time_line.svg' } }],
    })
    const attachment = message.attachments.first()!
    expect(attachment).toMatchObject({ name: 'time_line.svg', description: 'A picture', size: 6 })
    expect(message.embeds[0]?.image?.url).toBe(attachment.url)
    const response = await fetch(attachment.url)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(await response.text()).toBe('<svg/>')
    expect(sandbox.requests.at(-1)?.files[0]).toMatchObject({ field: 'files[0]' })
  })

  it("GIVEN a user's attachment THEN the bot can read it", async () => {
    const { sandbox, client, ids } = await inGeneral()
    const told = heard(client)
    sandbox.as(ids.member).send(`<@${ids.bot}>`, { attachments: [{ name: 'article.md', data: '# Title' }] })
    const attachment = (await told).attachments.first()!
    expect(await (await fetch(attachment.url)).text()).toBe('# Title')
  })

  it('GIVEN reactions THEN both sides see them', async () => {
    const { sandbox, client, channel, ids } = await inGeneral()
    const message = await channel.send('rate me')
    const reacted = new Promise<string>((resolve) =>
      client.on(
        Events.MessageReactionAdd,
        (reaction, user) => user.id === ids.member && resolve(`${reaction.emoji.name} ${reaction.count}`),
      ),
    )
    await message.react('👍')
    sandbox.as(ids.member).react(message.id, '👍')
    expect(await reacted).toBe('👍 2')
    expect([...(await message.reactions.cache.get('👍')!.users.fetch()).keys()].sort()).toEqual(
      [ids.bot, ids.member].sort(),
    )
    await message.reactions.cache.get('👍')!.users.remove()
    expect(sandbox.message(message.id)?.reactions).toMatchObject([{ count: 1, me: false }])
    expect(await codeOf(message.react('word'))).toBe(10014)
  })

  it('GIVEN that the bot is typing THEN it is seen', async () => {
    const { sandbox, channel, ids } = await inGeneral()
    const typing = sandbox.next('typing')
    await channel.sendTyping()
    expect(await typing).toEqual({ channelId: ids.general, userId: ids.bot })
  })
})

describe('threads, forums and direct messages', () => {
  it("GIVEN a thread from a message THEN it has the message's id, and its messages reach the bot", async () => {
    const { sandbox, client, channel, ids } = await inGeneral()
    const message = await channel.send('start')
    const thread = await message.startThread({ name: 'Sources' })
    expect(thread.id).toBe(message.id)
    expect(await codeOf(message.startThread({ name: 'Again' }))).toBe(160004)
    const told = heard(client)
    sandbox.as(ids.member, { channel: thread.id }).send(`<@${ids.bot}> in the thread`)
    expect(((await told).channel as ThreadChannel).parentId).toBe(ids.general)
    expect([...(await thread.members.fetch()).keys()].sort()).toEqual([ids.bot, ids.member].sort())
    await thread.setArchived(true)
    const archived = await channel.threads.fetchArchived()
    expect([...archived.threads.keys()]).toEqual([thread.id])
    await thread.send('awake')
    expect((await channel.guild.channels.fetchActiveThreads()).threads.has(thread.id)).toBe(true)
  })

  it('GIVEN a forum THEN a post is a thread whose first message has its id', async () => {
    const { client, ids, sandbox } = await inGeneral()
    const forum = client.channels.cache.get(ids.forum) as ForumChannel
    const post = await forum.threads.create({ name: 'Report', message: { content: 'what is known' } })
    expect((await post.fetchStarterMessage())?.content).toBe('what is known')
    expect(sandbox.messages(post.id)[0]?.id).toBe(post.id)
    expect(
      await codeOf(client.rest.post(`/channels/${ids.forum}/messages`, { body: { content: 'x' } })),
    ).toBe(50008)
  })

  it('GIVEN direct messages THEN both sides can write', async () => {
    const { sandbox, client, ids } = await inGeneral()
    const user = await client.users.fetch(ids.member)
    const sent = await user.send('to you')
    const told = heard(client)
    sandbox.as(ids.member, { channel: sent.channelId }).send('to the bot')
    expect((await told).content).toBe('to the bot')
  })
})

describe('permissions', () => {
  it('GIVEN unseen, unknown and forbidden channels THEN 50001, 10003 and 50013', async () => {
    const { sandbox, client, channel, ids } = await inGeneral()
    const send = (id: string) =>
      codeOf(client.rest.post(`/channels/${id}/messages`, { body: { content: 'x' } }))
    expect(await send(ids.staff)).toBe(50001)
    expect(await send('123')).toBe(10003)
    sandbox.world.setOverwrite(ids.general, { id: ids.bot, deny: Permission.SendMessages })
    expect(await send(ids.general)).toBe(50013)
    expect(await codeOf(channel.sendTyping())).toBe(50013)
  })

  it('GIVEN any roles and overwrites THEN permissions are those that discord.js works out', async () => {
    const bits = fc.bigInt({ min: 0n, max: (1n << 12n) - 1n }).map((low) => low & ~Permission.Administrator)
    const { sandbox, client, ids } = await inGeneral()
    const channelId = sandbox.world.addChannel(ids.guild, { name: 'tried' })
    const roles = [1, 2].map((n) =>
      sandbox.world.addRole(ids.guild, { name: `role ${n}`, permissions: Permission.ManageRoles }),
    )
    sandbox.world.setRoles(ids.guild, ids.member, roles)
    await client.application.commands.set([{ name: 'try', description: 'x' }])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(bits, bits), { minLength: 4, maxLength: 4 }), async (pairs) => {
        const targets = [ids.guild, ...roles, ids.member]
        // The permissions to see the channel and to use commands there keep the command on offer.
        const needed = Permission.ViewChannel | Permission.UseApplicationCommands
        for (const [index, [allow, deny]] of pairs.entries())
          sandbox.world.setOverwrite(channelId, {
            id: targets[index]!,
            allow: allow & ~deny & ~needed,
            deny: deny & ~needed,
          })
        const asked = new Promise<ChatInputCommandInteraction<'cached'>>((resolve) =>
          client.once(Events.InteractionCreate, (interaction) =>
            resolve(interaction as ChatInputCommandInteraction<'cached'>),
          ),
        )
        const exchange = sandbox.as(ids.member, { channel: channelId }).command('try')
        const interaction = await asked
        await interaction.reply('ok')
        await exchange.response()
        const computed = (interaction.channel as TextChannel).permissionsFor(interaction.member)
        const known = new PermissionsBitField(PermissionsBitField.All)
        expect(interaction.memberPermissions.bitfield & known.bitfield).toBe(computed.bitfield)
      }),
      { numRuns: 40 },
    )
  })
})
