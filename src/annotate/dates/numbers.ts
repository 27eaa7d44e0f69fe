import type { Found } from './expression.js'
import { found } from './expression.js'
import type { Token } from './tokens.js'
import { NO_MEANING } from './tokens.js'

/** Number words are at most this many tokens: "one hundred and twenty-five thousand" and some. */
const LONGEST = 9

/** A count before a unit: "two", "2½", "a", "twenty-four", "several" (null), "10 to 12" (the lower bound). */
export function countAt(t: readonly Token[], at: number): Found<number | null> | null {
  const low = singleCountAt(t, at)
  if (!low) return null
  const joined = t[low.next]
  if (joined?.word.role === 'to' || joined?.word.role === 'or') {
    const high = singleCountAt(t, low.next + 1)
    if (high && high.value !== null && t[low.next + 1]!.word.role !== 'a') return found(low.value, high.next)
  }
  return low
}

function singleCountAt(t: readonly Token[], at: number): Found<number | null> | null {
  const token = t[at]
  if (!token) return null
  if (token.kind === 'number') return figuresAt(t, at)
  if (token.word.role === 'half' && t[at + 1]?.word.role === 'a') return found(0.5, at + 2)
  if (token.word.role === 'a') {
    const second = t[at + 1]
    const of = t[at + 2]?.word.role === 'of'
    if (second?.word.vague) return found(null, at + 2)
    if (second?.word.role === 'couple') return found(2, of ? at + 3 : at + 2)
    if (second?.word.role === 'half') return found(0.5, at + 2)
    if (second?.word.role === 'number' && of) return found(null, at + 3)
  }
  // "the next couple of years"
  if (token.word.role === 'couple' && t[at - 1]?.word.relation !== undefined)
    return found(2, t[at + 1]?.word.role === 'of' ? at + 2 : at + 1)
  if (token.word.vague) return found(null, at + 1)
  return wordsAt(t, at)
}

function figuresAt(t: readonly Token[], at: number): Found<number | null> | null {
  const token = t[at]!
  if (token.suffix !== '') return null
  const figures = /^(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?)(?:-\d{1,4})?$/.exec(token.text)
  if (!figures) return null
  const whole = Number(figures[1]!.replaceAll(',', ''))
  const next = t[at + 1]
  if (next?.text === '1/2' || next?.text === '½') return found(whole + 0.5, at + 2)
  return found(whole, at + 1)
}

/** A number in words. */
function wordsAt(t: readonly Token[], at: number): Found<number> | null {
  let total = 0
  let current: number | null = null
  let next = at
  for (let i = at; i < at + LONGEST; i++) {
    const { text, word } = t[i] ?? { text: '', word: NO_MEANING }
    if (word.multiplier !== undefined && (current !== null || word.multiplier === 12)) {
      current = (current ?? 1) * word.multiplier
      if (word.multiplier >= 1000) {
        total += current
        current = null
      }
      next = i + 1
    } else if (word.cardinal !== undefined && (i === at || word.role !== 'a')) {
      if (current !== null && !fits(current, word.cardinal)) break
      current = (current ?? 0) + word.cardinal
      next = i + 1
    } else if (i === at || (text !== '-' && word.role !== 'and')) break
    else if (word.role === 'and' && !(current !== null && current >= 100)) break
  }
  return next === at ? null : found(total + (current ?? 0), next)
}

/** "twenty" takes "four", "hundred" takes both, "four" takes nothing. */
const fits = (sum: number, next: number) =>
  sum % 100 === 0 ? next < 100 : sum % 10 === 0 && sum % 100 >= 20 && next < 10

/** A year in words: "nineteen ninety-six", "two thousand eleven". */
export function yearInWordsAt(t: readonly Token[], at: number): Found<number> | null {
  const century = t[at]?.word.cardinal
  if (century !== undefined && century >= 15 && century <= 20) {
    const rest = wordsAt(t, at + 1)
    if (rest && rest.value >= 10 && rest.value <= 99) return found(century * 100 + rest.value, rest.next)
  }
  const words =
    t[at - 1]?.word.unit === 'Y' || t[at]?.word.unit === 'Y'
      ? wordsAt(t, t[at]?.word.unit === 'Y' ? at + 1 : at)
      : null
  return words && words.value >= 1000 && words.value <= 2100 ? words : null
}

/** "third", "3rd", "21st". */
export function ordinalAt(t: readonly Token[], at: number): Found<number> | null {
  const token = t[at]
  if (!token) return null
  if (token.word.ordinal !== undefined) return found(token.word.ordinal, at + 1)
  if (token.kind === 'number' && /^\d{1,2}$/.test(token.text) && /^(st|nd|rd|th)$/.test(token.suffix)) {
    return found(Number(token.text), at + 1)
  }
  const tens = token.word.cardinal
  const ones = t[at + 2]?.word.ordinal
  if (
    tens !== undefined &&
    tens >= 20 &&
    tens % 10 === 0 &&
    t[at + 1]?.text === '-' &&
    ones !== undefined &&
    ones < 10
  ) {
    return found(tens + ones, at + 3)
  }
  return null
}
