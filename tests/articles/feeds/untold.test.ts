import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Untold } from '../../../src/articles/feeds/untold.js'
import { articleFolder } from '../../support/folder.js'
import { filesIn } from '../../support/state.js'

const HOUR = 3_600_000

const untoldIn = (feeds: string, now = () => 0) => new Untold(filesIn(feeds, { feeds }), null, now)
const enter = (untold: Untold, feeds: string, name: string) =>
  filesIn(feeds, { feeds }).change(null, (changes) => untold.enter(name, changes))

test('GIVEN articles that were entered THEN each later process has them, until they were told of', async () => {
  await using folder = await articleFolder()
  const first = untoldIn(folder.path)
  for (const name of ['a.md', 'b.md', 'c.md']) await enter(first, folder.path, name)
  expect(await first.begin(['a.md'])).toEqual(['a.md'])
  await first.done(['a.md'])
  expect(await untoldIn(folder.path).left()).toEqual(['b.md', 'c.md'])
})

test('GIVEN processes that end each time they tell of an article THEN that ends after three of them', async () => {
  await using folder = await articleFolder()
  await enter(untoldIn(folder.path), folder.path, 'a.md')
  for (let n = 0; n < 3; n++) expect(await untoldIn(folder.path).begin(['a.md'])).toEqual(['a.md'])
  expect(await untoldIn(folder.path).begin(['a.md'])).toEqual([])
  expect(await untoldIn(folder.path).left()).toEqual([])
})

test('GIVEN a process that could not tell of an article and goes on THEN that counts for nothing, for a day', async () => {
  await using folder = await articleFolder()
  let now = 0
  const untold = untoldIn(folder.path, () => now)
  await enter(untold, folder.path, 'a.md')
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
    const untold = untoldIn(folder.path)
    expect(await untold.left()).toEqual([])
    await enter(untold, folder.path, 'a.md')
    expect(await untold.begin(['a.md'])).toEqual(['a.md'])
  },
)
