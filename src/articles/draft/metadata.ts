import { boilerplate as english } from '../../language/en/boilerplate.js'
import type { CalendarDate } from '../article.js'
import { calendarDate, inferPublished } from '../published.js'
import type { Document, Element } from './dom.js'
import { type LinkedData, linkedData, linkedDataIn } from './linked-data.js'

/** What a page says of itself, in the order in which its ways to say it are believed. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly published: CalendarDate | null
  /** As it stands in the page. */
  readonly modified: string | null
  readonly url: string | null
  readonly author: string | null
}

/**
 * Reads schema.org's JSON-LD, OpenGraph, the names of `<meta>` that sites use, `<time>` and the address.
 * @param url where the page was found
 */
export function metadataOf(document: Document, url: string | null): Metadata {
  const data = linkedDataIn(document) ?? linkedData(null)
  const meta = metaValues(document)
  const named = (...names: readonly string[]) => first(names.map((name) => meta.get(name)))
  const link = absolute(
    first([document.querySelector('link[rel=canonical]')?.getAttribute('href'), named('og:url'), data.url]),
    url,
  )
  const outlet = first([data.publisher, named('og:site_name', 'application-name'), siteOf(link ?? url)])
  const title = first([
    data.headline,
    named('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title'),
    document.querySelector('h1')?.textContent,
    document.querySelector('title')?.textContent,
  ])
  return {
    title: title && withoutOutlet(title, outlet),
    outlet,
    published: firstDay(
      [data.published, named(...PUBLISHED), ...datesInPage(document)],
      dayInAddress(link ?? url),
    ),
    modified: first([data.modified, named('article:modified_time', 'og:updated_time', 'dcterms.modified')]),
    url: link,
    author: authorOf(
      data,
      named('author', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author'),
    ),
  }
}

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publication_date',
  'publishdate',
  'publish-date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'citation_publication_date',
  'date',
]

/** The contents of `<meta>` by their names in small letters; the first of a name counts. */
function metaValues(document: Document): Map<string, string> {
  const values = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim()
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name && content && !values.has(name)) values.set(name, content)
    }
  }
  return values
}

function first(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const text = value?.replace(/\s+/g, ' ').trim()
    if (text) return text
  }
  return null
}

function* datesInPage(document: Document): Generator<string | null> {
  for (const selectors of ['[itemprop=datePublished]', 'time[pubdate]', 'article time', 'time[datetime]']) {
    const found = document.querySelector(selectors)
    if (found) yield dateOf(found)
  }
}

const dateOf = (element: Element) =>
  element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent

function firstDay(values: readonly (string | null | undefined)[], otherwise: CalendarDate | null) {
  for (const value of values) {
    const day = value ? dayOf(value) : null
    if (day) return day
  }
  return otherwise
}

/** What systems write that know no date. */
const NO_DAY = '1970-01-01'

/** The calendar day of a date as sites write it: in the time zone that it names, which is the paper's. */
export function dayOf(value: string): CalendarDate | null {
  const text = value.trim().slice(0, 100)
  const iso = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(text)
  const bare = text.replace(/^\p{L}+,\s*/u, '').replace(/[\s,]+(?:at )?\d{1,2}:\d{2}.*$/, '')
  const day = iso
    ? calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : inferPublished(bare, [{ start: 0, end: bare.length }], english)
  return day === NO_DAY ? null : day
}

/** Many sites put the day into the address: /2022/01/12/, /2022/jan/12/, /2022-01-12-. */
function dayInAddress(url: string | null): CalendarDate | null {
  const found = /[/-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)/i.exec(
    url === null ? '' : new URL(url).pathname,
  )
  if (!found) return null
  const month = english.months.findIndex((names) => names.includes(found[2]!.toLowerCase())) + 1
  return calendarDate(Number(found[1]), month || Number(found[2]), Number(found[3]))
}

function authorOf({ authors }: LinkedData, named: string | null): string | null {
  if (authors.length > 0) return authors.join(', ')
  // Some sites link to a profile here.
  return named && !/^https?:/i.test(named) ? named : null
}

/** The address that a page gives for itself, if it is one of the site that it was found on. */
function absolute(link: string | null, base: string | null): string | null {
  const from = base ?? undefined
  const found = link !== null && URL.canParse(link, from) ? new URL(link, from) : null
  if (!found || !/^https?:$/.test(found.protocol)) return base
  return base === null || isSameSite(found.hostname, new URL(base).hostname) ? found.href : base
}

/** "m.news.example" and "www.news.example" are parts of "news.example". A page may not pass for another site's. */
function isSameSite(one: string, other: string): boolean {
  const bare = (host: string) => host.replace(/^(?:www|m|mobile|amp)\./, '')
  const [a, b] = [bare(one), bare(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

const siteOf = (url: string | null) => (url === null ? null : new URL(url).hostname.replace(/^www\./, ''))

/** "Ferries stop | Harbour Wire" is the title of a window, not of an article. */
function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title
  const found = /^(.+?)\s+[|–—•·:»-]+\s+([^|–—•·»]+)$/.exec(title.slice(0, 500))
  const bare = (text: string) => text.toLowerCase().replace(/^the |\.\w+$|[^\p{L}\p{N}]+/gu, '')
  return found && bare(found[2]!) === bare(outlet) ? found[1]! : title
}
