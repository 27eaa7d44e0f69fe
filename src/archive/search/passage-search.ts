import type { AnnotatedArticle, Passage } from '../../annotate/annotations.js'
import type { Span } from '../../articles/model/article.js'
import { isOwn } from '../../articles/store/index.js'
import {
  type Concept,
  type IndexColumns,
  MiniSearchRetriever,
  PASSAGE_FIELDS,
  type PassageField,
  QueryAnalyzer,
  type Ranked,
  type RankedPassage,
  rankPassages,
  SpellingCorrector,
  TermIndex,
  type WeightedQuery,
  weigh,
  weightOf,
} from '../../retrieval/index.js'
import { Analyzer, foldForPhrases } from '../../text/terms.js'
import type {
  ArticleFilter,
  PassageHit,
  PassageQuery,
  PassageResult,
  QueryTerm,
} from '../contract/archive.js'
import { excerpt, reference } from './excerpts.js'

interface Place {
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

/** What passages are found by. */
export interface PassageColumns {
  readonly index: IndexColumns
  /** How an article writes each term that is a word: the term, then the word, and so on. */
  readonly written: readonly string[]
}

/** The topic index: passages by what they are about. Stop words removed, Porter stems, OR. */
export class PassageSearch {
  readonly #analyzer = new Analyzer()
  readonly #retriever: MiniSearchRetriever<PassageField>
  readonly #reader = new QueryAnalyzer(this.#analyzer, {
    nearest: (word) => this.#nearestTerms.nearest(word),
  })
  readonly #articles: readonly AnnotatedArticle[]
  readonly #columns: PassageColumns
  readonly #background: PassageSearch | null
  /** The first passage of each article. */
  readonly #starts: readonly number[]
  #nearest: SpellingCorrector | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    columns: PassageColumns,
    background: PassageSearch | null = null,
  ) {
    this.#articles = articles
    this.#columns = columns
    this.#background = background
    const base = background ? background.#retriever : null
    this.#retriever = passageRetriever(TermIndex.load(PASSAGE_FIELDS, columns.index), base)
    this.#starts = startsOf(columns.index.groups, articles.length)
  }

  get size(): number {
    return this.#retriever.index.documentCount
  }

  /** Makes ready what is needed for words that no article holds; otherwise the first of them waits for it. */
  warmUp(): void {
    void this.#nearestTerms
  }

  async read(query: PassageQuery): Promise<PassageReading> {
    const phrases = (query.phrases ?? []).map(foldForPhrases).filter(Boolean)
    const words = [query.words, ...phrases].join(' ')
    const { concepts, unknown } = query.terms
      ? { concepts: query.terms.map(conceptOf), unknown: [] }
      : await this.#reader.read(words, this.#retriever)
    const weighed = await weigh(concepts, this.#retriever)
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
    const filter = {
      inGroup: this.#inArticles(query),
      holding: phrases.flatMap((one) => this.#analyzer.distinct(one)),
    }
    const reads = this.#wordings(query, phrases)
    const { best, total } =
      weighed.concepts.length > 0
        ? await rankPassages(weighed, this.#retriever, { limit, filter, reads })
        : this.#unranked(
            words,
            limit,
            (id) => filter.inGroup?.(this.#articleOf(id)) !== false && reads?.(id) !== false,
          )
    return { hits: best.map((one) => this.#hit(one)), total }
  }

  #inArticles(query: PassageQuery): ((article: number) => boolean) | null {
    const wanted = articleFilter(query)
    return wanted && ((article) => wanted(this.#articles[article]!))
  }

  /** Whether a passage has the wordings that a query demands, and none that it forbids; null where it does neither. */
  #wordings(query: PassageQuery, phrases: readonly string[]): ((id: number) => boolean) | null {
    const without = (query.without ?? []).map(foldForPhrases).filter(Boolean)
    if (phrases.length + without.length === 0) return null
    return (id) => {
      const { owner, passage } = this.#place(id)
      const text = foldForPhrases(textOf(owner, passage))
      return (
        phrases.every((phrase) => holdsPhrase(text, phrase)) &&
        !without.some((phrase) => holdsPhrase(text, phrase))
      )
    }
  }

  /** Every passage when the words hold no term: a phrase of stop words is still a phrase. */
  #unranked(words: string, limit: number, accepts: (id: number) => boolean): Ranked {
    const ids = words.trim() === '' ? [] : Array.from({ length: this.size }, (_, id) => id).filter(accepts)
    const best = ids
      .slice(0, limit)
      .map((id) => ({ id, article: this.#articleOf(id), score: 0, matched: {} }))
    return { best, total: ids.length }
  }

  /** In the order in which the articles bring them, so that of two words as near the first is found. */
  get #nearestTerms(): SpellingCorrector {
    if (this.#nearest) return this.#nearest
    const nearest = new SpellingCorrector(this.#background ? this.#background.#nearestTerms : null)
    const { written } = this.#columns
    for (let at = 0; at < written.length; at += 2) nearest.add(written[at]!, written[at + 1]!)
    this.#nearest = nearest
    return nearest
  }

  #articleOf(id: number): number {
    return this.#retriever.index.groupOf(id)
  }

  #place(id: number): Place {
    const article = this.#articleOf(id)
    const owner = this.#articles[article]!
    return { owner, passage: owner.passages[id - this.#starts[article]!]! }
  }

  #hit({ id, score, matched }: RankedPassage): PassageHit {
    const { owner, passage } = this.#place(id)
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
}

const passageRetriever = (index: TermIndex<PassageField>, base: MiniSearchRetriever<PassageField> | null) =>
  new MiniSearchRetriever(index, { groupField: 'title', base })

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

const textOf = (owner: AnnotatedArticle, { start, end }: Span) => owner.article.text.slice(start, end)
