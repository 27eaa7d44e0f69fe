import type { Archive, Scope, UtteranceHit } from '../archive/archive.js'
import { conversation as english } from '../language/en/conversation.js'
import type { Answer } from './answer.js'
import { stemsOf } from './citation.js'
import { refusal, silence } from './silence.js'
import { utteranceFinding } from './utterance.js'

const MOST_FINDINGS = 100
const MOST_CLOSEST = 3

/** What one person is reported to have said, newest first, the wordings of one utterance together. */
export async function quotes(
  asked: string,
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  if (english.person.has(asked.toLowerCase()))
    return refusal('quotes', asked, `Who is meant by “${asked}”? Name them, for example \`/quotes Lavrov\`.`)
  const speaker = asked.replace(english.article, '') || asked
  const { hits, consulted } = await archive.quotations(
    { words: topic ?? '', speaker, limit: MOST_FINDINGS },
    scope,
  )
  const query = topic ? `${speaker}: ${topic}` : speaker
  if (hits.length === 0) {
    const none = silence('quotes', query, consulted, [])
    return consulted.articles === 0
      ? none
      : { ...none, ...(await closest(asked, speaker, topic, archive, scope)) }
  }
  const newestFirst = inOrder(hits)
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

/** What else the speaker said, where it is only the topic that is not found; otherwise who may be meant. */
async function closest(
  asked: string,
  speaker: string,
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Pick<Answer, 'closest' | 'note'>> {
  if (topic) {
    const note = `The articles report nothing that “${asked}” said about “${topic}”.`
    const { hits } = await archive.quotations({ words: '', speaker, limit: MOST_FINDINGS }, scope)
    const others = inOrder(hits).slice(0, MOST_CLOSEST)
    if (others.length > 0)
      return {
        closest: others.map((hit) => utteranceFinding(hit, [], headline(hit))),
        note: `${note} What comes closest:`,
      }
  }
  const [known] = await archive.suggest({ kind: 'speaker', typed: speaker, limit: 1 }, scope)
  const about = topic ? ` about “${topic}”` : ''
  const hint = known && known.value !== speaker ? ` Did you mean ${known.value}?` : ''
  return { closest: [], note: `The articles report nothing that “${asked}” said${about}.${hint}` }
}

const inOrder = (hits: readonly UtteranceHit[]) => [...hits].sort((a, b) => newest(b) - newest(a))

/** The wording that stands first, in quotation marks where the article has it so. */
function headline({ wordings: [first] }: UtteranceHit): string {
  const words = first!.said.text.replace(/[\s,;:]+$/, '')
  return first!.quotation.direct ? `“${words}”` : words
}

const newest = ({ wordings }: UtteranceHit) =>
  Math.max(...wordings.map(({ article }) => Date.parse(article.published ?? '0001-01-01')))
