import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, termsOf } from './asked.js'
import { nounPhrases, numbers, reasons, tokensOf } from './phrases.js'

/** A part of a sentence that may be the answer. Offsets are into the article's file. */
export interface SpanCandidate extends Span {
  readonly features: SpanFeatures
  readonly score: number
}

export interface SpanFeatures {
  /** 1 where it is of the very kind that is asked for, less for what may pass for it. */
  readonly fit: number
  /** The share of its terms that are not in the question. */
  readonly fresh: number
  /** How near it stands to the question's terms, by their worth. */
  readonly near: number
  /** Whether it names the kind of thing that is asked for ("the home team"), or stands beside its name. */
  readonly focus: number
  /** Whether it stands behind the nearest term of the question. */
  readonly after: number
  /** The same where the question asks for the subject ("who won?"). */
  readonly subjectAfter: number
  readonly capital: number
  readonly length: number
  readonly first: number
}

export const SPAN_WEIGHTS: SpanFeatures = {
  fit: 3,
  fresh: 2,
  near: 3,
  focus: 0.5,
  after: 0.3,
  subjectAfter: -0.5,
  capital: 0.3,
  length: -0.3,
  first: 0,
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
  const terms = termsOf(sentence.text)
  return ofKind(asked.type, hit, sentence).flatMap((candidate): SpanCandidate[] => {
    const features = featuresOf(asked, terms, candidate, sentence)
    if (features.fresh === 0) return []
    const { start, end } = candidate
    return [{ start: sentence.start + start, end: sentence.start + end, features, score: weigh(features) }]
  })
}

interface Typed extends Span {
  readonly fit: number
}

const typed = (spans: readonly Span[], fit: number): Typed[] =>
  spans.map(({ start, end }) => ({ start, end, fit }))

/** What a sentence holds of a kind. Offsets are into the sentence. */
function ofKind(type: AnswerType, { dates, names, quotations }: PassageHit, sentence: Excerpt): Typed[] {
  const here = <T extends Span>(spans: readonly T[]) =>
    spans
      .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      .map((span) => ({ ...span, start: span.start - sentence.start, end: span.end - sentence.start }))
  const named = (...kinds: string[]) => here(names).filter(({ kind }) => kinds.includes(kind))
  switch (type) {
    case 'date':
      return typed(
        here(dates).filter((date) => date.type !== 'DURATION' && date.type !== 'SET'),
        1,
      )
    case 'duration':
      return [
        ...typed(
          here(dates).filter((date) => date.type === 'DURATION'),
          1,
        ),
        ...typed(numbers(tokensOf(sentence.text)), 0.5),
      ]
    case 'number':
    case 'money':
    case 'percentage':
      return numbers(tokensOf(sentence.text)).map((span) => ({
        ...span,
        fit: MARKS[type]?.test(sentence.text.slice(span.start, span.end)) === false ? 0.5 : 1,
      }))
    case 'person':
      return [
        ...typed(named('person', 'organisation'), 1),
        ...typed(named('other', 'place'), 0.5),
        ...typed(nounPhrases(tokensOf(sentence.text)), 0.2),
      ]
    case 'place':
      return [
        ...typed(named('place'), 1),
        ...typed(named('other', 'organisation', 'person'), 0.5),
        ...typed(nounPhrases(tokensOf(sentence.text)), 0.2),
      ]
    case 'quotation':
      return [...typed(here(quotations), 1), ...typed(nounPhrases(tokensOf(sentence.text)), 0.2)]
    case 'reason':
      return [...typed(reasons(sentence.text), 1), ...typed(nounPhrases(tokensOf(sentence.text)), 0.3)]
    case 'thing':
      return typed(nounPhrases(tokensOf(sentence.text)), 1)
    case 'other':
      return []
  }
}

const MARKS: Partial<Record<AnswerType, RegExp>> = {
  money: /\p{Sc}|[^\p{N}\s,.%]\s*$/u,
  percentage: /%|per ?cent/i,
}

type Placed = ReturnType<typeof termsOf>[number]

/** Content words between two places at which nearness has halved. */
const HALF = 4

function featuresOf(
  asked: Asked,
  terms: readonly Placed[],
  candidate: Typed,
  sentence: Excerpt,
): SpanFeatures {
  const { start, end } = candidate
  const inside = terms.filter((term) => term.start < end && term.end > start)
  const from = terms.findIndex((term) => term.end > start)
  const first = from < 0 ? terms.length : from
  const last = first + inside.length - 1
  const questions = terms.flatMap((term, at) => {
    const worth = asked.worth.get(term.term) ?? 0
    return worth > 0 && (at < first || at > last) ? [{ term: term.term, worth, at }] : []
  })
  const distances = new Map<string, { worth: number; gap: number }>()
  let nearest = { gap: Number.POSITIVE_INFINITY, after: 0 }
  for (const { term, worth, at } of questions) {
    const gap = at < first ? first - at : at - Math.max(last, first - 1)
    if (gap < (distances.get(term)?.gap ?? Number.POSITIVE_INFINITY)) distances.set(term, { worth, gap })
    if (gap < nearest.gap) nearest = { gap, after: Number(at < first) }
  }
  let near = 0
  for (const { worth, gap } of distances.values()) near += (worth * HALF) / (HALF + gap)
  const beside = terms.slice(Math.max(0, first - 1), last + 2)
  const focus = asked.focus !== null && beside.some(({ term }) => term === asked.focus)
  return {
    fit: candidate.fit,
    fresh:
      inside.length === 0 ? 1 : inside.filter(({ term }) => !asked.worth.has(term)).length / inside.length,
    near: near / asked.total,
    focus: Number(focus),
    after: nearest.after,
    subjectAfter: asked.subject ? nearest.after : 0,
    capital: Number(/^\p{Lu}/u.test(sentence.text.slice(start, end))),
    length: Math.log(Math.max(1, inside.length)),
    first: Number(start === 0),
  }
}

function weigh(features: SpanFeatures): number {
  let score = 0
  for (const name in features)
    score += features[name as keyof SpanFeatures] * SPAN_WEIGHTS[name as keyof SpanFeatures]
  return score
}
