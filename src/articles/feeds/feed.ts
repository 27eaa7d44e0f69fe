import type { CalendarDate } from '../model/article.js'

/** What a site sent when it was asked for a feed. */
export interface FeedSource {
  readonly bytes: Uint8Array
  readonly contentType: string
  /** Where it was found: items may name their pages relative to it. */
  readonly url: string
}

/** One article that a feed announces. */
export interface FeedItem {
  /** The feed's own name for the item; its address where it has none. */
  readonly key: string
  /** Where the page is, http or https. */
  readonly url: string
  readonly title: string | null
  readonly published: CalendarDate | null
  /** What the feed itself holds of the article, as HTML, where that is more than a line or two. */
  readonly content: string | null
  /** When the feed says that the item was changed, as it stands there. */
  readonly updated: string | null
}

export interface FeedDocument {
  readonly title: string | null
  /** As they stand in the feed: mostly the newest first. */
  readonly items: readonly FeedItem[]
}
