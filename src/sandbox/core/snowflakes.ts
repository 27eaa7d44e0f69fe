import type { Snowflake } from 'discord-api-types/v10'
import type { Clock } from './clock.js'

const DISCORD_EPOCH = 1_420_070_400_000

/** Gives ids that carry their time and always grow. */
export function snowflakeSource(clock: Clock): () => Snowflake {
  let last = 0n
  return () => {
    const fresh = BigInt(Math.trunc(clock.now()) - DISCORD_EPOCH) << 22n
    last = fresh > last ? fresh : last + 1n
    return String(last)
  }
}

/** Milliseconds since 1970 at which the id was given. */
export const snowflakeTime = (id: Snowflake): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH

/** Orders ids by age, oldest first. */
export const byAge = (a: { id: Snowflake }, b: { id: Snowflake }): number =>
  BigInt(a.id) < BigInt(b.id) ? -1 : BigInt(a.id) > BigInt(b.id) ? 1 : 0
