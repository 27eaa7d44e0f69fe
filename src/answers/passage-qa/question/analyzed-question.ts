import type { PassageResult } from '../../../archive/contract/archive.js'
import { Analyzer, type Term } from '../../../text/terms.js'
import { type QuestionShape, shapeOf } from '../../questions/question-shape.js'

const analyzer = new Analyzer()

/** What a question asks for, and what each of its words is worth. */
export interface Asked extends QuestionShape {
  readonly text: string
  /** The question's terms in order. */
  readonly terms: readonly string[]
  /** What a match of a term is worth: its idf. */
  readonly worth: ReadonlyMap<string, number>
  /** Other terms that count for one of them, and how much. */
  readonly related: PassageResult['related']
  /** The idf of all terms together, known or not. Above 0. */
  readonly total: number
}

export function readQuestion(
  text: string,
  { weights, related }: Pick<PassageResult, 'weights' | 'related'>,
): Asked {
  const worth = new Map(Object.entries(weights))
  return {
    text,
    terms: analyzer.terms(text).map(({ term }) => term),
    worth,
    related,
    total: [...worth.values()].reduce((sum, weight) => sum + weight, 0) || 1,
    ...shapeOf(text),
  }
}

/** Whether it asks where something is or happens, not which town or country. */
export function asksScene({ type, focus }: Pick<Asked, 'type' | 'focus'>): boolean {
  return type === 'place' && focus === null
}

/** The content terms of a text, with their places in it. */
export function termsOf(text: string): Term[] {
  return analyzer.terms(text)
}

/** The question's term that a term of an article counts for, and how much, 0 to 1; null for none. */
export function standsFor(
  term: string,
  { worth, related }: Asked,
): { readonly stem: string; readonly share: number } | null {
  if (worth.has(term)) return { stem: term, share: 1 }
  return Object.hasOwn(related, term) ? related[term]! : null
}

/** The share of the question's weight that some terms carry, 0 to 1. */
export function coverage(terms: Iterable<string>, asked: Asked): number {
  const held = new Map<string, number>()
  for (const term of new Set(terms)) {
    const found = standsFor(term, asked)
    if (found) held.set(found.stem, Math.max(held.get(found.stem) ?? 0, found.share))
  }
  return shareOf(held, asked)
}

/** The same for how much of each of its terms is held. */
export function shareOf(held: Iterable<readonly [string, number]>, { worth, total }: Asked): number {
  let found = 0
  for (const [stem, share] of held) found += share * (worth.get(stem) ?? 0)
  return found / total
}

/** The terms to highlight: the question's own and those that count for them. */
export function highlighted({ worth, related }: Asked): string[] {
  return [...worth.keys(), ...Object.keys(related)]
}
