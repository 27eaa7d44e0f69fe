import { bareWords } from '../clean/line-facts.js'

/** Words of a shingle: enough that two texts share few by chance, few enough that an edited word spoils few. */
const WORDS = 5

/** Runs of which one at least is looked up. */
const WINDOW = 16

export interface Shingles {
  /** The distinct runs of five words, each as a number of 32 bits, in ascending order. */
  readonly runs: Uint32Array
  /** Some of them, about one in eight: of 16 that follow each other at least one, the same in every text. */
  readonly sample: Uint32Array
}

/**
 * The runs of words of a text (Broder 1997, "On the resemblance and containment of documents"), and those to
 * look it up by (Schleimer, Wilkerson and Aiken 2003, "Winnowing"): two texts that share twenty words in a row
 * share one of these. A text of fewer than five words has one run or none.
 */
export function shinglesOf(text: string): Shingles {
  const words = bareWords(text).split(' ').filter(Boolean)
  const hashes = Uint32Array.from(words, hash)
  const runs = new Uint32Array(words.length === 0 ? 0 : Math.max(1, words.length - WORDS + 1))
  for (let i = 0; i < runs.length; i++) {
    let run = 0
    for (let k = i; k < Math.min(i + WORDS, hashes.length); k++) run = mix(run ^ hashes[k]!)
    runs[i] = run
  }
  return { sample: distinct(leastOfWindows(runs)), runs: distinct(runs) }
}

/** The least number of each window. */
function leastOfWindows(numbers: Uint32Array): Uint32Array {
  const least = new Uint32Array(Math.min(numbers.length, Math.max(1, numbers.length - WINDOW + 1)))
  for (let i = 0; i < least.length; i++) {
    let lowest = numbers[i]!
    for (let k = i + 1; k < Math.min(i + WINDOW, numbers.length); k++) lowest = Math.min(lowest, numbers[k]!)
    least[i] = lowest
  }
  return least
}

function distinct(numbers: Uint32Array): Uint32Array {
  const sorted = numbers.toSorted()
  return sorted.filter((number, i) => i === 0 || number !== sorted[i - 1])
}

/** How many numbers two ascending lists share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

/** FNV-1a, a number of 32 bits. */
export function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value ^ (value >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
