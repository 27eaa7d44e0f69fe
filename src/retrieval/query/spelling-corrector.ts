import distance from 'natural/lib/natural/distance/index.js'
import phonetics from 'natural/lib/natural/phonetics/index.js'
import { stripMarks } from '../../text/terms.js'
import { SortedWords } from './sorted-words.js'

/** A term that the archive holds, and how a text writes it. */
export interface KnownTerm {
  readonly term: string
  readonly written: string
}

/** How alike two words of one sound must be in spelling (Jaro–Winkler) to be taken for one name. */
const SAME_SOUND = 0.8
/** Shorter words have too many neighbours one letter away. */
const SHORTEST = 4
/** Words from this length on may differ in two letters, shorter ones in one. */
const LONG = 8
/** Double Metaphone reads the whole word; longer runs of letters are no names. */
const LONGEST = 30

/**
 * The known term that somebody most likely meant by a word that the archive does not hold: a name of the same
 * sound in another transliteration (Double Metaphone, Philips 2000), or a word one or two letters away.
 */
export class SpellingCorrector {
  readonly #bySpelling = new Map<string, KnownTerm>()
  /** Sorted when the first one is looked for. */
  #spellings: SortedWords | null = null
  readonly #bySound = new Map<string, KnownTerm[]>()
  readonly #background: SpellingCorrector | null

  /** @param background other terms that are known as well */
  constructor(background: SpellingCorrector | null = null) {
    this.#background = background
  }

  /** @param word a word of a text as it stands there, of letters only */
  add(term: string, word: string): void {
    const folded = fold(word)
    if (folded.length < SHORTEST || folded.length > LONGEST || this.#bySpelling.has(folded)) return
    const known = { term, written: word }
    this.#bySpelling.set(folded, known)
    this.#spellings = null
    if (!/^\p{Lu}/u.test(word)) return
    const sound = soundOf(folded)
    const alike = this.#bySound.get(sound)
    if (alike) alike.push(known)
    else this.#bySound.set(sound, [known])
  }

  nearest(word: string): KnownTerm | null {
    const folded = fold(word)
    if (folded.length < SHORTEST || folded.length > LONGEST) return null
    return best(this.#near(folded), folded)
  }

  #near(folded: string): KnownTerm[] {
    const sounding = (this.#bySound.get(soundOf(folded)) ?? []).filter(
      ({ written }) => likeness(fold(written), folded) >= SAME_SOUND,
    )
    this.#spellings ??= new SortedWords(this.#bySpelling.keys())
    const spelled = [...this.#spellings.near(folded, folded.length < LONG ? 1 : 2)]
    return [
      ...sounding,
      ...spelled.map(([word]) => this.#bySpelling.get(word)!),
      ...(this.#background ? this.#background.#near(folded) : []),
    ]
  }
}

function best(candidates: readonly KnownTerm[], folded: string): KnownTerm | null {
  let nearest: KnownTerm | null = null
  let highest = 0
  for (const candidate of candidates) {
    const alike = likeness(fold(candidate.written), folded)
    if (alike > highest) {
      nearest = candidate
      highest = alike
    }
  }
  return nearest
}

const fold = (word: string) => stripMarks(word.toLowerCase())
const likeness = (a: string, b: string) => distance.JaroWinklerDistance(a, b, {})
const doubleMetaphone = new phonetics.DoubleMetaphone()
const soundOf = (word: string) => doubleMetaphone.process(word)[0] ?? ''
