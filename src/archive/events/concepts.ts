import { names as english } from '../../language/en/names.js'
import { nameWords, sameName } from '../names.js'
import type { PreparedArticle } from '../prepare.js'
import type { Analyzer } from '../terms.js'
import { Acronyms } from './acronyms.js'

/** One thing that a query asks for, in every way that the articles may put it: terms that must stand together. */
export type Concept = readonly (readonly string[])[]

/** Reads queries as concepts: acronyms and their long forms, spellings of a surname, a country and its people. */
export class Concepts {
  readonly #analyzer: Analyzer
  readonly #acronyms: Acronyms
  readonly #surnames: ReadonlyMap<string, readonly string[]>
  readonly #peoples: ReadonlyMap<string, string>
  readonly #background: Concepts | null

  /** @param background of other articles that are known as well */
  constructor(
    articles: readonly Pick<PreparedArticle, 'annotated' | 'eventTerms'>[],
    analyzer: Analyzer,
    background: Concepts | null = null,
  ) {
    this.#background = background
    this.#analyzer = analyzer
    const terms = articles.map(({ eventTerms }) => eventTerms)
    this.#acronyms = new Acronyms(
      terms.flatMap(({ runs }) => runs),
      terms.flatMap(({ acronyms }) => acronyms),
      analyzer,
      background ? background.#acronyms : null,
    )
    this.#surnames = surnames(articles)
    this.#peoples = new Map([...english.demonyms].map(([people, country]) => [country, people]))
  }

  of(query: string): Concept[] {
    const { rest, found } = this.#acronyms.longFormsIn(this.#analyzer.distinct(query))
    const words = new Map(
      this.#analyzer.terms(query).map(({ term, start, end }) => [term, query.slice(start, end)]),
    )
    return [
      ...found.map(({ acronym, terms }) => [terms, this.#analyzer.distinct(acronym)]),
      ...rest.map((term) => this.#alternatives(term, words.get(term) ?? term)),
    ]
  }

  #alternatives(term: string, word: string): Concept {
    const [name = ''] = nameWords(word)
    const spellings = this.#alike(name).filter((other) => sameName(name, other))
    const people = this.#peoples.get(name)
    const others = [...spellings, ...(people ? [people] : [])].map((other) => this.#analyzer.distinct(other))
    return [[term], ...this.#acronyms.longForms(name), ...others.filter(([other]) => other && other !== term)]
  }

  #alike(name: string): readonly string[] {
    const own = this.#surnames.get(keyOf(name)) ?? []
    return this.#background ? [...new Set([...this.#background.#alike(name), ...own])] : own
  }
}

/** The words of people's names, under the letters that every spelling of one begins with. */
function surnames(articles: readonly Pick<PreparedArticle, 'annotated'>[]): Map<string, string[]> {
  const named = articles.flatMap(({ annotated: { names } }) =>
    names.filter(({ kind }) => kind !== 'place').map(({ name }) => name),
  )
  const words = new Set([...new Set(named)].flatMap(nameWords))
  const buckets = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < SHORTEST_NAME) continue
    const bucket = buckets.get(keyOf(word))
    if (bucket) bucket.push(word)
    else buckets.set(keyOf(word), [word])
  }
  return buckets
}

/** Shorter words that look alike are different names more often than not. */
const SHORTEST_NAME = 5
const keyOf = (word: string) => word.slice(0, 3)
