/** Terms as whole numbers from 0, in the order in which they were first met. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()

  get size(): number {
    return this.#ids.size
  }

  /** The number of a term; a new one for a new term. */
  add(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(term, id)
    return id
  }

  find(term: string): number | undefined {
    return this.#ids.get(term)
  }
}

/** Sequences of whole numbers, packed one behind the other: 4 bytes each and no object a sequence. */
export class TermSequences {
  #pool = new Uint32Array(1024)
  #used = 0
  readonly #starts: number[] = []

  get count(): number {
    return this.#starts.length
  }

  /** The total length of all sequences. */
  get length(): number {
    return this.#used
  }

  add(sequence: readonly number[]): void {
    const needed = this.#used + sequence.length
    if (needed > this.#pool.length) {
      const larger = new Uint32Array(Math.max(needed, this.#pool.length * 2))
      larger.set(this.#pool)
      this.#pool = larger
    }
    this.#starts.push(this.#used)
    this.#pool.set(sequence, this.#used)
    this.#used = needed
  }

  /** A view of the sequence, not a copy. */
  at(index: number): Uint32Array {
    return this.#pool.subarray(this.#starts[index]!, this.#starts[index + 1] ?? this.#used)
  }
}
