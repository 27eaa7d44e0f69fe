import { whenQuestions as english } from '../../language/en/events.js'
import { type Sense, senseAt, type Word, type Wording, wordsOf } from './event-words.js'

/** One thing that a question names. */
export interface Concept {
  readonly key: string
  readonly wordings: readonly Wording[]
  readonly isEvent: boolean
}

/** What a question asks the day of: what happened, to whom or by whom, and what else it names. */
export interface AskedEvent {
  readonly predicate: Concept
  /** Whether it is put as a clause ("the rig sank"), not as a name ("the sinking of the rig"). */
  readonly isClause: boolean
  /** Whose event it is: the last words of its subject; empty where it has none, or only a pronoun. */
  readonly subject: readonly Concept[]
  /** Whether the subject is whom it was done to. */
  readonly passive: boolean
  /** Whether an object follows the verb. */
  readonly transitive: boolean
  /** All else that it names, the other words of the subject among them. */
  readonly others: readonly Concept[]
}

interface Unit extends Sense {
  readonly words: readonly Word[]
  readonly stop: boolean
}

/**
 * Reads what is asked as an event; null where it names none ("geneva").
 * @param topic the question without its opening
 * @param opening "when did", in lower case; its auxiliary tells the form of the verb
 */
export function askedEvent(topic: string, opening: string): AskedEvent | null {
  const units = unitsOf(wordsOf(topic).filter(({ lower }) => !english.fillers.has(lower)))
  const at = verbAt(units, opening)
  const isClause = at !== null
  const predicate = at ?? nominalAt(units)
  if (predicate === null) return null
  const subject = isClause ? units.slice(0, predicate) : []
  const heads = headsOf(subject)
  const named = units.filter((unit, i) => i !== predicate && !isHelper(unit, units[i + 1]))
  const chosen = units[predicate]!
  return {
    predicate: conceptOf(chosen),
    isClause,
    subject: heads.map(conceptOf),
    passive: isClause && isPassiveForm(units, predicate, opening),
    transitive: isClause && hasObject(units, predicate),
    others: named.filter((unit) => !heads.includes(unit)).map(conceptOf),
  }
}

const conceptOf = ({ words, wordings, isEvent }: Unit): Concept => ({
  key: words.map(({ term }) => term).join(' '),
  wordings,
  isEvent,
})

function unitsOf(words: readonly Word[]): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < words.length; ) {
    const sense = senseAt(words, at)
    const own = words.slice(at, at + sense.length)
    units.push({ ...sense, words: own, stop: sense.length === 1 && own[0]!.stop && !english.lightVerbs.has(own[0]!.term) })
    at += sense.length
  }
  return units
}

const lowerOf = ({ words }: Unit) => words[0]!.lower
/** A word that tells of nothing by itself: "got" of "got shot", "meant" of "meant to start", "start" of "start leaving". */
function isHelper(unit: Unit, next: Unit | undefined): boolean {
  if (unit.stop || isAuxiliary(unit) || english.getting.has(lowerOf(unit))) return true
  if (next === undefined) return false
  return (english.meaning.has(lowerOf(unit)) && lowerOf(next) === 'to') || isAspect(unit, next)
}

const isAspect = (unit: Unit, next: Unit | undefined) =>
  unit.length === 1 &&
  english.aspect.has(unit.words[0]!.term) &&
  next !== undefined &&
  next.isEvent &&
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
    const finite = english.pastForms.test(lower) || english.irregularPast.has(lower)
    const to = before && lowerOf(before) === 'to'
    const got = before && english.getting.has(lowerOf(before))
    if (!unit.isEvent) {
      // "When did the jury NAIL him": between a subject and an object only a verb can stand.
      const between = doing && at + 1 < units.length && !units[at + 1]!.stop && before && !before.stop
      if (behindPronoun && doing) return at
      if (between && units.slice(at + 1).every((other) => !other.isEvent) && at >= units.length - 2) return at
      if (!(got && finite)) continue
    }
    if (unit.length === 1 && english.lightVerbs.has(unit.words[0]!.term) && goesOn(units, at)) continue
    if (doing && /(?:[^s]s|ion|ment)$/.test(lower) && unit.length === 1 && !to) continue
    const aspect = before !== undefined && isAspect(before, unit)
    if (aspect) return at
    if (being && unit.length === 1 && !finite && !lower.endsWith('ing') && !to) continue
    if (!doing && !being && unit.length === 1 && !finite && !/(?:[^s]s|ing)$/.test(lower) && !behindPronoun && !to)
      continue
    // "Meant to START", "stopped FLOWING": what is meant or stops is what is asked about.
    return at
  }
  return null
}

/** Whether a verb of every trade is followed by a participle that says what it was: "got SHOT". */
function goesOn(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]
  return (
    next !== undefined &&
    next.isEvent &&
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

function isPassiveForm(units: readonly Unit[], at: number, opening: string): boolean {
  const lower = lowerOf(units[at]!)
  const participle = english.pastForms.test(lower) || english.irregularPast.has(lower)
  const got = units.slice(0, at).some((unit) => english.getting.has(lowerOf(unit)))
  return participle && (english.being.test(opening) || got)
}

/** Whether a noun follows the verb without a preposition before it. */
function hasObject(units: readonly Unit[], at: number): boolean {
  const behind = units.slice(at + 1).find((unit) => !english.determiners.has(lowerOf(unit)))
  return behind !== undefined && !behind.stop
}

/** What follows a subject: some verb in "-ing" form or behind "to". */
const VERB: Unit = {
  length: 1,
  isEvent: true,
  wordings: [],
  words: [{ term: '', lower: 'to', start: 0, end: 0, stop: true }],
  stop: true,
}

/** The nouns that a subject is about: its last word, and the one before "and". */
function headsOf(subject: readonly Unit[]): Unit[] {
  const ends = subject.flatMap((unit, at) => (lowerOf(unit) === 'and' ? [at] : []))
  const parts = [...ends, subject.length].map((end, i) => subject.slice(i === 0 ? 0 : ends[i - 1]! + 1, end))
  return parts.flatMap(
    (part) =>
      part
        .filter((unit, at) => !isHelper(unit, part[at + 1] ?? VERB))
        .at(-1) ?? [],
  )
}
