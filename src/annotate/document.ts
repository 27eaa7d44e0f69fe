import type { Article, Span } from '../articles/model/article.js'
import { sentences as english } from '../language/en/text/sentences.js'
import type { SentenceData } from '../language/language.js'
import { isLetter, unitTest } from '../text/characters.js'
import { boundedUnits, LONGEST_SENTENCE, parted } from '../text/units.js'
import type { Document, Sentence } from './annotations.js'

/** The body of an article, ready to be annotated. */
export function documentOf(article: Article): Document {
  return makeDocument(article.text, article.paragraphs, article.titleSpan)
}

/** A bare text, ready to be annotated: every line that is not blank is a paragraph, or several if it is very long. */
export function documentOfText(text: string): Document {
  const paragraphs = lines(text).flatMap((line) => boundedUnits(text, line))
  return makeDocument(text, paragraphs, null)
}

function makeDocument(text: string, paragraphs: readonly Span[], title: Span | null): Document {
  const sentences = paragraphs.flatMap((paragraph, index) =>
    splitSentences(text, paragraph).map(({ start, end }): Sentence => ({ start, end, paragraph: index })),
  )
  return { text, paragraphs, sentences, title }
}

/** The lines of a text that are not blank, without the white space around them. */
export function lines(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    const span = trim(text, { start: match.index, end: match.index + match[0].length })
    if (span.end > span.start) spans.push(span)
  }
  return spans
}

/** The span without the white space at either end. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** What may end a sentence, with the marks that close behind it. */
const STOPS = /[.!?…]+["”’')\]}»]*/g
const QUOTES = '"“‘«'
const OPENERS = '"“‘\'([{«—–-'

/**
 * Splits a paragraph into sentences with one scan: at `.`, `!`, `?` or `…`, with the closing marks that
 * follow, when the next word can start a sentence. (`Intl.Segmenter` needs about a second for a megabyte,
 * and ends sentences at "Mr." and "U.S.")
 */
export function splitSentences(text: string, within: Span, data: SentenceData = english): Span[] {
  const spans: Span[] = []
  let start = within.start
  for (const { 0: stops, index } of text.slice(within.start, within.end).matchAll(STOPS)) {
    const at = within.start + index
    const end = at + stops.length
    const next = skipSpace(text, end, within.end)
    if (next < within.end && (next === end || !endsSentence(text, start, at, end, next, data))) continue
    spans.push({ start, end })
    start = next
  }
  if (start < within.end) spans.push({ start, end: within.end })
  return spans.flatMap((span) => parted(text, span, LONGEST_SENTENCE))
}

function endsSentence(
  text: string,
  start: number,
  stop: number,
  end: number,
  next: number,
  data: SentenceData,
): boolean {
  if (!canStart(text, next)) return false
  if (text[stop] !== '.' || end !== stop + 1) return true
  const word = wordBefore(text, start, stop)
  const lower = word.toLowerCase()
  if (data.titlesBeforeNames.has(lower)) return false
  // "May. 9": a full stop that no month needs.
  if (data.beforeFigures.has(lower) && /\d/.test(text[next] ?? '')) return false
  const shortened = data.abbreviations.has(lower) || isInitials(word)
  if (!shortened) return true
  return data.sentenceStarters.has(wordAt(text, next).toLowerCase()) || QUOTES.includes(text[next]!)
}

/** A sentence starts with a capital, a digit, or an opening mark before one. */
function canStart(text: string, at: number): boolean {
  while (at < text.length && OPENERS.includes(text[at]!)) at++
  const code = text.charCodeAt(at)
  return isSurrogate(code) ? STARTERS.test(String.fromCodePoint(text.codePointAt(at)!)) : isStarter(code)
}

const STARTERS = /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u
const isStarter = unitTest(STARTERS)
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff

/** "J", "U.S". */
const isInitials = (word: string) => /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word)

const LONGEST_WORD = 40

function wordAt(text: string, at: number): string {
  return /^\p{L}+/u.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? ''
}

function wordBefore(text: string, start: number, stop: number): string {
  const limit = Math.max(start, stop - LONGEST_WORD)
  let at = stop
  while (at > limit && (isLetter(text.charCodeAt(at - 1)) || text[at - 1] === '.')) at--
  return text.slice(at, stop)
}

function skipSpace(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x2028 || code === 0xfeff
  )
}
