import distance from 'natural/lib/natural/distance/index.js'
import phonetics from 'natural/lib/natural/phonetics/index.js'
import { people as english } from '../../language/en/names/people.js'
import { wordRuns } from '../../text/characters.js'
import { foldForPhrases } from '../../text/terms.js'

/** How alike two spellings of one name are (Jaro–Winkler): Zelensky and Zelenskyy are, Putin and Pushkin not. */
const SAME_SPELLING = 0.92
/** The same for a name that also sounds alike. */
const SAME_SOUND = 0.9
/** Spellings of one name differ in few letters: Harrison is no spelling of Harris. */
const MOST_EXTRA_LETTERS = 1
/** Of shorter names each letter tells: Fed is no spelling of Fred. */
const LEAST_LETTERS = 4

const given = english.givenNames
const metaphone = new phonetics.DoubleMetaphone()

/** Whether two words, folded by `nameWords`, are spellings of one surname. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > MOST_EXTRA_LETTERS) return false
  if (Math.min(a.length, b.length) < LEAST_LETTERS) return false
  if (!shareEnough(a, b)) return false
  const alike = distance.JaroWinklerDistance(a, b, {})
  return alike >= SAME_SPELLING || (alike >= SAME_SOUND && soundOf(a) === soundOf(b))
}

/**
 * Whether two words have so many letters in common that they can be alike: most have too few, which is told much
 * sooner. Jaro's measure is at most a third of 1 + m/|a| + m/|b| for m common letters; each of the first four that are
 * the same makes up for a tenth of what it lacks (Winkler).
 */
function shareEnough(a: string, b: string): boolean {
  const common = Math.min(a.length - lettersMissing(a, b), b.length - lettersMissing(b, a))
  const jaro = (1 + common / a.length + common / b.length) / 3
  let prefix = 0
  while (prefix < 4 && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + 0.1 * prefix * (1 - jaro) >= SAME_SOUND - ROUNDING
}

const ROUNDING = 1e-9

/** How many different letters of a word, at least, another lacks. */
function lettersMissing(word: string, other: string): number {
  let count = 0
  for (let left = lettersOf(word) & ~lettersOf(other); left !== 0; left &= left - 1) count++
  return count
}

/** The letters of a word as bits; different ones may share a bit. */
function lettersOf(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/** Whether one surname, read for another without anything else to go by, is only spelt otherwise: both sound alike. */
export const sameSurname = (a: string, b: string): boolean => sameName(a, b) && soundOf(a) === soundOf(b)

/** Whether two given names of people with one surname may be one: spellings, transliterations, initials. */
export function sameGivenName(a: string, b: string): boolean {
  if (areInitials(a) || areInitials(b)) return a[0] === b[0]
  const x = given.get(a)
  return sameName(a, b) || (x !== undefined && x === given.get(b))
}

/** "J", or "JD" as `nameWords` has "J.D.": a short word without a vowel is no name. */
export const areInitials = (word: string): boolean =>
  word.length === 1 || (word.length === 2 && /^[^aeiouy]{2}$/.test(word))

/** How a name sounds: the primary key of Double Metaphone (Philips 2000). */
function soundOf(word: string): string {
  return metaphone.process(word)[0] ?? ''
}

/**
 * The words of a name, in lower case and without diacritics, possessives, or full stops between letters ("U.N."); of a
 * body that is known by its initials these.
 */
export function nameWords(name: string): string[] {
  const spoken = name.includes('.') ? name.replace(DOTTED, (letters) => letters.replaceAll('.', '')) : name
  const folded = foldForPhrases(spoken).replace(/'s\b/g, '')
  const short = folded.includes(' ')
    ? folded.replace(WHOLE_NAMES, (whole) => english.bodies.get(whole)!)
    : folded
  return wordRuns(short)
}

/** Letters each with its full stop, or all but the last. */
const DOTTED = /(?<!\p{L})(?:\p{Lu}\.){1,5}\p{Lu}(?!\p{L})\.?/gu
const WHOLE_NAMES = new RegExp(`\\b(?:${[...english.bodies.keys()].join('|')})\\b`, 'g')
