import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { whyWorse } from '../../../src/archive/ingest/reload-guard.js'
import { watchArticles } from '../../../src/archive/ingest/watch.js'
import { openArchive } from '../../../src/archive/worker/live.js'
import { memoryLog } from '../../discord/memory-log.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile, articleFolder } from '../../support/folder.js'

const SHARED = { server: null }
const NEW = articleFile(
  { title: 'New', outlet: 'River Post', published: '2023-05-14' },
  'Sandbags were handed out.',
)

async function watched() {
  const folder = await articleFolder(FLOOD)
  await mkdir(join(folder.path, 'deep'))
  const log = memoryLog()
  const archive = await openArchive({ folder: folder.path, log: log.log })
  const watch = watchArticles(archive, { folder: folder.path, log: log.log, quietMs: 50, checkMs: 20 })
  return {
    folder,
    archive,
    log,
    async [Symbol.asyncDispose]() {
      watch.close()
      await archive.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

describe('a folder that is watched', () => {
  test.each(['new.md', 'deep/new.md'])(
    'GIVEN that %s is written THEN it is found, without a command',
    async (name) => {
      await using desk = await watched()
      await desk.folder.write(name, NEW)
      const line = await desk.log.until(({ msg }) => msg === 'archive reloaded')
      expect(line).toMatchObject({ by: 'the watch over the folder', added: 1 })
      expect((await desk.archive.passages({ words: 'sandbags', limit: 1 }, SHARED)).hits).toHaveLength(1)
    },
  )

  test('GIVEN that another folder is put in its place THEN that one is read and watched', async () => {
    await using desk = await watched()
    await using other = await articleFolder({ ...FLOOD, 'new.md': NEW })
    await rename(desk.folder.path, `${desk.folder.path}-old`)
    await desk.log.until(({ msg }) => /not watched until/.test(String(msg)))
    await rename(other.path, desk.folder.path)
    await desk.log.until(({ msg, added }) => msg === 'archive reloaded' && added === 1)
    await desk.folder.write('newer.md', NEW.replace('Sandbags', 'Boats'))
    await desk.log.until(({ msg, unchanged }) => msg === 'archive reloaded' && unchanged === 4)
    expect((await desk.archive.passages({ words: 'boats', limit: 1 }, SHARED)).hits).toHaveLength(1)
    expect(desk.log.lines().filter(({ msg }) => /not watched until/.test(String(msg)))).toHaveLength(1)
    await rm(`${desk.folder.path}-old`, { recursive: true })
  })

  test('GIVEN that something is written all the time THEN what is new is found all the same', async () => {
    await using desk = await watched()
    await desk.folder.write('new.md', NEW)
    let writing = true
    const busy = (async () => {
      while (writing) await desk.folder.write('crawl.log', String(Math.random()))
    })()
    await desk.log.until(({ msg, added }) => msg === 'archive reloaded' && added === 1)
    writing = false
    await busy
    expect((await desk.archive.status(SHARED)).articles).toBe(4)
  })

  test('GIVEN that all is removed THEN the old archive is kept, one line says so, and the next change counts', async () => {
    await using desk = await watched()
    for (const name of Object.keys(FLOOD)) await desk.folder.remove(name)
    const line = await desk.log.until(({ msg }) => /the old one is kept/.test(String(msg)))
    expect(line).toMatchObject({ level: 'warn', reason: expect.stringContaining('it has no article') })
    expect((await desk.archive.status(SHARED)).articles).toBe(3)
    for (const [name, text] of Object.entries(FLOOD)) await desk.folder.write(name, text)
    await desk.log.until(({ msg, unchanged }) => msg === 'archive reloaded' && unchanged === 3)
  })
})

describe('whether an archive is worse than the one before', () => {
  const built = (articles: number, rejected = 0, first = 0) => ({
    fingerprints: Object.fromEntries(Array.from({ length: articles }, (_, i) => [`${first + i}.md`, 'x'])),
    rejections: Array.from({ length: rejected }, (_, i) => ({
      file: `${i}`,
      reason: { text: 'r' },
      remedy: { text: 'm' },
    })),
  })
  test.each([
    ['nothing from nothing', built(0), built(0), null],
    ['the first articles', built(0), built(3), null],
    ['nothing left', built(3), built(0), 'empty'],
    ['half of them gone', built(4), built(2), null],
    ['more than half of them gone', built(5), built(2), 'gone'],
    ['as many others in their place', built(5), built(5, 0, 4), 'gone'],
    ['more rejected than taken', built(5), built(5, 6), 'rejected'],
    ['no more rejected than before', built(5, 6), built(5, 6), null],
  ])('GIVEN %s THEN that is told', (_, before, after, why) => {
    expect(whyWorse(before, after)).toBe(why)
  })
})
