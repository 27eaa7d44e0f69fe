import type { Archive, PassageResult, Scope } from '../../archive/contract/archive.js'
import { whenQuestions as whenWords } from '../../language/en/dates/events.js'
import { people as english } from '../../language/en/names/people.js'
import { groupBy } from '../../lib/group-by.js'
import type { WhenQuestion } from '../commands/when-question.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'
import { retrieve } from '../passage-qa/retrieve.js'
import { askedEvent, withoutPlan, withVerb } from './asked-event.js'
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
  { topic, opening, tense, bound }: WhenQuestion,
  archive: Archive,
  scope: Scope,
): Promise<DatedEvent> {
  const last = opening.split(' ').at(-1)!
  const auxiliary = last === 'when' ? '' : last
  const read = (named: string) => {
    const topic = withoutPlan(named)
    return retrieve(
      opening ? `when ${auxiliary}${auxiliary && ' '}${topic}` : topic,
      archive,
      scope,
      PASSAGES_READ,
    )
  }
  let topicRead = withVerb(topic, opening)
  let found = await read(topicRead)
  const named = withFullNames(topicRead, found.result)
  if (named !== topicRead) {
    topicRead = named
    found = await read(named)
  }
  const { asked: question, result } = found
  const event = eventParts(askedEvent(topicRead, opening), question, auxiliary !== '')
  // "When were they MEANT TO start" is answered by what was planned.
  const isPlanned = withoutPlan(topic) !== topic
  const asked = {
    question,
    event,
    tense: isPlanned && tense === 'past' ? null : tense,
    bound,
    year: whenWords.inYear.exec(topic)?.groups?.year ?? null,
    willBe: whenWords.willBe.test(opening),
  }
  return { asked, candidates: dateCandidates(asked, result.hits), result }
}

const WORDS = /\b\p{L}{2,12}\b/gu
const MOST_INITIALS = 3

/**
 * "MJ", "Kev": letters that no article has as a word, and that somebody's name begins with or that his first name is short
 * for, stand for the one named most.
 */
function withFullNames(topic: string, { hits, frequencies }: PassageResult): string {
  return topic.replace(WORDS, (written) => {
    const word = written.toLowerCase()
    const given = english.givenNames.get(word)
    if (word.length > MOST_INITIALS && !given) return written
    const [own] = wordsOf(word)
    if (!own || own.stop || (frequencies[own.term] ?? 0) > 0) return written
    const isShort = (name: string) =>
      given !== undefined && english.givenNames.get(name.split(' ')[0]!.toLowerCase()) === given
    const names = hits
      .flatMap((hit) => hit.names)
      .filter(({ kind, name }) => kind === 'person' && (initialsOf(name) === word || isShort(name)))
    const [most] = [...groupBy(names, ({ name }) => name).values()].sort((a, b) => b.length - a.length)
    return most?.[0]?.name ?? written
  })
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .toLowerCase()
