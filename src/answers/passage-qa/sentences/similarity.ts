/** How like a question and a sentence are beyond the terms that they share. */

import { search as english } from '../../../language/en/words/search.js'
import { wordRuns } from '../../../text/characters.js'
import type { QuestionTerms } from '../question/analyzed-question.js'

/** Terms this far apart count half as much as those side by side. */
const HALF = 3

/**
 * How near each other the question's terms stand in a sentence, over all pairs of them by the rarer one's worth:
 * 1 where they stand side by side.
 * @param stems the sentence's terms in order, as those of the question that they stand for
 */
export function togetherness({ worth }: QuestionTerms, stems: readonly string[]): number {
  const terms = [...worth]
  const places = terms.map(([term]) => placesOf(term, stems))
  let all = 0
  let found = 0
  for (let i = 0; i < terms.length; i++) {
    for (let j = i + 1; j < terms.length; j++) {
      const weight = Math.min(terms[i]![1], terms[j]![1])
      all += weight
      if (places[i] === NOWHERE || places[j] === NOWHERE) continue
      found += (weight * HALF) / (HALF - 1 + leastDistance(places[i]!, places[j]!))
    }
  }
  return all > 0 ? found / all : 0
}

const NOWHERE: readonly number[] = []

function placesOf(term: string, stems: readonly string[]): readonly number[] {
  let places: number[] | null = null
  for (let at = stems.indexOf(term); at >= 0; at = stems.indexOf(term, at + 1)) {
    if (places) places.push(at)
    else places = [at]
  }
  return places ?? NOWHERE
}

/** The least distance between a place of one list and one of the other, both ascending and not empty. */
function leastDistance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    least = Math.min(least, Math.abs(a[i]! - b[j]!))
    if (a[i]! < b[j]!) i++
    else j++
  }
  return least
}

/** The pairs of words side by side in a text that are not both stop words, in lower case. */
export function wordPairs(text: string): ReadonlySet<string> {
  const words = wordRuns(text.toLowerCase())
  const pairs = new Set<string>()
  for (let at = 1; at < words.length; at++) {
    const [first, second] = [words[at - 1]!, words[at]!]
    if (!english.stopWords.has(first) || !english.stopWords.has(second)) pairs.add(`${first} ${second}`)
  }
  return pairs
}

/** The share of the question's pairs of words that the sentence has as well. */
export function verbatimShare(question: ReadonlySet<string>, sentence: string): number {
  if (question.size === 0) return 0
  const words = wordRuns(sentence.toLowerCase())
  const held = new Set<string>()
  for (let at = 1; at < words.length; at++) {
    const pair = `${words[at - 1]} ${words[at]}`
    if (question.has(pair)) held.add(pair)
  }
  return held.size / question.size
}
