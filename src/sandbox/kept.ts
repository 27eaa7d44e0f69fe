import { readFile } from 'node:fs/promises'
import { writeAtomically } from '../lib/atomic-file.js'
import type { Sandbox } from './sandbox.js'
import { readWorld, type SavedWorld } from './world/saved.js'

/** Milliseconds between a change and its being kept, in which others come along. */
const SOON = 1_000

/** The world of a file; null where there is none that can be read. */
export async function keptWorld(path: string): Promise<SavedWorld | null> {
  const bytes = await readFile(path).catch(() => null)
  return bytes && readWorld(bytes)
}

/**
 * Writes the world of a sandbox whenever something was said in it, and when it ends.
 * @param problem called when that fails: nothing else hangs on it
 * @returns ends it
 */
export function keepWorld(
  sandbox: Sandbox,
  path: string,
  problem: (error: unknown) => void,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let soon: NodeJS.Timeout | null = null
  const keep = () => {
    soon = null
    last = last.then(() => writeAtomically(path, sandbox.save())).catch(problem)
    return last
  }
  const changed = () => {
    soon ??= setTimeout(() => void keep(), SOON).unref()
  }
  const ends = (['message', 'edit', 'delete'] as const).map((kind) => sandbox.on(kind, changed))
  return async () => {
    for (const end of ends) end()
    if (soon) clearTimeout(soon)
    await keep()
  }
}
