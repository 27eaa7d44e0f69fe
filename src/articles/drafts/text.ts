import { linesOf, paragraphsOf } from '../clean/lines.js'
import { readFrontMatter } from '../folder/frontmatter.js'
import { isRejection, parseArticle } from '../folder/parse.js'
import type { Draft, Refusal } from './draft.js'

/** The draft of a text: Markdown with front matter, or plain text whose first line is the title. */
export function draftOfText(text: string): Draft | Refusal {
  const article = parseArticle('', text)
  if (isRejection(article)) {
    const { file: _, ...refusal } = article
    return refusal
  }
  const head = readFrontMatter(text)
  const bodyStart = head && 'bodyStart' in head ? head.bodyStart : (article.titleSpan?.end ?? 0)
  const {
    title,
    outlet,
    outletBasis,
    published,
    publishedBasis,
    unclearDate,
    modified = null,
    url,
    author,
  } = article
  return {
    title,
    outlet,
    published,
    ...(publishedBasis && publishedBasis !== 'given' && { basis: publishedBasis }),
    ...(unclearDate !== undefined && { unclearDate }),
    ...(outletBasis && { outletBasis }),
    modified,
    url,
    author,
    paragraphs: paragraphsOf(text, linesOf(text, bodyStart)).map(({ start, end }) => text.slice(start, end)),
  }
}
