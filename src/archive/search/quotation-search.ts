import type { AnnotatedArticle, Quotation } from '../../annotate/annotations.js'
import { wordOf } from '../../annotate/names.js'
import type { Span } from '../../articles/model/article.js'
import { type AskedWord, align, formsOf, type Meant, saidWords } from '../../knowledge/index.js'
import { inverseFrequency, saturated } from '../../retrieval/bm25.js'
import type { QueryTerm, Retriever, Statistics, UnitFilter, UnitId } from '../../retrieval/port.js'
import { Analyzer, foldForPhrases } from '../../text/terms.js'
import type { QuotationHit, QuotationMatch, QuotationQuery, UtteranceHit } from '../contract/archive.js'
import { excerpt, reference } from './excerpts.js'
import { holdsPhrase } from './passage-search.js'

/** The share of a remembered wording's weight that must be found for `loose`. */
const LOOSE = 0.3
/** How many quotations are looked at, those that hold the rarest words of a wording. */
const MOST_FITS = 2000
/** How many quotations, those that hold most of a wording, are held against it word by word. */
const MOST_ALIGNED = 200

/** Whom a query asks for. */
export interface Wanted extends Meant {
  /** The names of speakers, as the rows have them, that may be meant; absent where any may be asked of `is`. */
  readonly names?: readonly string[]
}

/** One wording of an utterance, with the article that it is of. */
export interface Worded {
  readonly owner: AnnotatedArticle
  readonly quotation: Quotation
}

/** The quotations of some articles, wherever they lie, and who speaks in all that is searched together with them. */
export interface QuotationRows {
  readonly retriever: Retriever<'said'>
  meant(speaker: string): Promise<Wanted>
  /** One name for all spellings of a person's, in all that is searched together. */
  nameOf(person: string): string | Promise<string>
  /** Limits to quotations of those who are wanted. @param nameOf of those who asked */
  spokenBy(wanted: Wanted, nameOf: QuotationRows['nameOf']): Promise<UnitFilter>
  /** In the order of the articles, at least those of the first `most` utterances. */
  all(filter: UnitFilter | null, most: number): Promise<readonly UnitId[]>
  utterances(ids: readonly UnitId[]): Promise<readonly number[]>
  /** The words of each. */
  said(ids: readonly UnitId[]): Promise<readonly string[]>
  /** Who said each utterance, and every wording of it; none of one that is there no longer. */
  told(
    utterances: readonly number[],
  ): Promise<readonly { readonly person: string | null; readonly wordings: readonly Worded[] }[]>
}

/** A query as it is understood by all that is asked together. */
export interface QuotationReading {
  readonly query: QuotationQuery
  /** Who may be meant; null for anybody. */
  readonly wanted: Wanted | null
  readonly nameOf: QuotationRows['nameOf']
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

/** What was said, stop words kept, so that wording counts. */
export class QuotationSearch<Rows extends QuotationRows = QuotationRows> {
  readonly rows: Rows
  readonly #analyzer = new Analyzer({ keepStopWords: true })

  constructor(rows: Rows) {
    this.rows = rows
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
    const statistics = await this.rows.retriever.statistics(terms)
    const weightOf = (term: string) =>
      inverseFrequency(statistics.frequencies.get(term)!.units, statistics.units)
    return {
      query,
      wanted: speaker ? await this.rows.meant(speaker) : null,
      nameOf: (person) => this.rows.nameOf(person),
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
    const filter = wanted && (await this.rows.spokenBy(wanted, nameOf))
    const fits =
      query.words.trim() === '' ? await this.#all(filter, query.limit) : await this.#fits(reading, filter)
    const best = new Map<number, Fit>()
    const utterances = await this.rows.utterances(fits.map(({ id }) => id))
    for (const [at, fit] of fits.entries()) {
      if (!best.has(utterances[at]!)) best.set(utterances[at]!, fit)
    }
    const shown = [...best].slice(0, query.limit)
    const told = await this.rows.told(shown.map(([utterance]) => utterance))
    const hits: UtteranceHit[] = []
    for (const [at, { person, wordings }] of told.entries()) {
      if (wordings.length === 0) continue
      const { match, score, coverage } = shown[at]![1]
      hits.push({
        person: person === null ? null : await nameOf(person),
        match,
        score,
        coverage,
        wordings: wordings.map(wordingOf).sort(directThenEarliest),
      })
    }
    return hits
  }

  async #all(filter: UnitFilter | null, most: number): Promise<Fit[]> {
    const ids = await this.rows.all(filter, most)
    return ids.map((id) => ({ id, match: 'loose', coverage: 0, score: 0 }))
  }

  async #fits(
    { phrase, terms, content, asked, statistics }: QuotationReading,
    filter: UnitFilter | null,
  ): Promise<Fit[]> {
    const { best } = await this.rows.retriever.candidates({
      terms,
      statistics,
      filter: filter ?? {},
      limit: MOST_FITS,
    })
    const order = new Map(best.map((one) => [one.id, one.order ?? one.id]))
    const weightOf = (is: (at: number) => boolean) =>
      terms.reduce((sum, { weight }, at) => (is(at) ? sum + weight : sum), 0)
    const total = weightOf((at) => content[at]!)
    const average = statistics.lengths.said / (statistics.units || 1)
    const { ids, lengths, counts } = await this.rows.retriever.units(
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
    const byFit = (a: Fit, b: Fit) => betterFit(a, b) || order.get(a.id)! - order.get(b.id)!
    fits.sort(byFit)
    const near = fits.slice(0, MOST_ALIGNED)
    const words = await this.rows.said(near.map(({ id }) => id))
    const aligned = near.map((fit, at): Fit => {
      const said = words[at]!
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
    const { frequencies } = await this.rows.retriever.statistics([term])
    if (frequencies.get(term)!.units > 0) return term
    const similar = await this.rows.retriever.similarTerms(term, Math.round(term.length / 5))
    const [nearest] = similar.toSorted(
      (a, b) => a.edits - b.edits || b.frequency - a.frequency || (a.term < b.term ? -1 : 1),
    )
    return nearest?.term ?? term
  }
}

function wordingOf({ owner, quotation }: Worded): QuotationHit {
  return {
    article: reference(owner.article),
    quotation,
    said: excerpt(owner.article, quotation),
    context: excerpt(owner.article, attribution(owner, quotation)),
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
