import { saturatedBy } from '../bm25.js'
import type { UnitId } from '../port.js'

/** The postings of many terms, one behind the other, six bytes each. */
export interface Segment {
  /** The units that hold a term, in ascending order. */
  readonly units: Uint32Array
  /** How often each holds it, at most 65,535. */
  readonly counts: Uint16Array
}

const MOST_COUNTED = 0xffff
const EMPTY: Segment = { units: new Uint32Array(), counts: new Uint16Array() }

/**
 * The units that hold a term in a field, and how often. To MiniSearch it is what it keeps itself, a map from units to
 * counts; but it takes a tenth of the memory, is there as soon as the segment is read, and is walked in a tenth of
 * the time. It is a piece of a segment until it is written to.
 */
export class PostingList {
  #segment: Segment
  #start: number
  #end: number
  /** Whether the segment is this list's own. */
  #owned = false

  constructor(segment = EMPTY, start = 0, end = 0) {
    this.#segment = segment
    this.#start = start
    this.#end = end
  }

  get size(): number {
    return this.#end - this.#start
  }

  get(unit: UnitId): number | undefined {
    const at = this.#find(unit)
    return at < this.#end && this.#segment.units[at] === unit ? this.#segment.counts[at] : undefined
  }

  set(unit: UnitId, count: number): this {
    const at = this.#find(unit)
    const place = at - this.#start
    if (this.get(unit) === undefined) this.#move(at, 1)
    else this.#own(0)
    this.#segment.units[this.#start + place] = unit
    this.#segment.counts[this.#start + place] = Math.min(MOST_COUNTED, count)
    return this
  }

  /** One more occurrence in a unit that no unit of the list comes after. */
  count(unit: UnitId): void {
    const last = this.#end - 1
    if (last >= this.#start && this.#segment.units[last] === unit) {
      this.#own(0)
      const at = this.#end - 1
      if (this.#segment.counts[at]! < MOST_COUNTED) this.#segment.counts[at]!++
      return
    }
    this.#own(1)
    this.#segment.units[this.#end] = unit
    this.#segment.counts[this.#end++] = 1
  }

  delete(unit: UnitId): boolean {
    if (this.get(unit) === undefined) return false
    this.#move(this.#find(unit) + 1, -1)
    return true
  }

  *[Symbol.iterator](): Generator<[unit: UnitId, count: number]> {
    const { units, counts } = this.#segment
    for (let at = this.#start, end = this.#end; at < end; at++) yield [units[at]!, counts[at]!]
  }

  *keys(): Generator<UnitId> {
    for (const [unit] of this) yield unit
  }

  /** Adds the occurrences in each unit, each for its share, to a sum. @returns the units whose sum was 0, behind the first `size` of `held` */
  sum(share: number, sums: Float32Array, held: Uint32Array, size: number): number {
    const { units, counts } = this.#segment
    for (let at = this.#start, end = this.#end; at < end; at++) {
      const unit = units[at]!
      if (sums[unit] === 0) held[size++] = unit
      sums[unit]! += share * counts[at]!
    }
    return size
  }

  /** Adds BM25 of the occurrences in each unit, each counted for its share, to the unit's score. */
  score(weight: number, share: number, norms: Float32Array, scores: Float32Array): void {
    const { units, counts } = this.#segment
    for (let at = this.#start, end = this.#end; at < end; at++) {
      const unit = units[at]!
      scores[unit]! += weight * saturatedBy(share * counts[at]!, norms[unit]!)
    }
  }

  /** Raises the value of each unit, where it is lower. */
  raise(value: number, values: Uint8Array): void {
    const { units } = this.#segment
    for (let at = this.#start, end = this.#end; at < end; at++) {
      const unit = units[at]!
      if (values[unit]! < value) values[unit] = value
    }
  }

  /** Marks the groups of the units with 1. @returns how many were marked 0 */
  mark(groupOf: Uint32Array, marks: Float32Array): number {
    const { units } = this.#segment
    let size = 0
    for (let at = this.#start, end = this.#end; at < end; at++) {
      const group = groupOf[units[at]!]!
      if (marks[group] === 0) {
        marks[group] = 1
        size++
      }
    }
    return size
  }

  /** As `sum`, for those units alone that have a slot, which is one more than their place: added at `place * width`. */
  sumIn(share: number, slots: Int32Array, sums: Float64Array, width: number): void {
    const { units, counts } = this.#segment
    for (let at = this.#start, end = this.#end; at < end; at++) {
      const slot = slots[units[at]!]!
      if (slot > 0) sums[(slot - 1) * width]! += share * counts[at]!
    }
  }

  copy(into: Segment, at: number): void {
    into.units.set(this.#segment.units.subarray(this.#start, this.#end), at)
    into.counts.set(this.#segment.counts.subarray(this.#start, this.#end), at)
  }

  /** The place of the first unit that does not come before one. */
  #find(unit: UnitId): number {
    const { units } = this.#segment
    let low = this.#start
    let high = this.#end
    while (low < high) {
      const middle = (low + high) >> 1
      if (units[middle]! < unit) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Moves what stands from a place on. */
  #move(from: number, by: number): void {
    const start = this.#start
    this.#own(by)
    const [at, end] = [from - start, this.#end]
    for (const list of [this.#segment.units, this.#segment.counts]) list.copyWithin(at + by, at, end)
    this.#end += by
  }

  /** Makes the segment its own, with room for so many more. */
  #own(more: number): void {
    const size = this.size
    if (this.#owned && this.#end + more <= this.#segment.units.length) return
    const room = Math.max(4, size + more, 2 * size)
    const segment = { units: new Uint32Array(room), counts: new Uint16Array(room) }
    this.copy(segment, 0)
    this.#segment = segment
    this.#start = 0
    this.#end = size
    this.#owned = true
  }
}
