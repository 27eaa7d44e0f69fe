import type { PassageResult } from '../archive/archive.js'
import { type Asked, termsOf } from './asked.js'
import { DOUBT, DOUBT_BIAS, LEAST_ODDS, weigh } from './coefficients.js'
import type { Evidence } from './evidence.js'

/** What tells an answer from a chance likeness of words. All are between 0 and 1, or a little above. */
export interface DoubtFeatures {
  /** The share of the question's weight (idf) in the best sentence and around it, and in its passage. */
  readonly around: number
  readonly passage: number
  /** How near each other the question's terms stand, and how many pairs of its words stand there as they are. */
  readonly together: number
  readonly verbatim: number
  /** The share of the weight of the question's names that the passage holds; 1 without names. */
  readonly names: number
  /** The share of the weight of words that no article holds, nor the passage anything for them. */
  readonly unknown: number
  /** How much weight the passage holds and lacks, in terms as rare as the question's rarest. */
  readonly found: number
  readonly lost: number
  /** The passage's share again where the question is short, where much is found, and where it stands out. */
  readonly short: number
  readonly rich: number
  readonly outstanding: number
  /** How far the sentence is from holding a figure, date or name where one is asked for. */
  readonly missing: number
  /** The logarithms of the passage's score, of the number of articles, and of how many passages hold any term. */
  readonly score: number
  readonly size: number
  readonly matches: number
}

/** So many of the rarest terms count half. */
const HALF = 2
/** The place of the passage that the best one is compared with. */
const TENTH = 9
/** Fewer terms say no more than that the question is short. */
const FEWEST = 3
/** Terms of a short question, and logarithms of what is much: they bring those features to about 1. */
const SHORT = 6
const HIGH_SCORE = 5
const MANY_ARTICLES = 8
const MANY_PASSAGES = 12

/** Whether the best evidence is so little that the articles can't be said to answer. */
export function isDoubtful(asked: Asked, evidence: readonly Evidence[], result: PassageResult): boolean {
  const [top] = evidence
  return !top || weigh(doubtFeatures(asked, top, result), DOUBT) + DOUBT_BIAS < LEAST_ODDS
}

export function doubtFeatures(
  asked: Asked,
  { features, hit }: Evidence,
  result: PassageResult,
): DoubtFeatures {
  const { around, passage, together, verbatim } = features
  const rarest = Math.max(...asked.worth.values(), Number.EPSILON)
  const mass = (share: number) => (share * asked.total) / (share * asked.total + HALF * rarest)
  const worth = (term: string) => asked.worth.get(term) ?? 0
  const held = (term: string) => hit.matched[term] ?? 0
  const names = nameTerms(asked.text).filter((term) => asked.worth.has(term))
  const named = sum(names.map(worth))
  const unknown = new Set(result.unknown.flatMap(({ word }) => termsOf(word).map(({ term }) => term)))
  const [best, tenth] = [result.hits[0]?.score ?? 0, result.hits[TENTH]?.score ?? 0]
  return {
    around,
    passage,
    together,
    verbatim,
    names: named > 0 ? sum(names.map((term) => worth(term) * held(term))) / named : 1,
    unknown: sum([...unknown].map((term) => worth(term) * (1 - held(term)))) / asked.total,
    found: mass(passage),
    lost: mass(1 - passage),
    short: (passage * SHORT) / (1 + Math.max(FEWEST, asked.worth.size)),
    rich: passage * mass(passage),
    outstanding: best > 0 ? passage * (1 - tenth / best) : 0,
    missing: Math.max(features.missing, features.absent),
    score: Math.log(1 + best) / HIGH_SCORE,
    size: Math.log(1 + result.consulted.articles) / MANY_ARTICLES,
    matches: Math.log(1 + result.total) / MANY_PASSAGES,
  }
}

/** The terms that the question writes with a capital, but for its first word. */
function nameTerms(question: string): string[] {
  return termsOf(question)
    .filter(({ start }) => start > 0 && /^\p{Lu}/u.test(question.slice(start)))
    .map(({ term }) => term)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
