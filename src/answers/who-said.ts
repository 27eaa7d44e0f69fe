import type { Archive, Scope } from '../archive/archive.js'
import type { Answer } from './answer.js'
import { stemsOf } from './citation.js'
import { silence } from './silence.js'
import { utteranceFinding } from './utterance.js'

const MOST_FINDINGS = 8
const MOST_CLOSEST = 3

/** Who said it: one finding an utterance, under it each outlet's wording, the most direct and earliest first. */
export async function whoSaid(
  words: string,
  speaker: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  const filter = speaker ? { speaker } : {}
  const { hits, consulted } = await archive.quotations({ words, ...filter, limit: MOST_FINDINGS }, scope)
  const stems = stemsOf(words)
  const query = speaker ? `${words} (${speaker})` : words
  const said = hits.filter(({ match }) => match !== 'loose')
  if (said.length === 0) {
    const closest = hits.slice(0, MOST_CLOSEST).map((hit) => utteranceFinding(hit, stems))
    const none = silence('who-said', query, consulted, closest)
    return consulted.articles === 0 ? none : { ...none, note: closest.length > 0 ? CLOSEST : NOBODY }
  }
  return {
    command: 'who-said',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: said.map((hit) => utteranceFinding(hit, stems)),
    closest: [],
    note: null,
  }
}

const NOBODY = 'Nobody in the articles said this.'
const CLOSEST = `${NOBODY} The closest are:`
