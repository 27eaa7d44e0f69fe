import { describe, expect, test } from 'vitest'
import { isZone, slotDue } from '../../../src/discord/moderation/briefs/brief-slots.js'

const at = (text: string) => Date.parse(text)
const due = (every: 'day' | '1' | '7', hour: number, zone: string, now: string) => {
  const { key, at, before } = slotDue({ every, hour, zone }, Date.parse(now))
  return [key, new Date(at).toISOString(), before]
}

describe('the slot that is due', () => {
  test.each([
    ['day', 8, 'UTC', '2026-03-10T08:00:00Z', '2026-03-10', '2026-03-10T08:00:00.000Z', '2026-03-09'],
    ['day', 8, 'UTC', '2026-03-10T07:59:59Z', '2026-03-09', '2026-03-09T08:00:00.000Z', '2026-03-08'],
    ['day', 8, 'Europe/Kyiv', '2026-01-10T06:00:00Z', '2026-01-10', '2026-01-10T06:00:00.000Z', '2026-01-09'],
    [
      'day',
      20,
      'America/New_York',
      '2026-01-11T00:30:00Z',
      '2026-01-09',
      '2026-01-10T01:00:00.000Z',
      '2026-01-08',
    ],
    [
      'day',
      0,
      'Asia/Kathmandu',
      '2026-01-10T18:15:00Z',
      '2026-01-11',
      '2026-01-10T18:15:00.000Z',
      '2026-01-10',
    ],
    ['1', 8, 'UTC', '2026-03-10T09:00:00Z', '2026-03-09', '2026-03-09T08:00:00.000Z', '2026-03-02'],
    ['7', 8, 'UTC', '2026-03-10T09:00:00Z', '2026-03-08', '2026-03-08T08:00:00.000Z', '2026-03-01'],
  ] as const)(
    'GIVEN every %s at %s in %s WHEN it is %s THEN it is that of %s',
    (every, hour, zone, now, ...expected) => {
      expect(due(every as 'day', hour, zone, now)).toEqual(expected)
    },
  )

  test('GIVEN clocks that are set forward over the hour THEN it is due behind it, once', () => {
    const keys = new Set<string>()
    for (let now = at('2026-03-29T00:00:00Z'); now < at('2026-03-29T04:00:00Z'); now += 600_000) {
      const slot = slotDue({ every: 'day', hour: 2, zone: 'Europe/Berlin' }, now)
      expect(slot.at).toBeLessThanOrEqual(now)
      keys.add(slot.key)
    }
    expect([...keys]).toEqual(['2026-03-28', '2026-03-29'])
  })

  test('GIVEN clocks that are set back over the hour THEN both hours are of one slot', () => {
    const slots = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((now) =>
      slotDue({ every: 'day', hour: 2, zone: 'Europe/Berlin' }, at(now)),
    )
    expect(new Set(slots.map(({ key }) => key))).toEqual(new Set(['2026-10-25']))
  })

  test('GIVEN names THEN those are zones that Intl knows', () => {
    expect(['UTC', 'Europe/Kyiv', 'America/New_York', 'Mars/Base', ''].map(isZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
