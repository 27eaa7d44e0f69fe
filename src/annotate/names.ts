import type { Document, NameMention } from './annotations.js'

/** The names of a document, in order of their start, each followed to its fullest form in the document. */
export function findNames(_document: Document): NameMention[] {
  return []
}
