/** How many answers are kept, and in how many places one is looked for: a text may be made to be slow to look up. */
const MOST = 2 ** 16
const NEAR = 8

/**
 * A function of words that is worked out once for each spelling, as long as there is place: a new one takes that of
 * another then. It is asked of a word where it stands in a text, so that one that is known is never cut out.
 * @param most how many answers are kept; a power of two
 */
export function memoizeWords<T>(
  work: (spelling: string) => T,
  most = MOST,
): (text: string, start: number, end: number) => T {
  const spellings: (string | undefined)[] = new Array(most + NEAR).fill(undefined)
  const answers: (T | undefined)[] = new Array(most + NEAR).fill(undefined)
  return (text, start, end) => {
    const first = hashOf(text, start, end) & (most - 1)
    let place = first
    for (; place < first + NEAR; place++) {
      const known = spellings[place]
      if (known === undefined) break
      if (standsAt(known, text, start, end)) return answers[place] as T
    }
    if (place === first + NEAR) place = first
    const spelling = copyOf(text, start, end)
    const answer = work(spelling)
    spellings[place] = spelling
    answers[place] = answer
    return answer
  }
}

/** FNV-1a over UTF-16 code units, its upper bits folded into the lower ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = start; i < end; i++) if (text.charCodeAt(i) !== word.charCodeAt(i - start)) return false
  return true
}

/** A slice of a long text would keep the whole of it in memory; this one keeps a copy. */
const copyOf = (text: string, start: number, end: number) => ` ${text.slice(start, end)}`.slice(1)
