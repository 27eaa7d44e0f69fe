import { type AnyFeed, parseFeed as parseAny } from 'feedsmith'
import { message } from '../../i18n/message.js'
import type { Refusal } from '../drafts/draft.js'
import { decodeEntities } from '../drafts/linked-data.js'
import { dayOf } from '../drafts/metadata.js'
import { decodeText } from '../fetch/charset.js'
import type { FeedDocument, FeedItem, FeedSource } from './feed.js'

/** Items that are read of one feed, and characters of a name or an address in it. */
const MOST_ITEMS = 500
const LONGEST_VALUE = 2_000

const remedy = message('noteCheckFeed')

/** The items of an RSS, Atom, RDF or JSON feed. */
export function parseFeed({ bytes, contentType, url }: FeedSource): FeedDocument | Refusal {
  const text = decodeText(bytes, contentType).trimStart()
  if (declaresEntities(text)) return { reason: message('noteFeedEntities'), remedy }
  try {
    const { format, feed } = parseAny(text)
    const { title, items } = READERS[format](feed as never)
    const bases = format === 'json' || !text.includes('xml:base') ? [] : basesIn(text, url)
    const read = items.slice(0, MOST_ITEMS).flatMap((item, i) => itemOf(item, bases[i] ?? url))
    return { title: clean(title), items: withOwnKeys(read) }
  } catch {
    return { reason: message('noteNoFeed'), remedy }
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

/**
 * What the links of each item are relative to, in order: `xml:base` of the feed and of the item (W3C XML Base), which
 * the parser passes over.
 */
function basesIn(text: string, url: string): string[] {
  const within = (base: string, mark: string) => {
    const found = /\bxml:base\s?=\s?["']([^"']{1,2000})["']/.exec(mark)?.[1]
    return found !== undefined && URL.canParse(found, base) ? new URL(found, base).href : base
  }
  let base = url
  const bases: string[] = []
  for (const [mark, name] of text.matchAll(/<(feed|rss|rdf:RDF|channel|entry|item)\b[^>]{0,3000}>/g)) {
    if (name === 'entry' || name === 'item') bases.push(within(base, mark))
    else base = within(base, mark)
  }
  return bases
}

/** What several items go by, or what says nothing ("N/A"), names none of them: their addresses do. */
function withOwnKeys(items: readonly FeedItem[]): FeedItem[] {
  const urls = new Map<string, Set<string>>()
  for (const { key, url } of items) urls.set(key, (urls.get(key) ?? new Set()).add(url))
  return items.map((item) =>
    urls.get(item.key)!.size > 1 || NO_KEY.test(item.key) ? { ...item, key: item.url } : item,
  )
}

const NO_KEY = /^(?:n\/?a|null|none|nil|undefined|unknown|guid|id|-+|0*|)$/i

interface RawItem {
  readonly content: string | undefined
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
      content: item.content?.encoded ?? item.description,
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
      content: entry.content?.value ?? entry.summary?.value,
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
      content: item.content?.encoded ?? item.description,
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
      content: item.content_html ?? item.content_text ?? item.summary,
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
      content: contentOf(item.content),
      updated: clean(item.updated),
    },
  ]
}

/** Feeds put mark-up and HTML's entities into titles now and then; "5 < 7" is neither. */
function clean(value: string | undefined): string | null {
  const text = decodeEntities((value ?? '').slice(0, LONGEST_VALUE).replace(TAG, ''))
    .replace(TAG, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text ? text : null
}

const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|p|q|s|small|span|strike|strong|sub|sup|time|tt|u|ul)(?:\s[^<>]{0,500})?\/?>/gi

/** Characters of text that are more than a summary; and of what is kept of an item. */
const SHORTEST_CONTENT = 400
const LONGEST_CONTENT = 12_000

function contentOf(value: string | undefined): string | null {
  const html = value?.slice(0, LONGEST_CONTENT) ?? ''
  const text = html.replace(/<[^<>]{0,1000}>/g, ' ').replace(/\s+/g, ' ')
  return text.length >= SHORTEST_CONTENT ? html : null
}
