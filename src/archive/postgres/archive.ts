import { setTimeout as delay } from 'node:timers/promises'
import { isShortName } from '../../articles/model/short-name.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Database, Unlisten } from '../../lib/postgres/database.js'
import { numbered, SpellingCorrector } from '../../retrieval/index.js'
import type { Frequency } from '../../retrieval/port.js'
import { foldForPhrases } from '../../text/terms.js'
import {
  type Archive,
  type ArchiveStatus,
  ArchiveUnavailable,
  type ArticleQuery,
  type ArticleResult,
  type ArticleSummary,
  type ArticleView,
  type Consulted,
  type EventQuery,
  type EventResult,
  type PassageQuery,
  type PassageResult,
  type QuotationQuery,
  type Scope,
  type Suggestion,
  type SuggestionQuery,
  type UtteranceResult,
} from '../contract/archive.js'
import type { MemoryArchive } from '../memory.js'
import { view as viewOfArticle } from '../search/excerpts.js'
import { PassageSearch } from '../search/passage-search.js'
import { storedFormat } from '../storage/program-version.js'
import type { Fingerprints } from '../worker/protocol.js'
import { conditionOf } from './article-condition.js'
import { type Derived, derivedOf } from './derived.js'
import { EDITIONS, type Edition } from './edition.js'
import { PostgresPassages } from './postgres-passages.js'
import { StoredArticles } from './stored-articles.js'
import { REFERENCE, type ReferenceRow, referenceOf, type View, versionOf, viewOf } from './view.js'

/** Scopes of which something is kept: their frequencies of terms, and the words that they hold. */
const MOST_SCOPES = 200
const MOST_TERMS = 50_000
/** Rows that are kept of those read lately: some .4 kB of a passage, 3 kB of an article. */
const MOST_UNITS = 15_000
const MOST_GROUPS = 2_500
/** Words that a slip of the fingers may be meant for, the commonest; what is rarer is most often such a slip itself. */
const MOST_SPELLINGS = 100_000

/**
 * More passages than these are not worked out together in the memory of a process: what people, events and utterances
 * there are across articles is told up to here alone.
 */
const MOST_DERIVED = 200_000
/** A replica shows what was published some moments later. */
const LAG_MS = 200
const MOST_LOOKS = 150

/** What is made of one view, until another edition takes its place. */
interface Opened {
  readonly view: View
  readonly passages: PassageSearch<PostgresPassages>
  /** Null where there are too many articles for it. */
  readonly derived: Derived | null
}

export interface PostgresArchiveOptions {
  /** Stands for the program that works out what articles tell together. */
  readonly program: string
  /** Called when a scope is served something else: with its server, '' for everybody, null where it may be any. */
  readonly onChange?: (server: string | null) => void
}

/**
 * The archive in a PostgreSQL that processes share: what is published by whatever process is served by all. Articles
 * and passages are asked of the database alone; of them nothing is in memory but what was asked for lately. What
 * articles tell together, events, utterances, people, is worked out by the process that needs it first, kept in the
 * database, and searched in memory.
 */
export class PostgresArchive implements Archive {
  readonly #database: Database
  readonly #program: string
  readonly #format = storedFormat()
  readonly #onChange: (server: string | null) => void
  readonly #articles: StoredArticles
  readonly #kept: Pick<View, 'articles' | 'rows'>
  readonly #opened = boundedMap<string, Promise<Opened>>(MOST_SCOPES)
  #unlisten: Unlisten | null = null
  /** One change after another. */
  #changing: Promise<void> = Promise.resolve()

  static async open(database: Database, options: PostgresArchiveOptions): Promise<PostgresArchive> {
    const archive = new PostgresArchive(database, options)
    archive.#unlisten = await database.listen(EDITIONS, (server) => {
      archive.refresh(server).catch(() => archive.#opened.clear())
    })
    return archive
  }

  private constructor(database: Database, { program, onChange = () => {} }: PostgresArchiveOptions) {
    this.#database = database
    this.#program = program
    this.#onChange = onChange
    this.#articles = new StoredArticles(database)
    this.#kept = {
      articles: this.#articles,
      rows: { units: boundedMap(MOST_UNITS), groups: boundedMap(MOST_GROUPS) },
    }
  }

  async close(): Promise<void> {
    await this.#unlisten?.()
  }

  /**
   * Opens what a scope is served now; until that is ready, it is served what it was.
   * @param server '' for everybody; null: it may be any
   */
  refresh(server: string | null): Promise<void> {
    const refreshed = this.#changing.then(() => this.#refresh(server || '', server === null))
    this.#changing = refreshed.catch(() => {})
    return refreshed.then(() => this.#onChange(server))
  }

  async #refresh(key: string, every: boolean): Promise<void> {
    const before = await this.#opened.get(key)?.catch(() => null)
    const number = (opened: Pick<Opened, 'view'>) =>
      opened.view.editions.find(({ server }) => server === key)?.number
    // Something may have been missed of any server.
    if (every) for (const other of this.#opened.keys()) if (other !== '') this.#opened.delete(other)
    if (before) {
      for (let looks = 0; looks < MOST_LOOKS; looks++) {
        const editions = await this.#editions(key)
        if (number({ view: viewOf(editions, this.#kept) }) !== number(before)) break
        if (this.#database.reader === this.#database.writer) return
        await delay(LAG_MS)
      }
    }
    const opening = this.#read(key)
    const opened = await opening
    // What lies on everybody's is laid on the new ones when it is asked for.
    if (key === '') this.#opened.clear()
    this.#opened.set(key, Promise.resolve(opened))
  }

  /** Makes ready what somebody would have to wait for otherwise. */
  async warmUp(): Promise<void> {
    await (await this.#open({ server: null })).derived?.archive.warmUp()
  }

  /** The names of everybody's articles, with the hashes of their texts. */
  async fingerprints(): Promise<Fingerprints> {
    const rows = await this.#database.read<{ name: string; hash: string }>(
      `SELECT name, hash FROM articles WHERE server = '' AND live`,
    )
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
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
    const { view, derived } = await this.#open(scope)
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
      ...(derived ? derived.layer.reports.of(referenceOf(row)) : referenceOf(row)),
      author,
      paragraphs,
      lead,
    }))
    return { articles, total: rows[0]?.total ?? 0, consulted: consultedOf(view) }
  }

  async article(name: string, scope: Scope): Promise<ArticleView | null> {
    const wanted = foldForPhrases(name)
    if (wanted === '') return null
    const { view, derived } = await this.#open(scope)
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
    if (!article) return null
    const told = viewOfArticle(article.annotated)
    return derived ? derived.layer.reports.of(told) : told
  }

  async passages(query: PassageQuery, scope: Scope): Promise<PassageResult> {
    const { view, passages, derived } = await this.#open(scope)
    const reading = await passages.read(query)
    const { hits, total } = await passages.find(reading)
    const { size, frequencies, weights, related, unknown } = reading
    return {
      // Not copied: to copy a hit is to read all of it.
      hits: derived
        ? hits.map((hit) => Object.assign(hit, { article: derived.layer.reports.of(hit.article) }))
        : hits,
      ...{ total, size, frequencies, weights, related, unknown },
      consulted: consultedOf(view),
    }
  }

  async events(query: EventQuery, scope: Scope): Promise<EventResult> {
    return (await this.#together(scope)).events(query)
  }

  async quotations(query: QuotationQuery, scope: Scope): Promise<UtteranceResult> {
    return (await this.#together(scope)).quotations(query)
  }

  async suggest(query: SuggestionQuery, scope: Scope): Promise<readonly Suggestion[]> {
    return (await this.#together(scope)).suggest(query)
  }

  /** @throws ArchiveUnavailable where there are too many articles for it */
  async #together(scope: Scope): Promise<MemoryArchive> {
    const { derived } = await this.#open(scope)
    if (derived) return derived.archive
    throw new ArchiveUnavailable([{ text: TOO_MANY }])
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

  #editions(server: string): Promise<readonly Edition[]> {
    return this.#database.read<Edition>(
      `SELECT server, number, version, format, to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          AS "publishedAt", build_ms AS "buildMs", totals, rejections, imports
        FROM editions WHERE server = ANY($1) ORDER BY server`,
      [[...new Set(['', server])]],
    )
  }

  async #read(server: string): Promise<Opened> {
    const editions = await this.#editions(server)
    if (editions.some(({ format }) => format !== this.#format)) throw new Error(OTHER_FORMAT)
    const view = viewOf(editions, this.#kept)
    const known = boundedMap<string, Frequency>(MOST_TERMS)
    return {
      view,
      derived: await this.#derived(server, view),
      passages: new PassageSearch(new PostgresPassages(this.#database, view, this.#spellings(view), known)),
    }
  }

  async #derived(server: string, { totals, servers }: View): Promise<Derived | null> {
    if (totals.passages > MOST_DERIVED) return null
    if (server === '') return derivedOf(this.#database, server, this.#program, null)
    const { derived: shared } = await this.#open({ server: null })
    if (!shared || !servers.includes(server)) return shared
    return derivedOf(this.#database, server, this.#program, shared.layer)
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
}

const TOO_MANY = `Events, quotations and suggestions are not told of more than ${MOST_DERIVED.toLocaleString('en')} passages yet. Ask with /ask or /search.`

const OTHER_FORMAT =
  'The articles in the database were worked out by another version of this program. Start all processes in one version.'

const consultedOf = ({ totals }: View): Consulted => ({ articles: totals.articles, asOf: totals.newest })
