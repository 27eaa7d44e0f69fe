import { foldForPhrases } from '../../../text/terms.js'

/** The words of each of two wordings that the other lacks in that place, runs of them apart by an ellipsis. */
export function wordingDifference(a: string, b: string): readonly [string, string] {
  const x = wordsOf(a)
  const y = wordsOf(b)
  const { inA, inB } = common(x.map(folded), y.map(folded))
  return [remaining(x, inA), remaining(y, inB)]
}

const LONGEST = 120

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).slice(0, LONGEST)
const folded = (word: string) => foldForPhrases(word)

/** The places of a longest common subsequence (Wagner & Fischer 1974), by at most 120 × 120 comparisons. */
function common(a: readonly string[], b: readonly string[]) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const inA = new Set<number>()
  const inB = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      inA.add(i++)
      inB.add(j++)
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return { inA, inB }
}

function remaining(words: readonly string[], shared: ReadonlySet<number>): string {
  const runs: string[] = []
  for (const [index, word] of words.entries()) {
    if (shared.has(index)) continue
    const follows = index > 0 && !shared.has(index - 1)
    if (follows) runs[runs.length - 1] += ` ${word}`
    else runs.push(word)
  }
  return runs.join(' … ')
}
