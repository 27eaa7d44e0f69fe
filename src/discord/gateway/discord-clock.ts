/**
 * How old what arrives is, by Discord's own time stamps. The machine's clock may be wrong, or be set while the bot
 * runs, so it is not asked: what arrives is as old as the quickest arrival of late is quicker than it.
 */
export interface DiscordClock {
  /** Takes note of something that was made at this moment of Discord's and arrives now. */
  arrived(stamp: number): void
  /** Milliseconds since this moment of Discord's, by the quickest arrival of the last minutes; never too many. */
  ageOf(stamp: number): number
}

/** Clocks of two machines drift apart by less than a second in this time. */
const WINDOW_MS = 10 * 60_000

/** @param now milliseconds of a clock that nobody sets */
export function makeDiscordClock(now: () => number = () => performance.now()): DiscordClock {
  let window = 0
  /** The least difference between the two clocks in this window and in the one before it. */
  let least: [current: number, before: number] = [Infinity, Infinity]
  const turn = () => {
    const at = Math.floor(now() / WINDOW_MS)
    if (at === window + 1) least = [Infinity, least[0]]
    else if (at !== window) least = [Infinity, Infinity]
    window = at
  }
  return {
    arrived(stamp) {
      turn()
      least[0] = Math.min(least[0], now() - stamp)
    },
    ageOf(stamp) {
      turn()
      const offset = Math.min(...least)
      return offset === Infinity ? 0 : Math.max(0, now() - stamp - offset)
    },
  }
}
