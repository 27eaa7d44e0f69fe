import type { AnnotatedArticle } from '../../annotate/annotations.js'
import type { Article, Span } from '../../articles/model/article.js'
import type { ArticleRef, ArticleSummary, ArticleView, Excerpt } from '../contract/archive.js'

/** A verbatim piece of an article, numbered as shown to people. */
export function excerpt(article: Article, span: Span): Excerpt {
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    paragraph: paragraphNumber(article, span.start),
  }
}

/** The paragraph a place is in, from 1; 0 for the headline, which stands before all of them. */
function paragraphNumber({ paragraphs }: Article, at: number): number {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (paragraphs[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  return low
}

export function reference(article: Article): ArticleRef {
  const { id, title, outlet, published, publishedBasis, url } = article
  return { id, title, outlet, published, publishedBasis, url }
}

export function summary({ article, sentences }: AnnotatedArticle): ArticleSummary {
  const lead = sentences[0]
  return {
    ...reference(article),
    author: article.author,
    paragraphs: article.paragraphs.length,
    lead: lead ? excerpt(article, lead) : null,
  }
}

export function view(annotated: AnnotatedArticle): ArticleView {
  const { article } = annotated
  return { ...summary(annotated), body: article.paragraphs.map((span) => excerpt(article, span)) }
}
