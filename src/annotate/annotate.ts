import type { Article, Span } from '../articles/model/article.js'
import type { AnnotatedArticle, Document, Passage } from './annotations.js'
import { findDates } from './dates.js'
import { documentOf } from './document.js'
import { findEvents } from './events.js'
import { findNames } from './names.js'
import { findQuotations } from './quotations.js'

/** Everything that can be known of an article from its own text. */
export function annotate(article: Article): AnnotatedArticle {
  const document = documentOf(article)
  const names = findNames(document)
  const dates = findDates(document, article.published)
  return {
    article,
    sentences: document.sentences,
    passages: passagesOf(document),
    quotations: findQuotations(document, names),
    dates,
    names,
    events: findEvents(document, dates, names, article.published),
  }
}

/** Longer paragraphs are split, so that a passage is what fits a reply and a match in it means something. */
const LONGEST_PASSAGE = 1200

/** One passage a paragraph; a paragraph over the limit gives several, split between sentences. */
export function passagesOf({ paragraphs, sentences }: Document): Passage[] {
  const passages: Passage[] = []
  let at = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    let open = null as Span | null
    for (; at < sentences.length && sentences[at]!.paragraph === index; at++) {
      const sentence = sentences[at]!
      if (open && sentence.end - open.start > LONGEST_PASSAGE) {
        passages.push({ ...open, paragraph: index })
        open = null
      }
      open = { start: open?.start ?? sentence.start, end: sentence.end }
    }
    passages.push({ ...(open ?? paragraph), paragraph: index })
  }
  return passages
}
