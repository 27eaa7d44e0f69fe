import type { Archive, Scope, UtteranceHit } from '../archive/archive.js'
import { conversation as english } from '../language/en/conversation.js'
import type { Answer } from './answer.js'
import { stemsOf } from './citation.js'
import { untoldCountry } from './office.js'
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
  const result = await archive.quotations({ words, ...filter, limit: MOST_FINDINGS }, scope)
  const { hits, consulted } = result
  const untold = speaker ? untoldCountry(speaker.replace(english.article, ''), result) : null
  const stems = stemsOf(words)
  const query = speaker ? `${words} (${speaker})` : words
  const said = hits.filter(({ match }) => match !== 'loose')
  if (said.length === 0) {
    const others = speaker && hits.length === 0 ? await saidByAnybody(words, archive, scope) : hits
    const closest = others.slice(0, MOST_CLOSEST).map((hit) => utteranceFinding(hit, stems))
    const none = silence('who-said', query, consulted, closest)
    return consulted.articles === 0 ? none : { ...none, note: noteOf(closest.length, speaker, untold) }
  }
  return {
    command: 'who-said',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: said.map((hit) => utteranceFinding(hit, stems)),
    closest: [],
    note: untold,
  }
}

/** Who else said it, where the one who is asked about said nothing like it. */
async function saidByAnybody(
  words: string,
  archive: Archive,
  scope: Scope,
): Promise<readonly UtteranceHit[]> {
  const { hits } = await archive.quotations({ words, limit: MOST_CLOSEST }, scope)
  return hits.filter(({ match }) => match !== 'loose')
}

function noteOf(closest: number, speaker: string | undefined, untold: string | null): string {
  const none = speaker ? `Nobody called “${speaker}” is reported to have said this.` : NOBODY
  return [none, untold, closest > 0 ? 'The closest are:' : null].filter(Boolean).join(' ')
}

const NOBODY = 'Nobody in the articles said this.'
