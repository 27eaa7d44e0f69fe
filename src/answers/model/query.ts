import { type Message, message, type Value } from '../../i18n/message.js'

/** The longest question that is taken, in UTF-16 units; Discord lets members type 6,000. */
export const LONGEST_QUESTION = 500

const DISCORD_TOKENS = /<(?:@[!&]?|#|a?:\w+:|t:)[^<>\s]{1,100}>|@(?:everyone|here)\b/g
// An underscore within a word is part of it: of a file's name, say.
const MARK_UP =
  /[*~`|\\]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|^[^\S\r\n\u2028\u2029]*(?:>{1,3}|#{1,3}|-#)\s+/gmu

/** What a member typed, without Discord's mark-up and mentions, on one line. */
export function cleanQuery(text: string): string {
  return text
    .replace(DISCORD_TOKENS, ' ')
    .replace(MARK_UP, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether words are more than a question: no rule for the language of questions looks at so many. */
export const isTooLong = (words: string): boolean => words.length > LONGEST_QUESTION

/** Why a query can't be asked and what to do; null when it can. */
export function whyNot(query: string, example: Value): Message | null {
  if (isTooLong(query)) {
    return message('noteTooLong', { length: query.length, most: LONGEST_QUESTION, example })
  }
  if (!/[\p{L}\p{N}]/u.test(query)) return message('noteNoWords', { example })
  return null
}

export interface SearchTerms {
  readonly words: string
  /** What stood in quotation marks. */
  readonly phrases: readonly string[]
  /** What stood behind a minus sign. */
  readonly without: readonly string[]
}

/** Reads `words "exact phrase" -without`; a quotation mark without its partner counts as a space. */
export function searchTerms(query: string): SearchTerms {
  const phrases: string[] = []
  const without: string[] = []
  const words = query
    .replace(/(^|\s)-?["“”„]([^"“”„]+)["“”„]/g, (whole, before: string, phrase: string) => {
      const list = whole.trimStart().startsWith('-') ? without : phrases
      list.push(phrase.trim())
      return before
    })
    .replace(/["“”„]/g, ' ')
    .replace(/(^|\s)-(\p{L}[\p{L}\p{N}-]*)/gu, (_, before: string, word: string) => {
      without.push(word)
      return before
    })
    .replace(/\s+/g, ' ')
    .trim()
  return { words, phrases: phrases.filter(Boolean), without }
}

/** Takes off one pair of quotation marks around the whole, or a stray one at either end. */
export function unquote(text: string): string {
  return text
    .trim()
    .replace(/^["“”„«'‘]+|(?<!["“”»'’])["“”»'’]+[.?!]*$/g, '')
    .trim()
}

/** A day given as `2021`, `2021-12` or `2021-12-31`: the first or last day it can mean, or null. */
export function dayOf(text: string, edge: 'first' | 'last'): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim()) ?? []
  if (!year) return null
  const monthNumber = month ? Number(month) : edge === 'first' ? 1 : 12
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate()
  const dayNumber = day ? Number(day) : edge === 'first' ? 1 : lastDay
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > lastDay) return null
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`
}
