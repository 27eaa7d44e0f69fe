import { inverseFrequency, saturated } from './bm25.js'
import { TermSequences, Vocabulary } from './term-sequences.js'
import type { Analyzer } from './terms.js'
import { TextIndex } from './text-index.js'

/** How many of the index's best passages are ranked again with all that is known of them. */
const RERANKED = 600
/** How often a word of the title counts in its article. */
const TITLE_WEIGHT = 4
/** What each piece of evidence is worth beside the passage's own score. */
const PASSAGE_SCORE = { article: 0.4, neighbour: 0.2 }
/** The same for an article: its own score, and that of its best passage. */
const BEST_PASSAGE = 0.4

export interface RankedPassage {
  readonly id: number
  readonly score: number
  /** Terms of the query that the passage, a passage beside it or its article's title holds. */
  readonly matched: readonly string[]
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

interface QueryTerm {
  readonly term: string
  /** What it is worth in telling passages apart, and in telling articles apart. */
  readonly weight: number
  readonly articleWeight: number
}

/** The passages of one article that are in the race, and how often each passage of it holds each term. */
class Contender {
  readonly article: number
  readonly first: number
  readonly end: number
  readonly candidates: number[] = []
  /** Row by row, one row a passage, one column a term of the query; the last row is the title. */
  readonly #counts: Uint16Array
  readonly #width: number

  constructor(article: number, first: number, end: number, width: number) {
    this.article = article
    this.first = first
    this.end = end
    this.#width = width
    this.#counts = new Uint16Array((end - first + 1) * width)
  }

  /** @param columns the column of each term of the vocabulary plus one, 0 for those not in the query */
  count(passage: number, sequence: Uint32Array, columns: Uint8Array): void {
    const row = (passage - this.first) * this.#width
    for (const term of sequence) {
      const column = columns[term]!
      if (column > 0) this.#counts[row + column - 1]!++
    }
  }

  in(passage: number, column: number): number {
    if (passage < this.first || passage > this.end) return 0
    return this.#counts[(passage - this.first) * this.#width + column]!
  }

  inTitle(column: number): number {
    return this.in(this.end, column)
  }

  /** The terms that the title, the passage or one beside it holds. */
  matched(passage: number, terms: readonly string[]): string[] {
    const places = [this.end, passage - 1, passage, passage + 1]
    return terms.filter((_, column) => places.some((place) => this.in(place, column) > 0))
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

  weight(term: string): number {
    return this.#index.weight(term)
  }

  /** The passages that hold any of the terms, the best first and scored in full, the rest as the index has them. */
  passages(terms: readonly string[], accept: (id: number) => boolean): Ranked {
    const found = this.#index.searchTerms(terms).filter(({ id }) => accept(id))
    const query = this.#query(terms)
    const best = this.#contenders(query, found.slice(0, RERANKED)).flatMap((contender) => {
      const fromArticle = PASSAGE_SCORE.article * this.#articleScore(contender, query)
      return contender.candidates.map((id) => {
        const own = this.#passageScore(contender, id, query)
        const beside = Math.max(
          this.#passageScore(contender, id - 1, query),
          this.#passageScore(contender, id + 1, query),
        )
        const score = own + fromArticle + PASSAGE_SCORE.neighbour * beside
        return { id, score, matched: contender.matched(id, terms) }
      })
    })
    return { best: best.sort((a, b) => b.score - a.score), total: found.length }
  }

  /** The articles of the best passages, best first. */
  articles(terms: readonly string[], candidates: number): RankedArticle[] {
    const query = this.#query(terms)
    return this.#contenders(query, this.#index.searchTerms(terms).slice(0, candidates))
      .map((contender) => {
        const passages = contender.candidates.map((id) => this.#passageScore(contender, id, query))
        const score = this.#articleScore(contender, query) + BEST_PASSAGE * Math.max(...passages)
        return { article: contender.article, score }
      })
      .sort((a, b) => b.score - a.score)
  }

  #terms(text: string): string[] {
    return this.#analyzer.terms(text).map(({ term }) => term)
  }

  #numbers(terms: readonly string[]): number[] {
    return terms.map((term) => this.#vocabulary.add(term))
  }

  #query(terms: readonly string[]): QueryTerm[] {
    return terms.map((term) => {
      const id = this.#vocabulary.find(term)
      const holding = id === undefined ? 0 : (this.#articlesWith[id] ?? 0)
      return {
        term,
        weight: this.weight(term),
        articleWeight: inverseFrequency(holding, this.#firstOf.length),
      }
    })
  }

  #contenders(query: readonly QueryTerm[], found: readonly { readonly id: number }[]): Contender[] {
    const columns = new Uint8Array(this.#vocabulary.size)
    for (const [column, { term }] of query.entries()) {
      const id = this.#vocabulary.find(term)
      if (id !== undefined) columns[id] = column + 1
    }
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

  #contender(article: number, width: number, columns: Uint8Array): Contender {
    const first = this.#firstOf[article]!
    const end = this.#firstOf[article + 1] ?? this.#articleOf.length
    const contender = new Contender(article, first, end, width)
    for (let id = first; id < end; id++) contender.count(id, this.#passages.at(id), columns)
    contender.count(end, this.#titles.at(article), columns)
    return contender
  }

  #articleScore(contender: Contender, query: readonly QueryTerm[]): number {
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

  #passageScore(contender: Contender, id: number, query: readonly QueryTerm[]): number {
    if (id < contender.first || id >= contender.end) return 0
    const length = this.#passages.at(id).length
    const average = this.#passages.length / this.#passages.count
    return query.reduce(
      (sum, { weight }, column) => sum + weight * saturated(contender.in(id, column), length, average),
      0,
    )
  }
}
