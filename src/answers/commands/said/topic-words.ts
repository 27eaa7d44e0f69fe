import { whenQuestions as english } from '../../../language/en/dates/events.js'
import { lexicon, type Member, type TextWord } from '../../passage-qa/question/lexicon.js'

/** Other words for what a word of a question says. */
export interface Wording {
  /** One for each of its words. */
  readonly terms: readonly string[]
  /** 1 for the word itself, less for what says the same in other words, and for what often tells of the same. */
  readonly strength: number
}

/** What other words of the same meaning count. */
const SAME = 0.9
const NEAR = 0.6

const strengthOf = ({ closeness }: Member) => (closeness === 'near' ? NEAR : SAME)

/** What some words of a question say together, or one of them alone. */
interface Sense {
  /** How many words from where it begins. */
  readonly length: number
  readonly wordings: readonly Wording[]
}

/** What the words from `at` on mean: as the longest phrase that the classes know, else as one word. */
export function senseAt(words: readonly TextWord[], at: number): Sense {
  const word = words[at]!
  const found = (lexicon().byFirst.get(word.term) ?? []).filter(({ terms }) =>
    terms.every((term, i) => words[at + i]?.term === term),
  )
  const length = found.reduce((most, { terms }) => Math.max(most, terms.length), 1)
  const own = { terms: words.slice(at, at + length).map(({ term }) => term), strength: 1 }
  const told = found.filter(({ terms }) => terms.length === length)
  // A verb of every trade ("get", "take") says what its object says, so nothing else can stand for it.
  if (length === 1 && english.lightVerbs.has(word.term) && at < words.length - 1)
    return { length, wordings: [own] }
  // What a word says itself tells more than what it may say by the way.
  const same = told.filter(({ closeness }) => closeness === 'same')
  const wordings = (same.length > 0 ? same : told).flatMap((one) =>
    lexicon()
      .classes[one.of]!.filter(({ everyday }) => !everyday)
      .map((other) => ({ terms: other.terms, strength: Math.min(strengthOf(other), strengthOf(one)) })),
  )
  return { length, wordings: strongest([own, ...wordings]) }
}

function strongest(wordings: readonly Wording[]): Wording[] {
  const best = new Map<string, Wording>()
  for (const one of wordings) {
    const key = one.terms.join(' ')
    if (one.strength > (best.get(key)?.strength ?? 0)) best.set(key, one)
  }
  return [...best.values()]
}
