import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionOf } from '../../../src/answers/model/question.js'
import { captionsOf } from '../../../src/answers/timeline/captions.js'
import { describeTimeline, drawTimeline, type TimelineData } from '../../../src/answers/timeline/index.js'
import { type Box, layoutTimeline, TEXT_SIZE, WIDTH } from '../../../src/answers/timeline/layout.js'
import { makeArchive } from '../../../src/archive/ingest/build.js'
import { wordsFor } from '../../../src/i18n/words.js'
import { answerInEnglish as answer } from '../../support/english.js'
import { report } from '../../support/report.js'

const { archive } = makeArchive([
  report(
    'Post',
    '2023-05-12',
    'The dam at Lorne was built in 1974.',
    'Engineers will open the gates of the dam on May 15.',
    'Hunters found a crack in the dam on May 3.',
    'The council met in Orsk on May 9 to hear the farmers.',
  ),
])
const ask = (text: string) => answer(questionOf(text), archive, { server: null })

describe('/timeline', () => {
  it('GIVEN a topic THEN its events in order of their dates, with the data of a picture', async () => {
    const { findings, attachment } = await ask('/timeline dam')
    expect(findings.map(({ date }) => date?.start)).toEqual(['1974-01-01', '2023-05-03', '2023-05-15'])
    expect(findings.map(({ status }) => status)).toEqual(['past', 'past', 'planned'])
    expect(attachment?.events.map(({ start }) => start)).toEqual(['1974-01-01', '2023-05-03', '2023-05-15'])
  })

  it('GIVEN page furniture before what an article tells THEN no label has it', async () => {
    const { archive } = makeArchive([
      report(
        'Post',
        '2023-05-04',
        '3 May 2023 Last updated at 06:28 GMT Hunters found a crack in the dam at Lorne.',
      ),
      report('News', '2023-05-09', '2 May 2023 The council of Lorne shuts the dam.'),
    ])
    const { attachment } = await answer(questionOf('/timeline dam'), archive, { server: null })
    const labels = attachment?.events.map(({ label }) => label).join(' · ')
    expect(labels).toContain('The council of Lorne shuts the dam')
    expect(labels).not.toMatch(/updated|2 May 2023/)
  })

  it('GIVEN a plan and what came of it THEN the label tells what came', async () => {
    const { archive } = makeArchive([
      report('Post', '2023-05-01', 'The council of Lorne will shut the dam on May 3.'),
      report('News', '2023-05-09', '3 May 2023 Engineers of Lorne shut the dam for a year.'),
    ])
    const { attachment } = await answer(questionOf('/timeline dam'), archive, { server: null })
    expect(attachment?.events.map(({ label }) => label)).toEqual([
      'Engineers of Lorne shut the dam for a year',
    ])
  })

  it('GIVEN a word of doubt elsewhere in the sentence THEN what came about is no possibility', async () => {
    const { archive } = makeArchive([
      report(
        'Post',
        '2023-05-09',
        'Engineers shut the dam at Lorne on May 3, which could have burst within hours.',
      ),
    ])
    const { findings } = await answer(questionOf('/timeline dam'), archive, { server: null })
    expect(findings.map(({ status }) => status)).toEqual(['past'])
  })

  it('GIVEN a day that something has to be done by THEN its label keeps the day', async () => {
    const { archive } = makeArchive([
      report('Post', '2023-05-01', 'Farmers of Lorne have until June 3 to claim damages for the dam.'),
    ])
    const { attachment } = await answer(questionOf('/timeline dam'), archive, { server: null })
    expect(attachment?.events.map(({ label }) => label)).toEqual([
      'Farmers of Lorne have until June 3 to claim damages for the dam',
    ])
  })

  it('GIVEN a condition THEN no label makes a fact of it', async () => {
    const { archive } = makeArchive([
      report('Post', '2023-05-01', 'If engineers shut the dam at Lorne on May 3, the fields will dry.'),
    ])
    const { findings } = await answer(questionOf('/timeline dam'), archive, { server: null })
    expect(findings.map(({ text }) => text).join()).not.toMatch(/: Engineers shut/)
  })

  it('GIVEN no topic THEN everything', async () => {
    expect((await ask('/timeline')).findings).toHaveLength(4)
  })

  it('groups by day, month or year as the span asks', async () => {
    expect((await ask('/timeline dam')).findings.map(({ group }) => group)).toEqual(['1974', '2023', '2023'])
    expect((await ask('/timeline from:2023')).findings[0]?.group).toBe('3 May 2023')
  })

  it('GIVEN a range THEN only what falls into it', async () => {
    const { findings } = await ask('/timeline from:2023-05-04 to:2023-05-31')
    expect(findings.map(({ date }) => date?.start)).toEqual(['2023-05-09', '2023-05-15'])
  })

  describe('GIVEN how many events are asked for', () => {
    const flood = (outlet: string, published: string, ...text: string[]) => report(outlet, published, ...text)
    const { archive: floods } = makeArchive([
      flood(
        'Post',
        '2023-05-04',
        'The Lorne dam burst on May 3, killing nine people.',
        'A fair opened in Lorne on May 2.',
      ),
      flood('Courier', '2023-05-05', 'Nine people died when the Lorne dam burst on Wednesday.'),
      flood(
        'Ledger',
        '2023-05-20',
        'The governor of Lorne resigned on Friday over the dam that burst on May 3.',
      ),
      flood(
        'Wire',
        '2023-06-11',
        'The governor of Lorne resigned on May 19, after the dam had burst on May 3.',
      ),
      flood('Courier', '2023-05-12', 'A clerk in Lorne praised the dam on Thursday.'),
    ])
    const days = async (text: string) =>
      (await answer(questionOf(text), floods, { server: null })).findings.map(({ date }) => date?.start)

    it('THEN the days that most reports come back to, in their order', async () => {
      expect(await days('/timeline lorne most:1')).toEqual(['2023-05-03'])
      expect(await days('/timeline lorne most:2')).toEqual(['2023-05-03', '2023-05-19'])
    })

    it('THEN one finding for each day, and it says how many days are left', async () => {
      const given = await answer(questionOf('/timeline lorne most:2'), floods, { server: null })
      expect(new Set(given.findings.map(({ date }) => date?.start)).size).toBe(2)
      expect(given.more).toBe(2)
      expect((await answer(questionOf('/timeline lorne'), floods, { server: null })).more).toBeUndefined()
    })

    it('THEN plain words say it as well', () => {
      const timeline = { command: 'timeline', topic: 'the Lorne flood', most: '5' }
      expect(questionOf('the 5 most important events of the Lorne flood')).toEqual(timeline)
      expect(questionOf('show me the top 5 events in the Lorne flood')).toEqual(timeline)
      expect(questionOf('timeline of the Lorne flood with 5 events')).toEqual(timeline)
    })
  })

  it.each([
    ['/timeline dam most:many', /“most” can’t be read/],
    ['/timeline dam most:0', /“most” can’t be read/],
    ['/timeline from:2023 to:2022', /after “to”/],
    ['/timeline from:0001 to:5001', /5,000 years are too many/],
    ['/timeline from:2023-02-30', /“from” can’t be read/],
    ['/timeline to:99999', /“to” can’t be read/],
    ['/timeline from:0000', /“from” can’t be read/],
    ['/timeline dam from:1900 to:1910', /tell of no event of “dam” from 1 January 1900 to 31 December 1910/],
  ])('GIVEN %s THEN it says what is wrong', async (text, why) => {
    const given = await ask(text)
    expect(given.findings).toEqual([])
    expect(given.attachment).toBeUndefined()
    expect(given.note).toMatch(why)
  })
})

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const text = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: 'grapheme' }),
)
const timelines: fc.Arbitrary<TimelineData> = fc.record({
  kind: fc.constant('timeline' as const),
  topic: fc.option(text),
  asOf: fc.option(day),
  total: fc.nat(50),
  events: fc
    .array(
      fc.record({
        start: day,
        end: day,
        grain: fc.constantFrom('day', 'week', 'month', 'year'),
        approximate: fc.boolean(),
        label: text,
        status: fc.constantFrom('past', 'planned', 'was planned', 'happening', 'cancelled', 'hypothetical'),
        sources: fc.integer({ min: 1, max: 300 }),
      }),
      { maxLength: 14 },
    )
    .map((events) => events.sort((a, b) => (a.start < b.start ? -1 : 1))),
})
/** Every character about as wide as its font is high: wider than any real one. */
const measure = (line: string, style: keyof typeof TEXT_SIZE) => line.length * TEXT_SIZE[style] * 0.7
const words = fc.constantFrom('en', 'de', 'fr', 'uk').map(wordsFor)
const laidOut = (data: TimelineData, inWords = wordsFor('en')) =>
  layoutTimeline(data, captionsOf(data, inWords), measure)
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('the layout of a timeline', () => {
  it('GIVEN any events THEN no text overlaps another, and all lies in the picture', () => {
    fc.assert(
      fc.property(timelines, words, (data, inWords) => {
        const layout = laidOut(data, inWords)
        const boxes = [...layout.header, ...layout.ticks, ...layout.labels.flatMap(({ lines }) => lines)]
        for (const [at, box] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + Math.min(box.width, measure(box.text, box.style))).toBeLessThanOrEqual(WIDTH)
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height)
        }
      }),
    )
  })

  it('GIVEN any events THEN one mark for each, from top to bottom, at least a mark apart', () => {
    fc.assert(
      fc.property(timelines, (data) => {
        const { marks } = laidOut(data)
        expect(marks.map(({ status }) => status)).toEqual(data.events.map(({ status }) => status))
        for (const [at, { y }] of marks.slice(1).entries()) expect(y - marks[at]!.y).toBeGreaterThan(30)
      }),
    )
  })

  it('GIVEN years without events THEN the axis shows a break', () => {
    const event = { label: 'Talks', grain: 'day', approximate: false, status: 'past' as const, sources: 1 }
    const days = ['2008-01-01', '2022-01-02', '2022-01-03', '2022-01-05'].map((start) => ({
      ...event,
      start,
      end: start,
    }))
    const data = { kind: 'timeline' as const, topic: null, asOf: null, total: 4, events: days }
    expect(laidOut(data).breaks).toHaveLength(1)
  })
})

describe('the picture', () => {
  const draw = (data: TimelineData) => drawTimeline(data, wordsFor('en'))

  it('GIVEN a reader of German THEN all but the articles’ own words is German', async () => {
    const { attachment } = await ask('/timeline dam')
    const { title, facts, events } = captionsOf(attachment!, wordsFor('de'))
    expect([title, facts]).toEqual(['Zeitleiste: dam', '3 Ereignisse · Stand 12. Mai 2023'])
    expect(events.map(({ date }) => date)).toEqual(['1974', '3. Mai 2023', '15. Mai 2023'])
    expect(events.map(({ facts }) => facts)).toEqual(['1 Quelle', '1 Quelle', 'geplant · 1 Quelle'])
    expect(events.map(({ tick }) => tick)).toEqual(['1974', 'Mai 2023', 'Mai 2023'])
    expect(captionsOf(attachment!, wordsFor('uk')).events.at(-1)?.tick).toBe('трав. 2023')
  })

  it('GIVEN the same data THEN the same bytes, 800 pixels wide', async () => {
    const { attachment } = await ask('/timeline')
    const [one, two] = await Promise.all([draw(attachment!), draw(attachment!)])
    expect(one.equals(two)).toBe(true)
    expect(one.subarray(1, 4).toString()).toBe('PNG')
    expect(one.readUInt32BE(16)).toBe(800)
  })

  it('has a text that tells every event, at most 1,024 characters long', async () => {
    const { attachment } = await ask('/timeline dam')
    const told = describeTimeline(attachment!, wordsFor('en'))
    expect(told).toMatch(/Timeline: dam, 3 events ·.*1974.*3 May 2023.*15 May 2023.*planned · 1 source/)
    fc.assert(
      fc.property(timelines, words, (data, inWords) => describeTimeline(data, inWords).length <= 1024),
    )
  })
})
