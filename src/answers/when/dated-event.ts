import type { Archive, PassageResult, Scope } from '../../archive/contract/archive.js'
import { groupBy } from '../../lib/group-by.js'
import type { WhenQuestion } from '../commands/when-question.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'
import { retrieve } from '../passage-qa/retrieve.js'
import { askedEvent, withVerb } from './asked-event.js'
import { type AskedDay, type DateCandidate, dateCandidates } from './date-candidates.js'
import { eventParts } from './event-parts.js'

const PASSAGES_READ = 60

export interface DatedEvent {
  readonly asked: AskedDay
  /** In no order. */
  readonly candidates: readonly DateCandidate[]
  /** The passages that were read, best first. */
  readonly result: PassageResult
}

/** Where passages tell of what is asked about, and what days they may give for it. */
export async function datedEvent(
  { topic, opening, tense }: WhenQuestion,
  archive: Archive,
  scope: Scope,
): Promise<DatedEvent> {
  const last = opening.split(' ').at(-1)!
  const auxiliary = last === 'when' ? '' : last
  const read = (topic: string) =>
    retrieve(opening ? `when ${auxiliary}${auxiliary && ' '}${topic}` : topic, archive, scope, PASSAGES_READ)
  let topicRead = withVerb(topic, opening)
  let found = await read(topicRead)
  const named = withInitials(topicRead, found.result)
  if (named !== topicRead) {
    topicRead = named
    found = await read(named)
  }
  const { asked: question, result } = found
  const event = eventParts(askedEvent(topicRead, opening), question, auxiliary !== '')
  const asked = { question, event, tense }
  return { asked, candidates: dateCandidates(asked, result.hits), result }
}

const INITIALS = /\b\p{L}{2,3}\b/gu

/** "MJ": letters that no article has as a word, and that somebody's name begins with, stand for the one named most. */
function withInitials(topic: string, { hits, frequencies }: PassageResult): string {
  return topic.replace(INITIALS, (letters) => {
    const lower = letters.toLowerCase()
    if ((frequencies[wordsOf(lower)[0]?.term ?? ''] ?? 0) > 0) return letters
    const names = hits
      .flatMap((hit) => hit.names)
      .filter(({ kind, name }) => kind === 'person' && initialsOf(name) === lower)
    const [most] = [...groupBy(names, ({ name }) => name).values()].sort((a, b) => b.length - a.length)
    return most?.[0]?.name ?? letters
  })
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .toLowerCase()
