import type { CalendarDate } from '../articles/article.js'
import type { DateMention, Document } from './annotations.js'

/**
 * The expressions of time in a document, in order of their start, as seen from its publication date.
 * Without one, relative expressions have no interval.
 */
export function findDates(_document: Document, _published: CalendarDate | null): DateMention[] {
  return []
}
