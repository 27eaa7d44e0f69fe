import type { Speaker } from '../../annotations.js'
import { type Frame, isDash } from '../chunks/frames.js'
import type { Quoted } from '../chunks/marks.js'
import type { FramedSentence } from '../chunks/sentences.js'
import { inferred, unnamed } from '../speakers/speakers.js'
import type { Attribution } from './attribution.js'
import type { Source } from './sources.js'

/** What a frame tells of who spoke, kept for the marked words in other frames that nothing attributes. */
export interface Voice {
  readonly paragraph: number
  /** Who the frame's words are attributed to: the one it quotes in marks before one it quotes indirectly. */
  readonly speaker: Speaker | null
  /** The frame ends in a colon, so that its speaker is about to speak. */
  readonly announces: boolean
  /** Its first words carry on the quotation that the paragraph before left open. */
  readonly continues: boolean
}

/**
 * Who speaks marked words that stand without attribution: whoever was announced by a colon, then whoever spoke
 * before in the same paragraph, then whoever speaks next in it, then the last one quoted – who is named only where
 * the quotation carries on from the paragraph before.
 * @param at index of the frame among `voices`
 */
export function voiceOf(
  text: string,
  voices: readonly Voice[],
  at: number,
  { continues, closed }: Quoted,
): Speaker | null {
  const { paragraph } = voices[at]!
  const before = voices[at - 1]
  if (before?.announces && before.speaker) return inferred(before.speaker)
  // Whoever speaks in the paragraph that ends the quotation.
  for (let i = at + 1; !closed && i <= at + LONGEST_QUOTATION && voices[i]?.continues; i++) {
    if (voices[i]!.speaker) return inferred(voices[i]!.speaker!)
  }
  for (let i = at - 1; i >= 0 && i >= at - REACH && voices[i]!.paragraph === paragraph; i--) {
    if (voices[i]!.speaker) return inferred(voices[i]!.speaker!)
  }
  // A quotation that the paragraph before left open goes on, whoever speaks behind its end.
  const opener = continues ? voices[at - 1]?.speaker : null
  if (opener) return inferred(opener)
  for (let i = at + 1; i < voices.length && i <= at + REACH && voices[i]!.paragraph === paragraph; i++) {
    // Whoever speaks next has no claim on what is closed before.
    if (voices[i]!.speaker) return unnamed(text, voices[i]!.speaker!)
  }
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const { speaker } = voices[i]!
    if (speaker) return continues ? inferred(speaker) : unnamed(text, speaker)
  }
  return null
}

const REACH = 12
/** How many paragraphs of a quotation are gone through to its end. */
const LONGEST_QUOTATION = 4

/** The name set after a quotation and a dash or a colon, with nothing behind it but an apposition: "“…” — Anna Berg, Oslo". */
export function signature({ frame, chunks }: FramedSentence): Source | null {
  const { items } = frame
  if (items[0]?.tag !== 'Q' || !(isDash(items[1]) || items[1]?.lower === ':')) return null
  const chunk = chunks.find(({ from }) => from === 2)
  if (
    !chunk ||
    !/^(?:person|name|organisation)$/.test(chunk.kind) ||
    items.slice(chunk.to).some(({ tag }) => /[VZDMB]/.test(tag))
  )
    return null
  return { chunk, from: chunk.from, to: chunk.to, side: 1, distance: 0, score: Number.POSITIVE_INFINITY }
}

export const endsInColon = ({ items }: Frame) => items.at(-1)?.tag === ':'

/** How many items before a colon the verb that leads to it may stand. */
const COLON_REACH = 6
/** The least likelihood of an attribution to speak behind a colon. */
const ANNOUNCES = 0.25

/** "The agency made that claim, and *the paper responded*:": whose verb stands last goes on speaking. */
export function announcing(all: readonly Attribution[], { items }: Frame): Attribution | null {
  const near = all.filter(
    ({ cue, source, probability }) =>
      cue.at >= items.length - COLON_REACH &&
      source.side === 0 &&
      probability >= ANNOUNCES &&
      'VZDEG'.includes(items[cue.at]!.tag),
  )
  return near.at(-1) ?? null
}

/** Of several attributions in a frame, the one whose source goes on speaking. */
export function leading(kept: readonly Attribution[], frame: Frame): Attribution | null {
  const quoting = kept.filter(({ contents }) =>
    contents.some(({ from, to }) => frame.items.slice(from, to).some(({ tag }) => tag === 'Q')),
  )
  const pool = quoting.length ? quoting : kept
  let best: Attribution | null = null
  for (const one of pool) if (!best || one.probability >= best.probability) best = one
  return best
}
