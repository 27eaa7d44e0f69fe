import type { DateData, DateReference, HolidayRule } from '../../language/language.js'
import type { PhraseBook } from './phrases.js'
import { phraseBook } from './phrases.js'
import { type Words, wordsOf } from './tokens.js'

/** The words of a language about time, made ready for the grammar. */
export interface Lexicon {
  readonly data: DateData
  /** `data.words`, with the first words of phrases marked as such. */
  readonly words: Words
  readonly references: PhraseBook<DateReference | null>
  readonly holidays: PhraseBook<HolidayRule>
  readonly approximations: PhraseBook<boolean>
}

export function lexicon(data: DateData): Lexicon {
  const references = phraseBook(data.references)
  const holidays = phraseBook(data.holidays)
  const approximations = phraseBook(data.approximations)
  const words = new Map(data.words)
  for (const book of [references, holidays, approximations]) {
    for (const first of book.keys()) words.set(first, { ...words.get(first), phrase: true })
  }
  return { data, words: wordsOf(words), references, holidays, approximations }
}
