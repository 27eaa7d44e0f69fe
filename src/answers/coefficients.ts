import type { Features } from './evidence.js'
import type { SpanFeatures, SpanGroup } from './span.js'

/**
 * What each piece of evidence is worth, by softmax regression over the candidates of each question. Features
 * are described where they are measured.
 */
export const SPAN: Readonly<Record<SpanGroup, SpanFeatures>> = {
  value: {
    fit: 2.29,
    fresh: -0.12,
    near: 1.71,
    close: 1.64,
    gap: 0.94,
    side: 0.49,
    clause: 1.16,
    head: 0.29,
    beside: 1.19,
    naming: -0.05,
    quoted: 0.0,
    capital: 0.07,
    length: -0.25,
    parts: 0.0,
    lists: 0.0,
    first: -0.45,
    verb: -0.01,
    topical: 1.08,
    bracket: -0.14,
  },
  name: {
    fit: 3.06,
    fresh: -0.38,
    near: 1.56,
    close: 1.69,
    gap: 0.64,
    side: 0.53,
    clause: 0.68,
    head: 1.2,
    beside: 0.45,
    naming: -0.37,
    quoted: -0.72,
    capital: 1.3,
    length: 0.4,
    parts: -0.66,
    lists: 0.81,
    first: 0.4,
    verb: 0.48,
    topical: -0.35,
    bracket: -0.7,
  },
  thing: {
    fit: 0.91,
    fresh: -0.43,
    near: 1.6,
    close: 1.65,
    gap: 0.65,
    side: 0.78,
    clause: 0.67,
    head: 1.49,
    beside: 0.72,
    naming: 0.29,
    quoted: 0.58,
    capital: 0.38,
    length: 0.33,
    parts: -1.62,
    lists: 0.42,
    first: 0.32,
    verb: 0.5,
    topical: 0.35,
    bracket: -0.38,
  },
}

export const SENTENCE: Features = {
  sentence: 4.1,
  around: 2.9,
  passage: 2,
  rank: 3.8,
  order: 1.3,
  previous: 0.7,
  carried: 1.3,
  brevity: 0.3,
  near: 1.6,
  fit: 0.2,
  clear: 2,
  missing: -1.2,
}

/** The sum of the features, each times its coefficient. */
export function weigh<T extends { readonly [Name in keyof T]: number }>(
  features: T,
  coefficients: T,
): number {
  let score = 0
  for (const name in features) score += features[name] * coefficients[name]
  return score
}
