import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../src/articles/drafts/draft.js'
import { fetchPage } from '../../src/articles/fetch/fetch.js'
import { readArticles } from '../../src/articles/folder/read.js'
import { draftOf } from '../../src/articles/isolated/isolated.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import { filesIn } from '../support/state.js'
import { site } from './support/site.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adding-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const FIRST =
  'The ferries between the islands stopped on Friday, when ice closed the strait for the first time in nine years, the harbour master said.'
const SECOND =
  'About four hundred people are waiting on the mainland, and the island’s two shops have bread for three more days, according to the mayor.'

const PAGE = `<!doctype html><html><head>
  <title>Ferries stop | Harbour Wire</title>
  <meta property="og:site_name" content="Harbour Wire">
  <meta property="article:published_time" content="2021-12-31T10:00:00Z">
  </head><body>
  <nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <article><h1>Ferries stop</h1><p>By Ines Holm</p><p>${FIRST}</p><p>Advertisement</p><p>${SECOND}</p>
  <h2>Related articles</h2><ul><li><a href="/1">Dam Holds After Night Of Rain</a></li><li><a href="/2">Council Votes On New Bridge</a></li></ul>
  </article></body></html>`

test('WHEN a moderator gives a link and corrects what was found THEN the archive’s reader finds that article, without what the page leaves around it', async () => {
  await using news = await site({ '/ferries': PAGE })
  const page = await fetchPage(`${news.origin}/ferries`, news.limits)
  const found = (await draftOf(page)) as Draft
  expect(found).toMatchObject({ title: 'Ferries stop', outlet: 'Harbour Wire', published: '2021-12-31' })

  const store = new ServerStore({ state: filesIn(folder) })
  const { name } = await store.add('1001', '7', { ...found, outlet: 'The Harbour Wire' })

  const { articles, rejections } = await readArticles(join(folder, '1001', 'articles'))
  expect(rejections).toEqual([])
  expect(articles).toMatchObject([
    {
      id: name,
      title: 'Ferries stop',
      outlet: 'The Harbour Wire',
      published: '2021-12-31',
      url: `${news.origin}/ferries`,
    },
  ])
  const [{ text, paragraphs }] = articles as [(typeof articles)[number]]
  expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([FIRST, SECOND])
})
