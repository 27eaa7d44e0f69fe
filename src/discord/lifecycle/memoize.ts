import { boundedMap } from '../../lib/bounded.js'

/** Of one object so much is kept. */
const MOST = 50

/**
 * The same function, which makes the same of the same object once, for as long as the object is held: an answer is
 * given to all who ask the same.
 * @param make depends on nothing but its arguments; nobody changes what it gives
 * @param keyOf tells apart what else it is given
 */
export function memoize<K extends object, Rest extends readonly unknown[], T>(
  make: (of: K, ...rest: Rest) => T,
  keyOf: (...rest: Rest) => string,
): (of: K, ...rest: Rest) => T {
  const made = new WeakMap<K, Map<string, { readonly value: T }>>()
  const madeOf = (of: K) => {
    const fresh = boundedMap<string, { readonly value: T }>(MOST)
    made.set(of, fresh)
    return fresh
  }
  return (of, ...rest) => {
    const all = made.get(of) ?? madeOf(of)
    const key = keyOf(...rest)
    const known = all.get(key)
    if (known) return known.value
    const value = make(of, ...rest)
    all.set(key, { value })
    return value
  }
}
