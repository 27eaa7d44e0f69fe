import type { AnnotatedArticle } from '../../annotate/annotations.js'
import type { Article } from '../../articles/model/article.js'
import type { ArticleTerms } from '../../knowledge/article-terms.js'
import type { EventTerms } from '../../knowledge/index.js'

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
