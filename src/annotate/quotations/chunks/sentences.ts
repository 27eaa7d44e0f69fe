import type { Document, NameMention } from '../../annotations.js'
import { read } from '../../names/reading.js'
import { type Chunk, findChunks } from './chunks.js'
import { type Frame, makeFrames } from './frames.js'
import { findQuoted, isNickname, type Quoted } from './marks.js'

/** A frame with its noun phrases. */
export interface FramedSentence {
  readonly frame: Frame
  readonly chunks: readonly Chunk[]
}

/** A document as attributions are read from it. */
export function frameDocument(
  document: Document,
  names: readonly NameMention[],
): { readonly quoted: readonly Quoted[]; readonly framed: readonly FramedSentence[] } {
  const reading = read(document)
  const quoted = findQuoted(document).filter((one) => !isNickname(document.text, one))
  const named: (NameMention | undefined)[] = new Array(reading.tokens.length)
  let i = 0
  for (const name of names) {
    while (i < reading.tokens.length && reading.tokens[i]!.start < name.start) i++
    for (let k = i; k < reading.tokens.length && reading.tokens[k]!.end <= name.end; k++) named[k] = name
  }
  const nameAt = (token: number) => named[token] ?? null
  const framed = makeFrames(reading, quoted).map((frame) => ({ frame, chunks: findChunks(frame, nameAt) }))
  return { quoted, framed }
}
