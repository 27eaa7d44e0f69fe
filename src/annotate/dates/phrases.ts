import type { Found } from './expression.js'
import { found } from './expression.js'
import type { Token } from './tokens.js'
import { tokens, wordsOf } from './tokens.js'

/** Phrases of several words, to be found at a token in time bounded by the longest of them. */
export type PhraseBook<T> = ReadonlyMap<string, readonly { words: readonly string[]; value: T }[]>

const MEANINGLESS = wordsOf(new Map())

export function phraseBook<T>(phrases: ReadonlyMap<string, T>): PhraseBook<T> {
  const book = new Map<string, { words: readonly string[]; value: T }[]>()
  for (const [phrase, value] of phrases) {
    const words = tokens(phrase, { start: 0, end: phrase.length }, MEANINGLESS).map((token) => token.text)
    const first = words[0]!
    book.set(first, [...(book.get(first) ?? []), { words, value }])
  }
  for (const entries of book.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return book
}

/** The longest phrase that starts at a token. */
export function phraseAt<T>(book: PhraseBook<T>, t: readonly Token[], at: number): Found<T> | null {
  for (const { words, value } of book.get(t[at]?.text ?? '') ?? []) {
    if (words.every((word, i) => t[at + i]?.text === word)) return found(value, at + words.length)
  }
  return null
}
