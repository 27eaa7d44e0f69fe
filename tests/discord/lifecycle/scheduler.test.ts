import { expect, test } from 'vitest'
import { makeWorkload } from '../../../src/discord/lifecycle/scheduler.js'

/** A promise that is kept when it is told to. */
function pending() {
  let keep = () => {}
  const kept = new Promise<void>((resolve) => {
    keep = resolve
  })
  return { kept, keep: () => keep() }
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

/** As many as are spoken to at once. */
const MANY = 40

test('GIVEN somebody who waits for their turn to be told something THEN no work begins until it comes', async () => {
  const workload = makeWorkload()
  const order: string[] = []
  const spokenTo = pending()
  const others = Array.from({ length: MANY }, () => workload.speaking(() => spokenTo.kept))
  const last = workload.speaking(async () => order.push('acknowledged'))
  const worked = workload.run(async () => order.push('worked'))
  await turn()
  expect(order).toEqual([])
  expect(workload.waiting).toBe(2)
  spokenTo.keep()
  await Promise.all([...others, last, worked])
  expect(order).toEqual(['acknowledged', 'worked'])
})

test('GIVEN only such as are being told something THEN work need not wait for the way to Discord', async () => {
  const workload = makeWorkload()
  for (let n = 0; n < MANY; n++) void workload.speaking(() => new Promise(() => {}))
  expect(await workload.run(async () => 'done')).toBe('done')
})

test('GIVEN somebody whose turn never comes THEN work is done all the same', async () => {
  const workload = makeWorkload()
  for (let n = 0; n <= MANY; n++) void workload.speaking(() => new Promise(() => {}))
  expect(await workload.run(async () => 'done')).toBe('done')
})

test('GIVEN a word that can’t be said THEN the next is said', async () => {
  const workload = makeWorkload()
  const failing = Array.from({ length: MANY }, () =>
    workload.speaking(() => Promise.reject(new Error('no network'))),
  )
  const next = workload.speaking(async () => 'said')
  for (const one of failing) await expect(one).rejects.toThrow('no network')
  expect(await next).toBe('said')
})

test('GIVEN more work than anybody waits for THEN whoever wants more is told so at once', async () => {
  const workload = makeWorkload()
  const works = Array.from({ length: 1100 }, () => workload.run(turn).catch(({ name }) => name))
  const outcomes = await Promise.all(works)
  expect(outcomes.filter((outcome) => outcome === 'Refusal')).toHaveLength(1100 - 1000 - 16)
})

test('GIVEN much work THEN only some of it is done at once, and all of it in the end', async () => {
  const workload = makeWorkload()
  let atOnce = 0
  let most = 0
  const works = Array.from({ length: 100 }, () =>
    workload.run(async () => {
      atOnce++
      most = Math.max(most, atOnce)
      await turn()
      atOnce--
    }),
  )
  await Promise.all(works)
  expect(most).toBeLessThanOrEqual(16)
})

test('GIVEN work that fails THEN whoever wants it is told, and the next is done', async () => {
  const workload = makeWorkload()
  await expect(workload.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect(await workload.run(async () => 'done')).toBe('done')
})
