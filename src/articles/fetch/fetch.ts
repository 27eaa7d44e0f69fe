import { type Dispatcher, request } from 'undici'
import { message } from '../../i18n/message.js'
import { ACCEPTED_CODINGS, discard, readBody, tooLarge } from './body.js'
import { checkLink, guardedAgent } from './connect.js'
import { type FetchLimits, LIMITS } from './limits.js'
import { badStatus, FetchError, noPublicSite } from './problems.js'

/** What a site gave along with a page, to be asked later whether the page has changed. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface Fetched extends Validators {
  /** Where the page was found in the end. */
  readonly url: string
  /** The `Content-Type` header as it was sent; empty where there was none. */
  readonly contentType: string
  /** Decompressed. */
  readonly bytes: Uint8Array
}

const NEVER_SEEN: Validators = { etag: null, lastModified: null }

/**
 * Fetches one page of the public internet.
 * @throws FetchError, whose message is a sentence for moderators
 */
export async function fetchPage(url: string, limits: Partial<FetchLimits> = {}): Promise<Fetched> {
  const page = await fetchIfChanged(url, NEVER_SEEN, limits)
  if (!page) throw badStatus(304, null)
  return page
}

/**
 * The same, but null when the site says that the page is as it was.
 * @throws FetchError
 */
export async function fetchIfChanged(
  url: string,
  seen: Validators,
  limits: Partial<FetchLimits> = {},
): Promise<Fetched | null> {
  const all = { ...LIMITS, ...limits }
  const agent = guardedAgent(all)
  const deadline = AbortSignal.timeout(all.totalMs)
  try {
    return await Promise.race([follow(url, seen, all, agent, deadline), ended(deadline)])
  } catch (error) {
    throw asFetchError(error, deadline)
  } finally {
    void agent.destroy().catch(() => {})
  }
}

/** Rejects when the time is over: undici ends no request that still waits for its connection. */
function ended(deadline: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
  })
}

/** Each hop is checked as the first link was. */
async function follow(
  link: string,
  seen: Validators,
  limits: FetchLimits,
  agent: Dispatcher,
  signal: AbortSignal,
): Promise<Fetched | null> {
  let url = checkLink(link, null, limits)
  for (let hops = 0; hops <= limits.maxRedirects; hops++) {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': limits.userAgent,
        accept: `${limits.types.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', ')}, */*;q=0.1`,
        'accept-encoding': ACCEPTED_CODINGS,
        ...(isSendable(seen.etag) && { 'if-none-match': seen.etag }),
        ...(isSendable(seen.lastModified) && { 'if-modified-since': seen.lastModified }),
      },
    })
    const location = headerOf(answer, 'location')
    if (!isRedirect(answer.statusCode) || location === null) return readAnswer(url, answer, limits)
    discard(answer.body)
    url = checkLink(location, url, limits)
  }
  throw new FetchError('redirects', [message('noteRedirects')])
}

/** What a site gave along may be what no request can carry: it is asked without it then. */
function isSendable(validator: string | null): validator is string {
  return validator !== null && /^[\x20-\x7e]{1,500}$/.test(validator)
}

type Answer = Dispatcher.ResponseData

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

async function readAnswer(url: URL, answer: Answer, limits: FetchLimits): Promise<Fetched | null> {
  const { statusCode } = answer
  const contentType = headerOf(answer, 'content-type') ?? ''
  const refusal = refusalOf(answer, contentType, limits)
  if (statusCode === 304 || refusal) discard(answer.body)
  if (statusCode === 304) return null
  if (refusal) throw refusal
  const coding = headerOf(answer, 'content-encoding') ?? ''
  return {
    url: url.href,
    contentType,
    bytes: await readBody(answer.body, coding, limits.maxBytes),
    etag: headerOf(answer, 'etag'),
    lastModified: headerOf(answer, 'last-modified'),
  }
}

function refusalOf(answer: Answer, contentType: string, limits: FetchLimits): FetchError | null {
  if (answer.statusCode !== 200) return badStatus(answer.statusCode, retryAfter(answer))
  const type = mediaType(contentType)
  if (
    type !== '' &&
    !limits.types.some((known) => (known.endsWith('/') ? type.startsWith(known) : type === known))
  ) {
    return new FetchError('type', [message('noteOtherType')])
  }
  const declared = Number(headerOf(answer, 'content-length') ?? 0)
  return declared > limits.maxBytes ? tooLarge(limits.maxBytes) : null
}

/** `text/html` of `Text/HTML; charset=utf-8`. */
export const mediaType = (contentType: string) => contentType.split(';')[0]!.trim().toLowerCase()

function headerOf({ headers }: Answer, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

/** Seconds; sites may also name a time of day. */
function retryAfter(answer: Answer): number | null {
  const value = headerOf(answer, 'retry-after')
  if (value === null) return null
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function asFetchError(error: unknown, deadline: AbortSignal): FetchError {
  if (error instanceof FetchError) return error
  const { code = '', cause, errors } = error as { code?: string; cause?: unknown; errors?: unknown[] }
  const inner = [cause, ...(errors ?? [])].find((one) => one instanceof FetchError)
  if (inner) return inner as FetchError
  if (deadline.aborted || TIMEOUTS.has(code)) {
    return new FetchError('time', [message('noteSiteSlow'), message('noteTryLater')])
  }
  if (/^Z_|^ERR_|^UND_ERR_(?:SOCKET|RES|HEADERS_OVERFLOW)|^HPE_/.test(code)) {
    return new FetchError('broken', [message('noteSiteBroken')])
  }
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN'
    ? noPublicSite()
    : new FetchError('unreachable', [message('noteUnreachable'), message('noteCheckOrLater')])
}
