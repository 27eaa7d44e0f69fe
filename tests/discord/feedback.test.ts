import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFeedback } from '../../src/discord/feedback.js'
import { articleFolder } from '../support/folder.js'
import { memoryLog } from './memory-log.js'

const { log } = memoryLog()

test('GIVEN questions in vain THEN they are counted for their server, most often asked first, after a restart too', async () => {
  await using folder = await articleFolder()
  const first = openFeedback(folder.path, log)
  for (const asked of ['/when a', '/when b', '/when b']) first.inVain(asked, 'server 1')
  first.inVain('/when c', 'server 2')
  first.inVain('/when d', null)
  await first.idle()
  const second = openFeedback(folder.path, log)
  expect(await second.recentlyInVain('server 1')).toEqual([
    { asked: '/when b', times: 2 },
    { asked: '/when a', times: 1 },
  ])
})

test('GIVEN nothing kept yet THEN there is nothing', async () => {
  await using folder = await articleFolder()
  expect(await openFeedback(join(folder.path, 'var'), log).recentlyInVain('server 1')).toEqual([])
})

test('GIVEN a rating THEN no id stands in the file, and the salt is for its owner alone', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(folder.path, log)
  feedback.rated({ useful: false, asked: ['/when a'], server: '11111', by: '22222', message: '33333' })
  await feedback.idle()
  expect(await readFile(join(folder.path, 'feedback.jsonl'), 'utf8')).not.toMatch(/11111|22222|33333/)
  expect((await stat(join(folder.path, 'feedback.salt'))).mode & 0o077).toBe(0)
})

test('GIVEN lines that are broken THEN they are passed over', async () => {
  await using folder = await articleFolder()
  await folder.write('feedback.jsonl', '{"kind":"in vain"\nnull\n[]\n7\n')
  const feedback = openFeedback(folder.path, log)
  feedback.inVain('/when a', 'server 1')
  expect(await feedback.recentlyInVain('server 1')).toEqual([{ asked: '/when a', times: 1 }])
})

test('GIVEN a folder that can’t be written to THEN the log is told once, and nobody else', async () => {
  await using folder = await articleFolder()
  await writeFile(join(folder.path, 'file'), '')
  const memory = memoryLog()
  const feedback = openFeedback(join(folder.path, 'file'), memory.log)
  feedback.inVain('/when a', null)
  feedback.inVain('/when b', null)
  await feedback.idle()
  expect(memory.lines()).toEqual([expect.objectContaining({ level: 'warn' })])
})
