import type { Article } from '../articles/article.js'
import { groupReports } from '../articles/duplicates.js'
import type { ArticleRef } from './archive.js'
import type { Layer } from './scopes/layer.js'

/** Of each article, by its place in the list. */
export interface ReportColumns {
  /** The place of the earliest printing of its report; its own where it is the earliest, or the only one. */
  readonly first: Uint32Array
  /** One more than the place of the newest version that replaces it; 0 where none does. */
  readonly newer: Uint32Array
}

/** Which articles are printings of one report, and which replace others. */
export function reportColumns(articles: readonly Article[]): ReportColumns {
  const places = new Map(articles.map(({ id }, place) => [id, place]))
  const { reports, superseded } = groupReports(articles)
  const columns = { first: new Uint32Array(articles.length), newer: new Uint32Array(articles.length) }
  for (const { articles: ids } of reports) {
    for (const id of ids) columns.first[places.get(id)!] = places.get(ids[0]!)!
  }
  for (const [id, newest] of superseded) columns.newer[places.get(id)!] = places.get(newest)! + 1
  return columns
}

type Told = Pick<ArticleRef, 'report' | 'newer'>

/** A printing in another layer is looked for among articles this many days apart. */
const MOST_DAYS_APART = 5
const DAY = 86_400_000

/** What is known of the reports of all articles of one or more layers. */
export class Reports {
  readonly #told = new Map<string, Told>()

  /** @param layers the lowest first; the articles of the last are compared with those of the others */
  constructor(layers: readonly Layer[]) {
    for (const [place, layer] of layers.entries()) {
      if (place === 0) this.#read(layer)
      else this.#compare(layer, layers.slice(0, place))
    }
  }

  /** The reference with what is known of its report. */
  of<T extends ArticleRef>(article: T): T {
    const told = this.#told.get(article.id)
    return told ? { ...article, ...told } : article
  }

  #read({ prepared, reports }: Layer): void {
    const ids = prepared.map(({ article }) => article.id)
    const sizes = new Uint32Array(ids.length)
    for (const first of reports.first) sizes[first]!++
    for (const [place, id] of ids.entries()) {
      const first = reports.first[place]!
      const newer = reports.newer[place]!
      if (sizes[first]! > 1) this.#tell(id, ids[first]!, newer > 0 ? ids[newer - 1]! : null)
    }
  }

  #compare({ prepared }: Layer, others: readonly Layer[]): void {
    const own = prepared.map(({ article }) => article)
    const near = others.flatMap((layer) => layer.prepared.map(({ article }) => article)).filter(nearTo(own))
    const { reports, superseded } = groupReports([...own, ...near])
    const ids = new Set(own.map(({ id }) => id))
    for (const { articles } of reports) {
      if (articles.length < 2 || !articles.some((id) => ids.has(id))) continue
      const report = articles.map((id) => this.#told.get(id)?.report).find(Boolean) ?? articles[0]!
      for (const id of articles) {
        this.#tell(id, report, superseded.get(id) ?? this.#told.get(id)?.newer ?? null)
      }
    }
  }

  #tell(id: string, report: string, newer: string | null): void {
    this.#told.set(id, { report, ...(newer !== null && { newer }) })
  }
}

function nearTo(articles: readonly Article[]): (article: Article) => boolean {
  const days = new Set<number>()
  for (const { published } of articles) {
    if (published === null) continue
    const day = Date.parse(published) / DAY
    for (let apart = -MOST_DAYS_APART; apart <= MOST_DAYS_APART; apart++) days.add(day + apart)
  }
  return ({ published }) => published !== null && days.has(Date.parse(published) / DAY)
}
