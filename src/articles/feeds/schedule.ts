/** Milliseconds. */
const MINUTE = 60_000
const SOON = MINUTE
const LONGEST = 6 * 60 * MINUTE
/** Nobody is asked to wait for longer: a slip of the site, or of its clock, must not silence a feed for good. */
const LONGEST_ASKED = 24 * 60 * MINUTE
/** The share by which waits differ, so that many feeds are not asked at the same moment. */
const JITTER = 0.2

export interface PollOutcome {
  /** The failures since the feed was last read. */
  readonly failures: number
  /** Seconds that the site asks to wait. */
  readonly retryAfter: number | null
  /** Whether pages are left to be fetched. */
  readonly unfinished: boolean
}

/**
 * How long to wait before a feed is asked again, in milliseconds: twice as long after each failure, up to six
 * hours, and never less than the site asks for, up to a day.
 * @param interval the wait when all is well
 * @param random from 0 to 1
 */
export function nextWait(
  { failures, retryAfter, unfinished }: PollOutcome,
  interval: number,
  random: number,
): number {
  const usual = failures === 0 && unfinished ? Math.min(SOON, interval) : interval
  const backedOff = Math.min(usual * 2 ** Math.min(failures, 20), Math.max(LONGEST, interval))
  const jittered = backedOff * (1 - JITTER / 2 + JITTER * random)
  return Math.round(Math.max(jittered, Math.min((retryAfter ?? 0) * 1_000, LONGEST_ASKED)))
}
