import { boundedMap } from '../../lib/bounded.js'
import { bestByScore } from '../best.js'
import { lengthNorm, saturatedBy } from '../bm25.js'
import type {
  CandidateQuery,
  Candidates,
  Frequency,
  GroupId,
  Holdings,
  QueryTerm,
  Retriever,
  SimilarTerm,
  Statistics,
  UnitFilter,
  UnitId,
} from '../port.js'
import type { PostingList } from './posting-list.js'
import type { TermIndex } from './term-index.js'

interface Options<F extends string> {
  /** A field that the first unit of each group holds for all of them: the headline. */
  readonly groupField?: F
  /** What is asked together with this: its units count in what is told of terms. */
  readonly base?: MiniSearchRetriever<F> | null
}

/** Questions ask for the same words again and again, and to count the groups of a common one is to walk all its postings. */
const MOST_TERMS_KEPT = 5000
/** To look a unit up takes as long as to walk over so many postings. */
const LOOKUP = 16

/** The port over MiniSearch. All postings of a question are read, in typed arrays that are made once. */
export class MiniSearchRetriever<F extends string> implements Retriever<F> {
  readonly index: TermIndex<F>
  readonly #base: MiniSearchRetriever<F> | null
  /** The place of the field that counts for the group, and of those that count for the unit itself. */
  readonly #groupField: number
  readonly #ownFields: readonly number[]
  readonly #frequencies = boundedMap<string, Frequency>(MOST_TERMS_KEPT)
  /** Of each term by the places of the fields. */
  readonly #postings = boundedMap<string, readonly (PostingList | null)[]>(MOST_TERMS_KEPT)
  /** The first unit of each group, and one more for where the last one ends. */
  readonly #starts: UnitId[] = []
  #groupCount = 0
  /** How many units there were when they were read last. */
  #known = -1
  #lengths: readonly Uint16Array[] = []
  #norms: { readonly average: number; readonly norms: Float32Array }[] = []
  #groupOf = new Uint32Array()
  #lengthsOfGroups: readonly Float64Array[] = []
  // Made once: to clear them is quicker than to make them anew for each question. Single precision is enough to
  // choose candidates, and half of the memory to walk over.
  #scores = new Float32Array()
  #sums = new Float32Array()
  #ofGroups = new Float32Array()
  #slots = new Int32Array()
  #held = new Uint32Array()
  #found = new Uint32Array()

  constructor(index: TermIndex<F>, { groupField, base = null }: Options<F> = {}) {
    this.index = index
    this.#base = base
    this.#groupField = groupField === undefined ? -1 : index.fields.indexOf(groupField)
    this.#ownFields = [...index.fields.keys()].filter((place) => place !== this.#groupField)
    this.#readGroups()
  }

  async statistics(terms: readonly string[]): Promise<Statistics<F>> {
    this.#readGroups()
    const base = await this.#base?.statistics(terms)
    const { fields } = this.index
    const frequencies = terms.map((term): [string, Frequency] => {
      const own = this.#frequency(term)
      const below = base?.frequencies.get(term)
      return [term, { units: own.units + (below?.units ?? 0), groups: own.groups + (below?.groups ?? 0) }]
    })
    return {
      units: this.index.documentCount + (base?.units ?? 0),
      groups: this.#groupCount + (base?.groups ?? 0),
      lengths: this.#byField(
        fields,
        (place) => this.index.totalLength(place) + (base?.lengths[fields[place]!] ?? 0),
      ),
      frequencies: new Map(frequencies),
    }
  }

  async candidates({ terms, statistics, filter, limit }: CandidateQuery<F>): Promise<Candidates> {
    this.#readGroups()
    this.#score(terms, statistics)
    const found = this.#found.subarray(0, this.#collect(this.#wanted(filter)))
    const best = bestByScore(found, this.#scores, limit)
    this.#scores.fill(0)
    this.#ofGroups.fill(0)
    const groupOf = this.#groupOf
    return { best: best.map((id) => ({ id, group: groupOf[id]! })), total: found.length }
  }

  async units<G extends F = F>(
    asked: readonly UnitId[],
    terms: readonly QueryTerm[],
    fields: readonly G[] = this.index.fields as readonly G[],
  ): Promise<Holdings<G>> {
    this.#readGroups()
    const ids = asked.filter((id) => this.index.holds(id))
    for (let row = 0; row < ids.length; row++) this.#slots[ids[row]!] = row + 1
    const counts = this.#counts(fields, ids.length, terms, ids)
    for (let row = 0; row < ids.length; row++) this.#slots[ids[row]!] = 0
    const lengths = (place: number) => valuesAt(this.#lengths[place]!, ids)
    const groups = ids.map((id) => this.#groupOf[id]!)
    return { ids, groups, lengths: this.#byField(fields, lengths), counts }
  }

  async groups(ids: readonly GroupId[], terms: readonly QueryTerm[]): Promise<Holdings<F>> {
    this.#readGroups()
    const bounds = ids.map((group) => [this.#starts[group] ?? 0, this.#starts[group + 1] ?? 0] as const)
    for (const [row, [start, end]] of bounds.entries()) this.#slots.fill(row + 1, start, end)
    const { fields } = this.index
    const counts = this.#counts(fields, ids.length, terms)
    for (const [start, end] of bounds) this.#slots.fill(0, start, end)
    const lengths = (place: number) => valuesAt(this.#lengthsOfGroups[place]!, ids)
    return { ids, groups: ids, lengths: this.#byField(fields, lengths), counts }
  }

  async similarTerms(term: string, edits: number): Promise<readonly SimilarTerm[]> {
    const found = new Map<string, SimilarTerm>()
    for (const below of (await this.#base?.similarTerms(term, edits)) ?? []) found.set(below.term, below)
    for (const [known, distance] of this.index.near(term, edits)) {
      const frequency = this.#frequency(known).units + (found.get(known)?.frequency ?? 0)
      if (frequency > 0) found.set(known, { term: known, edits: distance, frequency })
    }
    return [...found.values()]
  }

  /** Scores the units that hold any of the terms by BM25 of each field, and the groups by their own. */
  #score(terms: readonly QueryTerm[], statistics: Statistics<F>): void {
    const { fields } = this.index
    const sums = this.#sums
    const held = this.#held
    for (const place of this.#ownFields) {
      const norms = this.#normsOf(place, statistics.lengths[fields[place]!] / (statistics.units || 1))
      const scores = this.#scores
      for (const { weight, terms: counted } of terms) {
        if (counted.size === 1) {
          for (const [term, share] of counted)
            this.#postingsOf(term, place)?.score(weight, share, norms, scores)
          continue
        }
        const holding = this.#sum(counted, place)
        for (let at = 0; at < holding; at++) {
          const id = held[at]!
          scores[id]! += weight * saturatedBy(sums[id]!, norms[id]!)
          sums[id] = 0
        }
      }
    }
    const place = this.#groupField
    if (place < 0) return
    const norms = this.#normsOf(place, statistics.lengths[fields[place]!] / (statistics.groups || 1))
    const groupOf = this.#groupOf
    const ofGroups = this.#ofGroups
    for (const { weight, terms: counted } of terms) {
      const holding = this.#sum(counted, place)
      for (let at = 0; at < holding; at++) {
        const id = held[at]!
        ofGroups[groupOf[id]!]! += weight * saturatedBy(sums[id]!, norms[id]!)
        sums[id] = 0
      }
    }
  }

  /** Sums what units hold of some terms. @returns how many units they are; they are the first of `#held` */
  #sum(counted: QueryTerm['terms'], place: number): number {
    let holding = 0
    for (const [term, share] of counted) {
      holding = this.#postingsOf(term, place)?.sum(share, this.#sums, this.#held, holding) ?? holding
    }
    return holding
  }

  /**
   * Adds the scores of the groups to those of their units. Of a group that is found by its own field alone only the
   * first unit is found, but all that are found are the better for it.
   * @returns how many are found and wanted; they are the first of `#found`, in ascending order
   */
  #collect(wanted: ((id: UnitId) => boolean) | null): number {
    const scores = this.#scores
    const found = this.#found
    const starts = this.#starts
    let size = 0
    for (let group = 0; group + 1 < starts.length; group++) {
      const ofGroup = this.#ofGroups[group]!
      const [start, end] = [starts[group]!, starts[group + 1]!]
      for (let id = start; id < end; id++) {
        if (scores[id] === 0 && (ofGroup === 0 || id > start)) continue
        scores[id]! += ofGroup
        if (wanted === null || wanted(id)) found[size++] = id
      }
    }
    return size
  }

  /** The same lengths are compared with the same average, question after question. */
  #normsOf(place: number, average: number): Float32Array {
    const known = this.#norms[place]
    if (known?.average === average) return known.norms
    const norms = Float32Array.from(this.#lengths[place]!, (length) => lengthNorm(length, average))
    this.#norms[place] = { average, norms }
    return norms
  }

  /**
   * What those units hold that have a slot, slot by slot: in a field a number for each term of the query.
   * @param ids the units, where each has a slot of its own
   */
  #counts<G extends F>(
    fields: readonly G[],
    slots: number,
    terms: readonly QueryTerm[],
    ids: readonly UnitId[] | null = null,
  ): Record<G, Float64Array> {
    const width = terms.length
    return this.#byField(fields, (place) => {
      const counts = new Float64Array(slots * width)
      for (const [column, { terms: counted }] of terms.entries()) {
        const ofTerm = counts.subarray(column)
        for (const [term, share] of counted) {
          const postings = this.#postingsOf(term, place)
          if (!postings) continue
          if (!ids || ids.length * LOOKUP > postings.size) {
            postings.sumIn(share, this.#slots, ofTerm, width)
          } else {
            for (let slot = 0; slot < slots; slot++) {
              ofTerm[slot * width]! += share * (postings.get(ids[slot]!) ?? 0)
            }
          }
        }
      }
      return counts
    })
  }

  #byField<G extends F, T>(fields: readonly G[], value: (place: number) => T): Record<G, T> {
    const all = this.index.fields
    return Object.fromEntries(fields.map((field) => [field, value(all.indexOf(field))])) as Record<G, T>
  }

  #wanted({ holding = [], inGroup, accepts }: UnitFilter): ((id: UnitId) => boolean) | null {
    if (holding.length === 0 && !inGroup && !accepts) return null
    const lists = holding.map((term) =>
      this.#ownFields.flatMap((place) => this.#postingsOf(term, place) ?? []),
    )
    return (id) =>
      inGroup?.(this.index.groupOf(id)) !== false &&
      lists.every((list) => list.some((postings) => postings.get(id) !== undefined)) &&
      accepts?.(id) !== false
  }

  #postingsOf(term: string, place: number): PostingList | null {
    const known = this.#postings.get(term)
    if (known) return known[place]!
    const lists = this.index.fields.map((_, at) => this.index.postings(term, at))
    this.#postings.set(term, lists)
    return lists[place]!
  }

  #frequency(term: string): Frequency {
    const known = this.#frequencies.get(term)
    if (known) return known
    const own = this.#ownFields.flatMap((place) => this.#postingsOf(term, place) ?? [])
    const title = this.#groupField < 0 ? null : this.#postingsOf(term, this.#groupField)
    const frequency = {
      units: own.length > 1 ? this.#countUnits(own) : (own[0]?.size ?? 0),
      groups: this.#countGroups(title ? [...own, title] : own),
    }
    this.#frequencies.set(term, frequency)
    return frequency
  }

  /** How many units any of some posting lists holds. */
  #countUnits(lists: readonly PostingList[]): number {
    const held = this.#held
    let size = 0
    for (const list of lists) size = list.sum(1, this.#sums, held, size)
    for (let at = 0; at < size; at++) this.#sums[held[at]!] = 0
    return size
  }

  /** The groups of their units. */
  #countGroups(lists: readonly PostingList[]): number {
    const marks = this.#ofGroups
    let size = 0
    for (const list of lists) size += list.mark(this.#groupOf, marks)
    marks.fill(0)
    return size
  }

  /** After units were added or discarded: makes room for them, and notes where groups begin. */
  #readGroups(): void {
    const { size, documentCount } = this.index
    if (this.#scores.length === size && this.#known === documentCount) return
    this.#known = documentCount
    this.#frequencies.clear()
    this.#postings.clear()
    this.#norms = []
    this.#starts.length = 0
    const groups = new Set<GroupId>()
    for (let id = 0; id < size; id++) {
      const group = this.index.groupOf(id)
      while (this.#starts.length <= group) this.#starts.push(id)
      if (this.index.holds(id)) groups.add(group)
    }
    this.#groupCount = groups.size
    this.#starts.push(size)
    this.#scores = new Float32Array(size)
    this.#sums = new Float32Array(size)
    this.#ofGroups = new Float32Array(this.#starts.length)
    this.#slots = new Int32Array(size)
    this.#held = new Uint32Array(size)
    this.#found = new Uint32Array(size)
    this.#groupOf = Uint32Array.from({ length: size }, (_, id) => this.index.groupOf(id))
    this.#lengths = this.index.fields.map((_, place) =>
      Uint16Array.from({ length: size }, (_, id) => this.index.lengthOf(id, place)),
    )
    this.#lengthsOfGroups = this.#lengths.map((lengths) => {
      const sums = new Float64Array(this.#starts.length)
      for (let id = 0; id < size; id++) if (this.index.holds(id)) sums[this.#groupOf[id]!]! += lengths[id]!
      return sums
    })
  }
}

function valuesAt(values: ArrayLike<number>, places: readonly number[]): Float64Array {
  const found = new Float64Array(places.length)
  for (let at = 0; at < places.length; at++) found[at] = values[places[at]!] ?? 0
  return found
}
