import {
  blockOf,
  isCalled,
  isDescription,
  People,
  type PersonRecord,
  readOffice,
  surnameKey,
  wantedKeys,
} from '../../knowledge/index.js'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import type { Database } from '../../lib/postgres/database.js'
import type { Wanted } from '../search/quotation-search.js'
import { spellingOf } from './article-rows.js'

interface Row {
  readonly server: string
  readonly record: PersonRecord
}

/** Those who speak in all that a scope sees: of them only those are read whom a question may mean. */
export class StoredPeople {
  readonly #database: Pick<Database, 'read'>
  readonly #servers: readonly string[]
  readonly #words: () => Promise<readonly string[]>

  /**
   * @param servers '' for everybody's, the one whose people are known by what lies below first
   * @param words all that names have
   */
  constructor(
    database: Pick<Database, 'read'>,
    servers: readonly string[],
    words: () => Promise<readonly string[]>,
  ) {
    this.#database = database
    this.#servers = servers
    this.#words = words
  }

  async meant(speaker: string): Promise<Wanted> {
    const { names, office, titled } = wantedKeys(speaker, await this.#words())
    const values: unknown[] = [this.#servers]
    const value = (keys: readonly string[]) => `$${values.push(keys.map(spellingOf))}::text[]`
    const ways = [
      ...(names.length > 0 ? [names.map((words) => `keys && ${value(words)}`).join(' AND ')] : []),
      ...[office, titled].flatMap((keys) => (keys && keys.length > 0 ? [`keys @> ${value(keys)}`] : [])),
    ]
    if (ways.length === 0) return { is: () => false, holders: [], possible: [], names: [] }
    const found = await this.#database.read<Row>(
      `SELECT server, record FROM people WHERE server = ANY($1) AND (${ways.map((way) => `(${way})`).join(' OR ')})
        ${IN_ORDER}`,
      values,
    )
    const rows = await this.#withNamesakes(found)
    const meant = (await this.#peopleOf(rows)).meant(speaker)
    const told = new Set(rows.flatMap(({ record }) => record.spellings.map(([name]) => name)))
    for (const name of await this.#called(speaker)) told.add(name)
    return { ...meant, names: [...told] }
  }

  /** One name for all spellings of a person's. */
  nameOf(person: string): string | Promise<string> {
    return this.#servers.length < 2 ? person : this.#canonical(person)
  }

  async #canonical(person: string): Promise<string> {
    const rows = await this.#database.read<Row>(
      `SELECT server, record FROM people WHERE server = ANY($1) AND block = $2 ${IN_ORDER}`,
      [this.#servers, blockOf(person)],
    )
    return (await this.#peopleOf(rows)).canonical(person) ?? person
  }

  /** Speakers without a name who are called by the office that is asked for. */
  async #called(speaker: string): Promise<string[]> {
    const asked = readOffice(speaker)
    if (!asked) return []
    const rows = await this.#database.read<{ person: string }>(
      `SELECT DISTINCT person FROM speakers WHERE server = ANY($1) AND described AND position($2 IN lower(person)) > 0`,
      [this.#servers, asked.head.slice(0, FIRST_LETTERS)],
    )
    return rows.map(({ person }) => person).filter((name) => isDescription(name) && isCalled(asked, name))
  }

  /** What a server's own articles tell of somebody goes with what everybody's do. */
  async #withNamesakes(found: readonly Row[]): Promise<readonly Row[]> {
    if (this.#servers.length < 2) return found
    const surnames = [...new Set(found.map(({ record }) => spellingOf(surnameKey(record))))]
    return this.#database.read<Row>(
      `SELECT server, record FROM people WHERE server = ANY($1) AND keys && $2::text[] ${IN_ORDER}`,
      [this.#servers, surnames],
    )
  }

  async #peopleOf(rows: readonly Row[]): Promise<People> {
    let people: People | null = null
    for (const server of this.#servers) {
      const records = rows.filter((row) => row.server === server).map(({ record }) => record)
      people = await runCooperatively(People.recorded(records, people))
    }
    return people ?? People.of([])
  }
}

/** Fuller names first, as they were found. */
const IN_ORDER = `ORDER BY jsonb_array_length(record -> 'words') DESC, block, place`

/** All forms of a word that names an office begin so. */
const FIRST_LETTERS = 4
