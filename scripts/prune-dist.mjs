// Removes compiled files whose source is gone: commands are found by listing a folder,
// so a stale dist/commands/old.js would come back as a command.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

if (existsSync(dist)) {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    if (!entry.isFile() || !/\.js(\.map)?$/.test(file)) continue
    const source = join(root, file.slice(dist.length).replace(/\.js(\.map)?$/, '.ts'))
    if (!existsSync(source)) rmSync(file)
  }
}
