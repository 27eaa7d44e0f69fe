import { inverseFrequency, saturated } from './bm25.js'
import { TermSequences, Vocabulary } from './term-sequences.js'
import type { Analyzer } from './terms.js'
import { TextIndex } from './text-index.js'

/** How many of the index's best passages are ranked again with all that is known of them. */
const RERANKED = 600
/** More of them no question has; a column is a byte. */
const MOST_CONCEPTS = 254
/** How often a word of the title counts in its article. */
const TITLE_WEIGHT = 4
/** What each piece of evidence is worth beside the passage's own score. */
const PASSAGE_SCORE = { article: 0.4, neighbour: 0.2 }
/** The same for an article: its own score, and that of its best passage. */
const BEST_PASSAGE = 0.4

export interface RankedPassage {
  readonly id: number
  readonly score: number
  /** The query's terms that the passage, one beside it or the title holds: 1 for the term, less for a related one. */
  readonly matched: Readonly<Record<string, number>>
}

export interface Ranked {
  /** The best of them, best first. */
  readonly best: readonly RankedPassage[]
  /** How many passages hold a term of the query. */
  readonly total: number
}

export interface RankedArticle {
  readonly article: number
  readonly score: number
}

/** One thing that a query asks for, by whatever terms of the archive. */
export interface Concept {
  /** The query's own term. */
  readonly term: string
  /** The terms that count for it, with how much an occurrence of each counts, 0 to 1. */
  readonly terms: ReadonlyMap<string, number>
}

interface Weighed extends Concept {
  /** What it is worth in telling passages apart, and in telling articles apart. */
  readonly weight: number
  readonly articleWeight: number
}

/** Which concept a term of the vocabulary counts for, by its number: the column plus one, and how much. */
interface Columns {
  readonly column: Uint8Array
  readonly trust: Float32Array
}

/** The passages of one article that are in the race, and how often each passage of it holds each term. */
class Contender {
  readonly article: number
  readonly first: number
  readonly end: number
  readonly candidates: number[] = []
  /** Row by row, one row a passage, one column a term of the query; the last row is the title. */
  readonly #counts: Float32Array
  readonly #width: number

  constructor(article: number, first: number, end: number, width: number) {
    this.article = article
    this.first = first
    this.end = end
    this.#width = width
    this.#counts = new Float32Array((end - first + 1) * width)
  }

  count(passage: number, sequence: Uint32Array, { column, trust }: Columns): void {
    const row = (passage - this.first) * this.#width
    for (const term of sequence) {
      const at = column[term]!
      if (at > 0) this.#counts[row + at - 1]! += trust[term]!
    }
  }

  in(passage: number, column: number): number {
    if (passage < this.first || passage > this.end) return 0
    return this.#counts[(passage - this.first) * this.#width + column]!
  }

  inTitle(column: number): number {
    return this.in(this.end, column)
  }

  /** The query's terms that the title, the passage or one beside it holds: 1 for the term, less for a related one. */
  matched(passage: number, concepts: readonly Concept[]): Record<string, number> {
    const places = [this.end, passage - 1, passage, passage + 1]
    const held = concepts.map(({ term }, column): [string, number] => [
      term,
      Math.min(1, Math.max(...places.map((place) => this.in(place, column)))),
    ])
    return Object.fromEntries(held.filter(([, share]) => share > 0))
  }

  inAll(column: number): number {
    let total = TITLE_WEIGHT * this.inTitle(column)
    for (let passage = this.first; passage < this.end; passage++) total += this.in(passage, column)
    return total
  }
}

/**
 * Ranks passages in two steps. The index finds those that share a term with the query; then the best of them are
 * scored by BM25 of the passage, of its article with its title (BM25F), and of the passages beside it.
 */
export class PassageRanking {
  readonly #analyzer: Analyzer
  readonly #index: TextIndex
  readonly #vocabulary = new Vocabulary()
  readonly #passages = new TermSequences()
  readonly #titles = new TermSequences()
  /** The article of each passage, the first passage of each article, and how many articles hold each term. */
  readonly #articleOf: number[] = []
  readonly #firstOf: number[] = []
  readonly #articlesWith: number[] = []

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer
    this.#index = new TextIndex(analyzer)
  }

  /** Passages are numbered from 0 in the order they are added, and so are articles. */
  add(title: string, passages: readonly string[]): void {
    const article = this.#firstOf.length
    this.#firstOf.push(this.#articleOf.length)
    const inTitle = this.#terms(title)
    const titleIds = this.#numbers(inTitle)
    const held = new Set(titleIds)
    this.#titles.add(titleIds)
    for (const [i, passage] of passages.entries()) {
      const text = this.#terms(passage)
      const ids = this.#numbers(text)
      // The first passage answers for the title too, so that an article is found whose title alone fits.
      this.#index.addTerms({ id: this.#articleOf.length, title: i === 0 ? inTitle : [], text })
      this.#passages.add(ids)
      this.#articleOf.push(article)
      for (const id of ids) held.add(id)
    }
    for (const id of held) this.#articlesWith[id] = (this.#articlesWith[id] ?? 0) + 1
  }

  get size(): number {
    return this.#articleOf.length
  }

  knows(term: string): boolean {
    return this.#vocabulary.find(term) !== undefined
  }

  /** What a match of a concept is worth (idf): by its own term, or by the commonest that stands for it. */
  weight(concept: Concept): number {
    return this.#index.weight(this.#standard(concept))
  }

  /** The passages that hold any of the terms, the best first and scored in full, the rest as the index has them. */
  passages(concepts: readonly Concept[], accept: (id: number) => boolean): Ranked {
    const found = this.#find(concepts).filter(({ id }) => accept(id))
    const query = this.#weigh(concepts)
    const best = this.#contenders(query, found.slice(0, RERANKED)).flatMap((contender) => {
      const fromArticle = PASSAGE_SCORE.article * this.#articleScore(contender, query)
      return contender.candidates.map((id) => {
        const own = this.#passageScore(contender, id, query)
        const beside = Math.max(
          this.#passageScore(contender, id - 1, query),
          this.#passageScore(contender, id + 1, query),
        )
        const score = own + fromArticle + PASSAGE_SCORE.neighbour * beside
        return { id, score, matched: contender.matched(id, concepts) }
      })
    })
    return { best: best.sort((a, b) => b.score - a.score), total: found.length }
  }

  /** The articles of the best passages, best first. */
  articles(concepts: readonly Concept[], candidates: number): RankedArticle[] {
    const query = this.#weigh(concepts)
    return this.#contenders(query, this.#find(concepts).slice(0, candidates))
      .map((contender) => {
        const passages = contender.candidates.map((id) => this.#passageScore(contender, id, query))
        const score = this.#articleScore(contender, query) + BEST_PASSAGE * Math.max(...passages)
        return { article: contender.article, score }
      })
      .sort((a, b) => b.score - a.score)
  }

  #find(concepts: readonly Concept[]) {
    const trust = new Map(concepts.flatMap(({ terms }) => [...terms]))
    return this.#index.searchTerms([...trust.keys()], (term) => trust.get(term) ?? 1)
  }

  #terms(text: string): string[] {
    return this.#analyzer.terms(text).map(({ term }) => term)
  }

  #numbers(terms: readonly string[]): number[] {
    return terms.map((term) => this.#vocabulary.add(term))
  }

  #weigh(concepts: readonly Concept[]): Weighed[] {
    return concepts.map((concept) => {
      const id = this.#vocabulary.find(this.#standard(concept))
      const holding = id === undefined ? 0 : (this.#articlesWith[id] ?? 0)
      return {
        ...concept,
        weight: this.weight(concept),
        articleWeight: inverseFrequency(holding, this.#firstOf.length),
      }
    })
  }

  /** The term by whose rarity a concept is weighed: its own, or if no article holds it the commonest of the others. */
  #standard({ term, terms }: Concept): string {
    if (this.knows(term)) return term
    const weight = (other: string) => this.#index.weight(other)
    return [...terms.keys()].reduce((best, other) => (weight(other) < weight(best) ? other : best), term)
  }

  #contenders(query: readonly Weighed[], found: readonly { readonly id: number }[]): Contender[] {
    const columns = this.#columns(query)
    const contenders = new Map<number, Contender>()
    for (const { id } of found) {
      const article = this.#articleOf[id]!
      let contender = contenders.get(article)
      if (!contender) {
        contender = this.#contender(article, query.length, columns)
        contenders.set(article, contender)
      }
      contender.candidates.push(id)
    }
    return [...contenders.values()]
  }

  /** A term that counts for several concepts counts for the one that it counts most for. */
  #columns(query: readonly Weighed[]): Columns {
    const column = new Uint8Array(this.#vocabulary.size)
    const trust = new Float32Array(this.#vocabulary.size)
    for (const [at, { terms }] of query.slice(0, MOST_CONCEPTS).entries()) {
      for (const [term, counts] of terms) {
        const id = this.#vocabulary.find(term)
        if (id === undefined || trust[id]! >= counts) continue
        column[id] = at + 1
        trust[id] = counts
      }
    }
    return { column, trust }
  }

  #contender(article: number, width: number, columns: Columns): Contender {
    const first = this.#firstOf[article]!
    const end = this.#firstOf[article + 1] ?? this.#articleOf.length
    const contender = new Contender(article, first, end, width)
    for (let id = first; id < end; id++) contender.count(id, this.#passages.at(id), columns)
    contender.count(end, this.#titles.at(article), columns)
    return contender
  }

  #articleScore(contender: Contender, query: readonly Weighed[]): number {
    let length = TITLE_WEIGHT * this.#titles.at(contender.article).length
    for (let id = contender.first; id < contender.end; id++) length += this.#passages.at(id).length
    const all = this.#passages.length + TITLE_WEIGHT * this.#titles.length
    const average = all / this.#titles.count
    return query.reduce(
      (sum, { articleWeight }, column) =>
        sum + articleWeight * saturated(contender.inAll(column), length, average),
      0,
    )
  }

  #passageScore(contender: Contender, id: number, query: readonly Weighed[]): number {
    if (id < contender.first || id >= contender.end) return 0
    const length = this.#passages.at(id).length
    const average = this.#passages.length / this.#passages.count
    return query.reduce(
      (sum, { weight }, column) => sum + weight * saturated(contender.in(id, column), length, average),
      0,
    )
  }
}
