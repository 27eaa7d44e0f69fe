import { createHash } from 'node:crypto'
import type { Gaps } from '../../articles/model/gaps.js'
import type { KnownRows } from '../../retrieval/index.js'
import type { ArticleRef } from '../contract/archive.js'
import type { Edition, EditionTotals } from './edition.js'
import type { StoredArticles } from './stored-articles.js'

/** What one scope sees at one moment: what everybody does, and what its server has of its own. */
export interface View {
  /** '' for everybody's. */
  readonly servers: readonly string[]
  readonly imports: readonly number[]
  readonly totals: EditionTotals
  readonly editions: readonly Edition[]
  /** What was read lately, of whatever scope. */
  readonly articles: StoredArticles
  readonly rows: KnownRows
}

/** @param editions of everybody's articles, and of the server's own where it has any */
export function viewOf(
  editions: readonly Edition[],
  { articles, rows }: Pick<View, 'articles' | 'rows'>,
): View {
  const sum = (count: (totals: EditionTotals) => number) =>
    editions.reduce((total, { totals }) => total + count(totals), 0)
  const days = (of: (totals: EditionTotals) => string | null) =>
    editions.flatMap(({ totals }) => of(totals) ?? []).sort()
  return {
    servers: editions.map(({ server }) => server),
    imports: editions.flatMap(({ imports }) => imports),
    editions,
    articles,
    rows,
    totals: {
      articles: sum(({ articles }) => articles),
      passages: sum(({ passages }) => passages),
      quotations: sum(({ quotations }) => quotations),
      dates: sum(({ dates }) => dates),
      titleLength: sum(({ titleLength }) => titleLength),
      textLength: sum(({ textLength }) => textLength),
      saidLength: sum(({ saidLength }) => saidLength),
      oldest: days(({ oldest }) => oldest)[0] ?? null,
      newest: days(({ newest }) => newest).at(-1) ?? null,
      gaps: editions.map(({ totals }) => totals.gaps).reduce(together, NO_GAPS),
    },
  }
}

/** Of one scope its own version; of several one that changes with any of theirs. */
export function versionOf({ editions }: View): string {
  const versions = editions.map(({ version }) => version)
  if (versions.length === 1) return versions[0]!
  return createHash('sha256').update(versions.join(' ')).digest('hex').slice(0, 12)
}

const NO_GAPS: Gaps = { undated: 0, withoutOutlet: 0, inferred: 0, articles: [] }

const together = (a: Gaps, b: Gaps): Gaps => ({
  undated: a.undated + b.undated,
  withoutOutlet: a.withoutOutlet + b.withoutOutlet,
  inferred: a.inferred + b.inferred,
  articles: [...a.articles, ...b.articles],
})

/** What of an article's row a reference to it tells. */
export const REFERENCE = `a.id AS row, a.name AS id, a.title, a.outlet, a.published, a.basis AS "publishedBasis", a.url`

export interface ReferenceRow extends ArticleRef {
  readonly row: number
}

export function referenceOf({ id, title, outlet, published, publishedBasis, url }: ReferenceRow): ArticleRef {
  return { id, title, outlet, published, publishedBasis, url }
}
