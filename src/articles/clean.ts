import { boilerplate as english } from '../language/en/boilerplate.js'
import type { BoilerplateData } from '../language/language.js'
import type { Span } from './article.js'
import { linesOf, paragraphsOf } from './lines.js'

/**
 * The paragraphs of an article's body: the text from an offset on, without the lines that the page around
 * the article left in it.
 */
export function bodyOf(
  text: string,
  from: number,
  title: string | null,
  data: BoilerplateData = english,
): Span[] {
  const paragraphs = paragraphsOf(text, linesOf(text, from))
  const kept = articleLines(
    paragraphs.map(({ start, end }) => text.slice(start, end)),
    title,
    data,
  )
  return paragraphs.filter((_, i) => kept[i]).map(({ start, end }) => ({ start, end }))
}

/** Lines longer than this are prose, whatever they begin with. */
const LONGEST_NOTICE = 400

/** Which lines belong to the article. */
export function articleLines(
  lines: readonly string[],
  title: string | null,
  data: BoilerplateData = english,
): boolean[] {
  const headline = title === null ? null : bare(title)
  let over = false
  return lines.map((line) => {
    const words = bare(line.slice(0, LONGEST_NOTICE))
    if (data.endHeadings.has(words)) over = true
    return !over && words !== '' && words !== headline && !isNotice(line, words, data)
  })
}

function isNotice(line: string, words: string, data: BoilerplateData): boolean {
  if (line.length > LONGEST_NOTICE) return false
  return (
    data.wholeLines.has(words) ||
    data.openings.some((opening) => opening.test(line)) ||
    data.phrases.some((phrase) => phrase.test(line))
  )
}

/** The words of a line alone: lower case, one space between them, nothing else. */
function bare(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]+/gu, ' ')
    .trim()
}
