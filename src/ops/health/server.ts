/** A small server on this machine alone, by which an operator's tools see how the bot is doing. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the bot is doing. Plain data: it is shown as JSON. */
export interface Health {
  /** Whether questions are answered. */
  readonly ready: boolean
  readonly [fact: string]: unknown
}

export interface HealthServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  health(): Promise<Health>
  /** In the text format of Prometheus. */
  metrics(): string
}

export interface HealthServer {
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const LOCAL = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/
const REQUEST_MS = 5000
const MOST_CONNECTIONS = 20
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * `/healthz`: the process is alive. `/readyz`: it answers questions; 503 where it does not. `/metrics`: figures.
 * @throws Error when the port can't be used
 */
export async function startHealthServer(options: HealthServerOptions): Promise<HealthServer> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
    (request, response) => {
      answer(request, response, options).catch(() => send(response, 500, 'text/plain', 'failed\n'))
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`HEALTH_PORT ${options.port} can't be used (${code}); choose another port.`)),
    )
    server.listen(options.port, HOST, resolve)
  })
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  { health, metrics }: HealthServerOptions,
): Promise<void> {
  // A page in somebody's browser may have a name that leads here, but not this name.
  if (!LOCAL.test(headers.host ?? '')) return send(response, 403, 'text/plain', 'not for this host\n')
  if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'text/plain', 'only GET\n')
  switch (url.split('?')[0]) {
    case '/healthz':
      return send(response, 200, 'text/plain', 'ok\n')
    case '/readyz': {
      const facts = await health()
      return send(response, facts.ready ? 200 : 503, 'application/json', `${JSON.stringify(facts)}\n`)
    }
    case '/metrics':
      return send(response, 200, METRICS_TYPE, metrics())
    default:
      return send(response, 404, 'text/plain', 'there are /healthz, /readyz and /metrics\n')
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(response.req.method === 'HEAD' ? undefined : body)
}
