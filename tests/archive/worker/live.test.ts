import { describe, expect, it } from 'vitest'
import { ArchiveUnavailable, ReloadInProgress } from '../../../src/archive/contract/archive.js'
import { openArchive } from '../../../src/archive/worker/live.js'
import { memoryLog } from '../../discord/memory-log.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile, articleFolder } from '../../support/folder.js'

const SCOPE = { server: null }
const dam = { words: 'dam', limit: 10 }
const FAULTY = new URL('../../support/faulty-worker.js', import.meta.url)

describe('the live archive', () => {
  it('GIVEN a folder of articles THEN questions are answered from its worker', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    const { hits, consulted } = await archive.passages(dam, SCOPE)
    expect(hits[0]?.article.outlet).toMatch(/River Post|Valley News/)
    expect(consulted).toEqual({ articles: 3, asOf: '2023-05-13' })
    await archive.close()
  })

  it('GIVEN a file over which the thread stands still THEN it is left out, by its name, and the others are served', async () => {
    await using folder = await articleFolder(FLOOD)
    const { log, lines } = memoryLog()
    const entry = new URL('../../support/standing-worker.js', import.meta.url)
    const archive = await openArchive({ folder: folder.path, entry, buildHangMs: 10_000, log })
    expect((await archive.status(SCOPE)).articles).toBe(2)
    expect(lines()).toContainEqual(
      expect.objectContaining({ level: 'warn', file: 'notes.txt', reason: 'It takes too long to read.' }),
    )
    const report = await archive.reload('a moderator')
    expect(report.rejected.map(({ file }) => file)).toEqual(['notes.txt'])
    await archive.close()
  }, 120_000)

  it('GIVEN no such folder THEN opening fails and names it', async () => {
    await expect(openArchive({ folder: '/no/such/folder' })).rejects.toThrow('/no/such/folder')
  })

  it('GIVEN an empty folder THEN it opens, with nothing in it', async () => {
    await using folder = await articleFolder()
    const archive = await openArchive({ folder: folder.path })
    expect((await archive.status(SCOPE)).articles).toBe(0)
    await archive.close()
  })

  it('WHEN files were added, removed, changed and broken THEN the reload says which, and serves the new ones', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    const before = await archive.status(SCOPE)
    await folder.remove('notes.txt')
    await folder.write('valley-news.md', `${FLOOD['valley-news.md']}\n\nThe school is a shelter now.\n`)
    await folder.write('broken.md', '---\ntitle: Broken\npublished: 2023-02-30\n---\nText.\n')
    await folder.write(
      'new.md',
      articleFile(
        { title: 'New', outlet: 'River Post', published: '2023-05-14' },
        'Sandbags were handed out.',
      ),
    )
    const report = await archive.reload('a moderator')
    expect(report).toMatchObject({
      added: ['new.md'],
      removed: ['notes.txt'],
      changed: ['valley-news.md'],
      unchanged: 1,
    })
    expect(report.rejected.map(({ file, field }) => [file, field])).toEqual([['broken.md', 'published']])
    expect((await archive.passages({ words: 'sandbags', limit: 1 }, SCOPE)).hits).toHaveLength(1)
    expect((await archive.status(SCOPE)).version).not.toBe(before.version)
    await archive.close()
  })

  it('WHEN a reload runs while questions are asked THEN none is lost, and a second caller is told who is first', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    const reload = archive.reload('the first')
    const second = archive.reload('the second')
    await expect(second).rejects.toThrow(ReloadInProgress)
    await expect(second).rejects.toMatchObject({ by: 'the first' })
    let done = false
    const finished = reload.then(() => {
      done = true
    })
    let asked = 0
    do {
      const answers = await Promise.all([1, 2, 3, 4].map(() => archive.passages(dam, SCOPE)))
      asked += answers.filter(({ hits }) => hits.length > 0).length
      expect(answers.every(({ hits }) => hits.length > 0)).toBe(true)
    } while (!done)
    await finished
    expect(asked).toBeGreaterThan(0)
    await archive.close()
  })

  it('WHEN the folder is gone at a reload THEN the reload fails, and the old archive goes on serving', async () => {
    const folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    await folder[Symbol.asyncDispose]()
    await expect(archive.reload('a moderator')).rejects.toThrow(folder.path)
    expect((await archive.passages(dam, SCOPE)).hits.length).toBeGreaterThan(0)
    await archive.close()
  })

  it('WHEN the worker crashes THEN the question it held gets a clear error, and the next one is answered', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path, entry: FAULTY })
    await expect(archive.article('crash', SCOPE)).rejects.toThrow(ArchiveUnavailable)
    expect((await archive.passages(dam, SCOPE)).hits.length).toBeGreaterThan(0)
    await archive.close()
  })

  it('WHEN the worker hangs THEN it is replaced, and the next question is answered', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path, entry: FAULTY, hangMs: 300 })
    await expect(archive.article('hang', SCOPE)).rejects.toThrow(/ask again/i)
    expect((await archive.passages(dam, SCOPE)).hits.length).toBeGreaterThan(0)
    await archive.close()
  })

  it('WHEN the worker runs out of memory THEN it is replaced, and the next question is answered', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path, entry: FAULTY, memoryMb: 96 })
    await expect(archive.article('memory', SCOPE)).rejects.toThrow(ArchiveUnavailable)
    expect((await archive.passages(dam, SCOPE)).hits.length).toBeGreaterThan(0)
    expect(archive.vitals().restarts).toBe(1)
    await archive.close()
  })

  it('WHEN it is closed THEN further questions are refused', async () => {
    await using folder = await articleFolder(FLOOD)
    const archive = await openArchive({ folder: folder.path })
    await archive.close()
    await expect(archive.passages(dam, SCOPE)).rejects.toThrow(ArchiveUnavailable)
  })
})
