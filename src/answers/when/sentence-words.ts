import { type SentenceSyntax, sentenceSyntax, wordAt } from '../../text/syntax/index.js'
import type { Concept } from './asked-event.js'
import { type Word, wordsOf } from './event-words.js'

/** A sentence as it is compared with a question: its terms, and where each stands in its syntax. */
export class SentenceWords {
  readonly words: readonly Word[]
  readonly #text: string
  readonly #places = new Map<string, number[]>()
  #syntax: SentenceSyntax | null = null

  constructor(text: string) {
    this.#text = text
    this.words = wordsOf(text)
    for (const [at, { term }] of this.words.entries()) {
      const places = this.#places.get(term)
      if (places) places.push(at)
      else this.#places.set(term, [at])
    }
  }

  get syntax(): SentenceSyntax {
    this.#syntax ??= sentenceSyntax(this.#text)
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

  /** The words of the syntax that some words of the sentence are. */
  nodes({ at, length }: { readonly at: number; readonly length: number }): number[] {
    return this.words
      .slice(at, at + length)
      .map(({ start }) => wordAt(this.syntax, start))
      .filter((node) => node >= 0)
  }
}
