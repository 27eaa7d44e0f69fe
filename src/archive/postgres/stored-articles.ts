import { boundedMap } from '../../lib/bounded.js'
import type { Database } from '../../lib/postgres/database.js'
import { StoredArticle } from '../storage/stored-article.js'

/** Articles that are kept of those asked for last: some 20 kB each. */
const MOST_KEPT = 1500

/** Articles with all that was annotated in them, by the ids of their rows. */
export class StoredArticles {
  readonly #database: Pick<Database, 'read'>
  readonly #kept = boundedMap<number, { readonly server: string; readonly article: StoredArticle }>(MOST_KEPT)

  constructor(database: Pick<Database, 'read'>) {
    this.#database = database
  }

  /** @param servers whose articles may be seen; others are not among them */
  async read(ids: Iterable<number>, servers: readonly string[]): Promise<Map<number, StoredArticle>> {
    const found = new Map<number, StoredArticle>()
    const missing: number[] = []
    for (const id of new Set(ids)) {
      const known = this.#kept.get(id)
      if (!known) missing.push(id)
      else if (servers.includes(known.server)) found.set(id, known.article)
      if (known) this.#kept.set(id, known)
    }
    if (missing.length === 0) return found
    const rows = await this.#database.read<{ id: number; server: string; text: string; packed: Buffer }>(
      'SELECT id, server, text, packed FROM articles WHERE id = ANY($1::bigint[]) AND server = ANY($2)',
      [missing, servers],
    )
    for (const { id, server, text, packed } of rows) {
      // Copied: the bytes are a view of what the connection has read, which would stay in memory with them.
      const article = new StoredArticle(Uint8Array.from(packed), text)
      this.#kept.set(id, { server, article })
      found.set(id, article)
    }
    return found
  }
}
