/**
 * Discord begins one session at a time for each of a few groups of shards (`id % max_concurrency`), and refuses those
 * that come sooner: https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Takes the next turn of a group.
 * @returns in how many milliseconds it comes
 * @throws Error when that can't be known; nothing is taken then
 */
export type ReserveTurn = (group: number) => Promise<number>

export interface IdentifyTurns {
  /** Waits for the turn of a group. @throws AbortError */
  take(group: number, signal?: AbortSignal): Promise<void>
}

/** Discord's five seconds, and what a message may be late by. */
export const TURN_MS = 5500

/** @param reserve asks whoever gives turns to all processes; by default this one has all shards */
export function identifyTurns(reserve?: ReserveTurn): IdentifyTurns {
  const own = ownTurns()
  return {
    async take(group, signal) {
      // Better too soon, which Discord refuses, than never.
      const wait = reserve ? await reserve(group).catch(() => own(group)) : await own(group)
      if (wait > 0) await sleep(wait, undefined, { ...(signal && { signal }) })
    },
  }
}

function ownTurns(): ReserveTurn {
  const next = new Map<number, number>()
  return async (group) => {
    const now = performance.now()
    const at = Math.max(now, next.get(group) ?? now)
    next.set(group, at + TURN_MS)
    return at - now
  }
}
