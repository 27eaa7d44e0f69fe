import { termHash } from './term-hash.js'

/**
 * How often each term stands in a text, as bytes: its length in terms, four of them; then for each different term four
 * bytes that stand for it and two for how often, in the order of the former. Two terms may have the same four bytes,
 * one pair of a hundred thousand different terms; of the few of one text that happens never, in practice.
 */
const HEAD = 4
const ENTRY = 6
const MOST_COUNTED = 0xffff

export function packCounts(terms: Iterable<string>): Buffer {
  const counts = new Map<number, number>()
  let length = 0
  for (const term of terms) {
    length++
    const hash = termHash(term)
    counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  const bytes = Buffer.allocUnsafe(HEAD + ENTRY * counts.size)
  bytes.writeUInt32LE(length)
  let at = HEAD
  for (const hash of [...counts.keys()].sort((a, b) => a - b)) {
    at = bytes.writeUInt32LE(hash, at)
    at = bytes.writeUInt16LE(Math.min(MOST_COUNTED, counts.get(hash)!), at)
  }
  return bytes
}

export const lengthIn = (counts: Buffer) => counts.readUInt32LE(0)

/** How often a term stands there. @param hash from `termHash` */
export function countIn(counts: Buffer, hash: number): number {
  let low = 0
  let high = (counts.length - HEAD) / ENTRY
  while (low < high) {
    const middle = (low + high) >> 1
    const found = counts.readUInt32LE(HEAD + ENTRY * middle)
    if (found === hash) return counts.readUInt16LE(HEAD + ENTRY * middle + 4)
    if (found < hash) low = middle + 1
    else high = middle
  }
  return 0
}
