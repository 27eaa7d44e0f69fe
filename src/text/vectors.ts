import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Word vectors: which words are used alike ("quake", "earthquake"). Opposites are, too ("rise", "fall"), and so are
 * names of one kind: near words are a hint, never a proof.
 *
 *     similarity('quake', 'tremor')           // the cosine of two words
 *     neighboursOf('quake').get('tremor')     // the same, once for all words that are near
 */
export interface WordVectors {
  /** How many words there are. Words are numbered from 0, the most frequent first. */
  readonly size: number
  readonly words: readonly string[]
  readonly dimensions: number
  /** The number of a word in any case; -1 where it is not known. */
  indexOf(word: string): number
  /** The cosine of two words by their numbers. */
  similarityAt(a: number, b: number): number
}

/** The cosine of two words' vectors, -1 to 1; 1 for the same word, 0 where either is not known. */
export const similarity = (a: string, b: string): number => similaritiesTo([a])(b)[0]!

/** The same of several words to any other. Nothing is like null. */
export function similaritiesTo(words: readonly (string | null)[]): (other: string) => number[] {
  const table = wordVectors()
  const numbers = words.map((word) => (word === null ? -1 : table.indexOf(word)))
  return (other) => {
    const own = table.indexOf(other)
    return numbers.map((number, i) => {
      if (number >= 0 && own >= 0) return number === own ? 1 : table.similarityAt(number, own)
      return Number(words[i]?.toLowerCase() === other.toLowerCase())
    })
  }
}

/** From this cosine on, exclusive, words are neighbours. */
export const LEAST_ALIKE = 0.5

/** The words that are used most like a word, each with its cosine; the word itself with 1, known or not. */
export function neighboursOf(word: string): Map<string, number> {
  const table = wordVectors()
  const own = table.indexOf(word)
  if (own < 0) return new Map([[word.toLowerCase(), 1]])
  const found = new Map([[table.words[own]!, 1]])
  neighbours ??= decodeNeighbours(readFileSync(NEIGHBOURS))
  for (const other of neighbours(own)) found.set(table.words[other]!, table.similarityAt(own, other))
  return found
}

let neighbours: ((index: number) => Uint16Array) | undefined

const FILE = fileURLToPath(new URL('../../../data/models/vectors.bin', import.meta.url))
const NEIGHBOURS = fileURLToPath(new URL('../../../data/models/neighbours.bin', import.meta.url))

let loaded: WordVectors | undefined

/** The table that ships with the project, read once in each thread. */
export function wordVectors(): WordVectors {
  loaded ??= decodeVectors(readFileSync(FILE))
  return loaded
}

const HEADER = 12

/**
 * Three numbers of 32 bits (words, dimensions, length of the list of words), the words apart by a space, then a byte
 * for each dimension of each word. A vector's greatest value becomes 127.
 */
export function encodeVectors(words: readonly string[], vectors: readonly (readonly number[])[]): Buffer {
  const list = Buffer.from(words.join(' '))
  const dimensions = vectors[0]?.length ?? 0
  const header = Buffer.alloc(HEADER)
  header.writeUInt32LE(words.length, 0)
  header.writeUInt32LE(dimensions, 4)
  header.writeUInt32LE(list.length, 8)
  const bytes = Buffer.alloc(words.length * dimensions)
  vectors.forEach((vector, i) => {
    const most = Math.max(...vector.map(Math.abs)) || 1
    vector.forEach((value, k) => {
      bytes.writeInt8(Math.round((value / most) * 127), i * dimensions + k)
    })
  })
  return Buffer.concat([header, list, bytes])
}

export function decodeVectors(bytes: Buffer): WordVectors {
  const size = bytes.readUInt32LE(0)
  const dimensions = bytes.readUInt32LE(4)
  const start = HEADER + bytes.readUInt32LE(8)
  const words = bytes.toString('utf8', HEADER, start).split(' ')
  const index = new Map(words.map((word, i) => [word, i]))
  const values = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + start, size * dimensions))
  const lengths = new Float32Array(size)
  for (let i = 0; i < size; i++)
    lengths[i] = Math.sqrt(dot(values, i * dimensions, i * dimensions, dimensions))
  return {
    size,
    words,
    dimensions,
    indexOf(word) {
      const as = index.get(word)
      if (as !== undefined) return as
      const plain = word.toLowerCase().replace('’', "'")
      return plain === word ? -1 : (index.get(plain) ?? -1)
    },
    similarityAt: (a, b) =>
      dot(values, a * dimensions, b * dimensions, dimensions) / (lengths[a]! * lengths[b]! || 1),
  }
}

/** How many neighbours each word has, 16 bits each, then the numbers of all of them, word by word. */
export function encodeNeighbours(lists: readonly (readonly number[])[]): Buffer {
  const numbers = Uint16Array.from([lists.length, ...lists.map(({ length }) => length), ...lists.flat()])
  return Buffer.from(numbers.buffer)
}

function decodeNeighbours(bytes: Buffer): (index: number) => Uint16Array {
  const numbers = new Uint16Array(new Uint8Array(bytes).buffer)
  const size = numbers[0]!
  const starts = new Uint32Array(size + 1).fill(size + 1)
  for (let i = 0; i < size; i++) starts[i + 1] = starts[i]! + numbers[i + 1]!
  return (index) => numbers.subarray(starts[index], starts[index + 1])
}

function dot(values: Int8Array, a: number, b: number, dimensions: number): number {
  let sum = 0
  for (let k = 0; k < dimensions; k++) sum += values[a + k]! * values[b + k]!
  return sum
}
