import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { type Asked, coverage, termsOf } from './asked.js'
import { answerSpan } from './span.js'

/** A sentence that may answer, the span of it that does, and how much speaks for it. */
export interface Evidence {
  readonly hit: PassageHit
  readonly sentence: Excerpt
  readonly span: Span | null
  readonly features: Features
  readonly score: number
}

/** What speaks for a sentence; all between 0 and 1. */
export interface Features {
  /** The share of the question's weight that the sentence holds. */
  readonly sentence: number
  /** The same for it with the sentences beside it and the title. */
  readonly around: number
  /** The same for its passage, with the passages beside it and the title. */
  readonly passage: number
  /** The passage's score beside that of the best passage. */
  readonly rank: number
  /** The share of the question's neighbouring terms that stand near each other here. */
  readonly order: number
  /** Whether it holds something of the kind that is asked for. */
  readonly typed: number
  /** How short it is. */
  readonly brevity: number
  /** What the sentence before adds to the share. */
  readonly previous: number
  readonly carried: number
  readonly near: number
  readonly fit: number
  readonly all: number
}

export const SENTENCE_WEIGHTS: Features = {
  sentence: 6,
  around: 1,
  passage: 2,
  rank: 3,
  order: 1,
  typed: 1,
  brevity: 0,
  previous: 0,
  carried: 0,
  near: 0,
  fit: 0,
  all: 0,
}

/** Terms of the question this near each other in a sentence still belong together. */
const NEAR = 3
/** Content words of a typical sentence. */
const TYPICAL_LENGTH = 12

/** Every sentence of the passages, the likeliest answer first. */
export function weighSentences(asked: Asked, hits: readonly PassageHit[]): Evidence[] {
  const top = hits[0]?.score || 1
  return hits
    .flatMap((hit) => {
      const passage = coverage(hit.matched, asked)
      const title = termsOf(hit.article.title).map(({ term }) => term)
      const sequences = hit.sentences.map(({ text }) => termsOf(text).map(({ term }) => term))
      return hit.sentences.map((sentence, i): Evidence => {
        const own = sequences[i]!
        const around = [...title, ...own, ...(sequences[i - 1] ?? []), ...(sequences[i + 1] ?? [])]
        const span = answerSpan(asked, hit, sentence)
        const features: Features = {
          sentence: coverage(own, asked),
          around: coverage(around, asked),
          passage,
          rank: hit.score / top,
          order: orderOf(asked, own),
          typed: Number(span !== null),
          previous: coverage([...own, ...(sequences[i - 1] ?? [])], asked) - coverage(own, asked),
          carried:
            /^(?:\S+ ){0,4}?(?:he|she|it|they|this|these|those|that|his|her|its|their|them|him)\b/i.test(
              sentence.text,
            )
              ? coverage([...own, ...(sequences[i - 1] ?? [])], asked) - coverage(own, asked)
              : 0,
          near: span?.features.near ?? 0,
          fit: span?.features.fit ?? 0,
          all: coverage(own, asked) ** 2,
          brevity: TYPICAL_LENGTH / (TYPICAL_LENGTH + own.length),
        }
        return { hit, sentence, span, features, score: weigh(features) }
      })
    })
    .sort((a, b) => b.score - a.score)
}

function weigh(features: Features): number {
  let score = 0
  for (const name in features)
    score += features[name as keyof Features] * SENTENCE_WEIGHTS[name as keyof Features]
  return score
}

/** The weight of the pairs of neighbouring question terms that stand near each other, over that of all pairs. */
function orderOf({ terms, worth }: Asked, sentence: readonly string[]): number {
  let all = 0
  let found = 0
  for (let i = 1; i < terms.length; i++) {
    const [first, second] = [terms[i - 1]!, terms[i]!]
    if (first === second) continue
    const weight = (worth.get(first) ?? 0) + (worth.get(second) ?? 0)
    all += weight
    const near = sentence.some(
      (term, at) => term === first && sentence.slice(at + 1, at + 1 + NEAR).includes(second),
    )
    if (near) found += weight
  }
  return all > 0 ? found / all : 0
}
