import { areInitials, nameWords, sameGivenName, sameName } from './names.js'

/** Whether the words of a name may be meant by what a member typed. */
export type IsMeant = (name: readonly string[]) => boolean

/**
 * Each of the words that are typed has to be one of the name's, and one of them for more than its initial: "UN" is no
 * Una's.
 */
export function namesLike(typed: string): IsMeant {
  const words = nameWords(typed).map(likeness)
  return (name) => words.every(({ mayBe }) => name.some(mayBe)) && words.some(({ is }) => name.some(is))
}

/** Of each word that is typed, whether a word of a name may stand for it. */
export const likeWords = (typed: string): ((word: string) => boolean)[] =>
  nameWords(typed).map((word) => likeness(word).mayBe)

/** Whether a word of a name is a spelling of another one, or may stand for it as an initial. */
interface Likeness {
  is(word: string): boolean
  mayBe(word: string): boolean
}

function likeness(word: string): Likeness {
  const is = remembered(
    (other) =>
      sameName(word, other) || (!areInitials(word) && !areInitials(other) && sameGivenName(word, other)),
  )
  return { is, mayBe: (other) => is(other) || sameGivenName(word, other) }
}

/** Names share their words, so each is compared but once. */
function remembered(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const told = known.get(word) ?? test(word)
    known.set(word, told)
    return told
  }
}
