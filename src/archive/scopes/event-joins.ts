import { type Entry, groupEntries } from '../events/entries.js'
import { BLOCK_DAYS } from '../events/grouping.js'
import type { EventSearch } from '../events.js'
import { joined } from './join.js'

/** The event of a layer: its number there. */
export interface LayerEvent {
  readonly layer: number
  readonly event: number
}

/** Which events of several layers are one, as a single archive of them all would have it. */
export class EventJoins {
  readonly #things = new Map<string, readonly LayerEvent[]>()

  /** @param layers the lowest first; their events are compared with those of the last */
  constructor(layers: readonly EventSearch[]) {
    if (layers.length === 1) return
    const top = layers.at(-1)!
    const isNear = nearTo(top.entries)
    const compared = layers.flatMap((search, layer) =>
      [...search.entries].flatMap((entry, id) =>
        layer === layers.length - 1 || isNear(entry) ? [{ entry, layer, event: search.eventOf(id) }] : [],
      ),
    )
    const events = new Map(compared.map(({ layer, event }) => [keyOf({ layer, event }), { layer, event }]))
    const items = new Map([...events.keys()].map((key, item) => [key, item]))
    const itemOf = (one: LayerEvent) => items.get(keyOf(one))!
    const groups = groupEntries(
      compared.map(({ entry }) => entry),
      compared.filter(({ layer }) => layer < layers.length - 1).map(itemOf),
      (term) => top.weight(term),
    )
    const list = [...events.values()]
    const things = joined(
      list.map(({ layer }) => layer),
      groups.map((group) => group.map((at) => itemOf(compared[at]!))),
    )
    for (const thing of things) {
      if (thing.length < 2) continue
      const all = thing.map((item) => list[item]!)
      for (const event of all) this.#things.set(keyOf(event), all)
    }
  }

  /** All that are one with an event, itself included. */
  of(event: LayerEvent): readonly LayerEvent[] {
    return this.#things.get(keyOf(event)) ?? [event]
  }
}

const keyOf = ({ layer, event }: LayerEvent) => `${layer}/${event}`

/** Whether a telling may be of one event with one of these: near in time, and words of its clause in theirs. */
function nearTo(entries: Iterable<Entry>): (entry: Entry) => boolean {
  const days = new Set<number>()
  const words = new Set<string>()
  for (const entry of entries) {
    const block = blockOf(entry)
    if (block === null) continue
    for (const near of [block - 1, block, block + 1]) days.add(near)
    for (const word of clauseOf(entry)) words.add(word)
  }
  return (entry) => {
    const block = blockOf(entry)
    if (block === null || !days.has(block)) return false
    const shared = clauseOf(entry).filter((word) => words.has(word)).length
    return shared >= (severalDays(entry) ? 1 : LEAST_SHARED)
  }
}

/** Tellings of one day that share fewer words are never one; a range of days is itself a sign. */
const LEAST_SHARED = 2
const severalDays = ({ facts: { days } }: Entry) => days !== null && days.last > days.first

function blockOf({ facts: { days } }: Entry): number | null {
  return days && Math.floor(days.first / BLOCK_DAYS)
}

const clauseOf = ({ terms: { distinct, events }, at }: Entry) =>
  events[at]!.clause.map((place) => distinct[place]!)
