import { search as english } from '../../language/en/words/search.js'
import { Analyzer, type Term } from '../../text/terms.js'

/** A word of a remembered wording, in its order. */
export interface AskedWord {
  readonly term: string
  readonly stop: boolean
  /** How rare the word is among what was said. */
  readonly weight: number
  /** Whether anybody said it. */
  readonly known: boolean
}

/** How a remembered wording stands in something that was said. */
export interface Alignment {
  /** The share of the wording's weight that stands together there, 0–1. */
  readonly coverage: number
  /** `no`: another wording. `opposite`: one of the two is denied and the other is not. */
  readonly fits: 'yes' | 'no' | 'opposite'
}

const analyzer = new Analyzer({ keepStopWords: true })
/** The forms of a small number, as index terms. */
const numerals: ReadonlyMap<string, readonly string[]> = new Map(
  [...english.numerals].map(([form, forms]) => [
    analyzer.distinct(form)[0]!,
    forms.flatMap((one) => analyzer.distinct(one)),
  ]),
)
/** All the terms that mean the same as one: "iii", "three" and "3". */
export const formsOf = (term: string): readonly string[] => numerals.get(term) ?? [term]
const plain = (term: string) => formsOf(term)[0]!

const negations: ReadonlySet<string> = new Set(
  [...english.negations].flatMap((word) => analyzer.distinct(word)),
)
const clauseStarters: ReadonlySet<string> = new Set(
  [...english.clauseStarters].flatMap((word) => analyzer.distinct(word)),
)
const fillers: ReadonlySet<string> = new Set([...english.fillers].flatMap((word) => analyzer.distinct(word)))
const weak: ReadonlySet<string> = new Set([...english.weak].flatMap((word) => analyzer.distinct(word)))
export const isNegation = (term: string): boolean => negations.has(term)

/** The words of something that was said, to be held against a remembered wording. */
export const saidWords = (text: string): Term[] =>
  analyzer
    .terms(text.replace(INSERTED, ' '))
    .map((word) => (numerals.has(word.term) ? { ...word, term: plain(word.term) } : word))

/** What an outlet has put into the words. */
const INSERTED = /[([][^()[\]]{0,200}[)\]]/g

/** What words without a topic count beside one with a topic (their mean): "the", "is" less than "over", "back", "not". */
const FILLER_SHARE = 0.1
const STOP_SHARE = 0.6
const WEAK_SHARE = 0.3

/** Of a wording with one word of content so much has to stand together; with more words these count alone. */
const LEAST_OF_ONE = 0.78
/** The same of so few words. */
const FEW = 3
const LEAST_OF_FEW = 0.9
const LEAST_OF_ALL = 0.55
/** The same of two words of content, in fewer than make a sentence. */
const LEAST_OF_TWO = 0.75
const LEAST_CONTENT = 0.7
/** With more of them one may be misremembered if the others weigh this much; of three only in a whole sentence. */
const LEAST_BUT_ONE = 0.5
const SENTENCE = 6
/** Of so many words two of content have to stand in their order. */
const SHORT = 4
/** By how many words a wording may be drawn out: "severe sanctions", "severe economic sanctions". */
const slackOf = (content: number, length: number) =>
  content === 2 ? Math.max(1, Math.floor(length / 3)) : content === 3 ? Math.max(3, length) : 2 * content
/** How far before its first word of content a statement may be denied, in words. */
const DENIAL_REACH = 3
const NONE: Alignment = { coverage: 0, fits: 'no' }

/**
 * Holds a remembered wording against what somebody said: the shorter it is, the more of it has to stand there, and the
 * closer together. Words spread over a statement are no wording of it.
 * @param words those that are asked for, in their order
 * @param said as `saidWords` gives them
 */
export function align(words: readonly AskedWord[], said: readonly Term[]): Alignment {
  const asked = withoutWeak(
    words.map((word) => (numerals.has(word.term) ? { ...word, term: plain(word.term) } : word)),
  )
  const content = asked.filter(({ stop }) => !stop)
  if (content.length === 0) return NONE
  const mean = content.reduce((sum, { weight }) => sum + weight, 0) / content.length
  const weightOf = ({ term, stop, weight }: AskedWord) =>
    !stop
      ? (weight + mean) / 2
      : mean * (fillers.has(term) ? FILLER_SHARE : weak.has(term) ? WEAK_SHARE : STOP_SHARE)
  const total = asked.reduce((sum, word) => sum + weightOf(word), 0)
  const span = asked.length * (content.length === 1 ? 1 : 2) + 2
  let best = NONE
  const wanted = new Set(content.map(({ term }) => term))
  for (let from = 0; from < said.length; from++) {
    if (!wanted.has(said[from]!.term)) continue
    const seen = look(asked, said, from, span, mean)
    // Where both are denied, the denial is shared wherever it stands.
    const denial = seen.denied ? asked.find(({ term }) => isNegation(term)) : undefined
    const found = new Set(denial ? [...seen.found, denial] : seen.found)
    const coverage = [...found].reduce((sum, word) => sum + weightOf(word), 0) / total
    if (coverage < best.coverage || !holds(seen, content, asked.length, coverage, mean)) continue
    const opposite = seen.denied !== asked.some(({ term }) => isNegation(term))
    if (coverage > best.coverage || best.fits === 'opposite')
      best = { coverage, fits: opposite ? 'opposite' : 'yes' }
  }
  return best
}

/** Verbs that one remembers for another ("want", "like") count as the small words do, where others tell more. */
function withoutWeak(asked: readonly AskedWord[]): readonly AskedWord[] {
  const light = asked.map((word) => (weak.has(word.term) ? { ...word, stop: true } : word))
  return light.some(({ stop }) => !stop) ? light : asked
}

interface Seen {
  readonly found: readonly AskedWord[]
  readonly content: number
  readonly weight: number
  /** How many words the found words of content take up there, and in what is asked for. */
  readonly length: number
  readonly askedLength: number
  readonly denied: boolean
  /** Whether two words of content stand the other way round: "the rebels beat us", "we beat the rebels". */
  readonly turned: boolean
}

/** What of a wording stands in `span` words around one of its words of content, the first of them that is there. */
function look(
  asked: readonly AskedWord[],
  said: readonly Term[],
  from: number,
  span: number,
  mean: number,
): Seen {
  const left: (AskedWord | null)[] = [...asked]
  const found: AskedWord[] = []
  let content = 0
  let weight = 0
  let last = from
  let first = asked.length
  let final = 0
  let turned = false
  // Around one word of content the small ones have to stand on the same side of it.
  const only = asked.filter(({ stop }) => !stop).length === 1 ? asked.findIndex(({ stop }) => !stop) : -1
  const take = (at: number) => {
    const { term } = said[at]!
    const place = left.findIndex(
      (word, i) =>
        word &&
        (word.term === term || (isNegation(term) && isNegation(word.term))) &&
        (only < 0 || Math.sign(i - only) === Math.sign(at - from)),
    )
    if (place < 0) return
    const word = left[place]!
    left[place] = null
    found.push(word)
    if (word.stop) return
    content++
    weight += (word.weight + mean) / 2
    last = at
    turned ||= place < final
    first = Math.min(first, place)
    final = Math.max(final, place)
  }
  for (let at = from; at < said.length && at < from + span; at++) take(at)
  // Small words may stand before the first of content.
  for (let at = from - 1; at >= 0 && at >= from - DENIAL_REACH; at--) if (said[at]!.stop) take(at)
  // Where one word of content stands, a denial further off is of something else.
  const wide = only < 0 && asked.some(({ term }) => isNegation(term))
  const denied = isDenied(said, from, last, wide)
  return { found, content, weight, length: last - from, askedLength: final - first, denied, turned }
}

/** @param wide whether a denial is looked for as far as the start of the clause: "cannot expect it to become …" */
function isDenied(said: readonly Term[], from: number, last: number, wide: boolean): boolean {
  for (let at = last; at >= 0 && at >= from - (wide ? WIDE_REACH : DENIAL_REACH); at--) {
    const { term } = said[at]!
    if (isNegation(term)) return true
    if (wide && at < from && clauseStarters.has(term)) return false
  }
  return false
}

const WIDE_REACH = 12

function holds(
  seen: Seen,
  content: readonly AskedWord[],
  words: number,
  coverage: number,
  mean: number,
): boolean {
  if (content.length === 1)
    return seen.content === 1 && coverage >= (words <= FEW ? LEAST_OF_FEW : LEAST_OF_ONE)
  if (lacksTelling(seen, content)) return false
  const share = seen.weight / (mean * content.length)
  if (seen.length > seen.askedLength + slackOf(content.length, seen.askedLength)) return false
  if (content.length === 2)
    return (
      seen.content === 2 &&
      coverage >= (words < SENTENCE ? LEAST_OF_TWO : LEAST_OF_ALL) &&
      !(seen.turned && words > content.length && words <= SHORT)
    )
  if (seen.content === content.length) return coverage >= LEAST_OF_ALL
  if (content.length === 3 && words < SENTENCE) return false
  if (seen.content === content.length - 1 && share >= LEAST_BUT_ONE && coverage >= LEAST_OF_ALL) return true
  return content.length > 3 && share >= LEAST_CONTENT
}

/** By how much one word of content has to be rarer than the next to be what a wording is known by. */
const TELLING = 1.25

/** Whether the word that a wording is known by is not there, though others have said it. */
function lacksTelling({ found }: Seen, content: readonly AskedWord[]): boolean {
  const [first, second] = [...content].sort((a, b) => b.weight - a.weight)
  if (!first || !second || first.weight < TELLING * second.weight) return false
  return first.known && !found.includes(first)
}
