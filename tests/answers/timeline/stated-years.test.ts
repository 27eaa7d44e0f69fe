import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/answers/model/question.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const timeline = async (...articles: Parameters<typeof makeArchive>[0]) => {
  const { findings } = await answer(questionOf('/timeline dam'), makeArchive(articles).archive, {
    server: null,
  })
  return findings.map(({ date, citations }) => ({
    start: date?.start,
    outlets: citations.map(({ outlet }) => outlet).sort(),
  }))
}

/** Tells of the day with its year. */
const STATED = report(
  'Post',
  '2005-06-20',
  'In the letter of March 7 2003, Minister Halvorsen warned Governor Petrov of the dam at Lorne.',
)

describe('GIVEN an article that looks back on a day without its year', () => {
  it('THEN it tells of the day that another gives with the year, where both tell of the same', async () => {
    const lookBack = report(
      'News',
      '2005-05-28',
      'On March 7, Minister Halvorsen told Governor Petrov that the dam at Lorne might break.',
    )
    expect(await timeline(STATED, lookBack)).toEqual([{ start: '2003-03-07', outlets: ['News', 'Post'] }])
  })

  it('THEN other people make another day of it', async () => {
    const other = report(
      'News',
      '2005-05-28',
      'On March 7, Engineer Okoro told Mayor Lindqvist that the dam at Orsk might break.',
    )
    expect((await timeline(STATED, other)).map(({ start }) => start)).toEqual(['2003-03-07', '2005-03-07'])
  })

  it('THEN an article of the same weeks tells of its own year', async () => {
    const ofThoseDays = report(
      'News',
      '2005-03-12',
      'On March 7, Minister Halvorsen told Governor Petrov that the dam at Lorne might break.',
    )
    expect((await timeline(STATED, ofThoseDays)).map(({ start }) => start)).toEqual([
      '2003-03-07',
      '2005-03-07',
    ])
  })
})
