import type { Excerpt, PassageHit } from '../../../archive/contract/archive.js'
import type { Span } from '../../../articles/model/article.js'
import { passageQaModel, type Weights, weighted } from '../model.js'
import type { AnalyzedQuestion } from '../question/question.js'
import { answerFeatures, type RankedSentence } from './answerability.js'
import { furtherFeatures } from './further.js'
import { prior } from './priors.js'
import {
  addSupport,
  type Candidate,
  candidatesOf,
  glance,
  kindOf,
  readFeatures,
} from './sentence-features.js'
import { CONTEXT } from './span-context.js'
import type { State } from './state.js'

/** A sentence that may answer, the likeliest part of it that does, and how much speaks for either. */
export interface Evidence {
  readonly hit: PassageHit
  readonly sentence: Excerpt
  readonly features: Readonly<Record<string, number>>
  /** Log-odds beside the other sentences. */
  readonly score: number
  /** Offsets are into the article's file; null where nothing in it is of the kind asked for. */
  readonly span: RatedSpan | null
}

/** The likeliest span of a sentence. */
export interface RatedSpan extends Span {
  readonly features: Readonly<Record<string, number>>
  readonly score: number
  /** The score of the one next to it; null where there is none. */
  readonly next: number | null
  /** See `AnswerSpan`. */
  readonly alleged: string | null
}

/** How many sentences are read: parsing one costs far more than a glance at it. */
const READ = 30

/**
 * The sentences of passages that may answer, the likeliest first.
 * @param read how many sentences are read at most
 */
export function rankSentences(asked: AnalyzedQuestion, hits: readonly PassageHit[], read = READ): Evidence[] {
  const model = passageQaModel()
  const kind = kindOf(asked)
  const candidates = candidatesOf(asked, hits)
    .map((candidate) => ({ candidate, score: glance(candidate.features) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, read)
    .map(({ candidate }) => candidate)
  for (const candidate of candidates) readFeatures(asked, candidate)
  addSupport(candidates)
  return candidates
    .map((candidate) => ({
      candidate,
      score:
        weighted(candidate.features, model.rank) +
        weighted(candidate.features, model.rankOf[kind] ?? {}) +
        prior(asked, kind, candidate),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate, score }): Evidence => {
      const { hit, sentence, features } = candidate
      return { hit, sentence, features, score, span: bestSpan(candidate, kind) }
    })
}

/** What a span gains that the sentence says outright is the thing asked about: too rare in what is fitted on. */
const SAID = 3

function bestSpan({ spans, sentence, state }: Candidate, kind: string): Evidence['span'] {
  if (state) return spanOfState(state, sentence)
  const weights = spanWeights(kind)
  const rated = spans
    .map((span) => ({ span, score: weighted(span.features, weights) + SAID * (span.features.said ?? 0) }))
    .sort((a, b) => b.score - a.score)
  const [top, next] = rated
  if (!top) return null
  return {
    start: sentence.start + top.span.start,
    end: sentence.start + top.span.end,
    features: top.span.features,
    score: top.score,
    next: next?.score ?? null,
    alleged: top.span.alleged,
  }
}

/** So much of what else is asked about must stand in the clause that tells a state for it to be printed. Set by hand. */
const LEAST_OF_STATE = 0.6

/** What is printed of whether something is so: "reopened on Thursday". */
const spanOfState = ({ start, end, of, fact }: State, sentence: Excerpt): RatedSpan => ({
  start: sentence.start + start,
  end: sentence.start + end,
  features: { said: Number(fact && of >= LEAST_OF_STATE) },
  score: 0,
  next: null,
  alleged: null,
})

const weightsOfKinds = new Map<string, Weights>()

/** What the features of a span count in a question of a kind: for all kinds and for its own together. */
function spanWeights(kind: string): Weights {
  const known = weightsOfKinds.get(kind)
  if (known) return known
  const { spanRank } = passageQaModel()
  const names = Object.keys(spanRank).filter((name) => !name.includes('.'))
  const own = names.map((name) => [name, spanRank[name]! + (spanRank[`${name}.${kind}`] ?? 0)] as const)
  const weights = Object.fromEntries(own)
  weightsOfKinds.set(kind, weights)
  return weights
}

/** The log-odds that the likeliest span of a sentence is the answer. @param best the first of the sentences */
export function spanOdds(
  asked: AnalyzedQuestion,
  { span, features, score }: Evidence,
  best: Pick<Evidence, 'score'>,
  odds: number,
): number {
  if (!span) return Number.NEGATIVE_INFINITY
  const beside = { odds, behind: best.score - score }
  return weighted(boldFeatures(span, kindOf(asked), features, beside), passageQaModel().span)
}

/** The features of a span, each once for all kinds of questions and once for its own. */
export function spanFeatures(
  features: Readonly<Record<string, number>>,
  kind: string,
): Record<string, number> {
  const all: Record<string, number> = {}
  for (const name in features) {
    all[name] = features[name]!
    all[`${name}.${kind}`] = features[name]!
  }
  return all
}

/** What tells whether the best span of a sentence is the answer itself. */
export function boldFeatures(
  { features: span, score, next }: Pick<RatedSpan, 'features' | 'score' | 'next'>,
  kind: string,
  sentence: Readonly<Record<string, number>>,
  { odds, behind }: { readonly odds: number; readonly behind: number },
): Record<string, number> {
  const f = (name: string) => span[name] ?? 0
  const context: Record<string, number> = {}
  for (const name of CONTEXT) context[name] = f(name)
  return {
    ...context,
    tied: f('fit') * f('tie'),
    odds: Math.max(-3, Math.min(4, odds)) / 3,
    behind: Math.min(4, behind) / 4,
    score: score / 5,
    margin: next === null ? 1 : Math.min(1, (score - next) / 2),
    alone: Number(next === null),
    fit: f('fit'),
    near: f('near'),
    link: f('link'),
    fills: f('fills'),
    opposes: f('opposes'),
    speaks: f('speaks'),
    soft: sentence.soft ?? 0,
    lost: sentence.lost ?? 0,
    edge: sentence.edge ?? 0,
    predicate: sentence.predicate ?? 0,
    nameLost: sentence.nameLost ?? 0,
    least: sentence.least ?? 0,
    predicateMiss: sentence.predicateMiss ?? 0,
    unfilled: sentence.unfilled ?? 0,
    support: sentence.support ?? 0,
    [`is.${kind}`]: 1,
    [`fit.${kind}`]: f('fit'),
    [`near.${kind}`]: f('near'),
    [`link.${kind}`]: f('link'),
  }
}

/** The log-odds that the best of the evidence answers. */
export function answerOdds(asked: AnalyzedQuestion, ranked: readonly Evidence[]): number {
  if (ranked.length === 0) return Number.NEGATIVE_INFINITY
  return weighted(answerFeatures(ranked.map(rankedSentence), asked, kindOf(asked)), passageQaModel().answer)
}

const rankedSentence = ({ hit, sentence, features, score, span: best }: Evidence): RankedSentence => {
  // Whether something is so is told by no span that others could agree on.
  const span = features.state === undefined ? best : null
  return {
    features,
    score,
    article: hit.article.id,
    text: sentence.text,
    told: span && sentence.text.slice(span.start - sentence.start, span.end - sentence.start),
    ahead: span && span.next !== null ? span.score - span.next : null,
  }
}

/** The log-odds that further evidence answers, too. */
export function furtherOdds(
  asked: AnalyzedQuestion,
  evidence: Evidence,
  best: Evidence,
  odds: number,
): number {
  return weighted(
    furtherFeatures(rankedSentence(evidence), rankedSentence(best), odds, kindOf(asked)),
    passageQaModel().further,
  )
}
