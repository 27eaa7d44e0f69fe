/** What Discord lets a bot do with shards: https://docs.discord.com/developers/events/gateway#sharding */
import type { Snowflake } from 'discord-api-types/v10'

/** A shard's number from zero, and of how many it is one. */
export type Shard = readonly [id: number, count: number]

export interface ShardingRules {
  /** How many shards the bot is told to have. */
  readonly shards: number
  /** Of a large bot the number of shards must be a multiple of this one. */
  readonly multipleOf: number
  /** What a shard can have at most. */
  readonly guildsAShard: number
  /** Shards that may identify at a time: those of one `id % maxConcurrency` wait for each other. */
  readonly maxConcurrency: number
  /** Milliseconds that lie between two of them. */
  readonly identifyMs: number
  /** How often a bot may identify in a day. */
  readonly startsADay: number
}

/** As Discord has it for a small bot, but that nobody waits, so that a bot can be started anew at once. */
export const LENIENT: ShardingRules = {
  shards: 1,
  multipleOf: 1,
  guildsAShard: 2500,
  maxConcurrency: 1,
  identifyMs: 0,
  startsADay: 1000,
}

/** Milliseconds between two identifies of one bucket. */
export const IDENTIFY_MS = 5000
const DAY_MS = 86_400_000

/** Guilds are spread over the shards by the time in their ids; what has no guild belongs to the first. */
export const shardOf = (guildId: Snowflake | null, count: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))

export const isOfShard = (guildId: Snowflake | null, [id, count]: Shard): boolean =>
  shardOf(guildId, count) === id

/** Whether a bot may have such a shard. */
export const isShard = (shard: unknown, { multipleOf }: ShardingRules): shard is Shard =>
  Array.isArray(shard) &&
  shard.length === 2 &&
  shard.every(Number.isInteger) &&
  shard[0] >= 0 &&
  shard[0] < shard[1] &&
  shard[1] % multipleOf === 0

/** Counts the sessions that are begun. In real time, as rate limits: clients wait in real time too. */
export class SessionStarts {
  readonly #rules: ShardingRules
  /** When a shard of each bucket identified last. */
  readonly #last = new Map<number, number>()
  #used = 0
  #resetsAt = 0
  isSpent = false

  constructor(rules: ShardingRules) {
    this.#rules = rules
  }

  /** One that is too soon counts, too. */
  take([id]: Shard): 'begun' | 'too soon' | 'spent' {
    const { maxConcurrency, identifyMs, startsADay } = this.#rules
    const now = Date.now()
    if (now >= this.#resetsAt) {
      this.#used = 0
      this.#resetsAt = now + DAY_MS
    }
    if (this.#used >= startsADay) {
      this.isSpent = true
      return 'spent'
    }
    this.#used++
    const bucket = id % maxConcurrency
    const isTooSoon = now - (this.#last.get(bucket) ?? Number.NEGATIVE_INFINITY) < identifyMs
    if (!isTooSoon) this.#last.set(bucket, now)
    return isTooSoon ? 'too soon' : 'begun'
  }

  /** As `GET /gateway/bot` tells it. */
  limit(): { total: number; remaining: number; reset_after: number; max_concurrency: number } {
    const { startsADay, maxConcurrency } = this.#rules
    const left = this.#resetsAt - Date.now()
    return {
      total: startsADay,
      remaining: left > 0 ? startsADay - this.#used : startsADay,
      reset_after: left > 0 ? left : 0,
      max_concurrency: maxConcurrency,
    }
  }
}
