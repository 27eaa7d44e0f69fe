import { speechData } from '../../../language/en/speech/speech.js'
import { type Chunk, chunkKinds } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import { CONTEXTS, CUE_FORMS, CUE_WORDS, type Cue, contextOf } from './cues.js'
import { bucket, type Features, layout, loadWeights, newFeatures, score } from './linear.js'
import { attributionModel } from './model.js'

/** A noun phrase that may be the source of what a cue attributes. */
export interface Source {
  readonly chunk: Chunk
  /** Where it names the source: items `from..to`. For "Ivanov's claim" the possessor alone. */
  readonly from: number
  readonly to: number
  readonly side: Side
  /** How many noun phrases stand between it and the cue. */
  readonly distance: number
  readonly score: number
}

/** 0 before the cue, 1 after it, 2 the noun phrase that the cue itself heads. */
export type Side = 0 | 1 | 2

const KINDS = chunkKinds.length

const slots = layout({
  bias: 3,
  kind: KINDS * 3,
  distance: 9 * 3,
  kindDistance: KINDS * 9 * 2,
  before: CONTEXTS * 3,
  after: CONTEXTS * 3,
  adjacent: 2 * 3,
  verbs: 4 * 3,
  commas: 4 * 3,
  quotes: 2 * 3,
  clauses: 3 * 3,
  first: 2 * 3,
  form: CUE_FORMS * 3,
  formDistance: CUE_FORMS * 9,
  cueAfter: CONTEXTS * 3,
  cueBefore: CONTEXTS * 3 * 3,
  word: CUE_WORDS * 3,
  verbsCommas: 16 * 3,
  rightAfter: CONTEXTS * 2,
  afterForm: CONTEXTS * CUE_FORMS,
  kindForm: KINDS * CUE_FORMS,
  firstForm: 2 * CUE_FORMS,
})
export const sourceLayout = slots
const at = slots.at

/** How many noun phrases are looked at on either side of a cue. */
const LEFT = 7
const RIGHT = 3

/** Running counts over a frame, so that what lies between two items is known at once. */
export interface Counts {
  readonly verbs: readonly number[]
  readonly commas: readonly number[]
  readonly quotes: readonly number[]
  readonly clauses: readonly number[]
}

export function countItems({ items }: Frame): Counts {
  const zeros = () => new Array<number>(items.length + 1).fill(0)
  const counts = { verbs: zeros(), commas: zeros(), quotes: zeros(), clauses: zeros() }
  let verbs = 0
  let commas = 0
  let quotes = 0
  let clauses = 0
  for (let i = 0; i < items.length; i++) {
    const { tag, lower } = items[i]!
    if (tag === 'V' || tag === 'Z' || tag === 'D' || tag === 'E' || tag === 'M' || tag === 'B') verbs++
    else if (tag === ',' || tag === ':' || tag === '-') commas++
    else if (tag === 'Q') quotes++
    else if (tag === 'W' || lower === 'that' || lower === 'because') clauses++
    counts.verbs[i + 1] = verbs
    counts.commas[i + 1] = commas
    counts.quotes[i + 1] = quotes
    counts.clauses[i + 1] = clauses
  }
  return counts
}

/** Every candidate for the source of a cue with its features. `chunks` are the frame's, in order. */
export function sourceCandidates(
  frame: Frame,
  counts: Counts,
  chunks: readonly Chunk[],
  cue: Cue,
  visit: (chunk: Chunk, side: Side, distance: number, features: Features) => void,
): void {
  const near = nearest(chunks, cue.group)
  const own = chunks[near]
  const within = own !== undefined && own.from <= cue.at && cue.at < own.to
  if (within && own.from < cue.at) visit(own, 2, 0, featuresOf(frame, counts, own, cue, 2, 0))
  for (let i = near - 1, d = 0; i >= 0 && d < LEFT; i--, d++) {
    visit(chunks[i]!, 0, d, featuresOf(frame, counts, chunks[i]!, cue, 0, d))
  }
  for (let i = within ? near + 1 : near, d = 0; i < chunks.length && d < RIGHT; i++) {
    if (chunks[i]!.from <= cue.at) continue
    visit(chunks[i]!, 1, d, featuresOf(frame, counts, chunks[i]!, cue, 1, d))
    d++
  }
}

/** The first chunk that ends after `item`. */
function nearest(chunks: readonly Chunk[], item: number): number {
  let low = 0
  let high = chunks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (chunks[middle]!.to <= item) low = middle + 1
    else high = middle
  }
  return low
}

const features = newFeatures()

function featuresOf(
  { items }: Frame,
  counts: Counts,
  chunk: Chunk,
  cue: Cue,
  side: Side,
  distance: number,
): Features {
  const kind = chunk.kindIndex
  const from = side === 0 ? chunk.to : side === 1 ? cue.at + 1 : 0
  const to = side === 0 ? cue.group : side === 1 ? chunk.from : 0
  const verbs = between(counts.verbs, from, to, 3)
  const commas = between(counts.commas, from, to, 3)
  const after = contextOf(items[chunk.to])
  const f = features.list
  let n = 0
  f[n++] = at.bias + side
  f[n++] = at.kind + kind * 3 + side
  f[n++] = at.distance + distance * 3 + side
  f[n++] = at.before + contextOf(items[chunk.from - 1]) * 3 + side
  f[n++] = at.after + after * 3 + side
  f[n++] = at.adjacent + (from === to ? 3 : 0) + side
  f[n++] = at.verbs + verbs * 3 + side
  f[n++] = at.commas + commas * 3 + side
  f[n++] = at.quotes + between(counts.quotes, from, to, 1) * 3 + side
  f[n++] = at.clauses + between(counts.clauses, from, to, 2) * 3 + side
  f[n++] = at.first + (chunk.from === 0 ? 3 : 0) + side
  f[n++] = at.form + cue.form * 3 + side
  f[n++] = at.cueAfter + cue.after * 3 + side
  f[n++] = at.cueBefore + (cue.before * 3 + Math.min(distance, 2)) * 3 + side
  f[n++] = at.word + cue.word * 3 + side
  f[n++] = at.verbsCommas + (verbs * 4 + commas) * 3 + side
  if (side < 2) f[n++] = at.kindDistance + (kind * 9 + distance) * 2 + side
  if (side === 0) {
    f[n++] = at.formDistance + cue.form * 9 + distance
    f[n++] = at.afterForm + after * CUE_FORMS + cue.form
    f[n++] = at.kindForm + kind * CUE_FORMS + cue.form
    f[n++] = at.firstForm + (chunk.from === 0 ? CUE_FORMS : 0) + cue.form
  }
  if (side === 1 && distance < 2) f[n++] = at.rightAfter + after * 2 + distance
  features.size = n
  return features
}

const between = (counts: readonly number[], from: number, to: number, most: number) =>
  Math.min(most, Math.max(0, counts[to]! - counts[from]!))

const weights = loadWeights(slots, attributionModel.source)

/** The likeliest source of a cue, null where the frame has no noun phrase near it. */
export function findSource(frame: Frame, counts: Counts, chunks: readonly Chunk[], cue: Cue): Source | null {
  const all: Omit<Source, 'from' | 'to'>[] = []
  sourceCandidates(frame, counts, chunks, cue, (chunk, side, distance, features) => {
    all.push({ chunk, side, distance, score: score(weights, features) })
  })
  let best = all[0]
  if (!best) return null
  for (const one of all) if (one.score > best.score) best = one
  const headIn = ({ chunk, side }: Omit<Source, 'from' | 'to'>) =>
    side === 0 ? headOf(frame, chunks, chunk, cue) : side === 1 ? obtained(frame, chunks, chunk, cue) : chunk
  const chunk = headIn(best)
  let second = -20
  // Between two noun phrases that are of one person there is nothing to choose.
  for (const one of all) {
    if (one.score <= second || one === best) continue
    const other = headIn(one)
    if (other !== chunk && !areOne(frame, other, chunk)) second = one.score
  }
  const { side, distance, chunk: found } = best
  const place =
    chunk === found
      ? withBelonging(frame, chunks, chunk, side, cue, span(frame, chunk, side))
      : { from: chunk.from, to: side === 0 ? found.to : chunk.to }
  return { chunk, ...place, side, distance, score: best.score - second }
}

/** Whether two noun phrases side by side are of one person: "Berg's wife, Anna Berg," and "Anna Berg, who". */
function areOne({ items }: Frame, a: Chunk, b: Chunk): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a]
  const gap = second.from - first.to
  if (gap > 1 || (gap === 1 && items[first.to]!.tag !== ',')) return false
  if (second.kind === 'who') return true
  if (gap === 0) return false
  const person = first.kind === 'person' ? second : second.kind === 'person' ? first : null
  return person !== null && APPOSED.test(person.kind) && items[second.to]?.tag === ','
}

/** What somebody with a name may be told to be. */
const APPOSED = /^(?:role|thing)$/

/**
 * The noun phrase that one right before a cue belongs to: whom it is only said of ("*a spokeswoman* for Premier
 * Adair said"), and whose apposition it is ("*Jim Berg* (Oslo), a panel member, said").
 */
function headOf({ items }: Frame, chunks: readonly Chunk[], chunk: Chunk, cue: Cue): Chunk {
  const at = chunks.indexOf(chunk)
  const link = items[chunk.from - 1]
  if (!link || at < 1) return chunk
  if (link.tag === ',') {
    // "Tom Lund, *a spokesman* wrote": an outlet may leave out the second comma.
    const first = items[chunk.from]!
    const apart = items[cue.group - 1]?.tag === ',' || (first.tag === 'T' && first.lower !== speechData.the)
    return apart ? (appositive(items, chunks, at) ?? chunk) : chunk
  }
  const before = chunks[at - 1]!
  // "*A memo* seen by the Herald said": what they only got hold of.
  // … or lead: "*An inquiry* led by Judge Berg".
  const participle = items[chunk.from - 2]
  const led = 'DE'.includes(participle?.tag ?? '.') && before.to === chunk.from - 2 && chunk.to === cue.group
  if (link.lower === speechData.by && (led || speechData.obtained.has(participle?.lower ?? '')))
    return before.to <= chunk.from - 2 ? (copied(items, chunks, at - 1) ?? before) : chunk
  const modified = headOfRelative(items, chunks, at, cue)
  if (modified) return modified
  const between = items.slice(before.to, chunk.from)
  const first = between[0]?.lower
  // "*A source* familiar with the talks said"
  if (
    first !== undefined &&
    speechData.knowing.has(first) &&
    chunk.to === cue.group &&
    HEADS.test(before.kind)
  ) {
    if (between.slice(1).every(({ tag }) => 'ITtJ'.includes(tag))) return before
  }
  if (
    first === undefined ||
    chunk.to !== cue.group ||
    !between.every(({ tag }) => tag === 'I' || tag === 'T')
  )
    return chunk
  const belonging = between.length === 1 && speechData.belonging.has(first)
  const belongs = belonging && HEADS.test(before.kind)
  const stands = speechData.whereabouts.has(first) && STANDING.test(before.kind)
  // "Rita Holm, *director* of Public Health for Bergen Council said": the office of somebody named before.
  const office = belonging ? chunks[at - 2] : undefined
  if (office?.kind === 'role' && items[office.to]?.lower === speechData.of && office.to + 1 === before.from)
    return appositive(items, chunks, at - 2) ?? office
  return belongs || stands ? before : chunk
}

/** "*a copy* of the memo" */
function copied(items: Frame['items'], chunks: readonly Chunk[], at: number): Chunk | null {
  const [whole, part] = [chunks[at]!, chunks[at - 1]]
  return part && items[part.to]?.lower === speechData.of && part.to + 1 === whole.from ? part : null
}

/** "*A woman* who accused Berg said": whom the verb of a relative clause has for its object is not who says it. */
function headOfRelative(items: Frame['items'], chunks: readonly Chunk[], at: number, cue: Cue): Chunk | null {
  const [head, who, object] = [chunks[at - 2], chunks[at - 1]!, chunks[at]!]
  if (who.kind !== 'who' || !head || head.to !== who.from || object.to !== cue.group) return null
  const verbs = items.slice(who.to, object.from)
  const isVerb = verbs.length > 0 && verbs.every(({ tag }) => 'BMRVZDE'.includes(tag))
  return isVerb && 'VZDE'.includes(verbs.at(-1)!.tag) && HEADS.test(head.kind) ? head : null
}

/** "according to *a memo* obtained by the Herald": what somebody only got hold of is not told by them. */
function obtained({ items }: Frame, chunks: readonly Chunk[], chunk: Chunk, cue: Cue): Chunk {
  if (items[cue.at]!.lower !== speechData.according) return chunk
  let at = chunk.from - 1
  if (items[at]?.tag === 'T') at--
  if (items[at]?.lower !== speechData.by) return chunk
  for (at--; at > cue.at && items[at]!.tag === 'R'; at--);
  if (!speechData.obtained.has(items[at]!.lower)) return chunk
  const first = chunks.find(({ from }) => from > cue.at)
  return first && first.to <= at ? first : chunk
}

/** The place of somebody without a name, with what they are of: "a co-chair *of the panel* said". */
function withBelonging(
  { items }: Frame,
  chunks: readonly Chunk[],
  chunk: Chunk,
  side: Side,
  cue: Cue,
  place: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const link = items[chunk.to]
  if (side === 2 || !link || !speechData.belonging.has(link.lower) || !HEADS.test(chunk.kind)) return place
  const next = chunks.find(({ from }) => from === chunk.to + 1)
  if (!next) return place
  const whole = side === 0 ? next.to === cue.group : next.name !== null && OF_WHAT.has(link.lower)
  return whole ? { from: place.from, to: next.to } : place
}

/** Behind a verb, what stands with another preposition may be where or when it was said. */
const OF_WHAT: ReadonlySet<string> = new Set(['of', 'for'])

/** Who may be said to be somewhere. */
const STANDING = /^(?:person|organisation|role|roles|group|body)$/

const HEADS = /^(?:role|roles|group|body|record)$/

/** How far before the comma of an apposition a bracket may open. */
const BRACKET = 8

function appositive(items: Frame['items'], chunks: readonly Chunk[], at: number): Chunk | null {
  if (!/^(?:role|roles|body|thing)$/.test(chunks[at]!.kind)) return null
  let end = chunks[at]!.from - 1
  if (items[end - 1]?.text === ')') {
    let open = end - 2
    while (open > 0 && end - open < BRACKET && items[open]!.text !== '(') open--
    end = open
  }
  const named = chunks.slice(Math.max(0, at - BRACKET), at).find(({ to }) => to === end)
  return named?.kind === 'person' ? named : null
}

function span({ items }: Frame, chunk: Chunk, side: Side): { from: number; to: number } {
  if (side !== 2) return { from: chunk.from, to: chunk.to }
  for (let i = chunk.to - 1; i > chunk.from; i--)
    if (items[i]!.tag === "'") return { from: chunk.from, to: i }
  const own = items[chunk.from]!.tag === 'O'
  return { from: chunk.from, to: own ? chunk.from + 1 : chunk.to }
}

export const marginBucket = (score: number) => bucket(Math.floor(score * 2), 6)
