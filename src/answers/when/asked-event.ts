import { whenQuestions as english } from '../../language/en/dates/events.js'
import {
  isEvent,
  isRole,
  lexicon,
  membersIn,
  type TextWord,
  wordsOf,
} from '../passage-qa/question/lexicon.js'

/** One thing that a question names. */
export interface Concept {
  readonly key: string
}

/** What a question asks the day of: what happened, to whom or by whom, and what else it names. */
export interface AskedEvent {
  readonly predicate: Concept
  /** Whether it is put as a clause ("the rig sank"), not as a name ("the sinking of the rig"). */
  readonly isClause: boolean
  /** Whose event it is: the last words of its subject; empty where it has none, or only a pronoun. */
  readonly subject: readonly Concept[]
  /** The other words of the subject, such as a first name. */
  readonly names: readonly Concept[]
  /** Whether the subject is whom it was done to. */
  readonly passive: boolean
  /** Whether nothing tells if the subject did it or suffered it: "when ministers sacked". */
  readonly either: boolean
  /** Whether it is asked when somebody said something. */
  readonly saying: boolean
  /** Whether an object follows the verb. */
  readonly transitive: boolean
  /** All else that it names, the other words of the subject among them. */
  readonly others: readonly Concept[]
}

/** Of more words it is a sentence that tells of something, and not the name of what is asked about. */
const MOST_WORDS = 14

/** One word of a question, or several that mean one thing ("step down"). */
interface Unit {
  readonly words: readonly TextWord[]
  /** How many words. */
  readonly length: number
  /** Whether it tells of something that happens. */
  readonly isEvent: boolean
  readonly stop: boolean
}

/**
 * Reads what is asked as an event; null where it names none ("geneva").
 * @param topic the question without its opening
 * @param opening "when did", in lower case; its auxiliary tells the form of the verb
 */
export function askedEvent(topic: string, opening: string): AskedEvent | null {
  const words = wordsOf(topic).filter(({ word }) => !english.fillers.has(word))
  const particle = particleOf(topic, opening)
  const units = unitsOf(particle ? [...words.slice(0, -1), ...wordsOf(particle)] : words)
  const at = particle && units.length > 1 ? units.length - 1 : verbAt(units, opening)
  const isClause = at !== null
  const predicate = at ?? nominalAt(units)
  if (predicate === null || words.length > MOST_WORDS) return null
  // "When will the answer COME": the answer is what is asked about.
  const verb = units[predicate]!
  if (
    isClause &&
    predicate === units.length - 1 &&
    verb.length === 1 &&
    english.happening.has(verb.words[0]!.term)
  )
    return null
  const heads = isClause ? headsOf(units, predicate) : []
  const named = units.filter((unit, i) => i !== predicate && !isHelper(unit, units[i + 1]))
  const chosen = units[predicate]!
  return {
    predicate: conceptOf(chosen),
    isClause,
    subject: heads.map(conceptOf),
    names: isClause
      ? named.filter((unit) => units.indexOf(unit) < predicate && !heads.includes(unit)).map(conceptOf)
      : [],
    passive: isClause && isPassiveForm(units, predicate, opening),
    either:
      isClause &&
      !english.doing.test(opening) &&
      !english.being.test(opening) &&
      isParticiple(chosen) &&
      !hasObject(units, predicate),
    saying: isClause && verb.length === 1 && english.saying.has(verb.words[0]!.term),
    transitive: isClause && hasObject(units, predicate),
    others: named.filter((unit) => !heads.includes(unit)).map(conceptOf),
  }
}

/** The verb that the last word of a question stands for: "is the war OVER". */
function particleOf(topic: string, opening: string): string | undefined {
  if (!english.being.test(opening) && !english.being.test(topic)) return undefined
  const words = wordsOf(topic)
  // "Were they LET OUT": a verb of its own with its particle.
  const isPhrase = words.length > 1 && senseAt(words, words.length - 2).length > 1
  return isPhrase ? undefined : english.particles.get(words.at(-1)?.word ?? '')
}

/** The question with the verb that its words stand for: "the war be END", "Hale TAKE OFFICE mayor" for "become mayor". */
export function withVerb(topic: string, opening: string): string {
  const became = english.becoming.exec(topic)
  if (became) {
    const behind = topic.slice(became.index + became[0].length)
    const isOffice = membersIn(wordsOf(behind)).some(({ member }) => isRole(member.of))
    if (isOffice) return `${topic.slice(0, became.index)}${english.takingOffice}${behind}`
  }
  const particle = particleOf(topic, opening)
  const last = wordsOf(topic).at(-1)
  return particle && last && last.start > 0 ? `${topic.slice(0, last.start)}${particle}` : topic
}

/** The question without what only says that it was planned: "the shows MEANT TO start". */
export const withoutPlan = (topic: string): string => topic.replace(english.plannedTo, '')

const conceptOf = ({ words }: Unit): Concept => ({ key: words.map(({ term }) => term).join(' ') })

/** What the words from `at` on mean: as the longest phrase that the synonym classes know, else as one word. */
function senseAt(words: readonly TextWord[], at: number): Pick<Unit, 'length' | 'isEvent'> {
  const { term } = words[at]!
  const found = (lexicon().byFirst.get(term) ?? []).filter(({ terms }) =>
    terms.every((term, i) => words[at + i]?.term === term),
  )
  const length = found.reduce((most, { terms }) => Math.max(most, terms.length), 1)
  // A verb of every trade ("get", "take") says what its object says.
  if (length === 1 && english.lightVerbs.has(term) && at < words.length - 1) return { length, isEvent: true }
  const told = found.filter(({ terms }) => terms.length === length)
  // What a word says itself tells more than what it may say by the way.
  const same = told.filter(({ closeness }) => closeness === 'same')
  return { length, isEvent: (same.length > 0 ? same : told).some(({ of }) => isEvent(of)) }
}

function unitsOf(words: readonly TextWord[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < words.length; ) {
    const sense = senseAt(words, at)
    const own = words.slice(at, at + sense.length)
    units.push({
      ...sense,
      words: own,
      stop: sense.length === 1 && own[0]!.stop && !english.lightVerbs.has(own[0]!.term),
    })
    at += sense.length
  }
  return units
}

const lowerOf = ({ words }: Unit) => words[0]!.word
/** A word that tells of nothing by itself: "got" of "got shot", "meant" of "meant to start", "start" of "start leaving". */
function isHelper(unit: Unit, next: Unit | undefined): boolean {
  if (unit.stop || isAuxiliary(unit) || english.getting.has(lowerOf(unit))) return true
  if (next === undefined) return false
  return (english.meaning.has(lowerOf(unit)) && lowerOf(next) === 'to') || isAspect(unit, next)
}

const isAspect = (unit: Unit, next: Unit | undefined) =>
  unit.length === 1 &&
  english.aspect.has(unit.words[0]!.term) &&
  next?.isEvent === true &&
  lowerOf(next).endsWith('ing')

const isAuxiliary = (unit: Unit) => unit.length === 1 && english.auxiliaries.has(lowerOf(unit))

/** The verb of a question: the first that may be one behind a subject; null where there is none. */
function verbAt(units: readonly Unit[], opening: string): number | null {
  const doing = english.doing.test(opening)
  const being = english.being.test(opening)
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!
    const before = units[at - 1]
    if (unit.stop || isAuxiliary(unit)) continue
    if (at > 0 && isHelper(unit, units[at + 1]) && !english.getting.has(lowerOf(unit))) continue
    const lower = lowerOf(unit)
    const behindPronoun = before !== undefined && english.pronouns.has(lowerOf(before))
    if (at === 0 || (before && english.determiners.has(lowerOf(before)))) continue
    const determined = units.slice(0, at).some((one) => english.determiners.has(lowerOf(one)))
    if (english.nounsInIng.has(lower) && !behindPronoun && (determined || !being)) continue
    if (!units.slice(0, at).some(isNominal)) continue
    const finite = english.pastForms.test(lower) || english.irregularPast.has(lower)
    const to = before && lowerOf(before) === 'to'
    const got = before && english.getting.has(lowerOf(before))
    if (!unit.isEvent) {
      if (behindPronoun && doing) return at
      if (doing && before && !before.stop && standsBetween(units, at)) return at
      // "When was the firm FOUNDED", "when the king CROWNED": a participle at the end.
      const isLast = at === units.length - 1 && !doing && before && !before.stop
      if (!(finite && (got || (isLast && english.pastForms.test(lower))))) continue
    }
    if (unit.length === 1 && english.lightVerbs.has(unit.words[0]!.term) && goesOn(units, at)) continue
    if (doing && /(?:[^s]s|ion|ment)$/.test(lower) && unit.length === 1 && !to) continue
    const aspect = before !== undefined && isAspect(before, unit)
    if (aspect) return at
    if (being && unit.length === 1 && !finite && !lower.endsWith('ing') && !to) continue
    // Without an opening, a plural noun ("the lake talks") looks like a verb but for the object behind it.
    const next = units[at + 1]
    const verbal =
      finite || lower.endsWith('ing') || (/[^s]s$/.test(lower) && next !== undefined && !next.stop)
    // So does a name of two nouns ("phone call"), where a verb with its particle ("step down") is none.
    const compound = unit.length > 1 && !english.verbParticles.has(unit.words.at(-1)!.word)
    if (!doing && !being && (unit.length === 1 || compound) && !verbal && !behindPronoun && !to) continue
    // "Meant to START", "stopped FLOWING": what is meant or stops is what is asked about.
    return at
  }
  return null
}

/** "When did the jury NAIL him", "FILE the motion": between a subject and an object only a verb can stand. */
function standsBetween(units: readonly Unit[], at: number): boolean {
  const behind = units.slice(at + 1)
  if (behind.length > 1 && english.determiners.has(lowerOf(behind[0]!))) return behind.length === 2
  return behind.length === 1 && !behind[0]!.stop && !behind[0]!.isEvent
}

/** Whether a word may be what a subject is about: no determiner, and no participle beside one ("the written"). */
function isNominal(unit: Unit): boolean {
  const lower = lowerOf(unit)
  if (english.pronouns.has(lower)) return true
  return (
    !unit.stop &&
    !english.determiners.has(lower) &&
    !english.pastForms.test(lower) &&
    !english.irregularPast.has(lower)
  )
}

/** Whether a verb of every trade is followed by a participle that says what it was: "got SHOT". */
function goesOn(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]
  return (
    next?.isEvent === true &&
    english.getting.has(lowerOf(units[at]!)) &&
    (english.pastForms.test(lowerOf(next)) || english.irregularPast.has(lowerOf(next)))
  )
}

/** The noun that tells of an event: the last one; null for none. */
function nominalAt(units: readonly Unit[]): number | null {
  const at = units.findLastIndex((unit) => unit.isEvent && !unit.stop && !isAuxiliary(unit))
  if (at < 0 || english.lightVerbs.has(units[at]!.words[0]!.term)) return null
  return at
}

function isParticiple(unit: Unit): boolean {
  const lower = lowerOf(unit)
  return english.pastForms.test(lower) || english.irregularPast.has(lower)
}

function isPassiveForm(units: readonly Unit[], at: number, opening: string): boolean {
  const participle = isParticiple(units[at]!)
  const got = units.slice(0, at).some((unit) => english.getting.has(lowerOf(unit)))
  return participle && (english.being.test(opening) || got)
}

/** Whether a noun follows the verb without a preposition before it. */
function hasObject(units: readonly Unit[], at: number): boolean {
  const behind = units.slice(at + 1).find((unit) => !english.determiners.has(lowerOf(unit)))
  return behind !== undefined && !behind.stop
}

/** The nouns that the subject before a verb is about: its last word, and the one before "and". */
function headsOf(units: readonly Unit[], verb: number): Unit[] {
  const subject = units.slice(0, verb)
  const ends = [...subject.flatMap((unit, at) => (lowerOf(unit) === 'and' ? [at] : [])), verb]
  return ends.flatMap((end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1
    return (
      subject
        .slice(from, end)
        .filter((unit, at) => !isHelper(unit, units[from + at + 1]))
        .at(-1) ?? []
    )
  })
}
