import { setTimeout as delay } from 'node:timers/promises'
import { isShortName } from '../../articles/model/short-name.js'
import { boundedMap } from '../../lib/bounded.js'
import type { Database, Unlisten } from '../../lib/postgres/database.js'
import {
  type KnownGroup,
  type KnownRows,
  type KnownTerm,
  type KnownUnit,
  numbered,
  SpellingCorrector,
} from '../../retrieval/index.js'
import type { Frequency, GroupId, UnitId } from '../../retrieval/port.js'
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
import { QuotationSearch } from '../search/quotation-search.js'
import { storedFormat } from '../storage/program-version.js'
import { mergeSuggestions } from '../tenancy/merge-suggestions.js'
import { mergeUtterances } from '../tenancy/merge-utterances.js'
import type { Fingerprints } from '../worker/protocol.js'
import { conditionOf } from './article-condition.js'
import { type Derived, derivedOf } from './derived.js'
import { EDITIONS, type Edition } from './edition.js'
import { EventsOnTopic, MOST_WORKED_OUT, type WorkedOut } from './events-on-topic.js'
import { PostgresPassages } from './postgres-passages.js'
import { PostgresQuotations } from './postgres-quotations.js'
import { StoredArticles } from './stored-articles.js'
import { StoredPeople } from './stored-people.js'
import { suggestionsOf } from './stored-suggestions.js'
import { REFERENCE, type ReferenceRow, referenceOf, type View, versionOf, viewOf } from './view.js'

/** Scopes with articles of their own of which something is kept: their frequencies of terms, the words that they hold. */
const MOST_SCOPES = 100
const MOST_TERMS = 20_000
/** Rows that are kept of those read lately, in bytes: some 10,000 passages, 1,800 articles, 3,500 quotations. */
const MOST_UNIT_BYTES = 4e6
const MOST_GROUP_BYTES = 5e6
const MOST_QUOTED_BYTES = 1.5e6
/** What a row takes beside its bytes. */
const ROW_BYTES = 300
/** Scopes of which the words of all names are kept: of a million passages some MB. */
const MOST_WORD_LISTS = 20
/** What was offered for what was typed lately: some kB each. */
const MOST_OFFERED = 500
/** Words that a slip of the fingers may be meant for, the commonest; what is rarer is most often such a slip itself. */
const MOST_SPELLINGS = 100_000

/**
 * More passages than these are not worked out together in the memory of a process, where they take some 3 kB each:
 * what events there are is told of the articles that a question is about.
 */
const MOST_TOGETHER = 40_000
/** A replica shows what was published some moments later. */
const LAG_MS = 200
const MOST_LOOKS = 150

/** What is made of one view, until another edition takes its place. */
interface Opened {
  readonly view: View
  readonly spellings: Spellings
  readonly passages: PassageSearch<PostgresPassages>
  /** Of each of the view's servers, everybody's first. */
  readonly quotations: readonly QuotationSearch<PostgresQuotations>[]
  /** Null where there are too many articles for it: then `events` tells of those that a question is about. */
  readonly derived: Derived | null
  readonly events: EventsOnTopic
}

export interface PostgresArchiveOptions {
  /** Stands for the program that works out what articles tell together. */
  readonly program: string
  /** The passages up to which what articles tell together is worked out of all of them. */
  readonly mostTogether?: number
  /** Called when a scope is served something else: with its server, '' for everybody, null where it may be any. */
  readonly onChange?: (server: string | null) => void
}

/**
 * The archive in a PostgreSQL that processes share: what is published by whatever process is served by all. Articles,
 * passages, quotations, people and suggestions are asked of the database alone; of them nothing is in memory but what was asked for
 * lately. The events that articles tell together are worked out by the process that needs them first, kept in the
 * database, and searched in memory.
 */
export class PostgresArchive implements Archive {
  readonly #database: Database
  readonly #program: string
  readonly #mostTogether: number
  readonly #format = storedFormat()
  readonly #onChange: (server: string | null) => void
  readonly #articles: StoredArticles
  readonly #kept: Pick<View, 'articles' | 'rows'>
  readonly #quoted: KnownRows = {
    units: boundedMap<UnitId, KnownUnit>(MOST_QUOTED_BYTES, bytesOf),
    groups: boundedMap(1),
  }
  readonly #words = boundedMap<string, Promise<readonly string[]>>(MOST_WORD_LISTS)
  readonly #offered = boundedMap<string, Promise<readonly Suggestion[]>>(MOST_OFFERED)
  readonly #worked: WorkedOut = boundedMap(MOST_WORKED_OUT)
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

  private constructor(
    database: Database,
    { program, mostTogether = MOST_TOGETHER, onChange = () => {} }: PostgresArchiveOptions,
  ) {
    this.#mostTogether = mostTogether
    this.#database = database
    this.#program = program
    this.#onChange = onChange
    this.#articles = new StoredArticles(database)
    this.#kept = {
      articles: this.#articles,
      rows: {
        units: boundedMap<UnitId, KnownUnit>(MOST_UNIT_BYTES, bytesOf),
        groups: boundedMap<GroupId, KnownGroup>(MOST_GROUP_BYTES, bytesOf),
      },
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
      const published = await this.#published(key)
      if (published === number(before)) return
      const hasReplica = this.#database.reader !== this.#database.writer
      for (let looks = 0; hasReplica && looks < MOST_LOOKS; looks++) {
        const shown = number({ view: viewOf(await this.#editions(key), this.#kept) })
        if ((shown ?? 0) >= (published ?? 0)) break
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
    const { view, derived } = await this.#open({ server: null })
    await this.#nameWords(view)
    await derived?.archive.warmUp()
    // The words of all articles are read for the first word that none of them holds.
    await this.passages({ words: 'qzxvqzxv', limit: 1 }, { server: null })
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
    const { view, derived, events } = await this.#open(scope)
    if (derived) return derived.archive.events(query)
    return { ...(await events.events(query)), consulted: consultedOf(view) }
  }

  async quotations(query: QuotationQuery, scope: Scope): Promise<UtteranceResult> {
    const { view, quotations, derived } = await this.#open(scope)
    const top = quotations.at(-1)
    if (!top) return { hits: [], holders: [], possible: [], consulted: consultedOf(view) }
    const reading = await top.read(query)
    const found = mergeUtterances(
      await Promise.all(quotations.map((search) => search.find(reading))),
      query.limit,
    )
    const reported = (article: ArticleRef) => (derived ? derived.layer.reports.of(article) : article)
    const hits = found.map((hit) => ({
      ...hit,
      wordings: hit.wordings.map((wording) => ({ ...wording, article: reported(wording.article) })),
    }))
    const { holders = [], possible = [] } = reading.wanted ?? {}
    return { hits, holders, possible, consulted: consultedOf(view) }
  }

  async suggest(query: SuggestionQuery, scope: Scope): Promise<readonly Suggestion[]> {
    const { view, quotations } = await this.#open(scope)
    const found = await Promise.all(view.editions.map((edition) => this.#suggested(edition, query)))
    const names = new Map<string, string>()
    if (query.kind === 'speaker' && found.length > 1)
      for (const { value } of found.flat())
        names.set(value, (await quotations.at(-1)?.rows.nameOf(value)) ?? value)
    return mergeSuggestions(found, query.limit, (value) => names.get(value) ?? value)
  }

  /** The same is asked again and again: letter by letter, and by one message of several words. */
  #suggested({ server, number }: Edition, query: SuggestionQuery): Promise<readonly Suggestion[]> {
    const key = JSON.stringify([server, number, query.kind, query.limit, query.typed])
    const asking = this.#offered.get(key) ?? suggestionsOf(this.#database, server, query)
    this.#offered.set(key, asking)
    asking.catch(() => this.#offered.delete(key))
    return asking
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

  /** The number of a scope's edition, told by where it is written. */
  async #published(server: string): Promise<number | undefined> {
    const { rows } = await this.#database.query<{ number: number }>(
      'SELECT number FROM editions WHERE server = $1',
      [server],
    )
    return rows[0]?.number
  }

  async #read(server: string): Promise<Opened> {
    const editions = await this.#editions(server)
    if (editions.some(({ format }) => format !== this.#format)) throw new Error(OTHER_FORMAT)
    const view = viewOf(editions, this.#kept)
    const shared = server === '' ? null : await this.#open({ server: null })
    // Who has nothing of their own see what everybody does.
    if (shared && !view.servers.includes(server) && isOneEdition(shared.view, view)) return shared
    const known = boundedMap<string, Frequency>(MOST_TERMS)
    const spellings = this.#spellings(server, shared?.spellings ?? null)
    const rows = new PostgresPassages(this.#database, view, spellings, known)
    const passages = new PassageSearch(rows)
    return {
      view,
      spellings,
      derived: await this.#derived(server, view),
      events: new EventsOnTopic(this.#database, view, passages, this.#worked),
      passages,
      quotations: this.#quotations(view),
    }
  }

  #quotations(view: View): QuotationSearch<PostgresQuotations>[] {
    const known = { frequencies: boundedMap<string, Frequency>(MOST_TERMS), rows: this.#quoted }
    const people = new StoredPeople(this.#database, view.servers, () => this.#nameWords(view))
    return view.servers.map(
      (server) => new QuotationSearch(new PostgresQuotations(this.#database, view, server, people, known)),
    )
  }

  /** The words of all names that a view knows, read when they are first asked for. */
  async #nameWords({ editions }: View): Promise<readonly string[]> {
    const words = await Promise.all(
      editions.map(({ server, number }) => {
        const key = `${server} ${number}`
        const reading = this.#words.get(key) ?? this.#readNameWords(server)
        this.#words.set(key, reading)
        reading.catch(() => this.#words.delete(key))
        return reading
      }),
    )
    return words.length === 1 ? words[0]! : [...new Set(words.flat())]
  }

  async #readNameWords(server: string): Promise<readonly string[]> {
    const rows = await this.#database.read<{ words: string }>(
      `SELECT coalesce(string_agg(DISTINCT substr(key, 3), ' '), '') AS words FROM people, unnest(keys) AS key
        WHERE server = $1 AND starts_with(key, 'n:')`,
      [server],
    )
    return rows[0]!.words.split(' ').filter(Boolean)
  }

  async #derived(server: string, { totals, servers }: View): Promise<Derived | null> {
    if (totals.passages > this.#mostTogether) return null
    if (server === '') return derivedOf(this.#database, server, this.#program, null)
    const { derived: shared } = await this.#open({ server: null })
    if (!shared || !servers.includes(server)) return shared
    return derivedOf(this.#database, server, this.#program, shared.layer)
  }

  /** The words of a scope's own articles by their spelling, and of those below, read when the first one is looked for. */
  #spellings(server: string, below: Spellings | null): Spellings {
    let reading: Promise<SpellingCorrector> | null = null
    const read = async () => {
      const rows = await this.#database.read<{ term: string; written: string }>(
        `SELECT s.term, s.written FROM spellings s JOIN term_frequencies f
            ON f.server = s.server AND f.unit = 'passages' AND f.term = s.term AND f.articles > 0
          WHERE s.server = $1 ORDER BY f.units DESC, s.term LIMIT ${MOST_SPELLINGS}`,
        [server],
      )
      const found = new SpellingCorrector(below && (await below.corrector()))
      for (const { term, written } of rows) found.add(term, written)
      return found
    }
    const corrector = () => {
      reading ??= read()
      reading.catch(() => {
        reading = null
      })
      return reading
    }
    return { corrector, nearest: async (word) => (await corrector()).nearest(word) }
  }
}

interface Spellings {
  corrector(): Promise<SpellingCorrector>
  nearest(word: string): Promise<KnownTerm | null>
}

const isOneEdition = (a: View, b: View) => a.editions[0]?.number === b.editions[0]?.number

const bytesOf = ({ counts, title }: Pick<KnownUnit, 'counts' | 'title'>) =>
  ROW_BYTES + counts.length + (title?.length ?? 0)

const OTHER_FORMAT =
  'The articles in the database were worked out by another version of this program. Start all processes in one version.'

const consultedOf = ({ totals }: View): Consulted => ({ articles: totals.articles, asOf: totals.newest })
