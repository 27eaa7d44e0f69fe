import { foldForPhrases } from '../archive/terms.js'
import { stemsOf } from './citation.js'

/** Measured on the wordings that outlets print of one utterance: below these, two are different statements. */
const LEAST_COSINE = 0.4
const LEAST_OVERLAP = 0.25
/** The share of a fragment's 4-grams that must stand in the longer wording it is taken from. */
const LEAST_CONTAINED = 0.75
const GRAM = 4

/** Whether two wordings are of one utterance: near in letters and in content words, or one a piece of the other. */
export function sameUtterance(a: string, b: string): boolean {
  const x = grams(a)
  const y = grams(b)
  if (contained(x, y) >= LEAST_CONTAINED) return true
  return cosine(x, y) >= LEAST_COSINE && overlap(stemsOf(a), stemsOf(b)) >= LEAST_OVERLAP
}

type Grams = ReadonlyMap<string, number>

function grams(text: string): Grams {
  const folded = foldForPhrases(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const counts = new Map<string, number>()
  for (let at = 0; at + GRAM <= folded.length; at++) {
    const gram = folded.slice(at, at + GRAM)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function cosine(a: Grams, b: Grams): number {
  let dot = 0
  for (const [gram, count] of a) dot += count * (b.get(gram) ?? 0)
  return dot / (norm(a) * norm(b) || 1)
}

const norm = (grams: Grams) => Math.sqrt([...grams.values()].reduce((sum, count) => sum + count * count, 0))

/** The share of the smaller set that the larger one holds. */
function contained(a: Grams, b: Grams): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  return [...small.keys()].filter((gram) => large.has(gram)).length / small.size
}

/** Shared content stems over all of them (Jaccard). */
function overlap(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b])
  if (all.size === 0) return 0
  const held = new Set(b)
  return a.filter((stem) => held.has(stem)).length / all.size
}
