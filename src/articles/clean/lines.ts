import type { Span } from '../model/article.js'

/** A line of a text that is not blank, without the white space around it. */
export interface Line extends Span {
  /** How many blank lines stand before it. */
  readonly blankBefore: number
}

/** The lines of a text from an offset on. A line ends with LF, CR LF or CR. */
export function linesOf(text: string, from = 0): Line[] {
  const found: Line[] = []
  let blankBefore = 0
  let start = from
  while (start < text.length) {
    let end = start
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    const line = trim(text, start, end)
    if (line.end > line.start) found.push({ ...line, blankBefore })
    blankBefore = line.end > line.start ? 0 : blankBefore + 1
    start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return found
}

/** The number of the line, from 1, that an offset stands in. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

/** White space, and the marks that take no room: the byte order mark, zero-width spaces, soft hyphens. */
const BLANK = /[\s\p{Cf}\p{Cc}]/u

function trim(text: string, start: number, end: number): Span {
  while (start < end && BLANK.test(text[start]!)) start++
  while (end > start && BLANK.test(text[end - 1]!)) end--
  return { start, end }
}

/** Lines longer than this were not broken to fit a page. */
const WIDEST_PAGE = 120
const NARROWEST_PAGE = 40
/** The share of line breaks that must be explained by the width of the page. */
const WRAPPED_SHARE = 0.75

/**
 * Puts together again the paragraphs of a text that was broken into lines to fit a page. A break is such a one
 * when the next word would not have fitted on the line. Where most breaks are not, each line is a paragraph.
 */
export function paragraphsOf(text: string, lines: readonly Line[]): Line[] {
  const width = pageWidth(text, lines)
  if (width === null) return [...lines]
  const soft = (line: Line, next: Line) =>
    next.blankBefore === 0 &&
    !isSpread(text, line) &&
    line.end - line.start + 1 + firstWordLength(text, next) > width
  const inside = lines.filter((_, i) => lines[i + 1]?.blankBefore === 0).length
  const softBreaks = lines.filter((line, i) => lines[i + 1] !== undefined && soft(line, lines[i + 1]!)).length
  if (softBreaks < 2 || softBreaks < WRAPPED_SHARE * inside) return [...lines]
  const joined: Line[] = []
  lines.forEach((line, i) => {
    const last = joined.at(-1)
    if (last && soft(lines[i - 1]!, line)) joined[joined.length - 1] = { ...last, end: line.end }
    else joined.push(line)
  })
  return joined
}

/** The longest line that another follows at once; null when that is no page's width. */
function pageWidth(text: string, lines: readonly Line[]): number | null {
  let width = 0
  lines.forEach((line, i) => {
    if (lines[i + 1]?.blankBefore === 0 && !isSpread(text, line))
      width = Math.max(width, line.end - line.start)
  })
  return width >= NARROWEST_PAGE && width <= WIDEST_PAGE ? width : null
}

/** Set over the width of a page, such as its running head: "THE POST            8 May 2023". */
const isSpread = (text: string, { start, end }: Span) =>
  /\S {4,}\S/.test(text.slice(start, Math.min(end, start + 200)))

function firstWordLength(text: string, { start, end }: Span): number {
  let at = start
  while (at < end && !BLANK.test(text[at]!)) at++
  return at - start
}
