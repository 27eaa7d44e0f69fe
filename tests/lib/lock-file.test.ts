import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Locked, lockFolder } from '../../src/lib/lock-file.js'
import { articleFolder } from '../support/folder.js'

const owner = (changes: object) =>
  JSON.stringify({
    pid: 1,
    host: hostname(),
    began: null,
    since: '2023-05-12T10:00:00Z',
    key: 'x',
    ...changes,
  })

test('GIVEN a folder that another process has THEN it is refused, and the process named', async () => {
  await using folder = await articleFolder()
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  await folder.write('bot.lock', owner({ pid: other.pid }))
  await expect(lockFolder(folder.path)).rejects.toThrow(Locked)
  await expect(lockFolder(folder.path)).rejects.toThrow(`process ${other.pid}`)
  other.kill('SIGKILL')
  await once(other, 'exit')
  const unlock = await lockFolder(folder.path)
  await unlock()
  expect(await readdir(folder.path)).toEqual([])
})

test('GIVEN what is no lock of a bot that runs THEN the folder is taken', async () => {
  const stale = [
    '',
    '{"pid":',
    // In a container each bot may have the same number.
    owner({ pid: process.pid }),
    // The number was given to another process since.
    owner({ pid: process.ppid, began: 'long ago' }),
  ]
  for (const left of stale) {
    await using folder = await articleFolder()
    await folder.write('bot.lock', left)
    await (await lockFolder(folder.path))()
    expect(await readdir(folder.path)).toEqual([])
  }
})

test('GIVEN a lock of another machine THEN it holds as long as its owner gives signs of life', async () => {
  await using folder = await articleFolder()
  await folder.write('bot.lock', owner({ host: 'elsewhere' }))
  await expect(lockFolder(folder.path)).rejects.toThrow('elsewhere')
  const before = new Date(Date.now() - 3_600_000)
  await utimes(join(folder.path, 'bot.lock'), before, before)
  await (await lockFolder(folder.path))()
})
