/**
 * Discord's global limit: a bot may make so many requests a second, whatever they ask for. Replies to interactions do
 * not count, but discord.js counts them, and would let members wait for one another.
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
import { setTimeout as sleep } from 'node:timers/promises'

export const REQUESTS_PER_SECOND = 50

const INTERACTION = /\/(?:interactions|webhooks)\/\d+\//

/** Whether a request replies to an interaction, of which a bot may make any number. */
export const repliesToInteraction = (url: string): boolean => INTERACTION.test(url)

/**
 * Lets so many pass in any second, the others later, in order.
 * @param now in milliseconds
 * @returns resolves when the next one may go
 */
export function makePace(
  perSecond: number,
  now: () => number = Date.now,
  wait: (ms: number) => Promise<unknown> = sleep,
): () => Promise<void> {
  /** When each of the last ones went or is to go, as a ring. */
  const times = new Array<number>(perSecond).fill(Number.NEGATIVE_INFINITY)
  let oldest = 0
  return async () => {
    const time = now()
    const at = Math.max(time, times[oldest]! + 1000)
    times[oldest] = at
    oldest = (oldest + 1) % perSecond
    if (at > time) await wait(at - time)
  }
}
