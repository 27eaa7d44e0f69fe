import { expect, it, vi } from 'vitest'
import {
  type EventResult,
  type PassageQuery,
  type QuotationQuery,
  type Scope,
  WorseArchive,
} from '../../../src/archive/contract/archive.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { PostgresArchive } from '../../../src/archive/postgres/archive.js'
import { beginImport, workOn } from '../../../src/archive/postgres/import.js'
import { publish } from '../../../src/archive/postgres/publish.js'
import type { TextFile } from '../../../src/articles/folder/index.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import type { Database } from '../../../src/lib/postgres/database.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile } from '../../support/folder.js'
import { describePostgres, testDatabase } from '../../support/postgres.js'

// Processes and databases are started; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const SHARED: Scope = { server: null }
const flood: TextFile[] = Object.entries(FLOOD).map(([id, text]) => ({ id, text }))
const tale = (name: string, ...body: string[]): TextFile => ({
  id: name,
  text: articleFile({ title: `On ${name}`, outlet: 'Post', published: '2023-05-20' }, ...body),
})

/** Serves files to a scope. @returns what it changed, and how many were annotated for it */
async function serve(database: Database, files: readonly TextFile[], server = '', annotator = 'first') {
  const ref = await beginImport(database, { server, annotator }, files)
  const annotated = await workOn(database, ref)
  return { report: await publish(database, ref), annotated }
}

const QUERIES: readonly PassageQuery[] = [
  { words: 'dam evacuation', limit: 20 },
  { words: 'river minister flood', limit: 3 },
  { words: 'evacuatoin', limit: 5 },
  { words: 'the dam', phrases: ['the dam'], limit: 20 },
  { words: '', phrases: ['of the'], limit: 20 },
  { words: 'dam', outlet: 'river', limit: 20 },
  { words: 'dam', since: '2023-05-16', limit: 20 },
  { words: 'water', without: ['dam'], limit: 20 },
  { words: 'volcano', limit: 5 },
]

const SAID: readonly QuotationQuery[] = [
  { words: 'drown in promises', limit: 5 },
  { words: 'drwon in the promises', limit: 5 },
  { words: 'the water', limit: 2 },
  { words: 'the dam', speaker: 'Belova', limit: 5 },
  ...[
    'Belova',
    'Belovva',
    'A Belova',
    'water minister',
    'minister Belova',
    'minister',
    'officials',
    'Nobody',
    '',
  ].map((speaker) => ({ words: '', speaker, limit: 5 })),
]

/** Three reports whose speakers, and what they said, can be told apart or joined only by all three. */
const first = tale(
  'first.md',
  'Novak, the harbour master, said: “The ferry will sail at dawn whatever the storm brings.”',
)
const second = tale(
  'second.md',
  'Ivan Novak, harbour master of Lorne, said: “The ferry will sail at dawn, whatever the storm brings us.”',
  'Harbour officials said that the pier would be closed for a week.',
)
const third = tale(
  'third.md',
  'Petra Novak, a fisherwoman, said on Sunday: “We will not put out to sea until the storm is over.”',
  'Novak said the harbour officials had not told her anything.',
)
const SPOKEN: readonly QuotationQuery[] = [
  { words: 'ferry will sail at dawn', limit: 5 },
  ...['Novak', 'Ivan Novak', 'Petra', 'harbour master', 'officials', 'Nowak'].map((speaker) => ({
    words: '',
    speaker,
    limit: 9,
  })),
]

describePostgres('the archive in PostgreSQL', () => {
  it('GIVEN the same articles THEN passages and articles are found, ranked and told as by the archive in memory', async () => {
    await using test = await testDatabase()
    await serve(test.database, flood)
    const archive = await PostgresArchive.open(test.database, { program: 'first' })
    const { archive: memory } = makeArchive(flood.map(({ id, text }) => parseArticle(id, text) as Article))
    for (const query of QUERIES) {
      const expected = await memory.passages(query)
      const given = await archive.passages(query, SHARED)
      expect(plain(given), query.words).toEqual(plain(expected))
    }
    expect(await archive.articles({}, SHARED)).toEqual(await memory.articles({}))
    expect(await archive.articles({ outlet: 'valley', limit: 1 }, SHARED)).toEqual(
      await memory.articles({ outlet: 'valley', limit: 1 }),
    )
    for (const { id, title } of (await memory.articles({})).articles) {
      expect(await archive.article(id, SHARED)).toEqual(await memory.article(id))
      expect(await archive.article(title.slice(0, 12), SHARED)).toEqual(
        await memory.article(title.slice(0, 12)),
      )
    }
    for (const topic of ['dam', 'evacuation', 'flood']) {
      const query = { topic, partial: true, limit: 20 }
      expect(plain(await archive.events(query, SHARED))).toEqual(plain(await memory.events(query)))
    }
    for (const query of SAID) {
      const given = await archive.quotations(query, SHARED)
      expect(plain(given), JSON.stringify(query)).toEqual(plain(await memory.quotations(query)))
    }
    for (const kind of ['topic', 'speaker', 'quotation', 'outlet', 'article'] as const) {
      for (const typed of [
        '',
        'bel',
        'l',
        'water min',
        'the dam',
        'vallei',
        'gates op',
        'Lornee',
        '(!',
        'volcano',
      ]) {
        const query = { kind, typed, limit: 5 }
        expect(await archive.suggest(query, SHARED), `${kind} ${typed}`).toEqual(await memory.suggest(query))
      }
    }
    const { version, articles, passages, quotations, dates, oldest, newest, gaps } = await memory.status()
    expect(await archive.status(SHARED)).toMatchObject({
      ...{ version, articles, passages, quotations, dates, oldest, newest, gaps },
    })
    await archive.close()
  })

  it('GIVEN articles of two servers THEN each sees its own and everybody’s, and nothing of the other', async () => {
    await using test = await testDatabase()
    await serve(test.database, flood)
    await serve(test.database, [tale('own//heron.md', 'A heron stood on the dam.')], '100')
    await serve(test.database, [tale('own//otter.md', 'An otter swam below the dam.')], '200')
    const archive = await PostgresArchive.open(test.database, { program: 'first' })
    const ids = async (server: string | null, words: string) =>
      (await archive.passages({ words, limit: 50 }, { server })).hits.map(({ article }) => article.id)
    expect(await ids('100', 'heron')).toEqual(['own//heron.md'])
    expect(await ids('200', 'otter')).toEqual(['own//otter.md'])
    for (const server of ['200', '300', null, '']) expect(await ids(server, 'heron')).toEqual([])
    for (const server of ['100', '300', null, '']) expect(await ids(server, 'otter')).toEqual([])
    expect(await ids('100', 'dam')).toContain('own//heron.md')
    expect((await ids('100', 'dam')).length).toBeGreaterThan(1)
    expect(await archive.article('own//heron.md', { server: '200' })).toBeNull()
    expect((await archive.articles({}, { server: '200' })).articles.map(({ id }) => id)).not.toContain(
      'own//heron.md',
    )
    const offered = (server: string) =>
      archive.suggest({ kind: 'article', typed: 'own', limit: 9 }, { server })
    expect((await offered('100')).map(({ value }) => value)).toEqual(['own//heron.md'])
    expect((await offered('200')).map(({ value }) => value)).toEqual(['own//otter.md'])
    expect(await offered('300')).toEqual([])
    // Nor by what words weigh, which are known, or how many there are.
    const told = await archive.passages({ words: 'heron', limit: 1 }, { server: '200' })
    expect(told.frequencies).toEqual({ heron: 0 })
    expect(told.unknown).toEqual([{ word: 'heron', nearest: null }])
    expect(told.size).toBe((await archive.passages({ words: 'dam', limit: 1 }, SHARED)).size + 1)
    await archive.close()
  })

  it('GIVEN more articles than are worked out together THEN events are told of those that a question is about', async () => {
    await using test = await testDatabase()
    await serve(test.database, flood)
    const archive = await PostgresArchive.open(test.database, { program: 'first', mostTogether: 0 })
    const { archive: memory } = makeArchive(flood.map(({ id, text }) => parseArticle(id, text) as Article))
    const told = ({ hits, consulted }: EventResult) => ({
      consulted,
      hits: hits.map(({ interval, status, reports }) => ({ interval, status, articles: reports.length })),
    })
    for (const query of [
      { topic: 'dam', partial: true, limit: 3 },
      { topic: 'evacuation', limit: 3 },
      { topic: 'flood', days: 3, limit: 3 },
      { days: 5, limit: 5 },
      { topic: 'dam', outlet: 'valley', limit: 3 },
    ]) {
      const given = await archive.events(query, SHARED)
      expect(told(given), JSON.stringify(query)).toEqual(told(await memory.events(query)))
    }
    await archive.close()
  })

  it('GIVEN articles that come and go one by one THEN who said what is joined as if all had come at once', async () => {
    await using test = await testDatabase()
    const steps = [
      { files: [first], sailing: ['Novak', 1] },
      { files: [first, second], sailing: ['Ivan Novak', 2] },
      { files: [first, second, third], sailing: ['Novak', 1] },
      { files: [third, second], sailing: ['Ivan Novak', 1] },
      { files: [second], sailing: ['Ivan Novak', 1] },
    ]
    for (const { files, sailing } of steps) {
      const ref = await beginImport(test.database, { server: '', annotator: 'first' }, files)
      await workOn(test.database, ref)
      await publish(test.database, ref, { anyway: true })
      const archive = await PostgresArchive.open(test.database, { program: 'first' })
      const memory = makeArchive(files.map(({ id, text }) => parseArticle(id, text) as Article)).archive
      for (const query of SPOKEN) {
        const given = await archive.quotations(query, SHARED)
        const of = `${query.words}${query.speaker} of ${files.map(({ id }) => id)}`
        expect(plain(given), of).toEqual(plain(await memory.quotations(query)))
      }
      for (const kind of ['topic', 'speaker', 'quotation', 'article'] as const) {
        const query = { kind, typed: '', limit: 25 }
        expect(await archive.suggest(query, SHARED), kind).toEqual(await memory.suggest(query))
      }
      const [found] = (await archive.quotations(SPOKEN[0]!, SHARED)).hits
      expect([found?.person, found?.wordings.length]).toEqual(sailing)
      await archive.close()
    }
  })

  it('GIVEN a server’s own articles THEN who speaks there and in everybody’s is one, for that server alone', async () => {
    await using test = await testDatabase()
    const own = { ...second, id: 'own//second.md' }
    await serve(test.database, [first, third])
    await serve(test.database, [own], '100')
    const archive = await PostgresArchive.open(test.database, { program: 'first' })
    const articles = (files: readonly TextFile[]) =>
      files.map(({ id, text }) => parseArticle(id, text) as Article)
    const { layer, archive: everybody } = makeArchive(articles([first, third]))
    const { archive: theirs } = makeArchive(articles([own]), layer)
    for (const query of SPOKEN) {
      const given = await archive.quotations(query, { server: '100' })
      expect(plain(given), `${query.words}${query.speaker}`).toEqual(plain(await theirs.quotations(query)))
      const typed = { kind: 'speaker', typed: query.speaker ?? '', limit: 5 } as const
      expect(await archive.suggest(typed, { server: '100' })).toEqual(await theirs.suggest(typed))
      for (const server of ['200', null])
        expect(plain(await archive.quotations(query, { server }))).toEqual(
          plain(await everybody.quotations(query)),
        )
    }
    await archive.close()
  })

  it('GIVEN a change THEN only what has changed is annotated, and every process serves it', async () => {
    await using test = await testDatabase()
    await serve(test.database, [tale('a.md', 'The ferry sank.'), tale('b.md', 'The bridge held.')])
    let tell: (server: string | null) => void = () => {}
    const told = new Promise<string | null>((resolve) => {
      tell = resolve
    })
    const other = await PostgresArchive.open(await test.open(), { program: 'first', onChange: tell })
    const found = async (words: string) => (await other.passages({ words, limit: 5 }, SHARED)).hits.length
    expect(await found('ferry')).toBe(1)
    const { report, annotated } = await serve(test.database, [
      tale('b.md', 'The bridge held.'),
      tale('c.md', 'A lighthouse fell.'),
    ])
    expect(annotated).toBe(1)
    expect(report).toMatchObject({ added: ['c.md'], removed: ['a.md'], changed: [], unchanged: 1 })
    expect(await told).toBe('')
    expect(await found('ferry')).toBe(0)
    expect(await found('lighthouse')).toBe(1)
    expect((await other.passages({ words: 'ferry', limit: 1 }, SHARED)).frequencies).toEqual({ ferri: 0 })
    await other.close()
  })

  it('GIVEN articles that are served already THEN nobody is told anew', async () => {
    await using test = await testDatabase()
    const files = [tale('a.md', 'The ferry sank.'), { id: 'b.md', text: '---\ntitle: [\n---\nNo.' }]
    const numbers = async () => (await test.database.query('SELECT number FROM editions')).rows
    const first = await serve(test.database, files)
    const before = await numbers()
    const again = await serve(test.database, files)
    expect(again.report).toMatchObject({
      added: [],
      removed: [],
      unchanged: 1,
      rejected: first.report.rejected,
    })
    expect(first.report.rejected).toHaveLength(1)
    expect(await numbers()).toEqual(before)
  })

  it('GIVEN an import that finds most articles gone THEN what was served goes on, unless it is wanted anyway', async () => {
    await using test = await testDatabase()
    await serve(test.database, flood)
    const few = flood.slice(0, 1)
    const before = flood.length
    const articles = async () => {
      const archive = await PostgresArchive.open(test.database, { program: 'first' })
      const { total } = await archive.articles({}, SHARED)
      await archive.close()
      return total
    }
    await expect(serve(test.database, few)).rejects.toThrow(WorseArchive)
    expect(await articles()).toBe(before)
    const ref = await beginImport(test.database, { server: '', annotator: 'first' }, few)
    await workOn(test.database, ref)
    await publish(test.database, ref, { anyway: true })
    expect(await articles()).toBe(1)
  })

  it('GIVEN an import that was broken off THEN whoever begins the same goes on with what is left, and nothing is doubled', async () => {
    await using test = await testDatabase()
    const files = flood.concat(tale('x.md', 'A kiln burned.'))
    const begun = await beginImport(test.database, { server: '', annotator: 'first' }, files)
    // What a process that is killed has in hand is rolled back by the server.
    const client = await test.database.connect()
    await client.query('BEGIN')
    await client.query(`SELECT name FROM import_files WHERE import = $1 FOR UPDATE`, [begun.id])
    const resumed = await beginImport(test.database, { server: '', annotator: 'first' }, files)
    expect(resumed.id).toBe(begun.id)
    const working = Promise.all([workOn(test.database, resumed), workOn(await test.open(), resumed)])
    client.release(new Error('killed'))
    expect((await working).reduce((sum, done) => sum + done, 0)).toBe(files.length)
    const report = await publish(test.database, resumed)
    expect(report.added).toHaveLength(files.length)
    const { rows } = await test.database.query(
      'SELECT count(*) AS rows, count(DISTINCT name) AS names FROM articles',
    )
    expect(rows).toEqual([{ rows: files.length, names: files.length }])
  })
})

/** As plain data: what is read when it is asked for is asked for. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
