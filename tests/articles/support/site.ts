import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { FetchLimits } from '../../../src/articles/fetch/limits.js'

/** A web site on this machine, and limits under which it may be fetched from. */
export interface Site extends AsyncDisposable {
  readonly port: number
  readonly origin: string
  /** The requests it saw: `GET /path`. */
  readonly seen: string[]
  readonly limits: Partial<FetchLimits>
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Serves what the handler of a path says; other paths are not found. */
export async function site(pages: Readonly<Record<string, Handler | string>>): Promise<Site> {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.on('error', () => {})
    const page = pages[request.url ?? ''] ?? pages['*']
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'string') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else page(request, response)
  }
  return listen(createServer(listener), seen)
}

/** A server that speaks no HTTP of its own: the handler gets the bare connection. */
export async function rawSite(handler: (socket: Socket) => void): Promise<Site> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    handler(socket)
  })
  return listen(server, [])
}

async function listen(server: Server, seen: string[]): Promise<Site> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    seen,
    limits: { ports: [port], allow: (address) => address === '127.0.0.1' },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const redirect =
  (location: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(302, { location, ...headers }).end()

export const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body)
