import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { decode } from '../../src/archive/prepare.js'
import { prepareAll } from '../../src/archive/prepare-all.js'

/** Made to take as long as may be. */
const text = `A week of Mondays\n\n${'Monday '.repeat(12_000)}\n`

test('GIVEN text that takes long WHEN others ask the thread meanwhile THEN they have their turn', async () => {
  let turns = 0
  let done = false
  const others = (async () => {
    for (; !done; turns++) await setImmediate()
  })()
  const file = { id: 'mondays.txt', text }
  const prepared = []
  for await (const one of prepareAll([file], { answering: true })) prepared.push(one)
  done = true
  await others
  expect(turns).toBeGreaterThan(20)
  expect(decode(prepared[0]!.bytes, file)).toMatchObject({ article: { title: 'A week of Mondays' } })
})
