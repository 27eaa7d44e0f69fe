import { expect, test } from 'vitest'
import { distanceFrom } from '../../../src/answers/model/time.js'

const week = (start: string, end: string) => ({ start, end, grain: 'week', approximate: false }) as const

test.each([
  ['the week before the last', '2024-09-18', week('2024-09-02', '2024-09-08'), -2],
  ['the last week, seen from a Sunday', '2024-09-22', week('2024-09-09', '2024-09-15'), -1],
  ['the last week, seen from a Monday', '2024-09-16', week('2024-09-09', '2024-09-15'), -1],
  ['the next week, seen from a Sunday', '2024-09-22', week('2024-09-23', '2024-09-29'), 1],
  ['the week after the next', '2024-09-16', week('2024-09-30', '2024-10-06'), 2],
])('GIVEN %s THEN weeks are counted as a calendar has them', (_, asOf, date, count) => {
  expect(distanceFrom(asOf, date)).toEqual({ count, unit: 'week' })
})
