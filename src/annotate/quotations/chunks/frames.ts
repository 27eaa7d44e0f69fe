import { speechData } from '../../../language/en/speech/speech.js'
import type { Reading } from '../../names/reading.js'
import type { Token } from '../../names/tokens.js'
import { wordOf } from '../../names/vocabulary.js'
import type { Quoted } from './marks.js'

/**
 * A sentence as the reporter wrote it: each marked quotation is one item (tag `Q`), whatever it holds, and
 * sentences that a quotation runs across are one frame. Who says what is read from frames alone, so that no word
 * within a quotation is ever taken for its attribution.
 */
export interface Frame {
  readonly items: readonly Item[]
  /** Index into `Document.paragraphs`; -1 for the headline. */
  readonly paragraph: number
  /** Whether it holds marked words. */
  readonly quotes: boolean
  readonly start: number
  readonly end: number
}

/** A token, or a whole quotation; `index` is that of the token, or of the quotation's first. */
export type Item = Token | QuotedItem

export interface QuotedItem extends Omit<Token, 'tag' | 'quoted'> {
  readonly tag: 'Q'
  readonly quoted: Quoted
}

const QUOTATION = wordOf('"')

/** Of one shape with tokens, since all that reads frames meets both. */
const quotedItem = (quoted: Quoted, { sentence, index }: Token): QuotedItem => ({
  start: quoted.open,
  end: quoted.close,
  text: '',
  lower: QUOTATION.lower,
  kind: QUOTATION.kind,
  word: QUOTATION,
  sentence,
  index,
  tag: 'Q',
  quoted,
})

const frameOf = (items: readonly Item[], paragraph: number, quotes: boolean): Frame => ({
  items,
  paragraph,
  quotes,
  start: items[0]!.start,
  end: items.at(-1)!.end,
})

/** Sentences with more items than this are no prose; they are cut, so that work within a frame is bounded. */
const LONGEST = 300

/** The frames of a document, in order. */
export function makeFrames(reading: Reading, quoted: readonly Quoted[]): Frame[] {
  const { tokens, paragraphOf } = reading
  const frames: Frame[] = []
  let items: Item[] = []
  let quotes = false
  let sentence = -1
  let q = 0
  const close = () => {
    const first = items[0]
    if (first) {
      frames.push(frameOf(items, paragraphOf(first.sentence), quotes))
    }
    items = []
    quotes = false
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.sentence !== sentence || items.length >= LONGEST) close()
    sentence = token.sentence
    while (q < quoted.length && quoted[q]!.close <= token.start) q++
    const quote = quoted[q]
    if (!quote || token.start < quote.open) {
      items.push(token)
      continue
    }
    quotes = true
    items.push(quotedItem(quote, token))
    while (i + 1 < tokens.length && tokens[i + 1]!.start < quote.close) i++
    sentence = tokens[i]!.sentence
  }
  close()
  return joinAsides(frames)
}

/** How far into a sentence the verb may stand that makes it the tail of the quotation before ('"Why?" the man asked.'). */
const TAIL_REACH = 8

/** A quotation that ends in a question mark may have its attribution after it, in what looks like a new sentence. */
function joinAsides(frames: readonly Frame[]): Frame[] {
  const joined: Frame[] = []
  for (const frame of frames) {
    const before = joined.at(-1)
    if (
      before &&
      before.paragraph === frame.paragraph &&
      before.items.at(-1)!.tag === 'Q' &&
      before.items.length < LONGEST &&
      isTail(frame)
    ) {
      const items = [...before.items, ...frame.items]
      joined[joined.length - 1] = frameOf(items, before.paragraph, before.quotes)
    } else joined.push(frame)
  }
  return joined
}

export const isDash = (item: Item | undefined) => item !== undefined && /^[-–—―~]$/.test(item.lower)

function isTail({ items }: Frame): boolean {
  if (isDash(items[0])) return items.length <= TAIL_REACH
  for (let i = 0; i < Math.min(items.length, TAIL_REACH); i++) {
    const { tag, lower } = items[i]!
    if (/[VZD]/.test(tag) && speechData.speechVerbs.has(lower)) {
      const next = items[i + 1]
      return i > 0 ? !next || (/[.,QIR]/.test(next.tag) && next.lower !== 'that') : next?.tag === 'P'
    }
    if (!/[PNSTJOHR'#]/.test(tag)) return false
  }
  return false
}

/** Whether what was quoted is speech of its own – a clause or more – and not some words of a sentence. */
export function isUtterance(text: string, { start, end }: Quoted): boolean {
  const said = text.slice(start, Math.min(end, start + 400))
  return (
    /^[“"'‘….\s([]*\p{Lu}/u.test(said) &&
    (/[,.!?…—–-]$/.test(text.slice(start, end)) || said.split(' ', 6).length > 5)
  )
}

/** The longest title of a work that is looked for, in words. */
const LONGEST_TITLE = 12

/** Whether what stands in marks is set like the title of a work: "Saturday Night", "The War of the Worlds". */
export function isTitle(text: string, { start, end }: Quoted): boolean {
  if (end - start > 100) return false
  const words = text.slice(start, end).replace(/[,.]$/, '').split(/\s+/)
  if (words.length < 2 || words.length > LONGEST_TITLE) return false
  return words.every(
    (word, i) =>
      /^[\p{Lu}\p{N}]/u.test(word) ||
      (i > 0 && /^(?:of|the|a|an|and|in|on|to|for|with|at|by|vs?\.?)$/.test(word)),
  )
}
