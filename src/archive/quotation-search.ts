import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'
import type { Span } from '../articles/article.js'
import type { QuotationHit, QuotationMatch, QuotationQuery, UtteranceHit } from './archive.js'
import { excerpt, reference } from './excerpts.js'
import type { Grouping } from './grouping.js'
import { holdsPhrase } from './passage-search.js'
import { People, type PersonRecord } from './people.js'
import type { PreparedArticle } from './prepare.js'
import { Analyzer, foldForPhrases } from './terms.js'
import { TextIndex, type TextStatistics, Vocabulary, type Weighed } from './text-index.js'
import { wordingsOf } from './wordings.js'

interface Entry {
  readonly owner: AnnotatedArticle
  readonly quotation: Quotation
  /** The name that stands for all spellings of the speaker's. */
  readonly person: string | null
}

/** The share of a remembered wording's weight that must be found for `close`, and for `loose`. */
const CLOSE = 0.7
const LOOSE = 0.3

/** A query as it is understood by all that is asked together. */
export interface QuotationReading {
  readonly query: QuotationQuery
  /** Who may be meant; null for anybody. */
  readonly wanted: ReadonlySet<string> | null
  /** One name for all spellings of a person's in all that is asked together. */
  readonly nameOf: (person: string) => string
  /** Folded. */
  readonly phrase: string
  readonly terms: readonly Weighed[]
  /** Those by which it is told how much of the wording is there. */
  readonly content: readonly Weighed[]
  readonly of: TextStatistics
}

/** How well one quotation fits a remembered wording. */
interface Fit {
  readonly id: number
  readonly match: QuotationMatch
  readonly coverage: number
  readonly score: number
}

/** An utterance that fits, by the best of its wordings. */
export interface FoundUtterance extends UtteranceHit {
  readonly coverage: number
}

/** The quotation index: what was said, stop words kept, so that wording counts. */
export class QuotationSearch {
  /** Those of its own articles. */
  readonly people: People
  /** Those of all that is searched together. */
  readonly #everybody: People
  readonly #records: readonly (readonly PersonRecord[])[]
  readonly #analyzer = new Analyzer({ keepStopWords: true })
  readonly #index: TextIndex
  readonly #entries: readonly Entry[]
  /** The utterance of each quotation, and the quotations of each utterance. */
  readonly #utteranceOf: readonly number[]
  readonly #utterances = new Map<number, number[]>()
  readonly #names = new Map<string, string>()

  /**
   * @param grouping of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    prepared: readonly Pick<PreparedArticle, 'annotated' | 'terms'>[],
    grouping: Grouping,
    background: QuotationSearch | null = null,
  ) {
    this.people = People.of(grouping.people)
    this.#records = [...(background ? background.#records : []), grouping.people]
    this.#everybody = background ? People.of(...this.#records) : this.people
    this.#entries = prepared
      .flatMap(({ annotated: owner }) => wordingsOf(owner).map((quotation) => ({ owner, quotation })))
      .map((entry, id) => ({ ...entry, person: grouping.speakers[id]! }))
    const vocabulary = new Vocabulary()
    this.#index = new TextIndex(
      vocabulary,
      prepared.map(({ terms }) => ({
        numbers: vocabulary.numbers(terms.distinct),
        texts: terms.quotations,
      })),
      background ? background.#index : null,
    )
    this.#utteranceOf = grouping.utterances
    for (const [id, utterance] of this.#utteranceOf.entries()) {
      const wordings = this.#utterances.get(utterance)
      if (wordings) wordings.push(id)
      else this.#utterances.set(utterance, [id])
    }
  }

  get size(): number {
    return this.#entries.length
  }

  read(query: QuotationQuery): QuotationReading {
    const { words, speaker } = query
    const asked = this.#analyzer.terms(words).map(({ term, stop }) => ({ term: this.#known(term), stop }))
    const terms = [...new Set(asked.map(({ term }) => term))]
    // Stop words say little about whether a wording fits, unless there is nothing else.
    const content = asked.filter(({ stop }) => !stop).map(({ term }) => term)
    return {
      query,
      wanted: speaker ? this.#everybody.matching(speaker) : null,
      nameOf: (person) => this.nameOf(person),
      phrase: foldForPhrases(words).replace(/^["']+|["'.,]+$/g, ''),
      terms: this.#weighed(terms),
      content: this.#weighed(content.length > 0 ? [...new Set(content)] : terms),
      of: this.#index,
    }
  }

  /** Its own utterances that fit, best first; without words, all of a speaker's. */
  find(reading: QuotationReading): FoundUtterance[] {
    const { query, wanted, nameOf } = reading
    const best = new Map<number, Fit>()
    for (const fit of query.words.trim() === '' ? this.#all() : this.#fits(reading)) {
      if (wanted && !wanted.has(nameOf(this.#entries[fit.id]!.person ?? ''))) continue
      const utterance = this.#utteranceOf[fit.id]!
      if (!best.has(utterance)) best.set(utterance, fit)
    }
    return [...best].slice(0, query.limit).map(([utterance, fit]) => this.#hit(utterance, fit, nameOf))
  }

  #all(): Fit[] {
    return this.#entries.map((_, id) => ({ id, match: 'loose', coverage: 0, score: 0 }))
  }

  #fits({ phrase, terms, content, of }: QuotationReading): Fit[] {
    const total = content.reduce((sum, { weight }) => sum + weight, 0)
    const held = this.#index.weightHeld(content)
    const scores = this.#index.scores(terms, of)
    const fits: Fit[] = []
    for (let id = 0; id < scores.length; id++) {
      const share = held[id]! / total
      if (scores[id] === 0 || !(share >= LOOSE)) continue
      // Words that stand there one after the other are all there, but for what the analysis makes of them.
      const exact = share >= CLOSE && holdsPhrase(foldForPhrases(this.#said(id)), phrase)
      const match = exact ? 'exact' : share >= CLOSE ? 'close' : 'loose'
      fits.push({ id, match, coverage: exact ? 1 : share, score: scores[id]! })
    }
    return fits.sort(betterFit)
  }

  #weighed(terms: readonly string[]): Weighed[] {
    return terms.map((term) => ({ weight: this.#index.weight(term), terms: new Map([[term, 1]]) }))
  }

  /** A word that nobody in the articles used may be a slip of memory or of the fingers. */
  #known(term: string): string {
    return this.#index.knows(term) ? term : (this.#index.closest(term) ?? term)
  }

  /** One name for all spellings of a person's, in all that is searched together. */
  nameOf(person: string): string {
    if (this.#everybody === this.people) return person
    const name = this.#names.get(person) ?? this.#everybody.canonical(person) ?? person
    this.#names.set(person, name)
    return name
  }

  #said(id: number): string {
    const { owner, quotation } = this.#entries[id]!
    return owner.article.text.slice(quotation.start, quotation.end)
  }

  #hit(
    utterance: number,
    { id, match, score, coverage }: Fit,
    nameOf: (person: string) => string,
  ): FoundUtterance {
    const { person } = this.#entries[id]!
    const wordings = this.#utterances.get(utterance)!.map((other) => this.#wording(other))
    return {
      person: person === null ? null : nameOf(person),
      match,
      score,
      coverage,
      wordings: wordings.sort(directThenEarliest),
    }
  }

  #wording(id: number): QuotationHit {
    const { owner, quotation } = this.#entries[id]!
    return {
      article: reference(owner.article),
      quotation,
      said: excerpt(owner.article, quotation),
      context: excerpt(owner.article, attribution(owner, quotation)),
    }
  }
}

/** A piece of text longer than this is no proof at a glance. */
const LONGEST_PROOF = 700

/** The sentences of a quotation, with the one that names the speaker where it stands in the same paragraph. */
function attribution({ sentences }: AnnotatedArticle, { context, speaker }: Quotation): Span {
  if (!speaker || (speaker.start >= context.start && speaker.end <= context.end)) return context
  const at = (place: number) => sentences.find(({ start, end }) => start <= place && place < end)
  const naming = at(speaker.start)
  if (!naming || naming.paragraph !== at(context.start)?.paragraph) return context
  const start = Math.min(naming.start, context.start)
  const end = Math.max(naming.end, context.end)
  return end - start <= LONGEST_PROOF ? { start, end } : context
}

const RANK: Readonly<Record<QuotationMatch, number>> = { exact: 0, close: 1, loose: 2 }

/** Whether `a` fits the query better than `b`: by how it matches, then by how much of it is there. */
export function betterFit(a: Omit<Fit, 'id'>, b: Omit<Fit, 'id'>): number {
  return RANK[a.match] - RANK[b.match] || b.coverage - a.coverage || b.score - a.score
}

export function directThenEarliest(a: QuotationHit, b: QuotationHit): number {
  return (
    Number(b.quotation.direct) - Number(a.quotation.direct) ||
    compare(a.article.published ?? '9999', b.article.published ?? '9999') ||
    compare(a.article.id, b.article.id) ||
    a.said.start - b.said.start
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
