import type { EventData } from '../../language/events.js'
import type { Clause } from './clauses.js'
import { isCounted, isReduced } from './clauses.js'
import type { Item } from './items.js'

/** Items `from..to`, end-exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The part of a sentence that a date dates: ranges in order, and the clause that governs it. */
export interface Part {
  readonly ranges: readonly Range[]
  readonly clause: Clause
  /** True where the date stands inside a noun phrase ("the 2016 election") and dates that alone. */
  readonly nominal: boolean
}

/** No event is told in more words; what is further from the date belongs to something else. */
const LONGEST = 50
const LONGEST_NOUN_PHRASE = 8
const LONGEST_COMPLEMENT = 14

/** The part of the sentence that the expression of time at `at` dates. */
export function partOf(
  items: readonly Item[],
  clauses: readonly Clause[],
  index: number,
  at: number,
  data: EventData,
): Part {
  const anchored = anchoredClause(items, clauses, index, at, data)
  if (anchored) return { ranges: [anchored], clause: anchored, nominal: false }
  const clause = clauses[index]!
  const noun = nounPhrase(items, at, clause, data)
  if (noun) return { ranges: [noun], clause, nominal: true }
  const phrase = phraseOf(items, clause, at, data)
  const cut = betweenDates(items, phrase, at, data)
  const near = { from: Math.max(cut.from, at - LONGEST), to: Math.min(cut.to, at + LONGEST) }
  const subject = phrase.own ? sharedSubject(items, clauses, index, near) : null
  const antecedent = phrase.antecedent ?? subject
  return { ranges: antecedent ? [antecedent, near] : [near], clause, nominal: false }
}

/** "The day before he resigned, they met": such a date dates the clause after the one it counts from. */
function anchoredClause(
  items: readonly Item[],
  clauses: readonly Clause[],
  index: number,
  at: number,
  data: EventData,
): Clause | null {
  const { from, to } = clauses[index]!
  const last = items[at]!.lower.split(' ').at(-1)!
  const opens = at === from && data.subordinators.has(last) && items[to - 1]!.tag === ','
  return opens ? (clauses[index + 1] ?? null) : null
}

/** "Russia's 2008 invasion of Georgia", "the January talks": the noun phrase around a date before a noun. */
function nounPhrase(
  items: readonly Item[],
  at: number,
  { from, to, verb }: Clause,
  data: EventData,
): Range | null {
  const next = items[at + 1]?.tag
  if (at + 1 >= to || next === undefined) return null
  const before = items[at - 1]?.tag ?? ','
  const determined = "TOJ'".includes(before) || /^(?:the|a|an) /.test(items[at]!.lower)
  if (next !== "'" && !(determined && 'NSPJ#E'.includes(next))) return null
  let start = at
  while (
    start > from &&
    at - start < LONGEST_NOUN_PHRASE &&
    "TOJNSP#'".includes(items[start - 1]!.tag) &&
    !data.connectors.has(items[start - 1]!.lower)
  )
    start--
  let end = at + 1
  while (end < to && end - at < LONGEST_COMPLEMENT && "JNSP#E'I T O G".includes(items[end]!.tag)) {
    if (end === verb || data.connectors.has(items[end]!.lower)) break
    end++
  }
  while (end > at + 1 && items[end - 1]!.tag === 'I') end--
  // The noun phrase is the subject: what is said of it belongs to it.
  return end === verb ? { from: start, to } : { from: start, to: end }
}

/** "Hale and Petrenko, who met": the names before and after "and" are one subject. */
const joinsNames = (items: readonly Item[], at: number) =>
  items[at]!.tag === 'C' && items[at + 1]?.tag === 'P' && items[at - 1]?.tag === 'P'

interface Phrase extends Range {
  readonly antecedent: Range | null
  /** Whether it is the clause itself, and not a phrase inside it that tells of another event. */
  readonly own: boolean
}

/** The clause, or the phrase inside it that tells of another event ("ahead of talks on Monday"). */
function phraseOf(items: readonly Item[], { from, to }: Clause, at: number, data: EventData): Phrase {
  let start = from
  let end = to
  for (let i = from; i < to; i++) {
    const words = connectorAt(items, i, to, data)
    const reduced = words === 0 && isReduced(items, i, data) && items[i - 1]?.tag === ','
    if (words === 0 && !reduced) continue
    const close = phraseEnd(items, i + words, to, reduced)
    if (at >= i && at < close) {
      if (!reduced) return { from: i + words, to: close, antecedent: null, own: false }
      return { from: i, to: close, antecedent: nounBefore(items, i - 1, from), own: false }
    }
    if (close <= at) {
      // A phrase before the date, at the head of the clause or in its middle: what follows is the clause again.
      if (i === from) start = close
    } else {
      end = Math.min(end, reduced ? nounBefore(items, i - 1, from).from : i)
    }
    i = close - 1
  }
  return { from: start, to: end, antecedent: null, own: true }
}

/** How many words of a connector stand here; 0 for none, or where only a date follows ("after Friday"). */
function connectorAt(items: readonly Item[], at: number, to: number, data: EventData): number {
  const one = items[at]!.lower
  if (at > 0 && isCounted(items, at - 1, data)) return 0
  const two = at + 1 < to ? `${one} ${items[at + 1]!.lower}` : one
  const words = two !== one && data.connectors.has(two) ? 2 : data.connectors.has(one) ? 1 : 0
  if (words === 0 || at + words >= to) return 0
  const next = items[at + words]!
  return next.tag === '@' && items[at + words + 1]?.tag !== "'" ? 0 : words
}

/** Such a phrase ends at a comma; one that is scheduled may itself hold commas within dates. */
function phraseEnd(items: readonly Item[], from: number, to: number, reduced: boolean): number {
  for (let i = from + (reduced ? 1 : 0); i < to; i++) if (items[i]!.tag === ',') return i + 1
  return to
}

/** The noun phrase with its complements that ends before a comma: back to the last verb or the clause's start. */
function nounBefore(items: readonly Item[], end: number, from: number): Range {
  let start = end
  while (
    start > from &&
    end - start < LONGEST_COMPLEMENT &&
    ("TOJNSP#'IR".includes(items[start - 1]!.tag) || joinsNames(items, start - 1))
  )
    start--
  while (start < end - 1 && items[start]!.tag === 'I') start++
  return { from: start, to: end }
}

/** Between two dates of one phrase lies a border: at "and" or a comma, else at "to", else at a verb's form. */
function betweenDates(items: readonly Item[], { from, to }: Range, at: number, data: EventData): Range {
  const before = lastDate(items, from, at)
  const after = nextDate(items, at, to)
  return {
    from: before < 0 ? from : (border(items, before, at, data) ?? from),
    to: after < 0 ? to : (border(items, at, after, data) ?? to),
  }
}

function lastDate(items: readonly Item[], from: number, at: number): number {
  for (let i = at - 1; i >= Math.max(from, at - LONGEST); i--) if (isAdverbial(items, i)) return i
  return -1
}

function nextDate(items: readonly Item[], at: number, to: number): number {
  for (let i = at + 1; i < Math.min(to, at + LONGEST); i++) if (isAdverbial(items, i)) return i
  return -1
}

/** A date that dates a clause; "since 2014" only says how far back one goes. */
const isAdverbial = (items: readonly Item[], at: number) =>
  items[at]!.tag === '@' && !"'NSP".includes(items[at + 1]?.tag ?? '.') && items[at - 1]?.lower !== 'since'

/** Where one event ends and the next begins between the dates at `a` and `b`; null where they are of one event. */
function border(items: readonly Item[], a: number, b: number, data: EventData): number | null {
  const first = (fits: (item: Item, at: number) => boolean) => {
    for (let i = a + 1; i < b; i++) if (fits(items[i]!, i)) return i
    return null
  }
  // "on Wednesday, the day before the vote": what stands behind is not what was on Wednesday
  const comma = first(({ tag }) => tag === ',')
  if (comma !== null && data.sides.has(items[b]!.lower.split(' ').at(-1)!)) return comma
  // Nothing but a preposition between them: "on Friday, 3 May", "in June of last year".
  if (b - a <= 3 && first(({ tag }) => 'NSPDVZE'.includes(tag)) === null) return null
  return (
    first(({ tag }) => tag === 'C' || tag === ',') ??
    first(({ tag }) => tag === 't') ??
    first(({ tag }, i) => tag === 'G' || isReduced(items, i, data) || tag === 'E')
  )
}

/** The subject that a part without one shares with what stands before it. */
function sharedSubject(
  items: readonly Item[],
  clauses: readonly Clause[],
  index: number,
  part: Range,
): Range | null {
  const clause = clauses[index]!
  if (part.from > clause.from) return headOf(items, clause, part)
  if (clause.link === 'own' || index === 0) return null
  const owner = clauses[index - (clause.link === 'resumed' && index > 1 ? 2 : 1)]!
  if (clause.link !== 'shared') return nounBefore(items, trimmed(items, owner), owner.from)
  return owner.verb > owner.from ? { from: owner.from, to: owner.verb } : owner.verb < 0 ? owner : null
}

/** "Ministers will meet in Orsk on Monday and | in Lorne on Friday": the second part shares subject and verb. */
function headOf(items: readonly Item[], { from, verb }: Clause, part: Range): Range | null {
  const opens = items.slice(part.from, part.from + 2).find(({ tag }) => tag !== 'C' && tag !== ',')
  if (!opens || (opens.tag !== 'I' && opens.tag !== '@' && opens.tag !== 't') || verb < 0) return null
  let end = verb + 1
  while (end < part.from && 'VEDGRt'.includes(items[end]!.tag)) end++
  return { from, to: end }
}

function trimmed(items: readonly Item[], { from, to }: Range): number {
  let end = to
  while (end > from && items[end - 1]!.tag === ',') end--
  return end
}
