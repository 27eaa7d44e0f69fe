import type { Message } from '../../i18n/message.js'
import type { OutletBasis } from '../dating/outlet.js'
import type { CalendarDate, PublishedBasis, Rejection } from '../model/article.js'

/** An article before it is a file: what a page says of itself, for a person to confirm or to correct. */
export interface Draft {
  readonly title: string
  readonly outlet: string | null
  readonly published: CalendarDate | null
  /** How the day is known, where the page itself does not give it; absent where it does, or there is none. */
  readonly basis?: PublishedBasis
  /** A line that tells a day which can't be used, where there is no other. */
  readonly unclearDate?: string
  /** Where the outlet's name was found, if it was not given. */
  readonly outletBasis?: Exclude<OutletBasis, 'given'>
  /** When this version was made, as an instant (ISO 8601, UTC). */
  readonly modified: string | null
  readonly url: string | null
  readonly author: string | null
  /** All lines of text that were found; what of them is the article is decided when the file is read. */
  readonly paragraphs: readonly string[]
}

/** Why no draft could be made: what is wrong, and what to do. */
export type Refusal = Omit<Rejection, 'file'>

/** A file or a page, as it came. */
export interface DraftSource {
  readonly bytes: Uint8Array
  /** The `Content-Type` that it came with. */
  readonly contentType?: string
  readonly fileName?: string
  /** Where it was found. */
  readonly url?: string
}

/** What is wrong, then what to do. */
export const refusalMessages = ({ reason, remedy }: Refusal): readonly Message[] => [reason, remedy]

export const isRefusal = (result: object): result is Refusal => 'reason' in result

const DAY_MS = 24 * 3_600_000

/**
 * A draft without a day that is yet to come: a slip, or a page that wants to stand before all others. Answers are told
 * as of the newest article's day, so that one from 2099 would shift them all.
 * @param now milliseconds since 1970
 */
export function withoutFuture(draft: Draft, now: number): Draft {
  // Where the page was written it may be tomorrow already.
  const latest = new Date(now + DAY_MS).toISOString().slice(0, 10)
  return draft.published !== null && draft.published > latest ? withoutDay(draft) : draft
}

function withoutDay({ basis: _, ...draft }: Draft): Draft {
  return { ...draft, published: null }
}
