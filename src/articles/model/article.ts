import type { Message } from '../../i18n/message.js'
import type { Span } from '../../lib/span.js'

export type { Span }

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string

/**
 * - `given`: by the front matter, the page's own metadata or a moderator
 * - `printed`: in a date line or dateline of the text
 * - `inferred: …`: by what else the text proves, such as the full date of a caption
 */
export type PublishedBasis = 'given' | 'printed' | `inferred: ${string}`

/** One source text. Its `text` is the file as it stands on disk and is never changed. */
export interface Article {
  /** The file's path below its folder, with `/` between parts. Unique in an archive. */
  readonly id: string
  readonly title: string
  /** Where the title stands in `text`, when it stands there word for word. */
  readonly titleSpan: Span | null
  readonly outlet: string | null
  /** Where its name was found, if it was not given. */
  readonly outletBasis?: 'link' | 'masthead' | 'byline' | 'dateline'
  readonly published: CalendarDate | null
  /** How the day of publication is known; null where it is not. */
  readonly publishedBasis: PublishedBasis | null
  /** A line that tells a day which can't be used: read in two ways ("10/01/2022"), or without a year. */
  readonly unclearDate?: string
  readonly url: string | null
  readonly author: string | null
  /** When this version was made, as an instant (ISO 8601), where the file says so. */
  readonly modified?: string
  readonly text: string
  /** The body, paragraph by paragraph, boilerplate left out. Spans of `text`, in order, never overlapping. */
  readonly paragraphs: readonly Span[]
}

/** Why a file is not in the archive: what was wrong, where, and what to do. */
export interface Rejection {
  readonly file: string
  readonly line?: number
  readonly field?: string
  readonly reason: Message
  readonly remedy: Message
}
