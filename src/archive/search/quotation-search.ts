import type { AnnotatedArticle, Quotation } from '../../annotate/annotations.js'
import { wordOf } from '../../annotate/names.js'
import type { Span } from '../../articles/model/article.js'
import type { PersonRecord } from '../../knowledge/index.js'
import { type AskedWord, align, formsOf, type Meant, People, saidWords } from '../../knowledge/index.js'
import { atOnce, type Steps } from '../../lib/cooperative-tasks.js'
import { inverseFrequency, saturated } from '../../retrieval/bm25.js'
import { MiniSearchRetriever, TermIndex } from '../../retrieval/index.js'
import type { QueryTerm, Statistics } from '../../retrieval/port.js'
import { Analyzer, foldForPhrases } from '../../text/terms.js'
import type { QuotationHit, QuotationMatch, QuotationQuery, UtteranceHit } from '../contract/archive.js'
import { excerpt, reference } from './excerpts.js'
import { holdsPhrase } from './passage-search.js'
import { QUOTATION_FIELDS, type QuotationColumns } from './quotation-columns.js'

/** The share of a remembered wording's weight that must be found for `loose`. */
const LOOSE = 0.3
/** How many quotations are looked at, those that hold the rarest words of a wording. */
const MOST_FITS = 2000
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
  readonly terms: readonly QueryTerm[]
  /** Of each of them, whether it is told by it how much of the wording is there. */
  readonly content: readonly boolean[]
  /** All the words in their order. */
  readonly asked: readonly AskedWord[]
  readonly statistics: Statistics<'said'>
}

/** How well one quotation fits a remembered wording. */
interface Fit {
  readonly id: number
  readonly match: QuotationMatch
  readonly coverage: number
  readonly score: number
}

/** The quotation index: what was said, stop words kept, so that wording counts. */
export class QuotationSearch {
  readonly #analyzer = new Analyzer({ keepStopWords: true })
  readonly #articles: readonly AnnotatedArticle[]
  readonly #columns: QuotationColumns
  readonly #background: QuotationSearch | null
  readonly #retriever: MiniSearchRetriever<'said'>
  readonly #wordings: ReadonlyMap<number, readonly number[]>
  readonly #nameOf = new Map<string, string>()
  #people: People | null = null

  /**
   * @param columns made of these articles in this order
   * @param background what is searched together with these articles: by what this one reads
   */
  constructor(
    articles: readonly AnnotatedArticle[],
    columns: QuotationColumns,
    background: QuotationSearch | null = null,
  ) {
    this.#articles = articles
    this.#columns = columns
    this.#background = background
    const index = TermIndex.load(QUOTATION_FIELDS, columns.index)
    this.#retriever = new MiniSearchRetriever(index, { base: background ? background.#retriever : null })
    this.#wordings = wordingsByUtterance(columns.utterances)
  }

  get size(): number {
    return this.#columns.places.length
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

  async read(query: QuotationQuery): Promise<QuotationReading> {
    const { words, speaker } = query
    const asked = await Promise.all(
      this.#analyzer.terms(words).map(async ({ term, stop, start, end }) => ({
        term: await this.#known(term, words.slice(start, end)),
        stop,
      })),
    )
    const terms = [...new Set(asked.map(({ term }) => term))]
    // Stop words say little about whether a wording fits, unless there is nothing else.
    const content = new Set(asked.filter(({ stop }) => !stop).map(({ term }) => term))
    const statistics = await this.#retriever.statistics(terms)
    const weightOf = (term: string) =>
      inverseFrequency(statistics.frequencies.get(term)!.units, statistics.units)
    return {
      query,
      wanted: speaker ? this.#everybody.meant(speaker) : null,
      nameOf: (person) => this.nameOf(person),
      phrase: foldForPhrases(words).replace(/^["']+|(?<!["'.,])["'.,]+$/g, ''),
      terms: terms.map((term) => ({
        weight: weightOf(term),
        terms: new Map(formsOf(term).map((form) => [form, 1])),
      })),
      content: terms.map((term) => content.size === 0 || content.has(term)),
      asked: asked.map(({ term, stop }) => ({
        term,
        stop,
        weight: weightOf(term),
        known: statistics.frequencies.get(term)!.units > 0,
      })),
      statistics,
    }
  }

  /** Its own utterances that fit, best first; without words, all of a speaker's. */
  async find(reading: QuotationReading): Promise<UtteranceHit[]> {
    const { query, wanted, nameOf } = reading
    const known = new Map<number, boolean>()
    const isWanted = (speaker: number) => {
      const found =
        known.get(speaker) ?? wanted!.is(speaker === 0 ? '' : nameOf(this.#columns.names[speaker - 1]!))
      known.set(speaker, found)
      return found
    }
    const accepts = wanted && ((id: number) => isWanted(this.#columns.speakers[id]!))
    const best = new Map<number, Fit>()
    for (const fit of query.words.trim() === '' ? this.#all(accepts) : await this.#fits(reading, accepts)) {
      const utterance = this.#columns.utterances[fit.id]!
      if (!best.has(utterance)) best.set(utterance, fit)
    }
    return [...best].slice(0, query.limit).map(([utterance, fit]) => this.#hit(utterance, fit, nameOf))
  }

  #all(accepts: ((id: number) => boolean) | null): Fit[] {
    const ids = Array.from({ length: this.size }, (_, id) => id)
    return (accepts ? ids.filter(accepts) : ids).map((id) => ({ id, match: 'loose', coverage: 0, score: 0 }))
  }

  async #fits(
    { phrase, terms, content, asked, statistics }: QuotationReading,
    accepts: ((id: number) => boolean) | null,
  ): Promise<Fit[]> {
    const filter = { accepts }
    const { best } = await this.#retriever.candidates({ terms, statistics, filter, limit: MOST_FITS })
    const weightOf = (is: (at: number) => boolean) =>
      terms.reduce((sum, { weight }, at) => (is(at) ? sum + weight : sum), 0)
    const total = weightOf((at) => content[at]!)
    const average = statistics.lengths.said / (statistics.units || 1)
    const { ids, lengths, counts } = await this.#retriever.units(
      best.map(({ id }) => id),
      terms,
    )
    const fits = ids.flatMap((id, row): Fit[] => {
      const held = (at: number) => counts.said[row * terms.length + at]!
      const share = weightOf((at) => content[at]! && held(at) > 0) / total
      if (!(share >= LOOSE)) return []
      const score = terms.reduce(
        (sum, { weight }, at) => sum + weight * saturated(held(at), lengths.said[row]!, average),
        0,
      )
      return [{ id, match: 'loose', coverage: share, score }]
    })
    const byFit = (a: Fit, b: Fit) => betterFit(a, b) || a.id - b.id
    fits.sort(byFit)
    const aligned = fits.slice(0, MOST_ALIGNED).map((fit): Fit => {
      const said = this.#said(fit.id)
      if (holdsPhrase(foldForPhrases(said), phrase)) return { ...fit, match: 'exact', coverage: 1 }
      const { coverage, fits } = align(asked, saidWords(said))
      return fits === 'no' ? fit : { ...fit, match: fits === 'yes' ? 'close' : 'opposite', coverage }
    })
    return [...aligned, ...fits.slice(MOST_ALIGNED)].sort(byFit)
  }

  /** A word that nobody in the articles used may be a slip of memory or of the fingers: the nearest, then commonest one. */
  async #known(term: string, word: string): Promise<string> {
    // Another figure is no slip but another figure, another word of the language another word.
    if (/\d/.test(term) || wordOf(word.toLowerCase()).listed) return term
    const { frequencies } = await this.#retriever.statistics([term])
    if (frequencies.get(term)!.units > 0) return term
    const similar = await this.#retriever.similarTerms(term, Math.round(term.length / 5))
    const [nearest] = similar.toSorted(
      (a, b) => a.edits - b.edits || b.frequency - a.frequency || (a.term < b.term ? -1 : 1),
    )
    return nearest?.term ?? term
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
    return place === 0 ? null : this.#columns.names[place - 1]!
  }

  #at(id: number): { readonly owner: AnnotatedArticle; readonly quotation: Quotation } {
    const owner = this.#articles[this.#retriever.index.groupOf(id)]!
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
  ): UtteranceHit {
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
