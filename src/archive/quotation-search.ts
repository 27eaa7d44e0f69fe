import type { AnnotatedArticle, Quotation } from '../annotate/annotations.js'
import type { QuotationHit, QuotationMatch, QuotationQuery } from './archive.js'
import { excerpt, reference } from './excerpts.js'
import { holdsPhrase } from './passage-search.js'
import { People } from './people.js'
import { Analyzer, foldForPhrases } from './terms.js'
import { TextIndex } from './text-index.js'

interface Entry {
  readonly owner: AnnotatedArticle
  readonly quotation: Quotation
  /** The name that stands for all spellings of the speaker's. */
  readonly person: string | null
}

/** The share of a remembered wording's weight that must be found for `close`, and for `loose`. */
const CLOSE = 0.7
const LOOSE = 0.3

/** The quotation index: what was said, stop words kept, so that wording counts. */
export class QuotationSearch {
  readonly #analyzer = new Analyzer({ keepStopWords: true })
  readonly #index = new TextIndex(this.#analyzer)
  readonly #entries: Entry[] = []
  readonly #people: People

  constructor(articles: readonly AnnotatedArticle[]) {
    this.#people = new People(articles)
    for (const owner of articles) {
      for (const quotation of owner.quotations) this.#add(owner, quotation)
    }
  }

  #add(owner: AnnotatedArticle, quotation: Quotation): void {
    const { start, end, speaker } = quotation
    this.#index.add({ id: this.#entries.length, title: '', text: owner.article.text.slice(start, end) })
    const named = speaker && speaker.confidence !== 'unclear'
    this.#entries.push({
      owner,
      quotation,
      person: named ? (this.#people.canonical(speaker.name) ?? speaker.name) : null,
    })
  }

  get people(): People {
    return this.#people
  }

  get size(): number {
    return this.#entries.length
  }

  search({ words, speaker, limit }: QuotationQuery): QuotationHit[] {
    const wanted = speaker ? this.#people.matching(speaker) : null
    const found = words.trim() === '' ? this.#all() : this.#matching(words)
    return found
      .filter(({ id }) => wanted === null || wanted.has(this.#entries[id]!.person ?? ''))
      .slice(0, limit)
      .map(({ id, match, score, matched }) => this.#hit(id, match, score, matched))
  }

  #all() {
    return this.#entries.map((_, id) => ({ id, match: 'loose' as QuotationMatch, score: 0, matched: [] }))
  }

  #matching(words: string) {
    const phrase = foldForPhrases(words).replace(/^["']+|["'.,]+$/g, '')
    const asked = this.#analyzer.terms(words).map(({ term, stop }) => ({ term: this.#known(term), stop }))
    const terms = [...new Set(asked.map(({ term }) => term))]
    // Stop words say little about whether a wording fits, unless there is nothing else.
    const content = asked.filter(({ stop }) => !stop).map(({ term }) => term)
    const weighed = content.length > 0 ? [...new Set(content)] : terms
    const total = sum(weighed.map((term) => this.#index.weight(term)))
    return this.#index
      .searchTerms(terms)
      .map(({ id, score, matched }) => {
        const held = new Set(matched)
        const coverage =
          sum(weighed.filter((term) => held.has(term)).map((t) => this.#index.weight(t))) / total
        const exact = holdsPhrase(foldForPhrases(this.#said(id)), phrase)
        const match: QuotationMatch | null = exact
          ? 'exact'
          : coverage >= CLOSE
            ? 'close'
            : coverage >= LOOSE
              ? 'loose'
              : null
        return { id, score, matched, match, coverage: exact ? 1 : coverage }
      })
      .filter((found): found is typeof found & { match: QuotationMatch } => found.match !== null)
      .sort((a, b) => RANK[a.match] - RANK[b.match] || b.coverage - a.coverage || b.score - a.score)
  }

  /** A word that nobody in the articles used may be a slip of memory or of the fingers. */
  #known(term: string): string {
    return this.#index.knows(term) ? term : (this.#index.closest(term) ?? term)
  }

  #said(id: number): string {
    const { owner, quotation } = this.#entries[id]!
    return owner.article.text.slice(quotation.start, quotation.end)
  }

  #hit(id: number, match: QuotationMatch, score: number, matched: readonly string[]): QuotationHit {
    const { owner, quotation, person } = this.#entries[id]!
    return {
      person,
      article: reference(owner.article),
      quotation,
      said: excerpt(owner.article, quotation),
      context: excerpt(owner.article, quotation.context),
      match,
      score,
      matched,
    }
  }
}

const RANK: Readonly<Record<QuotationMatch, number>> = { exact: 0, close: 1, loose: 2 }

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
