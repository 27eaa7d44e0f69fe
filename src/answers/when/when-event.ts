import type { Archive, Scope } from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import type { WhenQuestion } from '../commands/when-question.js'
import { outletOf } from '../compare/disagreement.js'
import type { Answer, Finding } from '../model/answer.js'
import { cite } from '../model/citation.js'
import { distanceFrom, statusNow } from '../model/time.js'
import { type AgreedDay, agreed, isPart } from './agreed-days.js'
import type { AskedEvent } from './asked-event.js'
import { type EventDay, eventDays } from './event-days.js'

/** Below this nothing tells of the event that is asked about. */
const LEAST = 0.4
/** A further day must fit nearly as well as the best. */
const LEAST_OF_BEST = 0.75
const MOST_FINDINGS = 5
const MOST_CITATIONS = 6

/** The days that sentences give for the event that is asked about; null where none tells of it. */
export async function whenEvent(
  asked: string,
  event: AskedEvent,
  { topic, tense }: WhenQuestion,
  archive: Archive,
  scope: Scope,
): Promise<Answer | null> {
  const { days, result } = await eventDays(event, topic, tense, archive, scope)
  const all = agreed(days, LEAST)
  const best = all[0]?.score ?? 0
  const shown = all.filter(({ score }) => score >= LEAST && score >= best * LEAST_OF_BEST)
  if (shown.length === 0) return null
  const { asOf, articles } = result.consulted
  const stems = [event.predicate, ...event.subject, ...event.others].flatMap(({ wordings }) =>
    wordings.flatMap(({ terms, strength }) => (terms.length === 1 && strength > 0.8 ? terms : [])),
  )
  const findings = withoutParts(shown).map((one) => finding(one, stems, asOf))
  return {
    command: 'when',
    query: asked,
    asOf,
    articles,
    findings: findings.slice(0, MOST_FINDINGS),
    closest: [],
    note: null,
  }
}

/** A month or a year gives way to the day that it contains. */
function withoutParts(days: readonly AgreedDay[]): AgreedDay[] {
  return days.filter(({ date }) => !days.some((other) => isPart(other.date, date)))
}

function finding({ date, told }: AgreedDay, stems: readonly string[], asOf: string | null): Finding {
  const { start, end, grain, approximate } = date
  const [best] = told
  return {
    text: '',
    dated: true,
    date: { start, end, grain, approximate },
    ...(asOf ? { distance: distanceFrom(asOf, date) } : {}),
    status: statusNow(statusOf(best!), date, asOf),
    citations: citations(told, stems),
  }
}

function statusOf({ standing, date, article }: EventDay) {
  if (standing === 'possible') return 'hypothetical'
  const ahead = article.published !== null && date.start > article.published
  return standing === 'planned' || ahead ? 'planned' : 'past'
}

/** One for each sentence, one of each outlet before a second. */
function citations(told: readonly EventDay[], stems: readonly string[]) {
  const least = told[0]!.score * 0.6
  const good = told.filter(({ score }) => score >= least)
  const sentences = [...groupBy(good, ({ article, sentence }) => `${article.id}:${sentence.start}`).values()]
  const firsts = [...groupBy(sentences, ([one]) => one!.article.report ?? outletOf(one!.article)).values()]
  const ordered = [...firsts.map(([first]) => first!), ...firsts.flatMap((group) => group.slice(1))]
  return ordered.slice(0, MOST_CITATIONS).map((same) =>
    cite(
      same[0]!.article,
      same[0]!.sentence,
      stems,
      same.flatMap(({ mention }) => mention ?? []),
    ),
  )
}
