import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePace, repliesToInteraction } from '../../../src/discord/lifecycle/request-rate.js'

/** The moments at which requests go that are made at these moments, in order. */
async function going(made: readonly number[], perSecond: number): Promise<number[]> {
  const went: number[] = []
  let time = 0
  let waited = 0
  const pace = makePace(
    perSecond,
    () => time,
    async (ms) => {
      waited = ms
    },
  )
  for (const moment of made) {
    time = moment
    waited = 0
    await pace()
    went.push(moment + waited)
  }
  return went
}

describe('the pace of requests', () => {
  test('GIVEN no more than are allowed THEN none waits', async () => {
    expect(await going([0, 0, 10], 3)).toEqual([0, 0, 10])
  })

  test('GIVEN more THEN each goes as soon as a second has room for it', async () => {
    expect(await going([0, 500, 600, 700, 700], 2)).toEqual([0, 500, 1000, 1500, 2000])
  })

  test('GIVEN any requests THEN they keep their order, none goes early, and no second has too many', async () => {
    const moments = fc.array(fc.nat(3000), { maxLength: 60 }).map((all) => all.sort((a, b) => a - b))
    await fc.assert(
      fc.asyncProperty(moments, fc.integer({ min: 1, max: 8 }), async (made, perSecond) => {
        const went = await going(made, perSecond)
        for (const [index, moment] of went.entries()) {
          expect(moment).toBeGreaterThanOrEqual(made[index]!)
          expect(moment).toBeGreaterThanOrEqual(went[index - 1] ?? 0)
          expect(moment - (went[index - perSecond] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1000)
        }
      }),
    )
  })
})

test.each([
  ['/interactions/123/aW50ZXJhY3Rpb24/callback', true],
  ['/webhooks/123/aW50ZXJhY3Rpb24/messages/@original', true],
  ['/channels/123/messages', false],
  ['/channels/123/typing', false],
  ['/applications/123/commands', false],
])('GIVEN %s THEN whether it replies to an interaction is known', (path, replies) => {
  expect(repliesToInteraction(`https://discord.com/api/v10${path}`)).toBe(replies)
})
