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
  /** Whether it asks who or what does something ("who won?"), not what is done ("what did they sign?"). */
  readonly subject: boolean
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
  const words = wordsOf(question)
  const asking = askingWord(words)
  if (asking < 0) return 'other'
  const rest = question.slice(words[asking]!.start).toLowerCase()
  return english.types.find(([pattern]) => pattern.test(rest))?.[1] ?? 'other'
}

interface Word {
  readonly start: number
  readonly lower: string
  readonly term: string | null
}

function wordsOf(question: string): Word[] {
  return [...question.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    lower: word.toLowerCase(),
    term: analyzer.terms(word)[0]?.term ?? null,
  }))
}

/** The index of the word that asks; -1 where none does, as in "is it true". */
function askingWord(words: readonly Word[]): number {
  if (words[0] && english.placeOrTime.has(words[0].lower)) {
    // "When he left, what did he say?" asks what; "when did he say what he said?" asks when.
    return words[1] && english.auxiliaries.has(words[1].lower) ? 0 : later(words, 0)
  }
  const sure = words.findIndex(({ lower }) => english.questionWords.has(lower))
  return sure >= 0 ? sure : words.findIndex(({ lower }) => english.placeOrTime.has(lower))
}

function later(words: readonly Word[], fallback: number): number {
  const at = words.findIndex(({ lower }) => english.questionWords.has(lower))
  return at >= 0 ? at : fallback
}

/** How many words behind the asking one may still be what is asked for: "what kind of warship". */
const LONGEST_FOCUS = 6

/** What is asked for, and where its place in the statement would be. */
function shapeOf(question: string): Pick<Asked, 'focus' | 'plural' | 'subject' | 'gap'> {
  const words = wordsOf(question)
  const asking = askingWord(words)
  if (asking < 0) return { focus: null, plural: false, subject: false, gap: { before: null, behind: null } }
  const helper = words.findIndex(({ lower }, at) => at > asking && english.auxiliaries.has(lower))
  const near = helper > asking && helper <= asking + 1 + LONGEST_FOCUS && words.length > helper + 2
  const phrase = near ? words.slice(asking + 1, helper) : words.slice(asking + 1, asking + 2)
  const rest = words.slice(near ? helper : asking + 1 + phrase.length)
  const terms = (some: readonly Word[]) => some.flatMap(({ term }) => term ?? [])
  const specific = phrase.filter(({ lower }) => !english.genericNouns.has(lower))
  return {
    focus: terms(specific).at(-1) ?? null,
    plural: phrase.some(({ lower }) => english.numberWords.has(lower) || /[^s]s$/.test(lower)),
    subject: !near,
    gap: {
      before: terms(words.slice(0, asking)).at(-1) ?? (near ? (terms(rest).at(-1) ?? null) : null),
      behind: near ? null : (terms(rest)[0] ?? null),
    },
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
