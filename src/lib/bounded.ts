/** A map that forgets what was set longest ago when it grows beyond its size. */
export function boundedMap<K, V>(size: number): Map<K, V> {
  return new BoundedMap(size)
}

class BoundedMap<K, V> extends Map<K, V> {
  readonly #most: number
  /** From the oldest on, one after another: a new iterator would go by all that were deleted before it. */
  readonly #oldest = this.keys()

  constructor(most: number) {
    super()
    this.#most = most
  }

  override set(key: K, value: V): this {
    this.delete(key)
    super.set(key, value)
    if (this.size > this.#most) this.delete(this.#oldest.next().value as K)
    return this
  }
}
