import type { DateData } from '../../../language/language.js'
import * as calendar from '../../calendar.js'
import type { Found, YearReference } from '../expression.js'
import { found } from '../expression.js'
import { ordinalAt, yearInWordsAt } from '../numbers.js'
import type { Token } from '../tokens.js'
import { NO_MEANING } from '../tokens.js'
import type { Part } from './part.js'
import { one } from './part.js'
import type { Grammar } from './rule.js'

/** ", 2022", "of 2022", "last year", "of that year" behind a month, a quarter, a season. */
export function yearAfter(t: readonly Token[], at: number, data: DateData): Found<YearReference> | null {
  const of = t[at]?.word.role === 'of'
  const comma = t[at]?.text === ','
  const from = of || comma ? at + 1 : at
  const year = yearFiguresAt(t, from, data, true) ?? yearInWordsAt(t, from) ?? shortYearAt(t, from)
  if (year) return year
  return comma ? null : relativeYearAt(t, from)
}

/** "Nov ’12": two figures behind an apostrophe. */
function shortYearAt(t: readonly Token[], at: number): Found<number> | null {
  const figures = t[at + 1]
  if (!isApostrophe(t[at]) || !figures?.glued || figures.suffix !== '' || !/^\d\d$/.test(figures.text))
    return null
  return found(fullYear(Number(figures.text)), at + 2)
}

/** Two figures are a year of this century up to 2049, of the last one after. */
export const fullYear = (figures: number) => figures + (figures < 50 ? 2000 : 1900)

/** "last year", "this year", "the following year", "that year". */
function relativeYearAt(t: readonly Token[], at: number): Found<YearReference> | null {
  const from = t[at]?.word.role === 'the' ? at + 1 : at
  const relation = t[from]?.word
  if (relation?.relation === undefined) return null
  const unit = t[from + 1]?.word.role === 'fiscal' ? from + 2 : from + 1
  if (t[unit]?.word.unit !== 'Y' || t[unit]!.word.plural) return null
  return found({ by: relation.relation, anchor: relation.told ? 'told' : 'now' }, unit + 1)
}

/** A year in figures. `expected`: behind a month or "the year", where any four figures will do. */
export function yearFiguresAt(
  t: readonly Token[],
  at: number,
  data: DateData,
  expected = false,
): Found<number> | null {
  const token = t[at]
  if (token?.kind !== 'number' || token.suffix !== '' || !/^\d{4}$/.test(token.text)) return null
  const value = Number(token.text)
  if (value < 1000 || value > 2100) return null
  const before = t[at - 1]
  const after = t[at + 1]
  if (after?.glued && (after.text === '%' || after.text === '°')) return null
  if (expected) return after?.kind === 'word' && data.counted.has(after.text) ? null : found(value, at + 1)
  if (before && token.glued && !isOpen(before.text) && !isPrefix(t, at)) return null
  if (before && !before.glued && (before.text === '$' || before.text === '#')) return null
  if (before && (before.text === '$' || before.text === '#' || data.beforeCodes.has(before.text))) return null
  if (before?.text === '.' && data.beforeCodes.has(t[at - 2]?.text ?? '')) return null
  if (after?.kind === 'word' && (data.counted.has(after.text) || after.word.multiplier !== undefined))
    return null
  if (after?.text === '-' && after.glued && t[at + 2]?.glued && t[at + 2]?.kind === 'word') return null
  if (isCount(t, at, data) || isHouse(t, at, data)) return null
  if (value >= 1900 && value <= 2050) return found(value, at + 1)
  const introduced = before?.word.preposition === true || before?.word.unit === 'Y'
  const open = !after || after.kind === 'mark' || data.functionWords.has(after.text)
  return introduced && open ? found(value, at + 1) : null
}

/** "Sent 1990 blankets and 2010 tents": figures before a plural, with neither article nor preposition before them. */
function isCount(t: readonly Token[], at: number, data: DateData): boolean {
  const before = t[at - 1]
  const after = t[at + 1]
  const plural =
    after?.kind === 'word' &&
    !after.capital &&
    /[^su]s$/.test(after.text) &&
    !data.functionWords.has(after.text)
  if (!plural || after.word.unit !== undefined) return false
  // "1950 tents, 2010 blankets"
  if (before?.text === ',') return t[at - 3]?.kind === 'number' && /[^su]s$/.test(t[at - 2]!.text)
  if (before?.kind !== 'word') return false
  if (before.word.role === 'and') return t[at - 2]?.kind !== 'number'
  return (
    !before.capital &&
    before.word.preposition !== true &&
    !data.determiners.has(before.text) &&
    before.word.edge === undefined
  )
}

/** "1990 Harbour Street". */
function isHouse(t: readonly Token[], at: number, { streets }: DateData): boolean {
  const names = [t[at + 1], t[at + 2], t[at + 3]]
  const street = names.findIndex((token) => streets.has(token?.text ?? ''))
  return street > 0 && names.slice(0, street + 1).every((token) => token?.kind === 'word' && token.capital)
}

/** What may touch the first figure of a year or date from the left. */
export const isOpen = (text: string) => '(["“‘`\'-–—/_…'.includes(text)

/** "mid-1996", "post-1959": a hyphen after a letter otherwise makes a code ("F-16", "Il-1976"). */
function isPrefix(t: readonly Token[], at: number): boolean {
  const { edge, role } = t[at - 2]?.word ?? NO_MEANING
  return t[at - 1]?.text === '-' && (edge !== undefined || role === 'prefix')
}

export function yearAt(
  t: readonly Token[],
  at: number,
  { lexicon: { data } }: Grammar,
): Found<Part[]> | null {
  const before = t[at - 1]
  const hyphened = t[at]?.glued === true && before?.text === '-' && before.glued && t[at - 2]?.kind === 'word'
  if (hyphened && !isPrefix(t, at)) return null
  const figures = yearFiguresAt(t, at, data)
  if (figures) return one(t, { kind: 'fixed', period: calendar.year(figures.value) }, at, figures.next)
  const words = yearInWordsAt(t, at)
  if (words && !t[words.next]?.word.unit)
    return one(t, { kind: 'fixed', period: calendar.year(words.value) }, at, words.next)
  return decadeAt(t, at)
}

/** "the 1970s", "the '80s", "the nineties". */
export function decadeAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const token = t[at]!
  const figures = token.kind === 'number' ? /^(\d\d)?(\d)0$/.exec(token.text) : null
  const s = token.suffix === 's' || t[at + 1]?.text === "'s"
  const bare = figures && figures[1] === undefined && isBareDecade(t, at)
  if (figures && s && (figures[1] !== undefined || isApostrophe(t[at - 1]) || bare)) {
    const year = Number(figures[1] ?? 19) * 100 + Number(figures[2]) * 10
    if (year < 1000 || year > 2100) return null
    const to = token.suffix === 's' ? at + 1 : at + 2
    return one(
      t,
      { kind: 'fixed', period: { unit: 'decade', index: year / 10 } },
      figures[1] === undefined && !bare ? at - 1 : at,
      to,
    )
  }
  if (
    token.word.decade !== undefined &&
    t[at - 1] &&
    (t[at - 1]!.word.role === 'the' || t[at - 1]!.word.edge)
  ) {
    return one(t, { kind: 'fixed', period: { unit: 'decade', index: 190 + token.word.decade } }, at, at + 1)
  }
  return null
}

/** "In the 70s and 80s": two figures behind "the", or behind others that are. */
function isBareDecade(t: readonly Token[], at: number): boolean {
  const before = t[at - 1]?.word.role
  if (Number(t[at]!.text) < 20) return false
  if (before === 'the') return t[at - 2]?.word.preposition === true
  return before === 'and' && t[at - 2]?.suffix === 's' && /^\d0$/.test(t[at - 2]!.text)
}

const isApostrophe = (token: Token | undefined) =>
  token?.text === "'" || token?.text === '’' || token?.text === '‘'

/** "20th century". */
export function centuryAt(t: readonly Token[], at: number): Found<Part[]> | null {
  const nth = ordinalAt(t, at)
  if (!nth) return null
  const unit = t[nth.next]?.text === '-' ? nth.next + 1 : nth.next
  if (t[unit]?.word.unit !== 'C' || t[unit]!.word.plural) return null
  return nth.value >= 2 && nth.value <= 30
    ? one(t, { kind: 'fixed', period: { unit: 'century', index: nth.value - 1 } }, at, unit + 1)
    : null
}
