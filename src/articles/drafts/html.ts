import { Readability } from '@mozilla/readability'
import { message } from '../../i18n/message.js'
import { dateLines } from '../../language/en/dates/date-lines.js'
import { boilerplate } from '../../language/en/text/boilerplate.js'
import { bareWords, factsOf } from '../clean/line-facts.js'
import { linesOf } from '../clean/lines.js'
import { datingOf } from '../dating/published.js'
import { isBeside } from './beside.js'
import { removeConsentLayers } from './consent.js'
import { type Document, linesBelow, MOST_ELEMENTS, type Node, parsePage } from './dom.js'
import { type Draft, isRefusal, type Refusal } from './draft.js'
import { metadataOf } from './metadata.js'

const NO_ARTICLE: Refusal = {
  reason: message('noteNoArticleThere'),
  remedy: message('noteNotAList'),
}

/**
 * The draft of a page: its facts from its metadata, its lines from what `@mozilla/readability` holds to be the
 * article. Nothing of the page is run, nothing that it names is loaded.
 * @param url where the page was found
 */
export function draftOfHtml(html: string, url: string | null): Draft | Refusal {
  const document = parsePage(html)
  if (isRefusal(document)) return document
  removeConsentLayers(document)
  const metadata = metadataOf(document, url)
  const below = linesBelowHeadline(document, metadata.title)
  const printed = metadata.published === null ? printedIn(below) : null
  const article = readable(document)
  const title = metadata.title ?? article?.title?.trim()
  if (!article?.content || !title) return NO_ARTICLE
  const lines = linesBelow(article.content)
  return {
    ...metadata,
    ...printed,
    title,
    author: metadata.author ?? article.byline ?? null,
    paragraphs: [...standfirst(below, lines), ...lines],
  }
}

/** The page's lines below its headline, but for menus, teasers and comments. */
function linesBelowHeadline(document: Document, title: string | null): string[] {
  const lines = linesBelow(document.body, isBeside)
  const headline = bareWords(document.querySelector('h1')?.textContent ?? title ?? '')
  return lines.slice(lines.findIndex((line) => bareWords(line) === headline) + 1)
}

/** Sentences below the headline that are taken for a part of the page's head. */
const MOST_OF_STANDFIRST = 3

/** Sentences between the headline and what was found to be the article: they are of it, too. */
function standfirst(below: readonly string[], article: readonly string[]): string[] {
  const first = bareWords(article[0] ?? '')
  const at = below.slice(0, HEAD_LINES).findIndex((line) => bareWords(line) === first)
  if (first === '' || at < 1) return []
  const sentences = below.slice(0, at).filter((line) => {
    const { prose, notice, credit } = factsOf(line, boilerplate)
    return prose && !notice && credit === null
  })
  return sentences.length <= MOST_OF_STANDFIRST ? sentences : []
}

const HEAD_LINES = 20

/** The day that the page prints below its headline. */
function printedIn(lines: readonly string[]): Pick<Draft, 'published' | 'basis' | 'unclearDate'> {
  const text = lines.join('\n')
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
