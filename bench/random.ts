/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32, T. Ettinger). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!
}

/** Picks from a list as words are used: the n-th is taken about 1/n times as often as the first (Zipf). */
export function pickByRank<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor((list.length + 1) ** random()) - 1]!
}
