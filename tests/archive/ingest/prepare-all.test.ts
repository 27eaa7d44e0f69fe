import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { decode } from '../../../src/archive/ingest/prepare.js'
import { prepareAll } from '../../../src/archive/ingest/prepare-all.js'
import { refusalInEnglish } from '../../support/english.js'

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

test('GIVEN files over which a thread stands still or ends THEN they are rejected, and the others are prepared', async () => {
  const body = 'The harbour opened again on Monday. '.repeat(300)
  const named = (id: string) => ({ id, text: `Harbour ${id}\n\n${body}\n` })
  const files = ['a.txt', 'still.txt', 'b.txt', 'ending.txt', 'c.txt'].map(named)
  const entry = new URL('../../support/standing-preparer.js', import.meta.url)
  const prepared = []
  for await (const { file, bytes } of prepareAll(files, { answering: true, fileMs: 10_000, entry }))
    prepared.push(decode(bytes, file))
  expect(
    prepared
      .map((one) => ('reason' in one ? `${one.file}: ${refusalInEnglish(one).reason}` : one.article.id))
      .sort(),
  ).toEqual([
    'a.txt',
    'b.txt',
    'c.txt',
    'ending.txt: It takes too long to read.',
    'still.txt: It takes too long to read.',
  ])
}, 120_000)
