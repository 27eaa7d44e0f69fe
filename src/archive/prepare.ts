import { annotate } from '../annotate/annotate.js'
import type { AnnotatedArticle } from '../annotate/annotations.js'
import type { Article, Rejection } from '../articles/article.js'
import { isRejection, parseArticle } from '../articles/parse.js'
import { bodyPrint, fingerprint, type TextFile } from '../articles/read.js'
import { type ArticleTerms, termsOfArticle } from './article-terms.js'
import { type EventTerms, termsOfEvents } from './events/event-terms.js'

/** An article with all that can be known from its own text. */
export interface PreparedArticle {
  readonly article: Article
  readonly annotated: AnnotatedArticle
  readonly terms: ArticleTerms
  /** A hash of the file's text. */
  readonly fingerprint: string
  readonly eventTerms: EventTerms
  /** A hash of the body, to find articles that are in the folder twice. */
  readonly print: string
}

export type Prepared = PreparedArticle | Rejection

/** What one file holds. Depends on nothing but the file, so it need be done only once. */
export function prepare({ id, text }: TextFile): Prepared {
  const article = parseArticle(id, text)
  return isRejection(article) ? article : prepareArticle(article)
}

export function prepareArticle(article: Article): PreparedArticle {
  const annotated = annotate(article)
  return {
    article,
    annotated,
    terms: termsOfArticle(annotated),
    fingerprint: fingerprint(article.text),
    eventTerms: termsOfEvents(annotated),
    print: bodyPrint(article),
  }
}

export const isPrepared = (prepared: Prepared): prepared is PreparedArticle => 'annotated' in prepared

/** A preparation as JSON, without the text of the file. */
export function encode(prepared: Prepared): string {
  if (!isPrepared(prepared)) return JSON.stringify(prepared)
  const { article, annotated, ...rest } = prepared
  return JSON.stringify({
    ...rest,
    article: { ...article, text: undefined },
    annotated: { ...annotated, article: undefined },
  })
}

export function decode(json: string, { text }: TextFile): Prepared {
  const prepared = JSON.parse(json) as Prepared
  if (!isPrepared(prepared)) return prepared
  const article = { ...prepared.article, text }
  return { ...prepared, article, annotated: { ...prepared.annotated, article } }
}
