/** Plain text: made harmless and cut to size. Nothing here knows of mark-up. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

const BROKEN = /\p{Cs}/gu
/** Control characters but for the line feed, and those that turn the direction of the text around them. */
const UNSEEN = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
/** More marks on one letter than any script uses climb over the lines around it. */
const PILED_MARKS = /(\p{M}{6})\p{M}+/gu

/** No more of a text than this is looked at: far more than any reply holds. */
const LOOKED_AT = 20_000

/** Most texts are of nothing but these: letters of the West and the punctuation of English. */
const HARMLESS = /^[\n\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/

/** The text without what can't be seen but disturbs: broken characters, control characters, piled marks. */
export function clean(text: string): string {
  if (HARMLESS.test(text)) return text
  return text
    .replace(BROKEN, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(PILED_MARKS, '$1')
}

/** The cleaned text on one line, with single spaces. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}

/** The text, or as much of it as has at most `length` code units, with an ellipsis. */
export function shorten(text: string, length: number): string {
  return shortenTo(text, (start) => start.length <= length)
}

/**
 * The text, or as much of its beginning as still fits with an ellipsis after it. Cut between words; within a
 * word only where a single one is too long; never within a character as people see it.
 * @param fits must hold for every shorter beginning too; asked of a beginning with its ellipsis
 */
export function shortenTo(whole: string, fits: (start: string) => boolean): string {
  if (whole.length <= LOOKED_AT && fits(whole)) return whole
  const text = whole.slice(0, LOOKED_AT)
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(`${text.slice(0, middle)}…`)) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, cutBefore(text, low)).trimEnd()}…`
}

/** The last place at or before `at` where a text may be cut. */
export function cutBefore(text: string, at: number): number {
  if (at >= text.length) return text.length
  const earliest = at / 2
  const space = /\s/.test(text[at]!) ? at : lastSpaceBefore(text, at)
  if (space > earliest) return space
  const word = boundaryBefore(words, text, at)
  return word > earliest ? word : boundaryBefore(graphemes, text, at)
}

function lastSpaceBefore(text: string, at: number): number {
  for (let i = at - 1; i > 0; i--) if (/\s/.test(text[i]!)) return i
  return 0
}

function boundaryBefore(segmenter: Intl.Segmenter, text: string, at: number): number {
  return segmenter.segment(text).containing(at)?.index ?? at
}

/** The span widened so that neither end lies within a character as people see it. */
export function wholeCharacters(text: string, [start, end]: readonly [number, number]): [number, number] {
  const segments = graphemes.segment(text)
  const first = segments.containing(start)?.index ?? start
  const last = segments.containing(end)
  return [first, last && last.index < end ? last.index + last.segment.length : end]
}
