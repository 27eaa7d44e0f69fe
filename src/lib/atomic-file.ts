import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** How names of files begin that are being written. Readers of a folder pass over files that begin with a dot. */
const UNFINISHED = '.unfinished-'

/**
 * Writes a file that is there in full or not at all, whatever happens meanwhile: under another name first,
 * flushed to the disk, then renamed.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`)
  try {
    await flushed(unfinished, 'wx', content)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
  await flushFolder(folder)
}

/** Appends to a file and waits until it is on the disk. */
export async function appendFlushed(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await flushed(path, 'a', text)
}

async function flushed(path: string, flags: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is lost with the power unless its folder is flushed too; not all systems let folders be. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** Removes what a process that was killed left unfinished before the given time, in milliseconds. */
export async function removeUnfinished(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(UNFINISHED)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < before) await rm(path, { force: true })
  }
}
