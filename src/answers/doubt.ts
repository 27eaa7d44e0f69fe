import type { PassageResult } from '../archive/archive.js'
import { type Asked, coverage, termsOf } from './asked.js'
import type { Evidence } from './evidence.js'

/**
 * What tells an answer from a chance likeness of words, all between 0 and 1, and what each is worth: a
 * logistic regression over questions asked of texts that answer them and of texts that don't.
 */
const WEIGHTS = {
  /** The share of the question's weight (idf) in the best sentence, with the sentences around it, in its passage. */
  sentence: 0.29,
  around: 1.1,
  passage: 1.14,
  passageAlone: 0.36,
  /** The share of the question's neighbouring terms that stand near each other there. */
  order: 1.01,
  /** The share of the weight of the question's names that the passage holds; 1 without names. */
  names: 0.96,
  /** Whether the rarest term of the question stands in the passage. */
  rarest: 0.21,
  /** The share of the weight of words that the archive does not know. */
  unknown: -1.42,
  /** How near the span stands, how well it is of the kind asked for, and how far the sentence is from one. */
  near: -0.49,
  fit: -0.51,
  missing: -0.29,
  /** How few terms the question has. */
  brevity: -1.44,
  /** How much weight is found in the sentence and the passage, found of names, and lost, beside the rarest term's. */
  sentenceMass: 2.16,
  passageMass: 2.15,
  namesMass: 0.95,
  lostMass: -0.66,
  /** How far the best passage stands out from the second and from the tenth. */
  leadOfSecond: 1.12,
  leadOfTenth: 1.41,
} as const

const BIAS = -4.52
/** The log-odds below which the bot is silent. */
const LEAST = 0.15
/** A mass of so many rarest terms counts half. */
const HALF_MASS = 2

type Features = Readonly<Record<keyof typeof WEIGHTS, number>>

/** Whether the best evidence is so little that the articles can't be said to answer. */
export function isDoubtful(asked: Asked, evidence: readonly Evidence[], result: PassageResult): boolean {
  const [top] = evidence
  if (!top) return true
  const features = featuresOf(asked, top, result)
  const odds = Object.entries(WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * features[name as keyof Features],
    BIAS,
  )
  return odds < LEAST
}

function featuresOf(asked: Asked, top: Evidence, result: PassageResult): Features {
  const { features, hit, span } = top
  const worth = (term: string) => asked.worth.get(term) ?? 0
  const held = (term: string) => hit.matched[term] ?? 0
  const sum = (terms: Iterable<string>, value: (term: string) => number) =>
    [...terms].reduce((total, term) => total + value(term), 0)
  const names = nameTerms(asked.text).filter((term) => asked.worth.has(term))
  const namesWorth = sum(names, worth)
  const namesFound = sum(names, (term) => worth(term) * held(term))
  const unknown = new Set(result.unknown.flatMap(({ word }) => termsOf(word).map(({ term }) => term)))
  const [rarest] = [...asked.worth].sort((a, b) => b[1] - a[1])
  const mass = (weight: number) => weight / (weight + HALF_MASS * (rarest?.[1] || 1))
  const lead = (place: number) => 1 - (result.hits[place]?.score ?? 0) / (result.hits[0]?.score || 1)
  return {
    sentence: features.sentence,
    around: features.around,
    passage: features.passage,
    passageAlone: coverage(
      termsOf(hit.passage.text).map(({ term }) => term),
      asked,
    ),
    order: features.order,
    names: namesWorth > 0 ? namesFound / namesWorth : 1,
    rarest: rarest ? held(rarest[0]) : 0,
    unknown: sum(unknown, worth) / (asked.total || 1),
    near: features.near,
    fit: span?.features.fit ?? 0,
    missing: features.missing,
    brevity: 1 / (1 + asked.worth.size),
    sentenceMass: mass(features.sentence * asked.total),
    passageMass: mass(features.passage * asked.total),
    namesMass: mass(namesFound),
    lostMass: mass((1 - features.passage) * asked.total),
    leadOfSecond: lead(1),
    leadOfTenth: lead(9),
  }
}

/** The terms that the question writes with a capital, but for its first word. */
function nameTerms(question: string): string[] {
  return termsOf(question)
    .filter(({ start }) => start > 0 && /^\p{Lu}/u.test(question.slice(start)))
    .map(({ term }) => term)
}
