import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Frame } from '../chunks/frames.js'
import type { Attribution } from './attribution.js'
import { type Content, outerOf, takesListener } from './content.js'

/** Below this an attribution is left out. */
const THRESHOLD = 0.35

/** The same with marked words; and without any for a verb that as often tells what somebody does as says ("backs"). */
const QUOTE_THRESHOLD = 0.25
const DEED_THRESHOLD = 0.46

/** How much likelier an inner attribution has to be than the one around it to stay in its place, unless it alone says. */
const INNER_MARGIN = 0.3

/** How likely one that comes after another's words ("…, and vowed to …") has to be to cut them short. */
const CUTS = 0.5

/** How likely a saying within what is said has to be for its marked words to be given to it. */
const NESTED = 0.75

/** The fewest items that words said may be cut down to, unless it is a quotation. */
const SHORTEST = 2

/**
 * The attributions of a frame that hold together, in the order of their cues. What one person says another said is
 * the outer one's words, so a cue inside them goes, unless it only comes after them ("…, and vowed to …"). One that
 * follows all it reports, another's saying included, is who passes that on.
 */
export function selectAttributions(frame: Frame, all: readonly Attribution[]): Attribution[] {
  if (!all.length) return []
  let kept: Attribution[] = []
  const ranked = all
    .filter(
      (one) =>
        one.probability >= leastOf(frame, one) &&
        one.contents.length > 0 &&
        !tellsOnlyWhen(frame, one) &&
        !isTalkedOf(frame, one),
    )
    .sort((a, b) => b.probability - a.probability)
  for (const next of ranked) kept = add(frame, kept, next) ?? kept
  // What is cut short by another may tell no more than when.
  return kept.filter((one) => !tellsOnlyWhen(frame, one)).sort((a, b) => a.cue.at - b.cue.at)
}

const leastOf = (frame: Frame, one: Attribution) =>
  quotes(frame, one) ? QUOTE_THRESHOLD : deeds[one.cue.word]! ? DEED_THRESHOLD : THRESHOLD

/** Of each cue word, whether it is a verb, but none of speech. */
const deeds: readonly boolean[] = cueWords.map(
  (key) => key.endsWith('/v') && !speechData.speechVerbs.has(key.slice(0, -2)),
)

/** "Berg *was criticised* for …", "did not confirm *or deny* it": nothing that is said by anybody. */
function isTalkedOf({ items }: Frame, { cue, source, contents }: Attribution): boolean {
  if (isFurniture(items)) return true
  const opener = items[contents[0]!.from]!
  if (opener.tag === 'C' && contents[0]!.from === cue.at + 1) return true
  // "a firm *said to* plan layoffs": others say so.
  if (cue.form !== 5 && 'DE'.includes(items[cue.at]!.tag) && isInfinitive(items, cue.at + 1)) {
    const verb = speechData.speechVerbs.get(items[cue.at]!.lower)
    if (verb !== undefined && speechData.toldOf.has(verb)) return true
  }
  // "blamed him *for refusing* to go": who refuses is not who blames.
  if (
    items[cue.at]!.tag === 'G' &&
    items[cue.at - 1]?.lower === 'for' &&
    cue.group === cue.at &&
    source.side === 0
  )
    return true
  // "the aid announced *by Berg* is late": the clause is the reporter's.
  const agent = source.side === 1 && items[source.from - 1]?.lower === speechData.by
  if (
    agent &&
    'DE'.includes(items[cue.at]!.tag) &&
    cue.group === cue.at &&
    'BZM'.includes(items[source.to]?.tag ?? '.')
  )
    return true
  // "The strikes were called *by* the union": of a thing nothing is said.
  const told = ({ from, to }: Content) =>
    from >= source.to
      ? items[from - 1]?.lower === 'that' || items.slice(from, to).some(({ tag }) => tag === 'Q')
      : holdsVerb(items, from, to)
  if (agent && cue.form === PASSIVE && !contents.some(told)) return true
  const passive = (cue.form === PASSIVE || goesOnPassive(items, cue)) && source.side === 0
  return passive && speechData.speechVerbs.has(items[cue.at]!.lower)
}

const holdsVerb = (items: Frame['items'], from: number, to: number) =>
  items.slice(from, to).some(({ tag }) => 'QZDBMV'.includes(tag))

const isInfinitive = (items: Frame['items'], at: number) =>
  items[at]?.tag === 't' && 'VBR'.includes(items[at + 1]?.tag ?? '.')

/** "was taken there *and pronounced* dead": a participle that shares the helper of the one before, and has no clause. */
function goesOnPassive(items: Frame['items'], { at, group, form }: Attribution['cue']): boolean {
  if ((form !== 7 && form !== 8) || group !== at || items[at - 1]?.tag !== 'C') return false
  if (!'JINR.'.includes(items[at + 1]?.tag ?? '.') || items[at + 1]?.lower === 'that') return false
  for (let i = at - 2; i > 0 && at - i <= SHARED_REACH; i--) {
    const { tag } = items[i]!
    if (tag === 'E' || tag === 'D') return items[i - 1]!.tag === 'B'
    if ('VZBMHWQ'.includes(tag)) return false
  }
  return false
}

/** How many items a helper may reach from one participle to the next. */
const SHARED_REACH = 8

/** "Story continues below": words of the page, and nobody's. */
const isFurniture = (items: Frame['items']) =>
  items.length > 1 && speechData.furniture.has(`${items[0]!.lower} ${items[1]!.lower}`)

/**
 * How likely an attribution has to be for its source to be named for what it reports: a verb of speech for words that
 * nobody marked as said, and anything else ("backs", "met") for marked words and for others. Below it fewer than six in
 * ten of the articles annotated by hand have a statement there.
 */
const NAMED_SPEECH = 0.5
const NAMED_DEED_QUOTE = 0.5
const NAMED_DEED = 0.6

/** Whether it is sure enough that words are the source's for the source to be named. */
export function namesSource(one: Attribution, marked: boolean): boolean {
  const spoken = says(one) || !deeds[one.cue.word]!
  if (marked) return spoken || one.probability >= NAMED_DEED_QUOTE
  return one.probability >= (spoken ? NAMED_SPEECH : NAMED_DEED)
}

/** The form of a cue that is a participle behind "to be". */
const PASSIVE = 6

/** "warned the minister on Friday in Oslo": no word of what. */
function tellsOnlyWhen({ items }: Frame, { cue, contents }: Attribution): boolean {
  if (!takesListener[cue.word]) return false
  return contents.every(({ from, to }) => {
    const said = items.slice(from, to)
    return speechData.adjuncts.has(said[0]!.lower) && !said.some(({ tag }) => 'QVZDMBG'.includes(tag))
  })
}

/** The kept ones with a new one among them, null where it has to go. */
function add(frame: Frame, kept: readonly Attribution[], next: Attribution): Attribution[] | null {
  let mine = next
  const rest: Attribution[] = []
  for (let k = 0; k < kept.length; k++) {
    const [ours, theirs] = settle(frame, mine, kept[k]!)
    if (!ours) return theirs ? kept.map((one, i) => (i === k ? theirs : one)) : null
    mine = ours
    if (theirs) rest.push(theirs)
  }
  return [...rest, mine]
}

type Pair = readonly [mine: Attribution | null, theirs: Attribution | null]

/** What becomes of two attributions that may claim the same words; the second is the likelier one. */
function settle(frame: Frame, mine: Attribution, theirs: Attribution): Pair {
  const within = holds(theirs, mine.cue.at)
  const around = holds(mine, theirs.cue.at)
  if (within && around) {
    if (mine.cue.at > theirs.cue.at) return swap(passOn(frame, theirs, mine))
    return passOn(frame, mine, theirs)
  }
  if (within) return nest(frame, theirs, mine)
  if (around) return swap(nest(frame, mine, theirs))
  const contents = without(mine.contents, theirs.contents)
  return [contents.length ? change(mine, { contents }) : null, theirs]
}

const swap = ([first, second]: Pair): Pair => [second, first]

/**
 * Of two that hold each other, the later one follows all that is reported: it passes a saying on, and whatever is no
 * saying is what it says.
 * @returns what becomes of the earlier and of the later one
 */
function passOn(frame: Frame, earlier: Attribution, later: Attribution): Pair {
  if (!says(earlier) && !(conveys(earlier) && quotes(frame, earlier))) return [null, later]
  if (isParenthesis(frame, earlier, later)) return [change(earlier, { via: later.source }), null]
  const end = startOf(frame, outerOf(later.cue, later.source).from, later)
  const contents = cutAt(frame, earlier.contents, end) ?? earlier.contents
  // 'Berg said “I do not know,” *she said*': nobody else.
  if (later.source.chunk.kind === 'he' && earlier.source.chunk.kind === 'person')
    return [change(earlier, { contents }), null]
  return [change(earlier, { contents, via: later.source }), null]
}

/** "said the route, *according to an aide*, would change": what is said goes on with its verb behind the later one. */
function isParenthesis({ items }: Frame, earlier: Attribution, later: Attribution): boolean {
  const { to } = outerOf(later.cue, later.source)
  const comma = items.findIndex(({ tag }, at) => at >= to && tag === ',')
  return comma >= 0 && holds(earlier, comma + 1) && 'MBZD'.includes(items[comma + 1]!.tag)
}

/** @returns what becomes of the inner and of the outer one */
function nest(frame: Frame, outer: Attribution, inner: Attribution): Pair {
  const speaks = says(inner) || speechData.speechVerbs.has(frame.items[inner.cue.at]!.lower)
  if (tellsAhead(frame, outer) && speaks && inner.source.side === 0 && inner.probability >= CUTS)
    return [change(inner, { via: outer.source }), null]
  if (conveys(outer) && quotes(frame, outer) && says(inner) && isTold(frame, inner)) {
    const contents = cutAt(
      frame,
      outer.contents,
      startOf(frame, outerOf(inner.cue, inner.source).from, inner),
    )
    if (contents) return [inner, change(outer, { contents, via: inner.source })]
  }
  const piece = outer.contents.find(({ from, to }) => from <= inner.cue.at && inner.cue.at < to)!
  if (piece.from < outerOf(outer.cue, outer.source).from) return passOn(frame, inner, outer)
  const from = outerOf(inner.cue, inner.source).from
  if (inner.probability >= CUTS && coordinate(frame, inner, from) && !sharesClause(frame, outer, inner)) {
    const contents = cutAt(frame, outer.contents, startOf(frame, from, inner))
    if (contents) {
      const left = without(inner.contents, contents)
      return left.length ? [change(inner, { contents: left }), change(outer, { contents })] : [null, outer]
    }
  }
  const margin = says(inner) && !says(outer) ? 0 : INNER_MARGIN
  if (inner.probability > outer.probability + margin) return [inner, null]
  const owns = inner.probability >= NESTED && quotes(frame, inner)
  return [null, owns ? change(outer, { nested: [...outer.nested, inner] }) : outer]
}

/** "said that it had failed *and had shown* …": a verb with a helper goes on with a clause, not with a plain verb. */
const sharesClause = ({ items }: Frame, outer: Attribution, inner: Attribution) =>
  items.slice(inner.cue.group, inner.cue.at).some(({ tag }) => tag === 'B' || tag === 'M') &&
  outer.cue.group === outer.cue.at &&
  inner.source.from === outer.source.from

/** "…, *an official told reporters*: …": set apart by a comma alone, it passes on what stands before it. */
const isTold = ({ items }: Frame, { cue, source }: Attribution) =>
  source.side === 0 && items[outerOf(cue, source).from - 1]?.tag === ','

/** "*According to the agency*, the minister said": who is named ahead passes on what the other says. */
const tellsAhead = ({ items }: Frame, { cue, contents }: Attribution) =>
  items[cue.at]!.lower === speechData.according && contents.every(({ from }) => from > cue.at)

const speech: readonly boolean[] = cueWords.map((key) => speechData.reporting.has(key))
/** Whether a verb of saying attributes. */
export const says = ({ cue }: Attribution) => speech[cue.word]!

const conveying: readonly boolean[] = cueWords.map((key) => speechData.conveying.has(key))
const conveys = ({ cue }: Attribution) => conveying[cue.word]!

const change = (
  { cue, source, contents, probability, via, nested }: Attribution,
  to: Partial<Pick<Attribution, 'contents' | 'via' | 'nested'>>,
): Attribution => ({
  cue,
  source,
  contents: to.contents ?? contents,
  probability,
  via: to.via ?? via,
  nested: to.nested ?? nested,
})

const quotes = ({ items }: Frame, { contents }: Attribution) =>
  contents.some(({ from, to }) => items.slice(from, to).some(({ tag }) => tag === 'Q'))

/** Whether an item is among the words an attribution reports. */
export const holds = ({ contents }: Attribution, at: number) =>
  contents.some(({ from, to }) => from <= at && at < to)

/** Where a second attribution starts, its conjunction and comma included. */
function startOf({ items }: Frame, outer: number, { cue }: Attribution): number {
  let from = Math.min(outer, cue.group)
  if (from !== cue.group && coordinates(items[cue.group - 1])) from = cue.group
  while (from > 0 && coordinates(items[from - 1])) from--
  return from
}

const coordinates = (item: Frame['items'][number] | undefined) =>
  item !== undefined && (/[,:\-C]/.test(item.tag) || /^(?:while|as|though|although)$/.test(item.lower))

const coordinate = ({ items }: Frame, { cue }: Attribution, outer: number) =>
  coordinates(items[outer - 1]) || coordinates(items[cue.group - 1])

/** The spans without what stands at or after an item; null where too little would stay. */
function cutAt({ items }: Frame, spans: readonly Content[], at: number): readonly Content[] | null {
  const cut = spans
    .map(({ from, to }) => ({ from, to: Math.min(to, at) }))
    .filter(({ from, to }) => to > from)
  return cut.some(({ from, to }) => to - from >= SHORTEST || items[from]!.tag === 'Q') ? cut : null
}

/** Words are said once: what `mine` holds beyond `theirs`. */
function without(mine: readonly Content[], theirs: readonly Content[]): readonly Content[] {
  const left: Content[] = []
  for (const { from, to } of mine) {
    let start = from
    let end = to
    for (const other of theirs) {
      if (other.to <= start || other.from >= end) continue
      if (other.from <= start) start = other.to
      else end = other.from
    }
    if (end > start) left.push({ from: start, to: end })
  }
  return left
}
