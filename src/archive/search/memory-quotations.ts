import type { AnnotatedArticle } from '../../annotate/annotations.js'
import { People, type PersonRecord } from '../../knowledge/index.js'
import { type CooperativeTask, runCooperatively, runToEnd } from '../../lib/cooperative-tasks.js'
import { groupBy } from '../../lib/group-by.js'
import { MiniSearchRetriever, TermIndex } from '../../retrieval/index.js'
import type { UnitFilter, UnitId } from '../../retrieval/port.js'
import { QUOTATION_FIELDS, type QuotationColumns } from './quotation-columns.js'
import type { QuotationRows, Wanted, Worded } from './quotation-search.js'

/** Whoever is called so, by name or office: both are listed then. */
const WARMING_UP = 'President'

/** The quotations of articles in memory. */
export class MemoryQuotations implements QuotationRows {
  readonly retriever: MiniSearchRetriever<'said'>
  readonly #articles: readonly AnnotatedArticle[]
  readonly #columns: QuotationColumns
  readonly #background: MemoryQuotations | null
  readonly #wordings: ReadonlyMap<number, readonly number[]>
  readonly #nameOf = new Map<string, string>()
  #people: People | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    columns: QuotationColumns,
    background: MemoryQuotations | null = null,
  ) {
    this.#articles = articles
    this.#columns = columns
    this.#background = background
    const index = TermIndex.load(QUOTATION_FIELDS, columns.index)
    this.retriever = new MiniSearchRetriever(index, { base: background ? background.retriever : null })
    this.#wordings = wordingsByUtterance(columns.utterances)
  }

  get size(): number {
    return this.#columns.places.length
  }

  /** Those of all that is searched together. */
  get #everybody(): People {
    return this.#people ?? runToEnd(this.readPeople())
  }

  /** Reads who speaks. It is done when it is first asked for, too; the more there are, the longer that takes. */
  *readPeople(): CooperativeTask<People> {
    const records = JSON.parse(Buffer.from(this.#columns.people).toString()) as readonly PersonRecord[]
    const background = this.#background ? this.#background.#everybody : null
    this.#people = yield* People.recorded(records, background)
    return this.#people
  }

  /** Makes ready whom somebody may mean. */
  async warmUp(): Promise<void> {
    if (!this.#people) (await runCooperatively(this.readPeople())).meant(WARMING_UP)
  }

  async meant(speaker: string): Promise<Wanted> {
    return this.#everybody.meant(speaker)
  }

  nameOf(person: string): string {
    if (!this.#background) return person
    const name = this.#nameOf.get(person) ?? this.#everybody.canonical(person) ?? person
    this.#nameOf.set(person, name)
    return name
  }

  async spokenBy({ is }: Wanted, nameOf: QuotationRows['nameOf']): Promise<UnitFilter> {
    const { names, speakers } = this.#columns
    const told = [is('')]
    for (const name of names) {
      const one = nameOf(name)
      told.push(is(typeof one === 'string' ? one : await one))
    }
    return { accepts: (id) => told[speakers[id]!]! }
  }

  async all(filter: UnitFilter | null, most: number): Promise<readonly UnitId[]> {
    const found = new Map<number, UnitId>()
    for (let id = 0; id < this.size && found.size < most; id++) {
      const utterance = this.#columns.utterances[id]!
      if (!found.has(utterance) && filter?.accepts?.(id) !== false) found.set(utterance, id)
    }
    return [...found.values()]
  }

  async utterances(ids: readonly UnitId[]): Promise<readonly number[]> {
    return ids.map((id) => this.#columns.utterances[id]!)
  }

  async said(ids: readonly UnitId[]): Promise<readonly string[]> {
    return ids.map((id) => {
      const { owner, quotation } = this.#at(id)
      return owner.article.text.slice(quotation.start, quotation.end)
    })
  }

  async told(utterances: readonly number[]) {
    return utterances.map((utterance) => {
      const wordings = this.#wordings.get(utterance)!
      const { names, speakers } = this.#columns
      const speaker = speakers[wordings[0]!]!
      return {
        person: speaker === 0 ? null : names[speaker - 1]!,
        wordings: wordings.map((id) => this.#at(id)),
      }
    })
  }

  #at(id: number): Worded {
    const owner = this.#articles[this.retriever.index.groupOf(id)]!
    return { owner, quotation: owner.quotations[this.#columns.places[id]!]! }
  }
}

/** The quotations of each utterance. */
const wordingsByUtterance = (utterances: Uint32Array) => groupBy(utterances.keys(), (id) => utterances[id]!)
