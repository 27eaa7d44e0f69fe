import type { EventHit } from '../../archive/contract/archive.js'
import { whenQuestions as english } from '../../language/en/dates/events.js'
import { wordsOf } from '../passage-qa/question/lexicon.js'

/** A report of so many days later that names no year may mean that of another article. */
const LOOKS_BACK = 21
/** So many words beside the topic must two days share to be one. */
const LEAST_SHARED = 2
const DAY = 86_400_000

/**
 * "The memo of 3 March" in a later article, and "the memo of 3 March 2003" in another: one day, in the year that is told.
 * @param topic stems, which every event of the topic has
 */
export function inStatedYears<T extends EventHit>(hits: readonly T[], topic: readonly string[]): T[] {
  const homes = new Map(
    hits.flatMap((hit) => {
      const home = isLookBack(hit) ? hits.find((other) => isSameDay(hit, other, topic)) : undefined
      return home ? [[hit, home] as const] : []
    }),
  )
  return hits
    .filter((hit) => !homes.has(hit))
    .map((hit) => {
      const others = hits.filter((other) => homes.get(other) === hit)
      return others.length === 0
        ? hit
        : { ...hit, reports: [...hit.reports, ...others.flatMap(({ reports }) => reports)] }
    })
}

const namesYear = ({ reports }: EventHit) => reports.some(({ date }) => /\d{4}/.test(date.text))

function isLookBack(hit: EventHit): boolean {
  if (!hit.interval || namesYear(hit)) return false
  const end = Date.parse(hit.interval.end)
  return hit.reports.every(
    ({ article: { published } }) => published !== null && Date.parse(published) - end > LOOKS_BACK * DAY,
  )
}

function isSameDay(hit: EventHit, other: EventHit, topic: readonly string[]): boolean {
  const [a, b] = [hit.interval, other.interval]
  if (!a || !b || a.start === b.start || a.start.slice(4) !== b.start.slice(4)) return false
  if (a.grain !== b.grain || !namesYear(other)) return false
  const own = termsOf(hit)
  return [...termsOf(other)].filter((term) => own.has(term) && !topic.includes(term)).length >= LEAST_SHARED
}

const termsOf = ({ reports, interval }: EventHit): ReadonlySet<string> =>
  new Set(
    reports
      .filter(({ date }) => date.interval?.start === interval?.start)
      .slice(0, MOST_READ)
      .flatMap(({ sentence }) => wordsOf(sentence.text))
      .filter(
        ({ stop, capital, word }) =>
          !stop && capital && /^\p{L}{4,}$/u.test(word) && !english.calendar.has(word.toLowerCase()),
      )
      .map(({ term }) => term),
  )
const MOST_READ = 4
