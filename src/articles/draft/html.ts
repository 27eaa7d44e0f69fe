import { Readability } from '@mozilla/readability'
import { boilerplate } from '../../language/en/boilerplate.js'
import { dateLines } from '../../language/en/date-lines.js'
import { datingOf } from '../dating/published.js'
import { bareWords } from '../facts.js'
import { linesOf } from '../lines.js'
import { isBeside } from './beside.js'
import { type Document, linesBelow, MOST_ELEMENTS, type Node, parsePage } from './dom.js'
import { type Draft, isRefusal, type Refusal } from './draft.js'
import { metadataOf } from './metadata.js'

const NO_ARTICLE: Refusal = {
  reason: 'no article was found on the page',
  remedy:
    'Check that the link leads to an article and not to a list, or save its text as a .txt file and add that.',
}

/**
 * The draft of a page: its facts from its metadata, its lines from what `@mozilla/readability` holds to be the
 * article. Nothing of the page is run, nothing that it names is loaded.
 * @param url where the page was found
 */
export function draftOfHtml(html: string, url: string | null): Draft | Refusal {
  const document = parsePage(html)
  if (isRefusal(document)) return document
  const metadata = metadataOf(document, url)
  const printed = metadata.published === null ? printedOn(document, metadata.title) : null
  const article = readable(document)
  const title = metadata.title ?? article?.title?.trim()
  if (!article?.content || !title) return NO_ARTICLE
  return {
    ...metadata,
    ...printed,
    title,
    author: metadata.author ?? article.byline ?? null,
    paragraphs: linesBelow(article.content),
  }
}

/** The day that the page prints below its headline, where its metadata tells none. */
function printedOn(
  document: Document,
  title: string | null,
): Pick<Draft, 'published' | 'basis' | 'unclearDate'> {
  const lines = linesBelow(document.body, isBeside)
  const headline = bareWords(document.querySelector('h1')?.textContent ?? title ?? '')
  const text = lines.slice(lines.findIndex((line) => bareWords(line) === headline) + 1).join('\n')
  const { published, basis, unclear } = datingOf(text, linesOf(text), { lines: dateLines, boilerplate })
  return { published, ...(basis && { basis }), ...(unclear !== null && { unclearDate: unclear }) }
}

function readable(document: Document) {
  return new Readability<Node>(document as never, {
    serializer: (node) => node as Node,
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
    keepClasses: true,
  }).parse()
}
