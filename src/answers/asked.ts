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
  /** Whether several are asked for ("which two rivers"). */
  readonly plural: boolean
  /** The terms between which the answer would stand if the question were a statement. */
  readonly gap: Gap
}

/** The question's terms on either side of the place where the answer goes: "who WON", "what did he SIGN?" */
export interface Gap {
  readonly before: string | null
  readonly behind: string | null
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
    ...shapeOf(text),
  }
}

export function answerType(question: string): AnswerType {
  const lower = question.toLowerCase()
  return english.types.find(([pattern]) => pattern.test(lower))?.[1] ?? 'other'
}

/** How many words behind the asking one may still be what is asked for: "what kind of ship". */
const LONGEST_FOCUS = 3

/** What is asked for, and where its place in the statement would be. */
function shapeOf(question: string): Pick<Asked, 'focus' | 'plural' | 'gap'> {
  const words = [...question.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(({ 0: word, index }) => ({
    lower: word.toLowerCase(),
    term: analyzer.terms(question.slice(index, index + word.length))[0]?.term ?? null,
  }))
  const asking = words.findIndex(({ lower }) => english.questionWords.has(lower))
  if (asking < 0) return { focus: null, plural: false, gap: { before: null, behind: null } }
  const helper = words.findIndex(({ lower }, at) => at > asking && english.auxiliaries.has(lower))
  const behind = words.slice(asking + 1)
  const object = helper > asking && helper <= asking + 1 + LONGEST_FOCUS && words.length > helper + 2
  const phrase = object ? words.slice(asking + 1, helper) : behind.slice(0, 1)
  const head = phrase.findLast(({ term }) => term !== null) ?? null
  const rest = words.slice(object ? helper : asking + 1 + phrase.length)
  const last = rest.findLast(({ term }) => term !== null)?.term ?? null
  const first = rest.find(({ term }) => term !== null)?.term ?? null
  const left = words.slice(0, asking).findLast(({ term }) => term !== null)?.term ?? null
  return {
    focus: head?.term ?? null,
    plural: phrase.some(({ lower }) => english.numberWords.has(lower) || /[^s]s$/.test(lower)),
    gap: { before: left ?? (object ? last : null), behind: object ? null : first },
  }
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
