import { fork } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/archive/worker/live.js'
import { memoryLog } from '../discord/memory-log.js'
import { type ArticleFolder, articleFile, articleFolder } from '../support/folder.js'

const PROGRAM = fileURLToPath(new URL('../support/reloading.js', import.meta.url))
const ARTICLES = 40
const SHARED = { server: null }

const manyArticles = () =>
  articleFolder(
    Object.fromEntries(
      Array.from({ length: ARTICLES }, (_, i) => {
        const facts = { title: `Report ${i}`, outlet: 'Valley News', published: '2023-06-02' }
        const sentence = `Engineer number ${i} opened gate ${i} on Friday, the council said.`
        return [`report-${i}.md`, articleFile(facts, ...Array.from({ length: 8 }, () => sentence))]
      }),
    ),
  )

/** When the process is to be killed, told by what happens in the folder of the snapshot. */
const MOMENTS: readonly [
  string,
  (kept: ArticleFolder, child: ReturnType<typeof fork>) => Promise<unknown>,
][] = [
  ['while it writes the first snapshot', (kept) => changeOf(kept, 1)],
  ['in the middle of writing it', (kept) => changeOf(kept, 12)],
  ['while it reloads', async (_, child) => dots(child, 1)],
  [
    'while it writes the snapshot of a reload',
    async (kept, child) => {
      await dots(child, 1)
      await changeOf(kept, 1)
    },
  ],
  ['after a reload', async (_, child) => dots(child, 2)],
]

test.each(MOMENTS)(
  'GIVEN a process that is killed %s THEN the next start has every article, and is not misled by what is left',
  async (_, moment) => {
    await using folder = await manyArticles()
    await using kept = await articleFolder()
    const snapshot = join(kept.path, 'archive.snapshot')
    const child = fork(PROGRAM, [folder.path, snapshot], { silent: true })
    await moment(kept, child)
    child.kill('SIGKILL')
    await once(child, 'exit')

    const { log, lines } = memoryLog()
    const archive = await openArchive({ folder: folder.path, snapshot, log })
    const status = await archive.status(SHARED)
    const names = (await readdir(folder.path)).filter((name) => name.endsWith('.md'))
    expect(status.articles + status.rejections.length).toBe(names.length)
    expect(status.articles).toBeGreaterThanOrEqual(ARTICLES)
    const { hits } = await archive.passages(
      { words: 'engineer number 37', phrases: ['gate 37'], limit: 1 },
      SHARED,
    )
    expect(hits[0]?.article.id).toBe('report-37.md')
    expect(lines().filter(({ msg }) => /snapshot/.test(String(msg)))).toEqual([])
    await archive.close()
    expect(await readdir(kept.path)).toEqual(['archive.snapshot'])
  },
  60_000,
)

/** The n-th change of a file that is not finished yet. */
function changeOf({ path }: ArticleFolder, n: number): Promise<void> {
  return new Promise((resolve) => {
    let changes = 0
    const watcher = watch(path, (_, name) => {
      if (!name?.endsWith('.tmp') || ++changes < n) return
      watcher.close()
      resolve()
    })
  })
}

/** So many signs from the child that it has got on. */
async function dots(child: ReturnType<typeof fork>, wanted: number): Promise<void> {
  for (let seen = 0; seen < wanted; ) seen += String((await once(child.stdout!, 'data'))[0]).length
}
