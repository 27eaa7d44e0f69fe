import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corpusArticles } from '../../bench/corpus.js'
import { newsArticles } from '../../bench/news.js'
import { peers } from '../../bench/peers.js'
import { questionsFor } from '../../bench/questions.js'
import { figure, table } from '../../bench/table.js'
import { parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bench-'))
})
afterAll(() => rm(scratch, { recursive: true }))

const parsed = (files: Iterable<{ name: string; text: string }>) =>
  [...files].map(({ name, text }) => parseArticle(name, text) as Article)

describe('articles made up for the benchmark', () => {
  it('are the same on every run, and others for another seed', () => {
    expect([...newsArticles(60)]).toEqual([...newsArticles(60)])
    expect([...newsArticles(60, 2)]).not.toEqual([...newsArticles(60)])
  })

  it('are articles, with as many passages as asked for', () => {
    const articles = parsed(newsArticles(200))
    const passages = articles.reduce((total, { paragraphs }) => total + paragraphs.length, 0)
    expect(passages).toBeGreaterThanOrEqual(200)
    expect(passages).toBeLessThan(230)
    expect(articles.every(({ published, outlet }) => published && outlet)).toBe(true)
  })

  it('give questions that are the same on every run', async () => {
    const articles = parsed(newsArticles(60))
    const questions = await questionsFor(articles, 20, {})
    expect(await questionsFor(articles, 20, {})).toEqual(questions)
    expect(new Set(questions).size).toBe(20)
  })
})

describe('a corpus for the benchmark', () => {
  it('is repeated with other names until it is large enough', async () => {
    const file = join(scratch, 'corpus.jsonl')
    const text = 'On the bridge Ana Belova met the mayor.\n\nThe bridge is closed, Belova said.'
    await writeFile(file, `${JSON.stringify({ id: 'a', title: 'Belova at the bridge', text })}\n`)
    const files = []
    for await (const one of corpusArticles(file, 5)) files.push(one)
    expect(files).toHaveLength(3)
    expect(files[0]?.text).toContain(text)
    expect(files[1]?.text).toContain('bridge')
    expect(files[1]?.text).not.toContain('Belova')
    const [, renamed] = /The bridge is closed, (\w+) said/.exec(files[1]?.text ?? '') ?? []
    expect(files[1]?.text).toContain(`${renamed} met the mayor`)
  })
})

describe('the peers', () => {
  it.each(Object.entries(peers))('%s finds a passage by its words, also when read back', async (_, make) => {
    const peer = make()
    peer.build([
      { id: 0, title: 'Dam', text: 'The gates of the dam will be opened.' },
      { id: 1, title: 'Road', text: 'The ridge road is closed.' },
    ])
    expect(JSON.stringify(peer.search('ridge road'))).not.toBe(JSON.stringify(peer.search('volcano')))
    await peer.reload(scratch)
    expect(JSON.stringify(peer.search('ridge road'))).not.toBe(JSON.stringify(peer.search('volcano')))
  })
})

describe('the table', () => {
  it('has columns as wide as their widest cell, figures to the right', () => {
    const lines = [
      ['subject', 'ms'],
      ['a', figure(1234.5)],
      ['longer name', figure(0.123)],
      ['none', figure(null)],
    ]
    expect(table(lines).split('\n')).toEqual([
      '| subject     |    ms |',
      '|-------------|------:|',
      '| a           | 1,235 |',
      '| longer name |  0.12 |',
      '| none        |     – |',
    ])
  })
})
