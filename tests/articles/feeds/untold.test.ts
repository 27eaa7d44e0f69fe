import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Untold } from '../../../src/articles/feeds/untold.js'
import { articleFolder } from '../../support/folder.js'

const HOUR = 3_600_000

test('GIVEN articles that were entered THEN each later process has them, until they were told of', async () => {
  await using folder = await articleFolder()
  const path = join(folder.path, 'untold.json')
  const first = new Untold(path, () => 0)
  await Promise.all(['a.md', 'b.md', 'c.md'].map((name) => first.enter(name)))
  expect(await first.begin(['a.md'])).toEqual(['a.md'])
  await first.done(['a.md'])
  expect(await new Untold(path, () => 0).left()).toEqual(['b.md', 'c.md'])
})

test('GIVEN processes that end each time they tell of an article THEN that ends after three of them', async () => {
  await using folder = await articleFolder()
  const path = join(folder.path, 'untold.json')
  await new Untold(path, () => 0).enter('a.md')
  for (let n = 0; n < 3; n++) expect(await new Untold(path, () => 0).begin(['a.md'])).toEqual(['a.md'])
  expect(await new Untold(path, () => 0).begin(['a.md'])).toEqual([])
  expect(await new Untold(path, () => 0).left()).toEqual([])
})

test('GIVEN a process that could not tell of an article and goes on THEN that counts for nothing, for a day', async () => {
  await using folder = await articleFolder()
  let now = 0
  const untold = new Untold(join(folder.path, 'untold.json'), () => now)
  await untold.enter('a.md')
  for (; now < 24 * HOUR; now += HOUR) {
    expect(await untold.begin(['a.md'])).toEqual(['a.md'])
    await untold.failed(['a.md'])
  }
  expect(await untold.begin(['a.md'])).toEqual([])
})

test.each(['', '{', '[{"name":1}]', 'null'])(
  'GIVEN a broken record %j THEN nothing is told of, and it goes on',
  async (text) => {
    await using folder = await articleFolder()
    const path = join(folder.path, 'untold.json')
    await writeFile(path, text)
    const untold = new Untold(path, () => 0)
    expect(await untold.left()).toEqual([])
    await untold.enter('a.md')
    expect(await untold.begin(['a.md'])).toEqual(['a.md'])
  },
)
