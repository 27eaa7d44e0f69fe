import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveArchive } from '../../../src/archive/contract/archive.js'
import { openArchive } from '../../../src/archive/worker/live.js'
import { ServerStore } from '../../../src/articles/store/servers.js'
import { FLOOD } from '../../support/flood.js'
import { type ArticleFolder, articleFile, articleFolder } from '../../support/folder.js'
import { filesIn } from '../../support/state.js'

const A = '100000000000000001'
const B = '100000000000000002'

let folder: ArticleFolder
let scratch: string
let archive: LiveArchive
beforeEach(async () => {
  folder = await articleFolder(FLOOD)
  scratch = await mkdtemp(join(tmpdir(), 'extend-'))
  await mkdir(join(scratch, 'feeds'))
  archive = await openArchive({
    folder: folder.path,
    servers: join(scratch, 'servers'),
    feeds: join(scratch, 'feeds'),
  })
})
afterEach(async () => {
  await archive.close()
  await folder[Symbol.asyncDispose]()
  await rm(scratch, { recursive: true, force: true })
})

const found = async (words: string, server: string | null) =>
  (await archive.passages({ words, limit: 10 }, { server })).hits.map(({ article }) => article.id)

/** A feed brings an article. */
async function arrive(name: string, ...text: [string, ...string[]]): Promise<string> {
  const header = { title: `Told by ${name}`, outlet: 'Ridge Wire', published: '2023-05-14' }
  await writeFile(join(scratch, 'feeds', name), articleFile(header, ...text))
  return `feeds//${name}`
}

const addOwn = async (title: string, ...paragraphs: string[]) => {
  const store = new ServerStore({ state: filesIn(join(scratch, 'servers')) })
  const about = { outlet: 'Ridge Herald', published: '2023-05-14', modified: null, url: null, author: null }
  await store.add(A, '5', { title, ...about, paragraphs })
  await archive.renew(A)
}

const reportsOfGates = async (server: string | null) => {
  const { hits } = await archive.events({ topic: 'Lorne dam gates opened', limit: 10 }, { server })
  return hits
    .filter(({ interval }) => interval?.start === '2023-05-15')
    .map(({ reports }) => new Set(reports.map(({ article }) => article.outlet)))
}

describe('an archive that articles come to', () => {
  it('WHEN files come one after another THEN each is found at once by everybody, without a reload', async () => {
    const first = await arrive('one.md', 'The zeppelin came to Lorne on Sunday.')
    expect(await found('zeppelin', null)).toEqual([])
    expect(await archive.extend([first])).toBe(true)
    const second = await arrive('two.md', 'A kite was lost at Orsk on Sunday.')
    expect(await archive.extend([second])).toBe(true)
    for (const server of [null, A, B]) {
      expect(await found('zeppelin', server)).toEqual([first])
      expect(await found('kite', server)).toEqual([second])
      expect((await archive.status({ server })).articles).toBe(5)
    }
    await archive.reload('the operator')
    expect(await found('zeppelin', A)).toEqual([first])
  })

  it('GIVEN an event of the articles THEN what comes, and a server’s own, tell of the same one', async () => {
    await addOwn(
      'A day at the dam',
      'The gates of the Lorne dam will be opened on May 15 and 16, a clerk said.',
    )
    const id = await arrive(
      'gates.md',
      'The gates of the dam at Lorne will be opened on May 15 and 16, it said.',
    )
    await archive.extend([id])
    const shared = ['River Post', 'Valley News', 'Ridge Wire']
    expect(await reportsOfGates(null)).toEqual([new Set(shared)])
    expect(await reportsOfGates(A)).toEqual([new Set([...shared, 'Ridge Herald'])])
  })

  it('WHEN it comes while all is built anew THEN it is found before and after', async () => {
    const reload = archive.reload('the operator')
    const id = await arrive('one.md', 'The zeppelin came to Lorne on Sunday.')
    await archive.extend([id])
    expect(await found('zeppelin', null)).toEqual([id])
    await reload
    expect(await found('zeppelin', null)).toEqual([id])
  })

  it('GIVEN a file that has changed, or is gone THEN it takes a reload', async () => {
    const id = await arrive('one.md', 'The zeppelin came to Lorne on Sunday.')
    await archive.extend([id])
    await arrive('one.md', 'The balloon came to Lorne on Sunday.')
    expect(await archive.extend([id])).toBe(false)
    expect(await archive.extend(['feeds//never.md', '../secret.md', 'elsewhere//one.md'])).toBe(false)
    expect(await found('zeppelin', null)).toEqual([id])
    await archive.reload('the operator')
    expect(await found('balloon', null)).toEqual([id])
  })
})
