import type { DoubtFeatures } from './doubt.js'
import type { Features } from './evidence.js'
import type { SpanFeatures, SpanGroup } from './span.js'

/**
 * What each piece of evidence is worth, by softmax regression over the candidates of each question. Features
 * are described where they are measured.
 */
export const SPAN: Readonly<Record<SpanGroup, SpanFeatures>> = {
  value: {
    fit: 2.3,
    fresh: -0.2,
    near: 1.7,
    close: 1.7,
    gap: 1,
    side: 0.5,
    clause: 1.1,
    head: 0.3,
    beside: 1.2,
    naming: 0,
    quoted: 0,
    capital: 0,
    length: -0.2,
    parts: 0,
    lists: 0,
    first: -0.5,
    verb: 0,
    topical: 1.1,
    introduced: 0,
    bracket: -0.15,
  },
  name: {
    fit: 2.9,
    fresh: -0.4,
    near: 1.6,
    close: 1.8,
    gap: 0.6,
    side: 0.5,
    clause: 0.6,
    head: 1.2,
    beside: 0.5,
    naming: -0.3,
    quoted: -0.7,
    capital: 1.4,
    length: 0.4,
    parts: -0.65,
    lists: 0.8,
    first: 0.45,
    verb: 0.6,
    topical: -0.3,
    introduced: 1.2,
    bracket: -0.6,
  },
  thing: {
    fit: 0.9,
    fresh: -0.4,
    near: 1.6,
    close: 1.7,
    gap: 0.6,
    side: 0.85,
    clause: 0.65,
    head: 1.5,
    beside: 0.7,
    naming: 0.3,
    quoted: 0.6,
    capital: 0.4,
    length: 0.35,
    parts: -1.6,
    lists: 0.4,
    first: 0.35,
    verb: 0.45,
    topical: 0.35,
    introduced: 0,
    bracket: -0.4,
  },
}

export const SENTENCE: Features = {
  sentence: 4.1,
  around: 2.9,
  passage: 2,
  rank: 3.7,
  order: 1.3,
  previous: 0.7,
  carried: 1.3,
  near: 1.7,
  clear: 2,
  missing: -1.5,
}

/**
 * Logistic regression over questions asked of texts that answer them and of texts that don't, from four articles
 * to two thousand.
 */
export const DOUBT: DoubtFeatures = {
  around: 2.85,
  passage: 1.63,
  order: 1.89,
  names: 1.37,
  unknown: -3.73,
  found: 2.9,
  lost: -1.48,
  short: -3.52,
  rich: 3.14,
  outstanding: 3.35,
  missing: -1.16,
  score: 2.78,
  size: -3.14,
  matches: -0.9,
}
/** What is added to their sum, and the log-odds below which the bot is silent. */
export const DOUBT_BIAS = -2.6
export const LEAST_ODDS = -0.3

/** The sum of the features, each times its coefficient. */
export function weigh<T extends { readonly [Name in keyof T]: number }>(
  features: T,
  coefficients: T,
): number {
  let score = 0
  for (const name in features) score += features[name] * coefficients[name]
  return score
}
