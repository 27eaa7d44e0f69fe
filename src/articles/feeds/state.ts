import { z } from 'zod'
import { isMessage, type Message } from '../../i18n/message.js'
import type { Owner, State } from '../../state/index.js'
import type { FeedItem } from './feed.js'

const pendingItem = z.object({
  key: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  content: z.string().nullable().default(null),
  updated: z.string().nullable(),
  /** How often its page could not be fetched. */
  attempts: z.number(),
})

const feedState = z.object({
  title: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  failures: z.number(),
  /** Why the feed could not be read. What another version of the program has written there is passed over. */
  error: z.array(z.custom<Message>(isMessage)).nullable().catch(null),
  /** When the feed was last read, and when it is asked again, in milliseconds. */
  readAt: z.number().nullable(),
  nextAt: z.number(),
  /** Whether somebody was told that it can't be read, since it could be last. */
  complained: z.boolean().default(false),
  /** The feed says that it is no more. */
  gone: z.boolean(),
  stored: z.number(),
  skipped: z.number(),
  /** The bytes that were stored on a day, the number of days since 1970. */
  today: z.object({ day: z.number(), bytes: z.number() }).default({ day: 0, bytes: 0 }),
  /** Items whose pages are still to be fetched, the newest last. */
  pending: z.array(pendingItem),
})

const pollState = z.object({
  /** By the feed's address. */
  feeds: z.record(z.string(), feedState),
  /** The items of all feeds that need not be looked at again, by key and by address, with their last change. */
  seen: z.record(z.string(), z.string().nullable()),
})

export type PendingItem = z.infer<typeof pendingItem>
export type FeedState = z.infer<typeof feedState>
export type PollState = z.infer<typeof pollState>

/** Names that are remembered; the oldest are given up. */
const MOST_SEEN = 10_000
const MOST_PENDING = 500

export const newFeedState = (): FeedState => ({
  title: null,
  etag: null,
  lastModified: null,
  failures: 0,
  error: null,
  readAt: null,
  nextAt: 0,
  complained: false,
  gone: false,
  stored: 0,
  skipped: 0,
  today: { day: 0, bytes: 0 },
  pending: [],
})

/** The state as it was saved; an empty one where there is none or it is broken. */
export async function loadState(state: State, owner: Owner): Promise<PollState> {
  // What can't be read now must not be taken for nothing: all would be fetched anew.
  const text = await state.read(owner, 'feeds')
  try {
    return pollState.parse(JSON.parse(text ?? ''))
  } catch {
    return { feeds: {}, seen: {} }
  }
}

export async function saveState(state: State, owner: Owner, { feeds, seen }: PollState): Promise<void> {
  const newest = Object.fromEntries(Object.entries(seen).slice(-MOST_SEEN))
  await state.change(owner, async (changes) =>
    changes.write('feeds', JSON.stringify({ feeds, seen: newest })),
  )
}

/** Puts the items that are new or changed at the end of those whose pages are to be fetched. Changes both. */
export function enqueue(feed: FeedState, seen: PollState['seen'], items: readonly FeedItem[]): void {
  for (const item of items.toReversed()) {
    if (namesOf(item).some((name) => name in seen && !isNewer(item.updated, seen[name]!))) continue
    for (const name of namesOf(item)) {
      // Taken out first, so that it stands at the end.
      delete seen[name]
      seen[name] = item.updated
    }
    feed.pending.push({ ...item, attempts: 0 })
  }
  feed.pending.splice(0, feed.pending.length - MOST_PENDING)
}

/** An object would sort names of digits alone; these are none. */
const namesOf = (item: FeedItem) => [...new Set([`key ${item.key}`, `url ${plainAddress(item.url)}`])]

const isNewer = (updated: string | null, seen: string | null) =>
  updated !== null && seen !== null && Date.parse(updated) > Date.parse(seen)

/** Without what says only where a reader came from. */
function plainAddress(link: string): string {
  const url = new URL(link)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (/^utm_/.test(name)) url.searchParams.delete(name)
  return url.href
}
