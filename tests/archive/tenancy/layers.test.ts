import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive, SuggestionKind } from '../../../src/archive/contract/archive.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { inListOrder } from '../../../src/archive/ingest/list-order.js'
import { prepareArticle } from '../../../src/archive/ingest/prepare.js'
import { columnsOf } from '../../../src/archive/search/archive-columns.js'
import { Layer } from '../../../src/archive/tenancy/layer.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { runToEnd } from '../../../src/lib/cooperative-tasks.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile } from '../../support/folder.js'
import { newsFiles, TOPICS } from '../../support/sentences.js'

const SCOPE = { server: '1' }
const articlesOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => parseArticle(name, text) as Article)

/** One archive whose articles lie in two layers, and one that holds them all in one. */
function layered(shared: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) {
  const { layer } = makeArchive(articlesOf(shared))
  return {
    layers: makeArchive(articlesOf(own), layer).archive as Archive,
    whole: makeArchive(articlesOf({ ...shared, ...own })).archive as Archive,
  }
}

/** A layer that tells which of its articles were opened, by more than their heads. */
function watched(articles: readonly Article[]): { layer: Layer; opened: Set<string> } {
  const opened = new Set<string>()
  const heads = ['article', 'id', 'title', 'outlet', 'published', 'url', 'author', 'text']
  const watch = <T extends object>(value: T, id: string): T =>
    new Proxy(value, {
      get(target, key) {
        const part: unknown = Reflect.get(target, key)
        if (key === 'article' || key === 'annotated') return watch(part as object, id)
        if (!heads.includes(String(key))) opened.add(id)
        return part
      },
    })
  const prepared = inListOrder(articles.map(prepareArticle)).map((one) => watch(one, one.article.id))
  const facts = { version: '1', builtAt: '2023-05-20', buildMs: 0, rejections: [] }
  return { layer: runToEnd(Layer.of(prepared, runToEnd(columnsOf(prepared)), facts, null)), opened }
}

const KINDS: readonly SuggestionKind[] = ['topic', 'speaker', 'quotation', 'outlet', 'article']

/** All that can be asked of an archive with these words. */
async function everything(archive: Archive, words: string): Promise<unknown[]> {
  const limit = 50
  return Promise.all([
    archive.status(SCOPE),
    archive.articles({}, SCOPE),
    archive.article(words, SCOPE),
    archive.passages({ words, limit }, SCOPE),
    archive.passages({ words: '', phrases: [words], limit }, SCOPE),
    archive.events({ limit }, SCOPE),
    archive.events({ topic: words, limit }, SCOPE),
    archive.quotations({ words, limit }, SCOPE),
    archive.quotations({ words: '', speaker: words, limit }, SCOPE),
    ...KINDS.flatMap((kind) =>
      [words, words.slice(0, 3), ''].map((typed) => archive.suggest({ kind, typed, limit }, SCOPE)),
    ),
  ])
}

/** As text, without what repeats the words of the question. */
const told = (results: readonly unknown[]) =>
  JSON.stringify(results, (key, value) =>
    ['weights', 'frequencies', 'unknown'].includes(key) ? undefined : value,
  )

describe('an archive in two layers', () => {
  it('GIVEN any articles THEN passages are found, scored and counted as if all lay in one', async () => {
    await fc.assert(
      fc.asyncProperty(
        newsFiles('Alpha'),
        newsFiles('Beta'),
        fc.constantFrom(...TOPICS),
        async (a, b, topic) => {
          const { layers, whole } = layered(a, b)
          const ask = async (archive: Archive) => {
            const { hits, ...rest } = await archive.passages(
              { words: `${topic} Betaville opend`, limit: 500 },
              SCOPE,
            )
            return {
              ...rest,
              hits: hits.map(({ article, passage, score, matched }) => [
                score.toFixed(9),
                article.id,
                passage.start,
                matched,
              ]),
            }
          }
          expect(await ask(layers)).toEqual(await ask(whole))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('GIVEN any articles THEN what there is of each kind is as much as in one', async () => {
    await fc.assert(
      fc.asyncProperty(newsFiles('Alpha'), newsFiles('Beta'), async (a, b) => {
        const { layers, whole } = layered(a, b)
        const facts = async (archive: Archive) => {
          const { version: _, builtAt: __, buildMs: ___, ...counts } = await archive.status(SCOPE)
          return { ...counts, articles: await archive.articles({}, SCOPE) }
        }
        expect(await facts(layers)).toEqual(await facts(whole))
      }),
      { numRuns: 30 },
    )
  })

  it('GIVEN one utterance printed in both layers THEN it is one, under the full name', async () => {
    const { 'river-post.md': river, 'valley-news.md': valley } = FLOOD
    const { layers } = layered({ 'river-post.md': river! }, { 'valley-news.md': valley! })
    const { hits } = await layers.quotations({ words: 'valley drown in promises', limit: 10 }, SCOPE)
    expect(hits).toHaveLength(1)
    expect(hits[0]?.person).toBe('Ana Belova')
    expect(hits[0]?.wordings.map(({ article }) => article.id).sort()).toEqual([
      'river-post.md',
      'valley-news.md',
    ])
    const byName = await layers.quotations({ words: '', speaker: 'Belova', limit: 10 }, SCOPE)
    expect(new Set(byName.hits.map(({ person }) => person))).toEqual(new Set(['Ana Belova']))
  })

  it('GIVEN one event told of in both layers THEN it is one', async () => {
    const { 'river-post.md': river, 'valley-news.md': valley } = FLOOD
    const { layers, whole } = layered({ 'river-post.md': river! }, { 'valley-news.md': valley! })
    for (const query of [{ topic: 'gates of the dam', limit: 10 }, { limit: 10 }]) {
      const shape = async (archive: Archive) =>
        (await archive.events(query, SCOPE)).hits.map(({ interval, reports }) => [
          interval?.start,
          reports.map(({ article }) => article.id).sort(),
        ])
      expect(await shape(layers)).toEqual(await shape(whole))
    }
  })

  it('GIVEN a word that only one layer holds THEN it is not called unknown', async () => {
    const own = articleFile(
      { title: 'A visit', outlet: 'Own', published: '2023-05-14' },
      'The zeppelin came to Lorne on Sunday.',
    )
    const { layers } = layered(FLOOD, { 'own.md': own })
    expect((await layers.passages({ words: 'zeppelin valley', limit: 5 }, SCOPE)).unknown).toEqual([])
    expect((await layers.passages({ words: 'zepelin', limit: 5 }, SCOPE)).unknown).toEqual([
      { word: 'zepelin', nearest: 'zeppelin' },
    ])
  })

  it('GIVEN many shared articles of the same days WHEN a server’s own are laid on them THEN only those like them are opened', async () => {
    const day = (n: number) => `2023-05-${String(10 + (n % 5))}`
    const other = (n: number) =>
      articleFile(
        { title: `Market ${n}`, outlet: `Outlet ${n}`, published: day(n) },
        `The price of bread number ${n} rose on Sunday, a baker of town ${n} said.`,
      )
    const shared = {
      ...FLOOD,
      ...Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`market-${n}.md`, other(n)])),
    }
    const { layer, opened } = watched(articlesOf(shared))
    const { 'valley-news.md': valley } = FLOOD
    const own = valley!.replace('Valley News', 'Ridge Herald')
    opened.clear()
    const { archive } = makeArchive(articlesOf({ 'own.md': own }), layer)
    expect([...opened].filter((id) => id.startsWith('market-'))).toEqual([])
    const { articles } = await (archive as Archive).articles({}, SCOPE)
    const reportOf = (name: string) => articles.find(({ id }) => id === name)?.report
    expect(reportOf('own.md')).toBeDefined()
    expect(reportOf('own.md')).toBe(reportOf('valley-news.md'))
  })

  it('GIVEN two servers with any articles THEN no answer of one holds a word, name or count of the other’s', async () => {
    await fc.assert(
      fc.asyncProperty(
        newsFiles('Shared', 0),
        newsFiles('Alpha'),
        newsFiles('Beta'),
        fc.constantFrom(
          ...TOPICS,
          'Betaville',
          'Alphaville',
          'Betaov',
          'Betadam must be opened',
          'beta-0.md',
        ),
        async (shared, a, b, words) => {
          const { layer } = makeArchive(articlesOf(shared))
          const alone = makeArchive(articlesOf(a), layer).archive
          const before = told(await everything(alone, words))
          const other = makeArchive(articlesOf(b), layer).archive
          await everything(other, words)
          expect(before).not.toMatch(/beta/i)
          expect(told(await everything(alone, words))).toBe(before)
        },
      ),
      { numRuns: 40 },
    )
  })
})
