import type { Span } from '../../articles/model/article.js'
import { comparing } from '../../language/en/questions/comparing.js'
import { figures as english } from '../../language/en/questions/figures.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import type { Hedge } from '../../language/events.js'

/** A number with what is counted: `an estimated 100,000 troops`. */
export interface Figure extends Span {
  /** The number with its hedge, as written: `an estimated 100,000`. */
  readonly text: string
  readonly value: number
  /** Of a range ("35,000 to 60,000"): its other end. */
  readonly upper?: number
  readonly hedge: Hedge | null
  /** `%`, `$` or the like; empty for a plain count. */
  readonly unit: string
  /** The noun that is counted, in lower case, one for all nouns that count the same; null where none follows. */
  readonly noun: string | null
}

const NUMBER =
  /([$€£#]\s?)?(?<![\p{L}\p{N}.,-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s?(bn|m|mn|tn|k)(?=[\s,.;:)]|$))?(?![\p{L}\p{N}])(?:\s*(%|percent\b|per cent\b))?/gu
const WORD = /[\p{L}][\p{L}\p{M}’'-]*/gu
/** A hedge has at most so many words, and a counted noun so many words before it. */
const HEDGE_WORDS = 4
const NOUN_WORDS = 4
/** How far back and ahead of a number one looks, in characters. */
const NEAR = 60
const SHORT: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 }

/** The figures of a sentence, in order. @param dates what is no figure, as spans of the same text */
export function figuresIn(text: string, dates: readonly Span[]): Figure[] {
  const found: Figure[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [, currency = '', digits = '', short = '', percent = ''] = match
    const written = { start: match.index, end: match.index + match[0].length }
    const value = Number(digits.replaceAll(',', '')) * (SHORT[short] ?? 1)
    // Pounds are a hash sign in some archives.
    const unit = percent ? '%' : currency.trim().replace('#', '£')
    const last = found.at(-1)
    if (overlaps(dates, written) || (last && written.start < last.end) || isClock(text, written)) continue
    found.push(figureAt(text, written, value, unit))
  }
  return [...found, ...spelledIn(text, [...dates, ...found])].sort((a, b) => a.start - b.start)
}

/** "15.16 BST", "2.10 pm". */
const isClock = (text: string, { start, end }: Span) =>
  /^\s?(?:[ap]\.?m\b|GMT|BST|E[DS]T|C[DS]T|P[DS]T|UTC|CET)/.test(text.slice(end, end + 6)) ||
  /^:\d/.test(text.slice(end, end + 2)) ||
  /\d:$/.test(text.slice(Math.max(0, start - 2), start))

const overlaps = (spans: readonly Span[], { start, end }: Span) =>
  spans.some((span) => span.start < end && span.end > start)

function figureAt(text: string, written: Span, number: number, unit: string): Figure {
  const times = multiplierAt(text, written.end)
  const { start, hedge } = hedgeBefore(text, written.start)
  const single = written.end + times.length
  const range = rangeFrom(text, start, single, times.value)
  const end = range?.end ?? single
  return {
    start,
    end,
    text: text.slice(start, end),
    value: number * (range && times.value === 1 ? range.times : times.value),
    ...(range && { upper: range.value }),
    hedge,
    unit,
    noun: unit ? null : nounAfter(text.slice(end, end + NEAR)),
  }
}

const RANGE = /^(?:\s?[-–]\s?|\s(to|and|or)\s)[$€£#]?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\p{L}\p{N}])/u

/** The other end of a range that begins there: "60 TO 70 percent", "between 25 million AND 100 million". */
function rangeFrom(
  text: string,
  start: number,
  at: number,
  times: number,
): { value: number; end: number; times: number } | null {
  const [whole, joint, digits] = RANGE.exec(text.slice(at, at + NEAR)) ?? []
  if (!whole || !digits) return null
  if (joint === 'and' && !/\bbetween\s*$/i.test(text.slice(Math.max(0, start - 10), start))) return null
  const more = multiplierAt(text, at + whole.length)
  const value = Number(digits.replaceAll(',', '')) * more.value
  const own = Number(/\d[\d,.]*/.exec(text.slice(start, at))?.[0].replaceAll(',', '') ?? Number.NaN)
  return value > own * times ? { value, end: at + whole.length + more.length, times: more.value } : null
}

/** Numbers written as words ("Forty-eight people"), and shares ("half of them"). */
function spelledIn(text: string, dates: readonly Span[]): Figure[] {
  const lower = text.toLowerCase()
  const found: Figure[] = []
  for (const match of lower.matchAll(/(?<![\p{L}-])\p{L}+(?:-\p{L}+)?(?![\p{L}-])/gu)) {
    const written = { start: match.index, end: match.index + match[0].length }
    const value = spelled(match[0])
    if (value !== null && !overlaps(dates, written)) found.push(figureAt(text, written, value, ''))
  }
  for (const [words, share] of comparing.shares) {
    for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + 1)) {
      if (/\p{L}/u.test(lower[at - 1] ?? ' ') || /[\p{L}-]/u.test(lower[at + words.length] ?? ' ')) continue
      if (comparing.pointShare.test(lower.slice(at + words.length, at + words.length + NEAR))) continue
      found.push(figureAt(text, { start: at, end: at + words.length }, share, '%'))
    }
  }
  return found
}

function spelled(word: string): number | null {
  const [tens = '', ones] = word.split('-')
  const first = comparing.numbers.get(tens)
  if (first === undefined) return null
  if (ones === undefined) return first
  const last = ones === 'one' ? 1 : comparing.numbers.get(ones)
  return last !== undefined && last < 10 && first >= 20 ? first + last : null
}

function multiplierAt(text: string, at: number): { value: number; length: number } {
  const [space, word] = /^[\s-]([a-z]+)/.exec(text.slice(at, at + 12)) ?? []
  const value = word ? english.multipliers.get(word) : undefined
  return value ? { value, length: space!.length } : { value: 1, length: 0 }
}

function hedgeBefore(text: string, at: number): { start: number; hedge: Hedge | null } {
  const from = Math.max(0, at - NEAR)
  const before = text.slice(from, at)
  if (!/\s$/.test(before)) return { start: at, hedge: null }
  const words = [...before.matchAll(WORD)].slice(-HEDGE_WORDS)
  for (let first = 0; first < words.length; first++) {
    const start = from + words[first]!.index
    const hedge = english.hedges.get(text.slice(start, at).trim().toLowerCase().replace(/\s+/g, ' '))
    if (hedge) return { start, hedge }
  }
  return { start: at, hedge: null }
}

/** The last noun of the words right after a number: "100,000 Russian *troops* have …". */
function nounAfter(text: string): string | null {
  let rest = text
  const between = english.afterNumber.find((words) => rest.toLowerCase().startsWith(` ${words} `))
  if (between) rest = rest.slice(between.length + 1)
  let noun: string | null = null
  for (let count = 0; count < NOUN_WORDS; count++) {
    const [whole, word] = /^\s+([\p{L}][\p{L}\p{M}’'-]*)/u.exec(rest) ?? []
    if (!whole || !word) break
    const lower = word.toLowerCase()
    const classes = lexicon().get(lower) ?? (lower.endsWith('s') ? 'S' : 'N')
    const capital = word !== lower
    if (!capital && !'NSJ'.includes(classes[0]!)) break
    if (!capital && classes[0] !== 'J') noun = lower
    // "100,000 troops near the border": after a plural the phrase is over.
    if (classes[0] === 'S' && !capital) break
    rest = rest.slice(whole.length)
  }
  return noun === null ? null : (english.alike.get(noun) ?? noun)
}
