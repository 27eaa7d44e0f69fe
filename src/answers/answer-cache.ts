import type { Scope } from '../archive/contract/archive.js'
import { boundedMap } from '../lib/bounded.js'

type Ask<Args extends readonly unknown[], T> = (...args: [...Args, Scope]) => Promise<T>

/** So many answers are kept, those of all servers together; in a crisis many ask the same. */
const MOST = 300

/**
 * Asks as `ask` does, but what was asked lately of the same edition of an archive is not asked again. A failure is not
 * kept.
 * @param edition stands for all that a scope may see; another object whenever that may have changed
 * @param ask takes plain data, of which nobody changes what it gives
 */
export function cached<Args extends readonly unknown[], T>(
  ask: Ask<Args, T>,
  edition: (scope: Scope) => object,
  most = MOST,
): Ask<Args, T> {
  const cache = boundedMap<string, { readonly of: object; readonly answer: Promise<T> }>(most)
  return (...args) => {
    const scope = args.at(-1) as Scope
    const key = JSON.stringify(args)
    const current = edition(scope)
    const known = cache.get(key)
    if (known?.of === current) {
      cache.set(key, known)
      return known.answer
    }
    const fresh = { of: current, answer: ask(...args) }
    cache.set(key, fresh)
    fresh.answer.catch(() => cache.get(key) === fresh && cache.delete(key))
    return fresh.answer
  }
}
