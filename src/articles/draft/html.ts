import { Readability } from '@mozilla/readability'
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
  const article = readable(document)
  const title = metadata.title ?? article?.title?.trim()
  if (!article?.content || !title) return NO_ARTICLE
  return {
    ...metadata,
    title,
    author: metadata.author ?? article.byline ?? null,
    paragraphs: linesBelow(article.content),
  }
}

function readable(document: Document) {
  return new Readability<Node>(document as never, {
    serializer: (node) => node as Node,
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
    keepClasses: true,
  }).parse()
}
