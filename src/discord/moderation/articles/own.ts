/** A server's own articles, as its moderators see them. */

import type { ArticleSummary } from '../../../archive/contract/archive.js'
import type { StoredFile } from '../../../articles/store/index.js'
import { hashIn, ownId } from '../../../articles/store/index.js'
import type { Library } from './library.js'

export interface OwnArticle {
  readonly file: StoredFile
  /** Ten hexadecimal digits that tell it from the server's others. */
  readonly hash: string
  /** Null where the archive has left it out, since a shared article has the same text. */
  readonly article: ArticleSummary | null
}

/** The newest first; those that the archive has left out come last. */
export async function ownArticles({ store, archive }: Library, server: string): Promise<OwnArticle[]> {
  const [files, { articles }] = await Promise.all([
    store.list(server),
    archive.articles({ own: true }, { server }),
  ])
  const places = new Map(articles.map((article, place) => [article.id, { article, place }]))
  return files
    .map((file) => ({ file, found: places.get(ownId(file.name)) }))
    .sort((a, b) => (a.found?.place ?? Infinity) - (b.found?.place ?? Infinity))
    .map(({ file, found }) => ({ file, hash: hashIn(file.name), article: found?.article ?? null }))
}

/** Its title, or the name of its file. */
export const titleOf = ({ article, file }: OwnArticle) => article?.title ?? file.name
