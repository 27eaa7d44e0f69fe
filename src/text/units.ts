import type { Span } from '../lib/span.js'

/**
 * The greatest lengths of what is analysed, in UTF-16 units. What is longer stays in the article's text, but no rule
 * sees it, so that no rule's time depends on more than these. In 6,231 news articles of 2002–2023, scraped ones among
 * them, the longest run without a space had 167 units (a link; 87 without links), the longest sentence 2,989
 * (a table; of 315,000 one in ten thousand had over 1,231), and one paragraph in a thousand over 3,909.
 */
export const LONGEST_RUN = 256
export const LONGEST_PARAGRAPH = 5_000
export const LONGEST_SENTENCE = 2_000
/** Letters and digits. The longest of a million different words of the same articles has 45. */
export const LONGEST_WORD = 64

/**
 * A paragraph as stretches that keep to these bounds, in order: runs that are too long, of blanks or of anything else,
 * are left out, and what is still too long is parted, behind a sentence where there is one. Most paragraphs stay whole.
 */
export function boundedUnits(text: string, paragraph: Span): Span[] {
  if (paragraph.end - paragraph.start <= LONGEST_RUN) return [paragraph]
  return withoutLongRuns(text, paragraph).flatMap((part) => parted(text, part, LONGEST_PARAGRAPH))
}

function withoutLongRuns(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  let from = start
  for (let at = start; at < end; ) {
    const to = runEnd(text, at, end)
    if (to - at > LONGEST_RUN) {
      if (at > from) parts.push(trimmed(text, from, at))
      from = to
    }
    at = to
  }
  if (end > from) parts.push(trimmed(text, from, end))
  return parts
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  while (start < to && isBlank(text.charCodeAt(start))) start++
  return { start, end: backOverBlanks(text, start, to) }
}

/** Where a run of blanks, or of what are none, ends. Scripts without spaces have marks between their clauses. */
function runEnd(text: string, start: number, end: number): number {
  const blank = isBlank(text.charCodeAt(start))
  let at = start + 1
  while (at < end && isBlank(text.charCodeAt(at)) === blank) {
    if (isWideMark(text.charCodeAt(at++))) break
  }
  return at
}

/** A stretch without overlong runs in parts of at most so many units. */
export function parted(text: string, { start, end }: Span, most: number): Span[] {
  const parts: Span[] = []
  let from = start
  while (end - from > most) {
    const to = cutBefore(text, from, from + most)
    parts.push({ start: from, end: backOverBlanks(text, from, to) })
    from = to
    while (from < end && isBlank(text.charCodeAt(from))) from++
  }
  if (end > from) parts.push({ start: from, end })
  return parts
}

/** The last place to cut at: behind a sentence in the second half, else at a blank or a wide mark, else anywhere. */
function cutBefore(text: string, from: number, limit: number): number {
  let between = -1
  for (let at = limit; at > from + (limit - from) / 2; at--) {
    if (isWideMark(text.charCodeAt(at - 1))) return at
    if (!isBlank(text.charCodeAt(at))) continue
    if (endsSentence(text, at)) return at
    if (between < 0) between = at
  }
  if (between > from) return between
  // Never between the halves of a character.
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit
}

const STOPS = '.!?…'
const CLOSERS = '"”’\')]»'

function endsSentence(text: string, at: number): boolean {
  const last = CLOSERS.includes(text[at - 1]!) ? text[at - 2]! : text[at - 1]!
  return STOPS.includes(last)
}

function backOverBlanks(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--
  return end
}

/** White space, as `\s` has it. */
export const isBlank = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff))

/** The commas, stops and brackets of Chinese and Japanese. */
const isWideMark = (code: number) =>
  (code >= 0x3001 && code <= 0x301f) ||
  (code >= 0xff01 && code <= 0xff1f && !(code >= 0xff10 && code <= 0xff19))

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
