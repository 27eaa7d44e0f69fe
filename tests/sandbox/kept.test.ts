import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepWorld, keptWorld } from '../../src/sandbox/kept.js'
import { startSandbox } from '../../src/sandbox/sandbox.js'
import { articleFolder } from '../support/folder.js'

const never = (error: unknown) => {
  throw error
}

test('GIVEN a world that was kept WHEN a sandbox starts again THEN people, places, messages and files are there', async () => {
  await using folder = await articleFolder({})
  const path = join(folder.path, 'world')
  const first = await startSandbox()
  const done = keepWorld(first, path, never)
  const { ids } = first
  const said = first.as(ids.member).send('What is known of the ferry?')
  await done()
  await first.close()

  const again = await startSandbox({ saved: await keptWorld(path) })
  expect(again.ids).toEqual(ids)
  expect(again.token).toBe(first.token)
  expect(again.messages(ids.general).map(({ id, content }) => [id, content])).toContainEqual([
    said.id,
    'What is known of the ferry?',
  ])
  expect(again.as(ids.member).send('And now?').id > said.id).toBe(true)
  await again.close()
})

test.each([
  ['there is no file', null],
  ['its file is broken', 'no world at all'],
])('GIVEN that %s THEN the world is a new one', async (_, content) => {
  await using folder = await articleFolder({})
  const path = join(folder.path, 'world')
  if (content) await writeFile(path, content)
  expect(await keptWorld(path)).toBeNull()
})
