import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { questions as english } from '../language/en/questions.js'
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
  /** Whether its last term, its head, is in the question and not what is asked for. */
  readonly stale: number
  /** How near it stands to the question's terms, by their worth. */
  readonly near: number
  /** The same with every term worth the same. */
  readonly close: number
  /** How near it stands to the term beside which the answer would stand in a statement. */
  readonly gap: number
  /** The same, where it stands on the right side of it. */
  readonly side: number
  /** Whether nothing but words stands between it and the nearest term of the question. */
  readonly clause: number
  /** Whether what is asked for is its head ("the home team"), or stands right beside it. */
  readonly head: number
  readonly beside: number
  /** Whether it stands behind the nearest term of the question. */
  readonly after: number
  readonly naming: number
  readonly quoted: number
  readonly capital: number
  readonly figure: number
  readonly length: number
  readonly parts: number
  readonly list: number
  readonly lists: number
  readonly first: number
}

export const SPAN_WEIGHTS: SpanFeatures = {
  fit: 2,
  fresh: 0,
  stale: -1,
  near: 4,
  close: 1,
  gap: 1,
  side: 0.5,
  clause: 0.3,
  head: 0.5,
  beside: 0.3,
  after: 0.3,
  naming: 0.3,
  quoted: 0.3,
  capital: 0.5,
  figure: 0,
  length: 0,
  parts: 0,
  list: 0,
  lists: 0.5,
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
  readonly parts?: number
  readonly list?: boolean
}

const typed = (spans: readonly Span[], fit: number): Typed[] => spans.map((span) => ({ ...span, fit }))

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
  const { text } = sentence
  const inside = terms.filter((term) => term.start < end && term.end > start)
  const from = terms.findIndex((term) => term.end > start)
  const first = from < 0 ? terms.length : from
  const last = Math.max(first, first + inside.length - 1)
  const distances = new Map<string, { gap: number; after: boolean }>()
  let nearest: { gap: number; after: boolean; term: Placed } | null = null
  for (const [at, term] of terms.entries()) {
    if (!asked.worth.has(term.term) || (at >= first && at <= last && inside.length > 0)) continue
    const after = at < first
    const gap = after ? first - at : at - last
    if (gap < (distances.get(term.term)?.gap ?? Number.POSITIVE_INFINITY))
      distances.set(term.term, { gap, after })
    if (!nearest || gap < nearest.gap) nearest = { gap, after, term }
  }
  const nearness = (gap: number) => HALF / (HALF + gap)
  let near = 0
  let close = 0
  for (const [term, { gap }] of distances) {
    near += (asked.worth.get(term) ?? 0) * nearness(gap)
    close += nearness(gap)
  }
  const { before, behind } = asked.gap
  const left = before === null ? undefined : distances.get(before)
  const right = behind === null ? undefined : distances.get(behind)
  const between = nearest
    ? text.slice(Math.min(end, nearest.term.end), Math.max(start, nearest.term.start))
    : ','
  const lead = text.slice(0, start)
  const head = inside.at(-1)?.term
  const besides = [terms[first - 1]?.term, terms[last + 1]?.term]
  return {
    fit: candidate.fit,
    fresh:
      inside.length === 0 ? 1 : inside.filter(({ term }) => !asked.worth.has(term)).length / inside.length,
    stale: Number(head !== undefined && head !== asked.focus && asked.worth.has(head)),
    near: near / asked.total,
    close: close / Math.max(1, asked.worth.size),
    gap: Math.max(left ? nearness(left.gap) : 0, right ? nearness(right.gap) : 0),
    side: Math.max(left?.after ? nearness(left.gap) : 0, right && !right.after ? nearness(right.gap) : 0),
    clause: Number(!/[,;:()“”"–—]/.test(between)),
    head: Number(head !== undefined && head === asked.focus),
    beside: Number(asked.focus !== null && besides.includes(asked.focus)),
    after: Number(nearest?.after ?? false),
    naming: Number(
      english.namingCues.has(
        /(\p{L}+)\W*(?:(?:a|an|the)\s+)?$/iu.exec(lead.slice(-40))?.[1]?.toLowerCase() ?? '',
      ),
    ),
    quoted: Number(/[“"‘']\s*$/.test(lead.slice(-2))),
    capital: Number(/^\p{Lu}/u.test(text.slice(start, end))),
    figure: Number(/^\W*\p{N}/u.test(text.slice(start, end))),
    length: Math.log(Math.max(1, inside.length)),
    parts: (candidate.parts ?? 1) - 1,
    list: Number(candidate.list ?? false),
    lists: Number(asked.plural && (candidate.list ?? false)),
    first: Number(start === 0),
  }
}

function weigh(features: SpanFeatures): number {
  let score = 0
  for (const name in features)
    score += features[name as keyof SpanFeatures] * SPAN_WEIGHTS[name as keyof SpanFeatures]
  return score
}
