import { questions as english } from '../../../language/en/questions/questions.js'
import { type ParsedSentence, treeNearness } from './roles.js'

/** A refuting word this near in the tree, or so many words away, belongs to what is asked. */
const NEAR_IN_TREE = 0.5
const NEAR_IN_WORDS = 5
/** What stands for less of the question is not what is refused, nor is what is matched worse. */
const TELLING = 0.12
const MATCHED = 0.5

/**
 * Whether a sentence says of what is asked that it is not so, has ended or has not come about: "no cases", "payments
 * suspended", "averted a strike". Of sentences on one thing it is the likelier answer to whether that is so.
 * @param shares of each part of the question, of its weight
 */
export function isRefuted({ syntax, at }: ParsedSentence, shares: readonly number[]): boolean {
  const told = at.flatMap((words, i) =>
    shares[i]! >= TELLING ? words.filter(({ value }) => value >= MATCHED).map(({ word }) => word) : [],
  )
  const isNear = (a: number) => (b: number) =>
    Math.abs(a - b) <= NEAR_IN_WORDS || treeNearness(syntax, a, b) >= NEAR_IN_TREE
  return syntax.words.some((_, i) => refutes(syntax.words, i) && told.some(isNear(i)))
}

function refutes(words: readonly string[], at: number): boolean {
  const word = words[at]!.toLowerCase()
  const next = words[at + 1]?.toLowerCase()
  return /n['’]t$/.test(word) || english.refuting.has(word) || english.refuting.has(`${word} ${next}`)
}
