import { Events, GatewayIntentBits, Partials } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Sandbox } from '../../src/sandbox/sandbox.js'
import { loggedIn, newClient, PLAIN, sandboxed } from './bot.js'

/** Collects the contents of the messages that the client hears of, until `count` have come. */
const heard = (client: Awaited<ReturnType<typeof loggedIn>>, count: number): Promise<string[]> =>
  new Promise((resolve) => {
    const contents: string[] = []
    client.on(Events.MessageCreate, (message) => {
      if (contents.push(message.content) === count) resolve(contents)
    })
  })

interface Frame {
  op: number
  t: string | null
  s: number | null
  d: { session_id: string }
}

/** A gateway connection without a client, after the greeting. */
async function rawGateway(sandbox: Sandbox) {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&encoding=json`)
  const next = (matches: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve) => {
      const listen = (raw: unknown) => {
        const frame = JSON.parse(String(raw)) as Frame
        if (!matches(frame)) return
        socket.off('message', listen)
        resolve(frame)
      }
      socket.on('message', listen)
    })
  await next(({ op }) => op === 10)
  return { next, send: (frame: object) => socket.send(JSON.stringify(frame)), close: () => socket.close() }
}

describe('logging in', () => {
  it("GIVEN the sandbox's token THEN the unmodified client is ready and knows guild, channels and itself", async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    expect(client.user.id).toBe(sandbox.applicationId)
    const guild = client.guilds.cache.get(sandbox.ids.guild)!
    expect(guild.available).toBe(true)
    expect(guild.members.me?.roles.cache.has(sandbox.ids.botRole)).toBe(true)
    expect(guild.channels.cache.get(sandbox.ids.crisis)?.name).toBe('crisis')
    expect(guild.channels.cache.get(sandbox.ids.thread)?.isThread()).toBe(true)
    expect((await client.application.fetch()).owner?.id).toBe(sandbox.ids.owner)
    expect(sandbox.online).toBe(true)
  })

  it('GIVEN another token THEN login is refused', async () => {
    const sandbox = await sandboxed()
    await expect(newClient(sandbox).login('MTIz.abc.def')).rejects.toThrow(/token/i)
  })

  it('GIVEN a privileged intent that was not granted THEN the gateway closes with 4014', async () => {
    const sandbox = await sandboxed()
    const closed = sandbox.next('disconnected')
    const login = newClient(sandbox, { intents: [...PLAIN, GatewayIntentBits.MessageContent] }).login(
      sandbox.token,
    )
    await expect(login).rejects.toThrow(/disallowed intents/i)
    expect((await closed).code).toBe(4014)
  })

  it('GIVEN heartbeats THEN each is acknowledged', async () => {
    const sandbox = await sandboxed()
    const gateway = await rawGateway(sandbox)
    gateway.send({ op: 1, d: null })
    expect((await gateway.next((frame) => frame.op === 11)).op).toBe(11)
    gateway.close()
  })
})

describe('a lost connection', () => {
  it('GIVEN a resumable drop THEN the client resumes and what it missed arrives once, in order', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const resumed = sandbox.next('resumed')
    const contents = heard(client, 4)
    const member = sandbox.as(sandbox.ids.member)
    const mention = `<@${sandbox.ids.bot}>`
    member.send(`${mention} before`)
    sandbox.faults.dropGateway()
    for (const word of ['one', 'two', 'three']) member.send(`${mention} ${word}`)
    expect((await resumed).replayed).toBeGreaterThanOrEqual(3)
    expect(await contents).toEqual(['before', 'one', 'two', 'three'].map((word) => `${mention} ${word}`))
  })

  it('GIVEN a request to reconnect THEN the client resumes', async () => {
    const sandbox = await sandboxed()
    await loggedIn(sandbox)
    const resumed = sandbox.next('resumed')
    sandbox.faults.requestReconnect()
    expect((await resumed).sessionId).not.toBe('')
  })

  it('GIVEN a session declared invalid but resumable THEN the client resumes', async () => {
    const sandbox = await sandboxed()
    await loggedIn(sandbox)
    const resumed = sandbox.next('resumed')
    sandbox.faults.invalidSession({ resumable: true })
    expect(await resumed).toMatchObject({ replayed: 0 })
    expect(sandbox.online).toBe(true)
  })

  it('GIVEN a forgotten session THEN a resume is refused and an identify accepted', async () => {
    const sandbox = await sandboxed()
    const first = await rawGateway(sandbox)
    first.send({ op: 2, d: { token: sandbox.token, intents: 1, properties: {} } })
    const ready = await first.next((frame) => frame.t === 'READY')
    sandbox.faults.dropGateway({ resumable: false })
    const second = await rawGateway(sandbox)
    second.send({ op: 6, d: { token: sandbox.token, session_id: ready.d.session_id, seq: 1 } })
    expect((await second.next((frame) => frame.op === 9)).d).toBe(false)
    second.send({ op: 2, d: { token: sandbox.token, intents: 1, properties: {} } })
    expect((await second.next((frame) => frame.t === 'READY')).s).toBe(1)
    second.close()
  })

  it('GIVEN a delayed gateway THEN events still come in order', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox, { intents: PLAIN })
    const contents = heard(client, 3)
    sandbox.faults.delayGateway(20)
    const { moderator, bot } = sandbox.ids
    sandbox.as(moderator).send(`<@${bot}> 1`)
    sandbox.as(moderator).send(`<@${bot}> 2`)
    sandbox.faults.delayGateway(0)
    sandbox.as(moderator).send(`<@${bot}> 3`)
    expect(await contents).toEqual([`<@${bot}> 1`, `<@${bot}> 2`, `<@${bot}> 3`])
  })
})

describe('what a session is told', () => {
  it('GIVEN no message content intent THEN content is empty unless the bot is mentioned, replied to, or in a DM', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox, { partials: [Partials.Channel] })
    const contents = heard(client, 5)
    const { member, bot, general } = sandbox.ids
    sandbox.as(member).send('nobody is named')
    sandbox.as(member).send(`<@${bot}> is named`)
    const ours = await (
      client.channels.cache.get(general) as { send(text: string): Promise<{ id: string }> } & object
    ).send('ours')
    sandbox.as(member).send('an answer', { replyTo: ours.id })
    sandbox.as(member, { channel: sandbox.world.openDm(member) }).send('in private')
    expect(await contents).toEqual(['', `<@${bot}> is named`, 'ours', 'an answer', 'in private'])
  })

  it('GIVEN the granted intent THEN all content arrives', async () => {
    const sandbox = await sandboxed({ privilegedIntents: GatewayIntentBits.MessageContent })
    const client = await loggedIn(sandbox, { intents: [...PLAIN, GatewayIntentBits.MessageContent] })
    const contents = heard(client, 1)
    sandbox.as(sandbox.ids.member).send('nobody is named')
    expect(await contents).toEqual(['nobody is named'])
  })

  it('GIVEN no intent for messages THEN none arrive, while interactions do', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox, { intents: [GatewayIntentBits.Guilds] })
    await client.application.commands.set([{ name: 'ping', description: 'Answers' }])
    const first = new Promise<string>((resolve) => {
      client.on(Events.MessageCreate, () => resolve('message'))
      client.on(Events.InteractionCreate, () => resolve('interaction'))
    })
    sandbox.as(sandbox.ids.member).send(`<@${sandbox.ids.bot}> hello`)
    sandbox.as(sandbox.ids.member).command('ping')
    expect(await first).toBe('interaction')
  })

  it('GIVEN a channel that the bot does not see THEN its messages do not arrive', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const contents = heard(client, 1)
    const { moderator, staff, bot } = sandbox.ids
    sandbox.as(moderator, { channel: staff }).send(`<@${bot}> secret`)
    sandbox.as(moderator).send(`<@${bot}> open`)
    expect(await contents).toEqual([`<@${bot}> open`])
  })

  it("GIVEN changes to the world THEN the client's cache follows", async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const joined = new Promise((resolve) => client.once(Events.GuildCreate, resolve))
    const left = new Promise((resolve) => client.once(Events.GuildDelete, resolve))
    const created = new Promise<{ id: string }>((resolve) => client.once(Events.ChannelCreate, resolve))
    const { guild } = sandbox.world.addGuild({ name: 'Second' })
    await joined
    expect(client.guilds.cache.get(guild)?.name).toBe('Second')
    const channel = sandbox.world.addChannel(guild, { name: 'news' })
    expect((await created).id).toBe(channel)
    sandbox.world.removeBot(guild)
    await left
    expect(client.guilds.cache.has(guild)).toBe(false)
  })

  it('GIVEN a search for members THEN the gateway answers with them', async () => {
    const sandbox = await sandboxed()
    const client = await loggedIn(sandbox)
    const guild = client.guilds.cache.get(sandbox.ids.guild)!
    const found = await guild.members.fetch({ query: 'ma', limit: 5 })
    expect([...found.keys()]).toEqual([sandbox.ids.moderator])
    expect((await guild.members.search({ query: 'ned' })).first()?.id).toBe(sandbox.ids.member)
  })
})
