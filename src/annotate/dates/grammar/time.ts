import type { Found } from '../expression.js'
import { found } from '../expression.js'
import type { Token } from '../tokens.js'

/** A time of day: TIMEX3's clock without the `T` ("22:00", "NI"); midnight begins the next day. */
export interface Clock {
  readonly clock: string
  readonly midnight: boolean
}

/** "10 p.m.", "10:35 a.m. EST", "1500 GMT", "noon", "midnight in Moscow", "7 o'clock". */
export function clockAt(t: readonly Token[], at: number): Found<Clock> | null {
  const token = t[at]
  if (!token) return null
  if (token.word.hour !== undefined) {
    const midnight = token.word.hour === 24
    return withZone(t, found({ clock: `${token.word.hour}:00`, midnight }, at + 1), true)
  }
  if (token.kind !== 'number' || (token.glued && t[at - 1]?.text !== '(')) return null
  const time = /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?$/.exec(token.text)
  if (time) {
    const half = halfOfDayAt(t, at)
    const hour = Number(time[1])
    const minute = Number(time[2] ?? 0)
    if (minute > 59 || hour > 24) return null
    if (half && hour <= 12 && hour > 0) {
      const shifted = (hour % 12) + (half.value === 'p' ? 12 : 0)
      return withZone(t, found(clock(shifted, minute), half.next), false)
    }
    if (token.suffix !== '') return null
    if (t[at + 1]?.word.role === 'oclock') return withZone(t, found(clock(hour, minute), at + 2), false)
    const part =
      t[at + 1]?.word.role === 'in' && t[at + 2]?.word.role === 'the' ? t[at + 3]?.word.dayPart : undefined
    if (part !== undefined && hour <= 12)
      return found(clock(part === 'MO' ? hour : (hour % 12) + 12, minute), at + 4)
    const zoned = zoneAt(t, at + 1)
    const told = token.text.includes(':') && (t[at - 1]?.word.role === 'at' || zoned !== null)
    return told ? found(clock(hour, minute), zoned ?? at + 1) : null
  }
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(token.text)
  const zoned = military && token.suffix === '' ? zoneAt(t, at + 1) : null
  return military && zoned ? found(clock(Number(military[1]), Number(military[2])), zoned) : null
}

const clock = (hour: number, minute: number): Clock => ({
  clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  midnight: false,
})

function halfOfDayAt(t: readonly Token[], at: number): Found<'a' | 'p'> | null {
  const suffix = t[at]!.suffix
  if (suffix === 'am' || suffix === 'pm') return found(suffix === 'am' ? 'a' : 'p', at + 1)
  if (suffix === 'a' || suffix === 'p') {
    // "10p.m." is read as 10p . m .
    const dotted = t[at + 1]?.text === '.' && t[at + 2]?.text === 'm' && t[at + 2]!.glued
    return dotted ? found(suffix, t[at + 3]?.text === '.' ? at + 4 : at + 3) : null
  }
  const next = t[at + 1]?.word.role
  if (suffix !== '' || next === undefined) return null
  if (next === 'am') return found('a', at + 2)
  return next === 'pm' ? found('p', at + 2) : null
}

function withZone(t: readonly Token[], time: Found<Clock>, byPlace: boolean): Found<Clock> {
  return found(time.value, zoneAt(t, time.next) ?? (byPlace ? placeAt(t, time.next) : null) ?? time.next)
}

/** After "GMT", "Moscow time", "local time". */
function zoneAt(t: readonly Token[], at: number): number | null {
  const zone = zoneNameAt(t, at)
  return againAt(t, zone ?? at) ?? zone
}

/** After "(0700 GMT)" behind a time: the same hour told twice. */
function againAt(t: readonly Token[], at: number): number | null {
  if (t[at]?.text !== '(' || t[at + 1]?.kind !== 'number') return null
  for (let i = at + 2; i < at + 5; i++) if (t[i]?.text === ')') return i + 1
  return null
}

function zoneNameAt(t: readonly Token[], at: number): number | null {
  const open = t[at]?.text === '(' ? at + 1 : at
  const token = t[open]
  if (token?.kind !== 'word') return null
  if (token.word.zone && token.capital && token.end - token.start > 1)
    return t[open + 1]?.text === ')' && open > at ? open + 2 : open + 1
  for (let i = open; i < open + 3; i++) {
    if (t[i + 1]?.word.role === 'time' && (t[i]?.capital || t[i]?.word.role === 'local')) return i + 2
    if (!t[i]?.capital) return null
  }
  return null
}

/** After "in Moscow". */
function placeAt(t: readonly Token[], at: number): number | null {
  if (t[at]?.word.role !== 'in' || !t[at + 1]?.capital || t[at + 1]!.word.month !== undefined) return null
  let next = at + 2
  while (next < at + 4 && t[next]?.capital && t[next]!.word.weekday === undefined) next++
  return next
}
