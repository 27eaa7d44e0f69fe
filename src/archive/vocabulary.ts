import { firstNotBefore, type StringColumns, Strings } from './storage/strings.js'

/** Terms as whole numbers from 0, in the order in which they are first met. Several indexes share one. */
export class VocabularyBuilder {
  readonly #numbers = new Map<string, number>()

  get size(): number {
    return this.#numbers.size
  }

  /** The numbers of some terms; new ones for new terms. */
  numbers(terms: readonly string[]): Uint32Array {
    return Uint32Array.from(terms, (term) => {
      const known = this.#numbers.get(term)
      if (known !== undefined) return known
      this.#numbers.set(term, this.#numbers.size)
      return this.#numbers.size - 1
    })
  }

  columns(): VocabularyColumns {
    const terms = [...this.#numbers.keys()]
    const order = Uint32Array.from(terms.keys()).sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1))
    return { terms: Strings.columns(terms), order }
  }
}

export interface VocabularyColumns {
  readonly terms: StringColumns
  /** The numbers of the terms in the order of their spelling. */
  readonly order: Uint32Array
}

/** A question looks up few terms, each of them many times. */
const MOST_REMEMBERED = 2000

/** The terms of an archive by their numbers, and the other way round, without an object for each. */
export class Vocabulary {
  readonly #terms: Strings
  readonly #order: Uint32Array
  readonly #found = new Map<string, number | undefined>()

  constructor({ terms, order }: VocabularyColumns) {
    this.#terms = new Strings(terms)
    this.#order = order
  }

  get size(): number {
    return this.#order.length
  }

  find(term: string): number | undefined {
    if (this.#found.has(term)) return this.#found.get(term)
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear()
    const number = this.#search(term)
    this.#found.set(term, number)
    return number
  }

  *entries(): Generator<[term: string, number: number]> {
    for (let number = 0; number < this.size; number++) yield [this.#terms.at(number), number]
  }

  #search(term: string): number | undefined {
    const place = firstNotBefore(term, this.size, (index) => this.#terms.at(this.#order[index]!))
    const number = this.#order[place]
    return number !== undefined && this.#terms.at(number) === term ? number : undefined
  }
}
