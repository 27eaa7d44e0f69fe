import type {
  Archive,
  OfficeHolder,
  QuotationHit,
  Scope,
  UtteranceHit,
  UtteranceResult,
} from '../../../archive/contract/archive.js'
import { lineOf, message, noteOf } from '../../../i18n/message.js'
import { conversation as english } from '../../../language/en/questions/conversation.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Answer } from '../../model/answer.js'
import { stemsOf } from '../../model/citation.js'
import { refusal, silence } from '../../model/no-answer.js'
import { inOffice, severalHolders, untoldCountry } from '../holders/office.js'
import { onTopic } from './quotes-topic.js'
import { utteranceFinding } from './utterance.js'

const MOST_FINDINGS = 100
const MOST_CLOSEST = 3

/**
 * What one person is reported to have said, newest first, the wordings of one utterance together. Where an office is
 * asked for that several hold, each by themselves, the one who is called so last before the others.
 */
export async function quotes(
  asked: string,
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Answer> {
  if (english.person.has(asked.toLowerCase()))
    return refusal(
      'quotes',
      asked,
      message('noteWhoIsMeant', { speaker: asked, example: '`/quotes Lavrov`' }),
    )
  const parted = topic ? null : PARTED.exec(asked)
  if (parted) return quotes(parted[1]!.trim(), parted[2]!.trim(), archive, scope)
  const speaker = asked.replace(english.article, '') || asked
  const everything = await saidBy(speaker, archive, scope)
  // "Belovas view": an apostrophe that was not typed.
  const owner = everything.hits.length === 0 ? POSSESSIVE.exec(speaker)?.[1] : undefined
  if (owner && (await saidBy(owner, archive, scope)).hits.length > 0)
    return quotes(owner, topic, archive, scope)
  if (everything.hits.length === 0 && !topic) {
    const parts = await speakerAndTopic(speaker, archive, scope)
    if (parts) return quotes(parts.speaker, parts.topic, archive, scope)
  }
  const result = topic ? await withTopic(topic, speaker, everything, archive, scope) : everything
  const { hits, consulted } = result
  const query = topic ? `${speaker}: ${topic}` : speaker
  if (hits.length === 0) {
    const none = silence('quotes', query, consulted, [])
    return consulted.articles === 0
      ? none
      : { ...none, ...(await closest(asked, result, topic, archive, scope)) }
  }
  const groups = inOffice(topic ? hits : inOrder(hits), result.holders)
  const grouped = groups.length > 1 && result.holders.length > 0
  return {
    command: 'quotes',
    query,
    asOf: consulted.asOf,
    articles: consulted.articles,
    findings: groups.flatMap(({ heading, hits }) =>
      hits.map((hit) => ({
        ...utteranceFinding(hit, topic ? stemsOf(topic) : [], headline(hit)),
        ...(grouped ? { heading: { text: heading } } : {}),
      })),
    ),
    closest: [],
    note: noteOf(severalHolders(speaker, result) ?? untoldCountry(speaker, result)),
  }
}

/** "berg: the pipeline". */
const PARTED = /^([^:]{2,60}):\s+(\S.*)$/

/** A name of one word with the ending of whose something is. */
const POSSESSIVE = /^(\p{L}{3,})['’]?s$/u

/** All that somebody is reported to have said. */
const saidBy = (speaker: string, archive: Archive, scope: Scope) =>
  archive.quotations({ words: '', speaker, limit: MOST_FINDINGS }, scope)

/** What somebody said on a topic: the statements nearest to it first, or those that share some of its words. */
async function withTopic(
  topic: string,
  speaker: string,
  everything: UtteranceResult,
  archive: Archive,
  scope: Scope,
): Promise<UtteranceResult> {
  const near = await onTopic(topic, inOrder(everything.hits), archive, scope)
  if (near.length > 0) return { ...everything, hits: near }
  const result = await archive.quotations({ words: topic, speaker, limit: MOST_FINDINGS }, scope)
  return { ...result, hits: inOrder(result.hits) }
}

/** More words than these are no name with a topic behind it. */
const MOST_WORDS = 8

/**
 * A speaker and a topic that were typed as one ("berg pipeline", "the pipeline berg"): the longest name at either end
 * of the words of which there are statements on the rest; of a name at the start, also without. Null where there is none.
 */
async function speakerAndTopic(
  typed: string,
  archive: Archive,
  scope: Scope,
): Promise<{ readonly speaker: string; readonly topic: string } | null> {
  const words = typed.split(/\s+/)
  if (words.length > MOST_WORDS) return null
  let fallback: { readonly speaker: string; readonly topic: string } | null = null
  for (const atStart of [true, false]) {
    for (let length = words.length - 1; length > 0; length--) {
      const cut = atStart ? length : words.length - length
      const [first, last] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
      const [speaker, rest] = atStart ? [first, last] : [last, first]
      const topic = rest.replace(english.topicLink, '')
      if (stemsOf(topic).length === 0) continue
      const { hits } = await saidBy(speaker, archive, scope)
      if (hits.length === 0) continue
      if ((await onTopic(topic, hits, archive, scope)).length > 0) return { speaker, topic }
      if (atStart) fallback ??= { speaker, topic }
    }
  }
  return fallback
}

/**
 * What else the speaker said, where it is only the topic that is not found; what those said who may hold the office
 * that is asked for; otherwise who may be meant.
 */
async function closest(
  asked: string,
  result: UtteranceResult,
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<Pick<Answer, 'closest' | 'note'>> {
  const speaker = asked.replace(english.article, '') || asked
  const nothing = topic
    ? message('noteNothingSaidAbout', { speaker: asked, topic })
    : message('noteNothingSaid', { speaker: asked })
  const untold = untoldCountry(speaker, result)
  const others = untold
    ? await saidByHolders(result.possible, topic, archive, scope)
    : topic
      ? (await saidBy(speaker, archive, scope)).hits
      : []
  if (untold || others.length > 0) {
    const near = inOrder(others).slice(0, MOST_CLOSEST)
    return {
      closest: near.map((hit) => utteranceFinding(hit, [], headline(hit))),
      note: lineOf(nothing, untold, near.length > 0 ? message('noteClosest') : null),
    }
  }
  const [known] = await archive.suggest({ kind: 'speaker', typed: speaker, limit: 1 }, scope)
  const hint = known && known.value !== speaker ? message('noteDidYouMean', { name: known.value }) : null
  return { closest: [], note: lineOf(nothing, hint) }
}

/** What the first of them is reported to have said who said anything. */
async function saidByHolders(
  people: readonly OfficeHolder[],
  topic: string | undefined,
  archive: Archive,
  scope: Scope,
): Promise<readonly UtteranceHit[]> {
  for (const { name } of people.slice(0, MOST_CLOSEST)) {
    const query = { words: topic ?? '', speaker: name, limit: MOST_FINDINGS }
    const { hits } = await archive.quotations(query, scope)
    if (hits.length > 0) return hits
  }
  return []
}

const inOrder = (hits: readonly UtteranceHit[]) => [...hits].sort((a, b) => newest(b) - newest(a))

/** Beyond this a statement is no headline, and the words of it that stand in marks are. */
const LONGEST_STATEMENT = 300

/**
 * The wording that stands first, in quotation marks where the article has it so; as the statement that it is part of,
 * where there is one, so that a few words stand in their sentence.
 */
function headline({ wordings }: UtteranceHit): string {
  const first = fullest(wordings)
  const parts = wordings
    .filter(({ article, quotation: { cue } }) =>
      cue === null || first.quotation.cue === null
        ? false
        : article.id === first.article.id && cue.start === first.quotation.cue.start,
    )
    .sort((a, b) => a.said.start - b.said.start)
  const whole = parts.filter((part) => !parts.some((other) => holds(other, part)))
  const statement = together(whole)
  if (statement && statement.length <= LONGEST_STATEMENT) return statement
  return together(parts.filter(({ quotation }) => quotation.direct)) || together([first])
}

/** The first wording, or the one of its article of which it is a few words, as a headline prints them. */
function fullest([first, ...others]: readonly QuotationHit[]): QuotationHit {
  const whole = others.find(
    ({ quotation, article, said }) =>
      quotation.direct &&
      article.id === first!.article.id &&
      said.text.length > first!.said.text.length &&
      said.text.includes(first!.said.text),
  )
  return whole ?? first!
}

/** Whether a part of a sentence stands in another with more words around it. */
const holds = (outer: QuotationHit, { said }: QuotationHit) =>
  outer.said.start <= said.start &&
  said.end <= outer.said.end &&
  outer.said.end - outer.said.start > said.end - said.start

/** Parts of one sentence in their order, what stands between them left out. */
const together = (parts: readonly QuotationHit[]) =>
  parts
    .map((part) => {
      const words = withVerb(part)
        .replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')
        .replace(/,(?=[”’"]$)/, '')
      return part.quotation.direct ? `“${words}”` : words
    })
    .join(' … ')

/** How much may stand between a denial and what is denied, in characters. */
const LONGEST_GAP = 60

/** What is no clause needs its verb to be understood: "*warned* of a breakdown", "*threatened* to leave". */
function withVerb({ quotation: { cue, direct }, said, context }: QuotationHit): string {
  if (direct || !cue) return said.text
  const gap = context.text.slice(cue.end - context.start, said.start - context.start)
  // "does not think that …"
  const denial =
    cue.start >= context.start && cue.end <= said.start && gap.length <= LONGEST_GAP
      ? speechData.denial.exec(context.text.slice(0, cue.start - context.start).slice(-LONGEST_GAP))
      : null
  if (denial)
    return context.text.slice(cue.start - context.start - denial[0].length, said.end - context.start)
  // What somebody denies must not stand as what they say: "denied claims that …".
  if (
    speechData.denying.test(cue.text) &&
    cue.start >= context.start &&
    cue.end <= said.start &&
    gap.length <= LONGEST_GAP
  )
    return context.text.slice(cue.start - context.start, said.end - context.start)
  const near =
    /^\p{L}/u.test(cue.text) && cue.start >= context.start && cue.end <= said.start && /^\s+$/.test(gap)
  const verb = speechData.speechVerbs.get(cue.text.toLowerCase())
  const clause = verb !== undefined && speechData.reporting.has(`${verb}/v`)
  if (!near || (clause && !speechData.phraseOpeners.has(said.text.split(/\s/, 1)[0]!))) return said.text
  return context.text.slice(cue.start - context.start, said.end - context.start)
}

const newest = ({ wordings }: UtteranceHit) =>
  Math.max(...wordings.map(({ article }) => Date.parse(article.published ?? '0001-01-01')))
