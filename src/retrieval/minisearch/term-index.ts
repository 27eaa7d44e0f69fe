import MiniSearch from 'minisearch'
import type { GroupId, UnitId } from '../port.js'
import { PostingList, type Segment } from './posting-list.js'
import { FieldLengths, SameIds, StoredPostings, type TermPostings } from './stored-postings.js'

/** A unit by the terms of its fields, as the analyzer gives them. */
export interface UnitTerms<F extends string> {
  /** One more than that of the unit before. */
  readonly id: UnitId
  readonly group: GroupId
  readonly fields: Readonly<Record<F, readonly string[]>>
}

/** An index as it is kept in a snapshot. */
export interface IndexColumns {
  readonly terms: readonly string[]
  /** Where the postings of each term begin, field by field; one more for where the last ones end. */
  readonly starts: Uint32Array
  readonly segment: Segment
  /** The length of each unit in each field, in terms, unit by unit. */
  readonly lengths: Uint16Array
  readonly groups: Uint32Array
}

const LONGEST = 0xffff

/**
 * MiniSearch over terms that are made already. What it adds is what `search` can't do: units are ranked by what the
 * project knows of them, from the postings themselves, a thousand times as fast as by the objects of `search`. To add
 * and to discard units, and to find terms by their spelling, is MiniSearch's own.
 */
export class TermIndex<F extends string> extends MiniSearch<UnitTerms<F>> {
  readonly fields: readonly F[]
  /** Of each unit by its id; those that are discarded keep theirs. */
  readonly #groups: GroupId[] = []
  readonly #lengths: number[] = []
  readonly #total: number[]
  readonly #discarded = new Set<UnitId>()
  /** The terms that were added to, so that not every word of a text is looked up in the tree. */
  readonly #added = new Map<string, Map<number, PostingList>>()

  constructor(fields: readonly F[]) {
    super({
      fields: [...fields],
      extractField: (unit, field) => (field === 'id' ? unit.id : unit.fields[field as F]),
      processTerm: (term) => term,
    })
    this.fields = fields
    this.#total = fields.map(() => 0)
    this._documentIds = this._idToShortId = new SameIds() as unknown as Map<number, UnitId>
    this._fieldLength = new FieldLengths(this.#lengths, fields.length) as unknown as Map<number, number[]>
  }

  static load<F extends string>(fields: readonly F[], columns: IndexColumns): TermIndex<F> {
    const index = new TermIndex(fields)
    index.#load(columns)
    return index
  }

  /** How many ids have been given out: one more than that of the newest unit. */
  get size(): number {
    return this.#groups.length
  }

  /** As MiniSearch does it, but for texts that are terms already. */
  override add({ id, group, fields }: UnitTerms<F>): void {
    if (id !== this.size) throw new RangeError(`The next unit is ${this.size}, not ${id}.`)
    const lengths = this.fields.map((field, place) => {
      const terms = fields[field]
      for (const term of terms) this.#postingsToAdd(term, place).count(id)
      return Math.min(LONGEST, terms.length)
    })
    this.#note(id, group, lengths)
    for (const place of lengths.keys())
      this._avgFieldLength[place] = this.totalLength(place) / this._documentCount
  }

  override discard(id: UnitId): void {
    super.discard(id)
    this.#discarded.add(id)
    for (const place of this.fields.keys()) this.#total[place]! -= this.lengthOf(id, place)
  }

  holds(id: UnitId): boolean {
    return id >= 0 && id < this.size && !this.#discarded.has(id)
  }

  groupOf(id: UnitId): GroupId {
    return this.#groups[id]!
  }

  /** @param place of the field */
  lengthOf(id: UnitId, place: number): number {
    return this.#lengths[id * this.fields.length + place]!
  }

  /** The lengths of all units together in a field. */
  totalLength(place: number): number {
    return this.#total[place]!
  }

  /** The units that hold a term in a field, in ascending order, and how often; null for none. */
  postings(term: string, place: number): PostingList | null {
    const found = (this._index.get(term) as TermPostings | undefined)?.get(place)
    if (!found || this.#discarded.size === 0) return found ?? null
    // MiniSearch leaves the postings of what is discarded until it has time for them.
    const left = new PostingList()
    for (const [unit, count] of found) if (!this.#discarded.has(unit)) left.set(unit, count)
    return left.size > 0 ? left : null
  }

  /** The known terms within so many edits, each with how many. */
  *near(term: string, edits: number): Generator<[term: string, edits: number]> {
    for (const [known, [, distance]] of this._index.fuzzyGet(term, edits)) yield [known, distance]
  }

  /** @throws where something was discarded: the ids of the rest would not be what they are */
  columns(): IndexColumns {
    if (this.#discarded.size > 0) throw new RangeError('An index with gaps is not kept.')
    const entries = [...(this._index as Iterable<[string, unknown]>)] as [string, TermPostings][]
    const fields = this.fields.length
    const starts = new Uint32Array(entries.length * fields + 1)
    const lists = entries.flatMap(([, ofTerm]) => this.fields.map((_, place) => ofTerm.get(place)))
    for (const [at, list] of lists.entries()) starts[at + 1] = starts[at]! + (list?.size ?? 0)
    const size = starts.at(-1)!
    const segment = { units: new Uint32Array(size), counts: new Uint16Array(size) }
    for (const [at, list] of lists.entries()) list?.copy(segment, starts[at]!)
    return {
      terms: entries.map(([term]) => term),
      starts,
      segment,
      lengths: Uint16Array.from(this.#lengths),
      groups: Uint32Array.from(this.#groups),
    }
  }

  #load({ terms, starts, segment, lengths, groups }: IndexColumns): void {
    const fields = this.fields.length
    const columns = { starts, segment, fields }
    for (const [number, term] of terms.entries()) this.#setPostings(term, new StoredPostings(columns, number))
    for (const [id, group] of groups.entries()) {
      this.#note(id, group, lengths.subarray(id * fields, (id + 1) * fields))
    }
    this._avgFieldLength = this.#total.map((total) => total / (groups.length || 1))
  }

  #note(id: UnitId, group: GroupId, lengths: ArrayLike<number>): void {
    this.#groups.push(group)
    for (let place = 0; place < lengths.length; place++) {
      this.#lengths.push(lengths[place]!)
      this.#total[place]! += lengths[place]!
    }
    this._documentIds.set(id, id)
    this._documentCount++
    this._nextId = id + 1
  }

  #postingsToAdd(term: string, place: number): PostingList {
    let ofTerm = this.#added.get(term)
    if (!ofTerm) {
      ofTerm = new Map(this._index.get(term) as Iterable<[number, PostingList]> | undefined)
      this.#setPostings(term, ofTerm)
      this.#added.set(term, ofTerm)
    }
    const known = ofTerm.get(place)
    if (known) return known
    const list = new PostingList()
    ofTerm.set(place, list)
    return list
  }

  /** All that MiniSearch does with a map of postings, it can do with a posting list. */
  #setPostings(term: string, ofTerm: TermPostings): void {
    this._index.set(term, ofTerm as unknown as Map<number, Map<number, number>>)
  }
}
