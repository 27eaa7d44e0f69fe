import type { Answer, Question } from './answer.js'
import { questionOf } from './question.js'
import { whenQuestion } from './when-question.js'

/** The commands whose questions people also put to `/ask`, and which know more of the answer: days, speakers. */
const PARTICULAR: ReadonlySet<Question['command']> = new Set(['when', 'who-said', 'quotes', 'compare'])

/** The question of another command that a question to `/ask` amounts to: "What did Lavrov say?"; null for none. */
export function meantBy(question: string): Question | null {
  if (question.startsWith('/')) return null
  if (whenQuestion(question).durations) return { command: 'when', topic: question }
  const meant = questionOf(question)
  // A sentence may begin with "when" and ask nothing: its verb stands elsewhere.
  const asks = meant.command !== 'when' || meant.verb !== undefined
  return PARTICULAR.has(meant.command) && asks ? meant : null
}

/**
 * Whether an answer of that other command will do. A speaker of whom there are other words did not speak of this;
 * any other silence may only mean that the question was not what it looked like.
 */
export const isEnough = ({ command, findings, closest }: Answer): boolean =>
  findings.length > 0 || (command === 'quotes' && closest.length > 0)
