import { bestByScore } from '../best.js'
import { lengthNorm, saturatedBy } from '../bm25.js'
import type {
  CandidateQuery,
  Candidates,
  Frequency,
  GroupId,
  Holdings,
  QueryTerm,
  Retriever,
  SimilarTerm,
  Statistics,
  UnitFilter,
  UnitId,
} from '../port.js'
import { countIn, type TermCounts, unpackCounts } from './term-counts.js'
import { termHash } from './term-hash.js'
import { isLexeme, quoted } from './tsvector.js'
import { MOST_KNOWN, Vocabulary } from './vocabulary.js'

/** What is asked of a database: rows by column, bytes as `Buffer`, whole numbers as numbers. */
export type Ask = <R>(sql: string, values: readonly unknown[]) => Promise<readonly R[]>

/** What is known of all that a scope sees. */
export interface Totals<F extends string> {
  readonly units: number
  readonly groups: number
  readonly lengths: Readonly<Record<F, number>>
}

export interface PostgresOptions<F extends string> {
  readonly ask: Ask
  /** The table of the units: id, article, import, server, terms, counts. */
  readonly table: 'passages' | 'quotations'
  /** The field that lies in the unit, and the one that counts for all units of its article, if any. */
  readonly field: F
  readonly groupField?: F
  /** Whose units are seen: '' is everybody's. */
  readonly servers: readonly string[]
  /** Whose frequencies tell which terms are rare, where units of fewer are found. */
  readonly weighedBy?: readonly string[]
  /** The imports that what is seen came with. */
  readonly imports: readonly number[]
  readonly totals: Totals<F>
  /** Frequencies that are known already; they are those of this scope at this edition. */
  readonly known?: Map<string, Frequency>
  /** Rows that were read before, of whatever scope. */
  readonly rows?: KnownRows
}

/** Rows by their ids, which never change; each says whose it is. */
export interface KnownRows {
  readonly units: Map<UnitId, KnownUnit>
  readonly groups: Map<GroupId, KnownGroup>
}

export type KnownUnit = UnitRow & { readonly server: string }
export type KnownGroup = GroupRow & { readonly server: string }

/** A filter that the database applies itself. */
export interface PostgresFilter extends UnitFilter {
  /** A condition on `a`, the article, with a question mark for each value: `a.published >= ?`. */
  readonly where?: { readonly sql: string; readonly values: readonly unknown[] } | null
  /** Which of some units are wanted, told by what they hold: it is asked of all that are found. */
  readonly reads?: ((ids: readonly UnitId[]) => Promise<readonly boolean[]>) | null
}

/** The unit's id is its article's times this, plus its place there. */
export const PLACES = 65_536

/**
 * The rarest terms are looked up first, until they stand in so many units together: all terms of a question would
 * find half of the archive. Those that only the others would find hold none of the words that tell most.
 */
const MOST_POSTINGS = 10_000
/** So many of those that hold most of the weight are ranked by BM25. */
const MOST_RANKED = 800
/** So many are read to tell whether they hold a wording. */
const MOST_READ = 4000

/**
 * The port over PostgreSQL: units are found by an inverted index (GIN) over their terms, the rarest terms first, and
 * ranked by BM25 as everywhere. What it tells of a scope is what is live there.
 */
export class PostgresRetriever<F extends string> implements Retriever<F> {
  readonly #options: PostgresOptions<F>
  readonly #known: Map<string, Frequency>
  #vocabulary: Promise<Vocabulary> | null = null

  constructor(options: PostgresOptions<F>) {
    this.#options = options
    this.#known = options.known ?? new Map()
  }

  async statistics(terms: readonly string[]): Promise<Statistics<F>> {
    const { totals } = this.#options
    const frequencies = await this.#frequencies(terms)
    return { ...totals, frequencies: new Map(terms.map((term) => [term, frequencies.get(term)!])) }
  }

  async candidates({ terms, statistics, filter, limit }: CandidateQuery<F>): Promise<Candidates> {
    const finding = await this.#rarestFirst(terms)
    if (finding.length === 0) return { best: [], total: 0 }
    const { table, ask } = this.#options
    const { where = null, holding = [], inGroup, accepts, reads } = filter as PostgresFilter
    const values: unknown[] = [this.#options.servers, this.#options.imports]
    const value = (one: unknown) => `$${values.push(one)}`
    const holds = holding.filter(isLexeme).map(quoted).join(' & ')
    // Filters that only this process can tell are applied to all that is found; what is read for them is dear.
    const most =
      inGroup || accepts ? null : reads ? MOST_READ : Math.max(MOST_RANKED, Math.min(limit, MOST_READ))
    const found = `FROM unnest(${value(finding.map(({ lexeme }) => lexeme))}::text[],
        ${value(finding.map(({ weight }) => weight))}::float4[]) AS q (lexeme, weight)
      JOIN ${table} u ON u.terms @@ q.lexeme::tsquery AND u.server = ANY($1) AND u.import = ANY($2)
        ${holds === '' ? '' : `AND u.terms @@ ${value(holds)}::tsquery`}`
    const condition = where ? `AND ${numbered(where, value)}` : ''
    // Articles are looked at last where nothing is asked of them: what is no longer live is little.
    const narrowed = where ? `JOIN articles a ON a.id = u.article AND a.live ${condition}` : ''
    const rows = await ask<CandidateRow>(
      `WITH found AS (SELECT u.id, u.article, sum(q.weight) AS weight ${found} ${narrowed} GROUP BY 1, 2),
          best AS (SELECT *, count(*) OVER () AS total FROM found
            ORDER BY weight DESC, id ${most === null ? '' : `LIMIT ${most}`})
        SELECT b.id, b.article, b.total, u.server, u.counts, a.title_counts AS title, a.published, a.name FROM best b
          JOIN ${table} u ON u.id = b.id JOIN articles a ON a.id = b.article AND a.live AND a.server = ANY($1)`,
      values,
    )
    for (const { id, article, counts, server } of rows)
      this.#options.rows?.units.set(id, { id, article, counts, server })
    const ranked = inListOrder(await this.#accepted(rows, filter))
    const scores = this.#score(ranked, terms, statistics)
    const best = bestByScore(
      ranked.map((_, row) => row),
      scores,
      limit,
    )
    const gone = rows.length - ranked.length
    return {
      best: best.map((row) => ({ id: ranked[row]!.id, group: ranked[row]!.article, order: row })),
      total: Math.max(0, (rows[0]?.total ?? 0) - gone),
    }
  }

  async units<G extends F = F>(
    asked: readonly UnitId[],
    terms: readonly QueryTerm[],
    fields: readonly G[] = this.#fields as readonly G[],
  ): Promise<Holdings<G>> {
    const ids = asked.filter((id) => Number.isSafeInteger(id) && id >= 0)
    const ofGroup = fields.includes(this.#options.groupField as never)
    const byId = await (ofGroup ? this.#unitsOfGroups(ids) : this.#units(ids))
    const held = ids.flatMap((id) => byId.get(id) ?? [])
    return {
      ids: held.map(({ id }) => id),
      groups: held.map(({ article }) => article),
      ...this.#held(
        fields,
        held.map(({ counts, title = null }) => ({ own: counts, group: title })),
        terms,
      ),
    }
  }

  async groups(asked: readonly GroupId[], terms: readonly QueryTerm[]): Promise<Holdings<F>> {
    const byId = await this.#groups(asked)
    const ids = asked.filter((id) => byId.has(id))
    const held = ids.map((id) => byId.get(id)!).map(({ counts, title }) => ({ own: counts, group: title }))
    return { ids, groups: ids, ...this.#held(this.#fields, held, terms) }
  }

  async similarTerms(term: string, edits: number): Promise<readonly SimilarTerm[]> {
    const { ask, servers, table } = this.#options
    this.#vocabulary ??= ask<{ term: string; units: number }>(
      `SELECT term, sum(units)::float8 AS units FROM term_frequencies WHERE server = ANY($1) AND unit = $2 AND units > 0
        GROUP BY term ORDER BY units DESC, term LIMIT ${MOST_KNOWN}`,
      [servers, table],
    ).then((rows) => new Vocabulary(rows))
    return (await this.#vocabulary).near(term, edits)
  }

  async #units(ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, UnitRow>> {
    const { ask, table, servers, rows: known } = this.#options
    return read(ids, servers, known?.units, (missing) =>
      ask(
        `SELECT id, article, counts, server FROM ${table} WHERE id = ANY($1::bigint[]) AND server = ANY($2)`,
        [missing, servers],
      ),
    )
  }

  /** With what counts for their groups, the first of each with it. */
  async #unitsOfGroups(ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, UnitRow>> {
    const { ask, table, servers } = this.#options
    const rows = await ask<UnitRow>(
      `SELECT u.id, u.article, u.counts, CASE WHEN u.id % ${PLACES} = 0 THEN a.title_counts END AS title FROM ${table} u
        JOIN articles a ON a.id = u.article WHERE u.id = ANY($1::bigint[]) AND u.server = ANY($2)`,
      [ids, servers],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  async #groups(ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, GroupRow>> {
    const { ask, servers, rows: known } = this.#options
    return read(ids, servers, known?.groups, (missing) =>
      ask(
        `SELECT id, text_counts AS counts, title_counts AS title, server FROM articles
          WHERE id = ANY($1::bigint[]) AND server = ANY($2)`,
        [missing, servers],
      ),
    )
  }

  get #fields(): readonly F[] {
    const { field, groupField } = this.#options
    return groupField === undefined ? [field] : [groupField, field]
  }

  /** What finds: each a `tsquery`, with what a unit that it finds is worth. */
  async #rarestFirst(terms: readonly QueryTerm[]): Promise<{ lexeme: string; weight: number }[]> {
    const all = terms.flatMap(({ weight, terms: counted }) =>
      [...counted].map(([term, share]) => ({ term, weight: weight * Math.sqrt(share) })),
    )
    const frequencies = await this.#frequencies(all.map(({ term }) => term))
    const known = all
      .map((one) => ({ ...one, ...frequencies.get(one.term)! }))
      .filter(({ term, groups }) => groups > 0 && isLexeme(term))
      .sort((a, b) => a.units - b.units)
    const finding: typeof known = []
    let postings = 0
    for (const one of known) {
      if (finding.length > 0 && postings + one.units > MOST_POSTINGS) break
      finding.push(one)
      postings += one.units
    }
    return finding.map(({ term, weight }) => ({ lexeme: quoted(term), weight }))
  }

  async #frequencies(terms: readonly string[]): Promise<ReadonlyMap<string, Frequency>> {
    const { ask, servers, weighedBy = servers, table } = this.#options
    const missing = [...new Set(terms)].filter((term) => !this.#known.has(term))
    if (missing.length > 0) {
      const rows = await ask<{ term: string; units: number; articles: number }>(
        `SELECT term, sum(units)::float8 AS units, sum(articles)::float8 AS articles FROM term_frequencies
          WHERE server = ANY($1) AND unit = $2 AND term = ANY($3) GROUP BY term`,
        [weighedBy, table, missing],
      )
      for (const term of missing) this.#known.set(term, { units: 0, groups: 0 })
      for (const { term, units, articles } of rows) this.#known.set(term, { units, groups: articles })
    }
    return this.#known
  }

  /** Without the terms that nothing holds: most words of like meaning are none of the archive's. */
  #hashesOf(terms: readonly QueryTerm[]): readonly Hashed[] {
    return terms.map(({ terms: counted }) =>
      [...counted].flatMap(([term, share]) =>
        this.#known.get(term)?.groups === 0 ? [] : [[termHash(term), share] as const],
      ),
    )
  }

  async #accepted(rows: readonly CandidateRow[], filter: PostgresFilter): Promise<CandidateRow[]> {
    const { inGroup, accepts, reads, holding = [] } = filter
    const hashes = holding.map(termHash)
    // A title's word finds its first passage, too, which need not hold it.
    const kept = rows.filter(
      ({ id, article, counts }) =>
        inGroup?.(article) !== false &&
        hashes.every((hash) => countIn(unpackCounts(counts), hash) > 0) &&
        accepts?.(id) !== false,
    )
    if (!reads) return kept
    const accepted = await reads(kept.map(({ id }) => id))
    return kept.filter((_, at) => accepted[at])
  }

  #score(
    rows: readonly CandidateRow[],
    terms: readonly QueryTerm[],
    statistics: Statistics<F>,
  ): Float64Array {
    const { field, groupField } = this.#options
    const average = (one: F, of: number) => statistics.lengths[one] / (of || 1)
    const own = average(field, statistics.units)
    const group = groupField === undefined ? 0 : average(groupField, statistics.groups)
    const hashed = this.#hashesOf(terms)
    const bm25 = (bytes: Buffer, averageLength: number) => {
      const counts = unpackCounts(bytes)
      const norm = lengthNorm(counts.length, averageLength)
      return hashed.reduce((sum, counted, at) => {
        const count = sumIn(counts, counted)
        return count === 0 ? sum : sum + terms[at]!.weight * saturatedBy(count, norm)
      }, 0)
    }
    return Float64Array.from(rows, ({ counts, title }) => {
      const score = bm25(counts, own)
      return groupField === undefined ? score : score + bm25(title, group)
    })
  }

  #held<G extends F>(
    fields: readonly G[],
    rows: readonly { readonly own: Buffer; readonly group: Buffer | null }[],
    terms: readonly QueryTerm[],
  ): Pick<Holdings<G>, 'lengths' | 'counts'> {
    const hashed = this.#hashesOf(terms)
    const lengths = {} as Record<G, Float64Array>
    const counts = {} as Record<G, Float64Array>
    for (const field of fields) {
      const held = new Float64Array(rows.length * terms.length)
      const lengthOf = new Float64Array(rows.length)
      for (const [row, { own, group }] of rows.entries()) {
        const bytes = field === this.#options.groupField ? group : own
        if (!bytes) continue
        const one = unpackCounts(bytes)
        lengthOf[row] = one.length
        for (let at = 0; at < hashed.length; at++) held[row * terms.length + at] = sumIn(one, hashed[at]!)
      }
      lengths[field] = lengthOf
      counts[field] = held
    }
    return { lengths, counts }
  }
}

export interface UnitRow {
  readonly id: number
  readonly article: number
  readonly counts: Buffer
  readonly title?: Buffer | null
}

export interface GroupRow {
  readonly id: number
  readonly counts: Buffer
  readonly title: Buffer
}

interface CandidateRow extends UnitRow {
  readonly server: string
  readonly title: Buffer
  readonly total: number
  readonly published: string | null
  readonly name: string
}

/** Rows by their ids: those that are known and may be seen here, and what is asked for of the others. */
async function read<R extends { readonly id: number; readonly server: string }>(
  ids: readonly number[],
  servers: readonly string[],
  known: Map<number, R> | undefined,
  ask: (missing: readonly number[]) => Promise<readonly R[]>,
): Promise<ReadonlyMap<number, R>> {
  const found = new Map<number, R>()
  const missing: number[] = []
  for (const id of ids) {
    const row = known?.get(id)
    if (!row) missing.push(id)
    else if (servers.includes(row.server)) found.set(id, row)
  }
  for (const row of missing.length > 0 ? await ask(missing) : []) {
    known?.set(row.id, row)
    found.set(row.id, row)
  }
  return found
}

/** A condition with its values among those of the whole statement. */
export function numbered(
  { sql, values }: NonNullable<PostgresFilter['where']>,
  value: (one: unknown) => string,
): string {
  let at = 0
  return sql.replace(/\?/g, () => value(values[at++]))
}

/** As articles are listed, and in each in the order of the text. */
function inListOrder(rows: readonly CandidateRow[]): CandidateRow[] {
  return rows.toSorted((a, b) => {
    if (a.article === b.article) return a.id - b.id
    if (a.published !== b.published) return (a.published ?? '') > (b.published ?? '') ? -1 : 1
    return a.name < b.name ? -1 : 1
  })
}

type Hashed = readonly (readonly [hash: number, share: number])[]

function sumIn(counts: TermCounts, counted: Hashed): number {
  let sum = 0
  for (const [hash, share] of counted) sum += share * countIn(counts, hash)
  return sum
}
