import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TAGS } from './inventory.js'

/** What `scripts/fit-syntax.mjs` has learnt. */
export interface SyntaxModel {
  /** A weight for each row of a feature and each tag: at `row + tag`. */
  readonly tagger: LinearTable<Int8Array>
  /**
   * Two weights for each row of a feature, in the upper and the lower byte: of the transitions right and left,
   * against that of the shift.
   */
  readonly parser: LinearTable<Int16Array>
  /** A weight for each row of a feature and each label: at `row + label`. */
  readonly labeller: LinearTable<Int8Array>
  /** The tags that a word may have; the first three are of words that are not in `words`. See `tagSetOf`. */
  readonly tagSets: readonly Uint8Array[]
  /** The labels that an arc may have, by `arcKind`. */
  readonly labelSets: readonly Uint8Array[]
  readonly tagSetOf: (word: string) => number
}

export interface LinearTable<T> {
  readonly weights: T
  /** Rows are hashes of 32 bits, shifted by so many. */
  readonly shift: number
}

/** Which place in `labelSets` an arc has. @param head the head's tag; `TAGS.length` above the root */
export const arcKind = (dependent: number, head: number, isRight: boolean): number =>
  (dependent * (TAGS.length + 1) + head) * 2 + (isRight ? 1 : 0)
export const ARC_KINDS = TAGS.length * (TAGS.length + 1) * 2

/** The tag set of a word that was too rare to be learnt: with letters, with digits, with neither. */
export function unknownTagSet(word: string): number {
  if (/\d/.test(word)) return 1
  return /\p{L}/u.test(word) ? 0 : 2
}

interface Header {
  readonly shifts: { readonly tagger: number; readonly parser: number; readonly labeller: number }
  /** Tags by number. */
  readonly tagSets: readonly (readonly number[])[]
  readonly labelSets: readonly (readonly number[])[]
  /** The place in `labelSets` above, for each kind of arc. */
  readonly arcs: readonly number[]
  /** For each tag set the words that have it, apart by a space. */
  readonly words: readonly string[]
}

const MAGIC = 'SYNTAX01'
/** Weights of several classes lie one behind another: so many more than there are rows. */
export const SPARE = 64

/** The bytes of a model: magic, length of the header, header as JSON, the three tables. */
export function encodeModel(header: Header, tables: readonly (Int8Array | Int16Array)[]): Buffer {
  const text = Buffer.from(JSON.stringify(header))
  const padded = Buffer.alloc(align(text.length), ' ')
  text.copy(padded)
  const length = Buffer.alloc(8)
  length.writeUInt32LE(padded.length)
  const bytes = tables.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  )
  return Buffer.concat([Buffer.from(MAGIC), length, padded, ...bytes])
}

const align = (length: number) => (length + 15) & ~15

/** @throws {Error} where the bytes are none of a model */
export function decodeModel(bytes: Buffer): SyntaxModel {
  if (bytes.subarray(0, 8).toString('latin1') !== MAGIC) throw new Error('no model of syntax')
  const start = 16 + bytes.readUInt32LE(8)
  const { shifts, tagSets, labelSets, arcs, words } = JSON.parse(bytes.toString('utf8', 16, start)) as Header
  // Views need an aligned offset, which a small buffer of the pool may not have.
  const { buffer } = new Uint8Array(bytes.subarray(start))
  const sizes = [
    2 ** (32 - shifts.tagger) + SPARE,
    2 ** (32 - shifts.parser),
    2 ** (32 - shifts.labeller) + SPARE,
  ]
  const parserAt = sizes[0]!
  const labellerAt = parserAt + 2 * sizes[1]!
  const sets = labelSets.map((set) => Uint8Array.from(set))
  const known = new Map<string, number>()
  words.forEach((list, set) => {
    for (const word of list.split(' ')) if (word) known.set(word, set)
  })
  return {
    tagger: { weights: new Int8Array(buffer, 0, sizes[0]), shift: shifts.tagger },
    parser: { weights: new Int16Array(buffer, parserAt, sizes[1]), shift: shifts.parser },
    labeller: { weights: new Int8Array(buffer, labellerAt, sizes[2]), shift: shifts.labeller },
    tagSets: tagSets.map((set) => Uint8Array.from(set)),
    labelSets: arcs.map((set) => sets[set]!),
    tagSetOf: (word) => known.get(word) ?? unknownTagSet(word),
  }
}

const FILE = fileURLToPath(new URL('../../../../data/models/syntax.bin', import.meta.url))

let loaded: SyntaxModel | undefined

/** The model that ships with the project, read once in each thread. */
export function syntaxModel(): SyntaxModel {
  loaded ??= decodeModel(readFileSync(FILE))
  return loaded
}
