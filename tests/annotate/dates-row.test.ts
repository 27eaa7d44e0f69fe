import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/annotate/dates.js'
import { documentOfText } from '../../src/annotate/document.js'
import { datesRow } from '../../src/cli/annotate-dates.js'

describe('GIVEN a row to annotate', () => {
  it('THEN every day of a list stands on its own, with type and value', () => {
    const row = {
      id: 'a',
      text: 'They met on January 9 and 10 for 50 minutes.',
      reference_date: '2022-01-31',
    }
    expect(datesRow(row)).toEqual({
      id: 'a',
      timexes: [
        { start: 12, end: 21, text: 'January 9', type: 'DATE', value: '2022-01-09' },
        { start: 26, end: 28, text: '10', type: 'DATE', value: '2022-01-10' },
        { start: 33, end: 43, text: '50 minutes', type: 'DURATION', value: 'PT50M' },
      ],
    })
  })

  it('THEN a reference date with a time of day will do, and none at all too', () => {
    const text = 'He left on Monday.'
    const value = (reference_date: string | null) =>
      datesRow({ id: 'a', text, reference_date }).timexes[0]?.value
    expect(value('2022-03-31T13:37')).toBe('2022-03-28')
    expect(value(null)).toBe('XXXX-WXX-1')
  })
})

interface Seed {
  readonly file: string
  readonly publicationDate: string
  readonly start: number
  readonly end: number
  readonly valueStart: string
  readonly valueEnd: string
  readonly scored: boolean
}

const SEEDS = '../shared/eval/seeds/dates.json'

describe.skipIf(!existsSync(SEEDS))(`GIVEN the hand-made answers (skipped where ${SEEDS} is absent)`, () => {
  it('THEN every scored expression is found, and at least 95 of 100 intervals are exact', () => {
    const seeds = (JSON.parse(readFileSync(SEEDS, 'utf8')) as Seed[]).filter(({ scored }) => scored)
    const found = seeds.map((seed) => {
      const text = readFileSync(`../shared/articles-raw/${seed.file}`, 'utf8')
      const mention = findDates(documentOfText(text), seed.publicationDate).find(
        ({ start, end }) => start < seed.end && seed.start < end,
      )
      return { seed, mention }
    })
    const exact = found.filter(
      ({ seed, mention }) =>
        mention?.interval?.start === seed.valueStart && mention.interval.end === seed.valueEnd,
    )
    expect(found.filter(({ mention }) => !mention)).toEqual([])
    expect(exact.length / seeds.length).toBeGreaterThanOrEqual(0.95)
  })
})
