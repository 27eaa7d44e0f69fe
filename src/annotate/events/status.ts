import { events as english } from '../../language/en/dates/events.js'
import type { EventData, StatusCues } from '../../language/events.js'
import type { EventStatus, Interval } from '../annotations.js'
import { parseDay } from '../calendar.js'
import type { Item } from './items.js'
import type { Part, Range } from './parts.js'

type CueKind = Exclude<keyof StatusCues, 'movedTo' | 'occurring'>

/** The longest cue, in words. */
const CUE = 3

/** What each cue is a sign of, and the words that any cue begins with. */
const SIGNS = new Map<string, CueKind[]>()
const FIRST_WORDS = new Set<string>()
const KINDS: readonly CueKind[] = [
  'cancelled',
  'moved',
  'hypothetical',
  'planned',
  'conditional',
  'happening',
]
for (const kind of KINDS) {
  for (const cue of english.cues[kind]) {
    SIGNS.set(cue, [...(SIGNS.get(cue) ?? []), kind])
    FIRST_WORDS.add(cue.split(' ', 1)[0]!)
  }
}

/** How far from the date a cue of its clause may stand, in items. */
const REACH = { before: 40, after: 20 }

/**
 * What becomes of the event of a part, by the cues of its clause, and where they are silent, by its date.
 * @param told whether the clause is reported in the past, so that "would" means what was to come
 * @param published the article's date; null where it has none
 */
export function statusOf(
  items: readonly Item[],
  { ranges, clause, nominal }: Part,
  at: number,
  interval: Interval | null,
  published: string | null,
  told: boolean,
  data: EventData,
): EventStatus {
  const around = { from: Math.max(clause.from, at - REACH.before), to: Math.min(clause.to, at + REACH.after) }
  const scope = nominal ? ranges : [around, ...ranges]
  const signs = signsIn(items, scope)
  const known = interval !== null && published !== null
  const over = known && interval.start <= published
  // Midnight elsewhere is tomorrow here, and some articles carry the date of the day before.
  const overElsewhere = known && parseDay(interval.start)! - parseDay(published)! <= 1
  if (signs.has('cancelled') || isNegated(items, scope, data)) return 'cancelled'
  if (signs.has('moved')) return isMovedTo(items, at, data) ? 'planned' : 'cancelled'
  if (overElsewhere && isDone(items, clause) && !nominal) return 'past'
  if (signs.has('hypothetical')) return 'hypothetical'
  if (signs.has('conditional')) return told ? 'planned' : 'hypothetical'
  if (signs.has('planned') && !nominal) return 'planned'
  // "The call lasted an hour, ending after midnight": what goes on behind a comma is as done as what it goes on from.
  const goesOn = clause.link === 'shared' && clause.verb < 0
  if (known && !over) return overElsewhere && goesOn ? 'past' : 'planned'
  const now = over && published <= interval.end
  return now && (signs.has('happening') || isProgressive(items, clause)) ? 'happening' : 'past'
}

/** What the cues of some ranges are signs of. */
function signsIn(items: readonly Item[], scope: readonly Range[]): Set<CueKind> {
  const found = new Set<CueKind>()
  for (const { from, to } of scope) {
    for (let i = from; i < to; i++) {
      const { tag, lower } = items[i]!
      // "May" the month and "will" the noun are no modals.
      if (!FIRST_WORDS.has(lower) || tag === '@' || ((lower === 'may' || lower === 'will') && tag !== 'M'))
        continue
      let phrase = ''
      for (let length = 0; length < CUE && i + length < to; length++) {
        phrase = phrase ? `${phrase} ${items[i + length]!.lower}` : lower
        for (const kind of SIGNS.get(phrase) ?? []) found.add(kind)
      }
    }
  }
  return found
}

/** "will not take place", "won't be held": the event itself is denied, and nothing else. */
function isNegated(items: readonly Item[], scope: readonly Range[], { negations, cues }: EventData): boolean {
  return scope.some(({ from, to }) => {
    for (let i = from + 1; i < to - 1; i++) {
      const { lower } = items[i]!
      const denied =
        negations.has(lower) && (items[i - 1]!.tag === 'M' || /^(?:is|are)$/.test(items[i - 1]!.lower))
      if (!denied && !/^won't$/.test(lower)) continue
      for (let by = 1; by <= 3 && i + by < to; by++) {
        const word = items[i + by]!.lower
        const phrase = i + by + 1 < to ? `${word} ${items[i + by + 1]!.lower}` : word
        if (word !== 'be' && (cues.occurring.has(word) || cues.occurring.has(phrase))) return true
      }
    }
    return false
  })
}

/** "postponed until Friday": the date is the new one. */
function isMovedTo(items: readonly Item[], at: number, { cues }: EventData): boolean {
  return cues.movedTo.has(items[at - 1]?.lower ?? '')
}

/** A verb in the simple past or the perfect: "met", "have met". */
function isDone(items: readonly Item[], { verb, to }: { verb: number; to: number }): boolean {
  if (verb < 0) return false
  const { tag, lower } = items[verb]!
  if (tag === 'D') return true
  if (!/^(?:has|have)$/.test(lower)) return false
  let at = verb + 1
  while (at < to && items[at]!.tag === 'R') at++
  return at < to && 'ED'.includes(items[at]!.tag)
}

/** "is meeting", "are holding". */
function isProgressive(items: readonly Item[], { verb, to }: { verb: number; to: number }): boolean {
  if (verb < 0 || !/^(?:is|are|am)$/.test(items[verb]!.lower)) return false
  for (let i = verb + 1; i < Math.min(to, verb + 4); i++) if (items[i]!.tag === 'G') return true
  return false
}
