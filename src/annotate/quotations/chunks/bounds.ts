import { speechData } from '../../../language/en/speech/speech.js'
import type { Cue } from '../attribution/cues.js'
import type { Chunk } from './chunks.js'
import type { Frame, Item } from './frames.js'

type Items = Frame['items']

const isFiniteVerb = ({ tag }: Item, before: Item | undefined) =>
  'ZDBM'.includes(tag) || (tag === 'V' && before?.tag !== 't' && before?.tag !== 'M')

/** Whether a clause with a verb of its own stands among items `from..to`. */
function holdsClause(items: Items, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerb(items[i]!, items[i - 1])) return true
  return false
}

/** The tense of the first finite verb among items `from..to`. */
function tenseOf(items: Items, from: number, to: number): 'past' | 'present' | null {
  for (let i = from; i < to; i++) {
    const item = items[i]!
    if (!isFiniteVerb(item, items[i - 1])) continue
    if (speechData.pastHelpers.has(item.lower) || item.tag === 'D') return 'past'
    return speechData.presentHelpers.has(item.lower) || item.tag === 'Z' ? 'present' : null
  }
  return null
}

/** The item after a clause's subject, where a noun phrase that a finite verb follows starts at `from`; -1 otherwise. */
function verbAfterSubject(items: Items, chunks: readonly Chunk[], from: number): number {
  let at = from
  while (items[at]?.tag === 'R') at++
  if (items[at - 1]?.lower === speechData.expletive && items[at] && isFiniteVerb(items[at]!, undefined))
    return at
  const subject = chunks.find((chunk) => chunk.from === at)
  if (!subject || subject.kind === 'time') return -1
  at = subject.to
  while (items[at]?.tag === 'R') at++
  const verb = items[at]
  return verb && isFiniteVerb(verb, items[at - 1]) ? at : -1
}

/**
 * Where what follows a cue is no longer what was said: at the main clause, where the cue stands in one that is
 * subordinate to it ("As Berg repeated her offer, *troops moved*"), or at a clause of the reporter's own behind the
 * words ("demanded an end to the strike, *but few followed*"; "said they would agree, *but there is doubt*").
 */
export function endOfWords(
  { items }: Frame,
  chunks: readonly Chunk[],
  cue: Cue,
  first: number,
  from: number,
  end: number,
): number {
  const main = opensSubordinate(items, first) ? mainClause(items, chunks, from, end) : end
  for (let i = from + 1; i < main; i++) {
    const { tag } = items[i]!
    if (tag === 'C' && isNextDeed(items, cue, from, i)) return i
    const next = tag === ',' ? items[i + 1] : undefined
    if (next && speechData.asides.has(next.lower)) {
      if (isAside(items, chunks, cue, { from, comma: i, to: main })) return i
    }
  }
  return main
}

/** Whether the clause that starts at an item, or at the one before its subject, is introduced as subordinate. */
const opensSubordinate = (items: Items, first: number) =>
  first > 0 &&
  first < 4 &&
  speechData.subordinators.has(items[0]!.lower) &&
  !items.slice(0, first).some(({ tag }) => tag === ',')

function mainClause(items: Items, chunks: readonly Chunk[], from: number, end: number): number {
  // "Although he declined, *she left*"
  if (
    items[from - 1]?.tag === ',' &&
    !speechData.comparing.has(items[0]!.lower) &&
    verbAfterSubject(items, chunks, from) >= 0
  )
    return from
  for (let i = from; i < end; i++)
    if (items[i]!.tag === ',' && verbAfterSubject(items, chunks, i + 1) >= 0) return i
  return end
}

/** "called for calm *and flew home*": what the source did next, where what they said holds no clause. */
function isNextDeed(items: Items, cue: Cue, from: number, and: number): boolean {
  const { tag } = items[cue.at]!
  if (cue.group !== cue.at || (tag !== 'D' && tag !== 'Z')) return false
  let at = and + 1
  while (items[at]?.tag === 'R') at++
  return (items[at]?.tag === tag || 'BM'.includes(items[at]?.tag ?? '.')) && !holdsClause(items, from, and)
}

function isAside(
  items: Items,
  chunks: readonly Chunk[],
  cue: Cue,
  { from, comma, to }: { from: number; comma: number; to: number },
): boolean {
  const clause = items[comma + 2]?.lower === 'that' || items[comma + 2]?.tag === 'Q' ? -1 : comma + 2
  if (clause < 0) return false
  if (!holdsClause(items, from, comma)) {
    return (
      isFiniteVerb(items[clause] ?? items[comma]!, undefined) || verbAfterSubject(items, chunks, clause) >= 0
    )
  }
  const verb = verbAfterSubject(items, chunks, clause)
  return (
    verb >= 0 &&
    items[cue.at]!.tag === 'D' &&
    tenseOf(items, from, comma) === 'past' &&
    tenseOf(items, verb, to) === 'present'
  )
}
