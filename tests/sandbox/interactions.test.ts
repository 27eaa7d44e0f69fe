import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type UserSelectMenuInteraction,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { manualClock, NoResponse, type Sandbox } from '../../src/sandbox/sandbox.js'
import { botWith, codeOf, gate, sandboxed } from './bot.js'

const ASK = [{ name: 'ask', description: 'Asks' }]
const button = (customId: string, disabled = false) => ({
  type: ComponentType.ActionRow as const,
  components: [{ type: ComponentType.Button as const, style: 1 as const, label: 'Next', customId, disabled }],
})

/** Runs /ask as the plain member; `answer` is the bot. */
async function ask(
  answer: (interaction: ChatInputCommandInteraction) => unknown,
  options: Parameters<typeof sandboxed>[0] = {},
) {
  const sandbox = await sandboxed(options)
  const client = await botWith(sandbox, ASK, (interaction) => {
    if (interaction.isChatInputCommand()) return answer(interaction)
    return undefined
  })
  return { sandbox, client, exchange: sandbox.as(sandbox.ids.member).command('ask') }
}

const seenBy = (sandbox: Sandbox, user: string) =>
  sandbox.messages(sandbox.ids.general, user).map(({ content }) => content)

describe('answering', () => {
  it('GIVEN a reply THEN it is a message of the command in the channel, and comes back with the response', async () => {
    const { opened, open } = gate()
    let returned: string | undefined
    const { sandbox, exchange } = await ask(async (interaction) => {
      const { resource } = await interaction.reply({ content: 'at once', withResponse: true })
      returned = resource?.message?.id
      open()
    })
    const message = await exchange.response()
    expect(message).toMatchObject({
      content: 'at once',
      type: 20,
      webhook_id: sandbox.applicationId,
      interaction_metadata: { id: exchange.id, user: { id: sandbox.ids.member } },
    })
    expect((await exchange.acknowledged()).afterMs).toBeLessThan(3000)
    await opened
    expect(returned).toBe(message.id)
    expect(seenBy(sandbox, sandbox.ids.moderator)).toContain('at once')
  })

  it('GIVEN a private deferral THEN it stays private when it is filled, and history never shows it', async () => {
    const { sandbox, client, exchange } = await ask(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply('for you alone')
    })
    expect(await exchange.response()).toMatchObject({
      content: 'for you alone',
      flags: MessageFlags.Ephemeral,
    })
    const { member, moderator, general } = sandbox.ids
    expect(seenBy(sandbox, member)).toContain('for you alone')
    expect(seenBy(sandbox, moderator)).not.toContain('for you alone')
    const channel = await client.channels.fetch(general)
    const history = await (
      channel as unknown as { messages: { fetch(): Promise<Map<string, { content: string }>> } }
    ).messages.fetch()
    expect([...history.values()].map(({ content }) => content)).not.toContain('for you alone')
  })

  it('GIVEN a public deferral THEN it says that the bot is thinking until it is filled', async () => {
    const { opened, open } = gate()
    const { sandbox, exchange } = await ask(async (interaction) => {
      await interaction.deferReply()
      await opened
      await interaction.editReply('done')
      await interaction.editReply('done twice')
    })
    await exchange.acknowledged()
    expect(exchange.state).toBe('thinking')
    expect(sandbox.messages(sandbox.ids.general).at(-1)?.flags).toBe(MessageFlags.Loading)
    open()
    expect(await exchange.response()).toMatchObject({ content: 'done', flags: 0, edited_timestamp: null })
    expect((await exchange.edited()).content).toBe('done twice')
    expect(exchange.state).toBe('answered')
  })

  it('GIVEN follow-ups THEN each is seen, may be edited and deleted, and keeps its own privacy', async () => {
    const { sandbox, exchange } = await ask(async (interaction) => {
      await interaction.reply('first')
      const second = await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral })
      await interaction.followUp('third')
      await interaction.editReply({ message: second, content: 'second, edited' })
      await interaction.deleteReply()
    })
    const deleted = await sandbox.next('delete')
    expect(deleted.id).toBe((await exchange.response()).id)
    expect(exchange.followUps.map(({ content }) => content)).toEqual(['second, edited', 'third'])
    expect(seenBy(sandbox, sandbox.ids.moderator)).toEqual(['third'])
  })

  it('GIVEN the first follow-up after a deferral THEN it fills in the deferred reply', async () => {
    const { exchange } = await ask(async (interaction) => {
      await interaction.deferReply()
      await interaction.followUp('filled in')
    })
    expect((await exchange.response()).content).toBe('filled in')
    expect(exchange.followUps).toEqual([])
  })
})

describe('too late or twice', () => {
  it('GIVEN no acknowledgement for three seconds THEN the user sees a failure and the bot gets 10062', async () => {
    const clock = manualClock()
    const { opened, open } = gate()
    let code: unknown
    const refused = gate()
    const { exchange } = await ask(
      async (interaction) => {
        await opened
        code = await codeOf(interaction.reply('too late'))
        refused.open()
      },
      { clock },
    )
    clock.advance(2999)
    expect(exchange.state).toBe('waiting')
    clock.advance(1)
    expect(await exchange.failure()).toBeInstanceOf(NoResponse)
    open()
    await refused.opened
    expect(code).toBe(10062)
    await expect(exchange.response()).rejects.toThrow('The application did not respond')
  })

  it('GIVEN a token of more than 15 minutes THEN edits and follow-ups are refused', async () => {
    const clock = manualClock()
    const { opened, open } = gate()
    const codes: unknown[] = []
    const done = gate()
    const { exchange } = await ask(
      async (interaction) => {
        await interaction.reply('in time')
        await opened
        codes.push(
          await codeOf(interaction.editReply('too late')),
          await codeOf(interaction.followUp('too late')),
        )
        done.open()
      },
      { clock },
    )
    await exchange.response()
    clock.advance(15 * 60_000)
    open()
    await done.opened
    expect(codes).toEqual([50027, 50027])
  })

  it('GIVEN a second acknowledgement THEN 40060', async () => {
    let code: unknown
    const done = gate()
    await ask(async (interaction) => {
      await interaction.reply('once')
      const { id, token, client } = interaction
      code = await codeOf(
        client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 5 }, auth: false }),
      )
      done.open()
    })
    await done.opened
    expect(code).toBe(40060)
  })

  it('GIVEN an unknown token THEN 10062; an edit before any answer THEN 10015', async () => {
    const codes: unknown[] = []
    const done = gate()
    await ask(async ({ id, token, client, applicationId }) => {
      codes.push(
        await codeOf(
          client.rest.post(`/interactions/${id}/nonsense/callback`, { body: { type: 5 }, auth: false }),
        ),
      )
      codes.push(
        await codeOf(
          client.rest.patch(`/webhooks/${applicationId}/${token}/messages/@original`, {
            body: { content: 'x' },
            auth: false,
          }),
        ),
      )
      done.open()
    })
    await done.opened
    expect(codes).toEqual([10062, 10015])
  })

  it('GIVEN an answer of the wrong kind THEN 50035, and the interaction is still open', async () => {
    const codes: unknown[] = []
    const { exchange } = await ask(async (interaction) => {
      const { id, token, client } = interaction
      codes.push(
        await codeOf(
          client.rest.post(`/interactions/${id}/${token}/callback`, {
            body: { type: 7, data: { content: 'x' } },
            auth: false,
          }),
        ),
      )
      await interaction.reply('right')
    })
    expect((await exchange.response()).content).toBe('right')
    expect(codes).toEqual([50035])
  })
})

describe('components and dialogues', () => {
  /** A bot whose /ask shows `components`, and which answers their use with `answer`. */
  async function shown(components: unknown[], answer: (interaction: Interaction) => unknown) {
    const sandbox = await sandboxed()
    await botWith(sandbox, ASK, (interaction) =>
      interaction.isChatInputCommand()
        ? interaction.reply({ content: 'page 1', components: components as never })
        : answer(interaction),
    )
    const message = await sandbox.as(sandbox.ids.member).command('ask').response()
    return { sandbox, message, member: sandbox.as(sandbox.ids.member) }
  }

  it('GIVEN a click THEN the bot may change the message in place', async () => {
    const { sandbox, message, member } = await shown([button('next')], (interaction) =>
      (interaction as ButtonInteraction).update({ content: 'page 2', components: [button('last', true)] }),
    )
    const exchange = member.click(message, 'next')
    expect(await exchange.response()).toMatchObject({ id: message.id, content: 'page 2' })
    expect(() => member.click(message, 'next')).toThrow('no component "next"')
    expect(() => sandbox.as(sandbox.ids.moderator).click(message.id, 'last')).toThrow('disabled')
  })

  it('GIVEN a click THEN the bot may defer and edit, or reply anew', async () => {
    const { message, member } = await shown([button('next')], async (interaction) => {
      await (interaction as ButtonInteraction).deferUpdate()
      await (interaction as ButtonInteraction).editReply('page 3')
      await (interaction as ButtonInteraction).followUp({
        content: 'and this',
        flags: MessageFlags.Ephemeral,
      })
    })
    const exchange = member.click(message, 'next')
    expect((await exchange.response()).content).toBe('page 3')
    expect(await exchange.followUp()).toMatchObject({
      content: 'and this',
      message_reference: { message_id: message.id },
    })
  })

  it('GIVEN selects THEN values and resolved users reach the bot; others cannot be chosen', async () => {
    const row = (select: object) => ({ type: ComponentType.ActionRow, components: [select] })
    const menus = [
      row({
        type: ComponentType.StringSelect,
        customId: 'outlet',
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'b' },
        ],
      }),
      row({ type: ComponentType.UserSelect, customId: 'who' }),
    ]
    const { sandbox, message, member } = await shown(menus, (interaction) => {
      const select = interaction as MessageComponentInteraction
      if (select.isStringSelectMenu()) return select.update(select.values.join())
      return select.update((select as UserSelectMenuInteraction).users.map(({ username }) => username).join())
    })
    expect((await member.select(message, 'outlet', ['b']).response()).content).toBe('b')
    expect((await member.select(message, 'who', [sandbox.ids.moderator]).response()).content).toBe('mara')
    expect(() => member.select(message, 'outlet', ['c'])).toThrow('no option "c"')
    expect(() => member.select(message, 'outlet', ['a', 'b'])).toThrow('1 to 1 values')
  })

  it('GIVEN a dialogue THEN its fields reach the bot, which may change the message it was opened from', async () => {
    const modal = {
      title: 'Correct this',
      customId: 'correct',
      components: [
        {
          type: ComponentType.ActionRow as const,
          components: [
            { type: ComponentType.TextInput as const, customId: 'why', label: 'Why?', style: 2 as const },
          ],
        },
      ],
    }
    const { message, member } = await shown([button('fix')], (interaction) => {
      if (interaction.isButton()) return interaction.showModal(modal)
      const submit = interaction as ModalSubmitInteraction
      return submit.isFromMessage() && submit.update(`because ${submit.fields.getTextInputValue('why')}`)
    })
    const opened = member.click(message, 'fix')
    expect((await opened.modal()).title).toBe('Correct this')
    const sent = await member.submitModal(opened, { why: 'it is so' })
    expect(await sent.response()).toMatchObject({ id: message.id, content: 'because it is so' })
  })

  it('GIVEN a dialogue that breaks the limits THEN 50035', async () => {
    let tree: unknown
    const done = gate()
    const { message, member } = await shown([button('fix')], async (interaction) => {
      const { id, token, client } = interaction
      const body = { type: 9, data: { custom_id: 'x', title: 'x'.repeat(46), components: [] } }
      tree = await client.rest
        .post(`/interactions/${id}/${token}/callback`, { body, auth: false })
        .catch((error) => error.rawError.errors)
      done.open()
    })
    member.click(message, 'fix')
    await done.opened
    expect(tree).toMatchObject({ data: { title: {}, components: {} } })
  })
})
