import type { Document, NameMention, Quotation, Speaker } from './annotations.js'
import { type Attribution, findAttributions } from './quotations/attributions.js'
import { isUtterance } from './quotations/frames.js'
import type { Quoted } from './quotations/marks.js'
import { selectAttributions } from './quotations/select.js'
import { type FramedSentence, frameDocument } from './quotations/sentences.js'
import { newMemory, remember, speakerOf } from './quotations/speakers.js'

/** The quotations of a document, in order of their start. */
export function findQuotations(document: Document, names: readonly NameMention[]): Quotation[] {
  const { framed } = frameDocument(document, names)
  const memory = newMemory()
  const found: Quotation[] = []
  let before: Quotation | null = null
  framed.forEach((sentence, index) => {
    const all = findAttributions(sentence.frame, sentence.chunks)
    const kept = selectAttributions(sentence.frame, all)
    const speakers = new Set<string>()
    const made = kept.flatMap((attribution) => {
      const { chunk, from, to } = attribution.source
      const speaker = speakerOf(document.text, sentence, index, chunk, from, to, memory)
      if (speaker.confidence !== 'unclear') speakers.add(speaker.name)
      return statements(document.text, sentence, attribution, speaker)
    })
    const loose = unattributed(document.text, sentence, made, all, before, (attribution) => {
      const { chunk, from, to } = attribution.source
      return speakerOf(document.text, sentence, index, chunk, from, to, memory)
    })
    remember(memory, sentence, index, speakers)
    const both = [...made, ...loose].sort((a, b) => a.start - b.start || b.end - a.end)
    before = both.findLast(({ speaker }) => speaker) ?? before
    found.push(...both)
  })
  return found
}

/** What one attribution reports: its words as a whole, unless they are all in marks, and each marked part. */
function statements(
  text: string,
  { frame }: FramedSentence,
  attribution: Attribution,
  speaker: Speaker,
): Quotation[] {
  const { items } = frame
  const cueItem = items[attribution.cue.at]!
  const cue = { start: cueItem.start, end: cueItem.end, text: text.slice(cueItem.start, cueItem.end) }
  const context = { start: frame.start, end: frame.end }
  return attribution.contents.flatMap(({ from, to }) => {
    const inside = items.slice(from, to)
    const marked = inside.flatMap(({ quoted }) => (quoted ? [direct(quoted, speaker, cue, context)] : []))
    const words = inside.filter(({ tag }) => tag !== 'Q' && !/[,.:\-'"C]/.test(tag))
    if (marked.length && words.length < 2) return marked
    const whole = { start: inside[0]!.start, end: inside.at(-1)!.end, direct: false, speaker, cue, context }
    return [whole, ...marked]
  })
}

const direct = (
  quoted: Quoted,
  speaker: Speaker | null,
  cue: Quotation['cue'],
  context: Quotation['context'],
): Quotation => ({
  start: quoted.start,
  end: quoted.end,
  direct: true,
  speaker,
  cue,
  context,
})

/** Marked words that no attribution of their frame holds. */
function unattributed(
  text: string,
  { frame }: FramedSentence,
  made: readonly Quotation[],
  all: readonly Attribution[],
  before: Quotation | null,
  resolve: (attribution: Attribution) => Speaker,
): Quotation[] {
  const taken = new Set(made.filter(({ direct }) => direct).map(({ start }) => start))
  const context = { start: frame.start, end: frame.end }
  const own = made.find(({ speaker }) => speaker)
  return frame.items.flatMap(({ quoted }) => {
    if (!quoted || taken.has(quoted.start)) return []
    if (own) return [direct(quoted, own.speaker, own.cue, context)]
    const holds = all
      .filter((a) =>
        a.contents.some(({ from, to }) => frame.items.slice(from, to).some((item) => item.quoted === quoted)),
      )
      .sort((a, b) => b.probability - a.probability)[0]
    if (holds && holds.probability > 0.1) return [direct(quoted, resolve(holds), null, context)]
    if (!isUtterance(text, quoted)) return []
    return [direct(quoted, before?.speaker ?? null, null, context)]
  })
}
