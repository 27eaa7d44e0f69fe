import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import { endOfWords } from '../chunks/bounds.js'
import type { Chunk } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import { CONTEXTS, CUE_FORMS, CUE_WORDS, type Cue, contextOf } from './cues.js'
import { bucket, type Features, layout, loadWeights, newFeatures, score } from './linear.js'
import { attributionModel } from './model.js'
import type { Source } from './sources.js'

/** Items `from..to` of a frame that hold what was said. */
export interface Content {
  readonly from: number
  readonly to: number
}

const slots = layout({
  bias: 1,
  word: CUE_WORDS,
  form: CUE_FORMS,
  cueAfter: CONTEXTS,
  outerBefore: CONTEXTS,
  outerAfter: CONTEXTS,
  side: 3,
  sideDistance: 27,
  lengthBefore: 8,
  lengthAfter: 8,
  firstAfter: CONTEXTS,
  quoteBefore: 2,
  quoteAfter: 2,
  lastBefore: CONTEXTS,
  sideContexts: CONTEXTS * 3,
  commaBeforeSide: 6,
  verbBefore: 3,
  verbAfter: 3,
})
export const contentLayout = slots
const at = slots.at

/** The items that the cue and its source take up together. */
export interface Outer {
  readonly from: number
  readonly to: number
}

export function outerOf(cue: Cue, source: Source): Outer {
  return {
    from: Math.min(source.from, cue.group),
    to: Math.max(source.side === 2 ? 0 : source.to, cue.at + 1),
  }
}

/** "…, Berg said *on Friday in Oslo*": no word of what, where that stands before. */
function isWhen({ items }: Frame, { from, to }: Content): boolean {
  const { lower } = items[from] ?? items.at(-1)!
  const opens = speechData.adjuncts.has(lower) || speechData.days.has(lower)
  return opens && !items.slice(from, to).some((item) => 'QVZDMBGtW,'.includes(item.tag))
}

const features = newFeatures()

/** The features by which the words before, or those after, the attribution are taken for what was said. */
export function contentFeatures(
  frame: Frame,
  counts: { readonly verbs: readonly number[] },
  cue: Cue,
  source: Source,
): Features {
  const { items } = frame
  const { from, to } = outerOf(cue, source)
  const last = items.at(-1)
  const end = last?.tag === '.' ? items.length - 1 : items.length
  const before = contextOf(items[from - 1])
  const after = contextOf(items[to])
  const f = features.list
  let n = 0
  f[n++] = at.bias
  f[n++] = at.word + cue.word
  f[n++] = at.form + cue.form
  f[n++] = at.cueAfter + cue.after
  f[n++] = at.outerBefore + before
  f[n++] = at.outerAfter + after
  f[n++] = at.side + source.side
  f[n++] = at.sideDistance + source.distance * 3 + source.side
  f[n++] = at.lengthBefore + bucket(from, 7)
  f[n++] = at.lengthAfter + bucket(end - to, 7)
  f[n++] = at.firstAfter + contextOf(items[to + 1])
  f[n++] = at.quoteBefore + (quoteNear(frame, from - 1, -1) ? 1 : 0)
  f[n++] = at.quoteAfter + (quoteNear(frame, to, 1) ? 1 : 0)
  f[n++] = at.lastBefore + contextOf(items[from - 2])
  f[n++] = at.sideContexts + after * 3 + source.side
  f[n++] = at.commaBeforeSide + (before === 3 ? 3 : 0) + source.side
  f[n++] = at.verbBefore + Math.min(2, counts.verbs[from]!)
  f[n++] = at.verbAfter + Math.min(2, counts.verbs[end]! - counts.verbs[Math.min(to, end)]!)
  features.size = n
  return features
}

/** Whether a quotation stands within three items of `at`. */
function quoteNear({ items }: Frame, at: number, step: 1 | -1): boolean {
  for (let i = 0; i < 3; i++) if (items[at + i * step]?.tag === 'Q') return true
  return false
}

const before = loadWeights(slots, attributionModel.before)
const after = loadWeights(slots, attributionModel.after)

/** What a cue attributes to its source: the words before them, those after, or both; in order, never empty. */
export function findContents(
  frame: Frame,
  chunks: readonly Chunk[],
  counts: { readonly verbs: readonly number[] },
  cue: Cue,
  source: Source,
): Content[] {
  const outer = outerOf(cue, source)
  const parted = frame.items[outer.from - 1]?.tag === ',' ? partedContents(frame, cue, outer) : null
  if (parted) return parted
  const led = mental[cue.word]! ? null : ledContents(frame, cue, source)
  if (led) return led
  const features = contentFeatures(frame, counts, cue, source)
  const left = score(before, features)
  const right = score(after, features)
  const takesLeft = left > 0 || left >= right
  const takesRight = right > 0 || right > left
  const spans: Content[] = []
  if (takesLeft) push(spans, wordsBefore(frame, outer.from))
  if (takesRight) {
    const span = contentAfter(frame, chunks, cue, outer)
    if (spans.length === 0 || !isWhen(frame, span)) push(spans, span)
  }
  if (!spans.length)
    push(spans, takesLeft ? contentAfter(frame, chunks, cue, outer) : wordsBefore(frame, outer.from))
  return spans
}

/** "After urging *people to stay at home*, the mayor flew to Oslo": what is said stands before whoever goes on with a deed. */
function ledContents({ items }: Frame, { at, form }: Cue, { side, from, to }: Source): Content[] | null {
  if (side !== 1 || (form !== ONGOING && form !== LAST_ONGOING)) return null
  if (items[from - 1]?.tag !== ',' || from - 1 - (at + 1) < 2 || !'DZB'.includes(items[to]?.tag ?? '.'))
    return null
  // Behind a verb of speech, and not "announcing the results".
  return items.slice(at + 1, from - 1).some(({ tag }) => tag === 'Q' || tag === 't')
    ? [{ from: at + 1, to: from - 1 }]
    : null
}

/** The forms of a cue that is a participle with -ing. */
const ONGOING = 9
const LAST_ONGOING = 10

/** How far behind the attribution the comma may stand that ends it ("…, he said *on condition that*, …"). */
const ASIDE_REACH = 10

/**
 * What an attribution set apart by a comma parts, with when and where it was said: "The road, *she said in Oslo*, is
 * open". Null where what follows may be of any kind.
 */
function partedContents(frame: Frame, { at, form }: Cue, { from, to }: Outer): Content[] | null {
  const { items } = frame
  if (form < FINITE || form > LAST_FINITE || !'VZD'.includes(items[at]!.tag)) return null
  const before = wordsBefore(frame, from)
  if (before.to <= before.from) return null
  let comma = to
  if (speechData.adjuncts.has(items[to]?.lower ?? '')) {
    while (comma < to + ASIDE_REACH && !',.'.includes(items[comma]?.tag ?? '.')) {
      const { tag, lower } = items[comma]!
      if ('VZDMBQW'.includes(tag) || (tag === 'I' && lower === 'that')) return null
      comma++
    }
    if (!items[comma] || items[comma]!.tag === '.') return [before]
    if (items[comma]!.tag !== ',') return null
  } else if (items[to]?.tag !== ',') return null
  const next = items[comma + 1]
  if (!next || !'MBZDC'.includes(next.tag)) return comma > to && next && next.tag !== 'Q' ? [before] : null
  const after = { from: comma + 1, to: items.at(-1)!.tag === '.' ? items.length - 1 : items.length }
  return after.to > after.from ? [before, after] : [before]
}

/** The forms of a cue that is a finite verb. */
const FINITE = 3
const LAST_FINITE = 8

const push = (spans: Content[], span: Content) => {
  if (span.to > span.from) spans.push(span)
}

/** All that stands before an attribution which starts at `from`. */
export function wordsBefore({ items }: Frame, from: number): Content {
  let to = from
  if (items[to - 1]?.tag === '.' && items[to - 2]?.word.name.honorific) to -= 2
  // "…, *Navy Cmdr.* Anna Berg said": a rank before the name.
  if (items[to - 1]?.tag === '.') {
    let rank = to - 2
    while (rank > 0 && to - rank < LONGEST_RANK && items[rank]!.tag === 'P') rank--
    if (rank < to - 2 && items[rank]?.tag === ',') to = rank
  }
  while (to > 0 && ',-:.CI'.includes(items[to - 1]!.tag)) to--
  let first = glueIn(items, 1, to)
  while (first < to && 'C,-:\'".'.includes(items[first]!.tag)) first++
  return { from: first, to }
}

/** The last item from which a second sentence goes on without a stop before it ("the tour *The* release is late"); 0 if none. */
function glueIn(items: Frame['items'], from: number, to: number): number {
  for (let i = to - 2; i >= from; i--) if (isGlued(items, i)) return i
  return 0
}

/** Whether a word that is capital only where a sentence starts stands right behind a noun, as in captions glued to a text. */
function isGlued(items: Frame['items'], at: number): boolean {
  const [before, { text, tag, lower }, next] = [items[at - 1], items[at]!, items[at + 1]]
  if (
    (tag !== 'T' && tag !== 'H') ||
    lower === 'i' ||
    lower === 'a' ||
    !before ||
    !next ||
    !'NSP#Q'.includes(before.tag)
  )
    return false
  return /^\p{Lu}\p{Ll}*$/u.test(text) && /^\p{Ll}/u.test(next.text) && /[\p{L}\d”"]$/u.test(before.text)
}

/** Items. */
const LONGEST_RANK = 6

/** How far behind the cue a "that" may stand, past whoever is told and when. */
const THAT_REACH = 8

/** What follows the attribution: past whoever is told, "that" or a colon, up to a semicolon or the frame's end. */
function contentAfter(frame: Frame, chunks: readonly Chunk[], cue: Cue, outer: Outer): Content {
  const { items } = frame
  const told = pastListener(frame, chunks, cue, outer.to)
  let from = openerAfter(items, told, outer.to)
  while (from < items.length && ',-:\'"'.includes(items[from]!.tag)) from++
  from = pastDay(items, from)
  let end = from
  while (end < items.length && items[end]!.lower !== ';' && (end === from || !isGlued(items, end))) end++
  end = endOfWords(frame, chunks, cue, outer.from, from, end)
  while (end > from && '.,-:\'"'.includes(items[end - 1]!.tag)) end--
  return { from, to: end }
}

/** "noted *on Friday* an increase": past the day, where more follows. */
function pastDay(items: Frame['items'], from: number): number {
  // "told reporters *on June 16* the road was open"
  const dated =
    items[from]?.lower === speechData.onDay &&
    items[from + 2]?.tag === '#' &&
    'TNSPJO'.includes(items[from + 3]?.tag ?? '.')
  if (dated && /^\p{Lu}/u.test(items[from + 1]!.text)) return from + 3
  const day = items[from]?.lower === speechData.onDay && items[from + 1]?.tag === 'R'
  return day && 'TNSPJO#Q'.includes(items[from + 2]?.tag ?? '.') ? from + 2 : from
}

/** The item after the person who is told, or the last of several, for verbs that take one. */
function pastListener({ items }: Frame, chunks: readonly Chunk[], cue: Cue, to: number): number {
  if (!takesListener[cue.word]) return to
  // "telling" may be read with whoever is told.
  let told = chunks.find(
    (chunk) => chunk.from === to || (chunk.from < to && to < chunk.to && items[to]!.tag === 'P'),
  )
  if (!told) return to
  // "told *reporters* Berg would go": whoever is named next is in what is said.
  for (let i = told.from; i < told.to - 1; i++)
    if (items[i]!.tag === 'S' && items[i + 1]!.tag === 'P') return i + 1
  for (let next = told; next; ) {
    told = next
    let at = told.to
    while (items[at] && LINKS.has(items[at]!.lower)) at++
    const other: Chunk | undefined = at > told.to ? chunks.find(({ from }) => from === at) : undefined
    if (!other || !LISTENERS.test(other.kind) || 'VZDMB'.includes(items[other.to]?.tag ?? '.')) break
    next = other
  }
  return told.to
}

/** What stands between the listeners of a list: "the ministers of Norway and Denmark as well as Tom Holm". */
const LINKS: ReadonlySet<string> = new Set([',', ...speechData.links])

/** Of each cue word, whether it tells what somebody thinks. */
const mental: readonly boolean[] = cueWords.map(
  (key) => key.endsWith('/v') && speechData.mental.has(key.slice(0, -2)),
)

/** Of each cue word, whether its first object is who is told. */
export const takesListener: readonly boolean[] = cueWords.map(
  (key) => key.endsWith('/v') && speechData.listenerVerbs.has(key.slice(0, -2)),
)

/** Whom a list of listeners goes on with. */
const LISTENERS = /^(?:person|role|roles|group|organisation|place)$/

/** The item after a "that" or a colon, or the quotation, that no verb parts from the cue. */
function openerAfter(items: Frame['items'], from: number, outer: number): number {
  for (let i = from; i < Math.min(items.length, Math.max(from + 1, outer + THAT_REACH)); i++) {
    const { tag, lower } = items[i]!
    if (tag === 'Q') return i
    if (
      lower === ':' ||
      (lower === 'that' && !isDemonstrative(items, i) && !(i > from && isRelative(items, i)))
    )
      return i + 1
    if ('VZDMBW'.includes(tag)) break
  }
  // "told the Herald.": nothing follows whoever is told.
  return from > outer || (from < items.length && items[from]!.tag !== '.') ? from : outer
}

/** "called it the glue *that* held them together" */
const isRelative = (items: Frame['items'], that: number) => {
  const [before, after] = [items[that - 1]?.tag ?? '.', items[that + 1]?.tag ?? '.']
  return ('NSP'.includes(before) && 'ZDEBM'.includes(after)) || (before === 'S' && after === 'V')
}

/** "details of *that* report" */
const isDemonstrative = (items: Frame['items'], that: number) =>
  items[that - 1]?.tag === 'I' && speechData.prepositions.has(items[that - 1]!.lower)
