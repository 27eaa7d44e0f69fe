import { readFileSync } from 'node:fs'
import {
  type ChatInputCommandInteraction,
  EmbedBuilder,
  type ForumChannel,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { ROUTES } from '../../src/sandbox/http/routes/routes.js'
import type { RecordedRequest } from '../../src/sandbox/sandbox.js'
import { botWith, gate, sandboxed } from './bot.js'
import { hasOpenApi, validateRequests, validateResponses } from './openapi.js'

const request = (change: Partial<RecordedRequest>): RecordedRequest => ({
  method: 'POST',
  path: '/channels/1/messages',
  route: '/channels/{channel_id}/messages',
  params: { channel_id: '1' },
  query: {},
  body: { content: 'hello' },
  files: [],
  status: 200,
  response: undefined,
  at: 0,
  ...change,
})

/** A bot that does a little of everything; gives all that was requested and answered. */
async function everything(): Promise<RecordedRequest[]> {
  const sandbox = await sandboxed()
  const done = gate()
  const row = {
    type: 1 as const,
    components: [{ type: 2 as const, style: 1 as const, label: 'Next', customId: 'next' }],
  }
  const client = await botWith(
    sandbox,
    [
      {
        name: 'ask',
        description: 'Asks',
        defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
        options: [{ type: 3, name: 'q', description: 'x', required: true }],
      },
    ],
    async (interaction) => {
      const command = interaction as ChatInputCommandInteraction
      await command.reply({
        content: 'answer',
        embeds: [new EmbedBuilder().setTitle('x').addFields({ name: 'a', value: 'b' })],
        components: [row],
        withResponse: true,
      })
      await command.followUp({ content: 'more', flags: MessageFlags.Ephemeral })
      await command.editReply('edited')
      await command.fetchReply()
      done.open()
    },
  )
  const { ids } = sandbox
  sandbox.as(ids.moderator).command('ask', { q: 'x' })
  await done.opened
  const channel = client.channels.cache.get(ids.general) as TextChannel
  const said = sandbox.as(ids.member).send('hello')
  const message: Message = await channel.send({
    content: 'text',
    files: [{ attachment: Buffer.from('x'), name: 'a.txt' }],
    reply: { messageReference: said.id },
  })
  await message.react('👍')
  await message.edit('changed')
  await channel.messages.fetch({ limit: 10 })
  const thread = await message.startThread({ name: 'thread' })
  await thread.members.fetch()
  await thread.setArchived(true)
  await channel.threads.fetchArchived()
  await channel.guild.channels.fetchActiveThreads()
  await (client.channels.cache.get(ids.forum) as ForumChannel).threads.create({
    name: 'post',
    message: { content: 'x' },
  })
  await (await client.users.fetch(ids.member, { force: true })).send('private')
  await channel.guild.roles.fetch()
  await channel.guild.channels.fetch()
  await channel.guild.fetch()
  await channel.guild.members.fetch({ user: ids.member, force: true })
  await channel.guild.members.search({ query: 'n' })
  await client.application.fetch()
  await client.application.commands.fetch()
  await channel.sendTyping()
  await message.delete()
  return sandbox.requests
}

describe.skipIf(!hasOpenApi)(
  "against Discord's OpenAPI document (skipped where ../shared/discord/openapi.json is absent)",
  () => {
    it('GIVEN what discord.js sends THEN all of it validates', async () => {
      const requests = await everything()
      expect(requests.length).toBeGreaterThan(20)
      expect(validateRequests(requests)).toEqual([])
    })

    it('GIVEN what the sandbox answers THEN all of it validates', async () => {
      expect(validateResponses(await everything())).toEqual([])
    })

    it("GIVEN the sandbox's routes THEN each is an operation of the document", () => {
      const { paths } = JSON.parse(readFileSync('../shared/discord/openapi.json', 'utf8')) as {
        paths: Record<string, object>
      }
      const unknown = ROUTES.filter(
        ({ method, template }) => !(method.toLowerCase() in (paths[template] ?? {})),
      )
      expect(unknown.map(({ method, template }) => `${method} ${template}`)).toEqual([])
    })

    it.each([
      ['an unknown route', { route: null }, 'there is no such operation'],
      ['a wrong method', { method: 'PUT' }, 'there is no such operation'],
      ['a body of the wrong type', { body: { content: 5 } }, 'body/content must be string'],
      ['a missing body', { body: undefined }, 'body is missing'],
      [
        'too long a title',
        { body: { embeds: [{ title: 'x'.repeat(257) }] } },
        'body/embeds/0/title must NOT have more than 256 characters',
      ],
      ['an unknown query', { query: { wait: 'true' } }, 'query wait is unknown'],
      [
        'a query of the wrong type',
        { method: 'GET', body: undefined, query: { limit: 'many' } },
        'query limit must be integer',
      ],
    ])('GIVEN %s THEN it is reported', (_, change, fault) => {
      expect(validateRequests([request(change)]).join()).toContain(fault)
    })

    it('GIVEN a command callback with a broken embed THEN the fault is found inside the union', () => {
      const callback = request({
        route: '/interactions/{interaction_id}/{interaction_token}/callback',
        body: { type: 4, data: { embeds: [{ title: 7 }] } },
      })
      expect(validateRequests([callback]).join()).toContain('body/data/embeds/0/title must be string')
    })
  },
)
