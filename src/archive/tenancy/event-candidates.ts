import { inYear } from '../../annotate/partial-dates.js'
import { BLOCK_DAYS, MOST_COMPARED, MOST_DAYS_APART, MOST_SHARING, sameTerms } from '../../knowledge/index.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import type { EventSearch } from '../search/event-search.js'

/** The words that two clauses must share at least, by how their days lie to each other. */
const LEAST_SHARED = { same: 2, sameRange: 1, overlapping: 2, apart: 3 } as const

interface Days {
  readonly first: number
  readonly last: number
}

/**
 * The mentions of one layer that may be of one event with some of another, in order: near in time, and words of
 * their clauses shared. It is told by columns alone; how long it takes depends on the other layer, but for one
 * look over what each of its words is found by.
 */
export function* candidates(below: EventSearch, top: EventSearch): CooperativeTask<number[]> {
  const holders = new Holders(below)
  const found = new Set<number>()
  for (const { terms, at, facts } of top.entries) {
    const days = facts.days ? [facts.days] : facts.yearless ? inYears(facts.yearless, below.years) : []
    if (days.length === 0) continue
    const { clause, date } = terms.events[at]!
    const words = clause.filter((place) => !date.includes(place)).map((place) => terms.distinct[place]!)
    for (const id of days.flatMap((one) => mostAlike(words, one, holders, below))) {
      found.add(id)
      // An event is known by the mention that it began with.
      found.add(below.firstTelling(below.eventOf(id)))
    }
    yield
  }
  return [...found].sort((a, b) => a - b)
}

const inYears = (days: Days, years: readonly number[]) => years.map((year) => inYear(days, year))

function mostAlike(words: readonly string[], days: Days, holders: Holders, below: EventSearch): number[] {
  const shared = new Map<number, number>()
  for (const word of new Set(words.map((one) => sameTerms(one)[0]!))) {
    for (const block of blocksNear(days)) {
      for (const id of holders.in(block, word)) shared.set(id, (shared.get(id) ?? 0) + 1)
    }
  }
  return [...shared]
    .filter(([id, count]) => count >= leastShared(days, below.daysOf(id)!))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_COMPARED)
    .map(([id]) => id)
}

function leastShared(a: Days, b: Days): number {
  if (a.first === b.first && a.last === b.last) {
    return a.last > a.first ? LEAST_SHARED.sameRange : LEAST_SHARED.same
  }
  const gap = Math.max(a.first, b.first) - Math.min(a.last, b.last)
  if (gap <= 0) return LEAST_SHARED.overlapping
  return gap <= MOST_DAYS_APART ? LEAST_SHARED.apart : Number.POSITIVE_INFINITY
}

/** Longer periods are only ever compared with their like. */
const isLong = ({ first, last }: Days) => last - first >= BLOCK_DAYS * 2
const blockOf = (days: Days) =>
  isLong(days) ? `${days.first}/${days.last}` : `${Math.floor(days.first / BLOCK_DAYS)}`

function blocksNear(days: Days): readonly string[] {
  if (isLong(days)) return [blockOf(days)]
  const block = Math.floor(days.first / BLOCK_DAYS)
  return [block - 1, block, block + 1].map(String)
}

/** The mentions whose clause holds a word, by the block of days that they lie in. */
class Holders {
  readonly #search: EventSearch
  readonly #byWord = new Map<string, ReadonlyMap<string, readonly number[]>>()

  constructor(search: EventSearch) {
    this.#search = search
  }

  /** None where it is held by so many that it tells nothing of which are one. */
  in(block: string, word: string): readonly number[] {
    const blocks = this.#byWord.get(word) ?? this.#read(word)
    this.#byWord.set(word, blocks)
    const ids = blocks.get(block) ?? []
    return ids.length > MOST_SHARING ? [] : ids
  }

  #read(word: string): Map<string, number[]> {
    const blocks = new Map<string, number[]>()
    for (const term of sameTerms(word)) {
      for (const id of this.#search.inClauses(term)) {
        const days = this.#search.daysOf(id)
        if (!days) continue
        const block = blockOf(days)
        const ids = blocks.get(block)
        if (ids) ids.push(id)
        else blocks.set(block, [id])
      }
    }
    return blocks
  }
}
