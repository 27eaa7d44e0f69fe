import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findModules } from './modules.js'

/** Compiled modules, and what is not compiled: the document and the style sheet. */
const COMPILED = fileURLToPath(new URL('./', import.meta.url))
const SOURCES = fileURLToPath(new URL('../../../../src/sandbox/page/browser/', import.meta.url))

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

export interface StaticFile {
  type: string
  body: Buffer | string
}

export interface Files {
  /** For the content security policy. */
  importMapHash: string
  document: StaticFile
  /** The file at this path of the server; undefined where there is none. */
  find(path: string): StaticFile | undefined
}

/** The page's files. @param token the secret that the document carries to its own scripts */
export function pageFiles(token: string): Files {
  const { folders, importMap } = findModules()
  const document = readFileSync(join(SOURCES, 'index.html'), 'utf8')
    .replace('<script type="importmap">', (tag) => tag + importMap)
    .replace('{{TOKEN}}', () => token)
  return {
    importMapHash: `sha256-${createHash('sha256').update(importMap).digest('base64')}`,
    document: { type: 'text/html; charset=utf-8', body: document },
    find(path) {
      const style = /^\/styles\/[\w-]+\.css$/.exec(path)?.[0]
      if (style) return read(SOURCES, style)
      const own = /^\/((?:browser|shared)\/[\w/-]+\.js)$/.exec(path)?.[1]
      if (own) return read(COMPILED, own)
      const [, name, file] = /^\/modules\/((?:@[\w-]+\/)?[\w-]+)\/([\w./-]+\.js)$/.exec(path) ?? []
      const folder = folders.get(name ?? '')
      return folder === undefined ? undefined : read(folder, file!)
    },
  }
}

function read(folder: string, file: string): StaticFile | undefined {
  const path = normalize(join(folder, file))
  if (!path.startsWith(normalize(folder + sep))) return undefined
  try {
    return { type: TYPES[path.slice(path.lastIndexOf('.'))]!, body: readFileSync(path) }
  } catch {
    return undefined
  }
}
