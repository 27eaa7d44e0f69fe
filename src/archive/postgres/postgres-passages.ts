import type { Database } from '../../lib/postgres/database.js'
import {
  type NearestTerms,
  numbered,
  type PassageField,
  PLACES,
  type PostgresFilter,
  PostgresRetriever,
} from '../../retrieval/index.js'
import type { Candidates, Frequency, UnitId } from '../../retrieval/port.js'
import type { ArticleFilter } from '../contract/archive.js'
import { hasWordings, type PassageRows, type Place, textOf, type Wordings } from '../search/passage-search.js'
import { conditionOf } from './article-condition.js'
import type { View } from './view.js'

/** Articles that are read at a time when every one of them is looked through. */
const AT_A_TIME = 100
/** More articles are not looked through for wordings that hold no term. */
const MOST_LOOKED_THROUGH = 5000

/** The passages of articles in PostgreSQL, as one scope sees them. */
export class PostgresPassages implements PassageRows {
  readonly retriever: PostgresRetriever<PassageField>
  readonly spellings: NearestTerms
  readonly #database: Pick<Database, 'read'>
  readonly #view: View

  constructor(
    database: Pick<Database, 'read'>,
    view: View,
    spellings: NearestTerms,
    known: Map<string, Frequency>,
  ) {
    this.#database = database
    this.#view = view
    this.spellings = spellings
    this.retriever = new PostgresRetriever({
      ask: (sql, values) => database.read(sql, values),
      table: 'passages',
      field: 'text',
      groupField: 'title',
      servers: view.servers,
      imports: view.imports,
      known,
      rows: view.rows,
      totals: {
        units: view.totals.passages,
        groups: view.totals.articles,
        lengths: { title: view.totals.titleLength, text: view.totals.textLength },
      },
    })
  }

  filter(query: ArticleFilter, terms: readonly string[], wordings: Wordings | null): PostgresFilter {
    return {
      where: conditionOf(query),
      holding: terms,
      reads: wordings && ((ids) => this.#reads(ids, wordings)),
    }
  }

  async all({ where = null, reads }: PostgresFilter, limit: number): Promise<Candidates> {
    const values: unknown[] = [this.#view.servers]
    const condition = where ? `AND ${numbered(where, (one) => `$${values.push(one)}`)}` : ''
    const articles = await this.#database.read<{ id: number; passages: number }>(
      `SELECT a.id, a.passages FROM articles a WHERE a.server = ANY($1) AND a.live ${condition}
        ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C" LIMIT ${MOST_LOOKED_THROUGH}`,
      values,
    )
    const found: { id: UnitId; group: number }[] = []
    for (let from = 0; from < articles.length; from += AT_A_TIME) {
      const some = articles.slice(from, from + AT_A_TIME)
      const ids = some.flatMap(({ id, passages }) =>
        Array.from({ length: passages }, (_, place) => ({ id: id * PLACES + place, group: id })),
      )
      const wanted = reads ? await reads(ids.map(({ id }) => id)) : null
      found.push(...(wanted ? ids.filter((_, at) => wanted[at]) : ids))
    }
    return { best: found.slice(0, limit), total: found.length }
  }

  async places(ids: readonly UnitId[]): Promise<Place[]> {
    const articles = await this.#view.articles.read(ids.map(articleOf), this.#view.servers)
    return ids.map((id) => {
      const { annotated } = articles.get(articleOf(id))!
      return { owner: annotated, passage: annotated.passages[id % PLACES]! }
    })
  }

  async #reads(ids: readonly UnitId[], wordings: Wordings): Promise<boolean[]> {
    const places = await this.places(ids)
    return places.map(({ owner, passage }) => hasWordings(textOf(owner, passage), wordings))
  }
}

const articleOf = (id: UnitId) => Math.floor(id / PLACES)
