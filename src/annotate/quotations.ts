import type { Document, NameMention, Quotation } from './annotations.js'

/** The quotations of a document, in order of their start. */
export function findQuotations(_document: Document, _names: readonly NameMention[]): Quotation[] {
  return []
}
