import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/answers/model/question.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { articleFile } from '../../support/folder.js'
import { report } from '../../support/report.js'

/** A quarrel about a dam, in three outlets; the newest is of Friday, 12 May 2023. */
const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-12',
    'The Lorne summit is planned for May 22 and 23, the council said.',
    'The last Lorne summit was held in June 2019.',
    'Envoys of the Commission for Rivers and Inland Lakes met in Orsk on May 9.',
    'President Petrenko spoke by telephone with Governor Hale for 45 minutes on Thursday.',
  ),
  report(
    'News',
    '2023-05-11',
    'Ministers will gather in Lorne for the summit on May 22 and 23.',
    'The CRIL is due to vote on the treaty on May 30.',
    'The ridge road was closed in 2014 after the landslide.',
    'Governor Hale said on Wednesday that the ridge road would be opened again.',
  ),
  report(
    'Herald',
    '2023-05-10',
    'The summit in Lorne is to open on May 24, with ministers from both valleys.',
  ),
])
const ask = (text: string) => answer(questionOf(text), archive, { server: null })
const first = async (text: string) => (await ask(text)).findings[0]

describe('/when', () => {
  it('GIVEN an event in several articles THEN its date comes first, with each of them', async () => {
    const found = await first('/when lorne summit')
    expect(found).toMatchObject({ text: '22–23 May 2023', when: 'in 10 days', status: 'planned' })
    expect(found?.citations.map(({ outlet }) => outlet)).toEqual(expect.arrayContaining(['Post', 'News']))
  })

  it('GIVEN an outlet with another day THEN the finding says who says what', async () => {
    const { findings } = await ask('/when lorne summit')
    expect(findings[0]?.differs).toMatch(/Herald: 24 May 2023/)
    expect(findings[0]?.differs).toMatch(/Post.*22–23 May 2023|22–23 May 2023.*Post/)
  })

  it('GIVEN days within those that others give for it THEN it is one finding, which says who says what', async () => {
    const { archive } = makeArchive([
      report('Post', '2023-05-12', 'The lake talks in Lorne are planned for May 22 and 23, the mayor said.'),
      report('News', '2023-05-12', 'The mayor of Lorne said that the lake talks would be held on May 23.'),
    ])
    const { findings } = await answer(questionOf('/when lake talks'), archive, { server: null })
    expect(findings).toHaveLength(1)
    expect(findings[0]?.differs).toMatch(/23 May 2023; .*22–23 May 2023|22–23 May 2023; .*23 May 2023/)
    expect(new Set(findings[0]?.citations.map(({ outlet }) => outlet))).toEqual(new Set(['Post', 'News']))
  })

  it('GIVEN a plan whose day is over THEN it was planned; and past, where a later article tells of it', async () => {
    const plan = report('Post', '2023-05-10', 'The flood hearing will open in Orsk on May 15.')
    const later = (text: string) => report('News', '2023-05-17', text)
    const status = async (...articles: Article[]) =>
      (await answer(questionOf('/when flood hearing'), makeArchive(articles).archive, { server: null }))
        .findings[0]?.status
    expect(await status(plan)).toBe('planned')
    expect(await status(plan, later('Rain fell on the ridge today.'))).toBe('was planned')
    expect(await status(plan, later('Hundreds came to the flood hearing on Monday.'))).toBe('past')
  })

  it('GIVEN a word that stands elsewhere in the article alone THEN a date is no answer', async () => {
    const { archive } = makeArchive([
      report('Post', '2023-05-12', 'Hunters of Lorne met on May 3. They spoke of wolves, and of snow.'),
    ])
    const { findings } = await answer(questionOf('/when wolves'), archive, { server: null })
    expect(findings).toEqual([])
  })

  it('GIVEN what the headline dates THEN the sentence of that date answers', async () => {
    const { archive } = makeArchive([
      parseArticle(
        'a.md',
        articleFile(
          { title: 'Written reply is due next week', outlet: 'Post', published: '2023-05-12' },
          'The governor promised to put the answer of the council on paper next week.',
          'The envoys dined in Orsk on May 3.',
        ),
      ) as Article,
    ])
    const { findings } = await answer(questionOf('/when written reply'), archive, { server: null })
    expect(findings.map(({ text }) => text)).toEqual(['week of 15 May 2023'])
  })

  it('GIVEN another word for what is asked THEN it is found too', async () => {
    expect((await first('/when petrenko call'))?.text).toBe('11 May 2023')
  })

  it('GIVEN a question that looks ahead THEN what is to come is first; and the reverse', async () => {
    expect((await first('when is the lorne summit?'))?.text).toBe('22–23 May 2023')
    expect((await first('/when next lorne summit'))?.text).toBe('22–23 May 2023')
    expect((await first('when was the lorne summit?'))?.text).toBe('June 2019')
    expect((await first('/when last lorne summit'))?.text).toBe('June 2019')
  })

  it('GIVEN an acronym THEN the name that it stands for is found, and the other way round', async () => {
    const short = await ask('/when cril')
    expect(short.findings.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['30 May 2023', '9 May 2023']),
    )
    const long = await ask('/when Commission for Rivers and Inland Lakes')
    expect(long.findings.map(({ text }) => text)).toContain('30 May 2023')
  })

  it('GIVEN another spelling of a name THEN it is found', async () => {
    expect((await first('/when petrenco'))?.text).toBe('11 May 2023')
  })

  it('GIVEN “how long” THEN durations answer', async () => {
    expect((await first('/when how long did petrenko speak with hale'))?.text).toBe('45 minutes')
  })

  it('GIVEN “how long” and but a vague duration THEN silence, with what comes closest', async () => {
    const { archive: mine } = makeArchive([
      report('Post', '2023-05-20', 'The flood in the valley may go on for days.'),
    ])
    const given = await answer(questionOf('/when how long will the flood last'), mine, { server: null })
    expect(given.findings).toEqual([])
    expect(given.note).toMatch(/don’t say/)
  })

  it('GIVEN a date beside a verb of speech THEN the event comes before the saying', async () => {
    expect((await first('/when ridge road closed'))?.text).toBe('2014')
  })

  it('tells how far away a date is', async () => {
    expect((await first('/when ridge road closed'))?.when).toBe('9 years ago')
    expect((await first('/when petrenko'))?.when).toBe('yesterday')
  })

  it('GIVEN a topic with only words of time THEN it answers or is silent, without failing', async () => {
    for (const text of ['/when next', '/when last', '/when is', '/when how long', '/when when']) {
      const { command, findings } = await ask(text)
      expect(command).toBe('when')
      expect(findings.every(({ citations }) => citations.length > 0)).toBe(true)
    }
  })
})
