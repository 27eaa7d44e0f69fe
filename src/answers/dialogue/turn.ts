import type { CalendarDate } from '../../articles/model/article.js'
import type { Answer, Finding, FindingDate, Question } from '../model/answer.js'
import { headlineOf } from '../model/in-words.js'

/** A question and what was answered, as far as it was shown: what a later question may lean on. Plain data. */
export interface Turn {
  readonly question: Question
  /** The headlines of the findings, best first. */
  readonly headlines: readonly string[]
  /** The day that each headline tells of, where it tells of one. */
  readonly dates?: readonly (FindingDate | null)[]
  /** Of the findings, or where there are none of what came closest. */
  readonly snippets: readonly string[]
  /** The publication day of the article that each snippet is from. */
  readonly published?: readonly (CalendarDate | null)[]
  /** The articles that its best finding is from. */
  readonly articles?: readonly string[]
  /** Which page of its answer is shown, from 1, and of how many, where there are several. */
  readonly page?: { readonly number: number; readonly of: number }
}

/**
 * What a page of an answer leaves in a conversation.
 * @param shown the findings on that page
 */
export function turnOf(
  question: Question,
  answer: Answer,
  shown: readonly Finding[],
  page?: Turn['page'],
): Turn {
  const told = shown.length > 0 ? shown : answer.closest
  const citations = told.flatMap(({ citations }) => citations.slice(0, MOST_SNIPPETS))
  return {
    question,
    headlines: shown.map((finding) => headlineOf(finding)),
    dates: shown.map(({ date }) => date ?? null),
    snippets: citations.map(({ snippet }) => snippet),
    published: citations.map(({ published }) => published),
    articles: [...new Set(shown[0]?.citations.map(({ article }) => article))].slice(0, MOST_SNIPPETS),
    ...(page && { page }),
  }
}

/** Of one finding; more wordings of one thing add nothing to lean on. */
const MOST_SNIPPETS = 3
