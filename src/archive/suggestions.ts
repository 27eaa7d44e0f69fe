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
  readonly #lists: ReadonlyMap<SuggestionKind, SuggestionList>

  constructor(articles: readonly AnnotatedArticle[], people: readonly Person[]) {
    this.#lists = new Map<SuggestionKind, SuggestionList>([
      ['topic', new SuggestionList(topics(articles))],
      ['speaker', new SuggestionList(people.map(speaker))],
      ['quotation', new SuggestionList(quotations(articles))],
      ['outlet', new SuggestionList(articles.map(({ article }) => plain(article.outlet ?? '')))],
      ['article', new SuggestionList(articles.map(({ article }) => named(article.title, article.id)))],
    ])
  }

  suggest({ kind, typed, limit }: SuggestionQuery): Suggestion[] {
    return this.#lists.get(kind)?.suggest(typed, limit) ?? []
  }
}

type Candidate = Omit<Entry, 'id' | 'articles'> & { readonly articles?: number }

class SuggestionList {
  readonly #entries: readonly Entry[]
  readonly #index = new MiniSearch<Entry>({
    fields: ['label', 'value', 'also'],
    processTerm: (term) => foldForPhrases(term) || null,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: 'AND' },
  })

  constructor(candidates: readonly Candidate[]) {
    const counted = new Map<string, Candidate & { articles: number }>()
    for (const candidate of candidates) {
      if (!candidate.value) continue
      const key = foldForPhrases(candidate.value)
      counted.set(key, {
        ...candidate,
        articles: (counted.get(key)?.articles ?? 0) + (candidate.articles ?? 1),
      })
    }
    this.#entries = [...counted.values()]
      .sort((a, b) => b.articles - a.articles || (a.label < b.label ? -1 : 1))
      .map((entry, id) => ({ ...entry, id }))
    this.#index.addAll(this.#entries)
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

const plain = (value: string): Candidate => named(value, value)

function named(label: string, value: string, also = ''): Candidate {
  return { label: cut(label, LONGEST_LABEL), value: cut(value, LONGEST_LABEL), also }
}

function topics(articles: readonly AnnotatedArticle[]): Candidate[] {
  return articles.flatMap(({ names }) => [...new Set(names.map(({ name }) => name))].map(plain))
}

function speaker({ name, role, quotations }: Person): Candidate & { articles: number } {
  return { ...named(role ? `${name} – ${role}` : name, name, role ?? ''), articles: quotations }
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
