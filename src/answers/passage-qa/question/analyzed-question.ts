import type { PassageResult } from '../../../archive/contract/archive.js'
import { type QuestionShape, shapeOf } from '../../questions/question-shape.js'

/** What a question asks for, and what each of its words is worth. */
export interface QuestionTerms extends QuestionShape {
  readonly text: string
  /** What a match of a term is worth: its idf. */
  readonly worth: ReadonlyMap<string, number>
  /** Other terms that count for one of them, and how much. */
  readonly related: PassageResult['related']
}

export function readQuestion(
  text: string,
  { weights, related }: Pick<PassageResult, 'weights' | 'related'>,
): QuestionTerms {
  return {
    text,
    worth: new Map(Object.entries(weights)),
    related,
    ...shapeOf(text),
  }
}

/** Whether it asks where something is or happens, not which town or country. */
export function asksScene({ type, focus }: Pick<QuestionTerms, 'type' | 'focus'>): boolean {
  return type === 'place' && focus === null
}
