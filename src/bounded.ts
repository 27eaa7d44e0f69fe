/** A map that forgets what was set longest ago when it grows beyond its size. */
export function boundedMap<K, V>(size: number): Map<K, V> {
  return new (class extends Map<K, V> {
    override set(key: K, value: V): this {
      this.delete(key)
      super.set(key, value)
      if (this.size > size) this.delete(this.keys().next().value as K)
      return this
    }
  })()
}
