import type { PassageResult } from '../archive/archive.js'
import { type Asked, nameTerms } from './asked.js'
import { DOUBT, DOUBT_BIAS } from './coefficients.js'
import type { Evidence } from './evidence.js'
import { weigh } from './weigh.js'

/** What tells an answer from a chance likeness of words. All are between 0 and 1, or a little above. */
export interface DoubtFeatures {
  /** The share of the question's weight (idf) in the passage of the best sentence. */
  readonly passage: number
  /** How near each other the question's terms stand in the sentence, how many pairs of its words, and how many in order. */
  readonly together: number
  readonly verbatim: number
  readonly order: number
  /** Whether it holds the term beside which the answer would stand, and what the sentence before it adds. */
  readonly relation: number
  readonly previous: number
  /** The share of the weight of the question's names that the passage holds; 1 without names. */
  readonly names: number
  /** How much weight the passage holds and lacks, in terms as rare as the question's rarest. */
  readonly found: number
  readonly lost: number
  /** The passage's share again where it stands out. */
  readonly outstanding: number
  /** How far the sentence is from holding a figure, date or name where one is asked for. */
  readonly missing: number
  /** How much speaks for the sentence. */
  readonly evidence: number
  /** The logarithm of the passage's score; the same where the question is long, and where the articles are many. */
  readonly score: number
  readonly long: number
  readonly crowded: number
  /** The logarithms of the number of articles, and of how many passages hold any term. */
  readonly size: number
  readonly matches: number
}

/** So many of the rarest terms count half. */
const HALF = 2
/** The place of the passage that the best one is compared with. */
const TENTH = 9
/** The logarithms of what is much, and a high score of a sentence: they bring those features to about 1. */
const HIGH_SCORE = 5
const MANY_ARTICLES = 8
const MANY_PASSAGES = 12
const MANY_TERMS = 3
const MUCH_EVIDENCE = 10

/** The log-odds of an answer below which the bot is silent. */
export const LEAST_ODDS = -1.4

/** Of so few terms, each is what the question is about: those of one for who did it, and of one for yes or no. */
const FEW_TERMS = { subject: 2, polar: 4 }
/** The share of its weight that the best sentence for such a question may lack. */
const MOST_LACKING = { subject: 0.35, polar: 0.2 }

/** The log-odds that the best evidence is an answer. */
export function answerOdds(asked: Asked, evidence: readonly Evidence[], result: PassageResult): number {
  const [top] = evidence
  if (!top || isBesideThePoint(asked, top)) return Number.NEGATIVE_INFINITY
  return weigh(doubtFeatures(asked, top, result), DOUBT) + DOUBT_BIAS
}

/**
 * "Who leads NATO?" is not answered by who leads a delegation, nor "did they withdraw troops?" by their having some.
 * The fitted odds know too few such questions.
 */
function isBesideThePoint(asked: Asked, { features }: Evidence): boolean {
  const kind = asked.polar ? 'polar' : 'subject'
  const lacking = 1 - features.sentence - features.carried
  return asked[kind] && asked.worth.size <= FEW_TERMS[kind] && lacking > MOST_LACKING[kind]
}

export function doubtFeatures(
  asked: Asked,
  { features, hit, score: evidence }: Evidence,
  result: PassageResult,
): DoubtFeatures {
  const { passage, together, verbatim, order, relation, previous } = features
  const rarest = Math.max(...asked.worth.values(), Number.EPSILON)
  const mass = (share: number) => (share * asked.total) / (share * asked.total + HALF * rarest)
  const worth = (term: string) => asked.worth.get(term) ?? 0
  const held = (term: string) => hit.matched[term] ?? 0
  const names = nameTerms(asked.text).filter((term) => asked.worth.has(term))
  const named = sum(names.map(worth))
  const [best, tenth] = [result.hits[0]?.score ?? 0, result.hits[TENTH]?.score ?? 0]
  const score = Math.log(1 + best) / HIGH_SCORE
  const size = Math.log(1 + result.consulted.articles) / MANY_ARTICLES
  return {
    passage,
    together,
    verbatim,
    order,
    relation,
    previous,
    names: named > 0 ? sum(names.map((term) => worth(term) * held(term))) / named : 1,
    found: mass(passage),
    lost: mass(1 - passage),
    outstanding: best > 0 ? passage * (1 - tenth / best) : 0,
    missing: Math.max(features.missing, features.absent),
    evidence: evidence / MUCH_EVIDENCE,
    score,
    long: (score * Math.log(1 + asked.worth.size)) / MANY_TERMS,
    crowded: score * size,
    size,
    matches: Math.log(1 + result.total) / MANY_PASSAGES,
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
