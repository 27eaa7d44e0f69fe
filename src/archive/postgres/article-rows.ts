import { shortName } from '../../articles/model/short-name.js'
import type { TermList } from '../../knowledge/article-terms.js'
import {
  bool,
  type CopyValue,
  int4,
  int8,
  jsonb,
  type Mark,
  maybeText,
  text,
  tsvector,
} from '../../lib/postgres/copy.js'
import { PLACES, packCounts } from '../../retrieval/index.js'
import { foldForPhrases } from '../../text/terms.js'
import { summary } from '../search/excerpts.js'
import type { PreparedArticle } from '../storage/prepared-article.js'

/** What the rows of an article belong to. */
export interface RowOrigin {
  readonly server: string
  readonly import: number
  readonly annotator: string
}

/** One article as rows, each with its values in the order of the table's columns below. */
export interface ArticleRows {
  readonly article: readonly CopyValue[]
  readonly passages: readonly (readonly CopyValue[])[]
  /** How it writes its terms that are words. */
  readonly spellings: readonly (readonly [term: string, written: string])[]
}

export const ARTICLE_COLUMNS = [
  ...['id', 'server', 'import', 'name', 'hash', 'annotator', 'print', 'live', 'title', 'outlet', 'published'],
  ...['basis', 'unclear', 'url', 'author', 'folded_name', 'folded_title', 'folded_outlet', 'short_name'],
  ...['paragraphs', 'lead', 'passages', 'quotations', 'dates', 'title_length', 'text_length'],
  ...['title_counts', 'text_counts', 'text', 'packed'],
]
export const PASSAGE_COLUMNS = ['id', 'article', 'import', 'server', 'terms', 'counts']

/** @param packed what was worked out of it, as `pack` gives it */
export function rowsOf(
  id: number,
  { article, annotated, terms, fingerprint, print }: PreparedArticle,
  packed: Uint8Array,
  { server, import: batch, annotator }: RowOrigin,
): ArticleRows {
  const termsIn = (places: TermList) => places.map((place) => terms.distinct[place]!)
  const title = termsIn(terms.title)
  const texts = terms.passages.map(termsIn)
  const all = texts.flat()
  const { paragraphs, lead } = summary(annotated)
  const [key, whose, from] = [int8(id), text(server), int4(batch)]
  return {
    article: [
      key,
      whose,
      from,
      text(article.id),
      text(fingerprint),
      text(annotator),
      text(print),
      bool(false),
      text(article.title),
      maybeText(article.outlet),
      maybeText(article.published),
      maybeText(article.publishedBasis),
      maybeText(article.unclearDate),
      maybeText(article.url),
      maybeText(article.author),
      text(foldForPhrases(article.id)),
      text(foldForPhrases(article.title)),
      text(foldForPhrases(article.outlet ?? '')),
      text(shortName(article.id)),
      int4(paragraphs),
      jsonb(lead),
      int4(texts.length),
      int4(terms.quotations.length),
      int4(annotated.dates.length),
      int4(title.length),
      int4(all.length),
      packCounts(title),
      packCounts(all),
      text(article.text),
      Buffer.from(packed),
    ],
    passages: texts.map((own, place) => [
      int8(id * PLACES + place),
      key,
      from,
      whose,
      tsvector(marked(own, place === 0 ? title : [])),
      packCounts(own),
    ]),
    spellings: terms.distinct.flatMap((term, place) => {
      const written = terms.written[place]!.replace(/['’]s$/i, '')
      return /^\p{L}+$/u.test(written) ? [[term, written] as const] : []
    }),
  }
}

function marked(own: readonly string[], title: readonly string[]): Map<string, Mark> {
  const marks = new Map<string, Mark>()
  for (const term of own) marks.set(term, 'D')
  for (const term of title) if (!marks.has(term)) marks.set(term, 'A')
  return marks
}
