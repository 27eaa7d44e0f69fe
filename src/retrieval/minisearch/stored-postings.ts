import { PostingList, type Segment } from './posting-list.js'

/** What MiniSearch keeps of a term: its postings by the numbers of the fields. */
export interface TermPostings extends Iterable<[field: number, list: PostingList]> {
  readonly size: number
  get(field: number): PostingList | undefined
  set(field: number, list: PostingList): TermPostings
  delete(field: number): boolean
}

/** The postings of many terms in one segment. */
export interface PostingColumns {
  /** Where the postings of each term begin, field by field; one more for where the last ones end. */
  readonly starts: Uint32Array
  readonly segment: Segment
  readonly fields: number
}

/**
 * The postings of a term that lie in a segment: a map to MiniSearch, in a quarter of the memory, as an archive has some
 * hundred thousand terms of which few are ever asked for. It becomes a map when it is written to.
 */
export class StoredPostings implements TermPostings {
  readonly #columns: PostingColumns
  readonly #term: number
  #own: Map<number, PostingList> | null = null

  /** @param term its number */
  constructor(columns: PostingColumns, term: number) {
    this.#columns = columns
    this.#term = term
  }

  get size(): number {
    return this.#written().size
  }

  get(field: number): PostingList | undefined {
    return this.#own ? this.#own.get(field) : this.#stored(field)
  }

  set(field: number, list: PostingList): this {
    this.#written().set(field, list)
    return this
  }

  delete(field: number): boolean {
    return this.#written().delete(field)
  }

  [Symbol.iterator](): IterableIterator<[number, PostingList]> {
    return this.#written()[Symbol.iterator]()
  }

  #stored(field: number): PostingList | undefined {
    const { starts, segment, fields } = this.#columns
    const at = this.#term * fields + field
    const [start, end] = [starts[at]!, starts[at + 1]!]
    return start < end ? new PostingList(segment, start, end) : undefined
  }

  /** Whoever goes through them may change them. */
  #written(): Map<number, PostingList> {
    if (this.#own) return this.#own
    this.#own = new Map()
    for (let field = 0; field < this.#columns.fields; field++) {
      const list = this.#stored(field)
      if (list) this.#own.set(field, list)
    }
    return this.#own
  }
}

/** Documents whose numbers are their ids, from 0 on: both of MiniSearch's maps between them in one. */
export class SameIds {
  readonly #removed = new Set<number>()
  #end = 0

  get size(): number {
    return this.#end - this.#removed.size
  }

  has(id: number): boolean {
    return id >= 0 && id < this.#end && !this.#removed.has(id)
  }

  get(id: number): number | undefined {
    return this.has(id) ? id : undefined
  }

  /** @param id no more than one above all others */
  set(id: number): this {
    this.#removed.delete(id)
    this.#end = Math.max(this.#end, id + 1)
    return this
  }

  delete(id: number): boolean {
    if (!this.has(id)) return false
    this.#removed.add(id)
    return true
  }

  *[Symbol.iterator](): Generator<[number, number]> {
    for (let id = 0; id < this.#end; id++) if (!this.#removed.has(id)) yield [id, id]
  }
}

/** The lengths of documents by their numbers, field by field, as MiniSearch asks for them. */
export class FieldLengths {
  readonly #lengths: ArrayLike<number>
  readonly #fields: number

  /** @param lengths of all documents, one behind the other */
  constructor(lengths: ArrayLike<number>, fields: number) {
    this.#lengths = lengths
    this.#fields = fields
  }

  get(id: number): number[] {
    const lengths: number[] = []
    for (let field = 0; field < this.#fields; field++)
      lengths.push(this.#lengths[id * this.#fields + field] ?? 0)
    return lengths
  }

  /** Nobody asks for those of a document that is removed. */
  delete(): boolean {
    return true
  }
}
