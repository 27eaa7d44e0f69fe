import distance from 'natural/lib/natural/distance/index.js'
import { foldForPhrases } from './terms.js'

/** How alike two spellings of a name must be (Jaro–Winkler): Zelensky and Zelenskyy are, Putin and Pushkin not. */
const SAME_NAME = 0.92

/** Whether two words, folded by `nameWords`, are spellings of one name. */
export function sameName(a: string, b: string): boolean {
  return a === b || distance.JaroWinklerDistance(a, b, {}) >= SAME_NAME
}

/** The words of a name, in lower case and without diacritics. */
export function nameWords(name: string): string[] {
  return foldForPhrases(name).match(/[\p{L}\p{N}]+/gu) ?? []
}
