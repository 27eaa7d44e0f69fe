import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAsked } from '../../../src/answers/commands/days-asked.js'

describe('days as people name them', () => {
  it.each([
    ['2021', null, '2021-01-01', '2021-12-31'],
    ['2021-02', null, '2021-02-01', '2021-02-28'],
    ['12 May 2023', null, '2023-05-12', '2023-05-12'],
    ['december', '2022-01-21', '2021-12-01', '2021-12-31'],
    ['january', '2021-12-31', '2022-01-01', '2022-01-31'],
    ['may', '2022-06-01', '2022-05-01', '2022-05-31'],
    ['jan 12', '2021-12-31', '2022-01-12', '2022-01-12'],
    ['last week', '2022-01-21', '2022-01-10', '2022-01-16'],
    ['yesterday', '2022-01-01', '2021-12-31', '2021-12-31'],
    ['december', null, null, null],
    ['the flood', '2022-01-21', null, null],
    ['', '2022-01-21', null, null],
  ])('GIVEN “%s” seen from %s THEN it is %s to %s', (text, asOf, first, last) => {
    expect([dayAsked(text, 'first', asOf), dayAsked(text, 'last', asOf)]).toEqual([first, last])
  })

  it('GIVEN any text THEN it is a day or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(dayAsked(text, 'first', '2022-01-21') ?? '2022-01-21').toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })
})
