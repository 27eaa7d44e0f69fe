import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Chunk } from '../chunks/chunks.js'
import { chunkKinds } from '../chunks/chunks.js'
import type { Frame } from '../chunks/frames.js'
import type { Attribution } from './attribution.js'
import { type Content, findContents, outerOf } from './content.js'
import { CONTEXTS, CUE_FORMS, CUE_WORDS, type Cue, contextOf, findCues } from './cues.js'
import { bucket, type Features, layout, loadWeights, logistic, newFeatures, score } from './linear.js'
import { attributionModel } from './model.js'
import { passQuotedOn } from './quoting.js'
import { type Counts, countItems, findSource, marginBucket, type Source } from './sources.js'

const KINDS = chunkKinds.length
const OPENERS = 6
const slots = layout({
  bias: 1,
  word: CUE_WORDS,
  form: CUE_FORMS,
  after: CONTEXTS,
  before: CONTEXTS,
  negated: 2,
  wordAfter: CUE_WORDS * 6,
  kind: KINDS,
  side: 3,
  sideDistance: 27,
  margin: 7,
  contentSide: 4,
  length: 8,
  lengthSide: 32,
  quote: 4,
  firstItem: CONTEXTS,
  firstItemForm: CONTEXTS * CUE_FORMS,
  cuesBefore: 4,
  cuesAfter: 4,
  sourceBefore: CONTEXTS,
  paragraph: 3,
  verbInContent: 3,
  adjacent: 2,
  outerLength: 8,
  clauseBefore: 3,
  wordForm: CUE_WORDS * 4,
  opener: OPENERS * CUE_FORMS,
  wordOpener: CUE_WORDS * OPENERS,
  kindOpener: KINDS * OPENERS,
  kindForm: KINDS * CUE_FORMS,
  kindSide: KINDS * 4,
  light: 2 * OPENERS,
})
export const acceptLayout = slots
const at = slots.at

/** What follows a cue, in six kinds: nothing, a quotation, "that" or a clause, "to", a preposition, anything else. */
function afterKind(after: number): number {
  if (after === 1 || after === 2) return 1
  if (after === 18 || after === 9 || after === 11) return 2
  if (after === 4) return 3
  if (after >= 19 && after < 30) return 4
  return after === 0 || after === 3 ? 0 : 5
}

/** How the words said begin: with "that", a quotation, after a colon, with "to", a question word, or otherwise. */
function openerOf(items: Frame['items'], content: Content | undefined): number {
  if (!content) return 0
  if (items[content.from]!.tag === 'Q') return 1
  const before = items[content.from - 1]
  if (before?.lower === 'that') return 2
  const first = items[content.from]!
  if (before?.tag === ':' || first.tag === 'W' || first.lower === 'whether') return 3
  return first.tag === 't' ? 4 : 5
}

const features = newFeatures()

export function acceptFeatures(
  frame: Frame,
  counts: Counts,
  cues: readonly Cue[],
  rank: number,
  source: Source,
  contents: readonly Content[],
): Features {
  const { items } = frame
  const cue = cues[rank]!
  const first = contents[0]
  const outer = outerOf(cue, source)
  let length = 0
  let quotes = 0
  let verbs = 0
  for (const { from, to } of contents) {
    length += to - from
    quotes += counts.quotes[to]! - counts.quotes[from]!
    verbs += counts.verbs[to]! - counts.verbs[from]!
  }
  const side = contents.length > 1 ? 2 : !first ? 3 : first.from < outer.from ? 0 : 1
  const whole = quotes > 0 && length === quotes
  const main = contents.at(-1)
  const firstItem = contextOf(main && items[main.from])
  const opener = openerOf(items, main)
  const kind = source.chunk.kindIndex
  const f = features.list
  let n = 0
  f[n++] = at.bias
  f[n++] = at.word + cue.word
  f[n++] = at.form + cue.form
  f[n++] = at.after + cue.after
  f[n++] = at.before + cue.before
  f[n++] = at.negated + (cue.negated ? 1 : 0)
  f[n++] = at.wordAfter + cue.word * 6 + afterKind(cue.after)
  f[n++] = at.kind + kind
  f[n++] = at.side + source.side
  f[n++] = at.sideDistance + source.distance * 3 + source.side
  f[n++] = at.margin + marginBucket(source.score)
  f[n++] = at.contentSide + side
  f[n++] = at.length + bucket(length, 7)
  f[n++] = at.lengthSide + bucket(length, 7) * 4 + side
  f[n++] = at.quote + (whole ? 2 : quotes > 0 ? 1 : 0)
  f[n++] = at.firstItem + firstItem
  f[n++] = at.firstItemForm + firstItem * CUE_FORMS + cue.form
  f[n++] = at.cuesBefore + Math.min(3, rank)
  f[n++] = at.cuesAfter + Math.min(3, cues.length - rank - 1)
  f[n++] = at.sourceBefore + contextOf(items[source.from - 1])
  f[n++] = at.paragraph + Math.min(2, frame.paragraph + 1)
  f[n++] = at.verbInContent + Math.min(2, verbs)
  f[n++] = at.opener + opener * CUE_FORMS + cue.form
  f[n++] = at.wordOpener + cue.word * OPENERS + opener
  f[n++] = at.kindOpener + kind * OPENERS + opener
  f[n++] = at.kindForm + kind * CUE_FORMS + cue.form
  f[n++] = at.light + (cue.light ? OPENERS : 0) + opener
  f[n++] = at.kindSide + kind * 4 + side
  f[n++] = at.adjacent + (outer.to - outer.from === source.to - source.from + cue.at + 1 - cue.group ? 1 : 0)
  f[n++] = at.outerLength + bucket(outer.to - outer.from, 7)
  f[n++] = at.clauseBefore + Math.min(2, counts.clauses[outer.from]!)
  f[n++] = at.wordForm + cue.word * 4 + formKind(cue.form)
  features.size = n
  return features
}

const weights = loadWeights(slots, attributionModel.accept)

/** Infinitives, finite forms, -ing forms, and what is no verb. */
const formKind = (form: number) => (form < 3 ? 0 : form < 9 ? 1 : form < 11 ? 2 : 3)

/** A cue with its source, everything the frame's fitted judgement looks at. */
export interface Candidate {
  readonly cue: Cue
  readonly source: Source
  readonly contents: readonly Content[]
  readonly features: Features
}

export interface FrameReading {
  readonly counts: Counts
  readonly cues: readonly Cue[]
}

const NO_COUNTS: Counts = { verbs: [], commas: [], quotes: [], clauses: [] }

export function readFrame(frame: Frame): FrameReading {
  const cues = findCues(frame)
  return { counts: cues.length ? countItems(frame) : NO_COUNTS, cues }
}

export function candidates(
  frame: Frame,
  chunks: readonly Chunk[],
  { counts, cues }: FrameReading,
  visit: (candidate: Candidate) => void,
): void {
  cues.forEach((cue, rank) => {
    const source = findSource(frame, counts, chunks, cue)
    if (!source) return
    const contents = findContents(frame, chunks, counts, cue, source)
    visit({ cue, source, contents, features: acceptFeatures(frame, counts, cues, rank, source, contents) })
  })
}

/** The least likelihood of a plain report, however rare its verb was in the articles the weights are fitted on. */
const REPORT = 0.5

const reporting: readonly boolean[] = cueWords.map((key) => speechData.reporting.has(key))

/** Somebody, a verb of saying, and a clause with "that": the frame that reports speech by its grammar alone. */
function isReport(frame: Frame, cue: Cue, source: Source, contents: readonly Content[]): boolean {
  return (
    reporting[cue.word]! &&
    !cue.negated &&
    source.side === 0 &&
    source.score > 1 &&
    contents.length === 1 &&
    openerOf(frame.items, contents[0]) === 2 &&
    /^(?:I|we|he|they|person|organisation|place|name|role|roles|group|body)$/.test(source.chunk.kind)
  )
}

const claims: readonly boolean[] = cueWords.map((key) => speechData.claims.has(key))

/** "Mr Berg's claim that …", "as Berg put it": by their grammar alone, too. */
function isClaim({ items }: Frame, cue: Cue, source: Source, contents: readonly Content[]): boolean {
  if (contents.length !== 1 || !claims[cue.word]!) return false
  if (source.side === 2) return openerOf(items, contents[0]) === 2 && items[source.to]?.tag === "'"
  return items[cue.at + 1]?.lower === speechData.it && source.to === cue.group
}

const conveying: readonly boolean[] = cueWords.map((key) => speechData.conveying.has(key))

/** "Berg set out “two paths”": marked words right behind a verb that puts them to others. */
function putsForward({ items }: Frame, cue: Cue, source: Source, contents: readonly Content[]): boolean {
  const [content] = contents
  return (
    conveying[cue.word]! &&
    !cue.negated &&
    source.side === 0 &&
    source.to === cue.group &&
    source.score > 1 &&
    contents.length === 1 &&
    items.slice(content!.from, content!.from + QUOTE_REACH).some(({ tag }) => tag === 'Q') &&
    /^(?:I|we|he|they|person|organisation|place|name|role|roles|group|body)$/.test(source.chunk.kind)
  )
}

const QUOTE_REACH = 3

/** Every attribution that a frame may hold, in the order of their cues, none left out yet. */
export function findAttributions(frame: Frame, chunks: readonly Chunk[]): readonly Attribution[] {
  const found: Attribution[] = []
  const take = ({ cue, source, contents, features }: Candidate) => {
    const fitted = logistic(score(weights, features))
    const report =
      isReport(frame, cue, source, contents) ||
      isClaim(frame, cue, source, contents) ||
      putsForward(frame, cue, source, contents)
    const probability = report ? Math.max(fitted, REPORT) : fitted
    found.push({ cue, source, contents, probability, via: null, nested: [] })
  }
  const reading = readFrame(frame)
  candidates(frame, chunks, reading, take)
  return passQuotedOn(frame, chunks, reading.counts, found)
}
