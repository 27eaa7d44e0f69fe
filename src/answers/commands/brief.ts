/** What is new since a day: the main events, figures that have grown, new statements, what is planned. */
import { formatDay, parseDay } from '../../annotate/calendar.js'
import type { Archive, QuotationHit, Scope, UtteranceHit } from '../../archive/contract/archive.js'
import { type KeyedMessage, lineOf, type MessageKey, message } from '../../i18n/message.js'
import { briefs as english } from '../../language/en/briefs.js'
import { grown } from '../compare/compare.js'
import type { Answer, Finding, Question } from '../model/answer.js'
import { cite, stemsOf } from '../model/citation.js'
import { refusal, silent } from '../model/no-answer.js'
import { cleanQuery, whyNot } from '../model/query.js'
import { timeline } from '../timeline/timeline.js'
import { dayAsked, seenFrom } from './days-asked.js'
import { onTopic } from './said/quotes-topic.js'

/** Without a day, so many up to the newest article. */
const USUAL_DAYS = 7
/** What there is of each in all, in this order; and what the first page tells of all together, some of each. */
const MOST = { events: 8, figures: 3, statements: 6, plans: 5 }
const FIRST = 6
/** Speakers whose newest words are looked for, and topics whose figures are. */
const SPEAKERS = 6
const SPEAKERS_ON_TOPIC = 12
const TOPICS = 2
const QUOTATIONS_READ = 100
/** Longer words are the whole of a statement, and no line of it. */
const LONGEST_SAID = 220
const FEWEST_WORDS = 4

/** Whether there is anything but what is planned, which may have been told before. */
export const hasNews = ({ findings }: Answer): boolean =>
  findings.some(({ heading }) => heading && 'key' in heading && heading.key !== 'briefPlans')

type BriefQuestion = Extract<Question, { command: 'brief' }>

export async function brief(question: BriefQuestion, archive: Archive, scope: Scope): Promise<Answer> {
  const topic = cleanQuery(question.topic ?? '')
  const why = topic ? whyNot(topic, '`/brief geneva since:2022-01-03`') : null
  if (why) return refusal('brief', topic.slice(0, 100), why)
  const { newest } = await archive.status(scope)
  const since = await sinceWhen(question.since, newest, archive, scope)
  if (typeof since !== 'string') return refusal('brief', topic.slice(0, 100), since)
  const asked = { ...(topic && { topic }) }
  const [events, plans, figures, statements] = await Promise.all([
    newest && since <= newest
      ? timeline(
          { command: 'timeline', ...asked, from: since, to: newest, most: `${MOST.events}` },
          archive,
          scope,
        )
      : null,
    newest
      ? timeline(
          { command: 'timeline', ...asked, from: dayAfter(newest), most: `${2 * MOST.plans}` },
          archive,
          scope,
        )
      : null,
    figuresSince(topic, since, archive, scope),
    statementsSince(topic, since, archive, scope),
  ])
  const parts: Readonly<Record<keyof typeof MOST, readonly Finding[]>> = {
    events: under('briefEvents', (events?.findings ?? []).filter(isNews(since))),
    figures: under('briefFigures', figures),
    statements: under('briefStatements', statements),
    plans: under('briefPlans', (plans?.findings ?? []).filter(isPlan(newest ?? ''))),
  }
  const findings = mixed(parts)
  const none = await silent('brief', topic || 'brief', archive, scope)
  const note = none.articles > 0 ? lineOf(message('briefNothing', { since: { day: since } })) : none.note
  return { ...none, closest: [], findings, note: findings.length > 0 ? null : note }
}

async function sinceWhen(
  since: string | undefined,
  newest: string | null,
  archive: Archive,
  scope: Scope,
): Promise<string | KeyedMessage> {
  if (!since?.trim()) return newest ? dayBefore(newest, USUAL_DAYS - 1) : '0001-01-01'
  const day = dayAsked(since, 'first', await seenFrom([since], archive, scope))
  return day && !day.startsWith('0000')
    ? day
    : message('noteUnreadable', { option: 'since', value: since.slice(0, 40) })
}

const dayAfter = (day: string) => dayBefore(day, -1)

function dayBefore(day: string, days: number): string {
  const parsed = parseDay(day)
  return parsed === null ? day : formatDay(parsed - days)
}

/** Whether an article that has come since tells of it, and that it came to pass. */
const isNews =
  (since: string) =>
  ({ status, citations }: Finding): boolean =>
    (status === 'past' || status === 'happening') &&
    citations.some(({ published }) => published === null || published >= since)

const isPlan =
  (newest: string) =>
  ({ status, date }: Finding): boolean =>
    status === 'planned' && date !== undefined && date.start > newest

const under = (heading: MessageKey, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, heading: message(heading) }))

/** Some of each first, then the rest of each. */
function mixed(parts: Readonly<Record<keyof typeof MOST, readonly Finding[]>>): Finding[] {
  const all = Object.keys(MOST).map((name) => {
    const part = name as keyof typeof MOST
    return parts[part].slice(0, MOST[part])
  })
  const shares = all.map(() => 0)
  // One of each in turn, as long as there is room and there are some.
  const total = Math.min(FIRST, all.flat().length)
  for (let given = 0, at = 0; given < total; at = (at + 1) % all.length) {
    if (shares[at]! >= all[at]!.length) continue
    shares[at]!++
    given++
  }
  return [
    ...all.flatMap((part, at) => part.slice(0, shares[at])),
    ...all.flatMap((part, at) => part.slice(shares[at])),
  ]
}

/** Figures of the topic, or of the topics that the articles tell most of, that have grown since. */
async function figuresSince(
  topic: string,
  since: string,
  archive: Archive,
  scope: Scope,
): Promise<Finding[]> {
  const topics = topic
    ? [topic]
    : (await archive.suggest({ kind: 'topic', typed: '', limit: TOPICS }, scope)).map(({ value }) => value)
  const found: Finding[] = []
  for (const one of topics) {
    for (const measure of english.measures) {
      const finding = await grown(`${one} ${measure}`, since, archive, scope)
      if (finding && !found.some(({ citations }) => isSamePlace(citations[0], finding.citations[0])))
        found.push(finding)
    }
  }
  return found
}

const isSamePlace = (a: Finding['citations'][number] | undefined, b: typeof a) =>
  a?.article === b?.article && a?.start === b?.start

/** The newest words of each of those who speak most, or who spoke of the topic: direct ones, named by the article. */
async function statementsSince(
  topic: string,
  since: string,
  archive: Archive,
  scope: Scope,
): Promise<Finding[]> {
  const speakers = await archive.suggest(
    { kind: 'speaker', typed: '', limit: topic ? SPEAKERS_ON_TOPIC : SPEAKERS },
    scope,
  )
  const results = await Promise.all(
    speakers.map(({ value }) =>
      archive.quotations({ words: '', speaker: value, limit: QUOTATIONS_READ }, scope),
    ),
  )
  const recent = results.flatMap(({ hits }) => hits).filter((hit) => wordingSince(hit, since))
  const about = topic ? await onTopic(topic, recent, archive, scope) : recent
  const newest = new Map<string, { readonly wording: QuotationHit; readonly finding: Finding }>()
  for (const hit of about) {
    const wording = wordingSince(hit, since)
    if (hit.person === null || !wording) continue
    const before = newest.get(hit.person)
    if (before && publishedOf(before.wording) >= publishedOf(wording)) continue
    newest.set(hit.person, { wording, finding: statement(hit.person, wording, topic) })
  }
  return [...newest.values()]
    .sort((a, b) => publishedOf(b.wording).localeCompare(publishedOf(a.wording)))
    .map(({ finding }) => finding)
}

const publishedOf = ({ article }: QuotationHit) => article.published ?? ''

function wordingSince({ wordings }: UtteranceHit, since: string): QuotationHit | undefined {
  return wordings.find(
    (wording) =>
      wording.quotation.direct &&
      wording.quotation.speaker?.confidence === 'explicit' &&
      isStatement(wording.said.text) &&
      publishedOf(wording) >= since,
  )
}

/** Two words in quotation marks say nothing by themselves. */
const isStatement = (said: string) => said.length <= LONGEST_SAID && said.split(/\s+/).length >= FEWEST_WORDS

function statement(
  person: string,
  { article, said, context, quotation }: QuotationHit,
  topic: string,
): Finding {
  const words = said.text.replace(/^["“”„«\s]+|(?<!["“”»,\s])["“”»,\s]+$/g, '')
  return {
    text: `${person}: “${words}”`,
    citations: [{ ...cite(article, context, stemsOf(topic), [quotation]), reported: 'direct' }],
  }
}
