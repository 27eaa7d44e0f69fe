import type { PoolClient } from 'pg'
import { shortName } from '../../articles/model/short-name.js'
import type { TermList } from '../../knowledge/article-terms.js'
import { inBlocks, nameFactsOf, wordingsOf } from '../../knowledge/index.js'
import {
  bool,
  type CopyValue,
  copyRows,
  int4,
  int8,
  jsonb,
  type Mark,
  maybeText,
  text,
  textArray,
  tsvector,
} from '../../lib/postgres/copy.js'
import { PLACES, packCounts } from '../../retrieval/index.js'
import { foldForPhrases } from '../../text/terms.js'
import { summary } from '../search/excerpts.js'
import { plainCandidate, quotationsIn, topicsIn } from '../search/suggestion-columns.js'
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
  readonly quotations: readonly (readonly CopyValue[])[]
  /** What it tells of names. */
  readonly names: readonly (readonly CopyValue[])[]
  /** What it has to offer while somebody types. */
  readonly suggested: readonly CopyValue[]
  /** How it writes its terms that are words. */
  readonly spellings: readonly (readonly [term: string, written: string])[]
}

export const ARTICLE_COLUMNS = [
  ...['id', 'server', 'import', 'name', 'hash', 'annotator', 'print', 'live', 'title', 'outlet', 'published'],
  ...['basis', 'unclear', 'url', 'author', 'folded_name', 'folded_title', 'folded_outlet', 'short_name'],
  ...['paragraphs', 'lead', 'passages', 'quotations', 'dates', 'title_length', 'text_length'],
  ...['said_length', 'title_counts', 'text_counts', 'text', 'packed'],
]
export const PASSAGE_COLUMNS = ['id', 'article', 'import', 'server', 'terms', 'counts']
export const QUOTATION_COLUMNS = [
  ...['id', 'article', 'import', 'server', 'place', 'speaker', 'said', 'direct', 'starts', 'ends', 'cue'],
  ...['terms', 'counts'],
]
export const SUGGESTED_COLUMNS = ['article', 'topics', 'quotations']
export const NAME_COLUMNS = ['server', 'block', 'article', 'facts']

/** A name that is longer is none; what is longer can't be in an index of PostgreSQL's. */
const LONGEST_NAME = 300
/** A name as it is looked up. */
export const spellingOf = (name: string) => Buffer.from(name.slice(0, LONGEST_NAME)).toString()

/** Writes the rows of articles. */
export async function writeRows(client: PoolClient, rows: readonly ArticleRows[]): Promise<void> {
  const article = rows.map((row) => row.article)
  await copyRows(client, 'articles', ARTICLE_COLUMNS, article)
  const all = (kind: 'passages' | 'quotations' | 'names') => rows.flatMap((row) => row[kind])
  await copyRows(client, 'passages', PASSAGE_COLUMNS, all('passages'))
  await copyRows(client, 'quotations', QUOTATION_COLUMNS, all('quotations'))
  const suggested = rows.map((row) => row.suggested)
  await copyRows(client, 'suggested', SUGGESTED_COLUMNS, suggested)
  await copyRows(client, 'name_facts', NAME_COLUMNS, all('names'))
}

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
  const said = terms.quotations.map(termsIn)
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
      int4(said.flat().length),
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
    quotations: wordingsOf(annotated).map((quotation, at) => {
      const { start, end, speaker, direct, cue } = quotation
      return [
        int8(id * PLACES + at),
        key,
        from,
        whose,
        int4(annotated.quotations.indexOf(quotation)),
        maybeText(speaker && speaker.confidence !== 'unclear' ? spellingOf(speaker.name) : null),
        text(article.text.slice(start, end)),
        bool(direct),
        int4(start),
        int4(end),
        cue && int4(cue.start),
        tsvector(marked(said[at]!, [])),
        packCounts(said[at]!),
      ]
    }),
    names: [...inBlocks(nameFactsOf(annotated))].map(([block, facts]) => [
      whose,
      text(block),
      key,
      jsonb(facts),
    ]),
    suggested: [key, ...[topicsIn, quotationsIn].map((of) => textArray(of(annotated).map(offeredAs)))],
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

/** As it is offered: cut to what Discord takes. */
const offeredAs = (text: string) => plainCandidate(text).value
