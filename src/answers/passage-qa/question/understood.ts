import type { QuestionShape } from '../../questions/question-shape.js'
import type { TextWord } from './lexicon.js'

/** One thing that a question names: a word, or words that mean one thing ("step down"). */
export interface Concept {
  /** Its key: its term, or the terms of its words. */
  readonly term: string
  /** In lower case, as typed. */
  readonly word: string
  /** The places of its words among the question's. */
  readonly from: number
  readonly to: number
  /** The classes it belongs to: 1 where it says the same as their members, less where it tells of the same. */
  readonly classes: ReadonlyMap<number, number>
  readonly capital: boolean
  readonly focus: boolean
  readonly verb: boolean
  readonly phrase: boolean
  /** The terms of its words that say something by themselves. */
  readonly content: readonly string[]
}

export interface Understood {
  readonly text: string
  readonly shape: QuestionShape
  readonly concepts: readonly Concept[]
  readonly words: readonly TextWord[]
  /** Whether it asks how things stand now. */
  readonly current: boolean
  /** Whether it asks for what has happened: "did", "was". */
  readonly past: boolean
}

/** A part of the question found in a text: how well, and at which words. */
export interface Match {
  readonly part: number
  readonly value: number
  /** Whether it tells of the opposite state: "closed" where it is asked whether something is open. */
  readonly opposite?: true
  readonly from: number
  readonly to: number
}
