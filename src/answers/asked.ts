import type { PassageResult } from '../archive/archive.js'
import { Analyzer, type Term } from '../archive/terms.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'

const analyzer = new Analyzer()

/** What a question asks for, and what each of its words is worth. */
export interface Asked {
  readonly text: string
  readonly type: AnswerType
  /** The question's terms in order, those that no article holds replaced by the nearest that one does. */
  readonly terms: readonly string[]
  /** What a match of a term is worth: its idf, half of it for a term that is only near to what was typed. */
  readonly worth: ReadonlyMap<string, number>
  /** The idf of all terms together, known or not. Above 0. */
  readonly total: number
  /** What kind of thing is asked for, in the question's own words: "team" in "which team won?" */
  readonly focus: string | null
  /** Whether it asks who or what does something ("who won?"), not whom or what it is done to ("whom did he see?"). */
  readonly subject: boolean
}

/** A word that is only near to the one that was typed may be another one. */
const NEAR = 0.5

export function readQuestion(
  text: string,
  { weights, unknown }: Pick<PassageResult, 'weights' | 'unknown'>,
): Asked {
  const replaced = new Map(unknown.map(({ word, term }) => [word, term]))
  const near = new Map(unknown.map(({ term, nearest }) => [term, nearest ? NEAR : 0]))
  const terms = analyzer
    .terms(text)
    .map(({ term, start, end }) => replaced.get(text.slice(start, end)) ?? term)
    .filter((term) => term in weights)
  const entries = Object.entries(weights)
  return {
    text,
    type: answerType(text),
    terms,
    worth: new Map(entries.map(([term, weight]) => [term, weight * (near.get(term) ?? 1)])),
    total: entries.reduce((sum, [, weight]) => sum + weight, 0) || 1,
    focus: focusOf(text),
    subject: !english.auxiliaries.test(text.toLowerCase()),
  }
}

export function answerType(question: string): AnswerType {
  const lower = question.toLowerCase()
  return english.types.find(([pattern]) => pattern.test(lower))?.[1] ?? 'other'
}

/** The first content word right behind the word that asks, as a term. */
function focusOf(question: string): string | null {
  const words = [...question.matchAll(/[\p{L}\p{N}'’-]+/gu)]
  const asking = words.findIndex(([word]) => english.questionWords.has(word.toLowerCase()))
  if (asking < 0) return null
  for (const { 0: word, index } of words.slice(asking + 1, asking + 4)) {
    const [term] = analyzer.terms(question.slice(index, index + word.length))
    if (term) return term.term
  }
  return null
}

/** The content terms of a text, with their places in it. */
export function termsOf(text: string): Term[] {
  return analyzer.terms(text)
}

/** The share of the question's weight that some terms carry, 0 to 1. */
export function coverage(terms: Iterable<string>, { worth, total }: Asked): number {
  let found = 0
  for (const term of new Set(terms)) found += worth.get(term) ?? 0
  return found / total
}
