import type {
  Archive,
  Consulted,
  PassageHit,
  PassageResult,
  Scope,
  UnknownWord,
} from '../../archive/contract/archive.js'
import { lineOf, type Message, message, type Note } from '../../i18n/message.js'
import type { Answer, Command, Finding } from './answer.js'
import { cite } from './citation.js'

export const MOST_CLOSEST = 3

/** The articles don't say: why, and which passages come closest. */
export async function silent(
  command: Command,
  query: string,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const result = await archive.passages({ words: query, limit: MOST_CLOSEST }, scope)
  return silence(command, query, result.consulted, closestPassages(result), result.unknown)
}

export function silence(
  command: Command,
  query: string,
  consulted: Consulted,
  closest: readonly Finding[],
  unknown: readonly UnknownWord[] = [],
): Answer {
  return {
    command,
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: [],
    closest,
    note: note(consulted, closest, unknown),
  }
}

function note({ articles }: Consulted, closest: readonly Finding[], unknown: readonly UnknownWord[]): Note {
  if (articles === 0) return lineOf(message('noteNoArticles'))
  return lineOf(
    message('noteSilent'),
    didYouMean(unknown),
    closest.length > 0 ? message('noteClosest') : null,
  )
}

/** For words that no article holds, those that one does and that look or sound alike; null where there are none. */
function didYouMean(unknown: readonly UnknownWord[]): Message | null {
  const name = unknown.flatMap(({ word, nearest }) =>
    nearest ? [message('noteMeant', { nearest, word })] : [],
  )
  return name.length > 0 ? message('noteDidYouMean', { name }) : null
}

/** The passages that come closest; none where none has enough of what was asked to be of use. */
export function closestPassages(result: PassageResult): Finding[] {
  const { hits, related } = result
  return hits
    .filter(isClose(result))
    .slice(0, MOST_CLOSEST)
    .map(({ article, passage, matched }) => ({
      text: article.title,
      citations: [cite(article, passage, [...Object.keys(matched), ...Object.keys(related)])],
    }))
}

/** The share of what the words of a question are worth that a passage must have; less of it is there by chance. */
export const LEAST_CLOSE = 0.43

/** Whether a passage has enough of what was asked, each word weighed by how rare it is. */
function isClose({ weights }: PassageResult): (hit: PassageHit) => boolean {
  const stems = Object.entries(weights)
  const all = stems.reduce((sum, [, weight]) => sum + weight, 0)
  return ({ matched }) =>
    stems.reduce((sum, [stem, weight]) => sum + weight * (matched[stem] ?? 0), 0) >= LEAST_CLOSE * all
}

/** A question that can't be asked as it stands: what is wrong with it and how to put it. */
export function refusal(command: Command, query: string, why: Message): Answer {
  return { command, query, asOf: null, articles: 0, findings: [], closest: [], note: lineOf(why) }
}

/** No article is from an outlet. */
export const noOutlet = (outlet: string): Note =>
  lineOf(message('noteNoOutlet', { outlet }), message('noteOutlets'))
