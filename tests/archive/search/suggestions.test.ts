import { beforeAll, describe, expect, it } from 'vitest'
import type { Archive, SuggestionKind } from '../../../src/archive/contract/archive.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile } from '../../support/folder.js'

let archive: Archive
beforeAll(() => {
  archive = makeArchive(
    Object.entries(FLOOD).map(([name, text]) => parseArticle(name, text) as Article),
  ).archive
})

const suggest = async (kind: SuggestionKind, typed: string) =>
  (await archive.suggest({ kind, typed, limit: 25 }, { server: null })).map(({ label }) => label)

describe('suggestions', () => {
  it('GIVEN nothing typed THEN what the articles speak of most comes first', async () => {
    expect((await suggest('topic', ''))[0]).toBe('Lorne')
    expect(await suggest('outlet', '')).toEqual(['River Post', 'Valley News'])
  })

  it('GIVEN a name that a dateline has in capitals THEN it is offered as others write it', async () => {
    const files = [
      'LORNE, May 12 (Post) – The dam will open.',
      'Water rose in Lorne on Friday.',
      'LORNE – It rained.',
    ]
    const articles = files.map((text, i) =>
      parseArticle(
        `${i}.md`,
        articleFile({ title: `Report ${i}`, outlet: 'Post', published: '2023-05-12' }, text),
      ),
    )
    const other: Archive = makeArchive(articles as Article[]).archive
    const [first] = await other.suggest({ kind: 'topic', typed: 'lor', limit: 5 }, { server: null })
    expect(first?.label).toBe('Lorne')
  })

  it('GIVEN the start of a word THEN what begins so', async () => {
    expect(await suggest('topic', 'lor')).toContain('Lorne')
    expect(await suggest('outlet', 'val')).toEqual(['Valley News'])
  })

  it('GIVEN a slip of the fingers THEN it is forgiven', async () => {
    expect(await suggest('outlet', 'vallei')).toEqual(['Valley News'])
  })

  it('GIVEN a speaker THEN the role is shown and can be typed', async () => {
    expect((await suggest('speaker', 'belo'))[0]).toBe('Ana Belova – Water Minister')
    expect((await suggest('speaker', 'water min'))[0]).toBe('Ana Belova – Water Minister')
  })

  it('offers articles by title, and sends their file name', async () => {
    const [first] = await archive.suggest({ kind: 'article', typed: 'gates', limit: 1 }, { server: null })
    expect(first).toEqual({ label: 'Lorne dam: gates to open next week', value: 'valley-news.md' })
  })

  it('every label and value fits Discord’s 100 characters', async () => {
    for (const kind of ['topic', 'speaker', 'quotation', 'outlet', 'article'] as const) {
      for (const { label, value } of await archive.suggest(
        { kind, typed: '', limit: 100 },
        { server: null },
      )) {
        expect(label.length).toBeLessThanOrEqual(100)
        expect(value.length).toBeLessThanOrEqual(100)
      }
    }
  })
})
