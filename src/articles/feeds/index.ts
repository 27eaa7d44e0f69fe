/** Feeds that bring articles. */
export type { FeedDocument, FeedItem } from './feed.js'
export {
  FEED_BYTES,
  FEED_TYPES,
  type FeedArticle,
  FeedPoller,
  type FeedPollerOptions,
  type FeedStatus,
  siteOf,
} from './poller.js'
export { Untold } from './untold.js'
