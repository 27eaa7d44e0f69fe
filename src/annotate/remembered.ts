/** More answers than this are not kept: a text may be made of words that are all different. */
const MOST = 65_536

/** A function of a string that is worked out once for each, as long as there are not too many. */
export function remembered<T>(work: (text: string) => T, most = MOST): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const answer = work(text)
    answers.set(text, answer)
    return answer
  }
}
