/**
 * A map that forgets what was set longest ago when it grows beyond its size.
 * @param weightOf what one entry takes of it; by default 1
 */
export function boundedMap<K, V>(size: number, weightOf: (value: V) => number = () => 1): Map<K, V> {
  return new BoundedMap(size, weightOf)
}

class BoundedMap<K, V> extends Map<K, V> {
  readonly #most: number
  readonly #weightOf: (value: V) => number
  #weight = 0
  /** From the oldest on, one after another: a new iterator would go by all that were deleted before it. */
  readonly #oldest = this.keys()

  constructor(most: number, weightOf: (value: V) => number) {
    super()
    this.#most = most
    this.#weightOf = weightOf
  }

  override set(key: K, value: V): this {
    this.delete(key)
    super.set(key, value)
    this.#weight += this.#weightOf(value)
    while (this.#weight > this.#most && this.size > 1) this.delete(this.#oldest.next().value as K)
    return this
  }

  override delete(key: K): boolean {
    const known = this.get(key)
    if (!super.delete(key)) return false
    this.#weight -= this.#weightOf(known as V)
    return true
  }

  override clear(): void {
    super.clear()
    this.#weight = 0
  }
}
