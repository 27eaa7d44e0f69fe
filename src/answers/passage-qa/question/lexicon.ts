import { synonymClasses } from '../../../language/en/synonyms/index.js'
import { OPPOSITE_CLASSES } from '../../../language/en/synonyms/opposites.js'
import { Analyzer, type Term } from '../../../text/terms.js'

/** Every word is a term here: the members of classes hold "down", "in" and the like. */
const analyzer = new Analyzer({ keepStopWords: true })

/** A word of a text with its term. Offsets are into the text. */
export type TextWord = Term

/** The words of a text in order. */
export const wordsOf = (text: string): TextWord[] => analyzer.terms(text)

/** How much a member of a class counts for a question's word: says the same, or often tells of the same. */
export type Closeness = 'same' | 'near'

/** A member of a synonym class as the terms of its words. */
export interface Member {
  readonly terms: readonly string[]
  /** The number of its class. */
  readonly of: number
  readonly closeness: Closeness
  /** Everyday speech, which no article is matched by. */
  readonly everyday: boolean
}

interface Lexicon {
  /** The members that begin with a term. */
  readonly byFirst: ReadonlyMap<string, readonly Member[]>
  /** The members of each class. */
  readonly classes: readonly (readonly Member[])[]
}

let known: Lexicon | null = null

/** The synonym classes as terms; made once. */
export function lexicon(): Lexicon {
  known ??= make()
  return known
}

function make(): Lexicon {
  const byFirst = new Map<string, Member[]>()
  const classes = synonymClasses.map(({ same, near, everyday }, of) => {
    const members: Member[] = []
    const add = (text: string, closeness: Closeness, spoken: boolean) => {
      const terms = analyzer.terms(text).map(({ term }) => term)
      const member = { terms, of, closeness, everyday: spoken }
      if (terms.length === 0) return
      members.push(member)
      const others = byFirst.get(terms[0]!)
      if (others) others.push(member)
      else byFirst.set(terms[0]!, [member])
    }
    for (const text of same) add(text, 'same', false)
    for (const text of near) add(text, 'near', false)
    for (const text of everyday) add(text, 'same', true)
    return members
  })
  return { byFirst, classes }
}

/** Whether a class tells what somebody is. */
export const isRole = (of: number): boolean => synonymClasses[of]!.domain === 'role'
export const isEvent = (of: number): boolean => synonymClasses[of]!.domain === 'event'
export const nameOfClass = (of: number): string => synonymClasses[of]!.name

let opposed: ReadonlyMap<number, readonly number[]> | null = null

/** The classes that tell of the opposite state of a class. */
export function oppositesOf(of: number): readonly number[] | undefined {
  if (!opposed) {
    const all = new Map<string, Set<string>>()
    for (const [some, others] of OPPOSITE_CLASSES)
      for (const [from, to] of [[some, others] as const, [others, some] as const])
        for (const one of from) all.set(one, new Set([...(all.get(one) ?? []), ...to]))
    const byName = new Map(synonymClasses.map(({ name }, i) => [name, i]))
    opposed = new Map(
      [...all].map(([name, others]) => [byName.get(name)!, [...others].map((one) => byName.get(one)!)]),
    )
  }
  return opposed.get(of)
}

/** A member found in a text: the words `from..to`, end-exclusive. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly member: Member
}

/** How many words may stand between a verb and its particle in a question: "dig him UP". */
const WIDEST_GAP = 2

/** The members in the words of a question, longest first; a word is part of one phrase alone. */
export function membersIn(words: readonly TextWord[]): Found[] {
  const { byFirst } = lexicon()
  const found: Found[] = []
  for (let from = 0; from < words.length; from++) {
    for (const member of byFirst.get(words[from]!.term) ?? []) {
      const to = endOf(member.terms, words, from)
      if (to > 0) found.push({ from, to, member })
    }
  }
  return found
}

function endOf(terms: readonly string[], words: readonly TextWord[], from: number): number {
  if (terms.every((term, i) => words[from + i]?.term === term)) return from + terms.length
  if (terms.length !== 2) return -1
  for (let gap = 1; gap <= WIDEST_GAP; gap++) {
    const at = from + 1 + gap
    if (
      words[at]?.term === terms[1] &&
      words[at]!.stop &&
      words.slice(from + 1, at).every(({ stop }) => !stop || true)
    )
      return from + 1
  }
  return -1
}
