import { runCooperatively } from '../../lib/cooperative-tasks.js'
import type { Database } from '../../lib/postgres/database.js'
import { inverseFrequency } from '../../retrieval/bm25.js'
import { numbered } from '../../retrieval/index.js'
import type { ArticleFilter, EventQuery, EventResult } from '../contract/archive.js'
import { columnsOf } from '../search/archive-columns.js'
import type { PassageSearch } from '../search/passage-search.js'
import { conditionOf } from './article-condition.js'
import { assembled, type Derived } from './derived.js'
import type { PostgresPassages } from './postgres-passages.js'
import type { View } from './view.js'

/** So many passages that fit a topic best tell which articles are asked; of no topic the newest articles are. */
const MOST_PASSAGES = 400
const MOST_ARTICLES = 200
/** Passages of these articles together: to work out the events of a thousand takes some .2 s. */
const MOST_READ = 3000
/** Topics of which what their articles tell together is kept: some 10 MB each. One question asks several times. */
export const MOST_WORKED_OUT = 2
/** By the scope's edition and what was asked; of all scopes of a process together. */
export type WorkedOut = Map<string, Promise<Derived>>

/**
 * The events of an archive that is too large to be worked out as a whole: of the articles alone that a question is
 * about, worked out when it is asked. Words weigh what they do in all passages.
 */
export class EventsOnTopic {
  readonly #database: Pick<Database, 'read'>
  readonly #view: View
  readonly #passages: PassageSearch<PostgresPassages>
  readonly #kept: WorkedOut

  constructor(
    database: Pick<Database, 'read'>,
    view: View,
    passages: PassageSearch<PostgresPassages>,
    kept: WorkedOut,
  ) {
    this.#kept = kept
    this.#database = database
    this.#view = view
    this.#passages = passages
  }

  async events(query: EventQuery): Promise<Omit<EventResult, 'consulted'>> {
    const editions = this.#view.editions.map(({ server, number }) => [server, number])
    const key = JSON.stringify([editions, query.topic, filterOf(query)])
    const working = this.#kept.get(key) ?? this.#workOut(query)
    this.#kept.set(key, working)
    working.catch(() => this.#kept.delete(key))
    return (await working).archive.events(query)
  }

  async #workOut(query: EventQuery): Promise<Derived> {
    const ids = query.topic === undefined ? await this.#listed(query) : await this.#on(query.topic, query)
    const read = await this.#view.articles.read(ids, this.#view.servers)
    const articles = ids.flatMap((id) => read.get(id) ?? [])
    const columns = await runCooperatively(columnsOf(articles, { found: false }))
    const facts = { version: '', builtAt: '', buildMs: 0, rejections: [] }
    const derived = await runCooperatively(assembled(articles, columns, facts, null))
    if (query.topic !== undefined) await this.#weigh(derived, query.topic)
    return derived
  }

  async #weigh({ layer }: Derived, topic: string): Promise<void> {
    const terms = layer.events.termsOf(topic)
    const { units, frequencies } = await this.#passages.rows.retriever.statistics(terms)
    layer.events.weighBy(
      new Map(terms.map((term) => [term, inverseFrequency(frequencies.get(term)!.units, units)])),
    )
  }

  /** The articles of the passages that fit best, in the order of the list. */
  async #on(topic: string, query: EventQuery): Promise<number[]> {
    const reading = await this.#passages.read({ words: topic, limit: MOST_PASSAGES, ...filterOf(query) })
    const { hits } = await this.#passages.find(reading)
    const names = [...new Set(hits.map(({ article }) => article.id))].slice(0, MOST_ARTICLES)
    return this.#listed({ ...filterOf(query), among: names }, names)
  }

  /** @param names of articles, those first that are wanted most; by default the newest are */
  async #listed(query: ArticleFilter, names: readonly string[] = []): Promise<number[]> {
    const values: unknown[] = [this.#view.servers]
    const where = conditionOf(query)
    const condition = where ? `AND ${numbered(where, (one) => `$${values.push(one)}`)}` : ''
    const rows = await this.#database.read<{ id: number; name: string; passages: number }>(
      `SELECT a.id, a.name, a.passages FROM articles a WHERE a.server = ANY($1) AND a.live ${condition}
        ORDER BY a.published DESC NULLS LAST, a.name COLLATE "C" LIMIT ${MOST_ARTICLES}`,
      values,
    )
    const places = new Map(names.map((name, place) => [name, place]))
    const placeOf = ({ name }: { readonly name: string }) => places.get(name) ?? 0
    const wanted = new Set<number>()
    let passages = 0
    for (const row of rows.toSorted((a, b) => placeOf(a) - placeOf(b))) {
      passages += row.passages
      if (passages > MOST_READ && wanted.size > 0) break
      wanted.add(row.id)
    }
    return rows.flatMap(({ id }) => (wanted.has(id) ? [id] : []))
  }
}

function filterOf({ outlet, since, until, own, among }: ArticleFilter): ArticleFilter {
  const limits = { outlet, since, until, own, among }
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}
