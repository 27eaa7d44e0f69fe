import { type Entry, groupEntries } from '../events/entries.js'
import { type EventReading, type FoundEvent, nearBest, rankOf } from '../events.js'
import { byListOrder } from '../list-order.js'
import { joined } from './join.js'

/** Of an event that is told of more often, the tellings that match best are compared. */
const MOST_COMPARED = 24

/** The events that several layers have found, best first: one that two of them tell of is one. */
export function mergeEvents(layers: readonly (readonly FoundEvent[])[], reading: EventReading): FoundEvent[] {
  const found = layers.flat()
  if (layers.filter((events) => events.length > 0).length < 2) return found
  const layerOf = layers.flatMap((events, layer) => events.map(() => layer))
  const compared = found.flatMap((event, item) => bestOf(event).map((entry) => ({ entry, item })))
  const groups = groupEntries(
    compared.map(({ entry }) => entry),
    reading.weightOf,
  ).map((group) => group.map((at) => compared[at]!.item))
  const events = joined(layerOf, groups).map((items) => together(items.map((item) => found[item]!)))
  return nearBest(events)
    .map((event) => ({ event, rank: rankOf(event, reading) }))
    .sort((a, b) => b.rank - a.rank || byListOrder(articleOf(a.event), articleOf(b.event)))
    .map(({ event }) => event)
    .slice(0, reading.query.limit)
}

const articleOf = ({ entries }: FoundEvent) => entries[0]!.owner.article

function bestOf({ entries, matches }: FoundEvent): Entry[] {
  return entries
    .map((entry, at) => ({ entry, match: matches[at]! }))
    .sort((a, b) => b.match - a.match)
    .slice(0, MOST_COMPARED)
    .map(({ entry }) => entry)
}

function together(found: readonly FoundEvent[]): FoundEvent {
  const [first] = found
  if (found.length === 1) return first!
  const tellings = found
    .flatMap(({ entries, matches }) => entries.map((entry, at) => ({ entry, match: matches[at]! })))
    .sort((a, b) => byListOrder(a.entry.owner.article, b.entry.owner.article))
  return {
    entries: tellings.map(({ entry }) => entry),
    matches: tellings.map(({ match }) => match),
    nearest: first!.nearest.map((_, concept) =>
      found.map(({ nearest }) => nearest[concept]!).reduce((a, b) => (a > b ? a : b)),
    ),
  }
}
