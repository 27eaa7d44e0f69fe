import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Sandbox } from '../sandbox.js'
import { avatar } from './avatars.js'
import { pageFiles, type StaticFile } from './files.js'
import { newGuard, securityHeaders } from './guard.js'
import { listen } from './notices.js'
import { requestForm } from './shared/user-actions.js'
import { UserActions } from './user-actions.js'
import { partsOf, viewFor } from './views.js'

/** Bytes of one request: a file of 10 MiB in base64, and some words. */
const BODY_LIMIT = 15 * 1024 * 1024

export interface PageOptions {
  /** 0 takes any free port. */
  port: number
}

export interface Page {
  /** `http://127.0.0.1:PORT` */
  url: string
  /** Ends all connections and the server. */
  close(): Promise<void>
}

/**
 * Serves the sandbox as a web page on 127.0.0.1: channels, a message box, and the bot.
 * @throws Error when the port is taken.
 */
export async function startPage(sandbox: Sandbox, { port }: PageOptions): Promise<Page> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const guard = newGuard(taken)
  const files = pageFiles(guard.token)
  const headers = securityHeaders(files.importMapHash, sandbox.url)
  const actions = new UserActions(sandbox)
  const parts = partsOf(sandbox)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${taken}`)
    const isCall = url.pathname.startsWith('/api/')
    const given = request.headers['x-page-token'] ?? url.searchParams.get('token')
    const refusal = guard.refusal(request, isCall ? 'call' : 'file', String(given ?? ''))
    if (refusal !== undefined) return sendText(response, 403, refusal)
    const visitor = url.searchParams.get('as') ?? sandbox.ids.member
    if (!parts.has(visitor)) return sendText(response, 400, `there is nobody ${visitor} to be`)
    const route = `${request.method} ${url.pathname}`
    if (route === 'GET /api/notices') return listen(sandbox, visitor, response)
    if (route === 'GET /api/view')
      return sendJson(response, 200, viewFor(sandbox, visitor, url.searchParams.get('in')))
    if (route === 'POST /api/actions') {
      const form = requestForm.safeParse(await readJson(request))
      if (!form.success || !parts.has(form.data.as)) return sendText(response, 400, 'this is no action')
      return sendJson(response, 200, await actions.do(form.data))
    }
    const file = request.method === 'GET' ? find(url.pathname) : undefined
    if (!file) return sendText(response, 404, `there is no ${route}`)
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' }).end(file.body)
  }

  const find = (path: string): StaticFile | undefined => {
    if (path === '/') return files.document
    const name = /^\/avatars\/(bot|\d{1,20})\.svg$/.exec(path)?.[1]
    const id = name === 'bot' ? sandbox.ids.bot : name
    const user = id && sandbox.directory(sandbox.ids.member).users.find((each) => each.id === id)
    if (!user) return files.find(path)
    return {
      type: 'image/svg+xml',
      body: avatar(user.global_name ?? user.username, user.id === sandbox.ids.bot),
    }
  }

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    handle(request, response).catch((error: unknown) => {
      console.error('the page failed to answer', request.method, request.url, error)
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'something went wrong here; the terminal says what')
    })
  })
  return {
    url: `http://127.0.0.1:${taken}`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(json))
}

/** The body as JSON; undefined where it is none or too large. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  if (size > BODY_LIMIT) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
