import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord } from '../interactions/form.js'
import type { InteractiveCore } from '../interactions/interactions.js'
import type { FaultQueue, IncomingRequest, RestFault } from './faults.js'
import { type Allowance, type RateLimit, RateLimits } from './ratelimits.js'
import { Refusal, refuse } from './refusals.js'
import type { RecordedRequest, UploadedFile } from './requests.js'
import { type Found, Reply, router } from './router.js'
import { ROUTES } from './routes/routes.js'

/** Bytes of a whole request. */
const BODY_LIMIT = 32 * 1024 * 1024
const PREFIX = /^\/api(?:\/v\d+)?(?=\/)/

interface Answer {
  status: number
  json: unknown
  headers: Record<string, string>
}

export interface RestOptions {
  token: string
  rateLimit: RateLimit
  keepRequests: number
  faults: FaultQueue
}

/** Discord's REST API on a Node HTTP server. */
export class Rest {
  readonly requests: RecordedRequest[] = []
  readonly #core: InteractiveCore
  readonly #options: RestOptions
  readonly #find = router(ROUTES)
  readonly #limits: RateLimits

  constructor(core: InteractiveCore, options: RestOptions) {
    this.#core = core
    this.#options = options
    this.#limits = new RateLimits(options.rateLimit)
  }

  /** For `http.createServer`. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', this.#core.origin)
    if (url.pathname.startsWith('/attachments/')) this.#serveFile(url, response)
    else
      this.#serve(request, url, response).catch((error: unknown) => {
        console.error('the sandbox failed to answer', request.method, url.pathname, error)
        if (!response.headersSent)
          send(response, {
            status: 500,
            json: { code: 0, message: '500: Internal Server Error' },
            headers: {},
          })
      })
  }

  async #serve(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request
    const path = url.pathname.replace(PREFIX, '')
    const found = PREFIX.test(url.pathname) ? this.#find(method, path) : undefined
    const raw = await read(request)
    let parsed: { body: unknown; files: UploadedFile[] } | Refusal
    try {
      parsed = raw instanceof Refusal ? raw : await parse(raw, request.headers['content-type'])
    } catch {
      parsed = refuse.brokenJson()
    }
    const incoming: IncomingRequest = {
      method,
      path,
      route: found?.route ? found.template : null,
      params: found?.params ?? {},
      query: Object.fromEntries(url.searchParams),
      body: parsed instanceof Refusal ? undefined : parsed.body,
      files: parsed instanceof Refusal ? [] : parsed.files,
      at: this.#core.clock.now(),
    }
    const fault = this.#options.faults.take(incoming)
    if (fault?.delayMs) await new Promise<void>((resolve) => this.#core.clock.after(fault.delayMs!, resolve))
    if (fault?.hang) return this.#record(incoming, 0, undefined)
    const serve = () =>
      this.#answer(
        incoming,
        found,
        request.headers.authorization,
        parsed instanceof Refusal ? parsed : undefined,
      )
    if (fault?.served) serve()
    const answer = fault?.status === undefined ? serve() : faultAnswer(fault, fault.status)
    this.#record(incoming, fault?.cut ? 0 : answer.status, answer.json)
    if (fault?.cut) request.socket.destroy()
    else send(response, answer)
  }

  #answer(
    incoming: IncomingRequest,
    found: Found | undefined,
    authorization: string | undefined,
    broken: Refusal | undefined,
  ): Answer {
    let headers: Record<string, string> = {}
    try {
      if (!found) throw refuse.noSuchRoute()
      if (!found.route) throw refuse.wrongMethod()
      if (!found.route.open && authorization !== `Bot ${this.#options.token}`) throw refuse.unauthorized()
      const allowance = this.#limits.take(incoming.method, found)
      headers = allowance.headers
      if (allowance.retryAfter !== undefined) return limited(allowance, allowance.retryAfter)
      if (broken) throw broken
      const { params, query, files } = incoming
      const result = found.route.handler(this.#core, {
        params,
        query,
        files,
        body: (incoming.body ?? {}) as never,
      })
      if (result instanceof Reply) return { status: result.status, json: result.json, headers }
      return { status: result === undefined ? 204 : 200, json: result, headers }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { status: error.status, json: error.toJSON(), headers }
    }
  }

  #record(incoming: IncomingRequest, status: number, json: unknown): void {
    const recorded: RecordedRequest = { ...incoming, status, response: json }
    this.requests.push(recorded)
    if (this.requests.length > this.#options.keepRequests) this.requests.shift()
    this.#core.hub.emit('request', recorded)
  }

  #serveFile(url: URL, response: ServerResponse): void {
    const file = this.#core.world.files.get(url.pathname.split('/')[3] ?? '')
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.data.length }).end(file.data)
  }
}

function send(response: ServerResponse, { status, json, headers }: Answer): void {
  if (json === undefined) return void response.writeHead(status, headers).end()
  const body = JSON.stringify(json)
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    .end(body)
}

const limited = ({ headers }: Allowance, retryAfter: number): Answer => ({
  status: 429,
  json: { message: 'You are being rate limited.', retry_after: retryAfter, global: false },
  headers: { ...headers, 'retry-after': String(Math.ceil(retryAfter)), 'x-ratelimit-scope': 'user' },
})

function faultAnswer({ retryAfter = 0.05, global = false }: RestFault, status: number): Answer {
  if (status !== 429) return { status, json: { code: 0, message: `${status}: sandbox fault` }, headers: {} }
  return {
    status,
    json: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': global ? 'global' : 'shared',
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
  }
}

async function read(request: IncomingMessage): Promise<Buffer | Refusal> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  return size > BODY_LIMIT ? refuse.tooLarge() : Buffer.concat(chunks)
}

/** JSON, or a form whose `payload_json` is the JSON and whose other fields are files. */
async function parse(raw: Buffer, type = ''): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (raw.length === 0) return { body: undefined, files: [] }
  if (!type.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString('utf8')), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  let body: unknown = {}
  const files: UploadedFile[] = []
  for (const [field, value] of form) {
    if (typeof value !== 'string')
      files.push({ field, name: value.name, type: value.type, data: Buffer.from(await value.arrayBuffer()) })
    else if (field === 'payload_json') body = JSON.parse(value)
    else if (isRecord(body)) body[field] = value
  }
  return { body, files }
}
