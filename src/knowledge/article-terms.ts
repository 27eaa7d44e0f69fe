import type { AnnotatedArticle } from '../annotate/annotations.js'
import type { Span } from '../articles/model/article.js'
import { Analyzer, type Term } from '../text/terms.js'
import { wordingsOf } from './utterances/searchable-quotations.js'

/** Places in a list of terms. */
export type TermList = readonly number[]

/** The terms of one article, in the order of the text. */
export interface ArticleTerms {
  /** Every term once. */
  readonly distinct: readonly string[]
  /** How the article writes each of them where it first stands in a passage or the title; empty for the others. */
  readonly written: readonly string[]
  readonly title: TermList
  /** One list a passage. */
  readonly passages: readonly TermList[]
  /** One list a quotation that can be looked for, with its stop words. */
  readonly quotations: readonly TermList[]
}

const topics = new Analyzer()
const wordings = new Analyzer({ keepStopWords: true })

export function termsOfArticle(annotated: AnnotatedArticle): ArticleTerms {
  const { article, passages } = annotated
  const wordings = textsOf(article.text, wordingsOf(annotated))
  return termsOfTexts(article.title, textsOf(article.text, passages), wordings)
}

export const textsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end))

function termsOfTexts(
  title: string,
  passages: readonly string[],
  quotations: readonly string[],
): ArticleTerms {
  const places = new Map<string, number>()
  const written: string[] = []
  const listOf = (analyzer: Analyzer, text: string, write: (term: Term) => string) =>
    analyzer.terms(text).map((term) => {
      const known = places.get(term.term)
      if (known !== undefined) return known
      written.push(write(term))
      places.set(term.term, places.size)
      return places.size - 1
    })
  const topic = (text: string) => listOf(topics, text, ({ start, end }) => text.slice(start, end))
  const lists = {
    title: topic(title),
    passages: passages.map(topic),
    // After the passages, so that a term that stands there as well is written as it is there.
    quotations: quotations.map((text) => listOf(wordings, text, () => '')),
  }
  return { distinct: [...places.keys()], written, ...lists }
}
