import { search as english } from '../language/en/search.js'
import type { Analyzer } from './terms.js'

/** What a word is worth that tells how a question is put rather than what it is about. */
export const LIGHT = 0.4

/** The terms of verbs that say no more than that something is. */
export function lightTerms(analyzer: Analyzer): ReadonlySet<string> {
  return new Set([...english.light].flatMap((word) => analyzer.distinct(word)))
}
