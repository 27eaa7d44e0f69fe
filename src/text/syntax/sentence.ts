import { boundedMap } from '../../lib/bounded.js'
import { analyzeSyntax, type Syntax } from './analyze.js'
import { treebankTokens } from './tokens.js'

/** The syntax of a piece of text, with the place of each word in it. */
export interface SentenceSyntax extends Syntax {
  /** UTF-16 offsets from the start of the sentence. */
  readonly starts: Int32Array
  /** Exclusive. */
  readonly ends: Int32Array
}

/** How many sentences are kept: some fourteen megabytes. */
const MOST = 4096
const known = boundedMap<string, SentenceSyntax>(MOST)

/** The syntax of a sentence (or a question). Those asked for last are remembered. */
export function sentenceSyntax(sentence: string): SentenceSyntax {
  const found = known.get(sentence)
  if (found) {
    // The latest stays longest.
    known.set(sentence, found)
    return found
  }
  // A slice would keep the whole of its article in memory; this keeps a copy.
  const copy = ` ${sentence}`.slice(1)
  const { words, starts, ends } = treebankTokens(copy)
  const parsed = { ...analyzeSyntax(words), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
  known.set(copy, parsed)
  return parsed
}

/** The words of `start..end`, offsets of the sentence: the first and the last that lie in it, wholly or in part. */
export function wordsWithin(
  { starts, ends }: SentenceSyntax,
  start: number,
  end: number,
): { readonly first: number; readonly last: number } | null {
  const first = firstEndingBehind(ends, start)
  let last = firstEndingBehind(ends, end - 1)
  if (last === ends.length || starts[last]! >= end) last--
  return first <= last ? { first, last } : null
}

/** The word at an offset of the sentence; -1 between words. */
export function wordAt({ starts, ends }: SentenceSyntax, offset: number): number {
  const i = firstEndingBehind(ends, offset)
  return i < ends.length && starts[i]! <= offset ? i : -1
}

/** The word of `first..last` that the others hang on: the one whose head lies outside. */
export function headWithin({ head }: Syntax, { first, last }: { first: number; last: number }): number {
  for (let i = first; i <= last; i++) if (head[i]! < first || head[i]! > last) return i
  return first
}

/** The first place whose value is above `offset`. */
function firstEndingBehind(ends: Int32Array, offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}
