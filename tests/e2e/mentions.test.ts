import { PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, embedOf, pinged, startDesk, textOf } from './desk.js'

let desk: Desk
let me: string
beforeAll(async () => {
  desk = await startDesk()
  me = `<@${desk.sandbox.ids.bot}>`
})
afterAll(() => desk.close())

describe('being mentioned', () => {
  test('GIVEN a question in plain words THEN the answer is a reply that pings nobody, after a sign of typing', async () => {
    const typing = desk.sandbox.next('typing', ({ userId }) => userId === desk.sandbox.ids.bot)
    const asked = desk.member.send(`${me} who said "drown in promises"?`)
    await typing
    const reply = await desk.sandbox.replyTo(asked)
    expect(embedOf(reply).title).toMatch(/^\/who-said /)
    expect(textOf(reply)).toContain('Belova')
    expect(pinged(desk.sandbox)).not.toContain(desk.sandbox.ids.member)
  })

  test('GIVEN a reply to an answer THEN it is a question too', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} /when lorne dam`))
    const second = await desk.sandbox.replyTo(
      desk.member.send('how many people live below the dam?', { replyTo: first }),
    )
    expect(textOf(second)).toContain('12,000')
  })

  test('GIVEN no words THEN it tells how to ask', async () => {
    expect(embedOf(await desk.sandbox.replyTo(desk.member.send(me))).title).toBe('/help')
  })

  test('GIVEN a direct message THEN it is answered', async () => {
    const channel = desk.sandbox.world.openDm(desk.sandbox.ids.member)
    const asked = desk.sandbox.as(desk.sandbox.ids.member, { channel }).send('when is the lorne dam opened?')
    expect(textOf(await desk.sandbox.replyTo(asked))).toContain('15')
  })

  test('GIVEN a thread THEN it is answered there', async () => {
    const { ids } = desk.sandbox
    const asked = desk.sandbox
      .as(ids.member, { channel: ids.thread })
      .send(`${me} when is the lorne dam opened?`)
    expect((await desk.sandbox.replyTo(asked)).channel_id).toBe(ids.thread)
  })

  test.each([
    ['a command that there is not', '/weather today', /There is no command \/weather/],
    ['2,000 characters', 'why '.repeat(480), /too long: [\d,]+ characters/],
    ['emoji alone', '🔥', /./],
    ['mark-up and mentions', '@everyone **[a](https://evil.example)** <@&123456789012345678>', /./],
  ])('GIVEN %s THEN there is a helpful reply', async (_, words, expected) => {
    const reply = await desk.sandbox.replyTo(desk.member.send(`${me} ${words}`))
    expect(textOf(reply)).toMatch(expected)
    expect(textOf(reply)).not.toMatch(/Reference|@everyone|\]\(/)
  })

  test('GIVEN messages that are not meant for it THEN it does not answer', async () => {
    const { sandbox, member } = desk
    const other = sandbox.world.addUser({ username: 'otherbot', bot: true })
    sandbox.world.addMember(sandbox.ids.guild, other)
    const ignored = [
      member.send('when is the lorne dam opened?'),
      member.send(`<@&${sandbox.ids.botRole}> when is the lorne dam opened?`),
      desk.moderator.send('@everyone when is the lorne dam opened?'),
      sandbox.as(other).send(`${me} when is the lorne dam opened?`),
    ]
    const last = await sandbox.replyTo(member.send(`${me} /help`))
    const answered = sandbox
      .messages(sandbox.ids.general)
      .filter(({ author, id }) => author.id === sandbox.ids.bot && id <= last.id)
      .map(({ message_reference }) => message_reference?.message_id)
    for (const { id } of ignored) expect(answered).not.toContain(id)
  })

  test('GIVEN a channel without embeds THEN it says which permission is missing', async () => {
    const { sandbox } = desk
    const channel = sandbox.world.addChannel(sandbox.ids.guild, {
      name: 'plain',
      overwrites: [
        { id: sandbox.ids.guild, deny: PermissionFlagsBits.EmbedLinks },
        { id: sandbox.ids.bot, deny: PermissionFlagsBits.EmbedLinks },
      ],
    })
    const asked = sandbox.as(sandbox.ids.member, { channel }).send(`${me} /when lorne dam`)
    const reply = await sandbox.replyTo(asked)
    expect(reply.content).toContain('“Embed Links”')
    expect(reply.embeds).toEqual([])
  })

  test('GIVEN a channel where it may not write THEN that is logged, and nothing breaks', async () => {
    const { sandbox, log } = desk
    const channel = sandbox.world.addChannel(sandbox.ids.guild, {
      name: 'silent',
      overwrites: [{ id: sandbox.ids.bot, deny: PermissionFlagsBits.SendMessages }],
    })
    const refused = sandbox.next(
      'request',
      ({ path, status }) => path === `/channels/${channel}/messages` && status === 403,
    )
    sandbox.as(sandbox.ids.member, { channel }).send(`${me} /when lorne dam`)
    await refused
    await sandbox.replyTo(desk.member.send(`${me} /help`))
    expect(log.lines()).toContainEqual(expect.objectContaining({ level: 'warn', code: 50013 }))
  })
})
