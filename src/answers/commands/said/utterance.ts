import type { QuotationHit, UtteranceHit } from '../../../archive/contract/archive.js'
import { groupBy } from '../../../lib/group-by.js'
import type { Citation, Difference, Finding, FindingSpeaker } from '../../model/answer.js'
import { cite } from '../../model/citation.js'
import { wordingDifference } from './wording-difference.js'

/** An utterance as a finding: who spoke, and each outlet's wording. `text` is the headline, if not the speaker. */
export function utteranceFinding(hit: UtteranceHit, stems: readonly string[], text?: string): Finding {
  const speaker = speakerOf(hit)
  const differs = difference(hit.wordings)
  return {
    text: text ?? speaker?.name ?? '',
    ...(speaker ? { speaker } : {}),
    citations: citations(hit.wordings, stems),
    ...(differs ? { differs } : {}),
  }
}

/** A fragment of a wording differs from it in length alone. */
const SAME_LENGTH = 0.6

/** Where two outlets print the words otherwise: who has which words. The best wordings that can be compared. */
function difference(wordings: readonly QuotationHit[]): Difference[] | null {
  const direct = wordings.filter(({ quotation }) => quotation.direct)
  for (const one of direct) {
    const other = direct.find((other) => areComparable(one, other))
    if (!other) continue
    const [a, b] = wordingDifference(one.said.text, other.said.text)
    if (!a && !b) return null
    return [
      { source: outletOf(one), says: `“${a || '–'}”` },
      { source: outletOf(other), says: `“${b || '–'}”` },
    ]
  }
  return null
}

function areComparable(a: QuotationHit, b: QuotationHit): boolean {
  const [shorter, longer] = [a.said.text.length, b.said.text.length].sort((x, y) => x - y) as [number, number]
  return a.article.outlet !== b.article.outlet && shorter >= SAME_LENGTH * longer
}

const outletOf = ({ article }: QuotationHit) => article.outlet ?? `“${article.title}”`

/** The speaker under the name that stands for all spellings, with the role that the articles give. */
function speakerOf({ person, wordings }: UtteranceHit): FindingSpeaker | null {
  const speakers = wordings.flatMap(({ quotation }) => quotation.speaker ?? [])
  if (person === null || speakers.length === 0) return null
  const direct = speakers.find(({ via }) => via === null)
  return {
    name: person,
    role: speakers.find(({ role }) => role !== null)?.role ?? null,
    via: direct ? null : speakers[0]!.via,
    confidence: speakers.some(({ confidence }) => confidence === 'explicit') ? 'explicit' : 'resolved',
  }
}

/** One citation for each piece of text, however many of the words in it were said. */
function citations(wordings: readonly QuotationHit[], stems: readonly string[]): Citation[] {
  const contexts = groupBy(wordings, ({ article, context }) => `${article.id}:${context.start}`)
  return [...contexts.values()].map((same) => ({
    ...cite(
      same[0]!.article,
      same[0]!.context,
      stems,
      same.map(({ quotation }) => quotation),
    ),
    reported: same.some(({ quotation }) => quotation.direct) ? 'direct' : 'indirect',
  }))
}
