import { search as english } from '../language/en/words/search.js'
import type { Analyzer } from './terms.js'

/** What a word is worth that says little of what a question is about. */
export const LOW_INFORMATION = 0.25

/** The terms of such words. */
export function lowInformationTerms(analyzer: Analyzer): ReadonlySet<string> {
  return new Set([...english.light].flatMap((word) => analyzer.distinct(word)))
}
