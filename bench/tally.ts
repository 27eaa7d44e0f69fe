/** What became of many requests in a stretch of time. */
export interface Tally {
  asked: number
  answered: number
  /** Why others were not. */
  readonly lost: string[]
  /** Milliseconds until each was acknowledged, and until it was answered. */
  readonly acknowledged: number[]
  readonly took: number[]
}

export const newTally = (): Tally => ({ asked: 0, answered: 0, lost: [], acknowledged: [], took: [] })

/** How often each text is there, most often first. */
export function counted(texts: readonly string[]): [text: string, count: number][] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** The value below which the share of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The sum of several. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (key: 'asked' | 'answered') => tallies.reduce((total, tally) => total + tally[key], 0)
  return {
    asked: sum('asked'),
    answered: sum('answered'),
    lost: tallies.flatMap(({ lost }) => lost),
    acknowledged: tallies.flatMap(({ acknowledged }) => acknowledged),
    took: tallies.flatMap(({ took }) => took),
  }
}
