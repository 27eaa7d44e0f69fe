import { speechData } from '../language/en/speech/speech.js'
import type { Document, NameMention, Quotation, Speaker } from './annotations.js'
import type { Attribution } from './quotations/attribution/attribution.js'
import { findAttributions } from './quotations/attribution/attributions.js'
import { headlineSource } from './quotations/attribution/headlines.js'
import {
  announcing,
  endsInColon,
  leading,
  signature,
  type Voice,
  voiceOf,
} from './quotations/attribution/loose.js'
import { holds as holdsItem, namesSource, says, selectAttributions } from './quotations/attribution/select.js'
import type { Source } from './quotations/attribution/sources.js'
import { type Frame, isTitle, isUtterance } from './quotations/chunks/frames.js'
import type { Quoted } from './quotations/chunks/marks.js'
import { type FramedSentence, frameDocument } from './quotations/chunks/sentences.js'
import { transcribed } from './quotations/chunks/transcripts.js'
import { newMemory, remember } from './quotations/speakers/memory.js'
import type { Place } from './quotations/speakers/pronouns.js'
import { inferred, passedOn, speakerOf, unnamed } from './quotations/speakers/speakers.js'

/** The quotations of a document, in order of their start. */
export function findQuotations(document: Document, names: readonly NameMention[]): Quotation[] {
  const { framed } = frameDocument(document, names)
  const read = readStatements(document.text, framed)
  const voices = read.map(({ voice }) => voice)
  const lines = transcribed(document, names)
  const found = read
    .flatMap(({ made, loose, voice }, at) =>
      lines.has(voice.paragraph)
        ? []
        : [
            ...made,
            ...loose.map(({ quoted, speaker, cue, context, alone }) => {
              const voice = alone ? null : (speaker ?? voiceOf(document.text, voices, at, quoted))
              const who = voice && !speaker && namesItself(document.text, quoted, voice) ? null : voice
              return direct(quoted, who, cue, context)
            }),
          ],
    )
    .concat([...lines.values()])
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return namedElsewhere(document.text, found)
}

/** Whether marked words speak of somebody by their whole name: hardly their own words. */
const namesItself = (text: string, { start, end }: Quoted, { name }: Speaker) =>
  /^\p{Lu}/u.test(name) && name.includes(' ') && text.slice(start, end).includes(name)

/** The fewest letters of marked words that stand twice in an article because they are said once. */
const LEAST_REPEATED = 12
/** Of so many marked passages at most an article is searched for words that it repeats. */
const MOST_MARKED = 400

/**
 * The lead of an article often quotes a few words of "*a co-chair of the panel*" that stand whole, under a name,
 * further down: both are that person's.
 */
function namedElsewhere(text: string, quotations: readonly Quotation[]): Quotation[] {
  const named = quotations
    .filter(({ direct, speaker }) => direct && speaker && /^\p{Lu}.*\s\p{Lu}/u.test(speaker.name))
    .slice(0, MOST_MARKED)
    .map((one) => ({ one, words: text.slice(one.start, one.end).toLowerCase() }))
  let searched = 0
  return quotations.map((quotation) => {
    const { direct, speaker, start, end } = quotation
    if (!direct || !speaker || !DESCRIPTION.test(speaker.name) || end - start < LEAST_REPEATED)
      return quotation
    if (++searched > MOST_MARKED) return quotation
    const words = text.slice(start, end).replace(/[,.]$/, '').toLowerCase()
    const whole = named.find(({ one, words: other }) => one.start !== start && other.includes(words))
    if (!whole) return quotation
    const { name, role } = whole.one.speaker!
    return { ...quotation, speaker: { ...speaker, name, role, confidence: 'resolved' as const } }
  })
}

/** One person by what they are, and no several: "spokesman for the firm". */
const DESCRIPTION = /^\p{Ll}\S*[^s\s](?:\s|$)/u

interface FrameStatements {
  readonly made: readonly Quotation[]
  readonly loose: readonly Loose[]
  readonly voice: Voice
}

/** Marked words that no attribution of their frame holds for certain. */
interface Loose {
  readonly quoted: Quoted
  readonly speaker: Speaker | null
  /** Of the attribution in its frame that they go with. */
  readonly cue: Quotation['cue']
  readonly context: Quotation['context']
  /** Whether nobody who speaks around it may be taken for its speaker. */
  readonly alone?: true
}

function readStatements(text: string, framed: readonly FramedSentence[]): FrameStatements[] {
  const memory = newMemory()
  return framed.map((sentence, index) => {
    const { frame, chunks } = sentence
    const place: Place = { frame, chunks, text, index }
    const signed = signature(sentence)
    const all = signed ? [] : findAttributions(frame, chunks)
    const kept = headed(
      selectAttributions(frame, all),
      signed ? null : headlineSource(sentence, index, framed[index + 1]?.frame.paragraph !== frame.paragraph),
    )
    const resolve = ({ source, via, cue }: Attribution): Speaker => {
      const speaker = speakerOf(place, source, cue, memory)
      return via ? reportedBy(speaker, speakerOf(place, via, null, memory)) : speaker
    }
    const reported = kept.flatMap((attribution) => statements(text, sentence, attribution, resolve))
    const made = signed
      ? [
          direct(frame.items[0]!.quoted!, speakerOf(place, signed, null, memory), null, {
            start: frame.start,
            end: frame.end,
          }),
        ]
      : reported.map(({ quotation }) => quotation)
    const announces = endsInColon(frame)
    const continues = frame.items[0]!.quoted?.continues ?? false
    const lead =
      (announces ? announcing(all, frame) : null) ??
      leading(kept, frame) ??
      (announces ? leading(all, frame) : null)
    const speaker = signed ? made[0]!.speaker : lead && resolve(lead)
    const next = framed[index + 1]?.frame
    // Two quotations side by side are two voices; an attribution behind them is the second's.
    const beside =
      next?.paragraph === frame.paragraph && next.items[0]!.tag === 'Q' && frame.items.at(-1)!.tag === 'Q'
    const loose = looseIn(text, sentence, made, all, resolve).map((one) =>
      beside && one.speaker === null ? { ...one, alone: true as const } : one,
    )
    remember(memory, sentence, index, namedIn(made))
    if (kept.some(({ source }) => isStranger(source, made))) memory.stranger = index
    // "*He*, who worked with Berg, said": whoever it is, it is not one whom the clause names.
    const untold = made.some(({ speaker }) => speaker?.confidence === 'unclear')
    const before = ({ source: { chunk } }: Attribution) => chunks[chunks.indexOf(chunk) - 1]
    const isWho = (one: Attribution) => one.source.chunk.kind === 'who' && before(one)?.kind !== 'person'
    if (untold && kept.some(isWho)) memory.stranger = index + 1
    // "*A woman who* accused Berg said": no name stands for her.
    else if (kept.some((one) => isWho(one) && before(one)?.kind === 'role'))
      memory.stranger = Math.max(memory.stranger, index)
    return {
      made: signed ? made : reported.map(asListed(text)),
      loose,
      voice: { paragraph: frame.paragraph, speaker, announces, continues },
    }
  })
}

/** What an attribution reports, and whether it is so likely a saying of its source that they are named for it. */
interface Reported {
  readonly quotation: Quotation
  readonly sure: boolean
}

/** What is hardly a saying stands under nobody's name, though its source is the one that the text goes on about. */
const asListed =
  (text: string) =>
  ({ quotation, sure }: Reported): Quotation =>
    sure || !quotation.speaker ? quotation : { ...quotation, speaker: unnamed(text, quotation.speaker) }

/** Under a headline's source stands all it holds; a saying in it is passed on ("Interpress: Berg says …"). */
function headed(kept: readonly Attribution[], source: Attribution | null): readonly Attribution[] {
  if (!source) return kept
  const passed = kept.filter(
    (one) => says(one) && holdsItem(source, one.cue.at) && holdsItem(source, one.source.from),
  )
  return passed.length > 0 ? passed.map((one) => ({ ...one, via: one.via ?? source.source })) : [source]
}

/** Whether somebody speaks who is one person, but nobody that is known by name. */
const isStranger = ({ chunk, from }: Source, made: readonly Quotation[]) =>
  chunk.kind === 'role' &&
  made.some(({ speaker }) => speaker && speaker.confidence !== 'resolved' && from <= chunk.head)

/** Whom the quotations name for sure. */
function namedIn(quotations: readonly Quotation[]): Set<string> {
  const names = new Set<string>()
  for (const { speaker } of quotations)
    if (speaker && speaker.confidence !== 'unclear') names.add(speaker.name)
  return names
}

/** Nobody reports their own words at second hand ("Orsk said he thought …"). */
const reportedBy = (speaker: Speaker, reporter: Speaker): Speaker =>
  reporter.name === speaker.name ? speaker : passedOn(speaker, reporter.name)

/** What one attribution reports: its words as a whole, unless they are all in marks, and each marked part. */
function statements(
  text: string,
  { frame }: FramedSentence,
  attribution: Attribution,
  resolve: (attribution: Attribution) => Speaker,
): Reported[] {
  const { items } = frame
  const speaker = resolve(attribution)
  const cue = cueOf(text, frame, attribution)
  const context = { start: frame.start, end: frame.end }
  const nested = attribution.nested.map((inner) => ({
    inner,
    speaker: reportedBy(resolve(inner), speaker),
    cue: cueOf(text, frame, inner),
  }))
  return attribution.contents.flatMap(({ from: first, to }) => {
    const from = behindShow(text, frame, attribution, first)
    if (from >= to || (from > first && items.slice(from, to).every(({ tag }) => !'QVZDBM'.includes(tag))))
      return []
    const { start } = items[from]!
    const { end } = items[to - 1]!
    const whole: Reported = {
      quotation: { start, end, direct: false, speaker, cue, context },
      sure: namesSource(attribution, false),
    }
    if (!frame.quotes) return [whole]
    const inside = items.slice(from, to)
    const marked = inside.flatMap(({ quoted }, i) => {
      if (!quoted || (inside.length > 1 && isTitle(text, quoted))) return []
      if (inside[i + 1]?.tag === 'Q' && attribution.cue.at >= to) return []
      const own = nested.find(({ inner }) => holdsItem(inner, from + i))
      return [
        {
          quotation: direct(quoted, own?.speaker ?? speaker, own?.cue ?? cue, context),
          sure: namesSource(own?.inner ?? attribution, true),
        },
      ]
    })
    const glued = gluedTo(text, frame, from, to)
    if (glued !== null) return marked.filter(({ quotation }) => quotation.start >= glued)
    const words = inside.filter(({ tag }) => tag !== 'Q' && !/[,.:\-'"C]/.test(tag))
    if (marked.length && words.length < 2) return marked
    return [whole, ...marked]
  })
}

/**
 * Where the marked words begin that a title or a caption is glued to: "The singer in May *“I was told nothing at all
 * of it,” she said*". Null where nothing is.
 */
function gluedTo(text: string, { items }: Frame, from: number, to: number): number | null {
  const { quoted, tag } = items[to - 1]!
  if (tag !== 'Q' || !quoted || to - from <= LEAST_GLUED || !/[\p{L}\d]/u.test(items[to - 2]!.text))
    return null
  if (!/^\p{Lu}/u.test(text.slice(quoted.start)) || !/[,.!?…]$/.test(text.slice(quoted.start, quoted.end)))
    return null
  if (text.slice(quoted.start, quoted.end).split(/\s+/).length < LEAST_UTTERED) return null
  const { lower } = items[to - 2]!
  return 'NSP#'.includes(items[to - 2]!.tag) && !items[to - 2]!.word.cue && lower !== 'that'
    ? quoted.start
    : null
}

/** Fewer items are no caption, and fewer words in marks may be a title. */
const LEAST_GLUED = 5
const LEAST_UTTERED = 7

/** Where what is said begins behind the name of a show: 'told a network's *“First Light”* on Sunday that …'. */
function behindShow(text: string, { items }: Frame, { cue, contents }: Attribution, from: number): number {
  const { quoted } = items[from]!
  const before = items[from - 1]
  if (!quoted || cue.at >= from || !before || !isTitle(text, quoted)) return from
  const told = contents.length > 1 && cue.at === from - 1
  if (!told && before.tag !== "'" && before.lower !== speechData.onDay) return from
  return items[from + 1]?.lower === 'that' ? from + 2 : from + 1
}

function cueOf(text: string, { items }: Frame, { cue }: Attribution): NonNullable<Quotation['cue']> {
  const { start, end } = items[cue.at]!
  return { start, end, text: text.slice(start, end) }
}

const direct = (
  quoted: Quoted,
  speaker: Speaker | null,
  cue: Quotation['cue'],
  context: Quotation['context'],
): Quotation => ({ start: quoted.start, end: quoted.end, direct: true, speaker, cue, context })

/** Below this even marked words are not given to an attribution of their frame. */
const DOUBTFUL = 0.15

/** Whether a statement that the frame is sure of goes on at or behind what another attribution says. */
const sayBefore = (made: readonly Quotation[], { source }: Attribution, { items }: Frame) =>
  made.some(({ end }) => end > items[source.from]!.start)

function looseIn(
  text: string,
  { frame }: FramedSentence,
  made: readonly Quotation[],
  all: readonly Attribution[],
  resolve: (attribution: Attribution) => Speaker,
): Loose[] {
  if (!frame.quotes) return []
  const taken = new Set(made.filter(({ direct }) => direct).map(({ start }) => start))
  const context = { start: frame.start, end: frame.end }
  // The title of a work stands among other words; what stands by itself is speech, however it is set.
  const alone = frame.items.every(({ tag }) => tag === 'Q' || !/[a-z]/i.test(tag))
  const own = made.find(({ speaker }) => speaker)
  return frame.items.flatMap(({ quoted }, place): Loose[] => {
    if (!quoted || taken.has(quoted.start)) return []
    if (frame.items[place + 1]?.tag === 'Q')
      return [{ quoted, speaker: null, cue: null, context, alone: true }]
    let holds: Attribution | null = null
    for (const one of all) {
      if (one.probability > (holds?.probability ?? DOUBTFUL) && holdsItem(one, place)) holds = one
    }
    if (own?.speaker && !isTitle(text, quoted)) {
      const other = holds && !sayBefore(made, holds, frame) ? holds : null
      if (other) return [{ quoted, speaker: resolve(other), cue: cueOf(text, frame, other), context }]
      return [{ quoted, speaker: inferred(own.speaker), cue: own.cue, context }]
    }
    if (holds && !isTitle(text, quoted))
      return [{ quoted, speaker: unnamed(text, resolve(holds)), cue: null, context }]
    const speech = isUtterance(text, quoted) && (alone || !isTitle(text, quoted))
    return speech ? [{ quoted, speaker: null, cue: null, context }] : []
  })
}
