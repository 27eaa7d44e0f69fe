import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/annotate/calendar.js'
import { findDates, findTimexes } from '../../src/annotate/dates.js'
import { documentOfText } from '../../src/annotate/document.js'

const WORDS =
  `January May Friday Feb. Sept 9 10 30 31 2022 1989-90 9-10 2022-01-09 10:30 p.m. the a of in on at and
  or to from until last next this that past first third week weeks month year years quarter day days weekend ago earlier
  later before after early late mid end half every each midnight noon morning night Moscow time GMT will said met , .
  “ ” - – ' 's two several few hundred thousand twenty nineteen Easter now recently as soon the\n99999 0 century 1970s`
    .trim()
    .split(/\s+/)
const prose = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 40 })
  .chain((words) => fc.constantFrom(' ', ' ', '').map((gap) => words.join(gap)))
const anyText = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 200 }))
const published = fc.option(
  fc.integer({ min: parseDay('0001-01-01')!, max: parseDay('9999-12-31')! }).map(formatDay),
)

describe('GIVEN any text and any publication date', () => {
  it.each([
    ['findDates', findDates],
    ['findTimexes', findTimexes],
  ])('THEN %s gives spans of the text in order, none over another', (_, find) => {
    fc.assert(
      fc.property(anyText, published, (text, date) => {
        let end = 0
        for (const mention of find(documentOfText(text), date)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.text).toBe(text.slice(mention.start, mention.end))
          end = mention.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  })

  it('THEN every interval has real days, the first no later than the last', () => {
    fc.assert(
      fc.property(anyText, published, (text, date) => {
        for (const { interval, value } of findDates(documentOfText(text), date)) {
          expect(value).toMatch(/^[A-Z0-9:/_-]+$/)
          expect(value).not.toContain('NAN')
          if (!interval) continue
          expect(parseDay(interval.start)).not.toBeNull()
          expect(parseDay(interval.end)).not.toBeNull()
          expect(interval.start <= interval.end).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('GIVEN the same words published a week later', () => {
  it('THEN days and weeks told from today move by a week', () => {
    const words = fc.constantFrom(
      'Friday',
      'last Monday',
      'next Sunday',
      'yesterday',
      'a day earlier',
      'last week',
      'this week',
      'three days ago',
      'two weeks ago',
      'the weekend',
      'last night',
    )
    const base = fc.integer({ min: parseDay('1900-01-01')!, max: parseDay('2100-01-01')! })
    fc.assert(
      fc.property(words, fc.constantFrom('He said', 'He will come'), base, (expression, clause, day) => {
        const at = (today: number) => {
          const [mention] = findDates(documentOfText(`${clause} ${expression}.`), formatDay(today))
          return [parseDay(mention?.interval?.start ?? null)!, parseDay(mention?.interval?.end ?? null)!]
        }
        const [start, end] = at(day)
        expect(at(day + 7)).toEqual([start! + 7, end! + 7])
      }),
    )
  })
})

describe('GIVEN a megabyte of hostile text', () => {
  it.each(['1', 'May ', 'Friday ', 'the ', 'the day before ', 'the week of ', '9 and 10 and '])(
    'THEN a run of "%s" is read to its end',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      const mentions = findDates(documentOfText(text), '2022-03-31')
      expect(mentions.every(({ end }) => end <= text.length)).toBe(true)
    },
    60_000,
  )

  it('THEN ten thousand dates in one article are all found', () => {
    const text = 'He came on January 9, 2022. '.repeat(10_000)
    expect(findDates(documentOfText(text), '2022-03-31')).toHaveLength(10_000)
  })
})
