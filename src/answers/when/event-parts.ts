import type { AnalyzedQuestion } from '../passage-qa/question/question.js'
import type { AskedEvent, Concept } from './asked-event.js'

/** Which parts of a question tell what happened, and to whom or by whom: places among its parts. */
export interface EventParts {
  /** -1 where it only names something ("geneva"). */
  readonly predicate: number
  /** Whose event it is: the last words of its subject. */
  readonly subject: readonly number[]
  /** The other words of the subject, such as a first name. */
  readonly names: readonly number[]
  /** All else but the first names of the subject. */
  readonly others: readonly number[]
  readonly passive: boolean
  /** Whether nothing tells if the subject did it or suffered it. */
  readonly either: boolean
  readonly transitive: boolean
  /** Whether it is asked when somebody said so: the predicate is then what was said. */
  readonly said: boolean
  /** Whether it is put as a clause ("the rig sank"), not as a name ("the sinking of the rig"). */
  readonly isClause: boolean
}

/**
 * The parts that an event's words are.
 * @param isAsking whether the question has a verb ("when did")
 */
export function eventParts(
  event: AskedEvent | null,
  { parts }: AnalyzedQuestion,
  isAsking: boolean,
): EventParts {
  const of = ({ key }: Concept): number => {
    const exact = parts.findIndex(({ term }) => term === key)
    if (exact >= 0) return exact
    const words = key.split(' ')
    return parts.findIndex(({ term }) => term.split(' ').some((word) => words.includes(word)))
  }
  const known = (concepts: readonly Concept[]) => [...new Set(concepts.map(of).filter((part) => part >= 0))]
  // "When was it founded", "when did it get the label": what is known as no event tells of one at the end of a clause.
  const last = isAsking && parts.length > 1 ? parts.length - 1 : -1
  const told = event ? of(event.predicate) : -1
  // "When did the firm GO PUBLIC", "become minister": a verb of every trade is no part, what it is said with is.
  const predicate = told >= 0 ? told : last
  const subject = event ? known(event.subject).filter((part) => part !== predicate) : []
  const names = event ? known(event.names) : []
  return {
    predicate,
    subject,
    names: names.filter((part) => part !== predicate && !subject.includes(part)),
    others: parts
      .map((_, i) => i)
      .filter((i) => i !== predicate && !subject.includes(i) && !names.includes(i)),
    passive: event?.passive ?? false,
    either: event?.either ?? false,
    transitive: event?.transitive ?? false,
    said: event?.saying === true && told < 0,
    isClause: event?.isClause ?? false,
  }
}
