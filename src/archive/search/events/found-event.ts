import type { Concept, EventMentionRecord } from '../../../knowledge/index.js'
import type { EventQuery } from '../../contract/archive.js'
import type { Zone } from './mention-index.js'

/** A query as it is understood by all that is asked together. */
export interface EventReading {
  readonly query: EventQuery
  /** What the topic asks for, each with what it is worth; null where there is no topic. */
  readonly concepts: readonly { readonly concept: Concept; readonly weight: number }[] | null
  /** How rare a term is (idf). */
  readonly weightOf: (term: string) => number
}

/** An event's mentions that a query is asked of. */
export interface FoundEvent {
  /** Its number where it was found. */
  readonly event: number
  /** The place of its first mention in the order of the articles. */
  readonly first: number
  readonly entries: readonly EventMentionRecord[]
  /** Of each of `entries`. */
  readonly matches: readonly number[]
  /** Where each of the topic's concepts stands, seen from the nearest mention. */
  readonly nearest: readonly Zone[]
}

/** What a query finds. */
export interface EventFinding {
  /** Best first. */
  readonly found: readonly FoundEvent[]
  /** Any event by its number, whether it fits the topic or not; null where no mention of it is asked for. */
  event(number: number): FoundEvent | null
}

/** The share of the topic's weight that a value from 0 to 1 for each of its concepts makes up. */
export function shareOf({ concepts }: EventReading, value: (concept: number) => number): number {
  if (!concepts) return 1
  let total = 0
  let sum = 0
  for (const [index, { weight }] of concepts.entries()) {
    total += weight
    sum += weight * value(index)
  }
  // Of light words alone none is worth more than another.
  return total > 0 ? sum / total : 0
}
