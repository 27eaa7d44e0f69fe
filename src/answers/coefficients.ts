import type { DoubtFeatures } from './doubt.js'
import type { Features } from './evidence.js'
import type { SpanGroup } from './span.js'
import type { SpanFeatures } from './span-features.js'

/**
 * What each piece of evidence is worth, by softmax regression over the candidates of each question. Features
 * are described where they are measured.
 */
export const SPAN: Readonly<Record<SpanGroup, SpanFeatures>> = {
  value: {
    fit: 1.85,
    dated: -1.35,
    near: 2.42,
    close: 2.5,
    gap: 1.31,
    side: 0.47,
    clause: 1.06,
    apposed: 0.07,
    fresh: -0.17,
    head: 1.08,
    quoted: 0.49,
    capital: 0.14,
    adjective: -0.2,
    empty: -1.07,
    participle: -0.28,
    agrees: 0.03,
    length: -0.32,
    parts: -1.66,
    lists: 0.19,
    topical: 0.23,
    beside: 1.42,
    naming: 0.2,
    bracket: -0.31,
    fragment: 0.47,
    first: -0.05,
    verb: -0.13,
    introduced: -0.3,
    preposition: 1,
    measured: 0.23,
  },
  name: {
    fit: 2.71,
    dated: -1.28,
    near: 2.13,
    close: 2.26,
    gap: 1.21,
    side: 0.09,
    clause: 0.78,
    apposed: -0.09,
    fresh: -0.31,
    head: 1.26,
    quoted: 0.29,
    capital: 1.24,
    adjective: -0.58,
    empty: -0.9,
    participle: -0.72,
    agrees: 0.36,
    length: 0.26,
    parts: -1.51,
    lists: 0.36,
    topical: -0.46,
    beside: 0.63,
    naming: -0.22,
    bracket: -0.49,
    fragment: 0.31,
    first: 0.68,
    verb: 0.42,
    introduced: 0.73,
    preposition: 1.28,
    measured: 0.09,
  },
  thing: {
    fit: 1.09,
    dated: -1.17,
    near: 2.2,
    close: 2.33,
    gap: 0.89,
    side: 0.59,
    clause: 0.61,
    apposed: -0.03,
    fresh: -0.02,
    head: 1.06,
    quoted: 0.73,
    capital: 0.43,
    adjective: -0.5,
    empty: -0.9,
    participle: -0.23,
    agrees: 0.31,
    length: 0.24,
    parts: -2.07,
    lists: 0.22,
    topical: -0.18,
    beside: 0.84,
    naming: 0.2,
    bracket: -0.47,
    fragment: 0.66,
    first: 0.42,
    verb: 0.54,
    introduced: 0.52,
    preposition: 1.24,
    measured: 0.09,
  },
}

export const SENTENCE: Features = {
  sentence: 2.33,
  around: 2.41,
  passage: 2.3,
  rank: 2.69,
  together: 1.83,
  verbatim: 1.97,
  opening: 1.17,
  akin: 1.55,
  previous: 0.96,
  carried: 1.53,
  near: 1.98,
  clear: 2.27,
  missing: -1.83,
  absent: -1.24,
  relation: 0.25,
  length: 0.6,
}

/**
 * Logistic regression over questions asked of texts that answer them and of texts that don't, from four articles
 * to two thousand.
 */
export const DOUBT: DoubtFeatures = {
  around: 2.55,
  passage: 1.62,
  together: 1.2,
  verbatim: 2.67,
  names: 1.34,
  unknown: -3.73,
  found: 2.87,
  lost: -1.47,
  short: -3.49,
  rich: 3.25,
  outstanding: 3.07,
  missing: -0.91,
  score: 2.39,
  size: -2.94,
  matches: -0.86,
}
/** What is added to their sum, and the log-odds below which the bot is silent. */
export const DOUBT_BIAS = -2.48
export const LEAST_ODDS = -0.2

/** The sum of the features, each times its coefficient. */
export function weigh<T extends { readonly [Name in keyof T]: number }>(
  features: T,
  coefficients: T,
): number {
  let score = 0
  for (const name in features) score += features[name] * coefficients[name]
  return score
}
