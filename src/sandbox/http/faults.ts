import type { RecordedRequest } from './requests.js'

/** What a request meets instead of the usual answer. */
export interface RestFault {
  /** Answer with this HTTP status (429 and 5xx are shaped as Discord's). Without one the request is served as usual, after any delay. */
  status?: number
  /** With `status`: the request was served all the same. */
  served?: boolean
  /** Seconds, for 429; 0.05 by default. */
  retryAfter?: number
  /** For 429: the global limit. */
  global?: boolean
  /** Milliseconds by the sandbox's clock to wait before the answer. */
  delayMs?: number
  /** Never answer. */
  hang?: boolean
  /** Cut the connection without an answer, after the request was served. */
  cut?: boolean
}

/** The request as far as it is known before it is served. */
export type IncomingRequest = Omit<RecordedRequest, 'status' | 'response'>

/** A route (`/channels/{channel_id}/messages`), a method and route (`POST /channels/…`), or a test of one's own. */
export type RequestMatch = string | ((request: IncomingRequest) => boolean)

/** How the sandbox is told to fail. */
export interface Faults {
  /** The next `times` (1) requests that match meet the fault. Faults of one match queue up. */
  next(match: RequestMatch, fault: RestFault, times?: number): void
  /** Calls off all faults, of REST and of the gateway. */
  clear(): void
  /**
   * Cuts the gateway connections, or one shard's. With `resumable: false` the session is forgotten too, so that a resume
   * is refused.
   */
  dropGateway(options?: { resumable?: boolean; shard?: number }): void
  /** Closes the gateway connections, or one shard's, with this code. */
  closeGateway(code: number, shard?: number): void
  /** Tells the bot that its session is invalid (operation 9); it may resume only if `resumable`. */
  invalidSession(options?: { resumable?: boolean }): void
  /** Asks the bot to reconnect and resume (operation 7). */
  requestReconnect(): void
  /** From now on gateway events reach the bot this much later, still in order; 0 ends it. */
  delayGateway(ms: number): void
  /** From now on every gateway event is sent twice, until false. */
  repeatEvents(repeat: boolean): void
  /** From now on heartbeats – all, or one shard's – are not acknowledged, until false. */
  ignoreHeartbeats(ignore: boolean | number): void
  /** From now on resumes are not answered, though heartbeats are, until false. */
  ignoreResumes(ignore: boolean): void
  /**
   * From now on nothing is heard from the gateway on any connection, old or new: no greeting, no event, no
   * acknowledgement, no goodbye. False ends that, and cuts the connections that were silent. Of one shard, named by its
   * number, a new connection is silent from when it identifies or resumes.
   */
  silenceGateway(silent: boolean | number): void
}

/** The faults that REST requests are going to meet. */
export class FaultQueue {
  #queue: { match: RequestMatch; fault: RestFault; times: number }[] = []

  add(match: RequestMatch, fault: RestFault, times: number): void {
    this.#queue.push({ match, fault, times })
  }

  clear(): void {
    this.#queue = []
  }

  /** Takes the fault that this request meets, if any. */
  take(request: IncomingRequest): RestFault | undefined {
    const entry = this.#queue.find(({ match }) => matches(match, request))
    if (!entry) return undefined
    if (--entry.times <= 0) this.#queue = this.#queue.filter((other) => other !== entry)
    return entry.fault
  }
}

const matches = (match: RequestMatch, request: IncomingRequest): boolean =>
  typeof match === 'function'
    ? match(request)
    : match === request.route || match === `${request.method} ${request.route}`
