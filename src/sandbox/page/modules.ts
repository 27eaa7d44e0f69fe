import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const COMPONENTS = '@skyra/discord-components-core'

/** Packages that run in the browser, with the package that needs each and the module that its name means. */
const PACKAGES: readonly { name: string; neededBy: string | null; entry: string }[] = [
  { name: COMPONENTS, neededBy: null, entry: 'dist/index.js' },
  { name: 'lit', neededBy: COMPONENTS, entry: 'index.js' },
  { name: '@lit/context', neededBy: COMPONENTS, entry: 'index.js' },
  { name: '@lit/reactive-element', neededBy: 'lit', entry: 'reactive-element.js' },
  { name: 'lit-element', neededBy: 'lit', entry: 'index.js' },
  { name: 'lit-html', neededBy: 'lit', entry: 'lit-html.js' },
]

export interface Modules {
  /** Folders by the packages' names. */
  folders: ReadonlyMap<string, string>
  /** JSON that leads the browser from a package's name to `/modules/…`. */
  importMap: string
}

/** @throws Error when a package is not installed. */
export function findModules(): Modules {
  const folders = new Map<string, string>()
  for (const { name, neededBy } of PACKAGES) {
    const from = neededBy === null ? import.meta.url : join(folders.get(neededBy)!, 'index.js')
    folders.set(name, folderOf(name, from))
  }
  const imports = PACKAGES.flatMap(({ name, entry }) => [
    [name, `/modules/${name}/${entry}`],
    [`${name}/`, `/modules/${name}/`],
  ])
  const { exports } = JSON.parse(readFileSync(join(folders.get(COMPONENTS)!, 'package.json'), 'utf8')) as {
    exports: Record<string, string>
  }
  const parts = Object.entries(exports)
    .filter(([name]) => name !== '.')
    .map(([name, file]) => [`${COMPONENTS}/${name.slice(2)}`, `/modules/${COMPONENTS}/${file.slice(2)}`])
  return { folders, importMap: JSON.stringify({ imports: Object.fromEntries([...imports, ...parts]) }) }
}

function folderOf(name: string, from: string): string {
  const folders = (createRequire(from).resolve.paths(name) ?? []).map((folder) => join(folder, name))
  const found = folders.find((folder) => existsSync(join(folder, 'package.json')))
  if (!found) throw new Error(`the package ${name} is not installed; run npm ci`)
  return found
}
