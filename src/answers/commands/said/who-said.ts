import type { Archive, Scope, UtteranceHit } from '../../../archive/contract/archive.js'
import { lineOf, type Message, message, type Note, noteOf } from '../../../i18n/message.js'
import { conversation as english } from '../../../language/en/questions/conversation.js'
import { foldForPhrases } from '../../../text/terms.js'
import type { Answer, Finding } from '../../model/answer.js'
import { cite, stemsOf } from '../../model/citation.js'
import { silence } from '../../model/no-answer.js'
import { untoldCountry } from '../holders/office.js'
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
  // Where the very words stand somewhere, others that are like them are not meant.
  const verbatim = hits.filter(({ match }) => match === 'exact')
  const said = (verbatim.length > 0 ? verbatim : nearest(hits.filter(isThis))).sort(
    (a, b) => namedness(b) - namedness(a),
  )
  if (said.length === 0) {
    const told = speaker ? NOTHING : await toldIn(words, hits, archive, scope)
    if (told.findings.length > 0 || told.closest.length > 0)
      return { command: 'who-said', query, ...consulted, ...told }
    const others = speaker && hits.length === 0 ? await saidByAnybody(words, archive, scope) : hits
    const opposite = others.filter(({ match }) => match === 'opposite')
    // Whoever said something else has no claim on these words: the words stand first, and no name.
    const closest = (opposite.length > 0 ? opposite : others)
      .slice(0, MOST_CLOSEST)
      .map((hit) => saidInstead(hit, stems))
    const none = silence('who-said', query, consulted, closest)
    const lead =
      closest.length === 0 ? null : message(opposite.length > 0 ? 'noteOpposite' : 'noteClosestAre')
    return consulted.articles === 0 ? none : { ...none, note: nobody(lead, speaker, untold) }
  }
  return {
    command: 'who-said',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: said.map((hit) => utteranceFinding(hit, stems)),
    closest: [],
    note: noteOf(untold),
  }
}

/** Fewer words than these may stand anywhere. */
const FEWEST_WORDS = 5
const MOST_PRINTINGS = 4

/**
 * Whose a sentence is that stands in an article but is no quotation: that of somebody whom it reports, or else
 * nobody's but the article's.
 */
async function toldIn(
  words: string,
  hits: readonly UtteranceHit[],
  archive: Archive,
  scope: Scope,
): Promise<Pick<Answer, 'findings' | 'closest' | 'note'>> {
  const phrase = foldForPhrases(words).replace(/(?<![\s.…])[\s.…]+$/, '')
  if (phrase.split(' ').length < FEWEST_WORDS) return NOTHING
  const holds = (text: string) => foldForPhrases(text).includes(phrase)
  const reported = hits.filter(
    ({ person, wordings }) => person !== null && wordings.some(({ context }) => holds(context.text)),
  )
  if (reported.length > 0) return { ...NOTHING, findings: reported.map((hit) => utteranceFinding(hit, [])) }
  const result = await archive.passages({ words, phrases: [phrase], limit: MOST_PRINTINGS }, scope)
  const closest = result.hits.map(({ article, passage, sentences }) => ({
    text: article.outlet ?? article.title,
    citations: [cite(article, sentences.find(({ text }) => holds(text)) ?? passage, [])],
  }))
  return closest.length > 0 ? { ...NOTHING, closest, note: lineOf(message('noteOwnWords')) } : NOTHING
}

const NOTHING = { findings: [], closest: [], note: null }

/** Who else said it, where the one who is asked about said nothing like it. */
async function saidByAnybody(
  words: string,
  archive: Archive,
  scope: Scope,
): Promise<readonly UtteranceHit[]> {
  const { hits } = await archive.quotations({ words, limit: MOST_CLOSEST }, scope)
  return hits.filter(isThis)
}

/** Of those who said the same, whoever is named comes before "an official", and nobody last. */
const namedness = ({ person }: UtteranceHit) => (person === null ? 0 : /^\p{Lu}/u.test(person) ? 2 : 1)

/** Of wordings like it, what holds much less of it than the best is another's. */
function nearest(hits: readonly UtteranceHit[]): UtteranceHit[] {
  const best = Math.max(0, ...hits.map(({ coverage }) => coverage))
  return hits.filter(({ coverage }) => coverage >= NEARLY * best)
}

const NEARLY = 0.85

/** Whether it is what is asked for. */
const isThis = ({ match }: UtteranceHit) => match === 'exact' || match === 'close'

function saidInstead(hit: UtteranceHit, stems: readonly string[]): Finding {
  if (isThis(hit)) return utteranceFinding(hit, stems)
  const { speaker: _, ...finding } = utteranceFinding(hit, stems, `“${hit.wordings[0]!.said.text}”`)
  return finding
}

function nobody(lead: Message | null, speaker: string | undefined, untold: Message | null): Note {
  return lineOf(speaker ? message('noteNobodyCalled', { speaker }) : message('noteNobody'), untold, lead)
}
