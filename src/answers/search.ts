import type { Archive, ArticleFilter, Scope } from '../archive/archive.js'
import type { Answer, Question } from './answer.js'
import { cite, stemsOf } from './citation.js'
import { dayOf, searchTerms } from './query.js'
import { closestPassages, refusal, silence } from './silence.js'

const MOST_FINDINGS = 50

/** The passages that hold the words, best first; `"…"` must stand word for word, `-word` must not stand. */
export async function search(
  question: Extract<Question, { command: 'search' }>,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const { words: query, outlet } = question
  const filter = filterOf(question)
  if (typeof filter === 'string') return refusal('search', query, filter)
  const terms = searchTerms(query)
  if (!terms.words && terms.phrases.length === 0) {
    return refusal('search', query, 'Say what to look for as well as what to leave out: `sanctions -gas`.')
  }
  const result = await archive.passages({ ...terms, ...filter, limit: MOST_FINDINGS }, scope)
  if (result.hits.length === 0) {
    const near = await archive.passages({ words: [query, ...terms.phrases].join(' '), limit: 3 }, scope)
    const none = silence('search', query, result.consulted, closestPassages(near), near.unknown)
    return result.consulted.articles > 0 && outlet && near.hits.length === 0
      ? { ...none, note: 'Nothing was found. `/sources` lists the outlets.' }
      : none
  }
  const stems = [...stemsOf(terms.words), ...terms.phrases.flatMap(stemsOf)]
  return {
    command: 'search',
    query,
    asOf: result.consulted.asOf,
    articles: result.consulted.articles,
    findings: result.hits.map(({ article, passage }) => ({
      text: article.title,
      citations: [cite(article, passage, stems)],
    })),
    closest: [],
    note:
      result.total > result.hits.length
        ? `The best ${result.hits.length} of ${result.total} passages.`
        : null,
  }
}

function filterOf({
  outlet,
  since,
  until,
}: Extract<Question, { command: 'search' }>): ArticleFilter | string {
  const first = since ? dayOf(since, 'first') : null
  const last = until ? dayOf(until, 'last') : null
  if (since && !first) return notADay('since', since)
  if (until && !last) return notADay('until', until)
  if (first && last && first > last) return `\`since\` (${first}) is after \`until\` (${last}).`
  return {
    ...(outlet ? { outlet } : {}),
    ...(first ? { since: first } : {}),
    ...(last ? { until: last } : {}),
  }
}

const notADay = (option: string, value: string) =>
  `\`${option}\` is not a date: ${value.slice(0, 40)}. Write it as 2021-12-31, 2021-12 or 2021.`
