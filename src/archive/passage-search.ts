import type { AnnotatedArticle, DateMention, Passage } from '../annotate/annotations.js'
import type { Span } from '../articles/article.js'
import type { ArticleFilter, DateHit, DateQuery, PassageHit, PassageQuery, PassageResult } from './archive.js'
import type { ArticleTerms } from './article-terms.js'
import { excerpt, reference } from './excerpts.js'
import { NearestTerms } from './nearest-terms.js'
import { type Accept, type Concept, PassageRanking, type Ranked } from './passage-ranking.js'
import type { PreparedArticle } from './prepare.js'
import { QueryReader, type ReadQuery } from './query-reader.js'
import { Analyzer, foldForPhrases } from './terms.js'

/** Characters in a typical clause: a word of the topic further from a date is probably in another one. */
const TYPICAL_CLAUSE = 40

interface Entry {
  readonly owner: AnnotatedArticle
  readonly passage: Passage
}

/** How many passages are looked at for dates: enough for every article of a topic, few enough to be quick. */
const PASSAGES_READ_FOR_DATES = 300

/** The topic index: passages by what they are about. Stop words removed, Porter stems, OR. */
export class PassageSearch {
  readonly #analyzer = new Analyzer()
  readonly #ranking: PassageRanking
  readonly #nearest = new NearestTerms()
  readonly #reader = new QueryReader(this.#analyzer, this.#nearest)
  readonly #entries: readonly Entry[]

  constructor(articles: readonly Pick<PreparedArticle, 'annotated' | 'terms'>[]) {
    this.#ranking = new PassageRanking(articles.map(({ terms }) => terms))
    this.#entries = articles.flatMap(({ annotated: owner }) =>
      owner.passages.map((passage) => ({ owner, passage })),
    )
    for (const { terms } of articles) this.#learn(terms)
  }

  get size(): number {
    return this.#entries.length
  }

  search(query: PassageQuery): Omit<PassageResult, 'consulted'> {
    const phrases = (query.phrases ?? []).map(foldForPhrases).filter(Boolean)
    const words = [query.words, ...phrases].join(' ')
    const { concepts, unknown } = this.#read(words)
    const accept = this.#acceptance(query, phrases)
    const { best, total } =
      concepts.length > 0
        ? this.#ranking.passages(concepts, query.limit, accept)
        : this.#unranked(words, query.limit, accept)
    return {
      hits: best.map(({ id, score, matched }) => this.#hit(id, score, matched)),
      total,
      weights: Object.fromEntries(concepts.map((concept) => [concept.term, this.#ranking.weight(concept)])),
      related: relatedStems(concepts),
      unknown,
    }
  }

  /** Whether a passage is within the limits of a query, the cheapest test first; null where it has none. */
  #acceptance(query: PassageQuery, phrases: readonly string[]): Accept | null {
    const without = (query.without ?? []).map(foldForPhrases).filter(Boolean)
    const inFilter = articleFilter(query)
    if (!inFilter && phrases.length + without.length === 0) return null
    const holdsTerms = this.#ranking.holdingAll(phrases.flatMap((phrase) => this.#analyzer.distinct(phrase)))
    return (id) => {
      const { owner, passage } = this.#entries[id]!
      if (inFilter?.(owner) === false || !holdsTerms(id)) return false
      if (phrases.length + without.length === 0) return true
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
        : this.#entries.flatMap((_, id) => (accept?.(id) === false ? [] : [{ id, score: 0, matched: {} }]))
    return { best: best.slice(0, limit), total: best.length }
  }

  #read(words: string): ReadQuery {
    return this.#reader.read(words, (term) => this.#ranking.knows(term))
  }

  #learn({ distinct, written }: ArticleTerms): void {
    for (const [place, term] of distinct.entries()) {
      if (this.#nearest.knows(term)) continue
      const word = written[place]!.replace(/['’]s$/i, '')
      if (/^\p{L}+$/u.test(word)) this.#nearest.add(term, word)
    }
  }

  #hit(id: number, score: number, matched: PassageHit['matched']): PassageHit {
    const { owner, passage } = this.#entries[id]!
    const within = <T extends Span>(spans: readonly T[]) =>
      spans.filter((span) => span.start < passage.end && span.end > passage.start)
    return {
      article: reference(owner.article),
      passage: excerpt(owner.article, passage),
      sentences: within(owner.sentences).map((sentence) => excerpt(owner.article, sentence)),
      dates: within(owner.dates),
      quotations: within(owner.quotations),
      names: within(owner.names),
      score,
      matched,
    }
  }

  /** The dated mentions in the passages of a topic and in those beside them, nearest to its words first. */
  dates(query: DateQuery): DateHit[] {
    const { concepts } = this.#read(query.topic)
    const weighed = concepts.map((concept) => ({ ...concept, weight: this.#ranking.weight(concept) }))
    const total = sum(weighed.map(({ weight }) => weight))
    if (total === 0) return []
    const share = (holds: (term: string) => boolean) => {
      const found = weighed.map(({ terms, weight }) => {
        const counts = [...terms].map(([term, trust]) => (holds(term) ? trust : 0))
        return Math.max(...counts) * weight
      })
      return sum(found) / total
    }
    const terms = concepts.map(({ term }) => term)
    const inFilter = articleFilter(query)
    const best = new Map<DateMention, DateHit>()
    const offer = (hit: DateHit) => {
      if (hit.coverage > 0 && hit.score > (best.get(hit.date)?.score ?? 0)) best.set(hit.date, hit)
    }
    const accept = inFilter && ((id: number) => inFilter(this.#entries[id]!.owner))
    for (const { id } of this.#ranking.passages(concepts, PASSAGES_READ_FOR_DATES, accept).best) {
      const { owner, passage } = this.#entries[id]!
      const inside = [...datesIn(owner, passage)]
      const beside = [id - 1, id + 1].flatMap((other) => {
        const entry = this.#entries[other]
        return entry?.owner === owner ? [...datesIn(owner, entry.passage)] : []
      })
      if (inside.length + beside.length === 0) continue
      const near = share((term) => this.#ranking.holds(id, term))
      for (const { date, sentence } of inside) {
        const held = new Set(this.#analyzer.distinct(textOf(owner, sentence)))
        const here = share((term) => held.has(term))
        const proximity = here > 0 ? 'sentence' : 'passage'
        const coverage = here > 0 ? here : near
        const close = here > 0 ? this.#closeness(terms, owner, sentence, date) : 0
        offer(this.#dateHit(owner, date, sentence, proximity, coverage, here * (1 + close) + 0.5 * near))
      }
      for (const { date, sentence } of beside) {
        offer(this.#dateHit(owner, date, sentence, 'neighbour', near, 0.25 * near))
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, query.limit)
  }

  /** 1 where a word of the topic stands beside the mention, towards 0 with the words between them. */
  #closeness(terms: readonly string[], owner: AnnotatedArticle, sentence: Span, date: Span): number {
    const wanted = new Set(terms)
    const gaps = this.#analyzer
      .terms(textOf(owner, sentence))
      .filter(({ term }) => wanted.has(term))
      .map(({ start, end }) =>
        Math.max(sentence.start + start - date.end, date.start - sentence.start - end, 0),
      )
    return 1 / (1 + Math.min(...gaps) / TYPICAL_CLAUSE)
  }

  #dateHit(
    owner: AnnotatedArticle,
    date: DateMention,
    sentence: Span,
    proximity: DateHit['proximity'],
    coverage: number,
    score: number,
  ): DateHit {
    const { article } = owner
    return {
      article: reference(article),
      date,
      sentence: excerpt(article, sentence),
      proximity,
      coverage,
      score,
    }
  }
}

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
}: ArticleFilter): ((owner: AnnotatedArticle) => boolean) | null {
  if (!outlet && !since && !until) return null
  const wanted = outlet ? foldForPhrases(outlet) : ''
  const fitting = new Map<string | null, boolean>()
  const fits = (name: string | null) => {
    const known = fitting.get(name) ?? foldForPhrases(name ?? '').includes(wanted)
    fitting.set(name, known)
    return known
  }
  return ({ article }) => {
    if (wanted && !fits(article.outlet)) return false
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

function* datesIn(owner: AnnotatedArticle, span: Span): Generator<{ date: DateMention; sentence: Span }> {
  for (const date of owner.dates) {
    if (date.start < span.start || date.end > span.end) continue
    const sentence = owner.sentences.find(({ start, end }) => start <= date.start && date.end <= end)
    yield { date, sentence: sentence ?? span }
  }
}

const textOf = (owner: AnnotatedArticle, { start, end }: Span) => owner.article.text.slice(start, end)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
