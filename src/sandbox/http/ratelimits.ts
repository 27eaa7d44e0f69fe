import { createHash } from 'node:crypto'
import type { Found } from './router.js'

export interface RateLimit {
  limit: number
  windowMs: number
}

interface Bucket {
  used: number
  resetsAt: number
}

/** What the bucket of a request says: headers of every answer, and the wait where the bucket is empty. */
export interface Allowance {
  headers: Record<string, string>
  /** Seconds; undefined where the request may pass. */
  retryAfter: number | undefined
}

/** Parameters that split a route's bucket. */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token']

/** Fixed windows, one bucket for each route and major parameter, in real time: clients wait in real time too. */
export class RateLimits {
  readonly #limit: RateLimit
  readonly #buckets = new Map<string, Bucket>()

  constructor(limit: RateLimit) {
    this.#limit = limit
  }

  take(method: string, { template, params }: Found): Allowance {
    const { limit, windowMs } = this.#limit
    const now = Date.now()
    const route = `${method} ${template}`
    const key = [route, ...MAJOR.map((name) => params[name] ?? '')].join(' ')
    let bucket = this.#buckets.get(key)
    if (!bucket || bucket.resetsAt <= now) {
      this.#sweep(now)
      bucket = { used: 0, resetsAt: now + windowMs }
      this.#buckets.set(key, bucket)
    }
    const over = bucket.used >= limit
    if (!over) bucket.used++
    const wait = (bucket.resetsAt - now) / 1000
    return {
      retryAfter: over ? wait : undefined,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(limit - bucket.used),
        'x-ratelimit-reset': (bucket.resetsAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': wait.toFixed(3),
        'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
      },
    }
  }

  /** Interaction tokens make many buckets; those that are over are dropped now and then. */
  #sweep(now: number): void {
    if (this.#buckets.size < 1000) return
    for (const [key, bucket] of this.#buckets) if (bucket.resetsAt <= now) this.#buckets.delete(key)
  }
}
