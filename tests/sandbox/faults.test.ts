import { DiscordAPIError, HTTPError, type TextChannel } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { manualClock } from '../../src/sandbox/sandbox.js'
import { loggedIn, sandboxed } from './bot.js'

const SEND = 'POST /channels/{channel_id}/messages'

async function inGeneral(options: Parameters<typeof sandboxed>[0] = {}, rest = {}) {
  const sandbox = await sandboxed(options)
  const client = await loggedIn(sandbox, { rest })
  const channel = client.channels.cache.get(sandbox.ids.general) as TextChannel
  const statuses = () =>
    sandbox.requests.filter(({ route, method }) => `${method} ${route}` === SEND).map(({ status }) => status)
  return { sandbox, client, channel, statuses }
}

describe('told to fail', () => {
  it('GIVEN a 429 THEN the client waits and asks again', async () => {
    const { sandbox, channel, statuses } = await inGeneral()
    sandbox.faults.next(SEND, { status: 429, retryAfter: 0.02 })
    await channel.send('patient')
    expect(statuses()).toEqual([429, 200])
  })

  it('GIVEN a global 429 THEN the client holds all requests', async () => {
    const { sandbox, client, channel } = await inGeneral()
    const limited = new Promise<boolean>((resolve) =>
      client.rest.once('rateLimited', ({ global }) => resolve(global)),
    )
    sandbox.faults.next(SEND, { status: 429, retryAfter: 0.02, global: true })
    await channel.send('patient')
    expect(await limited).toBe(true)
  })

  it('GIVEN a 500 THEN the client tries again; GIVEN too many THEN it gives up', async () => {
    const { sandbox, channel, statuses } = await inGeneral({}, { retries: 1, retryBackoff: 1 })
    sandbox.faults.next(SEND, { status: 500 })
    await channel.send('again')
    sandbox.faults.next('/channels/{channel_id}/messages', { status: 503 }, 2)
    await expect(channel.send('never')).rejects.toBeInstanceOf(HTTPError)
    expect(statuses()).toEqual([500, 200, 503, 503])
  })

  it('GIVEN a cut connection THEN the message was sent all the same, and the nonce keeps it from being sent twice', async () => {
    const { sandbox, channel } = await inGeneral({}, { retries: 0 })
    const body = { content: 'once', nonce: '42', enforceNonce: true }
    sandbox.faults.next(SEND, { cut: true })
    await expect(channel.send(body)).rejects.toThrow()
    await channel.send(body)
    expect(sandbox.messages(sandbox.ids.general).filter(({ content }) => content === 'once')).toHaveLength(1)
  })

  it("GIVEN a request that hangs THEN the client's own time limit ends it", async () => {
    const { sandbox, channel } = await inGeneral({}, { retries: 0, timeout: 500 })
    sandbox.faults.next(({ body }) => (body as { content?: string } | undefined)?.content === 'hang', {
      hang: true,
    })
    await expect(channel.send('hang')).rejects.toThrow(/abort/i)
    await channel.send('on')
  })

  it('GIVEN a delay THEN the request is served when the clock has come so far', async () => {
    const clock = manualClock()
    const { sandbox, channel } = await inGeneral({ clock })
    const waiting = sandbox.on('request', () => {})
    sandbox.faults.next((request) => request.method === 'POST' && clock.now() > 0, { delayMs: 1000 })
    const arrived = new Promise<void>((resolve) => {
      const { after } = clock
      clock.after = (ms, task) => {
        resolve()
        return after(ms, task)
      }
    })
    const sent = channel.send('late')
    await arrived
    clock.advance(1000)
    expect((await sent).content).toBe('late')
    waiting()
  })

  it('GIVEN faults called off THEN requests pass', async () => {
    const { sandbox, channel, statuses } = await inGeneral()
    sandbox.faults.next(SEND, { status: 500 }, 100)
    sandbox.faults.clear()
    await channel.send('fine')
    expect(statuses()).toEqual([200])
  })
})

describe('rate limits and the record', () => {
  it('GIVEN a small bucket THEN the client keeps to its headers and never sees a 429', async () => {
    const { channel, statuses } = await inGeneral({ rateLimit: { limit: 2, windowMs: 60 } })
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => channel.send(text)))
    expect(statuses()).toEqual([200, 200, 200, 200, 200])
  })

  it('GIVEN a client that does not keep to it THEN 429 with the wait', async () => {
    const { sandbox } = await inGeneral({ rateLimit: { limit: 1, windowMs: 60_000 } })
    const ask = () =>
      fetch(`${sandbox.api}/v10/users/${sandbox.ids.member}`, {
        headers: { authorization: `Bot ${sandbox.token}` },
      })
    const [first, second] = [await ask(), await ask()]
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(second.status).toBe(429)
    expect(second.headers.get('x-ratelimit-scope')).toBe('user')
    expect(await second.json()).toMatchObject({ global: false, retry_after: expect.any(Number) })
  })

  it('GIVEN requests THEN they are recorded with template, parameters and body, and only so many are kept', async () => {
    const { sandbox, channel } = await inGeneral({ keepRequests: 2 })
    for (const text of ['one', 'two', 'three']) await channel.send(text)
    expect(sandbox.requests).toMatchObject(
      ['two', 'three'].map((content) => ({
        method: 'POST',
        route: '/channels/{channel_id}/messages',
        params: { channel_id: sandbox.ids.general },
        body: { content },
        status: 200,
      })),
    )
  })

  it('GIVEN no or a wrong token, an unknown route or broken JSON THEN 401, 404 and 400', async () => {
    const { sandbox, client } = await inGeneral()
    const get = async (path: string, authorization: string) =>
      (await fetch(`${sandbox.api}/v10${path}`, { headers: { authorization } })).status
    expect(await get('/users/@me', 'Bot wrong')).toBe(401)
    expect(await get('/nowhere', `Bot ${sandbox.token}`)).toBe(404)
    const broken = await fetch(`${sandbox.api}/v10/channels/${sandbox.ids.general}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: '{',
    })
    expect(await broken.json()).toMatchObject({ code: 50109 })
    await expect(client.rest.get('/nowhere')).rejects.toBeInstanceOf(DiscordAPIError)
  })
})
