import type { Answer, Question } from '../../model/answer.js'
import { searchTerms } from '../../model/query.js'
import { questionOf } from '../../model/question.js'
import { whenQuestion } from '../when-question.js'

/** Of more words it is no name: "Secretary of State for Foreign Affairs" has six. */
const LONGEST_NAME = 6

/** The question of another command that a question to `/ask` amounts to: "What did Lavrov say?"; null for none. */
export function meantBy(question: string): Question | null {
  if (question.startsWith('/')) return null
  if (whenQuestion(question).durations) return { command: 'when', topic: question }
  const meant = questionOf(question)
  switch (meant.command) {
    case 'quotes':
      return isName(meant.speaker) ? meant : null
    case 'compare':
    case 'timeline':
      return meant
    case 'when':
      // A sentence may begin with "when" and ask nothing: its verb stands elsewhere.
      return meant.verb === undefined ? null : meant
    case 'who-said':
      // "Who promised an answer?" asks who did it, in whatever words.
      return searchTerms(question).phrases.length > 0 ? meant : null
    default:
      return null
  }
}

/** @param speaker undefined where plain words such as “? quotes” left nobody */
const isName = (speaker: string | undefined) =>
  speaker !== undefined && speaker.split(/\s+/).length <= LONGEST_NAME

/**
 * Whether an answer of that other command will do. A speaker of whom there are other words did not speak of this;
 * any other silence may only mean that the question was not what it looked like.
 */
export const isEnough = ({ command, findings, closest }: Answer): boolean =>
  findings.length > 0 || (command === 'quotes' && closest.length > 0)
