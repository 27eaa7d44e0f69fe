import { isShortName } from '../../articles/model/short-name.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Database, Unlisten } from '../../lib/postgres/database.js'
import { numbered, SpellingCorrector } from '../../retrieval/index.js'
import type { Frequency } from '../../retrieval/port.js'
import { foldForPhrases } from '../../text/terms.js'
import type {
  Archive,
  ArchiveStatus,
  ArticleQuery,
  ArticleRef,
  ArticleResult,
  ArticleSummary,
  ArticleView,
  Consulted,
  EventQuery,
  EventResult,
  PassageQuery,
  PassageResult,
  QuotationQuery,
  Scope,
  Suggestion,
  SuggestionQuery,
  UtteranceResult,
} from '../contract/archive.js'
import { view as viewOfArticle } from '../search/excerpts.js'
import { PassageSearch } from '../search/passage-search.js'
import { conditionOf } from './article-condition.js'
import { EDITIONS, type Edition } from './edition.js'
import { PostgresPassages } from './postgres-passages.js'
import { StoredArticles } from './stored-articles.js'
import { REFERENCE, type ReferenceRow, referenceOf, type View, versionOf, viewOf } from './view.js'

/** Scopes of which something is kept: their frequencies of terms, and the words that they hold. */
const MOST_SCOPES = 200
const MOST_TERMS = 50_000
/** Words that a slip of the fingers may be meant for, the commonest; what is rarer is most often such a slip itself. */
const MOST_SPELLINGS = 150_000

/** What is made of one view, until another edition takes its place. */
interface Opened {
  readonly view: View
  readonly passages: PassageSearch<PostgresPassages>
}

/**
 * The archive in a PostgreSQL that processes share. Nothing of it is in memory but what was asked for lately: a million
 * passages take no more than a thousand do. What is published by whatever process is served from the next question on.
 */
export class PostgresArchive implements Archive {
  readonly #database: Database
  readonly #articles: StoredArticles
  readonly #opened = boundedMap<string, Promise<Opened>>(MOST_SCOPES)
  #unlisten: Unlisten | null = null

  static async open(
    database: Database,
    onChange: (server: string | null) => void = () => {},
  ): Promise<PostgresArchive> {
    const archive = new PostgresArchive(database)
    archive.#unlisten = await database.listen(EDITIONS, (server) => {
      archive.#forget(server)
      onChange(server)
    })
    return archive
  }

  private constructor(database: Database) {
    this.#database = database
    this.#articles = new StoredArticles(database)
  }

  async close(): Promise<void> {
    await this.#unlisten?.()
  }

  async status(scope: Scope): Promise<ArchiveStatus> {
    const { view } = await this.#open(scope)
    const { articles, passages, quotations, dates, oldest, newest, gaps } = view.totals
    return {
      version: versionOf(view),
      builtAt: view.editions.map(({ publishedAt }) => publishedAt).reduce((a, b) => (a > b ? a : b), ''),
      buildMs: view.editions[0]?.buildMs ?? 0,
      rejections: view.editions.flatMap(({ rejections }) => rejections),
      ...{ articles, passages, quotations, dates, oldest, newest, gaps },
    }
  }

  async articles({ limit, ...filter }: ArticleQuery, scope: Scope): Promise<ArticleResult> {
    const { view } = await this.#open(scope)
    const values: unknown[] = [view.servers]
    const value = (one: unknown) => `$${values.push(one)}`
    const where = conditionOf(filter)
    const rows = await this.#database.read<
      ReferenceRow & Pick<ArticleSummary, 'author' | 'paragraphs' | 'lead'> & { readonly total: number }
    >(
      `SELECT ${REFERENCE}, a.author, a.paragraphs, a.lead, count(*) OVER () AS total FROM articles a
        WHERE a.server = ANY($1) AND a.live ${where ? `AND ${numbered(where, value)}` : ''}
        ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C" ${limit === undefined ? '' : `LIMIT ${value(limit)}`}`,
      values,
    )
    const articles = rows.map(({ author, paragraphs, lead, total: _, ...row }) => ({
      ...referenceOf(row),
      author,
      paragraphs,
      lead,
    }))
    return { articles, total: rows[0]?.total ?? 0, consulted: consultedOf(view) }
  }

  async article(name: string, scope: Scope): Promise<ArticleView | null> {
    const wanted = foldForPhrases(name)
    if (wanted === '') return null
    const { view } = await this.#open(scope)
    const find = (condition: string) =>
      this.#database.read<ReferenceRow>(
        `SELECT ${REFERENCE} FROM articles a WHERE a.server = ANY($1) AND a.live AND (${condition}) LIMIT 2`,
        [view.servers, wanted],
      )
    const whole = await find(
      `a.folded_name = $2 OR a.folded_title = $2 ${isShortName(wanted) ? 'OR a.short_name = $2' : ''}`,
    )
    const found =
      whole.length > 0
        ? whole
        : await find('position($2 IN a.folded_name) > 0 OR position($2 IN a.folded_title) > 0')
    const [only] = found
    if (!only || found.length > 1) return null
    const article = (await this.#articles.read([only.row], view.servers)).get(only.row)
    return article ? { ...viewOfArticle(article.annotated), ...referenceOf(only) } : null
  }

  async passages(query: PassageQuery, scope: Scope): Promise<PassageResult> {
    const { view, passages } = await this.#open(scope)
    const reading = await passages.read(query)
    const { hits, total } = await passages.find(reading)
    const references = await this.#references(
      hits.map(({ article }) => article.id),
      view,
    )
    const { size, frequencies, weights, related, unknown } = reading
    return {
      hits: hits.map((hit) => Object.assign(hit, { article: references.get(hit.article.id) ?? hit.article })),
      ...{ total, size, frequencies, weights, related, unknown },
      consulted: consultedOf(view),
    }
  }

  async events(_query: EventQuery, _scope: Scope): Promise<EventResult> {
    throw new Error('Events are not in PostgreSQL yet.')
  }

  async quotations(_query: QuotationQuery, _scope: Scope): Promise<UtteranceResult> {
    throw new Error('Quotations are not in PostgreSQL yet.')
  }

  async suggest(_query: SuggestionQuery, _scope: Scope): Promise<readonly Suggestion[]> {
    throw new Error('Suggestions are not in PostgreSQL yet.')
  }

  /** References to articles with what is known of their reports, by their ids. */
  async #references(names: readonly string[], view: View): Promise<Map<string, ArticleRef>> {
    if (names.length === 0) return new Map()
    const rows = await this.#database.read<ReferenceRow>(
      `SELECT ${REFERENCE} FROM articles a WHERE a.server = ANY($1) AND a.live AND a.name = ANY($2)
        AND a.report IS NOT NULL`,
      [view.servers, [...new Set(names)]],
    )
    return new Map(rows.map((row) => [row.id, referenceOf(row)]))
  }

  #open({ server }: Scope): Promise<Opened> {
    const key = server ?? ''
    const known = this.#opened.get(key)
    if (known) return known
    const opening = this.#read(key)
    this.#opened.set(key, opening)
    opening.catch(() => this.#opened.get(key) === opening && this.#opened.delete(key))
    return opening
  }

  async #read(server: string): Promise<Opened> {
    const editions = await this.#database.read<Edition>(
      `SELECT server, number, version, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          AS "publishedAt", build_ms AS "buildMs", totals, rejections, imports
        FROM editions WHERE server = ANY($1) ORDER BY server`,
      [[...new Set(['', server])]],
    )
    const view = viewOf(editions, this.#articles)
    const known = boundedMap<string, Frequency>(MOST_TERMS)
    return {
      view,
      passages: new PassageSearch(new PostgresPassages(this.#database, view, this.#spellings(view), known)),
    }
  }

  /** The words of a view by their spelling, read when the first one is looked for that no article holds. */
  #spellings({ servers }: View) {
    let read: Promise<SpellingCorrector> | null = null
    const corrector = async () => {
      const rows = await this.#database.read<{ term: string; written: string }>(
        `SELECT s.term, s.written FROM spellings s JOIN term_frequencies f
            ON f.server = s.server AND f.unit = 'passages' AND f.term = s.term AND f.articles > 0
          WHERE s.server = ANY($1) ORDER BY f.units DESC, s.term LIMIT ${MOST_SPELLINGS}`,
        [servers],
      )
      const found = new SpellingCorrector()
      for (const { term, written } of rows) found.add(term, written)
      return found
    }
    return {
      nearest: async (word: string) => {
        read ??= corrector()
        return (await read).nearest(word)
      },
    }
  }

  /** @param server whose articles are others now; null: it may be any */
  #forget(server: string | null): void {
    if (server) this.#opened.delete(server)
    else this.#opened.clear()
  }
}

const consultedOf = ({ totals }: View): Consulted => ({ articles: totals.articles, asOf: totals.newest })
