import { setImmediate as nextTurn } from 'node:timers/promises'
import { runCooperatively } from '../../lib/cooperative-tasks.js'
import { CompactSearch } from '../../retrieval/index.js'
import { foldForPhrases } from '../../text/terms.js'
import type { Suggestion, SuggestionKind, SuggestionQuery } from '../contract/archive.js'
import type { SuggestionColumns, SuggestionListColumns } from './suggestion-columns.js'

interface SuggestionEntry {
  readonly id: number
  readonly label: string
  readonly also: string
}

/** What to offer while somebody types: by prefix, forgiving slips, what most articles speak of first. */
export class Suggestions {
  readonly #columns: SuggestionColumns
  readonly #lists = new Map<SuggestionKind, SuggestionList>()

  constructor(columns: SuggestionColumns) {
    this.#columns = columns
  }

  suggest({ kind, typed, limit }: SuggestionQuery): Suggestion[] {
    return this.#list(kind).suggest(typed, limit)
  }

  /** Makes the lists, which are made when they are first asked for otherwise. */
  async warmUp(): Promise<void> {
    for (const kind of Object.keys(this.#columns) as SuggestionKind[]) {
      await this.#list(kind).complete
      await nextTurn()
    }
  }

  #list(kind: SuggestionKind): SuggestionList {
    const known = this.#lists.get(kind)
    if (known) return known
    const list = new SuggestionList(this.#columns[kind])
    this.#lists.set(kind, list)
    return list
  }
}

/** How many entries can be found by what is typed from the start; the rest follow little by little. */
const INDEXED_AT_ONCE = 2000
/** How many at a time: a question that comes meanwhile waits for so many, some milliseconds. */
const INDEXED_AT_A_TIME = 100

/** Characters. Nothing that is offered is longer. */
export const LONGEST_TYPED = 300
/** In longer words no slips are looked for: the work grows with the slips that a word may have. */
const LONGEST_MISTYPED = 40
/** So many slips of the fingers are forgiven, as a share of a word's letters. */
export const MOST_SLIPS = 0.2

export const isMistypable = (word: string) => word.length > 3 && word.length <= LONGEST_MISTYPED

/** The words of a text as suggestions are found by, folded. */
export const suggestionWords = (text: string): string[] =>
  text.split(/[\n\r\p{Z}\p{P}]+/u).flatMap((word) => foldForPhrases(word).slice(0, LONGEST_WORD) || [])

/** PostgreSQL takes no lexeme of more than 2 kB. */
const LONGEST_WORD = 200

/** What is searched may be a part of more, by whose number words are rare. */
class PartialSearch extends CompactSearch<SuggestionEntry> {
  partOf(documents: number): void {
    this._documentCount = Math.max(this._documentCount, documents)
  }
}

export class SuggestionList {
  /** Settles when every entry can be found by what is typed. */
  readonly complete: Promise<void>
  readonly #labels: readonly string[]
  readonly #values: readonly string[]
  readonly #articles: Uint32Array
  /** The labels as they are compared with what is typed. */
  readonly #folded: readonly string[]
  readonly #index = new PartialSearch({
    fields: ['label', 'also'],
    processTerm: (term) => foldForPhrases(term) || null,
    searchOptions: {
      // Only the last word is still being typed.
      prefix: (_, index, terms) => index === terms.length - 1,
      fuzzy: (term) => isMistypable(term) && MOST_SLIPS,
      combineWith: 'AND',
    },
  })

  /** @param of how many all are, where these are those of them that hold some words */
  constructor({ labels, values, also, articles }: SuggestionListColumns, of: number = 0) {
    this.#labels = labels
    this.#values = values
    this.#articles = articles
    const entries = Array.from(
      articles,
      (_, id): SuggestionEntry => ({ id, label: labels[id]!, also: also[id]! }),
    )
    this.#folded = entries.map(({ label }) => foldForPhrases(label))
    this.#index.addAll(entries.slice(0, INDEXED_AT_ONCE))
    this.complete = this.#fill(entries.slice(INDEXED_AT_ONCE))
    this.#index.partOf(of)
  }

  async #fill(entries: readonly SuggestionEntry[]): Promise<void> {
    if (entries.length === 0) return
    await this.#index.addAllAsync(entries, { chunkSize: INDEXED_AT_A_TIME })
    await runCooperatively(this.#index.compact())
  }

  suggest(typed: string, limit: number): Suggestion[] {
    return this.#found(foldForPhrases(typed.slice(0, LONGEST_TYPED)), limit)
      .slice(0, limit)
      .map((id) => ({ label: this.#labels[id]!, value: this.#values[id]! }))
  }

  /** What begins so comes first, and is all where it is enough: to look for the words in the index takes longer. */
  #found(typed: string, limit: number): number[] {
    const beginning: number[] = []
    for (const [id, label] of this.#folded.entries()) {
      if (beginning.length === limit) return beginning
      if (label.startsWith(typed)) beginning.push(id)
    }
    if (typed === '') return beginning
    // A letter or two would have the index look through most of what it holds.
    const [, words = '', begun] = /^(.*\s)?(\S{1,2})$/.exec(typed) ?? []
    if (begun === undefined) return this.#search(typed)
    const among = words ? this.#search(words) : [...this.#folded.keys()]
    return among.filter((id) => ` ${this.#folded[id]}`.includes(` ${begun}`))
  }

  #search(typed: string): number[] {
    return this.#index
      .search(typed, { boostDocument: (id) => 1 + Math.log(this.#articles[id as number]!) })
      .map(({ id }) => id as number)
  }
}
