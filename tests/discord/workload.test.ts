import { expect, test } from 'vitest'
import { makeWorkload } from '../../src/discord/workload.js'

/** A promise that is kept when it is told to. */
function pending() {
  let keep = () => {}
  const kept = new Promise<void>((resolve) => {
    keep = resolve
  })
  return { kept, keep: () => keep() }
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test('GIVEN somebody who waits to be acknowledged THEN work waits until they are', async () => {
  const workload = makeWorkload()
  const order: string[] = []
  const waiting = pending()
  const acknowledged = workload.acknowledging(() => waiting.kept).then(() => order.push('acknowledged'))
  const worked = workload.run(async () => order.push('worked'))
  await turn()
  expect(order).toEqual([])
  waiting.keep()
  await Promise.all([acknowledged, worked])
  expect(order).toEqual(['acknowledged', 'worked'])
})

test('GIVEN an acknowledgement that never comes THEN work is done all the same', async () => {
  const workload = makeWorkload()
  void workload.acknowledging(() => new Promise(() => {}))
  expect(await workload.run(async () => 'done')).toBe('done')
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
