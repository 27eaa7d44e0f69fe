import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type CooperativeTask, mapped, runCooperatively, runToEnd } from '../../src/lib/cooperative-tasks.js'

/** CooperativeTask that take a few milliseconds each. */
function* slow(steps: number): CooperativeTask<number> {
  for (let step = 0; step < steps; step++) {
    for (const until = performance.now() + 4; performance.now() < until; );
    yield
  }
  return steps
}

test('GIVEN long work in slices THEN others have their turn meanwhile', async () => {
  let turns = 0
  let done = false
  const others = (async () => {
    for (; !done; turns++) await setImmediate()
  })()
  expect(await runCooperatively(slow(30))).toBe(30)
  done = true
  await others
  expect(turns).toBeGreaterThan(3)
})

test('GIVEN the same work at once THEN the result is the same', () => {
  expect(runToEnd(slow(2))).toBe(2)
  expect(runToEnd(mapped([1, 2, 3], (n) => n * n))).toEqual([1, 4, 9])
})

test('GIVEN a step that fails THEN the work does', async () => {
  await expect(
    runCooperatively(
      mapped([1], () => {
        throw new Error('broken')
      }),
    ),
  ).rejects.toThrow('broken')
})
