import { Analyzer } from '../../text/terms.js'
import { likeWords } from './name-similarity.js'
import { nameWords } from './names.js'
import { readOffice } from './offices.js'
import type { PersonRecord } from './person.js'

const analyzer = new Analyzer({ keepStopWords: true })

/** The stems of a role, of a name, of what a member typed. */
export const termsOf = (text: string) => analyzer.distinct(text)

/** As a member types it: "us president". */
export const titleTerms = (wanted: string) => termsOf(wanted.replace(/\bus\b/gi, 'US'))

const NAME = 'n:'
const OFFICE = 'o:'
const TERM = 't:'
const SURNAME = 's:'

/** The words of names among some keys. */
const nameKey = (word: string) => NAME + word
export const surnameKey = ({ words }: Pick<PersonRecord, 'words'>) => SURNAME + (words.at(-1) ?? '')

/** All by which somebody can be found: words of names, words of offices, stems of both. */
export function keysOf(record: PersonRecord): string[] {
  const keys = new Set<string>([surnameKey(record)])
  for (const [name] of record.spellings) {
    for (const word of nameWords(name)) keys.add(nameKey(word))
    for (const term of termsOf(name)) keys.add(TERM + term)
  }
  for (const [role] of record.roles) {
    for (const term of termsOf(role)) keys.add(TERM + term)
    const office = readOffice(role)
    if (!office) continue
    for (const word of [office.head, ...office.words, ...office.ranks]) keys.add(OFFICE + word)
  }
  return [...keys]
}

/**
 * Whom a member may mean, as keys: somebody who has all of those of `office` or of `titled`, or of each list of
 * `names` at least one. More are found by them than are meant.
 */
export interface WantedKeys {
  readonly names: readonly (readonly string[])[]
  readonly office: readonly string[] | null
  readonly titled: readonly string[]
}

/** @param words all words that names have */
export function wantedKeys(wanted: string, words: readonly string[]): WantedKeys {
  const office = readOffice(wanted)
  return {
    names: likeWords(wanted).map((isLike) => words.filter(isLike).map(nameKey)),
    office: office && [office.head, ...office.words, ...office.ranks].map((word) => OFFICE + word),
    titled: office ? [] : titleTerms(wanted).map((term) => TERM + term),
  }
}
