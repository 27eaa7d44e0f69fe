import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, standsFor, termsOf } from './asked.js'
import { ofKind } from './candidates.js'
import { SPAN, weigh } from './coefficients.js'
import { contextOf, featuresOf, type SpanFeatures } from './span-features.js'

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
  const context = contextOf(hit, sentence)
  const coefficients = SPAN[groupOf(asked.type)]
  return ofKind(asked, hit, sentence, context.tokens).flatMap((candidate): SpanCandidate[] => {
    const features = featuresOf(asked, candidate, context)
    if (features.fresh === 0 || repeats(asked, sentence.text.slice(candidate.start, candidate.end))) return []
    const { start, end } = candidate
    return [
      {
        start: sentence.start + start,
        end: sentence.start + end,
        features,
        score: weigh(features, coefficients),
      },
    ]
  })
}

/** Whether a thing is only another word for what the question names: "Paris" for France. */
function repeats(asked: Asked, text: string): boolean {
  const terms = asked.type === 'thing' ? termsOf(text) : []
  return terms.length > 0 && terms.every(({ term }) => standsFor(term, asked) !== null)
}

/** Kinds of answers whose places in a sentence are alike share their coefficients. */
export type SpanGroup = 'value' | 'name' | 'thing'

function groupOf(type: AnswerType): SpanGroup {
  switch (type) {
    case 'person':
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
