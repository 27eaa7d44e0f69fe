/** How often one member may ask. */
import { boundedMap } from '../../lib/bounded.js'

export interface Cooldown {
  /** @returns 0 if the member may ask now, otherwise the seconds until then */
  take(member: string): number
}

/** So many questions may come at once; then one for each interval. */
const BURST = 5
/** Members whose questions are remembered. One who is forgotten may ask at once, which does no harm. */
const MEMBERS = 10_000

/**
 * A bucket of questions for each member that fills again by one in each interval.
 * @param intervalMs 0: nobody ever has to wait
 * @param burst how many a full bucket holds
 * @param now milliseconds of a clock that nobody sets: a member must not be locked out because the machine's was
 */
export function makeCooldown(
  intervalMs: number,
  now: () => number = () => performance.now(),
  burst = BURST,
): Cooldown {
  /** When each member's bucket will be full again. */
  const fullAt = boundedMap<string, number>(MEMBERS)
  return {
    take(member) {
      if (intervalMs <= 0) return 0
      const time = now()
      const full = Math.max(fullAt.get(member) ?? 0, time)
      const wait = full - time - (burst - 1) * intervalMs
      if (wait > 0) return Math.ceil(wait / 1000)
      fullAt.set(member, full + intervalMs)
      return 0
    },
  }
}
