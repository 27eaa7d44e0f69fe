import type { PassageResult } from './archive.js'
import { bestByScore } from './best.js'
import type { RankingColumns } from './ranking-columns.js'
import { TextIndex, type TextStatistics, type Weighed } from './text-index.js'
import type { Vocabulary } from './vocabulary.js'

/** How often a word of the title counts in its article. */
export const TITLE_WEIGHT = 4
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
  /** What it counts beside the others, 0 to 1. */
  readonly worth: number
}

/** A query as indexes are asked it: what each of its concepts is worth there. */
export interface WeighedQuery {
  readonly concepts: readonly Concept[]
  readonly passages: readonly Weighed[]
  readonly articles: readonly Weighed[]
  readonly of: { readonly passages: TextStatistics; readonly articles: TextStatistics }
}

/** Whether a passage is within the limits of a query. */
export type Accept = (id: number) => boolean

/**
 * Ranks passages by BM25 of the passage, of its article with its title (BM25F), and of the passages beside it.
 * Passages and articles are numbered from 0 in the order in which they are given.
 */
export class PassageRanking {
  readonly #passages: TextIndex
  readonly #titles: TextIndex
  readonly #articles: TextIndex
  /** The article of each passage. */
  readonly #articleOf: Uint32Array
  /** The first passage of each article; one more for where the last ones end. */
  readonly #starts: Uint32Array
  // Made once, for the passages that a question finds.
  readonly #scores: Float64Array
  readonly #found: Uint32Array

  /**
   * @param vocabulary of all their terms
   * @param background what is ranked together with these articles: by `weigh` of this one
   */
  constructor(
    vocabulary: Vocabulary,
    { passages, titles, articles, starts }: RankingColumns,
    background: PassageRanking | null = null,
  ) {
    this.#passages = new TextIndex(vocabulary, passages, background ? background.#passages : null)
    this.#titles = new TextIndex(vocabulary, titles, background ? background.#titles : null)
    this.#articles = new TextIndex(vocabulary, articles, background ? background.#articles : null)
    this.#starts = starts
    this.#articleOf = new Uint32Array(starts.at(-1)!)
    this.#scores = new Float64Array(this.size)
    this.#found = new Uint32Array(this.size)
    for (let article = 0; article + 1 < starts.length; article++) {
      this.#articleOf.fill(article, starts[article]!, starts[article + 1]!)
    }
  }

  /** The article of a passage. */
  articleOf(id: number): number {
    return this.#articleOf[id]!
  }

  /** How many passages it has itself. */
  get size(): number {
    return this.#articleOf.length
  }

  knows(term: string): boolean {
    return this.#articles.knows(term)
  }

  /** What a match of a concept is worth (idf, times its own worth): by its own term, or by the commonest that stands for it. */
  weight(concept: Concept): number {
    return concept.worth * this.#passages.weight(this.#standard(this.#passages, concept))
  }

  /** How many passages there are, and how many hold each term of the concepts. */
  frequencies(concepts: readonly Concept[]): Pick<PassageResult, 'size' | 'frequencies'> {
    const terms = new Set(concepts.flatMap((concept) => [...concept.terms.keys()]))
    const holding = [...terms].map((term): [string, number] => [term, this.#passages.holding(term)])
    return { size: this.#passages.size, frequencies: Object.fromEntries(holding) }
  }

  /** Whether each passage holds all of the terms. */
  holdingAll(terms: readonly string[]): (id: number) => boolean {
    if (terms.length === 0) return () => true
    return (id) => terms.every((term) => this.#passages.holds(id, term))
  }

  /** A query by what its terms are worth in all that is ranked together. */
  weigh(asked: readonly Concept[]): WeighedQuery {
    const concepts = withoutOverlap(asked)
    return {
      concepts,
      passages: this.#weighed(this.#passages, concepts),
      articles: this.#weighed(this.#articles, concepts),
      of: { passages: this.#passages, articles: this.#articles },
    }
  }

  /**
   * The passages that hold any of the terms, the `limit` best of them. The first of an article answers for the
   * title too, so that an article is found whose title alone fits.
   */
  passages(query: WeighedQuery, limit: number, accept: Accept | null = null): Ranked {
    const own = this.#passages.scores(query.passages, query.of.passages)
    const ofTitle = this.#titles.weightHeld(query.articles)
    const ofArticle = this.#articles.scores(query.articles, query.of.articles)
    const starts = this.#starts
    const scores = this.#scores
    const found = this.#found
    let total = 0
    for (let article = 0; article < ofArticle.length; article++) {
      if (ofArticle[article] === 0) continue
      const ofIts = PASSAGE_SCORE.article * ofArticle[article]!
      const first = starts[article]!
      const end = starts[article + 1]!
      let before = 0
      for (let id = first; id < end; id++) {
        const score = own[id]!
        const after = id + 1 < end ? own[id + 1]! : 0
        const near = PASSAGE_SCORE.neighbour * Math.max(before, after)
        before = score
        if (score === 0 && !(id === first && ofTitle[article]! > 0)) continue
        if (accept?.(id) === false) continue
        scores[id] = score + ofIts + near
        found[total++] = id
      }
    }
    const best = bestByScore(found.subarray(0, total), scores, limit)
    return {
      best: best.map((id) => ({ id, score: scores[id]!, matched: this.#matched(id, query.concepts) })),
      total,
    }
  }

  /** The articles that hold any of the terms, the `limit` best of them. */
  articles(asked: readonly Concept[], limit: number): RankedArticle[] {
    const query = this.weigh(asked)
    const bestPassage = new Float64Array(this.#articles.size)
    for (const [id, score] of this.#passages.scores(query.passages).entries()) {
      const article = this.#articleOf[id]!
      if (score > bestPassage[article]!) bestPassage[article] = score
    }
    const scores = this.#articles
      .scores(query.articles)
      .map((score, id) => score + BEST_PASSAGE * bestPassage[id]!)
    const found = [...scores.keys()].filter((article) => scores[article]! > 0)
    return bestByScore(found, scores, limit).map((article) => ({ article, score: scores[article]! }))
  }

  /** Concepts with what they are worth in telling the texts of an index apart. */
  #weighed(index: TextIndex, concepts: readonly Concept[]): Weighed[] {
    return concepts.map((concept) => ({
      weight: concept.worth * index.weight(this.#standard(index, concept)),
      terms: concept.terms,
    }))
  }

  /** The term by whose rarity a concept is weighed: its own, or if no article holds it the commonest of the others. */
  #standard(index: TextIndex, { term, terms }: Concept): string {
    if (this.knows(term)) return term
    const rarer = (a: string, b: string) => (index.weight(b) < index.weight(a) ? b : a)
    return [...terms.keys()].reduce(rarer, term)
  }

  #matched(id: number, concepts: readonly Concept[]): Record<string, number> {
    const article = this.#articleOf[id]!
    const near = [id, id - 1, id + 1].filter((other) => this.#articleOf[other] === article)
    const held = concepts.map(({ term, terms }): [string, number] => {
      const counts = near.map((other) => this.#passages.count(other, terms))
      return [term, Math.min(1, Math.max(this.#titles.count(article, terms), ...counts))]
    })
    return Object.fromEntries(held.filter(([, share]) => share > 0))
  }
}

/** A term that counts for several concepts counts for the one that it counts most for. */
function withoutOverlap(concepts: readonly Concept[]): Concept[] {
  const owners = new Map<string, { concept: Concept; share: number }>()
  for (const concept of concepts) {
    for (const [term, share] of concept.terms) {
      if (share > (owners.get(term)?.share ?? 0)) owners.set(term, { concept, share })
    }
  }
  return concepts.map((concept) => ({
    ...concept,
    terms: new Map([...concept.terms].filter(([term]) => owners.get(term)?.concept === concept)),
  }))
}
