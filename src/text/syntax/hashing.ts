/** FNV-1a over the UTF-16 code units of a word, its bits mixed so that every one of them counts. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** A small number as a value that looks random. `kind` keeps the same number of two kinds apart. */
export const hashOfNumber = (kind: number, value: number): number =>
  mixed(Math.imul(value + 1, 0x9e3779b1) ^ Math.imul(kind + 1, 0x85ebca6b))

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** The place of each atom in the list of atoms. */
export const placesOf = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>

/** Features as combinations of atoms, by how many they combine: the loops over them stay short. */
export interface Templates {
  readonly size: number
  /** For one to four atoms: the places of the atoms, one feature behind another. */
  readonly places: readonly Uint8Array[]
  /** What tells each feature from others of the same atoms, in the order of `places`. */
  readonly salts: readonly Int32Array[]
}

/** @param rows the places of each feature's atoms, up to four; none for the bias */
export function templatesOf(rows: readonly (readonly number[])[], seed: number): Templates {
  const groups = [1, 2, 3, 4].map((width) =>
    rows
      .map((row, i) => ({
        row: row.length === 0 ? [0] : row,
        salt: (seed + Math.imul(i + 1, 0x9e3779b9)) | 0,
      }))
      .filter(({ row }) => row.length === width),
  )
  return {
    size: rows.length,
    places: groups.map((group) => Uint8Array.from(group.flatMap(({ row }) => row))),
    salts: groups.map((group) => Int32Array.from(group, ({ salt }) => salt)),
  }
}

/**
 * Writes the row of each feature into `rows`: multiply-shift hashing (Dietzfelbinger), each of the four places with
 * a multiplier of its own, to numbers of `32 - shift` bits.
 * @param atoms their values; that of place 0 is 0
 * @returns how many there are
 */
export function rowsOf(
  atoms: Int32Array,
  { places: [ones, twos, threes, fours], salts: [salt1, salt2, salt3, salt4] }: Templates,
  shift: number,
  rows: Int32Array,
): number {
  let n = 0
  for (let i = 0; i < salt1!.length; i++) {
    rows[n++] = (salt1![i]! + Math.imul(atoms[ones![i]!]!, FIRST)) >>> shift
  }
  for (let i = 0, at = 0; i < salt2!.length; i++, at += 2) {
    const first = Math.imul(atoms[twos![at]!]!, FIRST)
    rows[n++] = (salt2![i]! + first + Math.imul(atoms[twos![at + 1]!]!, SECOND)) >>> shift
  }
  for (let i = 0, at = 0; i < salt3!.length; i++, at += 3) {
    const first = Math.imul(atoms[threes![at]!]!, FIRST) + Math.imul(atoms[threes![at + 1]!]!, SECOND)
    rows[n++] = (salt3![i]! + first + Math.imul(atoms[threes![at + 2]!]!, THIRD)) >>> shift
  }
  for (let i = 0, at = 0; i < salt4!.length; i++, at += 4) {
    const first = Math.imul(atoms[fours![at]!]!, FIRST) + Math.imul(atoms[fours![at + 1]!]!, SECOND)
    const last = Math.imul(atoms[fours![at + 2]!]!, THIRD) + Math.imul(atoms[fours![at + 3]!]!, FOURTH)
    rows[n++] = (salt4![i]! + first + last) >>> shift
  }
  return n
}

const FIRST = 0x2c1b3c6d
const SECOND = 0x297a2d39
const THIRD = 0x1b56c4e9
const FOURTH = 0x7feb352d
