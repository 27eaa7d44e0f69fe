import type { Article } from '../../articles/model/article.js'
import { reportsOf } from '../../articles/syndication/index.js'
import type { CooperativeTask } from '../../lib/cooperative-tasks.js'
import type { ArticleRef } from '../contract/archive.js'
import type { PreparedArticle } from '../storage/prepared-article.js'

/** Of each article, by its place in the list. */
export interface ReportColumns {
  /** The place of the earliest printing of its report; its own where it is the earliest, or the only one. */
  readonly first: Uint32Array
  /** One more than the place of the newest version that replaces it; 0 where none does. */
  readonly newer: Uint32Array
  /** By which printings are found, and versions. */
  readonly texts: SignColumns
  readonly versions: SignColumns
}

/** Signs in ascending order, and the place of the article that has each; the same sign may stand there several times. */
export interface SignColumns {
  readonly signs: Uint32Array
  readonly holders: Uint32Array
}

/** Which articles are printings of one report, and which replace others. */
export function* reportColumns(articles: readonly Article[]): CooperativeTask<ReportColumns> {
  const places = new Map(articles.map(({ id }, place) => [id, place]))
  const { reports, superseded, signs } = yield* reportsOf(articles)
  const first = new Uint32Array(articles.length)
  const newer = new Uint32Array(articles.length)
  for (const { articles: ids } of reports) {
    for (const id of ids) first[places.get(id)!] = places.get(ids[0]!)!
  }
  for (const [id, newest] of superseded) newer[places.get(id)!] = places.get(newest)! + 1
  yield
  const texts = inOrder(signs.map(({ text }) => text))
  yield
  return { first, newer, texts, versions: inOrder(signs.map(({ version }) => version)) }
}

/** @param signs of each article */
function inOrder(signs: readonly Uint32Array[]): SignColumns {
  const size = signs.reduce((sum, { length }) => sum + length, 0)
  // Sorted as numbers that hold both, the sign before the place.
  const pairs = new Float64Array(size)
  let at = 0
  for (const [place, own] of signs.entries()) for (const sign of own) pairs[at++] = sign * PLACES + place
  pairs.sort()
  return {
    signs: Uint32Array.from(pairs, (pair) => Math.floor(pair / PLACES)),
    holders: Uint32Array.from(pairs, (pair) => pair % PLACES),
  }
}

/** More than there are articles; with a sign before it, a place is still a whole number without loss. */
const PLACES = 2 ** 21

type Told = Pick<ArticleRef, 'report' | 'newer'>

/** A printing in another layer is looked for among articles this many days apart. */
const MOST_DAYS_APART = 5
const DAY = 86_400_000
/** So many articles that have a sign are looked at, and so many are compared with one. */
const MOST_HOLDERS = 64
const MOST_COMPARED = 16
/** Of the signs of the shorter text, those that it must share to be compared: printings share a third and more. */
const LEAST_SHARED = 0.15

/** What is known of the reports of a layer's articles, and of those that it lies on. */
export class Reports {
  readonly #articles: readonly Article[]
  readonly #columns: ReportColumns
  readonly #background: Reports | null
  /** How many signs the text of each article has. */
  readonly #sizes: Uint32Array
  /** What is told here, by the articles' ids, before what the background tells. */
  readonly #told = new Map<string, Told>()

  /**
   * @param prepared the articles, in the order of the columns
   * @param background the reports of what they lie on: they are compared with its articles
   */
  static *of(
    prepared: readonly Pick<PreparedArticle, 'article'>[],
    columns: ReportColumns,
    background: Reports | null,
  ): CooperativeTask<Reports> {
    const reports = new Reports(prepared, columns, background)
    reports.#read()
    if (background) yield* reports.#compare(background)
    return reports
  }

  private constructor(
    prepared: readonly Pick<PreparedArticle, 'article'>[],
    columns: ReportColumns,
    background: Reports | null,
  ) {
    this.#articles = prepared.map(({ article }) => article)
    this.#columns = columns
    this.#background = background
    this.#sizes = new Uint32Array(prepared.length)
    for (const place of columns.texts.holders) this.#sizes[place]!++
  }

  /** The reference with what is known of its report. */
  of<T extends ArticleRef>(article: T): T {
    const told = this.#toldOf(article.id)
    return told ? { ...article, ...told } : article
  }

  #toldOf(id: string): Told | undefined {
    return this.#told.get(id) ?? (this.#background ? this.#background.#toldOf(id) : undefined)
  }

  #read(): void {
    const { first: firsts, newer: newest } = this.#columns
    const sizes = new Uint32Array(firsts.length)
    for (const first of firsts) sizes[first]!++
    for (const [place, { id }] of this.#articles.entries()) {
      const first = firsts[place]!
      const newer = newest[place]!
      if (sizes[first]! < 2) continue
      this.#tell(id, this.#articles[first]!.id, newer > 0 ? this.#articles[newer - 1]!.id : null)
    }
  }

  /** Those that may have printings or versions in the background are grouped anew, together with these. */
  *#compare(background: Reports): CooperativeTask<void> {
    const like = new Set<Article>()
    const concerned = new Set<number>()
    for (const [place, signs] of this.#signs().entries()) {
      const found = background.#mostLike(this.#articles[place]!, signs)
      for (const article of found) like.add(article)
      if (found.length > 0) concerned.add(this.#columns.first[place]!)
      yield
    }
    const own = this.#articles.filter((_, place) => concerned.has(this.#columns.first[place]!))
    const { reports, superseded } = yield* reportsOf([...own, ...like])
    const ids = new Set(own.map(({ id }) => id))
    for (const { articles } of reports) {
      if (articles.length < 2 || !articles.some((id) => ids.has(id))) continue
      const report = articles.map((id) => background.#toldOf(id)?.report).find(Boolean) ?? articles[0]!
      for (const id of articles) {
        this.#tell(id, report, superseded.get(id) ?? background.#toldOf(id)?.newer ?? null)
      }
    }
  }

  /** The signs of each article. */
  #signs(): { readonly texts: number[]; readonly versions: number[] }[] {
    const signs = this.#articles.map(() => ({ texts: [] as number[], versions: [] as number[] }))
    for (const kind of ['texts', 'versions'] as const) {
      const { signs: all, holders } = this.#columns[kind]
      for (const [at, sign] of all.entries()) signs[holders[at]!]![kind].push(sign)
    }
    return signs
  }

  /** Its articles that may have to do with another one, and those of what it lies on. */
  #mostLike(other: Article, signs: Readonly<Record<'texts' | 'versions', readonly number[]>>): Article[] {
    const below = this.#background ? this.#background.#mostLike(other, signs) : []
    const near = this.#near(other)
    const counts = new Map<number, number>()
    for (const sign of signs.texts) {
      for (const place of holdersOf(this.#columns.texts, sign, near)) {
        counts.set(place, (counts.get(place) ?? 0) + 1)
      }
    }
    const shorter = (place: number) => Math.min(this.#sizes[place]!, signs.texts.length)
    const printings = [...counts]
      .filter(([place, count]) => count >= LEAST_SHARED * shorter(place))
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MOST_COMPARED)
      .map(([place]) => place)
    const versions = signs.versions.flatMap((sign) => [...holdersOf(this.#columns.versions, sign, near)])
    const places = new Set([...printings, ...versions])
    return [...below, ...[...places].map((place) => this.#articles[place]!)]
  }

  /** The places of the articles of the days around another: the newest come first. */
  #near({ published }: Article): Places {
    if (published === null) return { start: 0, end: 0 }
    const day = Date.parse(published)
    const since = (days: number) =>
      firstWhere(this.#articles.length, (place) => dayOf(this.#articles[place]!) <= day + days * DAY)
    return { start: since(MOST_DAYS_APART), end: since(-MOST_DAYS_APART - 1) }
  }

  #tell(id: string, report: string, newer: string | null): void {
    this.#told.set(id, { report, ...(newer !== null && { newer }) })
  }
}

/** The first of the articles of some places that have a sign. */
function holdersOf({ signs, holders }: SignColumns, sign: number, { start, end }: Places): Uint32Array {
  const from = firstWhere(
    signs.length,
    (at) => signs[at]! > sign || (signs[at] === sign && holders[at]! >= start),
  )
  let to = from
  while (signs[to] === sign && holders[to]! < end && to - from < MOST_HOLDERS) to++
  return holders.subarray(from, to)
}

/** From one place in the list to before another. */
interface Places {
  readonly start: number
  readonly end: number
}

/** Undated ones come last. */
const dayOf = ({ published }: Article) =>
  published === null ? Number.NEGATIVE_INFINITY : Date.parse(published)

/** The first of so many places from which on something holds; their number where it never does. */
function firstWhere(size: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
