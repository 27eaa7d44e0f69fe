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

/** Names, quotations and events are read from one document after another: the last one's reading is kept. */
let last: { readonly document: Document; readonly reading: Reading } | undefined

export function read(document: Document): Reading {
  if (last?.document === document) return last.reading
  const tokens = tokenize(document)
  const paragraphOf = (sentence: number) => document.sentences[sentence]?.paragraph ?? -1
  const capitals = readCapitals(tokens)
  tagTokens(tokens, capitals)
  last = { document, reading: { tokens, capitals, paragraphOf } }
  return last.reading
}
