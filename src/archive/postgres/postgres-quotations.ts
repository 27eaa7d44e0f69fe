import type { Database } from '../../lib/postgres/database.js'
import { type KnownRows, numbered, type PostgresFilter, PostgresRetriever } from '../../retrieval/index.js'
import type { Frequency, Retriever, UnitFilter, UnitId } from '../../retrieval/port.js'
import type { QuotationRows, Wanted, Worded } from '../search/quotation-search.js'
import type { StoredPeople } from './stored-people.js'
import type { View } from './view.js'

/** More quotations of one speaker are not looked through where all are wanted. */
const MOST_LISTED = 20_000

/** What is kept of a view's quotations. */
export interface KnownQuotations {
  readonly frequencies: Map<string, Frequency>
  readonly rows: KnownRows
}

/** The quotations of one scope's articles in PostgreSQL: everybody's, or a server's own, asked beside the others. */
export class PostgresQuotations implements QuotationRows {
  readonly retriever: Retriever<'said'>
  readonly #database: Pick<Database, 'read'>
  readonly #view: View
  readonly #server: string
  readonly #people: StoredPeople

  /** @param server whose are found: '' for everybody's; words weigh what they do in all of the view */
  constructor(
    database: Pick<Database, 'read'>,
    view: View,
    server: string,
    people: StoredPeople,
    { frequencies, rows }: KnownQuotations,
  ) {
    this.#database = database
    this.#view = view
    this.#server = server
    this.#people = people
    const { quotations, articles, saidLength } = view.totals
    const options = {
      ask: <R>(sql: string, values: readonly unknown[]) => database.read<R & object>(sql, values),
      table: 'quotations' as const,
      field: 'said' as const,
      imports: view.imports,
      known: frequencies,
      totals: { units: quotations, groups: articles, lengths: { said: saidLength } },
    }
    const all = new PostgresRetriever({ ...options, servers: view.servers })
    const own = new PostgresRetriever({ ...options, servers: [server], weighedBy: view.servers, rows })
    this.retriever = {
      statistics: (terms) => all.statistics(terms),
      similarTerms: (term, edits) => all.similarTerms(term, edits),
      candidates: (query) => own.candidates(query),
      units: (ids, terms, fields) => own.units(ids, terms, fields),
      groups: (ids, terms) => own.groups(ids, terms),
    }
  }

  meant(speaker: string): Promise<Wanted> {
    return this.#people.meant(speaker)
  }

  nameOf(person: string): string | Promise<string> {
    return this.#people.nameOf(person)
  }

  async spokenBy({ is, names = [] }: Wanted, nameOf: QuotationRows['nameOf']): Promise<PostgresFilter> {
    const wanted: string[] = []
    for (const name of names) if (is(await nameOf(name))) wanted.push(name)
    const rows = await this.#database.read<{ spelling: string }>(
      'SELECT spelling FROM speakers WHERE server = $1 AND person = ANY($2)',
      [this.#server, wanted],
    )
    // Told by themselves: of a subquery the server can't know how few quotations it leaves.
    return { where: { sql: 'u.speaker = ANY(?)', values: [rows.map(({ spelling }) => spelling)] } }
  }

  async all(filter: UnitFilter | null): Promise<readonly UnitId[]> {
    const { where = null } = (filter ?? {}) as PostgresFilter
    const values: unknown[] = [this.#server]
    const condition = where ? `AND ${numbered(where, (one) => `$${values.push(one)}`)}` : ''
    const rows = await this.#database.read<{ id: number }>(
      `SELECT u.id FROM quotations u JOIN articles a ON a.id = u.article AND a.live WHERE u.server = $1 ${condition}
        ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C", u.id LIMIT ${MOST_LISTED}`,
      values,
    )
    return rows.map(({ id }) => id)
  }

  async utterances(ids: readonly UnitId[]): Promise<readonly number[]> {
    const rows = await this.#database.read<{ quotation: number; utterance: number }>(
      'SELECT quotation, utterance FROM utterances WHERE quotation = ANY($1::bigint[])',
      [ids],
    )
    const known = new Map(rows.map(({ quotation, utterance }) => [quotation, utterance]))
    return ids.map((id) => known.get(id) ?? id)
  }

  async said(ids: readonly UnitId[]): Promise<readonly string[]> {
    const rows = await this.#database.read<{ id: number; said: string }>(
      'SELECT id, said FROM quotations WHERE id = ANY($1::bigint[]) AND server = $2',
      [ids, this.#server],
    )
    const said = new Map(rows.map((row) => [row.id, row.said]))
    return ids.map((id) => said.get(id) ?? '')
  }

  async told(utterances: readonly number[]) {
    const rows = await this.#database.read<{
      utterance: number
      article: number
      place: number
      person: string | null
    }>(
      `SELECT coalesce(m.utterance, q.id) AS utterance, q.article, q.place, s.person
        FROM (SELECT unnest($1::bigint[]) AS id UNION SELECT quotation FROM utterances WHERE utterance = ANY($1::bigint[])) w
          JOIN quotations q ON q.id = w.id AND q.server = $2
          JOIN articles a ON a.id = q.article AND a.live
          LEFT JOIN utterances m ON m.quotation = q.id
          LEFT JOIN speakers s ON s.server = $2 AND s.spelling = q.speaker
        ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C", q.id`,
      [utterances, this.#server],
    )
    const articles = await this.#view.articles.read(
      rows.map(({ article }) => article),
      [this.#server],
    )
    const told = new Map<number, { person: string | null; wordings: Worded[] }>()
    for (const { utterance, article, place, person } of rows) {
      const owner = articles.get(article)?.annotated
      const quotation = owner?.quotations[place]
      if (!owner || !quotation) continue
      const known = told.get(utterance)
      if (known) known.wordings.push({ owner, quotation })
      else told.set(utterance, { person, wordings: [{ owner, quotation }] })
    }
    // None of what has gone since it was found.
    return utterances.map((utterance) => told.get(utterance) ?? { person: null, wordings: [] })
  }
}
