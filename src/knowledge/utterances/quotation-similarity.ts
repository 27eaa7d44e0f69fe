import { Analyzer, foldForPhrases } from '../../text/terms.js'

/**
 * How alike two wordings must be to be of one utterance: cosine of their character 4-grams, and content stems
 * shared over all of theirs (Jaccard). Below these, two are different statements.
 */
const LEAST_COSINE = 0.4
const LEAST_OVERLAP = 0.25
/** Of a few content words ("adequate response", "constructive response") half have to be shared. */
const FEW_STEMS = 2
const LEAST_OVERLAP_OF_FEW = 0.5
/**
 * A fragment is of the longer wording that holds all of its content stems and this share of its 4-grams:
 * "severely sanctioned" of "we will have severe sanctions", if the rest agrees as well.
 */
const LEAST_CONTAINED = 0.5
/** A fragment of fewer content words ("aggressive") may be of anything. */
const LEAST_FRAGMENT_STEMS = 2
const GRAM = 4

const analyzer = new Analyzer()

/** A wording prepared for comparison. Its letters are counted when it is compared with another: many never are. */
export class Wording {
  readonly stems: readonly string[]
  readonly #text: string
  #grams: ReadonlyMap<string, number> | null = null
  #norm = 0

  constructor(text: string) {
    this.stems = analyzer.distinct(text)
    this.#text = text
  }

  get grams(): ReadonlyMap<string, number> {
    if (this.#grams) return this.#grams
    const grams = gramsOf(this.#text)
    this.#grams = grams
    this.#norm = Math.sqrt([...grams.values()].reduce((sum, count) => sum + count * count, 0))
    return grams
  }

  /** The length of the vector of its grams. */
  get norm(): number {
    void this.grams
    return this.#norm
  }
}

function gramsOf(text: string): Map<string, number> {
  const grams = new Map<string, number>()
  const folded = foldForPhrases(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (let at = 0; at + GRAM <= folded.length; at++) {
    const gram = folded.slice(at, at + GRAM)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

/**
 * Whether two wordings are of one utterance: near in letters and in content words, or, where `fragments` of
 * it may be printed alone, one a piece of the other.
 */
export function sameUtterance(a: Wording, b: Wording, { fragments }: { fragments: boolean }): boolean {
  const [small, large] = a.grams.size <= b.grams.size ? [a, b] : [b, a]
  if (fragments && isFragment(small, large)) return true
  const few = Math.min(a.stems.length, b.stems.length) <= FEW_STEMS
  const least = few ? LEAST_OVERLAP_OF_FEW : LEAST_OVERLAP
  return cosine(small, large) >= LEAST_COSINE && overlap(a.stems, b.stems) >= least
}

function isFragment(small: Wording, large: Wording): boolean {
  if (small.stems.length < LEAST_FRAGMENT_STEMS) return false
  const held = new Set(large.stems)
  return small.stems.every((stem) => held.has(stem)) && contained(small, large) >= LEAST_CONTAINED
}

function cosine(small: Wording, large: Wording): number {
  let dot = 0
  for (const [gram, count] of small.grams) dot += count * (large.grams.get(gram) ?? 0)
  return dot / (small.norm * large.norm || 1)
}

function contained(small: Wording, large: Wording): number {
  let held = 0
  for (const gram of small.grams.keys()) if (large.grams.has(gram)) held++
  return held / (small.grams.size || 1)
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const held = new Set(b)
  const shared = a.filter((stem) => held.has(stem)).length
  return shared / (a.length + b.length - shared || 1)
}
