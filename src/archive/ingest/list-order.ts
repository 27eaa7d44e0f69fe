import type { Article } from '../../articles/model/article.js'
import type { PreparedArticle } from '../storage/prepared-article.js'

/** The newest first. */
export function byListOrder(
  a: Pick<Article, 'id' | 'published'>,
  b: Pick<Article, 'id' | 'published'>,
): number {
  if (a.published !== b.published) return (a.published ?? '') > (b.published ?? '') ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The newest first. */
export function inListOrder(prepared: readonly PreparedArticle[]): PreparedArticle[] {
  return [...prepared].sort((a, b) => byListOrder(a.article, b.article))
}
