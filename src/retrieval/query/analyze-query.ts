import { search as english } from '../../language/en/words/search.js'
import { LOW_INFORMATION, lowInformationTerms } from '../../text/low-information.js'
import type { Analyzer } from '../../text/terms.js'
import { type Thesaurus, thesaurusOf } from '../../text/thesaurus.js'
import type { Retriever } from '../port.js'
import type { Concept } from '../rerank/passages.js'
import type { KnownTerm } from './spelling-corrector.js'

/** A word that no article holds, and the one most like it that an article does, if any. */
export interface UnknownWord {
  /** As it was typed. */
  readonly word: string
  /** As an article writes it. */
  readonly nearest: string | null
}

/** What knows the words of the articles by their spelling. */
export interface NearestTerms {
  nearest(word: string): KnownTerm | null | Promise<KnownTerm | null>
}

/** How much a related word counts for the one that was asked for, and a word that is only spelled like it. */
const RELATED = 0.8
const NEAREST = 0.5

export interface ReadQuery {
  readonly concepts: readonly Concept[]
  readonly unknown: readonly UnknownWord[]
}

/** Reads the words of a query as concepts: each term with those that may stand for it. */
export class QueryAnalyzer {
  readonly #analyzer: Analyzer
  readonly #nearest: NearestTerms
  readonly #thesaurus: Thesaurus
  readonly #related: number
  readonly #lowInformationTerms: ReadonlySet<string>

  /** @param related how much a related word counts, 0 to 1; with 0 there are none */
  constructor(analyzer: Analyzer, nearest: NearestTerms, related = RELATED) {
    this.#analyzer = analyzer
    this.#nearest = nearest
    this.#thesaurus = thesaurusOf(related > 0 ? english.related : [], analyzer)
    this.#related = related
    this.#lowInformationTerms = lowInformationTerms(analyzer)
  }

  /** @param articles which of the terms they hold */
  async read(words: string, articles: Pick<Retriever<never>, 'statistics'>): Promise<ReadQuery> {
    const { asked, parts } = this.#asked(words)
    const counting = new Map(
      [...asked.keys()].map((term): [string, Map<string, number>] => {
        const others = [...(parts.get(term) ?? []), ...(this.#thesaurus.get(term) ?? [])]
        const related = others.filter((other) => !asked.has(other))
        return [
          term,
          new Map([[term, 1], ...related.map((other): [string, number] => [other, this.#related])]),
        ]
      }),
    )
    const all = new Set([...counting.values()].flatMap((terms) => [...terms.keys()]))
    const { frequencies } = await articles.statistics([...all])
    const knows = (term: string) => frequencies.get(term)!.groups > 0
    const unknown: UnknownWord[] = []
    const concepts: Concept[] = []
    for (const [term, word] of asked) {
      const terms = counting.get(term)!
      if (!knows(term)) {
        const replaced = [...terms.keys()].some(knows)
        const nearest = replaced ? null : await this.#nearest.nearest(word)
        if (nearest && !asked.has(nearest.term)) terms.set(nearest.term, NEAREST)
        unknown.push({ word, nearest: nearest?.written ?? null })
      }
      concepts.push({ term, terms, worth: this.#lowInformationTerms.has(term) ? LOW_INFORMATION : 1 })
    }
    return { concepts, unknown }
  }

  /** The terms that words ask for, each as it is typed, and for a compound its parts. */
  #asked(words: string): {
    readonly asked: ReadonlyMap<string, string>
    readonly parts: ReadonlyMap<string, readonly string[]>
  } {
    const asked = new Map<string, string>()
    const empty: string[] = []
    const parts = new Map<string, readonly string[]>()
    const found = this.#analyzer.terms(words)
    for (const [at, { term, start, end }] of found.entries()) {
      if (asked.has(term)) continue
      // "Build-up" as a whole comes behind its parts: it is what is meant, and they are words like it.
      const within = found.slice(0, at).filter((part) => part.start >= start && part.end <= end)
      for (const part of within) asked.delete(part.term)
      parts.set(
        term,
        within.map((part) => part.term),
      )
      asked.set(term, words.slice(start, end))
      if (saysNothing(words, start)) empty.push(term)
    }
    if (empty.length < asked.size) for (const term of empty) asked.delete(term)
    return { asked, parts }
  }
}

/** Whether a word only tells what is asked of the topic: "how BIG", "be HELD", "what is it CALLED". */
function saysNothing(words: string, start: number): boolean {
  const before = words.slice(0, start)
  if (english.measuring.test(before)) return true
  return english.existing.test(words.slice(start)) && !english.nounAhead.test(before)
}
