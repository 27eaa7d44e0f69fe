import type { Token } from '../annotate/names/tokens.js'
import type { Excerpt, PassageHit } from '../archive/archive.js'
import type { Span } from '../articles/article.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'
import { type Asked, standsFor, termsOf } from './asked.js'
import { ofKind, type Typed } from './candidates.js'
import { SPAN, weigh } from './coefficients.js'
import { tokensOf } from './phrases.js'

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
  readonly naming: number
  readonly quoted: number
  readonly capital: number
  readonly length: number
  readonly parts: number
  readonly lists: number
  readonly first: number
  readonly verb: number
  readonly topical: number
  readonly bracket: number
  /** Whether a word stands before it that brings in a place or a time, where one is asked for. */
  readonly introduced: number
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
  const tokens = tokensOf(sentence.text)
  const topic = new Map<string, number>()
  for (const { term } of [...termsOf(hit.article.title), ...termsOf(hit.passage.text)]) {
    topic.set(term, (topic.get(term) ?? 0) + 1)
  }
  return ofKind(asked, hit, sentence, tokens).flatMap((candidate): SpanCandidate[] => {
    const features = featuresOf(asked, terms, candidate, sentence, tokens, topic)
    if (features.fresh === 0) return []
    const { start, end } = candidate
    return [
      {
        start: sentence.start + start,
        end: sentence.start + end,
        features,
        score: weigh(features, SPAN[groupOf(asked.type)]),
      },
    ]
  })
}

type Placed = ReturnType<typeof termsOf>[number]

/** Content words between two places at which nearness has halved. */
const HALF = 4

function featuresOf(
  asked: Asked,
  terms: readonly Placed[],
  candidate: Typed,
  sentence: Excerpt,
  tokens: readonly Token[],
  topic: ReadonlyMap<string, number>,
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
    const found = standsFor(term.term, asked)
    if (!found || (at >= first && at <= last && inside.length > 0)) continue
    const after = at < first
    const gap = after ? first - at : at - last
    if (gap < (distances.get(found.stem)?.gap ?? Number.POSITIVE_INFINITY))
      distances.set(found.stem, { gap, after })
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
  let previousAt = tokens.findIndex((token) => token.end > start) - 1
  while (
    previousAt >= 0 &&
    (tokens[previousAt]!.tag === 'T' || tokens[previousAt]!.tag === 'O' || tokens[previousAt]!.tag === 'R')
  )
    previousAt--
  const previous = tokens[previousAt]?.tag ?? '.'
  const next = tokens.find((token) => token.start >= end && token.tag !== 'R')?.tag ?? '.'
  return {
    fit: candidate.fit,
    fresh:
      inside.length === 0 ? 1 : inside.filter(({ term }) => !asked.worth.has(term)).length / inside.length,
    near: near / asked.total,
    close: close / Math.max(1, asked.worth.size),
    gap: Math.max(left ? nearness(left.gap) : 0, right ? nearness(right.gap) : 0),
    side: Math.max(left?.after ? nearness(left.gap) : 0, right && !right.after ? nearness(right.gap) : 0),
    clause: Number(!/[,;:()“”"–—]/.test(between)),
    head: Number(head !== undefined && head === asked.focus),
    beside: Number(asked.focus !== null && besides.includes(asked.focus)),
    naming: Number(
      english.namingCues.has(
        /(\p{L}+)\W*(?:(?:a|an|the)\s+)?$/iu.exec(lead.slice(-40))?.[1]?.toLowerCase() ?? '',
      ),
    ),
    quoted: Number(/[“"‘']\s*$/.test(lead.slice(-2))),
    capital: Number(/^\p{Lu}/u.test(text.slice(start, end))),
    length: Math.log(Math.max(1, inside.length)),
    parts: (candidate.parts ?? 1) - 1,
    lists: Number(asked.plural && (candidate.list ?? false)),
    first: Number(start === 0),
    verb: Number(asked.subject ? VERBS.has(next) : VERBS.has(previous)),
    topical:
      inside.length === 0
        ? 0
        : Math.min(3, Math.max(...inside.map(({ term }) => (topic.get(term) ?? 1) - 1))) / 3,
    introduced: Number(english.introductions[asked.type]?.has(lastWord(lead)) ?? false),
    bracket: Number(/\($/.test(lead)),
  }
}

function lastWord(text: string): string {
  return /(\p{L}+)\W*$/u.exec(text.slice(-20))?.[1]?.toLowerCase() ?? ''
}

const VERBS = new Set(['V', 'Z', 'D', 'E', 'G', 'B', 'M'])

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
