import { dateLines } from '../../language/en/dates/date-lines.js'
import { calendarDate } from '../dating/calendar-date.js'
import { writtenDays } from '../dating/date-line.js'
import { siteOf } from '../dating/outlet.js'
import type { CalendarDate, PublishedBasis } from '../model/article.js'
import { standsBeside } from './beside.js'
import type { Document, Element, Node } from './dom.js'
import { type LinkedData, linkedData, linkedDataIn } from './linked-data.js'

/** What a page says of itself, in the order in which its ways to say it are believed. */
export interface Metadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly outletBasis?: 'link'
  readonly published: CalendarDate | null
  /** Absent where the page itself gives the day. */
  readonly basis?: PublishedBasis
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
  const title = first([
    data.headline,
    named('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title'),
    document.querySelector('h1')?.textContent,
    document.querySelector('title')?.textContent,
  ])
  // Some systems put the headline there.
  const publishers = [data.publisher, named('og:site_name'), named('application-name')].filter(
    (name) => name && bareName(name) !== bareName(title ?? ''),
  )
  const site = siteOf(link ?? url)
  const outlet = first([...publishers, site])
  return {
    title: title && withoutOutlet(title, outlet),
    outlet,
    ...(outlet !== null && outlet === site && { outletBasis: 'link' as const }),
    ...dayOfPage([data.published, named(...PUBLISHED), ...datesInPage(document)], link ?? url),
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

/** The article's own: never that of a link to another, a teaser or a comment. */
function* datesInPage(document: Document): Generator<string | null> {
  const later: Element[] = []
  for (const selectors of ['[itemprop=datePublished]', 'time[pubdate]', 'article time', 'time[datetime]']) {
    for (const found of document.querySelectorAll(selectors)) {
      if (standsBeside(found) || inLink(found) || inSentence(found)) continue
      if (isUpdated(found)) {
        later.push(found)
        continue
      }
      yield dateOf(found)
      break
    }
  }
  yield* later.slice(0, 1).map(dateOf)
}

/** Characters of a paragraph; a longer one tells of the day. */
const LONGEST_STAMP = 160

const inSentence = ({ parentNode }: Element) =>
  parentNode?.localName === 'p' && (parentNode.textContent ?? '').trim().length > LONGEST_STAMP

/** "Updated <time>…": a later version. */
const isUpdated = (element: Element) =>
  /(?:^|[\s_-])(?:updated?|modified)(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '') ||
  /date-?modified/i.test(element.getAttribute('itemprop') ?? '')

function inLink(element: Element): boolean {
  for (let at: Node | null = element; at !== null; at = at.parentNode) if (at.localName === 'a') return true
  return false
}

const dateOf = (element: Element) =>
  element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent

function dayOfPage(
  values: readonly (string | null | undefined)[],
  url: string | null,
): Pick<Metadata, 'published' | 'basis'> {
  for (const value of values) {
    const day = value ? dayOf(value) : null
    if (day) return { published: day }
  }
  const day = dayInAddress(url)
  return day ? { published: day, basis: 'inferred: address' } : { published: null }
}

/** What systems write that know no date. */
const NO_DAY = '1970-01-01'

/** The calendar day of a date as sites write it: in the time zone that it names, which is the paper's. */
export function dayOf(value: string): CalendarDate | null {
  const text = value.trim().slice(0, 100)
  const iso = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(text)
  const bare = text.replace(/^\p{L}+,\s*/u, '').replace(/(?<![\s,])[\s,]+(?:at )?\d{1,2}:\d{2}.*$/, '')
  const day = iso ? calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) : onlyDay(bare)
  return day === NO_DAY ? null : day
}

/** The one day that a text is about; null for none, several, or one that can be read in two ways. */
function onlyDay(text: string): CalendarDate | null {
  const days = writtenDays(text, dateLines).flatMap(({ readings }) => readings)
  return days.length === 1 ? days[0]! : null
}

/** Many sites put the day into the address: /2022/01/12/, /2022/jan/12/, /2022-01-12-. */
function dayInAddress(url: string | null): CalendarDate | null {
  const found = /[/-]((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)/i.exec(
    url === null ? '' : new URL(url).pathname,
  )
  if (!found) return null
  const month = dateLines.months.findIndex((names) => names.includes(found[2]!.toLowerCase())) + 1
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

/** "Ferries stop | Harbour Wire" is the title of a window, not of an article. */
function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title
  const found = /^(.+?) [|–—•·:»-]+ ([^|–—•·»]+)$/.exec(title.slice(0, 500).replace(/\s+/g, ' '))
  return found && bareName(found[2]!) === bareName(outlet) ? found[1]! : title
}

const bareName = (text: string) => text.toLowerCase().replace(/^the |\.\w+$|[^\p{L}\p{N}]+/gu, '')
