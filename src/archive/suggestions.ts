import { setImmediate as nextTurn } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import type { AnnotatedArticle } from '../annotate/annotations.js'
import type { Suggestion, SuggestionKind, SuggestionQuery } from './archive.js'
import type { Person } from './people.js'
import { foldForPhrases } from './terms.js'

interface Entry extends Suggestion {
  readonly id: number
  /** The other words it may be found by. */
  readonly also: string
  /** How many articles it comes up in; of a speaker, how many quotations. */
  readonly articles: number
}

/** Discord's limit for the name and the value of an autocomplete choice. */
const LONGEST_LABEL = 100

/** What to offer while somebody types: by prefix, forgiving slips, what most articles speak of first. */
export class Suggestions {
  readonly #candidates: Readonly<Record<SuggestionKind, () => Candidate[]>>
  readonly #lists = new Map<SuggestionKind, SuggestionList>()

  constructor(articles: readonly AnnotatedArticle[], people: () => readonly Person[]) {
    this.#candidates = {
      topic: () => topics(articles),
      speaker: () => people().map(speaker),
      quotation: () => quotations(articles),
      outlet: () => articles.map(({ article }) => plain(article.outlet ?? '')),
      article: () => articles.map(({ article }) => named(article.title, article.id, article.id)),
    }
  }

  suggest({ kind, typed, limit }: SuggestionQuery): Suggestion[] {
    return this.#list(kind).suggest(typed, limit)
  }

  /** Makes the lists, which are made when they are first asked for otherwise. */
  async warmUp(): Promise<void> {
    for (const kind of Object.keys(this.#candidates) as SuggestionKind[]) {
      await this.#list(kind).complete
      await nextTurn()
    }
  }

  #list(kind: SuggestionKind): SuggestionList {
    const known = this.#lists.get(kind)
    if (known) return known
    const list = new SuggestionList(this.#candidates[kind]())
    this.#lists.set(kind, list)
    return list
  }
}

type Candidate = Omit<Entry, 'id' | 'articles'> & { readonly articles?: number }

/** Of a larger archive what comes up least is not offered: an entry takes some kilobytes. */
const MOST_ENTRIES = 20_000
/** How many entries can be found by what is typed from the start; the rest follow little by little. */
const INDEXED_AT_ONCE = 2000
/** How many at a time: a question that comes meanwhile waits for so many, some milliseconds. */
const INDEXED_AT_A_TIME = 100

class SuggestionList {
  /** Settles when every entry can be found by what is typed. */
  readonly complete: Promise<void>
  readonly #entries: readonly Entry[]
  readonly #index = new MiniSearch<Entry>({
    fields: ['label', 'also'],
    processTerm: (term) => foldForPhrases(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: 'AND' },
  })

  constructor(candidates: readonly Candidate[]) {
    this.#entries = counted(candidates)
      .sort((a, b) => b.articles - a.articles || (a.label < b.label ? -1 : 1))
      .slice(0, MOST_ENTRIES)
      .map((entry, id) => ({ ...entry, id }))
    this.#index.addAll(this.#entries.slice(0, INDEXED_AT_ONCE))
    this.complete = this.#index.addAllAsync(this.#entries.slice(INDEXED_AT_ONCE), {
      chunkSize: INDEXED_AT_A_TIME,
    })
  }

  suggest(typed: string, limit: number): Suggestion[] {
    const found =
      typed.trim() === ''
        ? this.#entries
        : this.#index
            .search(typed, { boostDocument: (id) => 1 + Math.log(this.#entries[id as number]!.articles) })
            .map(({ id }) => this.#entries[id as number]!)
    return found.slice(0, limit).map(({ label, value }) => ({ label, value }))
  }
}

/** Candidates under one spelling each, with how many articles they come up in. */
function counted(candidates: readonly Candidate[]): (Candidate & { articles: number })[] {
  const count = (list: readonly Candidate[], keyOf: (value: string) => string) => {
    const found = new Map<string, Candidate & { articles: number }>()
    for (const candidate of list) {
      if (!candidate.value) continue
      const key = keyOf(candidate.value)
      const known = found.get(key)
      const here = { ...candidate, articles: candidate.articles ?? 1 }
      const shown = known && reads(known) >= reads(here) ? known : here
      found.set(key, { ...shown, articles: (known?.articles ?? 0) + here.articles })
    }
    return [...found.values()]
  }
  // Most are spelled in one way, and to fold a spelling is dear.
  return count(
    count(candidates, (value) => value),
    foldForPhrases,
  )
}

/** How well a spelling stands for the others: "Geneva" for the "GENEVA" of datelines, then the commonest. */
function reads({ value, articles }: Candidate & { readonly articles: number }): number {
  return value === value.toUpperCase() ? 0 : articles
}

const plain = (value: string): Candidate => named(value, value)

function named(label: string, value: string, also = ''): Candidate {
  return { label: cut(label, LONGEST_LABEL), value: cut(value, LONGEST_LABEL), also }
}

function topics(articles: readonly AnnotatedArticle[]): Candidate[] {
  return articles.flatMap(({ names }) => [...new Set(names.map(({ name }) => name))].map(plain))
}

function speaker({ name, role, quotations }: Person): Candidate & { articles: number } {
  return { ...named(role ? `${name} – ${role}` : name, name), articles: quotations }
}

function quotations(articles: readonly AnnotatedArticle[]): Candidate[] {
  return articles.flatMap(({ article, quotations }) =>
    quotations.filter(({ direct }) => direct).map(({ start, end }) => plain(article.text.slice(start, end))),
  )
}

/** At most so many UTF-16 units, cut between words. */
function cut(text: string, most: number): string {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  if (oneLine.length <= most) return oneLine
  const at = oneLine.lastIndexOf(' ', most)
  return (at > 0 ? oneLine.slice(0, at) : Array.from(oneLine.slice(0, most)).slice(0, -1).join('')).trimEnd()
}
