/** Robertson’s usual constants (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009). */
const K1 = 1.2
const B = 0.75

/** What a term is worth that `holding` of `total` texts hold: about ln(total) for none, near 0 for all. */
export function inverseFrequency(holding: number, total: number): number {
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5))
}

/** How much a term counts that stands `count` times in a text of this length: 0 for none, below 2.2 for many. */
export function saturated(count: number, length: number, averageLength: number): number {
  return saturatedBy(count, lengthNorm(length, averageLength))
}

/** What a text's length is worth against how often a term stands in it: 1.2 for one of average length. */
export function lengthNorm(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / (averageLength || 1))
}

/** As `saturated`, for a text whose norm is known. */
export function saturatedBy(count: number, norm: number): number {
  if (count === 0) return 0
  return (count * (K1 + 1)) / (count + norm)
}
