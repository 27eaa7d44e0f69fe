import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../../src/answers/index.js'
import type { Answer, Question } from '../../src/answers/model/answer.js'
import { questionOf } from '../../src/answers/model/question.js'
import type { LiveArchive } from '../../src/archive/contract/archive.js'
import { openArchive } from '../../src/archive/worker/live.js'
import { type ArticleFolder, articleFolder } from '../support/folder.js'

const article = (title: string, day: string, ...paragraphs: readonly string[]) =>
  `---\ntitle: ${title}\noutlet: Harbour Wire\npublished: ${day}\n---\n\n${paragraphs.join('\n\n')}\n`

const FILES = {
  'one.md': article(
    'Twelve dead in the flood of Lorne',
    '2023-05-10',
    'The death toll of the flood in Lorne has risen to 12 people, the mayor said on Wednesday.',
    'A bridge in Lorne collapsed on Tuesday in the flood.',
    '“We had asked for a new dam for many years,” Ada Quist, the mayor of Lorne, said on Wednesday.',
  ),
  'two.md': article(
    'Nineteen dead in the flood of Lorne',
    '2023-05-16',
    'The death toll of the flood in Lorne has risen to 19 people, the mayor said on Tuesday.',
    'Soldiers rescued a hundred people from the roofs of Lorne on Monday after the flood.',
    '“The water is falling at last, and we will rebuild the town,” Ada Quist, the mayor of Lorne, said on Tuesday.',
    'Ministers will meet in Lorne on May 20 to decide about the dam.',
  ),
}

let folder: ArticleFolder
let archive: LiveArchive
beforeAll(async () => {
  folder = await articleFolder(FILES)
  archive = await openArchive({ folder: folder.path })
})
afterAll(async () => {
  await archive.close()
  await folder[Symbol.asyncDispose]()
})

const ask = (question: Question | string) =>
  answer(typeof question === 'string' ? questionOf(question) : question, archive, { server: null })

const under = ({ findings }: Answer, key: string) =>
  findings.filter(({ heading }) => heading && 'key' in heading && heading.key === key)

describe('/brief', () => {
  test('GIVEN a topic and a day THEN what happened since, what has grown, who said what and what is planned are told, each cited', async () => {
    const brief = await ask('/brief Lorne since:2023-05-13')
    const events = under(brief, 'briefEvents').map(({ text }) => text)
    expect(events.join()).toMatch(/rescued/)
    expect(events.join()).not.toMatch(/bridge|Ministers/)
    const [figure] = under(brief, 'briefFigures')
    expect(figure!.text).toMatch(/12.* → .*19/)
    expect(figure!.citations.map(({ article }) => article)).toEqual(['two.md', 'one.md'])
    expect(under(brief, 'briefStatements').map(({ text }) => text)).toEqual([
      'Ada Quist: “The water is falling at last, and we will rebuild the town”',
    ])
    expect(under(brief, 'briefPlans').map(({ date }) => date?.start)).toEqual(['2023-05-20'])
    for (const { citations } of brief.findings) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { article, start, end, snippet } of citations)
        expect(FILES[article as keyof typeof FILES].slice(start, end)).toBe(snippet)
    }
  })

  test('GIVEN no day THEN the week up to the newest article counts', async () => {
    const brief = await ask('/brief')
    const events = under(brief, 'briefEvents').map(({ text }) => text)
    expect(events.join()).toMatch(/rescued/)
    expect(events.join()).not.toMatch(/bridge/)
  })

  test('GIVEN nothing new since THEN that is said, and nothing is invented', async () => {
    const brief = await ask('/brief Lorne since:2023-05-18')
    expect(under(brief, 'briefEvents')).toEqual([])
    expect(under(brief, 'briefStatements')).toEqual([])
    const none = await ask('/brief zeppelin')
    expect(none.findings).toEqual([])
    expect(none.note).toEqual([[{ key: 'briefNothing', values: { since: { day: '2023-05-10' } } }]])
  })

  test('GIVEN a day that can’t be read THEN that is said', async () => {
    expect((await ask({ command: 'brief', since: 'the day of the fox' })).note).toEqual([
      [expect.objectContaining({ key: 'noteUnreadable' })],
    ])
  })

  test.each([
    ['what happened this week?', { command: 'brief' }],
    ['catch me up', { command: 'brief' }],
    ['Can you catch me up on the dam?', { command: 'brief', topic: 'the dam' }],
    ['catch me up since Friday', { command: 'brief', since: 'Friday' }],
    ['what did I miss?', { command: 'brief' }],
    ['a recap of the flood', { command: 'brief', topic: 'the flood' }],
    ['what happened in Lorne this week?', { command: 'brief', topic: 'Lorne' }],
    ['what happened last week?', { command: 'timeline', from: 'last week', to: 'last week' }],
  ])('GIVEN “%s” THEN it is asked as %o', (text, question) => {
    expect(questionOf(text)).toEqual(question)
  })
})
