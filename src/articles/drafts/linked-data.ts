import type { Document } from './dom.js'

/** An article as schema.org describes it (https://schema.org/Article), as far as it is read here. */
export interface LinkedData {
  readonly headline: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

/** Characters of one block of JSON, and objects in a page. */
const LONGEST = 1_000_000
const MOST_OBJECTS = 5_000
const MOST_AUTHORS = 20

/** The first article that a page's JSON-LD describes. */
export function linkedDataIn(document: Document): LinkedData | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const objects = objectsOf(parse(script.textContent ?? ''))
    const article = objects.find(isArticle)
    if (article) return linkedData(article, objects)
  }
  return null
}

/** @param objects among which those stand that the article only refers to (`{"@id": "#publisher"}`) */
export function linkedData(article: Json | null, objects: readonly Json[] = []): LinkedData {
  const resolve = (value: unknown): unknown => {
    const { '@id': id, name } = (typeof value === 'object' && value !== null ? value : {}) as Json
    return id === undefined || name !== undefined
      ? value
      : (objects.find((object) => object['@id'] === id && object.name !== undefined) ?? value)
  }
  const names = (value: unknown) => [value].flat().slice(0, MOST_AUTHORS).map(resolve).flatMap(nameOf)
  const { headline, name, datePublished, dateModified, url, mainEntityOfPage, publisher, author } =
    article ?? {}
  return {
    headline: textOf(headline) ?? textOf(name),
    published: textOf(datePublished),
    modified: textOf(dateModified),
    url: textOf(url) ?? textOf(mainEntityOfPage) ?? textOf((mainEntityOfPage as Json | undefined)?.['@id']),
    publisher: names(publisher)[0] ?? null,
    authors: names(author),
  }
}

function parse(text: string): unknown {
  if (text.length > LONGEST) return null
  try {
    // Some systems hide scripts from browsers that knew none.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, ''),
    )
  } catch {
    return null
  }
}

/** All objects in a value, outer ones first. */
function objectsOf(value: unknown): Json[] {
  const found: Json[] = []
  const queue: unknown[] = [value]
  for (let i = 0; i < queue.length && found.length < MOST_OBJECTS; i++) {
    const next = queue[i]
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) found.push(next as Json)
    for (const inner of Object.values(next)) queue.push(inner)
  }
  return found
}

/** NewsArticle, ReportageNewsArticle, BlogPosting, Report and their like. */
const isArticle = ({ '@type': type, headline }: Json) =>
  [type].flat().some((name) => typeof name === 'string' && /(?:Article|Posting|^Report)$/.test(name)) &&
  typeof headline === 'string'

function textOf(value: unknown): string | null {
  const [one] = [value].flat()
  return typeof one === 'string' && one.trim() !== '' ? decodeEntities(one) : null
}

function nameOf(value: unknown): string[] {
  const name = textOf(typeof value === 'object' && value !== null ? (value as Json).name : value)
  return name && !/^https?:/i.test(name) ? [name] : []
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

/** JSON-LD is plain text, but many systems write HTML's entities into it. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
