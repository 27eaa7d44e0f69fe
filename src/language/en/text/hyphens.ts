const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Words that are mostly parted from what follows or precedes them by a hyphen, "self-made" and "state-run": where a
 * printed line ends at one, the hyphen belongs to the word. Lower case. None of them is often a syllable of another.
 */
export const hyphens = {
  first: words(`
    self well long short low full half non quasi semi ultra second third two three four five six seven eight nine ten
    twenty thirty forty fifty sixty seventy eighty ninety hard slow deep wide north south east west cease anti`),
  last: words(`
    based backed led run owned made born held known called term range level scale style year week month hour mile
    strong general elect minister president`),
} as const
