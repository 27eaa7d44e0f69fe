/** Every regular expression of the compiled sources. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Node, parse } from 'acorn'

export interface Pattern {
  /** The source that holds it, and the line in its compiled form. */
  readonly file: string
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** Where a `new RegExp(…)` stands. */
export type Site = Pick<Pattern, 'file' | 'line'>

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
export const COMPILED = ['dist/src', 'dist/commands'] as const

/** What the sources hold as literals, and where they build others. */
export function writtenPatterns(): { readonly patterns: Pattern[]; readonly sites: Site[] } {
  const patterns: Pattern[] = []
  const sites: Site[] = []
  for (const file of compiledFiles()) {
    const code = readFileSync(join(ROOT, file), 'utf8')
    const tree = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowHashBang: true,
      locations: true,
    })
    for (const node of nodesOf(tree)) {
      const at = { file: sourceOf(file), line: node.loc!.start.line }
      if (node.regex) patterns.push({ ...at, source: node.regex.pattern, flags: node.regex.flags })
      if (node.type === 'NewExpression' && node.callee?.name === 'RegExp') sites.push(at)
    }
  }
  return { patterns, sites }
}

/** What is built while the modules that build any are loaded, in a process of its own. */
export function builtPatterns(sites: readonly Site[]): Pattern[] {
  const files = [...new Set(sites.map(({ file }) => file.replace(/\.ts$/, '.js')))]
  const program = fileURLToPath(new URL('./built.js', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [program, ROOT, ...files], { encoding: 'utf8' }))
}

export const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts')

function compiledFiles(): string[] {
  return COMPILED.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(folder, file).replaceAll('\\', '/')),
  )
}

type Found = Node & {
  readonly regex?: { readonly pattern: string; readonly flags: string }
  readonly callee?: { readonly name?: string }
}

function* nodesOf(node: Node): Generator<Found> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* nodesOf(child)
    }
  }
}
