import type { Scope } from '../archive/contract/archive.js'
import { boundedMap } from '../lib/bounded.js'

type Ask<Asked extends readonly unknown[], T> = (...asked: [...Asked, Scope]) => Promise<T>

/** So many answers are kept, those of all servers together; in a crisis many ask the same. */
const MOST = 300

/**
 * Asks as `ask` does, but what was asked lately of the same edition of an archive is not asked again. A failure is not
 * kept.
 * @param edition stands for all that a scope may see; another object whenever that may have changed
 * @param ask takes plain data, of which nobody changes what it gives
 */
export function keeping<Asked extends readonly unknown[], T>(
  ask: Ask<Asked, T>,
  edition: (scope: Scope) => object,
  most = MOST,
): Ask<Asked, T> {
  const kept = boundedMap<string, { readonly of: object; readonly answer: Promise<T> }>(most)
  return (...asked) => {
    const scope = asked.at(-1) as Scope
    const key = JSON.stringify(asked)
    const current = edition(scope)
    const known = kept.get(key)
    if (known?.of === current) {
      kept.set(key, known)
      return known.answer
    }
    const fresh = { of: current, answer: ask(...asked) }
    kept.set(key, fresh)
    fresh.answer.catch(() => kept.get(key) === fresh && kept.delete(key))
    return fresh.answer
  }
}
