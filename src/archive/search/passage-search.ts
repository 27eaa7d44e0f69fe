import type { AnnotatedArticle, Passage } from '../../annotate/annotations.js'
import type { Span } from '../../articles/model/article.js'
import { isOwn } from '../../articles/store/index.js'
import {
  type Concept,
  type NearestTerms,
  type PassageField,
  QueryAnalyzer,
  type Ranked,
  type RankedPassage,
  rankPassages,
  type WeightedQuery,
  weigh,
  weightOf,
} from '../../retrieval/index.js'
import type { Candidates, Retriever, UnitFilter, UnitId } from '../../retrieval/port.js'
import { Analyzer, foldForPhrases } from '../../text/terms.js'
import type {
  ArticleFilter,
  PassageHit,
  PassageQuery,
  PassageResult,
  QueryTerm,
} from '../contract/archive.js'
import { excerpt, reference } from './excerpts.js'

/** A passage, and the article that it is of. */
export interface Place {
  readonly owner: AnnotatedArticle
  readonly passage: Passage
}

/** A query as it is understood by all that is asked together. */
export interface PassageReading
  extends Pick<PassageResult, 'size' | 'frequencies' | 'weights' | 'related' | 'unknown'> {
  readonly query: PassageQuery
  /** Folded. */
  readonly phrases: readonly string[]
  readonly words: string
  readonly weighed: WeightedQuery
}

/** What the text of a passage must hold, and must not: wordings, folded. */
export interface Wordings {
  readonly phrases: readonly string[]
  readonly without: readonly string[]
}

/** Where passages lie, and what finds them. */
export interface PassageRows {
  readonly retriever: Retriever<PassageField>
  /** The words that the articles hold, by their spelling. */
  readonly spellings: NearestTerms
  /**
   * What a query limits passages to.
   * @param terms that each must hold @param wordings that its text must hold, and must not; null for none
   */
  filter(query: ArticleFilter, terms: readonly string[], wordings: Wordings | null): UnitFilter
  /** The passages that a filter lets through, in the order of the articles: for wordings without a term. */
  all(filter: UnitFilter, limit: number): Promise<Candidates>
  /** Passages by their ids, with the articles that hold them. */
  places(ids: readonly UnitId[]): Promise<readonly Place[]>
}

/** The topic index: passages by what they are about. Stop words removed, Porter stems, OR. */
export class PassageSearch<R extends PassageRows = PassageRows> {
  readonly rows: R
  readonly #analyzer = new Analyzer()
  readonly #reader: QueryAnalyzer

  constructor(rows: R) {
    this.rows = rows
    this.#reader = new QueryAnalyzer(this.#analyzer, rows.spellings)
  }

  async read(query: PassageQuery): Promise<PassageReading> {
    const { retriever } = this.rows
    const phrases = (query.phrases ?? []).map(foldForPhrases).filter(Boolean)
    const words = [query.words, ...phrases].join(' ')
    const { concepts, unknown } = query.terms
      ? { concepts: query.terms.map(conceptOf), unknown: [] }
      : await this.#reader.read(words, retriever)
    const weighed = await weigh(concepts, retriever)
    const { statistics } = weighed
    return {
      query,
      phrases,
      words,
      weighed,
      size: statistics.units,
      frequencies: Object.fromEntries([...statistics.frequencies].map(([term, { units }]) => [term, units])),
      weights: Object.fromEntries(
        concepts.map((concept) => [concept.term, weightOf(concept, statistics, 'units')]),
      ),
      related: relatedStems(concepts),
      unknown,
    }
  }

  /** The best of its own passages. */
  async find({
    query,
    phrases,
    words,
    weighed,
  }: PassageReading): Promise<Pick<PassageResult, 'hits' | 'total'>> {
    const { limit } = query
    const without = (query.without ?? []).map(foldForPhrases).filter(Boolean)
    const filter = this.rows.filter(
      query,
      phrases.flatMap((one) => this.#analyzer.distinct(one)),
      phrases.length + without.length > 0 ? { phrases, without } : null,
    )
    const { best, total } =
      weighed.concepts.length > 0
        ? await rankPassages(weighed, this.rows.retriever, { limit, filter })
        : await this.#unranked(words, limit, filter)
    const places = await this.rows.places(best.map(({ id }) => id))
    return { hits: best.map((one, at) => hitOf(one, places[at]!)), total }
  }

  /** Every passage when the words hold no term: a phrase of stop words is still a phrase. */
  async #unranked(words: string, limit: number, filter: UnitFilter): Promise<Ranked> {
    if (words.trim() === '') return { best: [], total: 0 }
    const { best, total } = await this.rows.all(filter, limit)
    return { best: best.map(({ id, group }) => ({ id, article: group, score: 0, matched: {} })), total }
  }
}

function hitOf({ score, matched }: RankedPassage, { owner, passage }: Place): PassageHit {
  const within = <T extends Span>(spans: readonly T[]) =>
    spans.filter((span) => span.start < passage.end && span.end > passage.start)
  const sentences = once(() => within(owner.sentences).map((sentence) => excerpt(owner.article, sentence)))
  const dates = once(() => within(owner.dates))
  const quotations = once(() => within(owner.quotations))
  const names = once(() => within(owner.names))
  const around = once(() => aroundOf(owner, passage))
  return {
    article: reference(owner.article),
    passage: excerpt(owner.article, passage),
    // Of many hits most are dropped by what they are scored by.
    get sentences() {
      return sentences()
    },
    get dates() {
      return dates()
    },
    get quotations() {
      return quotations()
    },
    get names() {
      return names()
    },
    get around() {
      return around()
    },
    score,
    matched,
  }
}

/** Where the units of each article begin. */
export function startsOf(groups: ArrayLike<number>, articles: number): number[] {
  const starts = Array<number>(articles).fill(0)
  for (let id = groups.length - 1; id >= 0; id--) starts[groups[id]!] = id
  return starts
}

function aroundOf(owner: AnnotatedArticle, passage: Span): PassageHit['around'] {
  const { sentences } = owner
  const first = sentences.findIndex(({ end }) => end > passage.start)
  const behind = sentences.findIndex(({ start }) => start >= passage.end)
  const said = (sentence: Span | undefined) => (sentence ? textOf(owner, sentence) : '')
  return { before: said(sentences[first - 1]), behind: said(sentences[behind]), lead: said(sentences[0]) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const conceptOf = ({ term, synonyms, weight = 1 }: QueryTerm): Concept => ({
  term,
  terms: new Map([...Object.entries(synonyms), [term, 1]]),
  worth: weight,
})

function relatedStems(concepts: readonly Concept[]): PassageResult['related'] {
  return Object.fromEntries(
    concepts.flatMap(({ term: stem, terms }) =>
      [...terms].filter(([term]) => term !== stem).map(([term, share]) => [term, { stem, share }]),
    ),
  )
}

/** Null where all articles are wanted. What is found of an outlet is kept, for it is asked for each of its passages. */
export function articleFilter({
  outlet,
  since,
  until,
  own,
  among,
}: ArticleFilter): ((owner: AnnotatedArticle) => boolean) | null {
  if (!outlet && !since && !until && !own && !among) return null
  const wantedIds = among && new Set(among)
  const wanted = outlet ? foldForPhrases(outlet) : ''
  const fitting = new Map<string | null, boolean>()
  const fits = (name: string | null) => {
    const known = fitting.get(name) ?? foldForPhrases(name ?? '').includes(wanted)
    fitting.set(name, known)
    return known
  }
  return ({ article }) => {
    if (wanted && !fits(article.outlet)) return false
    if (own && !isOwn(article.id)) return false
    if (wantedIds && !wantedIds.has(article.id)) return false
    if (since && !(article.published && article.published >= since)) return false
    if (until && !(article.published && article.published <= until)) return false
    return true
  }
}

/** Whether a folded text holds a folded phrase as whole words. */
export function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + phrase.length] ?? ' '
    if (!isWordChar(before) && !isWordChar(after)) return true
  }
  return false
}

const isWordChar = (char: string) => /[\p{L}\p{N}]/u.test(char)

/** Whether a text has the wordings that a query demands, and none that it forbids. */
export function hasWordings(text: string, { phrases, without }: Wordings): boolean {
  const folded = foldForPhrases(text)
  return (
    phrases.every((phrase) => holdsPhrase(folded, phrase)) &&
    !without.some((phrase) => holdsPhrase(folded, phrase))
  )
}

export const textOf = (owner: AnnotatedArticle, { start, end }: Span) => owner.article.text.slice(start, end)
