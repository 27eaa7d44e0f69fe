import { byListOrder } from '../ingest/list-order.js'
import {
  type EventFinding,
  type EventReading,
  type FoundEvent,
  nearBest,
  rankOf,
} from '../search/event-search.js'
import type { EventJoins, LayerEvent } from './event-joins.js'

/** The events that layers find, best first: one that two of them tell of is one. */
export function mergeEvents(
  layers: readonly EventFinding[],
  joins: EventJoins,
  reading: EventReading,
): readonly FoundEvent[] {
  if (layers.length === 1) return layers[0]!.found
  const done = new Set<LayerEvent>()
  const events = layers.flatMap(({ found }, layer) =>
    found.flatMap((event) => {
      const all = joins.of({ layer, event: event.event })
      if (done.has(all[0]!)) return []
      done.add(all[0]!)
      return joinedEvent(all.flatMap((one) => layers[one.layer]!.event(one.event) ?? [])) ?? []
    }),
  )
  return nearBest(events)
    .map((event) => ({ event, rank: rankOf(event, reading) }))
    .sort((a, b) => b.rank - a.rank || byListOrder(articleOf(a.event), articleOf(b.event)))
    .map(({ event }) => event)
    .slice(0, reading.query.limit)
}

const articleOf = ({ entries }: FoundEvent) => entries[0]!.owner.article

/** What layers have of one event as one; null where none has any of it. */
export function joinedEvent(found: readonly FoundEvent[]): FoundEvent | null {
  const [first] = found
  if (found.length < 2) return first ?? null
  const mentions = found
    .flatMap(({ entries, matches }) => entries.map((entry, at) => ({ entry, match: matches[at]! })))
    .sort((a, b) => byListOrder(a.entry.owner.article, b.entry.owner.article))
  return {
    ...first!,
    entries: mentions.map(({ entry }) => entry),
    matches: mentions.map(({ match }) => match),
    nearest: first!.nearest.map((_, concept) =>
      found.map(({ nearest }) => nearest[concept]!).reduce((a, b) => (a > b ? a : b)),
    ),
  }
}
