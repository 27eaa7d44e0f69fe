import type { Excerpt, PassageHit } from '../../archive/contract/archive.js'
import type { TextWord } from '../passage-qa/question/lexicon.js'
import type { AnalyzedQuestion } from '../passage-qa/question/question.js'
import type { Match } from '../passage-qa/question/understood.js'

/** A full name says nearly as much as the word itself. */
const BY_NAME = 0.95
const LEAST_INITIALS = 3

/**
 * The parts of a question that a name of a sentence stands for though they are not written there: "Ada" for a later
 * "Hale", where the article has "Ada Hale" before; "nrb" for "Northern River Bank".
 */
export function resolvedMatches(
  { parts, matcher, wordsOf }: AnalyzedQuestion,
  { names }: PassageHit,
  sentence: Excerpt,
  words: readonly TextWord[],
): Match[] {
  const found: Match[] = []
  for (const { start, end, name } of names) {
    if (start < sentence.start || end > sentence.end) continue
    const written = sentence.text.slice(start - sentence.start, end - sentence.start)
    const at = words.findLastIndex(
      (word) => word.start >= start - sentence.start && word.start < end - sentence.start,
    )
    if (at < 0) continue
    const initials = initialsOf(name)
    parts.forEach(({ word }, part) => {
      if (word.length >= LEAST_INITIALS && word === initials)
        found.push({ part, value: BY_NAME, from: at, to: at + 1 })
    })
    if (written === name || !name.includes(' ')) continue
    for (const { part, value } of matcher.matches(wordsOf(name)))
      if (value >= 0.9 && parts[part]!.name) found.push({ part, value: BY_NAME, from: at, to: at + 1 })
  }
  return found
}

const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0])
    .join('')
    .toLowerCase()
