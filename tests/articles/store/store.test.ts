import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readArticles } from '../../../src/articles/folder/read.js'
import type { AuditEntry } from '../../../src/articles/store/audit.js'
import { fileNameOf, isFileName } from '../../../src/articles/store/names.js'
import { StoreError } from '../../../src/articles/store/refusals.js'
import { ServerStore, type StoreLimits } from '../../../src/articles/store/servers.js'
import { message } from '../../../src/i18n/message.js'
import { filesIn } from '../../support/state.js'
import { draft } from '../support/drafts.js'

const SERVER = '1001'
const OTHER = '1002'
const ANN = '7'
const DAY = 86_400_000

let folder: string
let now: Date
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  now = new Date('2022-01-01T12:00:00Z')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (limits: Partial<StoreLimits> = {}) =>
  new ServerStore({ state: filesIn(folder, { now: () => now }), limits, now: () => now })
const articlesOf = (server: string) => join(folder, server, 'articles')
const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name)

async function recorded(): Promise<AuditEntry[]> {
  const text = await readFile(join(folder, 'audit.jsonl'), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('GIVEN a server', () => {
  test('WHEN an article is added THEN it is an article of that server alone', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    expect(name).toMatch(/^2021-12-31-story-1-[0-9a-f]{10}\.md$/)
    const { articles, rejections } = await readArticles(articlesOf(SERVER))
    expect(articles).toMatchObject([
      { id: name, title: 'Story 1', outlet: 'Harbour Wire', published: '2021-12-31' },
    ])
    expect(rejections).toEqual([])
    expect(namesOf(await store.list(SERVER))).toEqual([name])
    expect(await store.list(OTHER)).toEqual([])
    expect(await store.servers()).toEqual([SERVER])
  })

  test('WHEN a year has gone by THEN it is recorded no more who did what before it', async () => {
    const store = open()
    await store.add(SERVER, ANN, draft(1))
    later(200 * DAY)
    await store.add(SERVER, ANN, draft(2))
    later(200 * DAY)
    await store.sweep()
    expect((await recorded()).map(({ at }) => at)).toEqual(['2022-07-20T12:00:00.000Z'])
    expect(await store.list(SERVER)).toHaveLength(2)
  })

  test('WHEN one is removed THEN it is out of the way and can be brought back', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    const text = await readFile(join(articlesOf(SERVER), name), 'utf8')
    await store.remove(SERVER, ANN, name)
    expect(await store.list(SERVER)).toEqual([])
    expect(namesOf(await store.removed(SERVER))).toEqual([name])
    await store.restore(SERVER, ANN, name)
    expect(await store.removed(SERVER)).toEqual([])
    expect(await readFile(join(articlesOf(SERVER), name), 'utf8')).toBe(text)
  })

  test('WHEN one is edited THEN its text stays, it is recorded, and the edit can be taken back', async () => {
    const store = open()
    const added = await store.add(SERVER, ANN, draft(1, { published: null, outlet: null }))
    const text = await readFile(join(articlesOf(SERVER), added.name), 'utf8')
    const found = await store.draftOf(SERVER, added.name)
    expect(found).toMatchObject({ title: 'Story 1', published: null, outlet: null })
    const edited = await store.edit(SERVER, ANN, added.name, { ...found!, published: '2022-01-09' })
    expect(namesOf(await store.list(SERVER))).toEqual([edited.name])
    const { articles } = await readArticles(articlesOf(SERVER))
    expect(articles).toMatchObject([{ published: '2022-01-09', outlet: null }])
    later(60_000)
    const again = await store.edit(SERVER, ANN, edited.name, {
      ...(await store.draftOf(SERVER, edited.name))!,
      outlet: 'Coast Mail',
    })
    expect(again.name).toBe(edited.name)
    later(60_000)
    await store.revert(SERVER, ANN, edited.name.slice(-13, -3))
    expect((await readArticles(articlesOf(SERVER))).articles).toMatchObject([
      { published: '2022-01-09', outlet: null },
    ])
    expect((await recorded()).map(({ action }) => action)).toEqual(['add', 'edit', 'edit', 'edit'])
    await store.remove(SERVER, ANN, edited.name)
    expect(await store.list(SERVER)).toEqual([])
    expect(text).toContain('Story 1')
  })

  test('WHEN one that is not there is edited, or into another text THEN nothing happens', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    await expect(store.edit(OTHER, ANN, name, draft(1))).rejects.toThrow(StoreError)
    await expect(store.edit(SERVER, ANN, name, draft(2))).rejects.toThrow(StoreError)
    await expect(store.revert(SERVER, ANN, name.slice(-13, -3))).rejects.toThrow(StoreError)
    expect(await store.draftOf(SERVER, '../../audit.jsonl')).toBeNull()
    expect(namesOf(await store.list(SERVER))).toEqual([name])
  })

  test('THEN who did what and when is recorded, and the record only grows', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    later(60_000)
    await store.remove(SERVER, '8', name)
    expect(await recorded()).toEqual([
      { at: '2022-01-01T12:00:00.000Z', by: ANN, server: SERVER, action: 'add', article: name },
      { at: '2022-01-01T12:01:00.000Z', by: '8', server: SERVER, action: 'remove', article: name },
    ])
    await open().restore(SERVER, ANN, name)
    expect((await recorded()).map(({ action }) => action)).toEqual(['add', 'remove', 'restore'])
  })

  test('WHEN the same text is added again THEN the stored one is named', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    const again = store.add(SERVER, ANN, draft(1, { title: 'Another title' }))
    await expect(again).rejects.toThrow(new StoreError([message('noteStoredAlready', { name })]))
    await store.remove(SERVER, ANN, name)
    await store.add(SERVER, ANN, draft(1))
    await expect(store.restore(SERVER, ANN, name)).rejects.toThrow(/already/)
  })

  test('WHEN no article would come of a draft THEN it is refused and not recorded', async () => {
    const store = open()
    await expect(store.add(SERVER, ANN, draft(1, { paragraphs: [] }))).rejects.toThrow(/no article text/)
    await expect(readdir(folder)).resolves.toEqual([])
  })

  test('WHEN many are added at once THEN all are stored, and the limits hold', async () => {
    const store = open({ articles: 5 })
    const added = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => store.add(SERVER, ANN, draft(n))),
    )
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(await store.list(SERVER)).toHaveLength(5)
  })
})

describe('GIVEN the limits of a server', () => {
  test('THEN each is told when it is reached, and other servers are not touched by it', async () => {
    const one = open({ articles: 1 })
    await one.add(SERVER, ANN, draft(1))
    await expect(one.add(SERVER, ANN, draft(2))).rejects.toThrow(/has 1 articles, as many as it may/)
    await one.add(OTHER, ANN, draft(2))
    await expect(open({ bytes: 300 }).add(SERVER, ANN, draft(2))).rejects.toThrow(/more than 300 bytes/)
    await expect(open({ articleBytes: 100 }).add(SERVER, ANN, draft(2))).rejects.toThrow(/more than 100/)
  })

  test('THEN changes are counted by the hour, over a restart too', async () => {
    const store = open({ changesAnHour: 3 })
    const { name } = await store.add(SERVER, ANN, draft(1))
    await store.remove(SERVER, ANN, name)
    await store.restore(SERVER, ANN, name)
    await expect(store.add(SERVER, ANN, draft(2))).rejects.toThrow(/3 times within an hour/)
    await expect(open({ changesAnHour: 3 }).remove(SERVER, ANN, name)).rejects.toThrow(/3 times/)
    await store.add(OTHER, ANN, draft(2))
    later(3_600_001)
    await store.add(SERVER, ANN, draft(2))
  })

  test('THEN a clock that was ahead for a while locks nobody out', async () => {
    const store = open({ changesAnHour: 1 })
    later(365 * DAY)
    await store.add(SERVER, ANN, draft(1))
    later(-365 * DAY)
    await store.add(SERVER, ANN, draft(2))
    expect(await store.list(SERVER)).toHaveLength(2)
    await expect(store.add(SERVER, ANN, draft(3))).rejects.toThrow(/1 times within an hour/)
  })

  test('THEN of the removed ones the newest are kept', async () => {
    const store = open({ bin: 2 })
    const names: string[] = []
    for (const n of [1, 2, 3]) {
      later(1_000)
      const { name } = await store.add(SERVER, ANN, draft(n))
      await store.remove(SERVER, ANN, name)
      names.push(name)
    }
    expect(namesOf(await store.removed(SERVER))).toEqual(names.slice(1).sort())
  })
})

describe('GIVEN a name that a person gives', () => {
  test.each([
    '../../secret.md',
    '/etc/passwd',
    '.unfinished-1',
    'audit.jsonl',
    '',
    '2021-12-31-../x-0123456789.md',
  ])('%s THEN nothing is removed or restored by it', async (name) => {
    const store = open()
    await store.add(SERVER, ANN, draft(1))
    await writeFile(join(folder, 'secret.md'), 'secret')
    await expect(store.remove(SERVER, ANN, name)).rejects.toThrow(/no such article/)
    await expect(store.restore(SERVER, ANN, name)).rejects.toThrow(/no such article/)
    expect(await readFile(join(folder, 'secret.md'), 'utf8')).toBe('secret')
  })

  test.each(['..', '', '../1001', '1001/..', 'x'])('as a server, %s THEN it is none', (server) => {
    return expect(open().add(server, ANN, draft(1))).rejects.toThrow(TypeError)
  })

  test('of another server’s article THEN it is not found', async () => {
    const store = open()
    const { name } = await store.add(SERVER, ANN, draft(1))
    await expect(store.remove(OTHER, ANN, name)).rejects.toThrow(/no such article/)
  })

  test('GIVEN any title and day THEN the file’s name stays within the folder', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../', '..\\', '/', '\0', 'CON', '.md', '.', '~', '%2e%2e/', '\u202e'),
    )
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        fc.array(fc.string()),
        (title, paragraphs) => {
          const name = fileNameOf(draft(1, { title, paragraphs }))
          expect(isFileName(name)).toBe(true)
          expect(basename(join('/folder', name))).toBe(name)
          expect(name).toMatch(/^[0-9a-z][0-9a-z-]*\.md$/)
          expect(name.length).toBeLessThan(100)
        },
      ),
      { numRuns: 10_000 },
    )
  }, 120_000)
})

describe('GIVEN a server that the bot has left', () => {
  test('THEN its articles are kept for 30 days, then deleted', async () => {
    const store = open()
    await store.add(SERVER, ANN, draft(1))
    await store.add(OTHER, ANN, draft(1))
    await store.forgetServer(SERVER)
    later(30 * DAY - 1)
    await store.sweep()
    expect(await store.servers()).toEqual([SERVER, OTHER])
    later(1)
    await store.sweep()
    expect(await store.servers()).toEqual([OTHER])
    expect(await readdir(folder)).toEqual([OTHER, 'audit.jsonl'])
    expect((await recorded()).map(({ server, action }) => [server, action])).toEqual([
      [SERVER, 'add'],
      [OTHER, 'add'],
      [SERVER, 'forget'],
      [SERVER, 'delete'],
    ])
  })

  test.each([
    ['and has joined again', (store: ServerStore) => store.keepServer(SERVER)],
    ['and is used again', async (store: ServerStore) => void (await store.add(SERVER, ANN, draft(2)))],
  ])('%s THEN they are kept', async (_, back) => {
    const store = open()
    await store.add(SERVER, ANN, draft(1))
    await store.forgetServer(SERVER)
    later(10 * DAY)
    await back(store)
    later(25 * DAY)
    await store.sweep()
    expect((await store.list(SERVER)).length).toBeGreaterThan(0)
  })

  test('AND that never had an article THEN nothing is made for it', async () => {
    await open().forgetServer(SERVER)
    expect(await readdir(folder)).toEqual([])
  })

  test('THEN a deletion that was cut off is finished', async () => {
    await mkdir(join(folder, '.deleted-1001-5/articles'), { recursive: true })
    await open().sweep()
    expect(await readdir(folder)).toEqual([])
  })
})

describe('GIVEN articles in the bin for 30 days THEN they are deleted', () => {
  test('and those removed later are not', async () => {
    const store = open()
    const [first, second] = [await store.add(SERVER, ANN, draft(1)), await store.add(SERVER, ANN, draft(2))]
    await store.remove(SERVER, ANN, first.name)
    later(DAY)
    await store.remove(SERVER, ANN, second.name)
    later(29 * DAY)
    await store.sweep()
    expect(namesOf(await store.removed(SERVER))).toEqual([second.name])
  })
})

describe('GIVEN a process that is killed while it adds and removes', () => {
  const program = fileURLToPath(new URL('../support/adding.js', import.meta.url))

  test('THEN every article is whole and recorded, none is both here and in the bin, and the next process goes on', async () => {
    for (let round = 0; round < 4; round++) {
      const child = fork(program, [folder, String(round * 10_000)], { silent: true })
      // Killed in the middle of something, once it has got going.
      for (let dots = 0; dots < 5 + 7 * round; ) dots += (await once(child.stdout!, 'data'))[0].length
      child.kill('SIGKILL')
      await once(child, 'exit')

      const store = open()
      const { articles, rejections } = await readArticles(articlesOf('1'))
      expect(rejections).toEqual([])
      expect(articles.every(({ text }) => text.includes('Line 199 of a longer story'))).toBe(true)
      const stored = namesOf(await store.list('1'))
      const removed = new Set(namesOf(await store.removed('1')))
      expect(stored.filter((name) => removed.has(name))).toEqual([])
      const added = new Set<string | null>()
      for await (const { action, article } of store.audit.since(new Date(0)))
        if (action === 'add') added.add(article)
      expect([...stored, ...removed].filter((name) => !added.has(name))).toEqual([])
    }
  })

  test('THEN half a line in the record spoils neither the next one nor the count', async () => {
    const store = open({ changesAnHour: 2 })
    await store.add(SERVER, ANN, draft(1))
    const path = join(folder, 'audit.jsonl')
    await writeFile(path, `${await readFile(path, 'utf8')}{"at":"2022-01-01T12:0`)
    const next = open({ changesAnHour: 2 })
    await next.add(SERVER, ANN, draft(2))
    await expect(next.add(SERVER, ANN, draft(3))).rejects.toThrow(/2 times/)
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[2]!)).toMatchObject({ action: 'add' })
  })

  test('THEN what it left unfinished is no article, and is swept away', async () => {
    const store = open()
    await store.add(SERVER, ANN, draft(1))
    const half = join(articlesOf(SERVER), '.unfinished-1')
    await writeFile(half, '---\ntitle: Half')
    expect((await readArticles(articlesOf(SERVER))).articles).toHaveLength(1)
    now = new Date(Date.now() + DAY)
    await store.sweep()
    expect(await readdir(articlesOf(SERVER))).toHaveLength(1)
  })
})

describe('GIVEN a long record', () => {
  test('THEN it is read from its end, however its lines fall into blocks', async () => {
    const store = open()
    const at = (n: number) => new Date(now.getTime() + n * 1_000).toISOString()
    const entries = Array.from({ length: 3_000 }, (_, n) => ({
      at: at(n),
      by: `é${n}`,
      server: SERVER,
      action: 'add',
      article: 'x'.repeat(n % 97),
    }))
    await writeFile(
      join(folder, 'audit.jsonl'),
      entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    )
    const read: AuditEntry[] = []
    for await (const entry of store.audit.since(new Date(at(1_000)))) read.push(entry)
    expect(read).toEqual(entries.slice(1_000).reverse())
  })
})

// Root may write anywhere.
describe.skipIf(process.getuid?.() === 0)('GIVEN a folder that can’t be written to', () => {
  test('THEN that is said, without its path, and nothing is left', async () => {
    await chmod(folder, 0o500)
    const adding = open().add(SERVER, ANN, draft(1))
    await expect(adding).rejects.toThrow(/Nothing was changed: the bot may not write there/)
    await expect(adding).rejects.not.toThrow(folder)
    await chmod(folder, 0o700)
  })
})

describe.skipIf(process.platform !== 'linux')('GIVEN a full disk', () => {
  test('THEN that is said', async () => {
    const store = new ServerStore({ state: filesIn(folder) })
    await rm(join(folder, 'audit.jsonl'), { force: true })
    // Linux has a file that every write to fails as on a full disk.
    const { symlink } = await import('node:fs/promises')
    await symlink('/dev/full', join(folder, 'audit.jsonl'))
    await expect(store.add(SERVER, ANN, draft(1))).rejects.toThrow(/Nothing was changed: the disk is full/)
    expect(await store.list(SERVER)).toEqual([])
  })
})
