import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Page, startPage } from '../../../src/sandbox/page/page.js'
import type { Notice, View } from '../../../src/sandbox/page/shared/protocol.js'
import type { Sandbox } from '../../../src/sandbox/sandbox.js'
import { sandboxed } from '../bot.js'

let sandbox: Sandbox
let page: Page

beforeEach(async () => {
  sandbox = await sandboxed()
  page = await startPage(sandbox, { port: 0 })
})

afterEach(() => page.close())

interface Asked {
  headers?: Record<string, string>
  body?: unknown
}

async function ask(path: string, { headers = {}, body }: Asked = {}): Promise<IncomingMessage> {
  const method = body === undefined ? 'GET' : 'POST'
  const sent = request(`${page.url}${path}`, { headers, method }).end(
    body === undefined ? '' : JSON.stringify(body),
  )
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

const status = async (path: string, asked?: Asked): Promise<number> => {
  const response = await ask(path, asked)
  response.destroy()
  return response.statusCode ?? 0
}

async function text(path: string, asked?: Asked): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await ask(path, asked)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const secret = async (): Promise<string> => /name="page-token" content="([^"]+)"/.exec(await text('/'))![1]!
const trusted = async () => ({ 'x-page-token': await secret() })

describe('who may use the server', () => {
  it('GIVEN a call without the secret, or with a wrong one THEN it is refused', async () => {
    expect(await status('/api/view')).toBe(403)
    expect(await status('/api/notices?token=wrong')).toBe(403)
    expect(await status('/api/actions', { body: {} })).toBe(403)
  })

  it('GIVEN a request that a foreign page makes, or one under a foreign name THEN it is refused', async () => {
    const headers = await trusted()
    expect(await status('/', { headers: { origin: 'https://example.org' } })).toBe(403)
    expect(await status('/api/view', { headers: { ...headers, origin: 'null' } })).toBe(403)
    expect(await status('/', { headers: { host: `example.org:${new URL(page.url).port}` } })).toBe(403)
  })

  it('GIVEN paths that lead out of the folders of the page THEN there is nothing', async () => {
    for (const path of [
      '/browser/..%2f..%2fpage.js',
      '/page.js',
      '/modules/lit/../../package.json',
      '/modules/discord.js/src/index.js',
      '/modules/lit/package.json',
      '/styles/../index.html',
    ])
      expect(await status(path), path).toBe(404)
  })

  it('GIVEN the document THEN its policy allows no script but its own and nothing remote', async () => {
    const { headers } = await ask('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[^' ]+';/)
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy.match(/https?:[^ ;]+/g)).toEqual([sandbox.url])
  })
})

describe('what the page is told', () => {
  it('GIVEN a member and a moderator THEN each gets the places of their own', async () => {
    const headers = await trusted()
    const names = async (as: string) => {
      const view = JSON.parse(await text(`/api/view?as=${as}`, { headers })) as View
      return view.channels.map(({ name }) => name)
    }
    expect(await names(sandbox.ids.member)).toEqual([
      'general',
      'Who said what',
      'crisis',
      'reports',
      'First report',
      null,
    ])
    expect(await names(sandbox.ids.moderator)).toContain('staff')
    expect(await status('/api/view?as=1', { headers })).toBe(400)
  })

  it('GIVEN messages in a place that the member does not see THEN the member hears nothing of them', async () => {
    const stream = await ask(`/api/notices?as=${sandbox.ids.member}&token=${await secret()}`)
    sandbox.as(sandbox.ids.moderator, { channel: sandbox.ids.staff }).send('for the staff')
    sandbox.as(sandbox.ids.moderator).send('for all')
    for await (const chunk of stream) {
      const data = /^data: (.*)$/m.exec(String(chunk))?.[1]
      if (data === undefined) continue
      expect((JSON.parse(data) as Extract<Notice, { message: unknown }>).message.content).toBe('for all')
      break
    }
  })

  it('GIVEN what cannot be done THEN the reason is told; GIVEN no action at all THEN 400', async () => {
    const headers = await trusted()
    const { member: as, general } = sandbox.ids
    const outcome = async (action: object) =>
      JSON.parse(await text('/api/actions', { headers, body: { as, in: general, action } })) as unknown
    expect(await outcome({ do: 'send', content: 'hello' })).toEqual({ kind: 'done' })
    expect(await outcome({ do: 'send', content: ' ' })).toEqual({
      kind: 'refused',
      why: 'Cannot send an empty message.',
    })
    expect(await outcome({ do: 'command', name: 'nothing', options: {} })).toEqual({
      kind: 'refused',
      why: 'This user is offered no command "nothing" here.',
    })
    expect(await status('/api/actions', { headers, body: { as, in: general, action: { do: 'harm' } } })).toBe(
      400,
    )
    expect(await status('/api/actions', { headers, body: 'x'.repeat(16 * 1024 * 1024) })).toBe(400)
  })
})
