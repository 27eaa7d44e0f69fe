import { boundedMap } from '../../lib/bounded.js'
import type { Database, Queryable } from '../../lib/postgres/database.js'
import { StoredArticle } from '../storage/stored-article.js'

/** Of those asked for last so many bytes are kept: some 400 articles. */
const MOST_KEPT_BYTES = 14e6
/** Articles that are read at a time where many are: what comes takes four times what it is while it is read. */
const AT_A_TIME = 100

interface Kept {
  readonly server: string
  readonly article: StoredArticle
  readonly bytes: number
}

interface Row {
  readonly id: number
  readonly server: string
  readonly text: string
  readonly packed: Buffer
}

// Copied: a small piece of a large buffer would keep all of it in memory.
const storedOf = ({ packed, text }: Row) => new StoredArticle(Uint8Array.from(packed), text)

/** Articles with all that was annotated in them, by the ids of their rows, in their order. */
export async function storedIn(
  client: Queryable,
  ids: readonly number[],
): Promise<Map<number, StoredArticle>> {
  const found = new Map<number, StoredArticle>()
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const some = ids.slice(from, from + AT_A_TIME)
    const { rows } = await client.query<Row>(
      'SELECT id, server, text, packed FROM articles WHERE id = ANY($1::bigint[])',
      [some],
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const id of some) found.set(id, storedOf(byId.get(id)!))
  }
  return found
}

/** Those that were asked for lately. */
export class StoredArticles {
  readonly #database: Pick<Database, 'read'>
  readonly #kept = boundedMap<number, Kept>(MOST_KEPT_BYTES, ({ bytes }) => bytes)

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
    const rows = await this.#database.read<Row>(
      'SELECT id, server, text, packed FROM articles WHERE id = ANY($1::bigint[]) AND server = ANY($2)',
      [missing, servers],
    )
    for (const row of rows) {
      const article = storedOf(row)
      // Most texts have a letter or a mark that makes two bytes of each.
      const bytes = row.packed.length + 2 * row.text.length
      this.#kept.set(row.id, { server: row.server, article, bytes })
      found.set(row.id, article)
    }
    return found
  }
}
