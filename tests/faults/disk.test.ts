import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../src/archive/worker/live.js'
import { readFiles } from '../../src/articles/folder/read.js'
import { ServerStore } from '../../src/articles/store/servers.js'
import { openFeedback } from '../../src/discord/moderation/feedback.js'
import { ServerSettings, type Settings } from '../../src/discord/moderation/settings/settings.js'
import { draft } from '../articles/support/drafts.js'
import { memoryLog } from '../discord/memory-log.js'
import { FLOOD } from '../support/flood.js'
import { articleFolder } from '../support/folder.js'
import { filesIn } from '../support/state.js'

const OPENING = fileURLToPath(new URL('../support/opening.js', import.meta.url))
const SHARED = { server: null }
const isLinux = process.platform === 'linux'

describe.skipIf(!isLinux)('a disk that is full', () => {
  test('GIVEN no room for the snapshot THEN one line says so, the old one is whole, and questions are answered', async () => {
    await using folder = await articleFolder(FLOOD)
    await using kept = await articleFolder()
    const snapshot = join(kept.path, 'archive.snapshot')
    const first = await openArchive({ folder: folder.path, snapshot })
    await first.close()
    const before = await readFile(snapshot)
    await folder.write('long.md', `# A long one\n\n${'The gauge was read again on Friday. '.repeat(3000)}\n`)
    const { articles, warnings } = await openWithLittleRoom(folder.path, snapshot)
    expect(articles).toBe(4)
    expect(warnings.filter((warning) => warning.includes('snapshot'))).toEqual([
      'the snapshot could not be kept, so the next start has to annotate all articles again',
    ])
    expect(await readFile(snapshot)).toEqual(before)
    expect(await readdir(kept.path)).toEqual(['archive.snapshot'])
  })

  test('GIVEN no room for ratings and questions in vain THEN one line says so, and questions are answered', async () => {
    await using kept = await articleFolder()
    await symlink('/dev/full', join(kept.path, 'feedback.jsonl'))
    const { log, lines } = memoryLog()
    const feedback = openFeedback(filesIn(kept.path), log)
    for (let i = 0; i < 3; i++) feedback.noteUnanswered(`/when nothing ${i}`, '1')
    await feedback.idle()
    expect(lines().filter(({ level }) => level === 'warn')).toHaveLength(1)
  })
})

describe('a folder that can’t be written to', () => {
  // Root may write into any folder, but nobody into one below a file.
  const below = (file: string) => join(file, 'folder')

  test('GIVEN one for the snapshot THEN one line says so, and questions are answered', async () => {
    await using folder = await articleFolder(FLOOD)
    const { log, lines } = memoryLog()
    const snapshot = below(join(folder.path, '..', 'nothing-that-is-a-folder'))
    await writeFile(join(folder.path, '..', 'nothing-that-is-a-folder'), '')
    const archive = await openArchive({ folder: folder.path, snapshot, log })
    expect((await archive.status(SHARED)).articles).toBe(3)
    expect(lines().filter(({ level, msg }) => level === 'warn' && /snapshot/.test(String(msg)))).toHaveLength(
      1,
    )
    await archive.close()
    await rm(join(folder.path, '..', 'nothing-that-is-a-folder'))
  })

  test('GIVEN one for a server’s articles THEN the moderator is told, and nothing has changed', async () => {
    await using folder = await articleFolder({ file: '' })
    const store = new ServerStore({ state: filesIn(below(join(folder.path, 'file'))) })
    const adding = store.add('1', '2', draft(1))
    await expect(adding).rejects.toThrow()
    await expect(adding).rejects.not.toThrow(folder.path)
  })
})

describe('what a server has set', () => {
  const follow = { topic: 'dam', channel: '2' }
  const addIt = (settings: Settings): Settings => ({ ...settings, follows: [...settings.follows, follow] })

  test('GIVEN that it can’t be read just now THEN nothing is written over it', async () => {
    await using folder = await articleFolder()
    const settings = new ServerSettings(filesIn(folder.path))
    await settings.change('1', addIt)
    const file = join(folder.path, '1', 'settings.json')
    await rename(file, `${file}.kept`)
    // A link in a circle can’t be read by anybody, whoever the tests are run by.
    await symlink('settings.json', file)
    await expect(settings.change('1', addIt)).rejects.toThrow()
    await rm(file)
    await rename(`${file}.kept`, file)
    expect((await settings.of('1')).follows).toEqual([follow])
  })

  test('GIVEN no room for it THEN the moderator is told what to do, without a path', async () => {
    await using folder = await articleFolder({ file: '' })
    const settings = new ServerSettings(filesIn(join(folder.path, 'file', 'below')))
    await expect(settings.change('1', addIt)).rejects.toThrow(/^Nothing was changed: .+Tell the operator/)
  })
})

describe('files that vanish while they are read', () => {
  test('GIVEN files that are deleted meanwhile THEN the others are read, and none is half there', async () => {
    const names = Array.from({ length: 400 }, (_, i) => `report-${i}.md`)
    const text = (name: string) => `# Report ${name}\n\nThe gate of ${name} was opened on Friday.\n`
    await using folder = await articleFolder(Object.fromEntries(names.map((name) => [name, text(name)])))
    const gone = names.filter((_, i) => i % 2 === 0)
    const [{ files, rejections }] = await Promise.all([
      readFiles(folder.path),
      Promise.all(gone.map((name) => folder.remove(name))),
    ])
    const read = new Set(files.map(({ id }) => id))
    for (const name of names.filter((_, i) => i % 2 === 1)) expect(read).toContain(name)
    for (const { id, text: found } of files) expect(found).toBe(text(id))
    for (const { file } of rejections) expect(gone).toContain(file)
  })

  test('GIVEN a folder in the folder that is deleted meanwhile THEN the rest is read', async () => {
    await using folder = await articleFolder(FLOOD)
    const deep = join(folder.path, 'deep')
    await mkdir(deep)
    for (let i = 0; i < 200; i++) await writeFile(join(deep, `${i}.md`), '# Deep\n\nThe gate was opened.\n')
    const [{ files }] = await Promise.all([readFiles(folder.path), rm(deep, { recursive: true })])
    expect(files.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(FLOOD)))
  })
})

/** Opens an archive in a process that may write no file of more than a few kilobytes. */
function openWithLittleRoom(
  folder: string,
  snapshot: string,
): Promise<{ articles: number; warnings: string[] }> {
  // Writing beyond the limit then fails instead of ending the process.
  const limited = 'trap "" XFSZ; ulimit -f 40; exec "$0" "$@"'
  const args = ['-c', limited, process.execPath, OPENING, folder, snapshot]
  return new Promise((resolve, reject) => {
    execFile('sh', args, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(JSON.parse(stdout)),
    )
  })
}
