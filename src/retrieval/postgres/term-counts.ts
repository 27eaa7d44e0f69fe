import { termHash } from './term-hash.js'

/**
 * How often each term stands in a text. As bytes: its length in terms, and how many of them differ, four bytes each;
 * for each of these four that stand for it, in ascending order; then two for each, how often it stands there. Two terms
 * may have the same four bytes, one pair of a hundred thousand different terms; of the few of one text that does not
 * happen, in practice.
 */
export interface TermCounts {
  readonly length: number
  readonly hashes: Uint32Array
  readonly counts: Uint16Array
}

const HEAD = 8
const MOST_COUNTED = 0xffff

export function packCounts(terms: Iterable<string>): Buffer {
  const found = new Map<number, number>()
  let length = 0
  for (const term of terms) {
    length++
    const hash = termHash(term)
    found.set(hash, (found.get(hash) ?? 0) + 1)
  }
  const hashes = Uint32Array.from(found.keys()).sort()
  const counts = Uint16Array.from(hashes, (hash) => Math.min(MOST_COUNTED, found.get(hash)!))
  const head = Uint32Array.of(length, hashes.length)
  return Buffer.concat([head, hashes, counts].map(({ buffer }) => Buffer.from(buffer)))
}

/** @param bytes from `packCounts` */
export function unpackCounts(bytes: Buffer): TermCounts {
  // Numbers are read where they lie, which must be at a multiple of four.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes)
  const [length = 0, size = 0] = new Uint32Array(buffer, byteOffset, 2)
  return {
    length,
    hashes: new Uint32Array(buffer, byteOffset + HEAD, size),
    counts: new Uint16Array(buffer, byteOffset + HEAD + 4 * size, size),
  }
}

/** How often a term stands there. @param hash from `termHash` */
export function countIn({ hashes, counts }: TermCounts, hash: number): number {
  let low = 0
  let high = hashes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const found = hashes[middle]!
    if (found === hash) return counts[middle]!
    if (found < hash) low = middle + 1
    else high = middle
  }
  return 0
}
