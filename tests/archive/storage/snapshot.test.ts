import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveArchive } from '../../../src/archive/contract/archive.js'
import { programVersion } from '../../../src/archive/storage/program-version.js'
import { readSnapshot, type SnapshotEntry, writeSnapshot } from '../../../src/archive/storage/snapshot.js'
import { openArchive } from '../../../src/archive/worker/live.js'
import { FLOOD } from '../../support/flood.js'
import { type ArticleFolder, articleFile, articleFolder } from '../../support/folder.js'

const SCOPE = { server: null }
const ALL = Object.keys(FLOOD).length

let folder: ArticleFolder
let scratch: string
let snapshot: string
beforeEach(async () => {
  folder = await articleFolder(FLOOD)
  scratch = await mkdtemp(join(tmpdir(), 'snapshot-'))
  snapshot = join(scratch, 'var', 'archive.snapshot')
})
afterEach(async () => {
  await folder[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true, force: true })
})

/** What the archive's log tells of each build: how many files were annotated, and what it warns of. */
interface Told {
  readonly annotated: number[]
  readonly warnings: string[]
}

async function open(file = snapshot): Promise<{ archive: LiveArchive } & Told> {
  const told: Told = { annotated: [], warnings: [] }
  const log = {
    info: (facts: object) => {
      if ('annotated' in facts) told.annotated.push(facts.annotated as number)
    },
    warn: (facts: object, message: string) => told.warnings.push(`${message}: ${JSON.stringify(facts)}`),
    error: () => {},
  }
  return { archive: await openArchive({ folder: folder.path, snapshot: file, log }), ...told }
}

/** Opens the archive, closes it, and tells what it told. */
async function start(file?: string): Promise<Told> {
  const { archive, ...told } = await open(file)
  await archive.close()
  return told
}

const answers = async (archive: LiveArchive) => ({
  passages: await archive.passages({ words: 'dam lorne gates', limit: 10 }, SCOPE),
  events: await archive.events({ topic: 'dam', limit: 10 }, SCOPE),
  said: await archive.quotations({ words: 'drown in promises', limit: 10 }, SCOPE),
  speakers: await archive.suggest({ kind: 'speaker', typed: '', limit: 10 }, SCOPE),
})

describe('a restart with a snapshot', () => {
  it('GIVEN unchanged articles THEN nothing is annotated again, and every answer is the same', async () => {
    const first = await open()
    const before = await answers(first.archive)
    await first.archive.close()
    const second = await open()
    expect(await answers(second.archive)).toEqual(before)
    await second.archive.close()
    expect([first.annotated, second.annotated]).toEqual([[ALL], [0]])
  })

  it('GIVEN one changed article THEN it alone is annotated, and its new text is served', async () => {
    await start()
    await folder.write('notes.txt', 'Notes from the ridge\n\nThe ridge road is open again.\n')
    const { archive, annotated } = await open()
    const { hits } = await archive.passages({ words: 'ridge road', limit: 1 }, SCOPE)
    expect(hits[0]?.passage.text).toBe('The ridge road is open again.')
    await archive.close()
    expect(annotated).toEqual([1])
    expect((await start()).annotated).toEqual([0])
  })

  it('GIVEN one article more and one less THEN the new one alone is annotated', async () => {
    await start()
    await folder.remove('notes.txt')
    const facts = { title: 'New', outlet: 'River Post', published: '2023-05-14' }
    await folder.write('new.md', articleFile(facts, 'Sandbags were handed out.'))
    expect((await start()).annotated).toEqual([1])
  })

  it('GIVEN a file that is no article THEN that too is remembered, and reported each time', async () => {
    await folder.write('broken.md', '---\ntitle: Broken\npublished: 2023-02-30\n---\nText.\n')
    const first = await start()
    const second = await start()
    expect(second.annotated).toEqual([0])
    expect(second.warnings).toEqual(first.warnings)
    expect(second.warnings[0]).toContain('broken.md')
  })

  it('WHEN articles change before a reload THEN the reload annotates only those', async () => {
    const { archive, annotated } = await open()
    await folder.write('notes.txt', 'Notes from the ridge\n\nThe ridge road is open again.\n')
    await archive.reload('a moderator')
    await archive.close()
    expect(annotated).toEqual([ALL, 1])
  })
})

/** Where a snapshot has an article's own part: the place before that names it is in the table. */
const placeOfPart = (file: Buffer) => file.indexOf('valley-news.md', file.indexOf('valley-news.md') + 1)

/** Turns one bit of a file. */
async function damage(file: string, at: number): Promise<void> {
  const bytes = await readFile(file)
  bytes[at]! ^= 1
  await writeFile(file, bytes)
}

describe('a snapshot that does not fit', () => {
  it('GIVEN damage within one article’s part THEN that article alone is annotated again', async () => {
    await start()
    await damage(snapshot, placeOfPart(await readFile(snapshot)))
    expect((await start()).annotated).toEqual([1])
    expect((await start()).annotated).toEqual([0])
  })

  it('GIVEN damage to the table THEN all articles are annotated again', async () => {
    await start()
    await damage(snapshot, (await readFile(snapshot)).indexOf('valley-news.md'))
    expect((await start()).annotated).toEqual([ALL])
    expect((await start()).annotated).toEqual([0])
  })

  it('GIVEN damage to what is looked up in THEN no article is annotated, and every answer is the same', async () => {
    const first = await open()
    const before = await answers(first.archive)
    await first.archive.close()
    await damage(snapshot, (await stat(snapshot)).size - 9)
    const second = await open()
    expect(await answers(second.archive)).toEqual(before)
    await second.archive.close()
    expect(second.annotated).toEqual([0])
  })

  it('GIVEN a file cut short THEN what is whole is used', async () => {
    await start()
    const whole = await readFile(snapshot)
    await truncate(snapshot, placeOfPart(whole))
    expect((await start()).annotated).toEqual([1])
    expect((await readFile(snapshot)).equals(whole)).toBe(true)
  })

  it.each([
    ['an empty file', ''],
    ['something else', 'no snapshot at all\n'.repeat(1000)],
    ['bytes', '\0\xff'.repeat(5000)],
  ])(
    'GIVEN %s in its place THEN all articles are annotated, and the snapshot is whole again',
    async (_, text) => {
      await mkdir(dirname(snapshot))
      await writeFile(snapshot, text)
      const { annotated, warnings } = await start()
      expect(annotated).toEqual([ALL])
      expect(warnings).toEqual([])
      expect((await start()).annotated).toEqual([0])
    },
  )

  it('GIVEN a snapshot of another version of the program THEN nothing of it is used', async () => {
    await start()
    const kept = await readSnapshot(snapshot, programVersion())
    expect(kept.size).toBe(ALL + 1)
    const entries = [...kept].map(([key, bytes]) => ({ key, bytes }))
    await writeSnapshot(snapshot, 'another version', entries)
    expect((await start()).annotated).toEqual([ALL])
  })
})

describe('where no snapshot can be kept', () => {
  it('GIVEN a place that can’t be written THEN that is a warning with the reason, and the archive serves', async () => {
    const file = join(scratch, 'a file')
    await writeFile(file, '')
    const { archive, annotated, warnings } = await open(join(file, 'archive.snapshot'))
    expect((await archive.passages({ words: 'dam', limit: 1 }, SCOPE)).hits).toHaveLength(1)
    await archive.close()
    expect(annotated).toEqual([ALL])
    expect(warnings).toEqual([expect.stringMatching(/snapshot.*(ENOTDIR|EEXIST|not a directory)/)])
  })

  it.skipIf(process.getuid?.() === 0)(
    'GIVEN a read-only folder THEN the old snapshot is still used',
    async () => {
      await start()
      await chmod(dirname(snapshot), 0o500)
      await folder.remove('notes.txt')
      const { annotated, warnings } = await start()
      await chmod(dirname(snapshot), 0o700)
      expect(annotated).toEqual([0])
      expect(warnings).toEqual([expect.stringMatching(/snapshot.*EACCES/)])
    },
  )

  it('GIVEN a place among the articles THEN nothing is written there, with a warning', async () => {
    const { annotated, warnings } = await start(join(folder.path, 'archive.snapshot'))
    expect(annotated).toEqual([ALL])
    expect(warnings).toEqual([expect.stringMatching(/snapshot.*lies among the articles/)])
    expect((await readdir(folder.path)).sort()).toEqual(Object.keys(FLOOD).sort())
  })
})

describe('writing a snapshot', () => {
  const keys = async () => [...(await readSnapshot(snapshot, '1')).keys()]
  const entry = (key: string): SnapshotEntry => ({ key, bytes: Buffer.from('{}') })

  it('WHEN it fails half way THEN the old one stays whole and nothing is left behind', async () => {
    await writeSnapshot(snapshot, '1', [entry('old')])
    let asked = 0
    const failing = {
      key: 'new',
      get bytes() {
        if (asked++ > 0) throw new Error('the disk is full')
        return Buffer.from('{}')
      },
    }
    await expect(writeSnapshot(snapshot, '1', [entry('first'), failing])).rejects.toThrow('the disk is full')
    expect(await keys()).toEqual(['old'])
    expect(await readdir(dirname(snapshot))).toEqual(['archive.snapshot'])
  })

  it('WHEN the process is killed while writing THEN the old one stays whole, and the next can be written', async () => {
    await writeSnapshot(snapshot, '1', [entry('old')])
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', KILLED_WRITER, snapshot])
    const [, signal] = await once(killed, 'exit')
    expect(signal).toBe('SIGKILL')
    expect((await readdir(dirname(snapshot))).sort()).toEqual(['archive.snapshot', 'archive.snapshot.tmp'])
    expect(await keys()).toEqual(['old'])
    await writeSnapshot(snapshot, '1', [entry('new')])
    expect(await keys()).toEqual(['new'])
    expect(await readdir(dirname(snapshot))).toEqual(['archive.snapshot'])
  })
})

/** Its second value kills the process when it is to be written: it is asked for before, for the table. */
const KILLED_WRITER = `
  import { writeSnapshot } from '${new URL('../../../src/archive/storage/snapshot.js', import.meta.url)}'
  let asked = 0
  const killing = {
    key: 'new',
    get bytes() {
      if (asked++ > 0) process.kill(process.pid, 'SIGKILL')
      return Buffer.from('{}')
    },
  }
  await writeSnapshot(process.argv.at(-1), '1', [{ key: 'first', bytes: Buffer.from('{}') }, killing])`

describe('reading a snapshot', () => {
  const entries = fc.uniqueArray(
    fc.record({ key: fc.string({ unit: 'binary' }), bytes: fc.uint8Array({ maxLength: 40 }) }),
    { maxLength: 5, selector: ({ key }) => key },
  )

  it('gives what was written', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => {
        await writeSnapshot(snapshot, '1', written)
        const read = [...(await readSnapshot(snapshot, '1'))].map(([key, bytes]) => ({
          key,
          bytes: [...bytes],
        }))
        expect(read).toEqual(written.map(({ key, bytes }) => ({ key, bytes: [...bytes] })))
      }),
      { numRuns: 20 },
    )
  })

  it('GIVEN any bit turned or any part cut off THEN each value is as it was written, or not there', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.nat(), fc.boolean(), async (written, place, cut) => {
        await writeSnapshot(snapshot, '1', written)
        const { size } = await stat(snapshot)
        if (cut) await truncate(snapshot, place % size)
        else await damage(snapshot, place % size)
        const values = new Map(written.map(({ key, bytes }) => [key, [...bytes]]))
        for (const [key, bytes] of await readSnapshot(snapshot, '1')) {
          expect([...bytes]).toEqual(values.get(key))
        }
      }),
      { numRuns: 60 },
    )
  })
})
