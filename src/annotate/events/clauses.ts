import type { EventData } from '../../language/events.js'
import type { Item } from './items.js'

/**
 * How a clause hangs on the one before it. `shared`: it has no subject of its own ("… and took the town");
 * `relative`: its subject is the noun before it; `resumed`: the main clause goes on after an insertion.
 */
export type Link = 'own' | 'shared' | 'relative' | 'resumed'

/** Items `from..to` (end-exclusive) of a sentence. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** The first finite verb or auxiliary; -1 where there is none. */
  readonly verb: number
  readonly link: Link
}

/** How far a finite verb may stand from where its clause begins, in items. */
const REACH = 14

/** The clauses of a sentence, in order; every item is in one of them. One scan with a short look ahead. */
export function findClauses(items: readonly Item[], data: EventData): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let link: Link = 'own'
  let verb = -1
  const close = (at: number, next: Link) => {
    if (at > from) clauses.push({ from, to: at, verb, link })
    from = at
    link = next
    verb = -1
  }
  for (let i = 0; i < items.length; i++) {
    const next = i > from ? opening(items, i, { verb, link, clauses }, data) : null
    if (next) close(i, next)
    if (verb < 0 && isFiniteVerb(items, i, data)) verb = i
    if (isBreak(items, i)) close(i + 1, 'own')
  }
  close(items.length, 'own')
  return clauses
}

interface Open {
  readonly verb: number
  readonly link: Link
  readonly clauses: readonly Clause[]
}

/** How a new clause begins at an item; null where the clause that is open goes on. */
function opening(items: readonly Item[], at: number, open: Open, data: EventData): Link | null {
  const item = items[at]!
  const next = items[at + 1]
  const afterComma = items[at - 1]!.tag === ','
  // "…, two days after the river had risen": the length of time belongs to what it is counted from.
  if (isCounted(items, at, data) && verbAhead(items, at + 2, data) >= 0) return 'own'
  if (isCounted(items, at - 1, data)) return null
  if (item.tag === 'I' && next?.tag === 'W' && verbAhead(items, at + 2, data) >= 0) return 'relative'
  if (item.tag === 'W' && items[at - 1]!.tag !== 'I' && verbAhead(items, at + 1, data) >= 0)
    return data.relatives.has(item.lower) ? 'relative' : 'own'
  if (data.subordinators.has(item.lower) && next?.tag !== '@' && next?.tag !== 'W')
    return verbAhead(items, at + 1, data) >= 0 ? 'own' : null
  if (open.verb < 0) {
    const inserted = open.clauses.at(-1)
    return afterComma && inserted?.verb === -1 && isFiniteVerb(items, at, data) ? 'resumed' : null
  }
  // "The treaties that they made public, ask …": a subject before the insertion waits for its verb
  const waits = open.link === 'own' && open.clauses.at(-1)?.verb === -1 && open.clauses.length === 1
  if (waits && afterComma && (item.tag === 'V' || isFiniteVerb(items, at, data))) return 'resumed'
  if (open.link === 'relative' && (afterComma || resumesBare(items, at, open.verb))) {
    // "left", "put": the participle of the relative clause's list would follow "and".
    if (isFiniteVerb(items, at, data) || (afterComma && 'EV'.includes(item.tag))) return 'resumed'
  }
  // "on Monday in Orsk, where the council meets, and on Friday in Lorne": the main clause goes on
  if (open.link === 'relative' && afterComma && item.tag === 'C' && datesNext(items, at)) return 'resumed'
  if (item.tag === 'C') {
    const verb = verbAhead(items, at + 1, data)
    if (verb < 0 || items.slice(at + 1, verb).some(({ tag }) => tag === 'C' || tag === '@')) return null
    return verb === at + 1 || (verb === at + 2 && items[at + 1]!.tag === 'R') ? 'shared' : 'own'
  }
  if (afterComma) {
    if (item.lower === 'according') return 'own'
    if (item.tag === 'G') return 'shared'
    return verbAhead(items, at, data) > at ? 'own' : null
  }
  return followsReport(items, at, open.verb, data) && verbAhead(items, at, data) > at ? 'own' : null
}

const datesNext = (items: readonly Item[], at: number) =>
  items[items[at + 1]?.tag === 'I' ? at + 2 : at + 1]?.tag === '@'

/** "the ministers who have met for years | will sit down": an auxiliary after a verb of the relative clause. */
const resumesBare = (items: readonly Item[], at: number, verb: number) =>
  at > verb + 2 && (items[at]!.tag === 'M' || items[at]!.tag === 'B') && items[at - 1]!.tag !== 'C'

/** "two days after": a length of time that tells how far one event is from another; "for two days" is none. */
export const isCounted = (items: readonly Item[], at: number, { sides }: EventData) =>
  items[at]!.length && items[at - 1]?.tag !== 'I' && sides.has(items[at + 1]?.lower ?? '')

/** Whether an item is the first after a verb of speech, or after the date that stands beside the verb. */
function followsReport(items: readonly Item[], at: number, verb: number, data: EventData): boolean {
  if (!data.reporting.has(items[verb]!.lower)) return false
  const between = items.slice(verb + 1, Math.min(at, verb + 4))
  if (at > verb + 3 || !between.every(({ tag }) => tag === '@' || tag === 'I')) return false
  if (between.length > 0 && between.at(-1)!.tag !== '@') return false
  return (
    items[at]!.tag !== 'I' && items[at]!.tag !== "'" && (items[at]!.tag !== '@' || isPossessive(items, at))
  )
}

const isPossessive = (items: readonly Item[], at: number) => items[at + 1]?.tag === "'"

/** The first finite verb ahead that no mark, relative pronoun or subordinator comes before; -1 for none. */
function verbAhead(items: readonly Item[], from: number, data: EventData): number {
  for (let i = from; i < Math.min(items.length, from + REACH); i++) {
    const { tag, lower } = items[i]!
    if (tag === ',' || tag === 'W' || isBreak(items, i)) return -1
    if (i > from && data.subordinators.has(lower)) return -1
    if (isFiniteVerb(items, i, data)) return i
  }
  return -1
}

export function isFiniteVerb(items: readonly Item[], at: number, data: EventData): boolean {
  const { tag, lower } = items[at]!
  const before = items[at - 1]?.tag
  switch (tag) {
    case 'M':
    case 'Z':
      return before !== 'T' && before !== 'O'
    case 'B':
      return data.finiteAuxiliaries.has(lower)
    case 'D':
      return before !== 'T' && before !== 'O' && !isReduced(items, at, data)
    case 'E':
      return before === 'C'
    case 'V':
      return before === 'S' || before === 'P' || before === 'H' || before === 'W'
    default:
      return false
  }
}

/** "the talks scheduled for Friday": a participle after its noun, not a verb of the past. */
export function isReduced(items: readonly Item[], at: number, data: EventData): boolean {
  const before = items[at - 1]?.tag
  const after = items[at + 1]?.tag
  return (
    data.scheduling.has(items[at]!.lower) &&
    (before === 'N' || before === 'S' || before === 'P' || before === ',') &&
    (after === 'I' || after === 't' || after === '@')
  )
}

/** Marks that end a clause: dashes between words, brackets, colons, semicolons, the marks around a quotation. */
function isBreak(items: readonly Item[], at: number): boolean {
  const { tag, lower } = items[at]!
  if (tag === ':') return true
  if (tag === '-') return BREAKS.has(lower)
  return tag === '"' && !isPluralPossessive(items, at) && !besideAnother(items, at)
}

const BREAKS = new Set(['–', '—', '--', '(', ')', '[', ']'])
/** A few words in quotation marks ("two paths") belong to the clause around them. */
const SHORT_QUOTATION = 5

const isPluralPossessive = (items: readonly Item[], at: number) =>
  /^['’]$/.test(items[at]!.lower) && items[at - 1]?.tag === 'S'

function besideAnother(items: readonly Item[], at: number): boolean {
  for (let by = 2; by <= SHORT_QUOTATION + 1; by++) {
    if (items[at + by]?.tag === '"' || items[at - by]?.tag === '"') return true
  }
  return false
}
