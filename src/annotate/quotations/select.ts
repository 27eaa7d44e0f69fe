import type { Attribution } from './attributions.js'
import { type Content, outerOf } from './content.js'
import type { Frame } from './frames.js'

/** Below this an attribution is left out. */
const THRESHOLD = 0.42

/** The fewest items that words said may be cut down to. */
const SHORTEST = 2

/**
 * The attributions of a frame that hold together, in the order of their cues. What one person says another said is
 * the outer one's words, so a cue inside them goes, unless it only comes after them ("…, and vowed to …").
 */
export function selectAttributions(frame: Frame, all: readonly Attribution[]): Attribution[] {
  const kept: Attribution[] = []
  const ranked = all
    .filter(({ probability }) => probability >= THRESHOLD)
    .sort((a, b) => b.probability - a.probability)
  for (const next of ranked) {
    let contents = next.contents
    const changed = new Map<number, readonly Content[]>()
    let good = true
    for (let k = 0; k < kept.length && good; k++) {
      const other = kept[k]!
      const theirs = changed.get(k) ?? other.contents
      const parted = part(frame, { ...next, contents }, { ...other, contents: theirs })
      if (!parted) good = false
      else {
        contents = parted[0]
        if (parted[1] !== theirs) changed.set(k, parted[1])
      }
    }
    if (!good || !contents.length) continue
    for (const [k, spans] of changed) kept[k] = { ...kept[k]!, contents: spans }
    kept.push({ ...next, contents })
  }
  return kept.sort((a, b) => a.cue.at - b.cue.at)
}

/** Parts what two attributions claim; null where the new one has to go. */
function part(
  frame: Frame,
  next: Attribution,
  other: Attribution,
): [readonly Content[], readonly Content[]] | null {
  const nextOuter = outerOf(next.cue, next.source)
  const otherOuter = outerOf(other.cue, other.source)
  if (within(other.contents, next.cue.at)) {
    const theirs = cutAt(other.contents, startOf(frame, nextOuter.from, next))
    return theirs && coordinate(frame, next, nextOuter.from) ? disjoint(next.contents, theirs) : null
  }
  const mine = within(next.contents, other.cue.at)
    ? (cutAt(next.contents, startOf(frame, otherOuter.from, other)) ??
      next.contents.filter(({ to }) => to <= otherOuter.from))
    : next.contents
  return disjoint(mine, other.contents)
}

const within = (spans: readonly Content[], at: number) => spans.some(({ from, to }) => from <= at && at < to)

/** Where a second attribution starts, its conjunction and comma included. */
function startOf({ items }: Frame, outer: number, { cue }: Attribution): number {
  let from = Math.min(outer, cue.group)
  if (from !== cue.group && items[cue.group - 1] && coordinates(items[cue.group - 1]!)) from = cue.group
  while (from > 0 && coordinates(items[from - 1]!)) from--
  return from
}

const coordinates = ({ tag, lower }: { tag: string; lower: string }) =>
  tag === ',' ||
  tag === ':' ||
  tag === '-' ||
  tag === 'C' ||
  lower === 'while' ||
  lower === 'as' ||
  lower === 'though' ||
  lower === 'although'

function coordinate(frame: Frame, { cue }: Attribution, outer: number): boolean {
  const { items } = frame
  const beforeOuter = items[outer - 1]
  const beforeCue = items[cue.group - 1]
  return (!!beforeOuter && coordinates(beforeOuter)) || (!!beforeCue && coordinates(beforeCue))
}

/** The spans without what stands at or after an item; null where too little would stay. */
function cutAt(spans: readonly Content[], at: number): readonly Content[] | null {
  const cut = spans
    .map(({ from, to }) => ({ from, to: Math.min(to, at) }))
    .filter(({ from, to }) => to - from > 0)
  return cut.some(({ from, to }) => to - from >= SHORTEST) ? cut : null
}

/** Words are said once: the new attribution gives up what the other already has. */
function disjoint(
  mine: readonly Content[],
  theirs: readonly Content[],
): [readonly Content[], readonly Content[]] | null {
  const left: Content[] = []
  for (const { from, to } of mine) {
    let start = from
    let end = to
    for (const other of theirs) {
      if (other.to <= start || other.from >= end) continue
      if (other.from <= start) start = other.to
      else end = other.from
    }
    if (end - start > 0) left.push({ from: start, to: end })
  }
  return left.length ? [left, theirs] : null
}
