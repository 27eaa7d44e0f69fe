import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'

/** Fewer words that nobody marked as said ("reacted strongly") are no wording to remember. */
const LEAST_INDIRECT_WORDS = 3

/** The quotations of an article that can be looked for. */
export function wordingsOf({ article, quotations }: AnnotatedArticle): Quotation[] {
  return quotations.filter((quotation) => isWording(article.text, quotation))
}

export function isWording(text: string, { direct, start, end }: Quotation): boolean {
  return direct || text.slice(start, end).trim().split(/\s+/).length >= LEAST_INDIRECT_WORDS
}
