import type { Token } from '../../../annotate/names.js'
import type { Span } from '../../../articles/model/article.js'
import { figureWords as english, type Unit } from '../../../language/en/questions/figure-words.js'
import { numbers } from '../question/phrases.js'

/** A number of a sentence with what it is of. Offsets are into the sentence. */
export interface Figure extends Span {
  readonly unit: Unit
  /** The words that it counts, nearest last: "Iraqi", "soldiers"; empty where none follow. In lower case. */
  readonly counted: readonly string[]
}

/** The figures of a sentence. @param dates the spans of its dates; clock times and years are none that count */
export function figuresOf(text: string, tokens: readonly Token[], dates: readonly Span[]): Figure[] {
  return numbers(tokens).map((span) => {
    const last = tokens.findLastIndex(({ start }) => start < span.end)
    // "63 PEOPLE" is one span.
    const isCounted = last >= 0 && english.people.has(tokens[last]!.lower) && tokens[last]!.start > span.start
    const counted = isCounted ? [tokens[last]!.lower] : countedBehind(tokens, last + 1)
    return { ...widened(span, text), unit: unitOf(span, text, tokens, last, counted, dates), counted }
  })
}

/** "More than 30,000": the words that qualify a figure belong to it. */
function widened(span: Span, text: string): Span {
  const before = text.slice(Math.max(0, span.start - 24), span.start)
  const lead = english.qualifiers.exec(before)?.[0]
  return lead ? { start: span.start - lead.length, end: span.end } : span
}

function countedBehind(tokens: readonly Token[], from: number): string[] {
  const words: string[] = []
  for (let at = from; at < tokens.length && words.length < 5; at++) {
    const { tag, lower, kind } = tokens[at]!
    if (at === from && (lower === 'of' || lower === '-')) continue
    if (at === from + 1 && tokens[from]!.lower === 'of' && (tag === 'T' || tag === 'O')) continue
    if (!COUNTED.has(tag) || kind === 'mark') break
    words.push(lower)
  }
  return words
}

const COUNTED = new Set<string>(['N', 'S', 'P', 'J', 'E', 'G', "'"])

function unitOf(
  span: Span,
  text: string,
  tokens: readonly Token[],
  last: number,
  counted: readonly string[],
  dates: readonly Span[],
): Unit {
  const own = text.slice(span.start, span.end)
  const before = text.slice(Math.max(0, span.start - 16), span.start)
  const behind = text.slice(span.end, span.end + 24)
  if (/\p{Sc}/u.test(own) || /[\p{Sc}#]\s?$/u.test(before)) return 'money'
  const ending = own.toLowerCase().match(/(?<!\p{L})\p{L}+$/u)?.[0] ?? ''
  const next = /^[\s-]*(per cent|\p{L}+)/u.exec(behind)?.[1]?.toLowerCase() ?? ''
  if (english.percent.has(ending) || english.percent.has(next) || /%$/.test(own) || /^\s?%/.test(behind))
    return 'percentage'
  if (english.currencies.has(ending) || english.currencies.has(next)) return 'money'
  if (
    /^[\s-]?years?[\s-]old\b/i.test(behind) ||
    /\b(?:aged?|age of)\s$/i.test(before) ||
    /years?[\s-]old$/i.test(own) ||
    (/^\d{1,2}$/.test(own) &&
      /(?<!\p{L})\p{Lu}\p{L}+,\s$/u.test(before) &&
      /^(?:,|\)|;| and\b|\.)/.test(behind)) ||
    (/^\d{1,2}$/.test(own) && /^(?:,|\.)/.test(behind) && /\b(?:is|was|turned|turns)\s$/.test(before))
  )
    return 'age'
  if (
    /^[.:]\d\d\b/.test(behind) ||
    (/\d[.:]\d\d\s?(?:am|pm|GMT|BST)?$/i.test(own) &&
      /^\s?(?:am|pm|a\.m|p\.m|GMT|BST|EDT|EST|ET)\b/.test(behind))
  )
    return 'date'
  if (/^\s?(?:am|pm|a\.m|p\.m|GMT|BST|EDT|EST)\b/.test(behind)) return 'date'
  if (/^(?:st|nd|rd|th)\b/.test(behind) || /\d(?:st|nd|rd|th)$/.test(own)) return 'ordinal'
  for (const [unit, words] of english.units) if (words.has(ending) || words.has(next)) return unit
  if (/\bmagnitude[ -](?:of )?$/i.test(before) || next === 'magnitude') return 'magnitude'
  const dated = dates.some(({ start, end }) => start <= span.start && span.end <= end)
  if (dated) return 'date'
  if (/^(?:1[89]|20)\d\d$/.test(own) && counted.length === 0) return 'date'
  void tokens
  void last
  return 'count'
}
