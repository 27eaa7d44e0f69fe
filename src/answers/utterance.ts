import type { QuotationHit, UtteranceHit } from '../archive/archive.js'
import type { Citation, Finding, FindingSpeaker } from './answer.js'
import { cite } from './citation.js'
import { groupBy } from './group.js'

/** An utterance as a finding: who spoke, and each outlet's wording. `text` is the headline, if not the speaker. */
export function utteranceFinding(hit: UtteranceHit, stems: readonly string[], text?: string): Finding {
  const speaker = speakerOf(hit)
  return {
    text: text ?? speaker?.name ?? 'Source not clear',
    ...(speaker ? { speaker } : {}),
    citations: citations(hit.wordings, stems),
  }
}

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
  return [...contexts.values()].map((same) =>
    cite(
      same[0]!.article,
      same[0]!.context,
      stems,
      same.map(({ quotation }) => quotation),
    ),
  )
}
