import type { AnnotatedArticle, Passage } from '../annotate/annotations.js'
import type { Span } from '../articles/article.js'
import { isOwn } from '../articles/store/own.js'
import type { ArticleFilter, PassageHit, PassageQuery, PassageResult, QueryTerm } from './archive.js'
import { excerpt, reference } from './excerpts.js'
import { NearestTerms } from './nearest-terms.js'
import type { PassageColumns } from './passage-columns.js'
import {
  type Accept,
  type Concept,
  PassageRanking,
  type Ranked,
  type WeighedQuery,
} from './passage-ranking.js'
import { QueryReader } from './query-reader.js'
import { Strings } from './storage/strings.js'
import { Analyzer, foldForPhrases } from './terms.js'
import type { Vocabulary } from './vocabulary.js'

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
  readonly weighed: WeighedQuery
}

/** The topic index: passages by what they are about. Stop words removed, Porter stems, OR. */
export class PassageSearch {
  readonly #analyzer = new Analyzer()
  readonly #ranking: PassageRanking
  readonly #reader = new QueryReader(this.#analyzer, { nearest: (word) => this.#nearestTerms.nearest(word) })
  readonly #articles: readonly AnnotatedArticle[]
  readonly #vocabulary: Vocabulary
  readonly #columns: PassageColumns
  readonly #background: PassageSearch | null
  #nearest: NearestTerms | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    vocabulary: Vocabulary,
    columns: PassageColumns,
    background: PassageSearch | null = null,
  ) {
    this.#articles = articles
    this.#vocabulary = vocabulary
    this.#columns = columns
    this.#background = background
    this.#ranking = new PassageRanking(vocabulary, columns.ranking, background ? background.#ranking : null)
  }

  get size(): number {
    return this.#ranking.size
  }

  /** Makes ready what is needed for words that no article holds; otherwise the first of them waits for it. */
  warmUp(): void {
    void this.#nearestTerms
  }

  read(query: PassageQuery): PassageReading {
    const phrases = (query.phrases ?? []).map(foldForPhrases).filter(Boolean)
    const words = [query.words, ...phrases].join(' ')
    const { concepts, unknown } = query.terms
      ? { concepts: query.terms.map(conceptOf), unknown: [] }
      : this.#reader.read(words, (term) => this.#ranking.knows(term))
    return {
      query,
      phrases,
      words,
      weighed: this.#ranking.weigh(concepts),
      ...this.#ranking.frequencies(concepts),
      weights: Object.fromEntries(concepts.map((concept) => [concept.term, this.#ranking.weight(concept)])),
      related: relatedStems(concepts),
      unknown,
    }
  }

  /** The best of its own passages. */
  find({ query, phrases, words, weighed }: PassageReading): Pick<PassageResult, 'hits' | 'total'> {
    const accept = this.#acceptance(query, phrases)
    const { best, total } =
      weighed.concepts.length > 0
        ? this.#ranking.passages(weighed, query.limit, accept)
        : this.#unranked(words, query.limit, accept)
    return { hits: best.map(({ id, score, matched }) => this.#hit(id, score, matched)), total }
  }

  /** Whether a passage is within the limits of a query, the cheapest test first; null where it has none. */
  #acceptance(query: PassageQuery, phrases: readonly string[]): Accept | null {
    const without = (query.without ?? []).map(foldForPhrases).filter(Boolean)
    const inFilter = articleFilter(query)
    if (!inFilter && phrases.length + without.length === 0) return null
    const holdsTerms = this.#ranking.holdingAll(phrases.flatMap((phrase) => this.#analyzer.distinct(phrase)))
    return (id) => {
      if (inFilter?.(this.#articles[this.#ranking.articleOf(id)]!) === false || !holdsTerms(id)) return false
      if (phrases.length + without.length === 0) return true
      const { owner, passage } = this.#place(id)
      const text = foldForPhrases(textOf(owner, passage))
      return (
        phrases.every((phrase) => holdsPhrase(text, phrase)) &&
        !without.some((phrase) => holdsPhrase(text, phrase))
      )
    }
  }

  /** Every passage when the words hold no term: a phrase of stop words is still a phrase. */
  #unranked(words: string, limit: number, accept: Accept | null): Ranked {
    const best =
      words.trim() === ''
        ? []
        : Array.from({ length: this.size }, (_, id) => ({ id, score: 0, matched: {} })).filter(
            ({ id }) => accept?.(id) !== false,
          )
    return { best: best.slice(0, limit), total: best.length }
  }

  /** In the order in which the articles bring them, so that of two words as near the first is found. */
  get #nearestTerms(): NearestTerms {
    if (this.#nearest) return this.#nearest
    const nearest = new NearestTerms(this.#background ? this.#background.#nearestTerms : null)
    const written = new Strings(this.#columns.written)
    for (const [term, number] of this.#vocabulary.entries()) {
      const word = written.at(number)
      if (word !== '') nearest.add(term, word)
    }
    this.#nearest = nearest
    return nearest
  }

  #place(id: number): Place {
    const article = this.#ranking.articleOf(id)
    const owner = this.#articles[article]!
    return { owner, passage: owner.passages[id - this.#columns.ranking.starts[article]!]! }
  }

  #hit(id: number, score: number, matched: PassageHit['matched']): PassageHit {
    const { owner, passage } = this.#place(id)
    const within = <T extends Span>(spans: readonly T[]) =>
      spans.filter((span) => span.start < passage.end && span.end > passage.start)
    const sentences = once(() => within(owner.sentences).map((sentence) => excerpt(owner.article, sentence)))
    const dates = once(() => within(owner.dates))
    const quotations = once(() => within(owner.quotations))
    const names = once(() => within(owner.names))
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
      score,
      matched,
    }
  }
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
