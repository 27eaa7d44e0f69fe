import type { DateData, HolidayRule } from '../../language/language.js'
import type { PhraseBook } from './phrases.js'
import { phraseBook } from './phrases.js'
import type { Token } from './tokens.js'
import { NO_MEANING } from './tokens.js'

/** The words of a language about time, made ready for the grammar. */
export interface Lexicon {
  readonly data: DateData
  readonly references: PhraseBook<'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' | null>
  readonly holidays: PhraseBook<HolidayRule>
  readonly approximate: PhraseBook<true>
  /** First words of phrases: an expression can start there though the word alone says nothing of time. */
  readonly starters: ReadonlySet<string>
}

export function lexicon(data: DateData): Lexicon {
  const references = phraseBook(data.references, data)
  const holidays = phraseBook(data.holidays, data)
  const approximate = phraseBook(
    new Map([...data.approximations].map((phrase) => [phrase, true as const])),
    data,
  )
  return {
    data,
    references,
    holidays,
    approximate,
    starters: new Set([...references.keys(), ...holidays.keys(), ...approximate.keys()]),
  }
}

/** Whether an expression of time can start at a token; most words of a text can not. */
export function canStart(token: Token, { starters }: Lexicon): boolean {
  if (token.kind === 'number') return true
  if (token.kind === 'mark') return false
  return token.word !== NO_MEANING || starters.has(token.text)
}
