import { ymd } from '../../annotate/calendar.js'
import { inYear } from '../../annotate/partial-dates.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import { inverseFrequency } from '../../retrieval/bm25.js'

/** What is compared to tell whether two mentions are of one event. */
export interface Telling {
  readonly article: string
  /** Days since 1 January 1970, both ends included. */
  readonly start: number
  readonly end: number
  readonly grain: string
  /** Whether the year is not known; the days are then counted in any, see `yearlessDays`. */
  readonly yearless: boolean
  /** The stems of the clause, as numbers, without those of its date. */
  readonly stems: ReadonlySet<number>
  readonly place: string | null
  /** How many places the clause names: one that names two may tell of two events. */
  readonly places: number
}

/**
 * How alike two clauses must be: the stems they share, and the share of the shorter clause's weight (idf) that
 * these make up. The further apart their dates, the more they must share.
 */
interface Likeness {
  readonly stems: number
  readonly share: number
}

const SAME_DAYS = { stems: 2, share: 0.35 }
const SAME_DAYS_AND_PLACE = { stems: 3, share: 0.2 }
/** A range of several days that both give ("9–10 January") is itself a sign. */
const SAME_RANGE = { stems: 1, share: 0.2 }
const SAME_PERIOD = { stems: 3, share: 0.5 }
const OVERLAPPING = { stems: 2, share: 0.15 }
const WITHIN = { stems: 3, share: 0.55 }
/** Days beside one another, in one place. */
const BESIDE = { stems: 3, share: 0.5 }
const APART = { stems: 4, share: 0.7 }

const DAYS_BESIDE = 3
export const MOST_DAYS_APART = 10
/** EventMentions are compared with those of the same days and the days beside them. */
export const BLOCK_DAYS = 16
/** A stem that so many mentions of a block hold tells nothing of which of them are one. */
export const MOST_SHARING = 60
/** How much of the likeness to one mention of an event there must be to the one it began with. */
const LIKE_THE_FIRST = 0.6
/** Those that share most are compared; the others share less. */
export const MOST_COMPARED = 12

/**
 * Groups mentions into events: the same days, or days that overlap or lie near, told of in much the same words.
 * Each joins the event of the mention most like it, where it is also like the one that event began with; so no
 * chain of mentions, each like the next, joins what is not alike.
 * @param mentions null where there is nothing to group; it stays alone
 * @param known the events of the first mentions, where these are grouped already: a number for each
 * @param weight how rare a stem is (idf)
 * @returns the events, each the indexes of its mentions in order
 */
export function* groupTellings(
  mentions: readonly (Telling | null)[],
  known: readonly number[] = [],
  weight: (stem: number) => number = weights(mentions),
): CooperativeTask<number[][]> {
  const groups: number[][] = []
  const groupOfKnown = new Map<number, number>()
  const groupOf: number[] = []
  const dated = datesByArticle(mentions)
  const facts: Known = { holders: new Map(), weight, dated }
  const put = (index: number, joined: number | undefined, holders: Known['holders']) => {
    const group = joined ?? groups.push([]) - 1
    groups[group]!.push(index)
    groupOf[index] = group
    const mention = mentions[index]
    if (mention) for (const stem of mention.stems) push(holders, `${blockOf(mention)} ${stem}`, index)
    return group
  }
  const undated: number[] = []
  const years = new Set<number>()
  for (const [index, mention] of mentions.entries()) {
    const event = known[index]
    if (mention?.yearless && event === undefined) {
      undated.push(index)
      continue
    }
    const twin = event === undefined && mention ? mostAlike(mention, mentions, groups, groupOf, facts) : null
    const joined = event === undefined ? groupOf[twin ?? -1] : groupOfKnown.get(event)
    const group = put(index, joined, mention?.yearless ? new Map() : facts.holders)
    if (event !== undefined) groupOfKnown.set(event, group)
    if (mention && !mention.yearless) years.add(ymd(mention.start).year)
    yield
  }
  if (undated.length === 0) return groups
  const among: Known = { holders: new Map(), weight, dated }
  for (const index of undated) {
    const mention = mentions[index]!
    const joined =
      groupOf[inOneYear(mention, years, mentions, groups, groupOf, facts) ?? -1] ??
      groupOf[mostAlike(mention, mentions, groups, groupOf, among) ?? -1]
    put(index, joined, among.holders)
    yield
  }
  for (const group of groups) group.sort((a, b) => a - b)
  return groups
}

/** More years than the newest so many are not looked through for a day without one. */
export const MOST_YEARS = 40

/**
 * The dated mention most like one whose year is not known, of the very days that it would be of; null for none,
 * and where several years have such a one.
 */
function inOneYear(
  mention: Telling,
  years: ReadonlySet<number>,
  mentions: readonly (Telling | null)[],
  groups: readonly (readonly number[])[],
  groupOf: readonly number[],
  known: Known,
): number | null {
  const newest = [...years].sort((a, b) => b - a).slice(0, MOST_YEARS)
  const twins = newest.flatMap((year) => {
    const { first, last } = inYear({ first: mention.start, last: mention.end }, year)
    const dated = { ...mention, start: first, end: last }
    return mostAlike(dated, mentions, groups, groupOf, known) ?? []
  })
  return new Set(twins.map((twin) => groupOf[twin])).size === 1 ? twins[0]! : null
}

/** How rare each stem is among the mentions (idf). */
function weights(mentions: readonly (Telling | null)[]): (stem: number) => number {
  const holding: number[] = []
  for (const mention of mentions) {
    for (const stem of mention?.stems ?? []) holding[stem] = (holding[stem] ?? 0) + 1
  }
  return (stem) => inverseFrequency(holding[stem] ?? 0, mentions.length)
}

interface Known {
  readonly holders: Map<string, number[]>
  readonly weight: (stem: number) => number
  readonly dated: ReadonlyMap<string, ReadonlySet<string>>
}

/** The mention before this one that shares most stems with it and is of the same event; null for none. */
function mostAlike(
  mention: Telling,
  mentions: readonly (Telling | null)[],
  groups: readonly (readonly number[])[],
  groupOf: readonly number[],
  { holders, weight, dated }: Known,
): number | null {
  const shared = new Map<number, number>()
  for (const stem of mention.stems) {
    for (const block of blocksNear(mention)) {
      const others = holders.get(`${block} ${stem}`) ?? []
      if (others.length > MOST_SHARING) continue
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
  }
  const near = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COMPARED)
  for (const [other, stems] of near) {
    const bars = required(mention, mentions[other]!, dated)
    const first = groups[groupOf[other]!]![0]!
    const meets = (one: number, stems: number, ease: number) => {
      const share = shareOf(mention, mentions[one]!, weight)
      return bars.some((bar) => stems >= bar.stems * ease && share >= bar.share * ease)
    }
    if (!meets(other, stems, 1)) continue
    if (first === other || meets(first, shared.get(first) ?? 0, LIKE_THE_FIRST)) return other
  }
  return null
}

/** How alike the clauses must be for these dates, in one of these ways; none where no likeness makes them one event. */
function required(
  a: Telling,
  b: Telling,
  dated: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Likeness[] {
  const samePlace = a.place !== null && a.place === b.place
  if (a.start === b.start && a.end === b.end) {
    if (a.grain !== 'day') return [SAME_PERIOD]
    if (a.end > a.start) return [SAME_RANGE]
    return samePlace ? [SAME_DAYS, SAME_DAYS_AND_PLACE] : [SAME_DAYS]
  }
  if (a.article === b.article || a.places > 1 || b.places > 1) return []
  if (a.place !== null && b.place !== null && a.place !== b.place) return []
  const overlap = a.start <= b.end && b.start <= a.end
  if (a.grain !== 'day' || b.grain !== 'day') return overlap ? [WITHIN] : []
  if (overlap) return [samePlace ? OVERLAPPING : WITHIN]
  // That the days agree is all that tells of the year.
  if (a.yearless) return []
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end)
  // An article that gives both days tells of two events.
  const both = dated.get(a.article)?.has(daysOf(b)) || dated.get(b.article)?.has(daysOf(a))
  if (both || gap > MOST_DAYS_APART) return []
  return samePlace && gap <= DAYS_BESIDE ? [BESIDE] : [APART]
}

function shareOf(a: Telling, b: Telling, weight: (stem: number) => number): number {
  let shared = 0
  let ofA = 0
  let ofB = 0
  for (const stem of a.stems) {
    const worth = weight(stem)
    ofA += worth
    if (b.stems.has(stem)) shared += worth
  }
  for (const stem of b.stems) ofB += weight(stem)
  return shared / Math.max(Math.min(ofA, ofB), Number.EPSILON)
}

const daysOf = ({ start, end }: Telling) => `${start}/${end}`

function datesByArticle(mentions: readonly (Telling | null)[]): Map<string, Set<string>> {
  const dates = new Map<string, Set<string>>()
  for (const mention of mentions) {
    if (!mention) continue
    const known = dates.get(mention.article)
    if (known) known.add(daysOf(mention))
    else dates.set(mention.article, new Set([daysOf(mention)]))
  }
  return dates
}

/** Days and weeks lie in a block of days; longer periods are only ever compared with their like. */
function blockOf({ start, end }: Telling): string {
  return end - start < BLOCK_DAYS * 2 ? `${Math.floor(start / BLOCK_DAYS)}` : `${start}/${end}`
}

function blocksNear(mention: Telling): readonly string[] {
  const { start, end } = mention
  if (end - start >= BLOCK_DAYS * 2) return [blockOf(mention)]
  const first = Math.floor(start / BLOCK_DAYS)
  return [first - 1, first, first + 1].map(String)
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
