import type { Archive, Scope, UtteranceHit } from '../archive/archive.js'
import type { Answer } from './answer.js'
import { stemsOf } from './citation.js'
import { silence } from './silence.js'
import { utteranceFinding } from './utterance.js'

const MOST_FINDINGS = 100

/** What one person is reported to have said, newest first, the wordings of one utterance together. */
export async function quotes(
  speaker: string,
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const { hits, consulted } = await archive.quotations(
    { words: topic ?? '', speaker, limit: MOST_FINDINGS },
    scope,
  )
  const query = topic ? `${speaker}: ${topic}` : speaker
  if (hits.length === 0) {
    const none = silence('quotes', query, consulted, [])
    if (consulted.articles === 0) return none
    const [known] = await archive.suggest({ kind: 'speaker', typed: speaker, limit: 1 }, scope)
    const about = topic ? ` about “${topic}”` : ''
    const hint = known && known.value !== speaker ? ` Did you mean ${known.value}?` : ''
    return { ...none, note: `The articles report nothing that “${speaker}” said${about}.${hint}` }
  }
  const newestFirst = [...hits].sort((a, b) => newest(b) - newest(a))
  return {
    command: 'quotes',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: newestFirst.map((hit) => utteranceFinding(hit, topic ? stemsOf(topic) : [], headline(hit))),
    closest: [],
    note: null,
  }
}

/** The wording that stands first, in quotation marks where the article has it so. */
function headline({ wordings: [first] }: UtteranceHit): string {
  const words = first!.said.text.replace(/[\s,;:]+$/, '')
  return first!.quotation.direct ? `“${words}”` : words
}

const newest = ({ wordings }: UtteranceHit) =>
  Math.max(...wordings.map(({ article }) => Date.parse(article.published ?? '0001-01-01')))
