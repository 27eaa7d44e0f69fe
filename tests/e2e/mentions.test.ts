import { PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AT_ONCE, type Desk, embedOf, held, pinged, requestsSince, startDesk, textOf } from './desk.js'

let desk: Desk
let me: string
beforeAll(async () => {
  desk = await startDesk()
  me = `<@${desk.sandbox.ids.bot}>`
})
afterAll(() => desk.close())

describe('being mentioned', () => {
  test('GIVEN an answer that takes a while THEN the bot is seen typing until it comes', async () => {
    const { before, release } = held()
    await using slow = await startDesk({ before })
    const typing = slow.sandbox.next('typing', ({ userId }) => userId === slow.sandbox.ids.bot)
    const asked = slow.member.send(`<@${slow.sandbox.ids.bot}> /when lorne dam`)
    await typing
    release()
    expect(textOf(await slow.sandbox.replyTo(asked))).toContain('15')
  })

  test('GIVEN an answer that comes soon THEN the reply is the one request that it takes', async () => {
    await using quick = await startDesk(AT_ONCE)
    const requests = requestsSince(quick)
    const asked = quick.member.send(`<@${quick.sandbox.ids.bot}> /when lorne dam`)
    expect(textOf(await quick.sandbox.replyTo(asked))).toContain('15')
    expect(requests()).toEqual(['POST /channels/{channel_id}/messages'])
  })

  test('GIVEN a question in plain words THEN the answer is a reply that pings nobody', async () => {
    const asked = desk.member.send(`${me} who said "drown in promises"?`)
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

  test('GIVEN replies to replies THEN what was asked first is still what is spoken of', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} how many people live below the dam?`))
    const second = await desk.sandbox.replyTo(desk.member.send('who says that', { replyTo: first }))
    expect(embedOf(second).title).toMatch(/^\/who-said /)
    const third = await desk.sandbox.replyTo(desk.member.send('other numbers?', { replyTo: second }))
    expect(embedOf(third).title).toBe('/compare people live below the dam')
  })

  test('GIVEN that an answer is wrong, in reply to it THEN it stands again, and it is said whose words it is', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} /when lorne dam`))
    const second = await desk.sandbox.replyTo(desk.member.send('thats wrong', { replyTo: first }))
    expect(embedOf(second).title).toBe(embedOf(first).title)
    expect(textOf(second)).toMatch(/I can only tell what the articles say/)
  })

  test('GIVEN a doubt in reply to an answer THEN it stands again, and it is said whose words it is', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} /when lorne dam`))
    const second = await desk.sandbox.replyTo(desk.member.send('r u sure', { replyTo: first }))
    expect(embedOf(second).title).toBe(embedOf(first).title)
    expect(textOf(second)).toMatch(/I can only tell what the articles say/)
  })

  test('GIVEN a name without its capital in reply to an answer THEN it is known', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} who said "drown in promises"?`))
    const second = await desk.sandbox.replyTo(desk.member.send('what did belova say', { replyTo: first }))
    expect(embedOf(second).title).toBe('/quotes Belova')
  })

  test('GIVEN no words THEN it tells how to ask', async () => {
    expect(embedOf(await desk.sandbox.replyTo(desk.member.send(me))).title).toBe('How to ask')
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

  test('GIVEN several questions THEN they are answered in one reply, at most three', async () => {
    const asked = desk.member.send(
      `${me} when is the dam opened? who said "drown in promises"? how many people live below? a? b?`,
    )
    const { embeds } = await desk.sandbox.replyTo(asked)
    expect(embeds.map(({ title }) => title)).toEqual([
      '/when the dam opened',
      expect.stringMatching(/^\/who-said /),
      expect.stringMatching(/^\/ask how many/),
    ])
    expect(embeds[0]!.description).toMatch(/at most 3 questions/)
  })
})

describe('permissions that lack', () => {
  test.each([
    ['Embed Links', PermissionFlagsBits.EmbedLinks],
    ['Send Messages', PermissionFlagsBits.SendMessages],
  ])(
    'GIVEN a channel without “%s” THEN the asker is told in private what to grant, and the log once',
    async (name, bit) => {
      await using fresh = await startDesk()
      const { sandbox, log } = fresh
      const channel = sandbox.world.addChannel(sandbox.ids.guild, {
        name: 'narrow',
        overwrites: [{ id: sandbox.ids.bot, deny: bit }],
      })
      const member = sandbox.as(sandbox.ids.member, { channel })
      const told = () => sandbox.next('message', ({ author }) => author.id === sandbox.ids.bot)
      for (const _ of [1, 2]) {
        const note = told()
        member.send(`<@${sandbox.ids.bot}> /when lorne dam`)
        const { channel_id, embeds } = await note
        expect(channel_id).toBe(sandbox.world.openDm(sandbox.ids.member))
        expect(embeds[0]!.description).toContain(`“${name}”`)
      }
      const logged = log.lines().filter(({ level }) => level === 'warn')
      expect(logged).toEqual([expect.objectContaining({ channel, missing: [name] })])
    },
  )

  test('GIVEN a channel whose history it may not read THEN it answers without a reply', async () => {
    const { sandbox } = desk
    const channel = sandbox.world.addChannel(sandbox.ids.guild, {
      name: 'forgetful',
      overwrites: [{ id: sandbox.ids.bot, deny: PermissionFlagsBits.ReadMessageHistory }],
    })
    const said = sandbox.next('message', ({ author }) => author.id === sandbox.ids.bot)
    sandbox.as(sandbox.ids.member, { channel }).send(`${me} /when lorne dam`)
    expect(textOf(await said)).toContain('15')
  })
})

describe('a question that changes', () => {
  const answered = async () => {
    const asked = desk.member.send(`${me} /when lorne dam`)
    return { asked, reply: await desk.sandbox.replyTo(asked) }
  }

  test('GIVEN that it is edited THEN its answer is edited', async () => {
    const { asked, reply } = await answered()
    const changed = desk.sandbox.next('edit', ({ id }) => id === reply.id)
    desk.member.edit(asked, `${me} who said "drown in promises"?`)
    expect(embedOf(await changed).title).toMatch(/^\/who-said/)
  })

  test('GIVEN that it is deleted, or does not mean the bot any more THEN the answer is gone', async () => {
    for (const withdraw of [desk.member.delete, (asked: never) => desk.member.edit(asked, 'never mind')]) {
      const { asked, reply } = await answered()
      const gone = desk.sandbox.next('delete', ({ id }) => id === reply.id)
      withdraw(asked as never)
      await gone
    }
  })

  test('GIVEN a bot that was started since THEN it finds its answer among the replies', async () => {
    await using other = await startDesk()
    const mention = `<@${other.sandbox.ids.bot}>`
    const asked = other.member.send(`${mention} /when lorne dam`)
    const reply = await other.sandbox.replyTo(asked)
    await other.restart()
    const changed = other.sandbox.next('edit', ({ id }) => id === reply.id)
    other.member.edit(asked, `${mention} /search gates`)
    expect(embedOf(await changed).title).toBe('/search gates')
    await other.restart()
    const gone = other.sandbox.next('delete', ({ id }) => id === reply.id)
    other.member.delete(asked)
    await gone
  })
})

describe('a conversation', () => {
  test('GIVEN a thread THEN a question leans on those before it', async () => {
    const { ids } = desk.sandbox
    const member = desk.sandbox.as(ids.member, { channel: ids.thread })
    const ask = (words: string) => desk.sandbox.replyTo(member.send(`${me} ${words}`))
    expect(textOf(await ask('who said "drown in promises"?'))).toContain('Belova')
    const more = await ask('what else did she say?')
    expect(embedOf(more).title).toBe('/quotes Ana Belova')
    expect(textOf(more)).toContain('severe flooding')
  })

  test('GIVEN a post in a forum THEN it is a conversation too', async () => {
    const { ids } = desk.sandbox
    const member = desk.sandbox.as(ids.member, { channel: ids.post })
    await desk.sandbox.replyTo(member.send(`${me} who said "drown in promises"?`))
    const reply = await desk.sandbox.replyTo(member.send(`${me} who else said that?`))
    expect(embedOf(reply).title).toMatch(/^\/who-said .*drown in promises/)
  })

  test('GIVEN a reply to an answer in a channel THEN it leans on that answer', async () => {
    const first = await desk.sandbox.replyTo(desk.member.send(`${me} who said "drown in promises"?`))
    const asked = desk.member.send('what else did she say?', { replyTo: first })
    expect(embedOf(await desk.sandbox.replyTo(asked)).title).toBe('/quotes Ana Belova')
  })

  test('GIVEN a channel without a thread THEN nothing before is read', async () => {
    await desk.sandbox.replyTo(desk.member.send(`${me} who said "drown in promises"?`))
    const reply = await desk.sandbox.replyTo(desk.member.send(`${me} what else did she say?`))
    expect(embedOf(reply).title).not.toContain('Belova')
  })
})
