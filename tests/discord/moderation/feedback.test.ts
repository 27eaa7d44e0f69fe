import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFeedback } from '../../../src/discord/moderation/feedback.js'
import { articleFolder } from '../../support/folder.js'
import { filesIn } from '../../support/state.js'
import { memoryLog } from '../memory-log.js'

const { log } = memoryLog()

test('GIVEN questions in vain THEN they are counted for their server, most often asked first, after a restart too', async () => {
  await using folder = await articleFolder()
  const first = openFeedback(filesIn(folder.path), log)
  for (const asked of ['/when a', '/when b', '/when b']) first.noteUnanswered(asked, 'server 1')
  first.noteUnanswered('/when c', 'server 2')
  first.noteUnanswered('/when d', null)
  await first.idle()
  const second = openFeedback(filesIn(folder.path), log)
  expect(await second.recentlyUnanswered('server 1')).toEqual([
    { asked: '/when b', times: 2 },
    { asked: '/when a', times: 1 },
  ])
})

test('GIVEN nothing kept yet THEN there is nothing', async () => {
  await using folder = await articleFolder()
  expect(await openFeedback(filesIn(join(folder.path, 'var')), log).recentlyUnanswered('server 1')).toEqual(
    [],
  )
})

test('GIVEN a rating THEN no id stands in the file, and the salt is for its owner alone', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), log)
  feedback.rated({ useful: false, asked: ['/when a'], server: '11111', by: '22222', message: '33333' })
  await feedback.idle()
  expect(await readFile(join(folder.path, 'feedback.jsonl'), 'utf8')).not.toMatch(/11111|22222|33333/)
  expect((await stat(join(folder.path, 'feedback.salt'))).mode & 0o077).toBe(0)
})

test('GIVEN lines of two members THEN one can have theirs counted and deleted, and the other’s stay', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), log)
  feedback.noteUnanswered('/when mine', 'server 1', '22222')
  feedback.noteUnanswered('/when mine', 'server 2', '22222')
  feedback.rated({ useful: true, asked: ['/when a'], server: null, by: '22222', message: '33333' })
  feedback.noteUnanswered('/when another', 'server 1', '44444')
  expect(await feedback.countOf('22222')).toBe(3)
  expect(await openFeedback(filesIn(folder.path), log).forget('22222')).toBe(3)
  expect(await feedback.countOf('22222')).toBe(0)
  expect(await feedback.unanswered('server 1')).toMatchObject([{ asked: '/when another' }])
  feedback.noteUnanswered('/when mine', 'server 1', '22222')
  expect(await feedback.countOf('22222')).toBe(1)
})

test('GIVEN lines older than half a year THEN they go when another is written', async () => {
  await using folder = await articleFolder()
  let now = Date.parse('2022-01-01')
  const feedback = openFeedback(filesIn(folder.path), log, () => now)
  feedback.noteUnanswered('/when old', 'server 1')
  await feedback.idle()
  now += 100 * 86_400_000
  feedback.noteUnanswered('/when new', 'server 1')
  await feedback.idle()
  now += 100 * 86_400_000
  feedback.noteUnanswered('/when newest', 'server 1')
  expect((await feedback.unanswered('server 1')).map(({ asked }) => asked).sort()).toEqual([
    '/when new',
    '/when newest',
  ])
})

test('GIVEN lines that are broken THEN they are passed over', async () => {
  await using folder = await articleFolder()
  await folder.write('feedback.jsonl', '{"kind":"in vain"\nnull\n[]\n7\n')
  const feedback = openFeedback(filesIn(folder.path), log)
  feedback.noteUnanswered('/when a', 'server 1')
  expect(await feedback.recentlyUnanswered('server 1')).toEqual([{ asked: '/when a', times: 1 }])
})

test('GIVEN a folder that can’t be written to THEN the log is told once, and nobody else', async () => {
  await using folder = await articleFolder()
  await writeFile(join(folder.path, 'file'), '')
  const memory = memoryLog()
  const feedback = openFeedback(filesIn(join(folder.path, 'file')), memory.log)
  feedback.noteUnanswered('/when a', null)
  feedback.noteUnanswered('/when b', null)
  await feedback.idle()
  expect(memory.lines()).toEqual([expect.objectContaining({ level: 'warn' })])
})

test('GIVEN a salt that a full disk left empty or short THEN nothing is hashed with it, and the log is told', async () => {
  for (const left of ['', 'AAAA']) {
    await using folder = await articleFolder()
    await folder.write('feedback.salt', left)
    const memory = memoryLog()
    const feedback = openFeedback(filesIn(folder.path), memory.log)
    feedback.noteUnanswered('/when a', 'server 1')
    await feedback.idle()
    expect(memory.lines()).toEqual([expect.objectContaining({ level: 'warn' })])
    expect(await readdir(folder.path)).toEqual(['feedback.salt'])
  }
})

test('GIVEN a file that is full THEN it becomes the one before, and both are read; there are never more', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path, { feedbackBytes: 1_000 }), log)
  for (let i = 0; i < 200; i++) feedback.noteUnanswered(`/when ${i}`, 'server 1')
  await feedback.idle()
  const names = (await readdir(folder.path)).sort()
  expect(names).toEqual(['feedback.before.jsonl', 'feedback.jsonl', 'feedback.salt'])
  for (const name of names) expect((await stat(join(folder.path, name))).size).toBeLessThanOrEqual(1_000)
  expect((await feedback.recentlyUnanswered('server 1')).length).toBe(10)
})

test('GIVEN a member who rates without end THEN only some of it is kept, and others’ ratings are', async () => {
  await using folder = await articleFolder()
  const feedback = openFeedback(filesIn(folder.path), log)
  const rate = (by: string) =>
    feedback.rated({ useful: true, asked: ['/when a'], server: '1', by, message: '3' })
  for (let i = 0; i < 500; i++) rate('one')
  rate('other')
  await feedback.idle()
  const lines = (await readFile(join(folder.path, 'feedback.jsonl'), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(21)
})
