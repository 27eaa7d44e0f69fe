import { tolls as english } from '../../language/en/questions/tolls.js'
import { outletOf } from '../compare/disagreement.js'
import { figuresIn } from '../compare/figures.js'
import type { Difference } from '../model/answer.js'
import { nameOfClass } from '../passage-qa/question/lexicon.js'
import type { AnalyzedQuestion } from '../passage-qa/question/question.js'
import type { Evidence } from '../passage-qa/sentences/rank.js'

/** What a sentence counts of what is asked for. */
interface Count {
  readonly value: number
  /** As written, with what qualifies it. */
  readonly text: string
  readonly hedged: boolean
}

/** Set by hand: how far behind the best, in log-odds, and how much less of the question a sentence on the same thing may hold. */
const BEHIND = 2
const LESS = 0.12
/** What it counts must be what is asked for. */
const COUNTED = 0.5
const COMPARED = 12

/**
 * The sentence with the newest figure of a growing toll, where the likeliest one gives an earlier and smaller one: that
 * of the same thing in a later article is not another figure but a newer one. Null where there is none.
 */
export function newestCount(asked: AnalyzedQuestion, evidence: readonly Evidence[]): Evidence | null {
  const [best] = evidence
  const first = best && grows(asked) ? countOf(best) : null
  if (!best || !first) return null
  const newer = comparable(best, evidence)
    .filter(
      ({ evidence: { hit }, count }) => count.value > first.value && isNewer(hit.article, best.hit.article),
    )
    .sort((a, b) => b.evidence.hit.article.published!.localeCompare(a.evidence.hit.article.published!))
  return newer[0]?.evidence ?? null
}

/** What sources of the same day say otherwise of the same toll; null where they agree. */
export function differentCounts(
  asked: AnalyzedQuestion,
  best: Evidence,
  evidence: readonly Evidence[],
): Difference[] | null {
  const first = asked.figure ? countOf(best) : null
  const { article } = best.hit
  if (!first || first.hedged || article.published === null) return null
  const others = comparable(best, evidence).filter(
    ({ evidence: { hit }, count }) =>
      hit.article.published === article.published &&
      outletOf(hit.article) !== outletOf(article) &&
      !count.hedged &&
      count.value !== first.value,
  )
  if (others.length === 0) return null
  const told = [{ source: outletOf(article), says: first.text }]
  for (const { evidence: one, count } of others) {
    const source = outletOf(one.hit.article)
    if (!told.some((known) => known.source === source)) told.push({ source, says: count.text })
  }
  return told
}

/** Whether it counts those to whom something has happened, of whom there may be more tomorrow. */
const grows = ({ figure, parts }: AnalyzedQuestion): boolean =>
  (figure?.units.count ?? 0) === 1 &&
  parts.some(({ classes }) =>
    [...classes].some(([of, value]) => value === 1 && english.growing.has(nameOfClass(of))),
  )

function comparable(best: Evidence, evidence: readonly Evidence[]) {
  return evidence.slice(0, COMPARED).flatMap((one) => {
    const isNear =
      one !== best &&
      best.score - one.score <= BEHIND &&
      (best.features.soft ?? 0) - (one.features.soft ?? 0) <= LESS &&
      (best.features.leastName ?? 0) <= (one.features.leastName ?? 0) &&
      (best.span?.features.unreal ?? 0) === (one.span?.features.unreal ?? 0)
    const count = isNear ? countOf(one) : null
    return count ? [{ evidence: one, count }] : []
  })
}

function countOf({ span, sentence }: Evidence): Count | null {
  if (!span || (span.features.noun ?? 0) < COUNTED) return null
  const text = sentence.text.slice(span.start - sentence.start, span.end - sentence.start)
  const [figure] = figuresIn(text, [])
  return figure && !figure.unit ? { value: figure.value, text, hedged: figure.hedge !== null } : null
}

const isNewer = (a: Evidence['hit']['article'], b: Evidence['hit']['article']) =>
  a.published !== null && b.published !== null && a.published > b.published
