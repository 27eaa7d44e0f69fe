/** Robertson’s usual constants (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009). */
const K1 = 1.2
const B = 0.75

/** The same for MiniSearch; its d is the lower bound of BM25+ (Lv & Zhai 2011), which hurts here. */
export const BM25 = { k: K1, b: B, d: 0 }

/** What a term is worth that `holding` of `total` texts hold: about ln(total) for none, near 0 for all. */
export function inverseFrequency(holding: number, total: number): number {
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5))
}

/** How much a term counts that stands `count` times in a text of this length: 0 for none, below 2.2 for many. */
export function saturated(count: number, length: number, averageLength: number): number {
  if (count === 0) return 0
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / (averageLength || 1)))
}
