import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'
import type { Span } from '../articles/article.js'
import { atOnce, type Steps } from '../steps.js'
import type { QuotationHit, QuotationMatch, QuotationQuery, UtteranceHit } from './archive.js'
import { excerpt, reference } from './excerpts.js'
import { holdsPhrase } from './passage-search.js'
import { type Meant, People } from './people.js'
import type { PersonRecord } from './person.js'
import type { QuotationColumns } from './quotation-columns.js'
import { Strings } from './storage/strings.js'
import { Analyzer, foldForPhrases } from './terms.js'
import { TextIndex, type TextStatistics, type Weighed } from './text-index.js'
import type { Vocabulary } from './vocabulary.js'
import { type AskedWord, align, formsOf, saidWords } from './wording-alignment.js'

/** The share of a remembered wording's weight that must be found for `loose`. */
const LOOSE = 0.3
/** How many quotations, those that hold most of a wording, are held against it word by word. */
const MOST_ALIGNED = 200

/** A query as it is understood by all that is asked together. */
export interface QuotationReading {
  readonly query: QuotationQuery
  /** Who may be meant; null for anybody. */
  readonly wanted: Meant | null
  /** One name for all spellings of a person's in all that is asked together. */
  readonly nameOf: (person: string) => string
  /** Folded. */
  readonly phrase: string
  readonly terms: readonly Weighed[]
  /** Those by which it is told how much of the wording is there. */
  readonly content: readonly Weighed[]
  /** All the words in their order. */
  readonly asked: readonly AskedWord[]
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
  readonly #analyzer = new Analyzer({ keepStopWords: true })
  readonly #articles: readonly AnnotatedArticle[]
  readonly #columns: QuotationColumns
  readonly #background: QuotationSearch | null
  readonly #index: TextIndex
  readonly #names: Strings
  readonly #articleOf: Uint32Array
  readonly #wordings: ReadonlyMap<number, readonly number[]>
  readonly #nameOf = new Map<string, string>()
  #people: People | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    vocabulary: Vocabulary,
    columns: QuotationColumns,
    background: QuotationSearch | null = null,
  ) {
    this.#articles = articles
    this.#columns = columns
    this.#background = background
    this.#index = new TextIndex(vocabulary, columns.index, background ? background.#index : null)
    this.#names = new Strings(columns.names)
    this.#articleOf = new Uint32Array(columns.places.length)
    for (const article of articles.keys()) {
      this.#articleOf.fill(article, columns.starts[article]!, columns.starts[article + 1]!)
    }
    this.#wordings = wordingsByUtterance(columns.utterances)
  }

  get size(): number {
    return this.#articleOf.length
  }

  /** Those of all that is searched together. */
  get #everybody(): People {
    return this.#people ?? atOnce(this.readPeople())
  }

  /** Reads who speaks. It is done when it is first asked for, too; the more there are, the longer that takes. */
  *readPeople(): Steps<People> {
    const records = JSON.parse(Buffer.from(this.#columns.people).toString()) as readonly PersonRecord[]
    const background = this.#background ? this.#background.#everybody : null
    this.#people = yield* People.recorded(records, background)
    return this.#people
  }

  read(query: QuotationQuery): QuotationReading {
    const { words, speaker } = query
    const asked = this.#analyzer.terms(words).map(({ term, stop }) => ({ term: this.#known(term), stop }))
    const terms = [...new Set(asked.map(({ term }) => term))]
    // Stop words say little about whether a wording fits, unless there is nothing else.
    const content = asked.filter(({ stop }) => !stop).map(({ term }) => term)
    return {
      query,
      wanted: speaker ? this.#everybody.meant(speaker) : null,
      nameOf: (person) => this.nameOf(person),
      phrase: foldForPhrases(words).replace(/^["']+|(?<!["'.,])["'.,]+$/g, ''),
      terms: this.#weighed(terms),
      content: this.#weighed(content.length > 0 ? [...new Set(content)] : terms),
      asked: asked.map(({ term, stop }) => ({ term, stop, weight: this.#index.weight(term) })),
      of: this.#index,
    }
  }

  /** Its own utterances that fit, best first; without words, all of a speaker's. */
  find(reading: QuotationReading): FoundUtterance[] {
    const { query, wanted, nameOf } = reading
    const known = new Map<number, boolean>()
    const isWanted = (speaker: number) => {
      const found = known.get(speaker) ?? wanted!.is(speaker === 0 ? '' : nameOf(this.#names.at(speaker - 1)))
      known.set(speaker, found)
      return found
    }
    const best = new Map<number, Fit>()
    for (const fit of query.words.trim() === '' ? this.#all() : this.#fits(reading)) {
      if (wanted && !isWanted(this.#columns.speakers[fit.id]!)) continue
      const utterance = this.#columns.utterances[fit.id]!
      if (!best.has(utterance)) best.set(utterance, fit)
    }
    return [...best].slice(0, query.limit).map(([utterance, fit]) => this.#hit(utterance, fit, nameOf))
  }

  #all(): Fit[] {
    return Array.from({ length: this.size }, (_, id) => ({ id, match: 'loose', coverage: 0, score: 0 }))
  }

  #fits({ phrase, terms, content, asked, of }: QuotationReading): Fit[] {
    const total = content.reduce((sum, { weight }) => sum + weight, 0)
    const held = this.#index.weightHeld(content)
    const scores = this.#index.scores(terms, of)
    const fits: Fit[] = []
    for (let id = 0; id < scores.length; id++) {
      const share = held[id]! / total
      if (scores[id] === 0 || !(share >= LOOSE)) continue
      fits.push({ id, match: 'loose', coverage: share, score: scores[id]! })
    }
    fits.sort(betterFit)
    const aligned = fits.slice(0, MOST_ALIGNED).map((fit): Fit => {
      const said = this.#said(fit.id)
      if (holdsPhrase(foldForPhrases(said), phrase)) return { ...fit, match: 'exact', coverage: 1 }
      const { coverage, fits } = align(asked, saidWords(said))
      return fits === 'no' ? fit : { ...fit, match: fits === 'yes' ? 'close' : 'opposite', coverage }
    })
    return [...aligned, ...fits.slice(MOST_ALIGNED)].sort(betterFit)
  }

  #weighed(terms: readonly string[]): Weighed[] {
    return terms.map((term) => ({
      weight: this.#index.weight(term),
      terms: new Map(formsOf(term).map((form) => [form, 1])),
    }))
  }

  /** A word that nobody in the articles used may be a slip of memory or of the fingers. */
  #known(term: string): string {
    // Another figure is no slip but another figure.
    if (/\d/.test(term)) return term
    return this.#index.knows(term) ? term : (this.#index.closest(term) ?? term)
  }

  /** One name for all spellings of a person's, in all that is searched together. */
  nameOf(person: string): string {
    if (!this.#background) return person
    const name = this.#nameOf.get(person) ?? this.#everybody.canonical(person) ?? person
    this.#nameOf.set(person, name)
    return name
  }

  /** The name that stands for all spellings of the speaker's. */
  #person(id: number): string | null {
    const place = this.#columns.speakers[id]!
    return place === 0 ? null : this.#names.at(place - 1)
  }

  #at(id: number): { readonly owner: AnnotatedArticle; readonly quotation: Quotation } {
    const owner = this.#articles[this.#articleOf[id]!]!
    return { owner, quotation: owner.quotations[this.#columns.places[id]!]! }
  }

  #said(id: number): string {
    const { owner, quotation } = this.#at(id)
    return owner.article.text.slice(quotation.start, quotation.end)
  }

  #hit(
    utterance: number,
    { id, match, score, coverage }: Fit,
    nameOf: (person: string) => string,
  ): FoundUtterance {
    const person = this.#person(id)
    const wordings = this.#wordings.get(utterance)!.map((other) => this.#wording(other))
    return {
      person: person === null ? null : nameOf(person),
      match,
      score,
      coverage,
      wordings: wordings.sort(directThenEarliest),
    }
  }

  #wording(id: number): QuotationHit {
    const { owner, quotation } = this.#at(id)
    return {
      article: reference(owner.article),
      quotation,
      said: excerpt(owner.article, quotation),
      context: excerpt(owner.article, attribution(owner, quotation)),
    }
  }
}

function wordingsByUtterance(utterances: Uint32Array): Map<number, number[]> {
  const wordings = new Map<number, number[]>()
  for (const [id, utterance] of utterances.entries()) {
    const others = wordings.get(utterance)
    if (others) others.push(id)
    else wordings.set(utterance, [id])
  }
  return wordings
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

const RANK: Readonly<Record<QuotationMatch, number>> = { exact: 0, close: 1, opposite: 2, loose: 3 }

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
