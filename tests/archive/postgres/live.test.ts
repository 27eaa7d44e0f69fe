import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { openAnswers } from '../../../src/answers/live.js'
import { questionOf } from '../../../src/answers/model/question.js'
import { ArchiveUnavailable, type Scope, WorseArchive } from '../../../src/archive/contract/archive.js'
import { ServerFolders } from '../../../src/articles/store/index.js'
import { Database } from '../../../src/lib/postgres/database.js'
import { LocalCopies, overCopies } from '../../../src/ops/local-copies.js'
import { PostgresState } from '../../../src/state/index.js'
import { memoryLog } from '../../discord/memory-log.js'
import { FLOOD } from '../../support/flood.js'
import { articleFile, articleFolder } from '../../support/folder.js'
import { describePostgres, ownerOfServers, testDatabase, testServer } from '../../support/postgres.js'

// Processes and databases are started; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const SHARED: Scope = { server: null }
const DESK = fileURLToPath(new URL('../../../src/desk.js', import.meta.url))
const kiln = articleFile(
  { title: 'A kiln', outlet: 'Post', published: '2023-05-20' },
  'A kiln burned on 3 May.',
)

/** Bytes that are left to a server on a disk that is nearly full. */
const LITTLE = 1_000_000

/** Of some 40 KB, each with words of its own, so that it can’t be pressed to little. */
function longArticle(n: number): string {
  const line = (at: number) => `Gauge ${n * 1000 + at} near mill ${at * 7919 + n} stood at ${at * n} cm.`
  const text = Array.from({ length: 900 }, (_, at) => `${line(at)}${at % 10 === 9 ? '\n\n' : ' '}`).join('')
  return articleFile({ title: `Gauges, part ${n}`, outlet: 'Post', published: '2023-05-20' }, text)
}

/** A new database whose tables lie in a folder. @returns its address */
async function inTablespace(url: string, folder: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(`CREATE TABLESPACE small LOCATION '${folder}'`)
  await client.query('CREATE DATABASE small TABLESPACE small')
  await client.end()
  return Object.assign(new URL(url), { pathname: '/small' }).href
}

describePostgres('bots that share a database', () => {
  it('GIVEN two bots with one database THEN the first brings its articles, both answer from them, and a reload of one is served by both', async () => {
    await using test = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    await using none = await articleFolder({})
    const database = { url: test.url, readUrl: null }
    const first = await openAnswers({ folder: folder.path, database })
    const second = await openAnswers({ folder: none.path, database })
    try {
      for (const bot of [first, second]) {
        const { findings } = await bot.answer(questionOf('/when dam'), SHARED)
        expect(findings[0]).toMatchObject({ date: { start: '2023-05-15', end: '2023-05-16' } })
        expect(bot.vitals().articles).toBe(Object.keys(FLOOD).length)
      }
      await folder.write('kiln.md', kiln)
      expect(await first.reload('Ana')).toMatchObject({ added: ['kiln.md'], removed: [] })
      const kilns = async (bot: typeof first) =>
        (await bot.passages({ words: 'kiln', limit: 3 }, SHARED)).hits.map(({ article }) => article.id)
      expect(await kilns(first)).toEqual(['kiln.md'])
      await expect.poll(() => kilns(second), { timeout: 20_000 }).toEqual(['kiln.md'])
      // Nothing is left of what all are served, but for somebody who wants it so.
      await expect(second.reload('Ben')).rejects.toThrow(WorseArchive)
      expect(await kilns(first)).toEqual(['kiln.md'])
    } finally {
      await first.close()
      await second.close()
    }
  })

  it('GIVEN a server’s own articles THEN its questions find them, and nobody else’s do', async () => {
    await using test = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    await using servers = await articleFolder({})
    const bot = await openAnswers({
      folder: folder.path,
      servers: servers.path,
      database: { url: test.url, readUrl: null },
    })
    try {
      const { articles } = new ServerFolders(servers.path).of('123456789012345678')
      await mkdir(articles, { recursive: true })
      await writeFile(join(articles, 'kiln.md'), kiln)
      await bot.renew('123456789012345678')
      const when = async (server: string | null) =>
        (await bot.answer(questionOf('/when kiln'), { server })).findings.length
      expect(await when('123456789012345678')).toBe(1)
      expect(await when('876543210987654321')).toBe(0)
      expect(await when(null)).toBe(0)
    } finally {
      await bot.close()
    }
  })

  it('GIVEN what feeds brought by a process that is gone THEN a reload by another finds it', async () => {
    await using test = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    await using kept = await articleFolder({})
    const state = await PostgresState.open(test.database)
    const copies = new LocalCopies(state, kept.path)
    const archive = await openAnswers({
      ...{ folder: folder.path, feeds: copies.feeds, servers: copies.servers },
      database: { url: test.url, readUrl: null },
    })
    // One that never has the duty, and so brings nothing by itself.
    const duty = { isHeld: false, during: async () => async () => {}, close: async () => {} }
    const bot = overCopies(archive, copies, { state, database: test.database, duty, log: memoryLog().log })
    try {
      await state.change(null, async (changes) => changes.write('articles', kiln, '2023-05-20-a-kiln.md'))
      await bot.reload('the feeds')
      const { hits } = await bot.passages({ words: 'kiln', limit: 3 }, SHARED)
      expect(hits.map(({ article }) => article.id)).toEqual(['feeds//2023-05-20-a-kiln.md'])
    } finally {
      await archive.close()
      await state.close()
    }
  })

  it('GIVEN an import that is killed THEN nothing of it is served, and the same one again brings each article once', async () => {
    await using test = await testDatabase()
    const copies = Array.from({ length: 60 }, (_, n) => [
      `kiln-${n}.md`,
      kiln.replace('A kiln burned', `Kiln ${n} burned`),
    ])
    await using folder = await articleFolder(Object.fromEntries(copies))
    const bring = () =>
      spawn(process.execPath, [DESK, 'import', folder.path], {
        env: { ...process.env, DATABASE_URL: test.url },
        stdio: 'ignore',
      })
    const killed = bring()
    const ended = once(killed, 'exit')
    const imports = async () => (await test.database.query('SELECT 1 FROM imports')).rows.length
    await expect.poll(imports, { timeout: 60_000 }).toBe(1)
    killed.kill('SIGKILL')
    await ended
    expect((await test.database.query('SELECT 1 FROM editions')).rows).toEqual([])
    expect(await once(bring(), 'exit')).toEqual([0, null])
    const { rows } = await test.database.query(
      'SELECT count(*) AS rows, count(DISTINCT name) AS names, count(*) FILTER (WHERE live) AS live FROM articles',
    )
    expect(rows).toEqual([{ rows: 60, names: 60, live: 60 }])
    expect(await imports()).toBe(1)
  })

  it('GIVEN articles that another version has worked out in another way THEN they are worked out anew from their texts', async () => {
    await using test = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    await using none = await articleFolder({})
    const database = { url: test.url, readUrl: null }
    await (await openAnswers({ folder: folder.path, database })).close()
    await test.database.query(`UPDATE editions SET format = 'other'`)
    await test.database.query(`UPDATE articles SET annotator = 'other', packed = '\\x00'`)
    const bot = await openAnswers({ folder: none.path, database })
    try {
      const { findings } = await bot.answer(questionOf('/when dam'), SHARED)
      expect(findings[0]).toMatchObject({ date: { start: '2023-05-15', end: '2023-05-16' } })
      expect((await bot.status(SHARED)).articles).toBe(Object.keys(FLOOD).length)
    } finally {
      await bot.close()
    }
  })

  it('GIVEN a database that goes away THEN a question is told so, and answered when it is back', async () => {
    const server = await testServer()
    await using folder = await articleFolder(FLOOD)
    const bot = await openAnswers({ folder: folder.path, database: { url: server.url, readUrl: null } })
    try {
      const ask = () => bot.passages({ words: 'dam', limit: 3 }, SHARED)
      expect((await ask()).hits).toHaveLength(3)
      await server.stop('immediate')
      await expect(ask()).rejects.toThrow(ArchiveUnavailable)
      await server.start()
      await expect
        .poll(
          () =>
            ask().then(
              ({ hits }) => hits.length,
              () => 0,
            ),
          { timeout: 30_000 },
        )
        .toBe(3)
      expect(bot.vitals().restarts).toBe(0)
    } finally {
      await bot.close()
      await server.remove()
    }
  })

  it('GIVEN a replica THEN questions are asked of it, it is waited for when articles change, and where it is gone the other is asked', async () => {
    const primary = await testServer()
    await using folder = await articleFolder(FLOOD)
    await (await openAnswers({ folder: folder.path, database: { url: primary.url, readUrl: null } })).close()
    const replica = await testServer(primary.url)
    const bot = await openAnswers({
      folder: folder.path,
      database: { url: primary.url, readUrl: replica.url },
    })
    const asked = await Database.open({ url: primary.url, readUrl: replica.url })
    const found = async (words: string) =>
      (await bot.passages({ words, limit: 3 }, SHARED)).hits.map(({ article }) => article.id)
    try {
      expect(await asked.read('SELECT pg_is_in_recovery() AS replica')).toEqual([{ replica: true }])
      expect(await found('gates of the dam')).not.toEqual([])
      await folder.write('kiln.md', kiln)
      await bot.reload('Ana')
      expect(await found('kiln')).toEqual(['kiln.md'])
      await replica.stop('immediate')
      expect(await found('valley road')).not.toEqual([])
      expect(await asked.read('SELECT pg_is_in_recovery() AS replica')).toEqual([{ replica: false }])
    } finally {
      await asked.close()
      await bot.close()
      await replica.remove()
      await primary.remove()
    }
  })

  it('GIVEN no room for what is imported THEN it ends and says so, and what was served is served', async ({
    skip,
  }) => {
    const server = await testServer()
    const room = await mkdtemp(join(tmpdir(), 'room-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=24m,${ownerOfServers()}`, 'tmpfs', room], {
        stdio: 'ignore',
      })
    } catch {
      await server.remove()
      return skip('a file system of so little room can’t be mounted here')
    }
    await using folder = await articleFolder(FLOOD)
    await using many = await articleFolder(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`gauge-${n}.md`, longArticle(n)])),
    )
    let bot: Awaited<ReturnType<typeof openAnswers>> | null = null
    try {
      const url = await inTablespace(server.url, room)
      bot = await openAnswers({ folder: folder.path, database: { url, readUrl: null } })
      const { bavail, bsize } = await statfs(room)
      await writeFile(join(room, 'others'), Buffer.alloc(bavail * bsize - LITTLE))
      const desk = spawn(process.execPath, [DESK, 'import', many.path, '--anyway'], {
        env: { ...process.env, DATABASE_URL: url },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let told = ''
      desk.stderr.on('data', (text) => {
        told += text
      })
      expect((await once(desk, 'exit'))[0]).toBe(1)
      expect(told).toMatch(/No space left on device/)
      expect(told.split('\n').filter(Boolean)).toHaveLength(1)
      const { hits } = await bot.passages({ words: 'dam', limit: 3 }, SHARED)
      expect(hits).toHaveLength(3)
      expect((await bot.status(SHARED)).articles).toBe(Object.keys(FLOOD).length)
    } finally {
      await bot?.close()
      await server.remove()
      execFileSync('umount', [room])
      await rm(room, { recursive: true })
    }
  })

  it('GIVEN a folder that is imported on the command line THEN the bots serve it', async () => {
    await using test = await testDatabase()
    await using folder = await articleFolder(FLOOD)
    const desk = spawn(process.execPath, [DESK, 'import', folder.path], {
      env: { ...process.env, DATABASE_URL: test.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    desk.stdout.on('data', (text) => {
      told += text
    })
    const [code] = await once(desk, 'exit')
    expect(code).toBe(0)
    expect(told).toContain(`added: ${Object.keys(FLOOD).length}`)
    await using none = await articleFolder({})
    const bot = await openAnswers({ folder: none.path, database: { url: test.url, readUrl: null } })
    try {
      expect((await bot.status(SHARED)).articles).toBe(Object.keys(FLOOD).length)
    } finally {
      await bot.close()
    }
  })
})
