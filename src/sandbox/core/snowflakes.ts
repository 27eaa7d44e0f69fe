import type { Snowflake } from 'discord-api-types/v10'
import type { Clock } from './clock.js'

const DISCORD_EPOCH = 1_420_070_400_000

/** Gives ids that carry their time and always grow. */
export interface SnowflakeSource {
  next(): Snowflake
  /** The first of a millisecond later than all before it. */
  nextMoment(): Snowflake
}

export function snowflakeSource(clock: Clock): SnowflakeSource {
  let last = 0n
  const after = (least: bigint) => {
    const fresh = BigInt(Math.trunc(clock.now()) - DISCORD_EPOCH) << 22n
    last = fresh > last ? fresh : least
    return String(last)
  }
  return {
    next: () => after(last + 1n),
    nextMoment: () => after(((last >> 22n) + 1n) << 22n),
  }
}
