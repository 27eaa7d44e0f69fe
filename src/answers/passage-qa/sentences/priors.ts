import { questions as english } from '../../../language/en/questions/questions.js'
import type { AnalyzedQuestion } from '../question/question.js'
import type { Candidate } from './sentence-features.js'

/**
 * What a denial takes from a score, where what happened is asked for ("who won?" of "the Rovers have never won"), and a
 * condition, where what is so or not is: too rare in the questions that the table is fitted on.
 */
const DENIED = 3
const CONDITIONAL = 1.5
/**
 * What is refuted adds where it is asked whether something is so; right first of the 68 questions over fifteen archives
 * that it was chosen on: 35 → 38, none held out.
 */
const REFUTED = 1
const SAME_DENIAL = 2
/** What a sentence loses that counts something else than people: "517 birds" where the dead are asked for. */
const OTHER_COUNT = 4
/** What words in quotation marks add where it is asked what somebody said. */
const QUOTED = 2.5

/** What rules set by hand add to the score of a sentence; the table is fitted beside them. */
export function prior(
  asked: AnalyzedQuestion,
  kind: string,
  { features, figures, sentence: { text } }: Candidate,
): number {
  const denies = english.denials.test(asked.text)
  const denied = ASKS_WHAT_HAPPENED.has(kind) && !denies ? DENIED * (features.negated ?? 0) : 0
  const same = denies ? SAME_DENIAL * Number(english.disavowals.test(text)) : 0
  const open = kind === 'polar' || kind === 'other'
  const conditional = open ? CONDITIONAL * (features.conditional ?? 0) : 0
  const said = asked.type === 'quotation' ? QUOTED * (features.quoted ?? 0) : 0
  // "How many dead" asks for people: the number of birds is no answer, nor one that counts nothing beside it.
  const other = figures.some(({ isOfOther }) => isOfOther) && figures.every(({ noun }) => noun === 0)
  return same + said + REFUTED * (features.refuted ?? 0) - denied - conditional - OTHER_COUNT * Number(other)
}

const ASKS_WHAT_HAPPENED = new Set(['who', 'place', 'number', 'date'])
