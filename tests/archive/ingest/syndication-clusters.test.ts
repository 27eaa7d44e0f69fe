import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/answers/index.js'
import type { Archive } from '../../../src/archive/contract/archive.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { renderAnswer } from '../../../src/discord/render/renderer.js'
import { articleFile } from '../../support/folder.js'

const SCOPE = { server: null }

/** A wire story long enough to be told from chance. */
const WIRE = [
  'The dam at Lorne gave way on 16 May after three days of rain, and water covered the lower town within an hour, the regional council said.',
  'Four hundred families were brought to the school on the hill by boat, while soldiers filled bags with sand along the road to the north.',
  'Engineers had asked for a new gate in every report since the winter of the great ice, but the money was spent on the bridge instead.',
  'The railway will stay closed until the bank beneath it has dried, which may take a month, according to the head of the line.',
]

const file = (outlet: string, published: string, paragraphs: readonly string[], title = `Dam of ${outlet}`) =>
  articleFile({ title, outlet, published }, ...paragraphs)

const archiveOf = (files: Readonly<Record<string, string>>): Archive => makeArchive(articles(files)).archive

const articles = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => parseArticle(name, text) as Article)

const PRINTINGS = {
  'a.md': file('River Post', '2023-05-16', WIRE),
  'b.md': file('Valley News', '2023-05-17', [...WIRE.slice(0, 3), 'More will follow here tonight.']),
  'c.md': file('Coast Mail', '2023-05-17', WIRE.slice(0, 3)),
}

describe('reports', () => {
  it('GIVEN a story that three outlets print THEN each citation tells that they are one report', async () => {
    const archive = archiveOf(PRINTINGS)
    const { hits } = await archive.passages({ words: 'dam gave way', limit: 10 }, SCOPE)
    expect(new Set(hits.map(({ article }) => article.report))).toEqual(new Set(['a.md']))
  })

  it('GIVEN another outlet’s own story THEN it is a report of its own', async () => {
    const own = file('North Star', '2023-05-17', ['Our reporter saw how the dam gave way at dawn.'])
    const archive = archiveOf({ ...PRINTINGS, 'd.md': own })
    const { articles: all } = await archive.articles({}, SCOPE)
    expect(all.find(({ id }) => id === 'd.md')).not.toHaveProperty('report')
  })

  it('GIVEN an answer that reprints give THEN it says how many outlets and reports there are', async () => {
    const archive = archiveOf(PRINTINGS)
    const given = await answer({ command: 'when', topic: 'dam gave way' }, archive, SCOPE)
    expect(renderAnswer(given).embed.description).toContain('3 outlets, 1 report')
  })

  it('GIVEN a reprint among a server’s own articles THEN it is one report with the shared printing', async () => {
    const { layer } = makeArchive(articles({ 'a.md': PRINTINGS['a.md'] }))
    const archive: Archive = makeArchive(articles({ 'own//c.md': PRINTINGS['c.md'] }), layer).archive
    const { articles: all } = await archive.articles({}, { server: '1' })
    expect(all.map(({ report }) => report)).toEqual(['a.md', 'a.md'])
  })

  it('GIVEN a corrected version THEN the older one is marked', async () => {
    const archive = archiveOf({
      'old.md': file('River Post', '2023-05-16', WIRE, 'Dam gives way'),
      'new.md': file(
        'River Post',
        '2023-05-17',
        [...WIRE.slice(0, 3), 'Correction: three people are missing.'],
        'Dam gives way',
      ),
    })
    const { articles: all } = await archive.articles({}, SCOPE)
    expect(all.map(({ id, newer }) => [id, newer])).toEqual([
      ['new.md', undefined],
      ['old.md', 'new.md'],
    ])
    const given = await answer({ command: 'search', words: 'railway closed' }, archive, SCOPE)
    expect(renderAnswer(given).embed.description).toContain('there is a newer version')
  })
})
