/** What of a sentence that is ranked tells whether others say the same. */
export interface Telling {
  readonly score: number
  /** The id of its article. */
  readonly article: string
  /** Its likeliest span that may be the answer; null for none. */
  readonly told: string | null
  /** By how much that span is likelier than the next, in log-odds; null where there is no other. */
  readonly ahead: number | null
}

const CLOSE = 12
const MOST_BEHIND = 4
const MOST_AHEAD = 3
/** Shorter spans are the same only where they are equal: "5" is no part of "$5 billion". */
const LEAST_WITHIN = 4
const QUALIFIED = /^(?:more than|at least|about|around|nearly|some|almost|up to|the|a|mr|mrs|ms) /

/**
 * How much the sentences of a question agree on the best one's answer: by how much it leads that of another article, and
 * what share of the odds stands for its span, for its article and for other spans.
 * @param ranked best first
 */
export function agreementFeatures(ranked: readonly Telling[]): Record<string, number> {
  const [first] = ranked
  if (!first) return {}
  const odds = ranked.map(({ score }) => Math.exp(score - first.score))
  const total = odds.reduce((a, b) => a + b)
  const spans = ranked.map(({ told }) => spanKey(told))
  const same = spans.map((span) => span !== null && spans[0] !== null && isSame(span, spans[0]!))
  const share = (test: (at: number) => boolean) =>
    odds.reduce((sum, odd, at) => sum + (test(at) ? odd : 0), 0) / total
  const behind = (test: (at: number) => boolean) => {
    const at = ranked.findIndex((_, at) => test(at))
    return at < 0 ? 0 : Math.min(MOST_BEHIND, first.score - ranked[at]!.score) / MOST_BEHIND
  }
  const agreeing = new Set(ranked.slice(0, CLOSE).flatMap(({ article }, at) => (same[at] ? [article] : [])))
  return {
    ahead: first.told === null ? 0 : Math.min(MOST_AHEAD, first.ahead ?? MOST_AHEAD) / MOST_AHEAD,
    marginOther: behind((at) => ranked[at]!.article !== first.article),
    otherBehind: behind((at) => spans[at] !== null && !same[at]),
    sureArticle: share((at) => ranked[at]!.article === first.article),
    sureSpan: share((at) => same[at]!),
    against: share((at) => spans[at] !== null && !same[at]),
    agreeing: Math.log2(1 + agreeing.size) / 2,
  }
}

/** What is compared of a span: "about 500" and "500" are one. */
export const spanKey = (told: string | null) => told?.toLowerCase().replace(QUALIFIED, '') ?? null

const isSame = (a: string, b: string) => a === b || isWithin(a, b)

/** Whether one of two different spans says more of the same: "Berg" and "Ann Berg". */
export const isWithin = (a: string, b: string) =>
  a.length >= LEAST_WITHIN && b.length >= LEAST_WITHIN && (a.includes(b) || b.includes(a))
