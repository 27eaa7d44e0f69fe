import { describe, expect, it } from 'vitest'
import { questionOf } from '../../src/answers/model/question.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import { parseArticle } from '../../src/articles/folder/parse.js'
import type { Article } from '../../src/articles/model/article.js'
import { answerInEnglish as answer } from '../support/english.js'
import { report } from '../support/report.js'

/** An article as somebody pasted it: a headline, and text. */
const pasted = (id: string, title: string, ...paragraphs: readonly string[]) =>
  parseArticle(`${id}.txt`, [title, ...paragraphs].join('\n\n')) as Article

const FORUM = pasted(
  'forum',
  'Envoys pack for the river forum',
  'Envoys of both valleys will open the river forum in Orsk on March 9 and 10, the commission said.',
  'The chairwoman, Mira Solheim, flew to Lorne on Friday.',
)
const ALSO = pasted(
  'also',
  'Valley towns wait for word from the forum',
  'The river forum in Orsk, set for 9–10 March, is the first of its kind.',
)

const asked = async (text: string, articles: readonly Article[]) =>
  (await answer(questionOf(text), makeArchive(articles).archive, { server: null })).findings

describe('GIVEN articles without a date', () => {
  it('WHEN they name a day without its year THEN it is found as that, and not as any date', async () => {
    const [first] = await asked('/when river forum', [FORUM, ALSO])
    expect(first).toMatchObject({
      text: '9–10 March, year not stated',
      partialDate: { start: '--03-09', end: '--03-10', grain: 'day' },
    })
    expect(first).not.toHaveProperty('date')
    expect(first).not.toHaveProperty('when')
    expect(first!.citations.map(({ article }) => article).sort()).toEqual(['also.txt', 'forum.txt'])
  })

  it('WHEN they name a weekday alone THEN it is a weekday of nobody knows which week', async () => {
    const [first] = await asked('/when chairwoman Solheim flew to Lorne', [FORUM])
    expect(first).toMatchObject({ text: 'a Friday, the article has no date', partialDate: { weekday: 5 } })
  })

  it('THEN a timeline has their days under a heading of their own, behind those that have a year', async () => {
    const findings = await asked('/timeline river', [
      FORUM,
      report('Post', '2021-05-02', 'The river rose over its banks in Orsk on 30 April.'),
    ])
    expect(findings.map(({ group }) => group)).toEqual(['30 April 2021', 'Year not stated'])
    expect(findings[1]!.text).toMatch(/^9–10 March, year not stated: /)
  })
})

describe('GIVEN articles without a date, in two outlets', () => {
  const of = (outlet: string, text: string) =>
    parseArticle(`${outlet}.md`, `---\ntitle: From ${outlet}\noutlet: ${outlet}\n---\n${text}\n`) as Article

  it('WHEN they are compared THEN a day without a year that both give is one', async () => {
    const [first] = await asked('/compare river forum', [
      of(
        'Post',
        'Envoys of both valleys will open the river forum in Orsk on March 9 and 10, the commission said.',
      ),
      of('Mail', 'The river forum in Orsk, set for 9–10 March, is the first of its kind for the envoys.'),
    ])
    expect(first!.text).toMatch(/^9–10 March, year not stated: .* – 2 outlets agree$/)
    expect(first).toMatchObject({ partialDate: { start: '--03-09' } })
    expect(first).not.toHaveProperty('date')
  })
})

describe('GIVEN an article without a date AND dated ones', () => {
  const dated = report(
    'Post',
    '2023-03-01',
    'Envoys of both valleys meet in Orsk for the river forum on March 9 and 10.',
  )

  it('WHEN they tell of the same event THEN it is one finding, of their year', async () => {
    const findings = await asked('/when river forum', [dated, FORUM, ALSO])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ text: '9–10 March 2023', date: { start: '2023-03-09' } })
    expect(findings[0]!.citations).toHaveLength(3)
    expect(findings[0]!.citations.map(({ publishedBasis }) => publishedBasis)).toEqual(
      expect.arrayContaining([undefined, 'inferred: same event as Post']),
    )
  })

  it('WHEN two years have such an event THEN nobody knows which of them is meant', async () => {
    const before = report(
      'Mail',
      '2022-03-02',
      'Envoys of both valleys meet in Orsk for the river forum on March 9 and 10.',
    )
    const texts = (await asked('/when river forum', [dated, before, FORUM])).map(({ text }) => text)
    expect(texts).toContain('9–10 March, year not stated')
  })

  it('WHEN they tell of other things on such days THEN nothing is known of its year', async () => {
    const other = report('Post', '2023-03-01', 'A lorry burned on the ridge road on March 9.')
    const [first] = await asked('/when river forum', [other, FORUM])
    expect(first!.text).toBe('9–10 March, year not stated')
  })
})
