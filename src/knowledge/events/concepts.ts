import type { AnnotatedArticle } from '../../annotate/annotations.js'
import { names as english } from '../../language/en/names/names.js'
import { search } from '../../language/en/words/search.js'
import type { Analyzer } from '../../text/terms.js'
import { type Thesaurus, thesaurusOf } from '../../text/thesaurus.js'
import { nameWords, sameName } from '../people/names.js'
import { type AcronymColumns, Acronyms, AcronymsBuilder } from './acronyms.js'
import type { EventTerms } from './event-terms.js'

/** One thing that a query asks for. */
export interface Concept {
  /** Every way that the articles may put it: terms that must stand together. The query's own comes first. */
  readonly ways: readonly (readonly string[])[]
  /** Terms that may stand for it, and say less. */
  readonly related: readonly string[]
}

/** What the articles write, each thing once. */
export interface ConceptColumns {
  /** The words of names that may be somebody's, as `nameWords` gives them. */
  readonly surnames: readonly string[]
  readonly acronyms: AcronymColumns
}

/** Reads queries as concepts: acronyms and their long forms, spellings of a surname, a country and its people. */
export class Concepts {
  readonly #analyzer: Analyzer
  readonly #acronyms: Acronyms
  readonly #surnames: ReadonlyMap<string, readonly string[]>
  readonly #peoples: ReadonlyMap<string, string>
  readonly #thesaurus: Thesaurus
  readonly #background: Concepts | null

  /** @param background of other articles that are known as well */
  constructor(
    { surnames, acronyms }: ConceptColumns,
    analyzer: Analyzer,
    background: Concepts | null = null,
  ) {
    this.#background = background
    this.#analyzer = analyzer
    this.#acronyms = new Acronyms(acronyms, analyzer, background ? background.#acronyms : null)
    this.#surnames = byBeginning(surnames)
    this.#thesaurus = thesaurusOf(search.related, analyzer)
    this.#peoples = new Map([...english.demonyms].map(([people, country]) => [country, people]))
  }

  of(query: string): Concept[] {
    const { rest, found } = this.#acronyms.longFormsIn(this.#analyzer.distinct(query))
    const words = new Map(
      this.#analyzer.terms(query).map(({ term, start, end }) => [term, query.slice(start, end)]),
    )
    return [
      ...found.map(({ acronym, terms }) => ({
        ways: [terms, this.#analyzer.distinct(acronym)],
        related: [],
      })),
      ...rest.map((term) => ({
        ways: this.#alternatives(term, words.get(term) ?? term),
        related: [...(this.#thesaurus.get(term) ?? [])].filter((other) => !words.has(other)),
      })),
    ]
  }

  #alternatives(term: string, word: string): Concept['ways'] {
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

/** Words under the letters that every spelling of one begins with. */
function byBeginning(words: Iterable<string>): Map<string, string[]> {
  const buckets = new Map<string, string[]>()
  for (const word of words) {
    const bucket = buckets.get(keyOf(word))
    if (bucket) bucket.push(word)
    else buckets.set(keyOf(word), [word])
  }
  return buckets
}

/** Shorter words that look alike are different names more often than not. */
const SHORTEST_NAME = 5
const keyOf = (word: string) => word.slice(0, 3)

/** Gathers what the articles write. */
export class ConceptsBuilder {
  readonly #names = new Set<string>()
  readonly #acronyms = new AcronymsBuilder()

  add({ names }: AnnotatedArticle, { runs, acronyms }: EventTerms): void {
    for (const { name, kind } of names) if (kind !== 'place') this.#names.add(name)
    this.#acronyms.add(runs, acronyms)
  }

  columns(): ConceptColumns {
    const words = new Set([...this.#names].flatMap(nameWords))
    return {
      surnames: [...words].filter((word) => word.length >= SHORTEST_NAME),
      acronyms: this.#acronyms.columns(),
    }
  }
}
