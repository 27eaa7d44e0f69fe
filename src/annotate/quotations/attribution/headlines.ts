import { cueWords } from '../../../language/en/speech/cues.js'
import { speechData } from '../../../language/en/speech/speech.js'
import type { Chunk } from '../chunks/chunks.js'
import { isDash } from '../chunks/frames.js'
import type { FramedSentence } from '../chunks/sentences.js'
import type { Attribution } from './attribution.js'
import type { Content } from './content.js'
import { CONTEXTS } from './cues.js'

/** The headlines have a colon where a sentence has this verb. */
const SAY = cueWords.indexOf(speechData.colon)

const AHEAD = /^(?:person|organisation|name|role|roles|group|record|body)$/
const BEHIND = /^(?:person|organisation|role|roles|group)$/

/** The source of a headline takes no more items than this. */
const LONGEST_SOURCE = 6

/**
 * The source that a headline sets apart with a colon, with all the rest as what it says: "Berg: talks will fail",
 * "Talks will fail: Berg". Null for a frame that is no headline, or has no such source.
 * @param index of the frame among the document's
 * @param alone whether nothing else stands in its paragraph
 */
export function headlineSource(
  { frame, chunks }: FramedSentence,
  index: number,
  alone: boolean,
): Attribution | null {
  const { items } = frame
  const stop = items.at(-1)!.tag === '.'
  if (frame.paragraph >= 0 && (index > 0 || (stop && !alone))) return null
  const end = stop ? items.length - 1 : items.length
  const colon = items.findIndex(({ lower }, at) => at > 0 && at <= LONGEST_SOURCE && lower === ':')
  const first = chunks.find(({ to }) => to === colon)
  if (first && AHEAD.test(first.kind) && isBare(frame, first.from)) {
    return said(first, colon, { from: colon + 1, to: end }, frame)
  }
  const last = chunks.at(-1)
  const mark = last && items[last.from - 1]
  if (!mark || last.to !== end || !BEHIND.test(last.kind)) return null
  const apart = mark.lower === ':' || (isDash(mark) && last.kind === 'person')
  return apart ? said(last, last.from - 1, { from: 0, to: last.from - 1 }, frame) : null
}

/** Whether nothing but names and their titles stands before an item, and no label of the outlet's own ("Live"). */
const isBare = ({ items }: FramedSentence['frame'], from: number) =>
  !speechData.labels.has(items[0]!.lower) && items.slice(0, from).every(({ tag }) => "PNJ.'".includes(tag))

function said(
  chunk: Chunk,
  colon: number,
  content: Content,
  { items }: FramedSentence['frame'],
): Attribution | null {
  const words = items.slice(content.from, content.to)
  if (words.some(isDash) || !words.some(({ tag }) => 'QVZDBMt'.includes(tag))) return null
  const { from, to } = chunk
  return {
    cue: {
      at: colon,
      group: colon,
      word: SAY,
      form: 0,
      before: CONTEXTS - 1,
      after: CONTEXTS - 1,
      negated: false,
      light: false,
    },
    source: {
      chunk,
      from,
      to,
      side: from < colon ? 0 : 1,
      distance: 0,
      score: Number.POSITIVE_INFINITY,
    },
    contents: [content],
    probability: 1,
    via: null,
    nested: [],
  }
}
