import { type SentenceSyntax, sentenceSyntax, wordAt } from '../../text/syntax/index.js'
import type { Concept } from './asked-event.js'
import { type Word, wordsOf } from './event-words.js'

/** "ORSK, May 3 (Harbour Wire) – ", "LONDON (Reuters) - ". */
const DATELINE = /^\p{Lu}{3}[^–—()]{0,60}(?:\([^()]{1,40}\)\s*)?[–—-]{1,2}\s+(?=[\p{Lu}“"])/u

/** A sentence as it is compared with a question: its terms, and where each stands in its syntax. */
export class SentenceWords {
  readonly words: readonly Word[]
  /** Where what the sentence says begins, behind where and when it was written. */
  readonly start: number
  readonly #text: string
  readonly #places = new Map<string, number[]>()
  #syntax: SentenceSyntax | null = null

  constructor(text: string) {
    this.#text = text
    this.start = DATELINE.exec(text)?.[0].length ?? 0
    this.words = wordsOf(text)
    for (const [at, { term }] of this.words.entries()) {
      const places = this.#places.get(term)
      if (places) places.push(at)
      else this.#places.set(term, [at])
    }
  }

  get syntax(): SentenceSyntax {
    this.#syntax ??= sentenceSyntax(this.#text.slice(this.start))
    return this.#syntax
  }

  /** Where what says a thing stands, in the order of the words: of each the places, and how well it says it. */
  find({ wordings }: Concept): { readonly at: number; readonly length: number; readonly strength: number }[] {
    return wordings.flatMap(({ terms, strength }) =>
      (this.#places.get(terms[0] ?? '') ?? [])
        .filter((at) => terms.every((term, i) => this.words[at + i]?.term === term))
        .map((at) => ({ at, length: terms.length, strength })),
    )
  }

  has(concept: Concept): boolean {
    return this.strengthOf(concept) > 0
  }

  /** How well anything in the sentence says it, 0 to 1. */
  strengthOf(concept: Concept): number {
    return this.find(concept).reduce((most, { strength }) => Math.max(most, strength), 0)
  }

  /** Where a word of the syntax stands in the sentence. */
  offsetOf(node: number): number {
    return this.start + this.syntax.starts[node]!
  }

  /** The words of the syntax that some words of the sentence are. */
  nodes({ at, length }: { readonly at: number; readonly length: number }): number[] {
    return this.words
      .slice(at, at + length)
      .map(({ start }) => (start < this.start ? -1 : wordAt(this.syntax, start - this.start)))
      .filter((node) => node >= 0)
  }
}
