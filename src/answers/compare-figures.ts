import type { Span } from '../articles/article.js'
import { figures as english } from '../language/en/figures.js'
import { lexicon } from '../language/en/lexicon.js'
import type { Hedge } from '../language/events.js'

/** A number with what is counted: `an estimated 100,000 troops`. */
export interface Figure extends Span {
  /** The number with its hedge, as written: `an estimated 100,000`. */
  readonly text: string
  readonly value: number
  readonly hedge: Hedge | null
  /** `%`, `$` or the like; empty for a plain count. */
  readonly unit: string
  /** The noun that is counted, in lower case, one for all nouns that count the same; null where none follows. */
  readonly noun: string | null
}

const NUMBER =
  /([$€£]\s?)?(?<![\p{L}\p{N}.,-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\p{L}\p{N}])(?:\s*(%|percent\b|per cent\b))?/gu
const WORD = /[\p{L}][\p{L}\p{M}’'-]*/gu
/** A hedge has at most so many words, and a counted noun so many words before it. */
const HEDGE_WORDS = 4
const NOUN_WORDS = 4
/** How far back and ahead of a number one looks, in characters. */
const NEAR = 60

/** The figures of a sentence, in order. @param dates what is no figure, as spans of the same text */
export function figuresIn(text: string, dates: readonly Span[]): Figure[] {
  const found: Figure[] = []
  for (const match of text.matchAll(NUMBER)) {
    const numberStart = match.index
    const numberEnd = numberStart + match[0].length
    if (dates.some(({ start, end }) => start < numberEnd && end > numberStart)) continue
    const [, currency = '', digits = '', percent = ''] = match
    const times = multiplierAt(text, numberEnd)
    const { start, hedge } = hedgeBefore(text, numberStart)
    const end = numberEnd + times.length
    const unit = percent ? '%' : currency.trim()
    found.push({
      start,
      end,
      text: text.slice(start, end),
      value: Number(digits.replaceAll(',', '')) * times.value,
      hedge,
      unit,
      noun: unit ? null : nounAfter(text.slice(end, end + NEAR)),
    })
  }
  return found
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
