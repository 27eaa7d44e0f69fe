import { describe, expect, it } from 'vitest'
import { questionOf } from '../../src/answers/model/question.js'
import { makeArchive } from '../../src/archive/ingest/build.js'
import type { Article } from '../../src/articles/model/article.js'
import { answerInEnglish as answer } from '../support/english.js'
import { report } from '../support/report.js'

const when = async (text: string, ...articles: Article[]) =>
  (await answer(questionOf(text), makeArchive(articles).archive, { server: null })).findings

describe('GIVEN a question when something happened to somebody', () => {
  it('THEN the words of a thing that it happened to are no answer', async () => {
    const reactor = report(
      'Post',
      '2023-09-20',
      'Ida Halvorsen said on 19 September that the reactor was effectively dead.',
    )
    expect(await when('/when did Halvorsen die', reactor)).toEqual([])
  })

  it('THEN neither is what happened to a son', async () => {
    const son = report('Post', '2023-09-20', 'Ida Halvorsen was told that her son had died on 12 September.')
    expect(await when('when did Halvorsen die?', son)).toEqual([])
  })

  it('THEN wanting it is not its happening', async () => {
    const [first, ...others] = await when(
      '/when did Petrov resign',
      report(
        'Post',
        '2023-01-30',
        'Crowds in Orsk called on 29 January for the resignation of Governor Petrov.',
      ),
      report('News', '2023-02-12', 'Governor Petrov stepped down on 11 February after weeks of marches.'),
    )
    expect(first).toMatchObject({ text: '11 February 2023', status: 'past' })
    expect(others.map(({ text }) => text)).not.toContain('29 January 2023')
  })

  it('THEN the day is that of the event, not of the report of it', async () => {
    const raid = report(
      'Post',
      '2023-05-08',
      'The ministry said on Sunday that Okoro was killed in a raid on Saturday night.',
    )
    expect((await when('/when was Okoro killed', raid))[0]?.date?.start).toBe('2023-05-06')
  })

  it('THEN everyday words find it', async () => {
    const sank = report('Post', '2023-05-08', 'The ferry Aurora sank off Lorne on May 3.')
    expect((await when('when did the aurora keel over?', sank))[0]?.text).toBe('3 May 2023')
  })

  it('THEN a lead without a date is dated by its article, roughly', async () => {
    const lead = report('Post', '2023-05-08', 'Mayor Ida Halvorsen resigned after a quarrel over the bridge.')
    expect((await when('/when did Halvorsen resign', lead))[0]?.date).toMatchObject({
      start: '2023-05-08',
      approximate: true,
    })
  })

  it('THEN a day that an article names comes before the day of another', async () => {
    const [first] = await when(
      '/when did Halvorsen resign',
      report('Post', '2023-06-20', 'Mayor Ida Halvorsen resigned after a quarrel over the bridge.'),
      report('News', '2023-05-08', 'Mayor Ida Halvorsen resigned on Friday.'),
    )
    expect(first?.text).toBe('5 May 2023')
  })

  it('THEN what the articles have no word for is not answered', async () => {
    const sank = report('Post', '2023-05-08', 'The ferry Aurora sank off Lorne on May 3.')
    expect(await when('/when did the Montrose ferry sink', sank)).toEqual([])
  })

  it('THEN “happen” says nothing of what did', async () => {
    const raid = report('Post', '2023-05-08', 'Gunmen began the raid on the Orsk depot on May 3.')
    const [first] = await when('/when did the depot raid happen', raid)
    expect(first?.text).toBe('3 May 2023')
  })

  it('THEN what stands between commas does not part a subject from its verb', async () => {
    const bank = report(
      'Post',
      '2023-05-08',
      'In the north, Lorne Harbour Bank, based in Orsk, Malvia, collapsed on May 3.',
    )
    expect((await when('/when did Lorne Harbour Bank collapse', bank))[0]?.text).toBe('3 May 2023')
  })

  it('THEN “it” is what the sentence before is about', async () => {
    const bank = report(
      'Post',
      '2023-05-08',
      'Lorne Harbour Bank has nine branches. It was founded in 1901 by two brothers from Orsk.',
    )
    expect((await when('/when was Lorne Harbour Bank founded', bank))[0]?.text).toBe('1901')
  })

  it('THEN a day of another year than the one asked for is no answer', async () => {
    const march = report('Post', '2023-05-08', 'Miners marched through Orsk on 3 May 2019.')
    expect(await when('/when did the miners march in 2021', march)).toEqual([])
    expect((await when('/when did the miners march in 2019', march))[0]?.text).toBe('3 May 2019')
  })

  it('THEN what was over years ago is not what will be', async () => {
    const strike = report('Post', '2023-05-08', 'The strike of the Orsk miners ended on 3 May 2019.')
    expect(await when('/when will the miners strike end', strike)).toEqual([])
  })

  it('THEN the day on which others do the same is not theirs', async () => {
    const talks = report(
      'Post',
      '2023-05-08',
      'The miners and the council will meet in Orsk on Wednesday and the nine harbours of the league in Lorne on Thursday.',
    )
    const found = await when('/when do the miners and the council meet', talks)
    expect(found.map(({ text }) => text)).toEqual(['10 May 2023'])
  })

  it('THEN one of the same name is another', async () => {
    const joe = report('Post', '2023-05-08', 'The singer Ann Halvorsen died on May 3 after a long illness.')
    expect(await when('/when did joe halvorsen die', joe)).toEqual([])
  })

  it('THEN the hour at which a page was written is no date of it', async () => {
    const [first] = await when(
      '/when did the ferry aurora sink',
      report(
        'Post',
        '2023-05-08',
        'Page last updated at 10:31 GMT, Monday, 8 May 2023 The ferry Aurora sank off Lorne on May 3.',
      ),
    )
    expect(first?.text).toBe('3 May 2023')
  })

  it('THEN a month gives way to the day in it', async () => {
    const [first, ...others] = await when(
      '/when did the ferry aurora sink',
      report('Post', '2023-06-20', 'The ferry Aurora sank in May.'),
      report('News', '2023-05-08', 'The ferry Aurora sank off Lorne on May 3.'),
    )
    expect(first?.text).toBe('3 May 2023')
    expect(others.map(({ text }) => text)).not.toContain('May 2023')
  })

  it('THEN who gives which of two days is told', async () => {
    const [first] = await when(
      '/when did Petrov resign',
      report('Post', '2023-02-12', 'Governor Petrov resigned on 11 February after weeks of marches.'),
      report('News', '2023-02-13', 'Governor Petrov resigned on 11 February, his office said.'),
      report('Herald', '2023-02-14', 'Governor Petrov resigned on 10 February after a quarrel.'),
    )
    expect(first?.text).toBe('11 February 2023')
    expect(first?.differs).toMatch(/Herald: 10 February 2023/)
  })

  it('THEN a relative clause tells of the noun before it', async () => {
    const closed = report(
      'Post',
      '2023-05-08',
      'They want to reopen the two consulates, in Orsk and in Lorne, that were closed on 3 May.',
    )
    expect((await when('when were the two consulates closed?', closed))[0]?.text).toBe('3 May 2023')
  })

  it('THEN of two parties with a day each the day is that of whom is asked about', async () => {
    const both = report(
      'Post',
      '2023-05-08',
      'Orsk and Lorne meet in Brandt on 10 May and the states of the Lake League in Halle on 11 May.',
    )
    expect((await when('when is the Lake League meeting?', both))[0]?.text).toBe('11 May 2023')
  })

  it('THEN what happened several times is asked of the newest', async () => {
    const [first, second] = await when(
      '/when did Petrov and Halvorsen meet',
      report('Post', '2023-02-12', 'Governor Petrov and Ida Halvorsen met on 11 February in Lorne.'),
      report('News', '2023-03-20', 'Governor Petrov and Ida Halvorsen met on 19 March in Orsk.'),
    )
    expect([first?.text, second?.text]).toEqual(['19 March 2023', '11 February 2023'])
  })

  it('THEN a year that something is the worst since is no day of it', async () => {
    const fall = report(
      'Post',
      '2023-05-08',
      'The Lorne Bank failed on 3 May in the worst failure since 2008.',
    )
    expect((await when('/when did the Lorne bank fail', fall)).map(({ text }) => text)).toEqual([
      '3 May 2023',
    ])
  })

  it('THEN how long ago it was is asked as when', async () => {
    const met = report('Post', '2023-02-12', 'Governor Petrov resigned on 11 February.')
    expect((await when('how long ago did Petrov resign?', met))[0]?.text).toBe('11 February 2023')
  })

  it('THEN only talking of it is not its happening', async () => {
    const [first] = await when(
      '/when was Petrov ousted',
      report('Post', '2023-01-30', 'Two ministers floated ousting Governor Petrov in the spring of 2022.'),
      report('News', '2023-02-12', 'The council ousted Governor Petrov on 11 February.'),
    )
    expect(first?.text).toBe('11 February 2023')
  })

  it('THEN what was only planned answers when it was meant to be', async () => {
    const fair = report('Post', '2023-05-08', 'The harbour fair was due to begin at Lorne on 13 July.')
    expect((await when('when was the harbour fair meant to start?', fair))[0]?.text).toBe('13 July 2023')
  })

  it('THEN a day on which it came comes before one that it was planned for', async () => {
    const [first] = await when(
      '/when was the Lorne ban lifted',
      report('Post', '2023-01-30', 'Ministers plan to lift the Lorne ban on 30 November 2023.'),
      report('News', '2023-10-14', 'Ministers lifted the Lorne ban on 12 October.'),
      report('Eye', '2023-12-14', 'Trade has grown.'),
    )
    expect(first).toMatchObject({ text: '12 October 2023', status: 'past' })
  })

  it('THEN coming into an office is not being named with it', async () => {
    const [first] = await when(
      '/when did Halvorsen become mayor',
      report('Post', '2023-05-08', 'Mayor Ida Halvorsen opened the bridge on May 3.'),
      report('News', '2023-06-20', 'Ida Halvorsen took office as mayor in February 2021.'),
    )
    expect(first?.date?.start).toBe('2021-02-01')
  })

  it('THEN leaving a house is no stepping down', async () => {
    const left = report('Post', '2023-05-08', 'Ida Halvorsen left the town hall on May 3 after a meeting.')
    expect(await when('/when did Halvorsen step down', left)).toEqual([])
  })

  it('THEN a short first name is the one that it is short for', async () => {
    const won = report('Post', '2023-05-08', 'Kevin Halvorsen resigned as mayor of Lorne on May 3.')
    expect((await when('/when did kev resign', won))[0]?.text).toBe('3 May 2023')
  })

  it('THEN a place closed until a day opens again then', async () => {
    const shut = report('Post', '2023-05-08', 'The Lorne school is closed until 17 May because of the flood.')
    expect((await when('/when is the lorne school opening again', shut))[0]?.text).toBe('17 May 2023')
  })
})

describe('GIVEN a question from which day, or up to which, something is so', () => {
  const bridge = report(
    'Post',
    '2023-05-20',
    'The Lorne bridge has been closed since 3 May. The Lorne bridge will stay closed until 28 May, the council said.',
  )
  it.each([
    ['since when is the lorne bridge closed?', '3 May 2023'],
    ['until when is the lorne bridge closed?', '28 May 2023'],
  ])('“%s” THEN the day behind that word: %s', async (question, day) => {
    expect((await when(question, bridge))[0]?.text).toBe(day)
  })
})
