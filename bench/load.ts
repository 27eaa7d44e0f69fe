/** What long runs under load have in common. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsArticles } from './news.js'

/** Milliseconds between two looks at how many deeds are due. */
const STEP_MS = 20

/** Has `act` done so many times a second, however long each takes, for a time or until something has happened; then waits for all. */
export async function load(
  rate: number,
  until: number | Promise<unknown>,
  act: () => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const started = performance.now()
  let begun = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * rate)
    for (; begun < due; begun++) {
      const deed = act().finally(() => underWay.delete(deed))
      underWay.add(deed)
    }
  }, STEP_MS)
  await (typeof until === 'number' ? pause(until) : until)
  clearInterval(timer)
  await Promise.all(underWay)
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A folder that is kept, or one that is removed at the end. */
export async function scratchFolder(
  keep: string | undefined,
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = keep ?? (await mkdtemp(join(tmpdir(), 'crisis-desk-soak-')))
  return {
    path,
    [Symbol.asyncDispose]: () =>
      keep === undefined ? rm(path, { recursive: true, force: true }) : Promise.resolve(),
  }
}

/** Made-up articles with so many passages, unless they are there. */
export async function writeArticles(folder: string, passages: number): Promise<void> {
  if (existsSync(folder)) return
  await mkdir(folder, { recursive: true })
  for (const { name, text } of newsArticles(passages)) await writeFile(join(folder, name), text)
}

/** An option's value. @throws Error for what is no number above 0 */
export function number(name: string, text: string): number {
  const value = Number(text)
  if (value > 0) return value
  throw new Error(`--${name}: ${text} is not a number above 0.`)
}
