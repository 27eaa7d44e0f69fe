/** One string of a buffer: a byte a character where all are of Latin-1, otherwise two. */
export interface Packed {
  readonly wide: boolean
  readonly bytes: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 is what it is
const LATIN1 = /^[\x00-\xff]*$/

/** Two bytes a character keep what UTF-8 would not: half of a surrogate pair, cut out of a text. */
export function packedSize(text: string): Packed {
  const wide = !LATIN1.test(text)
  return { wide, bytes: wide ? 2 * text.length : text.length }
}

export function pack(into: Buffer, at: number, text: string, { wide }: Packed): void {
  if (wide) into.write(text, at, 'utf16le')
  else into.write(text, at, 'latin1')
}

export function unpack(from: Buffer, start: number, end: number, wide: boolean): string {
  return wide ? from.toString('utf16le', start, end) : from.toString('latin1', start, end)
}

/** Of so many strings in order the first that does not come before a text; their number where all do. */
export function firstNotBefore(text: string, size: number, at: (index: number) => string): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(middle) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The columns of a list of strings. */
export interface StringColumns {
  readonly bytes: Uint8Array
  /** Where each string begins, times two, plus one where it has two bytes a character; one more for the end. */
  readonly starts: Uint32Array
}

/** Many strings in one buffer, each made when it is asked for: a string of its own takes four times as much. */
export class Strings {
  readonly #bytes: Buffer
  readonly #starts: Uint32Array

  constructor({ bytes, starts }: StringColumns) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#starts = starts
  }

  static columns(texts: readonly string[]): StringColumns {
    const sizes = texts.map(packedSize)
    const bytes = Buffer.alloc(sizes.reduce((sum, size) => sum + size.bytes, 0))
    const starts = new Uint32Array(texts.length + 1)
    let at = 0
    for (const [i, text] of texts.entries()) {
      starts[i] = 2 * at + Number(sizes[i]!.wide)
      pack(bytes, at, text, sizes[i]!)
      at += sizes[i]!.bytes
    }
    starts[texts.length] = 2 * at
    return { bytes, starts }
  }

  get size(): number {
    return this.#starts.length - 1
  }

  at(index: number): string {
    const start = this.#starts[index]!
    return unpack(this.#bytes, start >>> 1, this.#starts[index + 1]! >>> 1, (start & 1) === 1)
  }

  /** The place of a string in a list that is in order; -1 if it is not there. */
  find(text: string): number {
    const place = firstNotBefore(text, this.size, (index) => this.at(index))
    return place < this.size && this.at(place) === text ? place : -1
  }

  *[Symbol.iterator](): Generator<string> {
    for (let i = 0; i < this.size; i++) yield this.at(i)
  }
}
