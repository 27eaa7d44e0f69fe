import type {
  Archive,
  ArticleFilter,
  PassageHit,
  PassageResult,
  Scope,
} from '../../archive/contract/archive.js'
import { type KeyedMessage, lineOf, message, type Note } from '../../i18n/message.js'
import type { Answer, Question } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { closestPassages, noOutlet, refusal, silence } from '../model/no-answer.js'
import { searchTerms } from '../model/query.js'
import { dayAsked, seenFrom } from './days-asked.js'

const MOST_FINDINGS = 50

/** The passages that hold the words, best first; `"…"` must stand word for word, `-word` must not stand. */
export async function search(
  question: Extract<Question, { command: 'search' }>,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const { words: query } = question
  const filter = filterOf(question, await seenFrom([question.since, question.until], archive, scope))
  if ('key' in filter) return refusal('search', query, filter)
  const terms = searchTerms(query)
  if (!terms.words && terms.phrases.length === 0) {
    return refusal('search', query, message('noteOnlyWithout'))
  }
  const result = await archive.passages({ ...terms, ...filter, limit: MOST_FINDINGS }, scope)
  if (result.hits.length === 0) {
    // What comes closest is looked for within the same limits.
    const closest = { words: [terms.words, ...terms.phrases].join(' '), ...filter, limit: 3 }
    const near = await archive.passages(closest, scope)
    const none = silence('search', query, result.consulted, closestPassages(near), near.unknown)
    const why = result.consulted.articles > 0 ? await noArticle(filter, archive, scope) : null
    return why ? { ...none, closest: [], note: why } : none
  }
  const stems = [...stemsOf(terms.words), ...terms.phrases.flatMap(stemsOf), ...Object.keys(result.related)]
  return {
    command: 'search',
    query,
    asOf: result.consulted.asOf,
    articles: result.consulted.articles,
    findings: asWritten(result).map(({ article, passage }) => ({
      text: article.title,
      citations: [cite(article, passage, stems)],
    })),
    closest: [],
    note:
      result.total > result.hits.length
        ? lineOf(message('noteBest', { shown: result.hits.length, total: result.total }))
        : null,
  }
}

/** First those that hold the most of the words themselves, and not only words that may stand for them. */
function asWritten({ hits, weights }: PassageResult): readonly PassageHit[] {
  const held = ({ passage }: PassageHit) =>
    stemsOf(passage.text).reduce((sum, stem) => sum + (weights[stem] ?? 0), 0)
  return hits
    .map((hit) => ({ hit, held: held(hit) }))
    .sort((a, b) => b.held - a.held)
    .map(({ hit }) => hit)
}

/** Why the limits leave no article at all; null where they leave some. */
async function noArticle(filter: ArticleFilter, archive: Archive, scope: Scope): Promise<Note | null> {
  const among = async (limits: ArticleFilter) => (await archive.articles(limits, scope)).articles.length
  const { outlet } = filter
  if (outlet && (await among({ outlet })) === 0) return noOutlet(outlet)
  return (await among(filter)) === 0 ? lineOf(message('noteNoArticleThen')) : null
}

function filterOf(
  { outlet, since, until }: Extract<Question, { command: 'search' }>,
  asOf: string | null,
): ArticleFilter | KeyedMessage {
  const first = since ? dayAsked(since, 'first', asOf) : null
  const last = until ? dayAsked(until, 'last', asOf) : null
  if (since && !first) return notADay('since', since)
  if (until && !last) return notADay('until', until)
  if (first && last && first > last) return message('noteOrder', { since: first, until: last })
  return {
    ...(outlet ? { outlet } : {}),
    ...(first ? { since: first } : {}),
    ...(last ? { until: last } : {}),
  }
}

const notADay = (option: string, value: string) =>
  message('noteUnreadable', { option, value: value.slice(0, 40) })
