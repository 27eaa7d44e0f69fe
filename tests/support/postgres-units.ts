import type { Database } from '../../src/lib/postgres/database.js'
import type { Candidates, Holdings, Retriever } from '../../src/retrieval/port.js'
import { PLACES, type PostgresFilter, PostgresRetriever } from '../../src/retrieval/postgres/retriever.js'
import { packCounts } from '../../src/retrieval/postgres/term-counts.js'

interface Article {
  readonly title: readonly string[]
  readonly passages: readonly (readonly string[])[]
}
type Field = 'title' | 'text'

/**
 * The passages of articles in PostgreSQL, behind the port with ids as an index in memory gives them: one behind the
 * other, in the order of the articles.
 */
export async function inPostgres(
  database: Database,
  articles: readonly Article[],
): Promise<Retriever<Field>> {
  await database.query('TRUNCATE articles, passages, term_frequencies RESTART IDENTITY')
  for (const [at, { title, passages }] of articles.entries()) {
    const id = at + 1
    await database.query(
      `INSERT INTO articles (id, server, import, name, hash, annotator, print, live, title, folded_name, folded_title,
          folded_outlet, short_name, paragraphs, passages, quotations, dates, title_length, text_length, title_counts,
          text_counts, text, packed)
        OVERRIDING SYSTEM VALUE
        VALUES ($1, '', 1, $2, '', '', '', true, '', '', '', '', '', 0, $3, 0, 0, $4, $5, $6, $7, '', '')`,
      [
        ...[id, `${id}`.padStart(3, '0'), passages.length, title.length, passages.flat().length],
        ...[packCounts(title), packCounts(passages.flat())],
      ],
    )
    for (const [place, text] of passages.entries()) {
      const alone = place === 0 ? title.filter((term) => !text.includes(term)) : []
      const terms = [...text.map((term) => `${term}:1D`), ...alone.map((term) => `${term}:1A`)].join(' ')
      await database.query('INSERT INTO passages VALUES ($1, $2, 1, $3, $4::tsvector, $5)', [
        ...[id * PLACES + place, id, '', terms, packCounts(text)],
      ])
    }
  }
  await database.query(
    `INSERT INTO term_frequencies SELECT '', 'passages', lexeme, count(*) FILTER (WHERE 'D' = ANY(weights)),
      count(DISTINCT article) FROM passages, unnest(terms) GROUP BY lexeme`,
  )
  const texts = articles.flatMap(({ passages }) => passages)
  const length = (lists: readonly (readonly string[])[]) => lists.flat().length
  const retriever = new PostgresRetriever<Field>({
    ask: (sql, values) => database.read(sql, values),
    table: 'passages',
    field: 'text',
    groupField: 'title',
    servers: [''],
    imports: [1],
    totals: {
      units: texts.length,
      groups: articles.length,
      lengths: { title: length(articles.map(({ title }) => title)), text: length(texts) },
    },
  })
  return numberedAnew(retriever, articles)
}

function numberedAnew(retriever: PostgresRetriever<Field>, articles: readonly Article[]): Retriever<Field> {
  const ids = articles.flatMap(({ passages }, at) => passages.map((_, place) => (at + 1) * PLACES + place))
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const outside = <T extends Holdings<Field>>(held: T, number: (id: number) => number): T => ({
    ...held,
    ids: held.ids.map(number),
    groups: held.groups.map((group) => group - 1),
  })
  return {
    statistics: (terms) => retriever.statistics(terms),
    similarTerms: (term, edits) => retriever.similarTerms(term, edits),
    async candidates(query): Promise<Candidates> {
      const { inGroup, accepts } = query.filter
      const filter: PostgresFilter = {
        ...query.filter,
        inGroup: inGroup ? (group) => inGroup(group - 1) : null,
        accepts: accepts ? (id) => accepts(numbers.get(id)!) : null,
      }
      const { best, total } = await retriever.candidates({ ...query, filter })
      return { best: best.map(({ id, group }) => ({ id: numbers.get(id)!, group: group - 1 })), total }
    },
    units: async (asked, terms) =>
      outside(
        await retriever.units(
          asked.map((number) => ids[number] ?? number),
          terms,
        ),
        (id) => numbers.get(id)!,
      ) as never,
    groups: async (asked, terms) =>
      outside(
        await retriever.groups(
          asked.map((group) => group + 1),
          terms,
        ),
        (id) => id - 1,
      ),
  }
}
