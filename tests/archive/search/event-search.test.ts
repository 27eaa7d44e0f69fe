import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../../src/annotate/annotate.js'
import type { EventMention } from '../../../src/annotate/annotations.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { parseArticle } from '../../../src/articles/folder/parse.js'
import type { Article } from '../../../src/articles/model/article.js'
import { isFragment, labelOf } from '../../../src/knowledge/events/labels.js'
import { articleFile } from '../../support/folder.js'

const PUBLISHED = '2023-05-12' // a Friday

const article = (name: string, published: string, ...paragraphs: string[]) =>
  parseArticle(
    `${name}.md`,
    articleFile({ title: `Report of ${name}`, outlet: name, published }, ...paragraphs),
  ) as Article

const eventsOf = (text: string) => annotate(article('Gazette', PUBLISHED, text)).events

/** The event that an expression of time dates, and the words of its clause. */
function dated(text: string, expression: string) {
  const { text: file } = article('Gazette', PUBLISHED, text)
  const event = eventsOf(text).find(({ date }) => date.text.includes(expression)) as EventMention
  expect(event, `no event for “${expression}”`).toBeDefined()
  return { ...event, words: event.clause.map(({ start, end }) => file.slice(start, end)).join(' … ') }
}

describe('the clause that a date dates', () => {
  it('GIVEN two coordinated meetings with a day each THEN each has its own words', () => {
    const text =
      'The Orsk talks will be followed by a meeting of the River Council on May 20 and a hearing of the Water Court in Lorne on May 23.'
    const first = dated(text, 'May 20')
    expect(first.words).toContain('River Council')
    expect(first.words).not.toMatch(/Orsk|Water Court/)
    const second = dated(text, 'May 23')
    expect(second.words).toContain('hearing of the Water Court in Lorne')
    expect(second.words).not.toContain('River Council')
  })

  it('GIVEN a reporting date THEN it dates the saying, and the reported date what is said', () => {
    const text = 'The minister said on Friday that engineers opened the gates on May 3.'
    expect(dated(text, 'Friday')).toMatchObject({ reporting: true, words: 'The minister said on Friday' })
    expect(dated(text, 'May 3')).toMatchObject({ reporting: false })
    expect(dated(text, 'May 3').words).toContain('engineers opened the gates')
  })

  it('GIVEN a participle between commas THEN its date belongs to the noun before it', () => {
    const text =
      'The team worked Thursday on a draft for the summit in Lorne, scheduled for May 20 and 21, to share the water.'
    expect(dated(text, 'May 20').words).toMatch(/summit in Lorne/)
    expect(dated(text, 'May 20').words).not.toContain('team')
    expect(dated(text, 'Thursday').words).not.toContain('Lorne')
  })

  it('GIVEN a date before a noun THEN it dates the noun phrase alone', () => {
    const text = 'Relations suffered after Norland’s 2008 invasion of neighboring Sudria.'
    expect(dated(text, '2008').words).toBe('Norland’s 2008 invasion of neighboring Sudria')
  })

  it('GIVEN a talk ahead of another event THEN neither takes the other’s date', () => {
    const text =
      'Governor Hale asked for a call this month, ahead of talks between the two valleys on May 29 in Orsk.'
    expect(dated(text, 'May 29').words).toContain('talks between the two valleys')
    expect(dated(text, 'May 29').words).not.toContain('call')
    expect(dated(text, 'this month').words).not.toContain('Orsk')
  })

  it('GIVEN a relative clause THEN its subject is the noun before it, and the main clause keeps its own date', () => {
    const text = 'Governor Hale, who met the envoys in Orsk on Monday, left for Lorne on Thursday.'
    expect(dated(text, 'Monday').words).toMatch(/Hale.*met the envoys in Orsk/)
    expect(dated(text, 'Thursday').words).toMatch(/Hale.*left for Lorne/)
    expect(dated(text, 'Thursday').words).not.toContain('envoys')
  })

  it('GIVEN “the day before” with its clause THEN it dates the main clause', () => {
    const text = 'The day before she resigned, Belova had a long meeting with the engineers.'
    expect(dated(text, 'The day before').words).toContain('meeting with the engineers')
  })

  it('GIVEN “two days after” THEN what it is counted from has its own day', () => {
    const text =
      'The gates were opened on Friday, the governor said, two days after hunters found a crack in the dam.'
    expect(dated(text, 'two days after').date.interval).toMatchObject({
      start: '2023-05-10',
      end: '2023-05-10',
    })
    expect(dated(text, 'two days after').words).toMatch(/hunters found a crack in the dam/)
    expect(dated(text, 'two days after').words).not.toContain('gates')
    expect(dated('They met on May 3, a week before the river rose.', 'a week').date.interval?.start).toBe(
      '2023-05-10',
    )
  })

  it('GIVEN “for two days before” THEN it is how long the first lasted', () => {
    const text = 'Rain fell for two days before the dam broke on May 3.'
    expect(dated(text, 'two days').words).toBe('Rain fell for two days')
    expect(dated(text, 'May 3').words).toBe('the dam broke on May 3')
  })

  it('GIVEN the day before another event THEN that event is not of the first day', () => {
    const text = 'Hale spoke to Petrenko on Wednesday, the day before the vote of the council.'
    expect(dated(text, 'Wednesday').words).not.toContain('vote')
  })

  it('GIVEN a day beside the week it lies in THEN the event has the day alone', () => {
    const events = eventsOf('The ministry made its plan public last week, on May 3.')
    expect(events.map(({ date }) => date.text)).toEqual(['May 3'])
  })

  it('GIVEN an insertion before a second place and day THEN that belongs to the main clause', () => {
    const text = 'They meet on May 15 in Orsk, where the farmers live, and on May 17 in Lorne.'
    expect(dated(text, 'May 17').words).not.toContain('farmers')
  })

  it('GIVEN “for the first time since” THEN nothing is told of that date', () => {
    expect(
      eventsOf('For the first time since 2019 the allies met on May 3.').map(({ date }) => date.text),
    ).toEqual(['May 3'])
  })

  it('GIVEN a dateline THEN it dates no event', () => {
    expect(eventsOf('LORNE, May 12 (Gazette) – Rain fell on the ridge.')).toEqual([])
  })
})

describe('what becomes of an event', () => {
  it.each([
    ['The dam is scheduled to open on May 20.', 'planned'],
    ['Engineers will open the gates on May 20.', 'planned'],
    ['The council meets in Lorne on May 20.', 'planned'],
    ['The flood could begin on May 20.', 'hypothetical'],
    ['If the rain goes on, the bridge falls on May 20.', 'hypothetical'],
    ['The council met in Lorne on May 3.', 'past'],
    ['The call ended after midnight in Lorne.', 'past'],
    ['The call took an hour, ending after midnight in Lorne.', 'past'],
    ['The minister said the gates would be opened on May 20.', 'planned'],
    ['The May 20 hearing was called off.', 'cancelled'],
    ['The hearing on May 20 has been cancelled.', 'cancelled'],
    ['The summit was to have begun on May 3.', 'cancelled'],
    ['The summit on May 10 was postponed.', 'cancelled'],
    ['The summit was postponed until May 20.', 'planned'],
    ['The hearing will not take place on May 20.', 'cancelled'],
    ['Engineers are inspecting the dam this week.', 'happening'],
  ])('%s → %s', (text, status) => {
    expect(eventsOf(text)[0]?.status).toBe(status)
  })
})

describe('the label of an event', () => {
  const labels = (text: string) =>
    eventsOf(text).map((event) => labelOf(article('Gazette', PUBLISHED, text).text, event))

  it.each([
    ['Hale and Petrenko, who met in Orsk on Monday, left early.', 'Hale and Petrenko met in Orsk'],
    ['They plan talks, which the farmers fear, in June.', 'They plan talks, which the farmers fear'],
    ['Hale spent much of Friday on the phone.', 'Hale spent much of Friday on the phone'],
    [
      'Relations broke down near the end of the Belov government following the 2008 invasion of Sudria.',
      'The invasion of Sudria',
    ],
    ['Norland fired a missile last week, a move that envoys defended.', 'Norland fired a missile'],
    ['“The next two weeks are going to be hard,” said Hale.', 'The next two weeks are going to be hard'],
    ['Last month Hale voiced concern that the dam may break.', 'Hale voiced concern that the dam may break'],
    [
      'The team worked Thursday on preparing for talks in Lorne, scheduled for June 3.',
      'The team worked on preparing for talks in Lorne',
    ],
  ])('%s → %s', (text, label) => {
    expect(labels(text)[0]).toBe(label)
  })

  it.each([
    ['Session', true],
    ['They began in earnest', true],
    ['Talks in Geneva', false],
    ['The dam was built', false],
  ])('%s: a fragment? %s', (label, fragment) => {
    expect(isFragment(label)).toBe(fragment)
  })
})

describe('events across articles', () => {
  const archive = makeArchive([
    article(
      'Post',
      '2023-05-12',
      'The water authority will open the Lorne dam on May 15 and 16, engineers confirmed.',
    ),
    article('News', '2023-05-13', 'Engineers are to open the gates of the Lorne dam on May 15 and 16.'),
    article(
      'Herald',
      '2023-05-13',
      'The River Council convenes in Orsk on May 15 to hear the farmers of the ridge.',
    ),
    article(
      'Mirror',
      '2023-05-14',
      'The River Council convenes in Orsk on May 17 to hear the farmers of the ridge.',
    ),
  ]).archive
  const find = (topic: string) => archive.events({ topic, limit: 10 })

  it('GIVEN one event in two articles THEN it is one, with both', async () => {
    const [first] = (await find('dam lorne')).hits
    expect(first?.interval).toMatchObject({ start: '2023-05-15', end: '2023-05-16' })
    expect(first?.reports.map(({ article }) => article.outlet).sort()).toEqual(['News', 'Post'])
  })

  it('GIVEN other things on the same day THEN they stay apart', async () => {
    const { hits } = await find('dam lorne')
    expect(hits[0]?.reports.map(({ article }) => article.outlet)).not.toContain('Herald')
  })

  it('GIVEN another day for what is told in the same words THEN it is one event with both days', async () => {
    const [first] = (await find('river council')).hits
    expect(new Set(first?.reports.map(({ date }) => date.interval?.start))).toEqual(
      new Set(['2023-05-15', '2023-05-17']),
    )
  })

  it('GIVEN a range of days THEN only events that touch it', async () => {
    const { hits } = await archive.events({ from: '2023-05-17', to: '2023-05-31', limit: 10 })
    for (const { reports } of hits)
      for (const { date } of reports) expect(date.interval!.end >= '2023-05-17').toBe(true)
    expect(hits).toHaveLength(1)
  })

  it('everything that passes the door is plain data', async () => {
    const result = await find('dam')
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

describe('any text', () => {
  it('its events lie in their sentences, in order', () => {
    const words = fc.constantFrom(
      ...'on in May 3 Friday 2014 said that and , ; “ ” – ( ) who after before will not be called off dam Lorne met to the next week .'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => {
        for (const { clause, sentence, date } of eventsOf(`Dam ${list.join(' ')}`)) {
          expect(clause.length).toBeGreaterThan(0)
          let at = sentence.start
          for (const { start, end } of clause) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(sentence.end)
          expect(date.start).toBeGreaterThanOrEqual(sentence.start)
        }
      }),
    )
  })

  it('GIVEN ten thousand dates in one sentence THEN each has its event', () => {
    expect(eventsOf('They met in Orsk on 3 May 2021 and '.repeat(10_000)).length).toBeGreaterThan(9_000)
  })
})
