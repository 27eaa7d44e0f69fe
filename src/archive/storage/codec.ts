/** One string of a buffer: a byte a character where all are of Latin-1, otherwise two. */
interface Packed {
  readonly wide: boolean
  readonly bytes: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 is what it is
const LATIN1 = /^[\x00-\xff]*$/

/** Two bytes a character keep what UTF-8 would not: half of a surrogate pair, cut out of a text. */
function packedSize(text: string): Packed {
  const wide = !LATIN1.test(text)
  return { wide, bytes: wide ? 2 * text.length : text.length }
}

function pack(into: Buffer, at: number, text: string, { wide }: Packed): void {
  if (wide) into.write(text, at, 'utf16le')
  else into.write(text, at, 'latin1')
}

function unpack(from: Buffer, start: number, end: number, wide: boolean): string {
  return wide ? from.toString('utf16le', start, end) : from.toString('latin1', start, end)
}

/** How values of a type are written as bytes and read back. What is read back is equal to what was written. */
export interface Codec<T> {
  write(value: T, to: Writer): void
  read(from: Reader): T
}

/**
 * A record begins with its strings, each once: how many, the length of each in bytes, twice, plus one where it has
 * two bytes a character, then their bytes; after them come the values, where a string is its place among those.
 * Whole numbers are of seven bits a byte, the lowest first (LEB128).
 */
export function encode<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const writer = new Writer()
  codec.write(value, writer)
  return writer.finish()
}

/** @param bytes what `encode` gave for this codec: to tell whether they are is left to a digest */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): T {
  return codec.read(new Reader(bytes))
}

export class Writer {
  #body = Buffer.allocUnsafe(4096)
  #size = 0
  readonly #strings = new Map<string, number>()

  uint(value: number): void {
    if (this.#size + 8 > this.#body.length) this.#grow()
    let rest = value
    while (rest > 0x7f) {
      this.#body[this.#size++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#body[this.#size++] = rest
  }

  text(value: string): void {
    let place = this.#strings.get(value)
    if (place === undefined) {
      place = this.#strings.size
      this.#strings.set(value, place)
    }
    this.uint(place)
  }

  finish(): Uint8Array<ArrayBuffer> {
    const lengths = new Writer()
    const sizes = [...this.#strings.keys()].map(packedSize)
    lengths.uint(sizes.length)
    for (const { wide, bytes } of sizes) lengths.uint(2 * bytes + Number(wide))
    const head = lengths.#body.subarray(0, lengths.#size)
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    // A buffer of its own, so that it can be handed to another thread.
    const result = Buffer.from(new ArrayBuffer(head.length + all + this.#size))
    head.copy(result)
    let at = head.length
    let index = 0
    for (const text of this.#strings.keys()) {
      pack(result, at, text, sizes[index]!)
      at += sizes[index++]!.bytes
    }
    this.#body.copy(result, at, 0, this.#size)
    return result
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(2 * this.#body.length)
    this.#body.copy(larger, 0, 0, this.#size)
    this.#body = larger
  }
}

export class Reader {
  readonly #bytes: Buffer
  /** Where each string begins, times two, plus one where it has two bytes a character; one more for the end. */
  readonly #starts: number[]
  readonly #texts: (string | undefined)[] = []
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = this.uint()
    const starts = new Array<number>(count + 1)
    let total = 0
    for (let i = 0; i < count; i++) {
      const length = this.uint()
      starts[i] = 2 * total + (length & 1)
      total += length >>> 1
    }
    starts[count] = 2 * total
    for (let i = 0; i <= count; i++) starts[i]! += 2 * this.#at
    this.#starts = starts
    this.#at += total
  }

  uint(): number {
    const bytes = this.#bytes
    let byte = bytes[this.#at++]!
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let scale = 0x80; ; scale *= 0x80) {
      byte = bytes[this.#at++]!
      value += (byte & 0x7f) * scale
      if (!(byte & 0x80)) return value
    }
  }

  text(): string {
    const place = this.uint()
    const known = this.#texts[place]
    if (known !== undefined) return known
    const start = this.#starts[place]!
    const end = this.#starts[place + 1]! >>> 1
    const text = unpack(this.#bytes, start >>> 1, end, (start & 1) === 1)
    this.#texts[place] = text
    return text
  }
}

/** A whole number from 0 to 2^53 - 1. */
export const uint: Codec<number> = {
  write: (value, to) => to.uint(value),
  read: (from) => from.uint(),
}

export const text: Codec<string> = {
  write: (value, to) => to.text(value),
  read: (from) => from.text(),
}

export const bool: Codec<boolean> = {
  write: (value, to) => to.uint(Number(value)),
  read: (from) => from.uint() === 1,
}

export function oneOf<const T>(values: readonly T[]): Codec<T> {
  return {
    write(value, to) {
      const place = values.indexOf(value)
      if (place < 0) throw new RangeError(`${String(value)} is none of ${values.join(', ')}.`)
      to.uint(place)
    },
    read: (from) => values[from.uint()]!,
  }
}

export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    write(value, to) {
      to.uint(Number(value !== null))
      if (value !== null) codec.write(value, to)
    },
    read: (from) => (from.uint() === 1 ? codec.read(from) : null),
  }
}

export function list<T>(codec: Codec<T>): Codec<readonly T[]> {
  return {
    write(values, to) {
      to.uint(values.length)
      for (const value of values) codec.write(value, to)
    },
    read(from) {
      const count = from.uint()
      const values = new Array<T>(count)
      for (let i = 0; i < count; i++) values[i] = codec.read(from)
      return values
    },
  }
}

/** A field that may be missing is `optional`, and neither written nor read back where it is. */
export function record<T extends object>(fields: { readonly [K in keyof T]-?: Codec<T[K]> }): Codec<T> {
  const entries = Object.entries(fields) as [keyof T, Codec<unknown>][]
  return {
    write(value, to) {
      for (const [key, codec] of entries) codec.write(value[key], to)
    },
    read(from) {
      const value = {} as T
      for (const [key, codec] of entries) {
        const field = codec.read(from)
        if (field !== undefined) value[key] = field as T[keyof T]
      }
      return value
    },
  }
}

export function optional<T>(codec: Codec<T>): Codec<T | undefined> {
  return {
    write(value, to) {
      to.uint(Number(value !== undefined))
      if (value !== undefined) codec.write(value, to)
    },
    read: (from) => (from.uint() === 1 ? codec.read(from) : undefined),
  }
}

/** A span with other fields: where it begins, how long it is, and the rest. */
export function spanning<T extends { readonly start: number; readonly end: number }>(
  fields: {
    readonly [K in Exclude<keyof T, 'start' | 'end'>]-?: Codec<T[K]>
  },
): Codec<T> {
  const rest = record<Omit<T, 'start' | 'end'>>(fields as never)
  return {
    write(value, to) {
      to.uint(value.start)
      to.uint(value.end - value.start)
      rest.write(value, to)
    },
    read(from) {
      const start = from.uint()
      const end = start + from.uint()
      return { start, end, ...rest.read(from) } as T
    },
  }
}
