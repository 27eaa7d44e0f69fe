import type { Document } from '../annotations.js'
import { type Capitals, readCapitals } from './capitals.js'
import { tagTokens } from './tags.js'
import { type Token, tokenize } from './tokens.js'

/** The tokens of a document and their classes: what names and quotations are both read from. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly capitals: Capitals
  /** The paragraph of a sentence. */
  readonly paragraphOf: (sentence: number) => number
}

/** Read once for each document; a document never changes. */
const readings = new WeakMap<Document, Reading>()

export function read(document: Document): Reading {
  const known = readings.get(document)
  if (known) return known
  const tokens = tokenize(document)
  const paragraphOf = (sentence: number) => document.sentences[sentence]?.paragraph ?? -1
  const capitals = readCapitals(tokens)
  tagTokens(tokens, capitals)
  const reading = { tokens, capitals, paragraphOf }
  readings.set(document, reading)
  return reading
}
