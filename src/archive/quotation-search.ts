import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'
import type { Span } from '../articles/article.js'
import type { QuotationHit, QuotationMatch, QuotationQuery, UtteranceHit } from './archive.js'
import { excerpt, reference } from './excerpts.js'
import type { Grouping } from './grouping.js'
import { holdsPhrase } from './passage-search.js'
import { People } from './people.js'
import type { PreparedArticle } from './prepare.js'
import { Analyzer, foldForPhrases } from './terms.js'
import { TextIndex, Vocabulary, type Weighed } from './text-index.js'
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

/** How well one quotation fits a remembered wording. */
interface Fit {
  readonly id: number
  readonly match: QuotationMatch
  readonly coverage: number
  readonly score: number
}

/** The quotation index: what was said, stop words kept, so that wording counts. */
export class QuotationSearch {
  readonly people: People
  readonly #analyzer = new Analyzer({ keepStopWords: true })
  readonly #index: TextIndex
  readonly #entries: readonly Entry[]
  /** The utterance of each quotation, and the quotations of each utterance. */
  readonly #utteranceOf: readonly number[]
  readonly #utterances = new Map<number, number[]>()

  /** @param grouping of these articles in this order */
  constructor(prepared: readonly Pick<PreparedArticle, 'annotated' | 'terms'>[], grouping: Grouping) {
    this.people = People.of(grouping.people)
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

  /** Utterances that fit the remembered words, best first; without words, all of a speaker's. */
  search({ words, speaker, limit }: QuotationQuery): UtteranceHit[] {
    const wanted = speaker ? this.people.matching(speaker) : null
    const best = new Map<number, Fit>()
    for (const fit of words.trim() === '' ? this.#all() : this.#fits(words)) {
      if (wanted && !wanted.has(this.#entries[fit.id]!.person ?? '')) continue
      const utterance = this.#utteranceOf[fit.id]!
      if (!best.has(utterance)) best.set(utterance, fit)
    }
    return [...best].slice(0, limit).map(([utterance, fit]) => this.#hit(utterance, fit))
  }

  #all(): Fit[] {
    return this.#entries.map((_, id) => ({ id, match: 'loose', coverage: 0, score: 0 }))
  }

  #fits(words: string): Fit[] {
    const phrase = foldForPhrases(words).replace(/^["']+|["'.,]+$/g, '')
    const asked = this.#analyzer.terms(words).map(({ term, stop }) => ({ term: this.#known(term), stop }))
    const terms = [...new Set(asked.map(({ term }) => term))]
    // Stop words say little about whether a wording fits, unless there is nothing else.
    const content = asked.filter(({ stop }) => !stop).map(({ term }) => term)
    const weighed = content.length > 0 ? [...new Set(content)] : terms
    const total = this.#weight(weighed)
    const held = this.#index.weightHeld(this.#query(weighed))
    const scores = this.#index.scores(this.#query(terms))
    const fits: Fit[] = []
    for (let id = 0; id < scores.length; id++) {
      const share = held[id]! / total
      if (scores[id] === 0 || !(share >= LOOSE)) continue
      // Words that stand there one after the other are all there, but for what the analysis makes of them.
      const exact = share >= CLOSE && holdsPhrase(foldForPhrases(this.#said(id)), phrase)
      const match = exact ? 'exact' : share >= CLOSE ? 'close' : 'loose'
      fits.push({ id, match, coverage: exact ? 1 : share, score: scores[id]! })
    }
    return fits.sort((a, b) => RANK[a.match] - RANK[b.match] || b.coverage - a.coverage || b.score - a.score)
  }

  #query(terms: readonly string[]): Weighed[] {
    return terms.map((term) => ({ weight: this.#index.weight(term), terms: new Map([[term, 1]]) }))
  }

  #weight(terms: readonly string[]): number {
    return terms.reduce((total, term) => total + this.#index.weight(term), 0)
  }

  /** A word that nobody in the articles used may be a slip of memory or of the fingers. */
  #known(term: string): string {
    return this.#index.knows(term) ? term : (this.#index.closest(term) ?? term)
  }

  #said(id: number): string {
    const { owner, quotation } = this.#entries[id]!
    return owner.article.text.slice(quotation.start, quotation.end)
  }

  #hit(utterance: number, { id, match, score }: Fit): UtteranceHit {
    const wordings = this.#utterances.get(utterance)!.map((other) => this.#wording(other))
    return { person: this.#entries[id]!.person, match, score, wordings: wordings.sort(directThenEarliest) }
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

function directThenEarliest(a: QuotationHit, b: QuotationHit): number {
  return (
    Number(b.quotation.direct) - Number(a.quotation.direct) ||
    compare(a.article.published ?? '9999', b.article.published ?? '9999') ||
    compare(a.article.id, b.article.id) ||
    a.said.start - b.said.start
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
