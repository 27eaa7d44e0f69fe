import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/sandbox/sandbox.js'
import {
  buttonsOf,
  changeCommand,
  type Desk,
  isPrivate,
  pinged,
  startDesk,
  stranger,
  textOf,
} from './desk.js'

const ASKED = ['when', { topic: 'dam' }] as const
/** Discord names the parent of a thread, a role and a channel by ids alone. */
const set = (field: string) => `settings:set:${field};`

/** Opens the panel and chooses in it, one after another. @returns the panel as it is then */
async function choose(actor: Actor, ...choices: readonly (readonly [field: string, values: string[]])[]) {
  let panel = await actor.command('settings').response()
  for (const [field, values] of choices) {
    if (!hasControl(panel, field)) panel = await actor.click(panel, 'settings:tab:how;').response()
    panel = await actor.select(panel, set(field), values).response()
  }
  return panel
}

const hasControl = ({ components }: APIMessage, field: string) =>
  JSON.stringify(components).includes(set(field))

const mention = ({ sandbox }: Desk, actor: Actor) =>
  actor.send(`<@${sandbox.ids.bot}> when will the dam open?`)

/** What the bot says to a message that mentions it, or that it said nothing by when it has answered another. */
async function replies(desk: Desk, actor: Actor, elsewhere: Actor): Promise<APIMessage[]> {
  const { sandbox } = desk
  const asked = mention(desk, actor)
  await sandbox.replyTo(mention(desk, elsewhere))
  return sandbox.messages(asked.channel_id).filter((one) => one.message_reference?.message_id === asked.id)
}

describe('/settings', () => {
  test('GIVEN a new server THEN the panel shows that nothing is restricted, to its moderators alone', async () => {
    await using desk = await startDesk()
    const panel = await desk.moderator.command('settings').response()
    expect(isPrivate(panel)).toBe(true)
    expect(textOf(panel)).toMatch(/\*\*Answers:\*\* in all channels\n\*\*Chosen channels:\*\* none/)
    expect(desk.member.commands().map(({ name }) => name)).not.toContain('settings')
    await changeCommand(desk, 'settings', { default_member_permissions: null })
    expect(textOf(await desk.member.command('settings').response())).toMatch(
      /you need the permission “Manage Server”/,
    )
  })

  test('GIVEN chosen channels THEN answers elsewhere are seen by whoever asked alone, and can’t be shared', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator } = desk
    const { crisis, member, general } = sandbox.ids
    await choose(moderator, ['where', ['only']], ['channels', [crisis]])
    const elsewhere = await desk.member.command(...ASKED).response()
    expect(isPrivate(elsewhere)).toBe(true)
    expect([...buttonsOf(elsewhere).keys()]).not.toContain('Share with channel')
    const there = sandbox.as(member, { channel: crisis })
    expect(isPrivate(await there.command(...ASKED).response())).toBe(false)
    const thread = sandbox.as(member, { channel: there.startThread('The dam').id })
    expect(isPrivate(await thread.command(...ASKED).response())).toBe(false)
    await choose(moderator, ['where', ['never']])
    expect(isPrivate(await there.command(...ASKED).response())).toBe(true)
    expect(
      isPrivate(
        await sandbox
          .as(member, { channel: general })
          .command(...ASKED)
          .response(),
      ),
    ).toBe(false)
  })

  test('GIVEN that a channel was chosen after an answer was given THEN that answer is not shared there any more', async () => {
    await using desk = await startDesk()
    const { moderator, member, sandbox } = desk
    const answer = await member.command('when', { topic: 'dam', private: true }).response()
    const share = buttonsOf(answer).get('Share with channel')!.id
    await choose(moderator, ['where', ['never']], ['channels', [sandbox.ids.general]])
    expect(textOf(await member.click(answer, share).response())).toMatch(/not shown in this channel/)
  })

  test('GIVEN that no channel is chosen yet THEN it answers everywhere, and the panel says so', async () => {
    await using desk = await startDesk()
    const panel = await choose(desk.moderator, ['where', ['only']])
    expect(textOf(panel)).toContain('No channel is chosen yet')
    expect(isPrivate(await desk.member.command(...ASKED).response())).toBe(false)
  })

  test('GIVEN channels without answers THEN a mention there is not answered, and whoever wrote it is told why, once', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, member } = desk
    const { crisis, general } = sandbox.ids
    await choose(moderator, ['where', ['only']], ['channels', [crisis]])
    const there = sandbox.as(sandbox.ids.member, { channel: crisis })
    expect(await replies(desk, member, there)).toEqual([])
    expect(await replies(desk, member, there)).toEqual([])
    const told = sandbox.messages(sandbox.world.openDm(sandbox.ids.member))
    expect(told.map(textOf)).toEqual([expect.stringMatching(/don’t answer mentions in #general/)])
    expect(general).toBe(member.channelId)
  })

  test('GIVEN mentions in threads only THEN one in a channel is not answered, and one in a thread is', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, member } = desk
    await choose(moderator, ['mentions', ['threads']])
    const thread = sandbox.as(sandbox.ids.member, { channel: sandbox.ids.thread })
    expect(await replies(desk, member, thread)).toEqual([])
    const panel = await choose(moderator, ['mentions', ['everywhere']])
    expect(textOf(panel)).toContain('**Mentions:** answered everywhere')
    expect(await replies(desk, member, thread)).toHaveLength(1)
  })

  test('GIVEN a forum THEN a post is answered by its title though it mentions nobody, and only where there is an answer', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator } = desk
    const { forum, member, bot } = sandbox.ids
    await choose(moderator, ['forums', [forum]])
    const here = sandbox.as(member, { channel: forum })
    const unknown = here.startThread('Who won the chess match?', { content: 'I missed it.' })
    const known = here.startThread('When will the gates of the dam be opened?', {
      content: 'Does anybody know?',
    })
    await expect
      .poll(() => sandbox.messages(known.id).filter(({ author }) => author.id === bot))
      .toHaveLength(1)
    const inPost = sandbox.as(member, { channel: known.id })
    const answer = sandbox.messages(known.id).at(-1)!
    inPost.edit(known.id, 'Does anybody know by now?')
    await inPost.command(...ASKED).response()
    expect(sandbox.messages(known.id).map(({ id }) => id)).toContain(answer.id)
    expect(sandbox.messages(unknown.id).filter(({ author }) => author.id === bot)).toEqual([])
    await choose(moderator, ['forums', []])
    const other = here.startThread('When will the gates be opened?', { content: 'Well?' })
    await sandbox
      .as(member, { channel: other.id })
      .command(...ASKED)
      .response()
    expect(sandbox.messages(other.id).filter(({ message_reference }) => message_reference)).toEqual([])
  })

  test('GIVEN private answers THEN a command’s answer is private unless it says otherwise', async () => {
    await using desk = await startDesk()
    await choose(desk.moderator, ['private', ['yes']])
    expect(isPrivate(await desk.member.command(...ASKED).response())).toBe(true)
    expect(isPrivate(await desk.member.command('when', { topic: 'dam', private: false }).response())).toBe(
      false,
    )
  })

  test('GIVEN a language THEN commands, mentions and the panel are in it, whoever asks', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, member } = desk
    const panel = await choose(moderator, ['language', ['de']])
    expect(textOf(panel)).toContain('**Sprache:** Deutsch')
    expect(textOf(await member.command('search', { words: 'quetzal' }).response())).toMatch(/Artikel/)
    const reply = await sandbox.replyTo(member.send(`<@${sandbox.ids.bot}> what about the quetzal?`))
    expect(JSON.stringify(reply.embeds)).toMatch(/Artikel/)
    const french = sandbox.as(stranger(desk, 'fr'))
    expect(JSON.stringify((await french.command('help').response()).embeds)).toContain('Wie man fragt')
    expect(textOf(await choose(moderator, ['language', ['own']]))).toContain(
      '**Language:** that of whoever asks',
    )
  })

  test('GIVEN a role of moderators THEN its members may do what moderators may, apart from settings', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, member } = desk
    const { guild } = sandbox.ids
    const stewards = sandbox.world.addRole(guild, { name: 'stewards', permissions: 0n })
    const steward = sandbox.world.addUser({ username: 'stella' })
    sandbox.world.addMember(guild, steward, { roles: [stewards] })
    for (const name of ['articles', 'settings']) {
      await changeCommand(desk, name, { default_member_permissions: null })
    }
    const there = sandbox.as(steward)
    const list = () => there.command('articles list').response()
    expect(textOf(await list())).toMatch(/you need the permission/)
    await choose(moderator, ['moderator', [stewards]])
    expect(textOf(await list())).toMatch(/There are none yet/)
    expect(textOf(await member.command('articles list').response())).toMatch(/you need the permission/)
    expect(textOf(await there.command('settings').response())).toMatch(/you need the permission/)
    await choose(moderator, ['moderator', []])
    expect(textOf(await list())).toMatch(/you need the permission/)
  })

  test('GIVEN a log channel THEN it is told who changes what, and the audit has it', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, library } = desk
    const { guild, staff, crisis } = sandbox.ids
    await choose(moderator, ['log', [crisis]], ['private', ['yes']])
    expect(sandbox.messages(crisis).map(textOf)).toEqual([
      expect.stringMatching(/changed the setting “Log channel”/),
      expect.stringMatching(/changed the setting “Answers to commands are seen by”/),
    ])
    const panel = await choose(moderator, ['log', [crisis]])
    const refused = await moderator.select(panel, set('log'), [staff]).followUp()
    expect(textOf(refused)).toMatch(/I can’t write in #staff/)
    expect((await library.settings.of(guild)).log).toBe(crisis)
    const audit = []
    for await (const { by, action, what } of library.store.audit.since(new Date(0)))
      audit.push([by, action, what])
    expect(audit).toContainEqual([sandbox.ids.moderator, 'set', 'private'])
    expect(pinged(sandbox)).toEqual([])
  })

  test('GIVEN settings WHEN they are reset THEN all are as at first, and followed topics stay', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator, library } = desk
    const { guild, crisis } = sandbox.ids
    await moderator.command('follow topic', { topic: 'dam', channel: crisis }).response()
    const panel = await choose(moderator, ['private', ['yes']], ['language', ['pl']])
    const asked = await moderator.click(panel, 'settings:ask;').response()
    const done = await moderator.click(asked, 'settings:reset;').response()
    expect(textOf(done)).toContain('**Language:** that of whoever asks')
    expect(await library.settings.of(guild)).toMatchObject({
      private: false,
      language: null,
      follows: [{ topic: 'dam' }],
    })
  })

  test('GIVEN settings of one server THEN another has its own, and both are there after a restart', async () => {
    await using desk = await startDesk()
    const { sandbox, moderator } = desk
    const other = sandbox.world.addGuild({ name: 'Elsewhere', ownerId: sandbox.ids.owner })
    const there = sandbox.as(sandbox.ids.owner, { channel: other.general })
    await expect.poll(() => there.commands().length).toBeGreaterThan(0)
    await choose(moderator, ['private', ['yes']])
    await choose(there, ['language', ['uk']])
    for (let time = 0; time < 2; time++) {
      expect(isPrivate(await desk.member.command(...ASKED).response())).toBe(true)
      expect(isPrivate(await there.command(...ASKED).response())).toBe(false)
      expect(textOf(await moderator.command('settings').response())).toContain(
        '**Language:** that of whoever asks',
      )
      expect(textOf(await there.command('settings').response())).toContain('**Мова:** Українська')
      await desk.restart()
    }
  })

  test('GIVEN a member who uses a panel that was a moderator’s THEN nothing is changed', async () => {
    await using desk = await startDesk()
    const { sandbox, library } = desk
    const panel = await desk.moderator.command('settings').response()
    sandbox.world.setRoles(sandbox.ids.guild, sandbox.ids.moderator, [])
    const refused = await desk.moderator.select(panel, set('where'), ['only']).followUp()
    expect(textOf(refused)).toMatch(/you need the permission/)
    expect((await library.settings.of(sandbox.ids.guild)).where).toBe('all')
  })
})
