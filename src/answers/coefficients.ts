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
    fit: 2.08,
    dated: -1.33,
    near: 2.41,
    close: 2.49,
    gap: 1.38,
    side: 0.54,
    clause: 1.09,
    apposed: 0.04,
    fresh: -0.12,
    head: 1.05,
    quoted: 0.52,
    capital: 0.17,
    adjective: -0.3,
    empty: -0.9,
    participle: -0.27,
    agrees: 0.1,
    length: -0.32,
    parts: -1.62,
    lists: 0.13,
    topical: 0.28,
    beside: 1.2,
    naming: 0.16,
    bracket: -0.29,
    fragment: 0.48,
    first: 0.01,
    verb: -0.1,
    introduced: -0.4,
    preposition: 0.78,
    measured: 0.24,
  },
  name: {
    fit: 2.59,
    dated: -1.27,
    near: 2.12,
    close: 2.27,
    gap: 1.1,
    side: 0.09,
    clause: 0.73,
    apposed: -0.12,
    fresh: -0.22,
    head: 1.24,
    quoted: 0.27,
    capital: 1.3,
    adjective: -0.51,
    empty: -0.6,
    participle: -0.74,
    agrees: 0.41,
    length: 0.28,
    parts: -1.48,
    lists: 0.29,
    topical: -0.48,
    beside: 0.61,
    naming: -0.17,
    bracket: -0.46,
    fragment: 0.35,
    first: 0.71,
    verb: 0.55,
    introduced: 0.7,
    preposition: 1.44,
    measured: 0.1,
  },
  thing: {
    fit: 1.15,
    dated: -1.15,
    near: 2.21,
    close: 2.35,
    gap: 0.94,
    side: 0.47,
    clause: 0.59,
    apposed: -0.07,
    fresh: 0.03,
    head: 1,
    quoted: 0.79,
    capital: 0.47,
    adjective: -0.65,
    empty: -0.63,
    participle: -0.21,
    agrees: 0.36,
    length: 0.2,
    parts: -2.03,
    lists: 0.14,
    topical: -0.16,
    beside: 0.82,
    naming: 0.19,
    bracket: -0.4,
    fragment: 0.65,
    first: 0.51,
    verb: 0.63,
    introduced: 0.46,
    preposition: 1.24,
    measured: 0.1,
  },
}

export const SENTENCE: Features = {
  sentence: 2.3,
  around: 2.4,
  passage: 2.32,
  rank: 2.68,
  together: 1.75,
  verbatim: 1.81,
  opening: 1.14,
  akin: 1.53,
  previous: 1,
  carried: 1.59,
  near: 1.93,
  clear: 2.28,
  missing: -1.72,
  absent: -1.03,
  relation: 0.3,
  length: 0.55,
}

/**
 * Logistic regression over questions asked of texts that answer them and of texts that don't, from four articles
 * to two thousand.
 */
export const DOUBT: DoubtFeatures = {
  around: 2.5,
  passage: 1.64,
  together: 1.08,
  verbatim: 2.7,
  names: 1.31,
  unknown: -3.73,
  found: 2.86,
  lost: -1.49,
  short: -3.47,
  rich: 3.28,
  outstanding: 3.09,
  missing: -0.95,
  score: 2.39,
  size: -2.94,
  matches: -0.85,
}
/** What is added to their sum, and the log-odds below which the bot is silent. */
export const DOUBT_BIAS = -2.45
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
