import { areInitials, nameWords, sameGivenName, sameName } from './names.js'

/** What a member typed for a name. */
export interface NameTyped {
  /** Of each of its words, whether a word of a name may stand for it. */
  readonly words: readonly ((word: string) => boolean)[]
  /**
   * Whether the words of a name may be meant: each of the words that are typed has to be one of the name's, and one of
   * them for more than its initial: "UN" is no Una's.
   */
  readonly isMeant: (name: readonly string[]) => boolean
}

export function namesLike(typed: string): NameTyped {
  const words = nameWords(typed).map(likeness)
  return {
    words: words.map(({ mayBe }) => mayBe),
    isMeant: (name) => words.every(({ mayBe }) => name.some(mayBe)) && words.some(({ is }) => name.some(is)),
  }
}

/** Of each word that is typed, whether a word of a name may stand for it. */
export const likeWords = (typed: string): NameTyped['words'] => namesLike(typed).words

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
