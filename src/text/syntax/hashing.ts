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

/** How many atoms one feature can combine. */
export const WIDTH = 4

/**
 * Features as combinations of atoms: `WIDTH` places in the list of atoms for each, unused ones being place 0, whose
 * atom is 0.
 */
export function templatesOf(rows: readonly (readonly number[])[]): Uint8Array {
  const templates = new Uint8Array(rows.length * WIDTH)
  rows.forEach((row, i) => {
    if (row.length > WIDTH) throw new RangeError(`a feature of ${row.length} atoms`)
    templates.set(row, i * WIDTH)
  })
  return templates
}

/**
 * Writes the row of each feature into `rows`: multiply-shift hashing (Dietzfelbinger), each of the four places with
 * a multiplier of its own, to numbers of `32 - shift` bits.
 * @returns how many there are
 */
export function rowsOf(
  atoms: Int32Array,
  templates: Uint8Array,
  shift: number,
  seed: number,
  rows: Int32Array,
): number {
  let n = 0
  let salt = seed
  for (let at = 0; at < templates.length; at += WIDTH) {
    salt = (salt + 0x9e3779b9) | 0
    const hash =
      salt +
      Math.imul(atoms[templates[at]!]!, 0x2c1b3c6d) +
      Math.imul(atoms[templates[at + 1]!]!, 0x297a2d39) +
      Math.imul(atoms[templates[at + 2]!]!, 0x1b56c4e9) +
      Math.imul(atoms[templates[at + 3]!]!, 0x7feb352d)
    rows[n++] = (hash | 0) >>> shift
  }
  return n
}
