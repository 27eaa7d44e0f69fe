import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveArchive } from '../../../src/archive/contract/archive.js'
import { buildArchive, makeArchive } from '../../../src/archive/ingest/build.js'
import { ServerArchives } from '../../../src/archive/tenancy/servers.js'
import { openArchive } from '../../../src/archive/worker/live.js'
import type { Draft } from '../../../src/articles/drafts/draft.js'
import { ServerStore } from '../../../src/articles/store/servers.js'
import { FLOOD } from '../../support/flood.js'
import { type ArticleFolder, articleFile, articleFolder } from '../../support/folder.js'
import { filesIn } from '../../support/state.js'

const A = '100000000000000001'
const B = '100000000000000002'
const MEMBER = '5'

const draft = (title: string, ...paragraphs: string[]): Draft => ({
  title,
  outlet: 'Ridge Herald',
  published: '2023-05-14',
  modified: null,
  url: null,
  author: null,
  paragraphs,
})

let folder: ArticleFolder
let scratch: string
let store: ServerStore
let archive: LiveArchive
beforeEach(async () => {
  folder = await articleFolder(FLOOD)
  scratch = await mkdtemp(join(tmpdir(), 'servers-'))
  store = new ServerStore({ state: filesIn(join(scratch, 'servers')) })
  archive = await open()
})
afterEach(async () => {
  await archive.close()
  await folder[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true, force: true })
})

const open = () =>
  openArchive({ folder: folder.path, servers: join(scratch, 'servers'), feeds: join(scratch, 'feeds') })

const found = async (words: string, server: string | null) =>
  (await archive.passages({ words, limit: 10 }, { server })).hits.map(({ article }) => article.id)
const count = async (server: string | null) => (await archive.status({ server })).articles

async function add(server: string, ...text: [string, ...string[]]): Promise<string> {
  const { name } = await store.add(server, MEMBER, draft(...text))
  await archive.renew(server)
  return name
}

describe('the articles of servers', () => {
  it('WHEN an article is added in one server THEN it is found there and nowhere else', async () => {
    expect(await found('zeppelin', A)).toEqual([])
    const name = await add(A, 'A visit', 'The zeppelin came to Lorne on Sunday.')
    expect(await found('zeppelin', A)).toEqual([`own//${name}`])
    for (const other of [B, null]) {
      expect(await found('zeppelin', other)).toEqual([])
      expect(await archive.article(`own//${name}`, { server: other })).toBeNull()
      expect(await count(other)).toBe(3)
    }
    expect(await count(A)).toBe(4)
    expect((await archive.article(`own//${name}`, { server: A }))?.title).toBe('A visit')
  })

  it('WHEN it is removed and put back THEN it is gone and found again', async () => {
    const name = await add(A, 'A visit', 'The zeppelin came to Lorne on Sunday.')
    await store.remove(A, MEMBER, name)
    await archive.renew(A)
    expect(await found('zeppelin', A)).toEqual([])
    expect(await count(A)).toBe(3)
    await store.restore(A, MEMBER, name)
    await archive.renew(A)
    expect(await found('zeppelin', A)).toHaveLength(1)
  })

  it('WHEN the archive starts anew THEN a server’s articles are there on its first question', async () => {
    await add(A, 'A visit', 'The zeppelin came to Lorne on Sunday.')
    await archive.close()
    archive = await open()
    expect(await found('zeppelin', A)).toHaveLength(1)
    expect(await found('zeppelin', B)).toEqual([])
    await archive.reload('the operator')
    expect(await found('zeppelin', A)).toHaveLength(1)
  })

  it('WHEN an article is added during a reload THEN the archive that comes has it', async () => {
    await add(A, 'A visit', 'The zeppelin came to Lorne on Sunday.')
    expect(await found('zeppelin', A)).toHaveLength(1)
    const reload = archive.reload('the operator')
    await add(A, 'A gift', 'The balloon was given to Orsk on Sunday.')
    await reload
    expect(await found('zeppelin', A)).toHaveLength(1)
    expect(await found('balloon', A)).toHaveLength(1)
  })

  it('WHEN one is removed and two are added at once during a reload THEN the archive that comes is right', async () => {
    const name = await add(A, 'A visit', 'The zeppelin came to Lorne on Sunday.')
    expect(await found('zeppelin', A)).toHaveLength(1)
    const reload = archive.reload('the operator')
    await store.remove(A, MEMBER, name)
    await Promise.all([
      archive.renew(A),
      add(A, 'A gift', 'The balloon was given to Orsk on Sunday.'),
      add(A, 'A loss', 'The kite was lost at Orsk on Sunday.'),
    ])
    await reload
    expect(await found('zeppelin', A)).toEqual([])
    expect(await found('balloon', A)).toHaveLength(1)
    expect(await found('kite', A)).toHaveLength(1)
    expect(await count(A)).toBe(5)
  })

  it('GIVEN articles of a server’s that can’t be read THEN it finds the shared ones, the problem is told once, and a renewal finds them', async () => {
    const { layer, archive: shared } = makeArchive([])
    const problems: string[] = []
    const archives = new ServerArchives({
      shared: { archive: shared, layer },
      folder: join(scratch, 'servers'),
      onProblem: ({ reason }) => problems.push(reason),
    })
    const place = join(scratch, 'servers', A, 'articles')
    await mkdir(join(scratch, 'servers', A), { recursive: true })
    await writeFile(place, 'a file where a folder should be')
    for (let n = 0; n < 5; n++) expect(await archives.of({ server: A })).toBe(shared)
    expect(problems).toHaveLength(1)
    await rm(place)
    await store.add(A, MEMBER, draft('A visit', 'The zeppelin came to Lorne on Sunday.'))
    await archives.renew(A)
    const { articles } = await (await archives.of({ server: A })).status({ server: A })
    expect(articles).toBe(1)
  })

  it('WHEN one is to be read many times at once THEN it is read once more alone, so that others’ turn comes', async () => {
    const { layer, archive: shared } = makeArchive([])
    const archives = new ServerArchives({
      ...{ shared: { archive: shared, layer }, folder: join(scratch, 'servers') },
      onProblem: ({ reason }) => expect.fail(reason),
    })
    await store.add(A, MEMBER, draft('A visit', 'The zeppelin came to Lorne on Sunday.'))
    const made = new Set()
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        await archives.renew(A)
        made.add(await archives.of({ server: A }))
      }),
    )
    expect(made.size).toBeLessThanOrEqual(2)
  })

  it('GIVEN more dates and names than there is room for THEN what holds the most of them is left out, and nothing else', async () => {
    const list = (year: number) =>
      articleFile(
        { title: `Days of ${year}`, outlet: 'Lists', published: '2023-05-14' },
        ...Array.from({ length: 28 }, (_, day) =>
          `${day + 1} May ${year}. ${day + 1} June ${year}. `.repeat(20),
        ),
      )
    await using own = await articleFolder({ ...FLOOD, 'days-1.md': list(2001), 'days-2.md': list(2002) })
    const { fingerprints, rejections } = await buildArchive(own.path, { mostBytes: 100_000 })
    expect(Object.keys(fingerprints).sort()).toEqual([...Object.keys(FLOOD), 'days-1.md'].sort())
    expect(rejections).toMatchObject([{ file: 'days-2.md', reason: { key: 'noteNoRoom' } }])
  })

  it('WHEN two servers have articles THEN their questions, asked side by side, never cross', async () => {
    await add(A, 'Alpha', 'The zeppelin of Alphaville came to Lorne on Sunday.')
    await add(B, 'Beta', 'The zeppelin of Betaville came to Lorne on Sunday.')
    const asked = await Promise.all(
      Array.from({ length: 10_000 }, async (_, i) => {
        const server = [A, B, null][i % 3]!
        const { hits } = await archive.passages({ words: 'zeppelin', limit: 5 }, { server })
        return { server, text: hits.map(({ passage }) => passage.text).join(' ') }
      }),
    )
    for (const { server, text } of asked) {
      expect(text).toBe(
        server === A
          ? 'The zeppelin of Alphaville came to Lorne on Sunday.'
          : server === B
            ? 'The zeppelin of Betaville came to Lorne on Sunday.'
            : '',
      )
    }
  })

  it('GIVEN the text of a shared article THEN it is not there twice', async () => {
    const [, text] = FLOOD['notes.txt']!.split('\n\n')
    await add(A, 'Copied notes', text!.trim())
    expect(await count(A)).toBe(3)
    expect((await archive.status({ server: A })).rejections[0]?.reason).toMatchObject({
      key: 'noteSameText',
      values: { name: 'notes.txt' },
    })
  })

  it('GIVEN no server’s id THEN the shared articles are asked, and no folder is made', async () => {
    for (const server of ['../..', 'x', '1'.repeat(30)]) expect(await count(server)).toBe(3)
    expect(await readdir(scratch)).toEqual([])
  })

  it('GIVEN servers’ folders among the shared articles THEN what lies there is shared with nobody', async () => {
    const servers = join(folder.path, 'var', 'servers')
    const inside = new ServerStore({ state: filesIn(servers) })
    await inside.add(A, MEMBER, draft('A visit', 'The zeppelin came to Lorne on Sunday.'))
    await archive.close()
    archive = await openArchive({ folder: folder.path, servers })
    expect(await found('zeppelin', B)).toEqual([])
    expect(await found('zeppelin', A)).toHaveLength(1)
  })

  it('WHEN feeds bring an article THEN a reload has it for everybody, under a name of its own', async () => {
    const file = articleFile(
      { title: 'River Post', outlet: 'Wire', published: '2023-05-15' },
      'A zeppelin was seen.',
    )
    await mkdir(join(scratch, 'feeds'))
    await writeFile(join(scratch, 'feeds', 'river-post.md'), file)
    expect((await archive.reload('feeds')).added).toEqual(['feeds//river-post.md'])
    for (const server of [A, null]) expect(await found('zeppelin', server)).toEqual(['feeds//river-post.md'])
  })
})
