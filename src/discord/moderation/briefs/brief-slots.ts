/** When a brief is due, by the clock on the wall of whoever reads it. */
import { z } from 'zod'

const DAY = 86_400_000
const HOUR = 3_600_000

export interface Timetable {
  /** Each day, or on one day of the week: 1 for Monday to 7 for Sunday. */
  readonly every: 'day' | '1' | '2' | '3' | '4' | '5' | '6' | '7'
  /** 0 to 23. */
  readonly hour: number
  /** As `Intl` takes it, such as `Europe/Kyiv`. */
  readonly zone: string
}

export interface Slot {
  /** The day of it there, YYYY-MM-DD: one for each slot, whatever clocks do. */
  readonly key: string
  /** In milliseconds. */
  readonly at: number
  /** The day of the slot before. */
  readonly before: string
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const zoneName = z.string().max(60).refine(isZone)

/** The last slot that is due at a time. */
export function slotDue({ every, hour, zone }: Timetable, now: number): Slot {
  const local = wallClock(now, zone)
  const today = Math.floor(local / DAY)
  let day = local - today * DAY >= hour * HOUR ? today : today - 1
  if (every !== 'day') day -= (weekdayOf(day) - Number(every) + 7) % 7
  return {
    key: dayText(day),
    at: momentOf(day * DAY + hour * HOUR, zone),
    before: dayText(day - (every === 'day' ? 1 : 7)),
  }
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

/** What the clock shows there, as if it were in UTC. */
function wallClock(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
}

/** The moment at which the clock shows this. One that is skipped when clocks go forward is the hour behind. */
function momentOf(wall: number, zone: string): number {
  const offset = (at: number) => wallClock(at, zone) - Math.floor(at / 60_000) * 60_000
  const first = wall - offset(wall)
  return wall - offset(first)
}
