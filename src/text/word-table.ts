/** A table must have so many places for each word, at least, so that few words share one. */
const ROOM = 2

/**
 * What is known of words, by the words as they stand in a text: to look one up makes no string of it, as a Map would
 * need one.
 */
export class WordTable<T> {
  readonly #most: number
  readonly #words: string[] = []
  readonly #values: T[] = []
  /** By hash, open addressing: one more than the place of the word in the lists; 0 where there is none. */
  readonly #slots: Int32Array
  readonly #mask: number

  /** @param most words that are kept; more are not */
  constructor(most: number) {
    this.#most = most
    const size = 2 ** Math.ceil(Math.log2(ROOM * most))
    this.#slots = new Int32Array(size)
    this.#mask = size - 1
  }

  /** What is known of the word at `start..end`. */
  get(text: string, start: number, end: number): T | undefined {
    const place = this.#slots[this.#slotOf(text, start, end)]!
    return place === 0 ? undefined : this.#values[place - 1]
  }

  set(word: string, value: T): void {
    const slot = this.#slotOf(word, 0, word.length)
    const place = this.#slots[slot]!
    if (place > 0) this.#values[place - 1] = value
    else if (this.#words.length < this.#most) {
      this.#values.push(value)
      this.#slots[slot] = this.#words.push(word)
    }
  }

  /** Where a word is, or would be: FNV-1a over its UTF-16 units, then the next places. */
  #slotOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const word = this.#words[this.#slots[slot]! - 1]!
      if (word.length === end - start && standsAt(word, text, start)) break
    }
    return slot
  }
}

function standsAt(word: string, text: string, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false
  return true
}
