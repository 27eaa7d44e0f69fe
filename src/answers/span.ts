import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, standsFor, termsOf } from './asked.js'
import { ofKind } from './candidates.js'
import { SPAN } from './coefficients.js'
import { contextOf, featuresOf, type SpanContext, type SpanFeatures } from './span-features.js'
import { weigh } from './weigh.js'

/** A part of a sentence that may be the answer. Offsets are into the article's file. */
export interface SpanCandidate extends Span {
  readonly features: SpanFeatures
  readonly score: number
}

/** The part of a sentence that most likely answers; null where none is of the kind that is asked for. */
export function answerSpan(asked: Asked, hit: PassageHit, sentence: Excerpt): SpanCandidate | null {
  let best: SpanCandidate | null = null
  for (const candidate of spanCandidates(asked, hit, sentence)) {
    if (!best || candidate.score > best.score) best = candidate
  }
  return best
}

export function spanCandidates(asked: Asked, hit: PassageHit, sentence: Excerpt): SpanCandidate[] {
  const context = contextOf(asked, hit, sentence)
  const coefficients = SPAN[groupOf(asked.type)]
  const deniable = asked.subject && !english.denials.test(asked.text)
  const candidates = ofKind(asked, hit, sentence, context.tokens)
    .map((candidate) => ({ candidate, features: featuresOf(asked, candidate, context) }))
    .filter(
      ({ candidate: { start, end }, features }) =>
        features.fresh > 0 && !repeats(asked, sentence.text.slice(start, end)),
    )
  const nearest = new Map<number, number>()
  for (const {
    features: { fit, near },
  } of candidates)
    nearest.set(fit, Math.max(near, nearest.get(fit) ?? 0))
  return candidates.map(({ candidate: { start, end }, features: own }) => {
    const features = { ...own, nearest: Number(own.near === nearest.get(own.fit)) }
    const denied = deniable && isDenied({ start, end }, context)
    return {
      start: sentence.start + start,
      end: sentence.start + end,
      features,
      score: weigh(features, coefficients) - (denied ? DENIED : 0),
    }
  })
}

/** What a denial takes from a score: "the Rovers, who have never won the cup" are not those who won it. */
const DENIED = 12

/** Whether a denial stands between what would be the answer and what of the question is nearest to it. */
function isDenied({ start, end }: Span, { text, held }: SpanContext): boolean {
  const behind = held.find(({ term }) => term.start >= end)?.term
  const before = held.findLast(({ term }) => term.end <= start)?.term
  const between = [
    behind ? text.slice(end, behind.start) : null,
    before ? text.slice(before.end, start) : null,
  ].filter((one) => one !== null)
  const [nearest = ''] = between.sort((a, b) => a.length - b.length)
  return english.denials.test(nearest)
}

/** Whether a thing is only another word for what the question names: "Paris" for France. */
function repeats(asked: Asked, text: string): boolean {
  const terms = asked.type === 'thing' ? termsOf(text) : []
  return terms.length > 0 && terms.every(({ term }) => standsFor(term, asked) !== null)
}

/** Kinds of answers whose places in a sentence are alike share their coefficients. */
export type SpanGroup = 'value' | 'name' | 'thing'

export function groupOf(type: AnswerType): SpanGroup {
  switch (type) {
    case 'person':
    case 'organisation':
    case 'place':
      return 'name'
    case 'thing':
    case 'quotation':
    case 'reason':
    case 'other':
      return 'thing'
    default:
      return 'value'
  }
}
