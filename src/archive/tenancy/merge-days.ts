import { formatDay, parseDay } from '../../annotate/calendar.js'
import { intervalOf } from '../../knowledge/index.js'
import { type EventReading, type FoundEvent, matchIn } from '../search/event-search.js'
import type { DaySearch } from '../search/events/day-search.js'
import { type DayMentions, importanceOf, together } from '../search/events/important-days.js'
import { bestOnDay } from '../search/events/weight-on-day.js'
import type { EventJoins } from './event-joins.js'
import { joinedEvent } from './merge-events.js'

/**
 * The event of each of the days that matter most, the most important day first: by how many reports of all layers
 * mention it, and when. An event stands for one day only; a day on which nothing else happened gives way to the next.
 */
export function mergeDays(
  layers: readonly DaySearch[],
  joins: EventJoins,
  reading: EventReading,
): { readonly found: readonly FoundEvent[]; readonly days: number } {
  const days = daysOf(layers, reading)
  const shown = new Set<string>()
  const found: FoundEvent[] = []
  for (const { day } of days) {
    if (found.length === reading.query.days) break
    const best = bestOnDay(
      eventsOn(day, layers, joins)
        .filter(({ key }) => !shown.has(key))
        .map((one) => ({ ...one, match: matchIn(one.event, reading) })),
    )
    if (!best) continue
    shown.add(best.key)
    found.push(best.event)
  }
  return { found, days: days.length }
}

function daysOf(layers: readonly DaySearch[], { query }: EventReading) {
  const from = parseDay(query.from ?? null) ?? Number.NEGATIVE_INFINITY
  const to = parseDay(query.to ?? null) ?? Number.POSITIVE_INFINITY
  const all = new Map<number, DayMentions>()
  for (const { mentions } of layers) {
    for (const [day, counts] of mentions) {
      if (day < from || day > to) continue
      const known = all.get(day)
      all.set(day, known ? together(known, counts) : counts)
    }
  }
  return [...all]
    .map(([day, counts]) => ({ day, importance: importanceOf(counts) }))
    .sort((a, b) => b.importance - a.importance || a.day - b.day)
}

/** The events of a day, each once, as those of its mentions have it that give that day. */
function eventsOn(day: number, layers: readonly DaySearch[], joins: EventJoins) {
  const events = new Map<string, FoundEvent>()
  for (const [layer, search] of layers.entries()) {
    for (const { event } of search.on(day)) {
      const all = joins.of({ layer, event })
      const key = `${all[0]!.layer}/${all[0]!.event}`
      if (events.has(key)) continue
      const whole = joinedEvent(all.flatMap((one) => layers[one.layer]!.event(one.event) ?? []))
      const onDay = whole && asOfDay(whole, formatDay(day))
      if (onDay) events.set(key, onDay)
    }
  }
  return [...events].map(([key, event]) => ({ key, event }))
}

/** The event where most have it begin on a day, otherwise what those of its mentions say that have. */
function asOfDay(event: FoundEvent, day: string): FoundEvent | null {
  if (intervalOf(event.entries)?.start === day) return event
  const kept = event.entries.flatMap((entry, at) => (entry.event.date.interval?.start === day ? [at] : []))
  if (kept.length === 0) return null
  return {
    ...event,
    entries: kept.map((at) => event.entries[at]!),
    matches: kept.map((at) => event.matches[at]!),
  }
}
