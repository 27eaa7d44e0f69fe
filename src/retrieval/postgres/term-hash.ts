/** Four bytes that stand for a term: FNV-1a over its UTF-16 units, with the last mixing of MurmurHash3. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
