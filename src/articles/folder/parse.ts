import { message } from '../../i18n/message.js'
import { dateLines } from '../../language/en/dates/date-lines.js'
import { boilerplate as english } from '../../language/en/text/boilerplate.js'
import { bodyOf } from '../clean/clean.js'
import { lineNumber, linesOf } from '../clean/lines.js'
import { type FoundOutlet, outletIn, siteOf } from '../dating/outlet.js'
import { datingOf } from '../dating/published.js'
import type { Article, Rejection, Span } from '../model/article.js'
import { type FrontMatter, isProblem, MAX_TITLE, type Problem, readFrontMatter } from './frontmatter.js'
import { plainHead } from './plain-head.js'

/** More lines are no article: each is looked at by itself, and costs as much as a sentence. */
export const MAX_LINES = 20_000

/**
 * The article that a file holds: Markdown with YAML front matter, or plain text whose first line is the title.
 * @param id the file's path below its folder
 * @param text the file as it stands on disk, with its byte order mark
 */
export function parseArticle(id: string, text: string): Article | Rejection {
  const { length } = linesOf(text)
  if (length === 0) {
    return { file: id, reason: message('noteFileEmpty'), remedy: message('noteWriteOrRemove') }
  }
  if (length > MAX_LINES) {
    return {
      file: id,
      reason: message('noteFileLines', { lines: length, most: MAX_LINES }),
      remedy: message('noteOneArticle'),
    }
  }
  const head: Head | Problem = withoutAbove(readFrontMatter(text)) ?? readPlainHead(text)
  if (isProblem(head)) return { file: id, ...head }

  const paragraphs = bodyOf(text, head.bodyStart, head.title)
  if (paragraphs.length === 0) {
    return { file: id, ...NO_TEXT }
  }
  const { above } = head
  const below = linesOf(text, head.bodyStart)
  const dating = head.published ? null : datingOf(text, [...above, ...below], DATING, above.length)
  const outlet = outletOf(text, head, below)
  return {
    id,
    title: head.title,
    titleSpan: head.titleSpan,
    outlet: outlet?.outlet ?? null,
    ...(outlet && outlet.basis !== 'given' && { outletBasis: outlet.basis }),
    published: head.published ?? dating?.published ?? null,
    publishedBasis: head.published ? (head.basis ?? 'given') : (dating?.basis ?? null),
    ...(dating?.unclear && { unclearDate: dating.unclear }),
    url: head.url,
    author: head.author,
    ...(head.modified && { modified: head.modified }),
    text,
    paragraphs,
  }
}

const DATING = { lines: dateLines, boilerplate: english }

interface Head extends FrontMatter {
  /** The lines above the headline, and the name of the outlet among them. */
  readonly above: readonly Span[]
  readonly masthead: string | null
}

const withoutAbove = (head: FrontMatter | Problem | null): Head | Problem | null =>
  head === null || isProblem(head) ? head : { ...head, above: [], masthead: null }

function outletOf(text: string, head: Head, below: readonly Span[]): FoundOutlet | null {
  if (head.outlet !== null) return { outlet: head.outlet, basis: 'given' }
  const site = siteOf(head.url)
  if (site !== null) return { outlet: site, basis: 'link' }
  if (head.masthead) return { outlet: head.masthead, basis: 'masthead' }
  return outletIn(text, below, dateLines)
}

/** Why a title alone is no article. */
export const NO_TEXT = {
  reason: message('noteNoText'),
  remedy: message('notePutText'),
} as const

export const isRejection = (result: Article | Rejection): result is Rejection => 'reason' in result
export const isArticle = (result: Article | Rejection): result is Article => !('reason' in result)

/** What stands before a headline on its line: a mark of Markdown, or the word that a letter has there. */
const TITLE_MARK = /^(?:#{1,6}\s+|Subject:\s*(?:(?:Re|Fwd?|AW|WG):\s*)*)/i

function readPlainHead(text: string): Head | Problem {
  const lines = linesOf(text)
  const { title: at, masthead } = plainHead(text, lines, english, dateLines)
  const line = lines[at]!
  const marks = TITLE_MARK.exec(text.slice(line.start, line.end))?.[0].length ?? 0
  const titleSpan = { start: line.start + marks, end: line.end }
  const title = text.slice(titleSpan.start, titleSpan.end)
  const where = { line: lineNumber(text, line.start), field: 'title' }
  if (!/[\p{L}\p{N}]/u.test(title)) {
    return { ...where, reason: message('noteNoTitleLine'), remedy: message('noteTitleFirst') }
  }
  if (title.length > MAX_TITLE) {
    return {
      ...where,
      reason: message('noteFirstLineLong', { n: title.length, most: MAX_TITLE }),
      remedy: message('noteTitleThenText'),
    }
  }
  const unknown = { outlet: null, published: null, basis: null, url: null, author: null, modified: null }
  return { title, titleSpan, ...unknown, bodyStart: line.end, above: lines.slice(0, at), masthead }
}
