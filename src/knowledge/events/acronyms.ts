import type { Analyzer } from '../../text/terms.js'

const SHORTEST = 3
const LONGEST = 7
/** "OSCE", "O.S.C.E." */
const WRITTEN = /\b(?:\p{Lu}{3,7}|(?:\p{Lu}\.){3,7})/gu
/** A run of capitalised words, small words between them allowed ("Organization for Security and Cooperation"). */
const RUN =
  /(?=\p{Lu})(?<![\p{L}\p{M}][’'-]*)\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:(?:of|for|and|the|in|on|to|&)\s+){0,2}\p{Lu}[\p{L}\p{M}’'-]+)+/gu
const MOST_WORDS = 12
/** Different names of one acronym beyond so many are left out. */
const MOST_FORMS = 4

/** The acronyms of a text, in lower case and without stops. */
export const acronymsIn = (text: string): string[] =>
  [...text.matchAll(WRITTEN)].map(([written]) => written.replaceAll('.', '').toLowerCase())

/** The capitalised words of each name of a text that is long enough to have an acronym. */
export const capitalisedRuns = (text: string): string[] =>
  [...text.matchAll(RUN)].flatMap(([run]) => {
    const words = run.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
    return words.length < SHORTEST ? [] : [words.slice(0, MOST_WORDS).join(' ')]
  })

/** What acronyms the articles use, and which names the letters of one can stand for. */
export interface AcronymColumns {
  /** From `acronymsIn`. */
  readonly written: ReadonlySet<string>
  /** The names by their initials. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
}

export class AcronymsBuilder {
  readonly #runs = new Set<string>()
  readonly #written = new Set<string>()

  /** @param runs from `capitalisedRuns` @param written from `acronymsIn` */
  add(runs: readonly string[], written: readonly string[]): void {
    for (const run of runs) this.#runs.add(run)
    for (const acronym of written) this.#written.add(acronym)
  }

  columns(): AcronymColumns {
    const forms = new Map<string, Set<string>>()
    for (const run of this.#runs) learn(run.split(' '), forms)
    return { written: this.#written, names: forms }
  }
}

function learn(words: readonly string[], forms: Map<string, Set<string>>): void {
  for (let from = 0; from + SHORTEST <= words.length; from++) {
    for (let to = from + SHORTEST; to <= Math.min(words.length, from + LONGEST); to++) {
      const part = words.slice(from, to)
      const initials = part
        .map((word) => word[0])
        .join('')
        .toLowerCase()
      const known = forms.get(initials)
      if (!known) forms.set(initials, new Set([part.join(' ')]))
      else if (known.size < MOST_FORMS) known.add(part.join(' '))
    }
  }
}

/** Which names the letters of an acronym can stand for: the initials of their capitalised words, in order. */
export class Acronyms {
  readonly #analyzer: Analyzer
  readonly #background: Acronyms | null
  readonly #columns: AcronymColumns

  /** @param background others that are known as well */
  constructor(columns: AcronymColumns, analyzer: Analyzer, background: Acronyms | null = null) {
    this.#analyzer = analyzer
    this.#background = background
    this.#columns = columns
  }

  /** The terms of each name that an acronym can stand for; none for a word that is no acronym. */
  longForms(term: string): string[][] {
    return [...this.#namesOf(term)].map((name) => this.#analyzer.distinct(name))
  }

  #namesOf(term: string): Set<string> {
    const below = this.#background ? this.#background.#namesOf(term) : []
    return new Set([...below, ...(this.#columns.names.get(term) ?? [])])
  }

  #isWritten(acronym: string): boolean {
    return (
      this.#columns.written.has(acronym) || (this.#background ? this.#background.#isWritten(acronym) : false)
    )
  }

  /** The names among some terms whose acronym the articles use, and the terms that are in none. */
  longFormsIn(terms: readonly string[]): {
    readonly found: readonly { readonly acronym: string; readonly terms: readonly string[] }[]
    readonly rest: readonly string[]
  } {
    const found: { acronym: string; terms: readonly string[] }[] = []
    let rest = terms
    for (let length = Math.min(LONGEST, terms.length); length >= SHORTEST; length--) {
      for (let from = 0; from + length <= rest.length; from++) {
        const part = rest.slice(from, from + length)
        const acronym = part.map((term) => term[0]).join('')
        if (!this.#isWritten(acronym) || !this.longForms(acronym).some((form) => sameTerms(form, part)))
          continue
        found.push({ acronym, terms: part })
        rest = [...rest.slice(0, from), ...rest.slice(from + length)]
      }
    }
    return { found, rest }
  }
}

const sameTerms = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((term, at) => term === b[at])
