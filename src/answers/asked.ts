import type { PassageResult } from '../archive/archive.js'
import { Analyzer, type Term } from '../archive/terms.js'
import { questions as english } from '../language/en/questions.js'
import type { AnswerType } from '../language/language.js'

const analyzer = new Analyzer()

/** What a question asks for, and what each of its words is worth. */
export interface Asked {
  readonly text: string
  readonly type: AnswerType
  /** The question's terms in order. */
  readonly terms: readonly string[]
  /** What a match of a term is worth: its idf. */
  readonly worth: ReadonlyMap<string, number>
  /** Other terms that count for one of them, and how much. */
  readonly related: PassageResult['related']
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

export function readQuestion(
  text: string,
  { weights, related }: Pick<PassageResult, 'weights' | 'related'>,
): Asked {
  const worth = new Map(Object.entries(weights))
  return {
    text,
    type: answerType(text),
    terms: analyzer.terms(text).map(({ term }) => term),
    worth,
    related,
    total: [...worth.values()].reduce((sum, weight) => sum + weight, 0) || 1,
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
