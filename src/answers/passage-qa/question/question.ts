import type { PassageHit, PassageResult, QueryTerm } from '../../../archive/contract/archive.js'
import { figureWords } from '../../../language/en/questions/figure-words.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { LEAST_ALIKE, neighboursOf, similaritiesTo } from '../../../text/vectors.js'
import { type QuestionShape, shapeOf } from '../../questions/question-shape.js'
import { type AskedRoles, askedRoles } from '../sentences/roles.js'
import { wordPairs } from '../sentences/similarity.js'
import { type QuestionTerms, readQuestion } from './analyzed-question.js'
import { type AskedFigure, askedFigure } from './asked-figure.js'
import { isRole, lexicon, membersIn, nameOfClass, oppositesOf, type TextWord, wordsOf } from './lexicon.js'
import { tokensOf } from './phrases.js'
import type { Concept, Match, Understood } from './understood.js'

/** A concept with what the archive knows of it. */
export interface Part extends Concept {
  /** Its share of the question's weight, 0 to 1. */
  readonly share: number
  /** Whether it names somebody or something: only itself can stand for it. */
  readonly name: boolean
  /** Whether no article holds it, nor what says the same. */
  readonly unknown: boolean
}

export interface AnalyzedQuestion extends QuestionTerms {
  readonly parts: readonly Part[]
  readonly current: boolean
  /** Whether it asks for what has happened. */
  readonly past: boolean
  /** Whether it is put as print has it, with capital, mark and much detail: its words are likelier the articles'. */
  readonly careful: boolean
  /** What figure is asked for; null for none. */
  readonly figure: AskedFigure | null
  readonly roles: AskedRoles
  /** Whether the noun that tells what is asked for is of people. */
  readonly humanFocus: boolean
  /** Its pairs of words, see `wordPairs`. */
  readonly pairs: ReadonlySet<string>
  readonly matcher: Matcher
  /** The words of a text, which are worked out once for each question. */
  readonly wordsOf: (text: string) => readonly TextWord[]
}

const NEAR = 0.55

/** What a question says, before any article is looked at. */
export function understand(question: string): Understood {
  const text = question.replace(english.fillers, ' ').replace(/\s+/g, ' ').trim() || question
  const shape = shapeOf(text)
  const words = wordsOf(text)
  const lower = text.toLowerCase()
  const tags = new Map(tokensOf(lower).map(({ start, tag }) => [start, tag]))
  const found = membersIn(words)
  const longest = new Map<number, number>()
  for (const { from, to, member } of found) {
    const last = member.terms.length > 1 && to === from + 1 ? from + 1 : to
    if (member.terms.length > 1) longest.set(from, Math.max(longest.get(from) ?? 0, last))
  }
  const concepts: Concept[] = []
  for (let at = 0; at < words.length; at++) {
    const phraseEnd = longest.get(at) ?? 0
    const word = words[at]!
    const phrase =
      phraseEnd > 0 &&
      word.word !== 'how' &&
      word.word !== 'the' &&
      !(at === 0 && word.stop && phraseEnd - at < 2)
    const to = phrase ? Math.max(phraseEnd, at + 1) : at + 1
    const measured =
      words[at - 1]?.word === 'how' && shape.type !== 'thing' && !english.tellingMeasures.has(word.word)
    if (!phrase && ((word.stop && !isTold(words, at)) || measured)) continue
    const classes = new Map<number, number>()
    for (const { from, member } of found) {
      if (from !== at) continue
      const length = member.terms.length
      if (phrase ? length < 2 : length > 1) continue
      const value = member.closeness === 'same' ? 1 : NEAR
      classes.set(member.of, Math.max(value, classes.get(member.of) ?? 0))
    }
    // The words of a phrase may each be meant after all.
    if (phrase)
      for (const { from, to: end, member } of found)
        if (from >= at && end <= to && member.terms.length === 1 && !words[from]!.stop)
          classes.set(member.of, Math.max(NEAR * NEAR, classes.get(member.of) ?? 0))
    const own = words.slice(at, to)
    const content = own.filter(({ stop }) => !stop).map(({ term }) => term)
    const term = own.map((one) => one.term).join(' ')
    if (concepts.some((one) => one.term === term)) continue
    concepts.push({
      term,
      word: own.map((one) => one.word).join(' '),
      from: at,
      to,
      classes,
      capital: word.capital && at > 0,
      focus: own.some((one) => one.term === shape.focus),
      verb: 'VDEZG'.includes(tags.get(word.start) ?? '-'),
      phrase,
      content,
    })
    at = to - 1
  }
  const meant = typed(shape, concepts, words)
  // What a name is asked for by is no part of what is told.
  const telling = meant.named ? concepts.filter(({ word }) => !NAMES.has(word)) : concepts
  return {
    text,
    shape: meant,
    concepts: telling.length > 0 ? telling : concepts,
    words,
    current: english.current.test(question),
    past: english.past.test(text),
  }
}

/** "Who MAKES engines": a verb that says little elsewhere is all that is told of who is asked for. */
const isTold = (words: readonly TextWord[], at: number) =>
  english.tellingVerbs.has(words[at]!.word) && words[at - 1]?.word === 'who' && words.length > at + 1

/** "Which SPOOK", "what BIGWIG": who people are is asked for as a person. */
function typed(
  shape: QuestionShape,
  concepts: readonly Concept[],
  words: readonly TextWord[],
): QuestionShape {
  if (shape.type !== 'thing') return shape
  // "What was the name of the nurse", "what's the nurse's name": who is asked for.
  if (
    shape.named &&
    words.some(({ word }) => NAMES.has(word)) &&
    concepts.some((one) => isHuman(one) || PERSON.test(one.word))
  )
    return { ...shape, type: 'person', identity: false }
  if (shape.focus === null || shape.sort) return shape
  const focus = concepts.find((one) => one.focus)
  // "What were the hostages given?" asks for no hostage.
  const direct = focus && !words.slice(0, focus.from).some(({ word }) => english.auxiliaries.has(word))
  return focus && direct && isHuman(focus) ? { ...shape, type: 'person' } : shape
}

/** "Doorman", "schoolgirl". */
const PERSON = /(?:m[ae]n|girl|boy)$/
const NAMES = new Set(['name', 'names', 'named'])

const isHuman = ({ classes }: Concept) =>
  [...classes].some(([of, value]) => value === 1 && isRole(of) && !english.bodies.has(nameOfClass(of)))

const SYNONYM = 0.8
const RELATED = 0.4

/** What a word of a phrase counts beside other concepts: "finance" of "finance minister". */
const OF_PHRASE = 0.6

/** The terms to look for: every concept with what may stand for it, and the words of phrases. */
export function queryTerms({ concepts }: Understood): QueryTerm[] {
  const asked = new Set(concepts.flatMap(({ term, content }) => [term, ...content]))
  const whole = concepts.map(({ term, classes, phrase }): QueryTerm => {
    const synonyms: Record<string, number> = {}
    for (const [of, value] of classes) {
      for (const member of lexicon().classes[of]!) {
        if (member.everyday || member.terms.length > 1) continue
        const [other] = member.terms
        if (asked.has(other!)) continue
        const share = (member.closeness === 'same' ? SYNONYM : RELATED) * value
        if (share >= 0.3) synonyms[other!] = Math.max(share, synonyms[other!] ?? 0)
      }
    }
    return { term, synonyms, weight: phrase ? 0.8 : 1 }
  })
  const single = new Set(concepts.map(({ term }) => term))
  const parts = concepts
    .flatMap(({ phrase, content }) => (phrase ? content : []))
    .filter((term) => !single.has(term))
    .map((term): QueryTerm => ({ term, synonyms: {}, weight: OF_PHRASE }))
  return [...whole, ...parts]
}

/** 0 for a phrase of which no word says anything by itself ("let go"): what says the same tells how frequent it is. */
const leastOf = (counts: readonly number[]) => (counts.length > 0 ? Math.min(...counts) : 0)

/** A question of fewer concepts tells too little to be a careful one. */
const LEAST_CAREFUL = 3

const MOST_OF_MEDIAN = 2.5

/** @param spelled for the terms that no article holds, those most like them */
export function analyzeQuestion(
  understood: Understood,
  result: PassageResult,
  spelled: ReadonlyMap<string, string> = new Map(),
): AnalyzedQuestion {
  const { text, shape, concepts } = understood
  const known = new Map<string, readonly TextWord[]>()
  const wordsOnce = (one: string) => {
    const words = known.get(one) ?? wordsOf(one)
    known.set(one, words)
    return words
  }
  const named = namesAmong(
    [...concepts.filter(({ phrase }) => !phrase).map(({ term }) => term), ...spelled.values()],
    result.hits,
    wordsOnce,
  )
  const { size, frequencies } = result
  const idf = (n: number) => Math.log(1 + (size - n + 0.5) / (n + 0.5))
  const raw = concepts.map((concept) => {
    // A phrase is at most as frequent as the rarest of its words.
    const own = concept.phrase
      ? leastOf(concept.content.map((term) => frequencies[term] ?? 0))
      : (frequencies[concept.term] ?? 0)
    const synonyms = [...concept.classes].flatMap(([of, value]) =>
      value < 1
        ? []
        : lexicon()
            .classes[of]!.filter((m) => m.closeness === 'same' && m.terms.length === 1)
            .map((m) => frequencies[m.terms[0]!] ?? 0),
    )
    const most = Math.max(own, ...synonyms)
    const weight =
      own > 0 && own < size ? 0.7 * idf(own) + 0.3 * idf(most) : most > 0 ? idf(most) : 0.6 * idf(0)
    return { weight: concept.phrase ? 0.9 * weight : weight, unknown: most === 0 }
  })
  const weights = raw.map(({ weight }) => weight).sort((a, b) => a - b)
  const cap = MOST_OF_MEDIAN * (weights[weights.length >> 1] ?? 1)
  const total = raw.reduce((sum, { weight }) => sum + Math.min(weight, cap), 0) || 1
  const parts = concepts.map(
    (concept, i): Part => ({
      ...concept,
      share: Math.min(raw[i]!.weight, cap) / total,
      unknown: raw[i]!.unknown && !spelled.has(concept.term),
      name: named.get(spelled.get(concept.term) ?? concept.term) ?? concept.capital,
    }),
  )
  return {
    ...readQuestion(text, result),
    ...shape,
    parts,
    current: understood.current,
    past: understood.past,
    careful: concepts.length >= LEAST_CAREFUL && english.careful.test(text),
    figure: askedFigure(understood),
    roles: askedRoles(text, understood.words, concepts, shape.subject),
    humanFocus: concepts.some((one) => one.focus && isHuman(one)),
    pairs: wordPairs(text),
    matcher: new Matcher(parts, spelled, shape.polar && shape.type === 'other'),
    wordsOf: wordsOnce,
  }
}

const SAME_CLASS = 0.9
const NEAR_CLASS = 0.6
/** What the opposite of a state counts where it is asked whether something is so. Set by hand. */
const OPPOSITE_CLASS = 0.75
const MOST_SOFT = 0.7
const SLOPE = 1.8

const PEOPLE = 'people'
const KIND_OF_PEOPLE = 0.7

let ofPeople: readonly string[] | undefined

/** The terms of words for people of any kind. */
function peopleTerms(): readonly string[] {
  ofPeople ??= wordsOf([...figureWords.people].join(' ')).map(({ term }) => term)
  return ofPeople
}

/** Finds the parts of a question in texts. */
export class Matcher {
  /** What stands for a part, by its first term. */
  readonly #byFirst = new Map<string, Standing[]>()
  /** The words that are used like one of a part. */
  readonly #soft = new Map<string, Soft[]>()
  readonly #similarities: (word: string) => readonly number[]
  readonly #cosines = new Map<string, readonly number[]>()

  /** @param polar whether it is asked if something is so: then the opposite state is found as well */
  constructor(parts: readonly Part[], spelled: ReadonlyMap<string, string>, polar = false) {
    this.#similarities = similaritiesTo(parts.map(({ name, phrase, word }) => (name || phrase ? null : word)))
    parts.forEach((part, i) => {
      if (!part.name && !part.phrase) this.#addNeighbours(part.word, i)
      this.#add(part.term.split(' '), i, 1)
      const meant = spelled.get(part.term)
      if (meant !== undefined) this.#add([meant], i, SAME_CLASS)
      for (const [of, value] of part.classes) {
        for (const member of lexicon().classes[of]!) {
          if (member.everyday) continue
          this.#add(member.terms, i, (member.closeness === 'same' ? SAME_CLASS : NEAR_CLASS) * value)
        }
        // "How many people": workers and passengers are people.
        if (value === 1 && nameOfClass(of) === PEOPLE)
          for (const term of peopleTerms()) this.#add([term], i, KIND_OF_PEOPLE)
        if (polar && value === 1 && !part.name) this.#addOpposites(of, i)
      }
    })
  }

  #addOpposites(of: number, part: number) {
    for (const other of oppositesOf(of) ?? [])
      for (const { terms, closeness, everyday } of lexicon().classes[other]!)
        if (!everyday && closeness === 'same') this.#add(terms, part, OPPOSITE_CLASS, true)
  }

  #add(terms: readonly string[], part: number, value: number, opposite = false) {
    const first = terms[0]!
    const one: Standing = opposite ? { terms, part, value, opposite } : { terms, part, value }
    const list = this.#byFirst.get(first)
    if (list) list.push(one)
    else this.#byFirst.set(first, [one])
  }

  /** All matches in the words of a text. */
  matches(words: readonly TextWord[]): Match[] {
    const found: Match[] = []
    for (let from = 0; from < words.length; from++) {
      const { term, word, stop } = words[from]!
      if (isInTitle(words, from)) continue
      const list = this.#byFirst.get(term)
      if (list)
        for (const { terms, part, value, opposite } of list)
          if (terms.length === 1 || terms.every((one, i) => words[from + i]?.term === one)) {
            const match = { part, value, from, to: from + terms.length }
            found.push(opposite ? { ...match, opposite } : match)
          }
      if (!stop)
        for (const { part, value } of this.#softly(word)) found.push({ part, value, from, to: from + 1 })
    }
    return found
  }

  #addNeighbours(word: string, part: number) {
    for (const [other, cosine] of neighboursOf(word)) {
      const soft = { part, value: Math.min(MOST_SOFT, (cosine - LEAST_ALIKE) * SLOPE) }
      const known = this.#soft.get(other)
      if (known) known.push(soft)
      else this.#soft.set(other, [soft])
    }
  }

  /** The cosine of a word to each part that is no name; 0 to the others. */
  cosines(word: string): readonly number[] {
    const known = this.#cosines.get(word)
    if (known) return known
    const found = this.#similarities(word)
    this.#cosines.set(word, found)
    return found
  }

  #softly(word: string): readonly Soft[] {
    const found = this.#soft.get(word)
    if (found) return found
    return (word.includes('’') && this.#soft.get(word.replace('’', "'"))) || NONE
  }
}

/** "FIRST Minister": no ordinal, but a part of a title. */
const isInTitle = (words: readonly TextWord[], at: number) =>
  words[at]!.capital && at > 0 && english.ordinals.has(words[at]!.word) && words[at + 1]?.capital === true

/** Words that stand for a part of the question. */
interface Standing {
  readonly terms: readonly string[]
  readonly part: number
  readonly value: number
  readonly opposite?: true
}

interface Soft {
  readonly part: number
  readonly value: number
}
const NONE: readonly Soft[] = []

/** How well each part is matched at best. */
export function best(matches: readonly Match[], parts: number): Float64Array {
  const held = new Float64Array(parts)
  for (const { part, value } of matches) if (value > held[part]!) held[part] = value
  return held
}

/** The share of its occurrences within sentences that a term must stand in a name to be one. */
const MOSTLY = 0.7

/** Which concepts the passages write as names. */
function namesAmong(
  terms: readonly string[],
  hits: readonly PassageHit[],
  wordsOf: AnalyzedQuestion['wordsOf'],
): Map<string, boolean> {
  const asked = new Set(terms)
  const all = new Map<string, { capital: number; small: number }>()
  for (const { sentences } of hits) {
    for (const { text } of sentences) {
      for (const { term, start, capital } of wordsOf(text)) {
        if (start < 2 || !asked.has(term)) continue
        const count = all.get(term) ?? { capital: 0, small: 0 }
        if (capital) count.capital++
        else count.small++
        all.set(term, count)
      }
    }
  }
  return new Map([...all].map(([term, { capital, small }]) => [term, capital >= MOSTLY * (capital + small)]))
}
