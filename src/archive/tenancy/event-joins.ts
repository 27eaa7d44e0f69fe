import { type EventMentionRecord, groupEntries } from '../../knowledge/index.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import type { EventSearch } from '../search/event-search.js'
import { candidates } from './event-candidates.js'
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
  static *of(layers: readonly EventSearch[]): CooperativeTask<EventJoins> {
    const joins = new EventJoins()
    if (layers.length === 1) return joins
    // What the layers below have in common, they have whatever lies on them.
    const below = yield* EventJoins.of(layers.slice(0, -1))
    const top = layers.at(-1)!
    const own = layers.length - 1
    const compared: { readonly entry: EventMentionRecord; readonly layer: number; readonly event: number }[] =
      []
    for (const [layer, search] of layers.entries()) {
      const ids = layer === own ? search.entries.ids() : yield* candidates(search, top)
      for (const id of ids) compared.push({ entry: search.entries.at(id), layer, event: search.eventOf(id) })
    }
    const known = [...below.#things.values()]
    const events = new Map(
      [...compared, ...known.flat()].map(({ layer, event }) => [keyOf({ layer, event }), { layer, event }]),
    )
    const items = new Map([...events.keys()].map((key, item) => [key, item]))
    const itemOf = (one: LayerEvent) => items.get(keyOf(one))!
    const groups = yield* groupEntries(
      compared.map(({ entry }) => entry),
      compared.filter(({ layer }) => layer < own).map(itemOf),
      (term) => top.weight(term),
    )
    const list = [...events.values()]
    const things = joined(
      list.map(({ layer }) => layer),
      [
        ...groups.map((group) => group.map((at) => itemOf(compared[at]!))),
        ...known.map((one) => one.map(itemOf)),
      ],
    )
    for (const thing of things) {
      if (thing.length < 2) continue
      const all = thing.map((item) => list[item]!)
      for (const event of all) joins.#things.set(keyOf(event), all)
    }
    return joins
  }

  private constructor() {}

  /** All that are one with an event, itself included. */
  of(event: LayerEvent): readonly LayerEvent[] {
    return this.#things.get(keyOf(event)) ?? [event]
  }
}

const keyOf = ({ layer, event }: LayerEvent) => `${layer}/${event}`
