import { type AnyFeed, parseFeed as parseAny } from 'feedsmith'
import type { Refusal } from '../draft/draft.js'
import { dayOf } from '../draft/metadata.js'
import { decodeText } from '../fetch/charset.js'
import type { FeedDocument, FeedItem, FeedSource } from './feed.js'

/** Items that are read of one feed, and characters of a name or an address in it. */
const MOST_ITEMS = 500
const LONGEST_VALUE = 2_000

const remedy = 'Check that the address in FEEDS is that of an RSS, Atom or JSON feed.'

/** The items of an RSS, Atom, RDF or JSON feed. */
export function parseFeed({ bytes, contentType, url }: FeedSource): FeedDocument | Refusal {
  const text = decodeText(bytes, contentType).trimStart()
  if (declaresEntities(text))
    return { reason: 'the feed declares entities of its own, which no feed needs', remedy }
  try {
    const { format, feed } = parseAny(text)
    const { title, items } = READERS[format](feed as never)
    return {
      title: clean(title),
      items: items.slice(0, MOST_ITEMS).flatMap((item) => itemOf(item, url)),
    }
  } catch {
    return { reason: 'what the address leads to is no feed', remedy }
  }
}

/**
 * Entities that a document declares may unfold to gigabytes or name files. The parser unfolds none; that it
 * never does is not left to it. Declarations stand in the square brackets of the document type.
 */
function declaresEntities(text: string): boolean {
  const markup = text.startsWith('{')
    ? ''
    : text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, '')
  return /<!ENTITY|<!DOCTYPE[^>[]{0,1000}\[/i.test(markup)
}

interface RawItem {
  readonly key: string | undefined
  readonly url: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
}

interface RawFeed {
  readonly title: string | undefined
  readonly items: readonly RawItem[]
}

type FeedOf<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed']
type Readers = { readonly [F in AnyFeed['format']]: (feed: FeedOf<F>) => RawFeed }

const READERS: Readers = {
  rss: ({ title, items = [] }) => ({
    title,
    items: items.map((item) => ({
      key: item.guid?.value,
      // Where there is no link, a guid that is not said to be none is one (RSS 2.0).
      url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      title: item.title,
      published: item.pubDate ?? item.dc?.dates?.[0],
      updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    })),
  }),
  atom: ({ title, entries = [] }) => ({
    title: title?.value,
    items: entries.map((entry) => ({
      key: entry.id,
      url: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
      title: entry.title?.value,
      published: entry.published ?? entry.updated,
      updated: entry.updated,
    })),
  }),
  rdf: ({ title, items = [] }) => ({
    title,
    items: items.map((item) => ({
      key: item.rdf?.about,
      url: item.link,
      title: item.title,
      published: item.dc?.dates?.[0],
      updated: undefined,
    })),
  }),
  json: ({ title, items = [] }) => ({
    title,
    items: items.map((item) => ({
      key: item.id,
      url: item.url ?? item.external_url,
      title: item.title,
      published: item.date_published,
      updated: item.date_modified,
    })),
  }),
}

function itemOf(item: RawItem, base: string): FeedItem[] {
  const link = clean(item.url)
  const url = link !== null && URL.canParse(link, base) ? new URL(link, base) : null
  if (!url || !/^https?:$/.test(url.protocol)) return []
  return [
    {
      key: clean(item.key) ?? url.href,
      url: url.href,
      title: clean(item.title),
      published: item.published ? dayOf(item.published) : null,
      updated: clean(item.updated),
    },
  ]
}

/** Feeds put mark-up into titles now and then. */
function clean(value: string | undefined): string | null {
  const text = value
    ?.slice(0, LONGEST_VALUE)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text ? text : null
}
