import type { Archive, Consulted, PassageResult, Scope } from '../archive/archive.js'
import type { Answer, Command, Finding } from './answer.js'
import { cite } from './citation.js'

const MOST_CLOSEST = 3

/** The articles don't say: why, and which passages come closest. */
export async function silent(
  command: Command,
  query: string,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const result = await archive.passages({ words: query, limit: MOST_CLOSEST }, scope)
  return silence(command, query, result.consulted, closestPassages(result))
}

export function silence(
  command: Command,
  query: string,
  consulted: Consulted,
  closest: readonly Finding[],
): Answer {
  return {
    command,
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: [],
    closest,
    note: note(consulted, closest),
  }
}

function note({ articles }: Consulted, closest: readonly Finding[]): string {
  if (articles === 0) return 'There are no articles yet. Add some to the articles folder, then reload.'
  return closest.length > 0 ? 'The articles don’t say. What comes closest:' : 'The articles don’t say.'
}

export function closestPassages({ hits }: Pick<PassageResult, 'hits'>): Finding[] {
  return hits.slice(0, MOST_CLOSEST).map(({ article, passage, matched }) => ({
    text: article.title,
    citations: [cite(article, passage, Object.keys(matched))],
  }))
}

/** A question that can't be asked as it stands: what is wrong with it and how to put it. */
export function refusal(command: Command, query: string, note: string): Answer {
  return { command, query, asOf: null, articles: 0, findings: [], closest: [], note }
}
