import MiniSearch from 'minisearch'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import { FieldLengths, type PostingColumns, SameIds, StoredPostings } from './stored-postings.js'

const MOST_COUNTED = 0xffff

/** MiniSearch over documents whose ids are 0, 1, 2 …, which can be made smaller when all are added. */
export class CompactSearch<T> extends MiniSearch<T> {
  /** Lays the postings of all terms into one segment: a third of the memory. Nothing is found otherwise than before. */
  *compact(): CooperativeTask<void> {
    const index = this._index as Iterable<[string, Map<number, Map<number, number>>]>
    const fields = Object.keys(this._fieldIds).length
    const terms: string[] = []
    const units: number[] = []
    const counts: number[] = []
    const starts = [0]
    for (const [term, ofTerm] of index) {
      terms.push(term)
      for (let field = 0; field < fields; field++) {
        for (const [id, count] of ofTerm.get(field) ?? []) {
          units.push(id)
          counts.push(Math.min(MOST_COUNTED, count))
        }
        starts.push(units.length)
      }
      yield
    }
    const columns: PostingColumns = {
      starts: Uint32Array.from(starts),
      segment: { units: Uint32Array.from(units), counts: Uint16Array.from(counts) },
      fields,
    }
    for (const [number, term] of terms.entries()) {
      this._index.set(
        term,
        new StoredPostings(columns, number) as unknown as Map<number, Map<number, number>>,
      )
      yield
    }
    const lengths = new Uint16Array(this._nextId * fields)
    const ids = new SameIds()
    for (const [id, ofFields] of this._fieldLength) {
      for (const [field, length] of ofFields.entries()) lengths[id * fields + field] = length ?? 0
      ids.set(id)
    }
    this._fieldLength = new FieldLengths(lengths, fields) as unknown as Map<number, number[]>
    this._documentIds = this._idToShortId = ids as unknown as Map<number, number>
  }
}
