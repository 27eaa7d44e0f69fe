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
