import { leaders } from '../../../language/en/names/leaders.js'
import { offices } from '../../../language/en/names/offices.js'
import { questions as english } from '../../../language/en/questions/questions.js'
import { isRole, lexicon, type TextWord, wordsOf } from './lexicon.js'
import { type AnalyzedQuestion, best, type Part } from './question.js'

/** What a question wants to know of whom: who is the judge of a trial, who runs a bank. */
export interface RoleQuestion {
  /** The places of the question's parts that tell the role; none where it is asked who leads. */
  readonly role: readonly number[]
  /** Those that tell of whom or what: all must be told of. */
  readonly of: readonly number[]
  /** What is led, in the question's words; null where it asks for another role. */
  readonly led: string | null
  /** Whether those are asked for who are it no longer. */
  readonly former: boolean
}

/** What a question asks of whose role, without what only tells when ("in the storm"); null for any other question. */
export function roleQuestion({ text, parts }: AnalyzedQuestion): RoleQuestion | null {
  const words = wordsOf(text)
  // "The boss before him", "the doctor that found it": more is asked than a role.
  if (words.slice(1).some(({ word }) => leaders.not.has(word))) return null
  const former = leaders.asksFormer.test(text)
  const led = (leaders.asks.exec(text) ?? leaders.asksBoss.exec(text))?.groups?.led
  if (led !== undefined) {
    const from = text.lastIndexOf(led)
    const to = from + led.length
    const isLed = ({ from: first }: Part) => from <= words[first]!.start && words[first]!.start < to
    const of = parts.flatMap((part, i) => (isLed(part) ? [i] : []))
    return of.length > 0 ? { role: [], of, led, former } : null
  }
  if (!english.asksOffice.test(text)) return null
  const isPreposition = (at: number) => offices.prepositions.has(words[at]!.word)
  // Behind "who is", "who used to be".
  const lead = former ? USED_TO_BE : 1
  const first = words.findIndex((_, at) => at > lead && isPreposition(at))
  const second = first < 0 ? -1 : words.findIndex((_, at) => at > first + 1 && isPreposition(at))
  const end = first < 0 ? words.length : first
  const role = parts.flatMap((part, i) =>
    part.to === end && [...part.classes].some(([of, value]) => value > 0.5 && isRole(of)) ? [i] : [],
  )
  const named = parts.flatMap((part, i) =>
    role.length === 0 && part.to === end && offices.heads.has(part.word) ? [i] : [],
  )
  const told = [...role, ...named]
  if (told.length === 0) return null
  const of = parts.flatMap((part, i) =>
    !told.includes(i) && (second < 0 || part.from < second) && !isEmpty(part.word) ? [i] : [],
  )
  return { role: told, of, led: null, former }
}

const USED_TO_BE = 3
const isEmpty = (word: string) => offices.empty.has(word)

/** How a description ("chief executive of the bank") goes with the role and with whom or what it is asked of, 0 to 1. */
export interface RoleMatch {
  readonly role: number
  readonly of: number
  /** Whether it tells nothing but the role: "the chief executive". */
  readonly bare: boolean
}

export function roleMatch(asked: AnalyzedQuestion, wanted: RoleQuestion, description: string): RoleMatch {
  const words = wordsOf(description)
  const matches = asked.matcher.matches(words)
  const held = best(matches, asked.parts.length)
  const { role } = wanted
  const own =
    role.length > 0
      ? Math.min(...role.map((i) => heldRole(asked.parts[i]!, held[i]!, words)))
      : leads(words, wanted.former)
  const isOfRole = (at: number) =>
    matches.some(({ part, from, to }) => role.includes(part) && from <= at && at < to)
  const isOfAsked = (_: string, at: number) =>
    matches.some(
      ({ part, from, to }) => wanted.of.includes(part) && asked.parts[part]!.name && from <= at && at < to,
    )
  const only = words.every(
    ({ stop, word }, at) => stop || isOfRole(at) || leaders.heads.has(word) || offices.empty.has(word),
  )
  const asksRank = wanted.former || asked.parts.some(({ word }) => offices.ranks.has(word))
  const isRanked = words.some(({ word }) => offices.ranks.has(word.split('-', 1)[0]!))
  return {
    role: isRanked === asksRank ? own : 0,
    of: isOfBranch(description, words, isOfAsked) ? 0 : heldOf(asked, wanted, held),
    bare: only && mayBeBare(asked, wanted, own, words),
  }
}

/** Names must be held, and beside one, most other words: "foreign policy adviser", "foreign affairs adviser". */
function heldOf({ parts }: AnalyzedQuestion, { role, of }: RoleQuestion, held: Float64Array): number {
  const named = of.filter((i) => parts[i]!.name)
  const names = named.length > 0 ? named : of.filter((i) => parts[i]!.unknown)
  const others = of.filter((i) => !names.includes(i) && !leaders.heads.has(parts[i]!.word))
  // The House is no Senate, though both are parliaments.
  if (of.some((i) => leaders.chambers.has(parts[i]!.word) && held[i]! < 1)) return 0
  const mean = others.reduce((sum, i) => sum + held[i]! / others.length, 0)
  const isEnough = mean >= (role.length > 0 && names.length > 0 ? MOSTLY : 1)
  return Math.min(1, ...names.map((i) => held[i]!), others.length === 0 || isEnough ? 1 : mean)
}

/**
 * Whether the role is held in a body whose name only begins as the one asked for: "president of DPU-Harbour Staff North"
 * leads no DPU. What kind of firm it is may follow: "Seaview Motor Company".
 */
export function isOfBranch(
  description: string,
  words: readonly TextWord[],
  isAsked: (word: string, at: number) => boolean,
): boolean {
  const preposition = words.findIndex(({ word }, at) => at > 0 && offices.prepositions.has(word))
  if (preposition < 0) return false
  const told = words.map(({ word }, at) => at > preposition && isAsked(word, at))
  return told.some((isTold, at) => {
    const next = words[at + 1]
    if (!isTold || !next?.capital || next.stop || told.indexOf(true, at + 1) > 0) return false
    const gap = description.slice(words[at]!.end, next.start)
    return gap === '-' || (gap === ' ' && !leaders.firms.has(next.word))
  })
}

/** Whether a role that is told alone may be that of what the article is about: "President Berg" leads no bank. */
function mayBeBare(
  { parts }: AnalyzedQuestion,
  { role, of }: RoleQuestion,
  held: number,
  words: readonly TextWord[],
): boolean {
  if (of.length === 0) return true
  const head = words.at(-1)?.word ?? ''
  if (role.length === 0) return leaders.alone.has(head)
  const ofCountry = of.some((i) => offices.countries.has(parts[i]!.word.replace(/['’]?s$/, '')))
  return held >= 1 && (ofCountry || !offices.sole.has(head))
}

/** The share of an office's modifiers that another wording of it has. */
const MOSTLY = 0.5

function heldRole({ word, classes }: Part, held: number, words: readonly TextWord[]): number {
  if (held >= 1) return held
  // "Prosecuting" is a role and a deed: the court where it is done is nobody in that role.
  const roles = [...classes.keys()].filter(isRole)
  if (roles.length > 0 && roles.length < classes.size && !roles.some((of) => names(of, words))) return 0
  const full = offices.abbreviations.get(word)?.filter((one) => leaders.exact.has(one)) ?? []
  if (full.length > 0) return words.some((one) => full.includes(one.word)) ? held : 0
  const asked = word.split(' ').some((one) => leaders.exact.has(one))
  const other = words.some((one) => leaders.exact.has(one.word) || leaders.parts.has(one.word))
  return asked || other ? 0 : held
}

/** Whether words hold a member of a class. */
const names = (of: number, words: readonly TextWord[]) =>
  lexicon().classes[of]!.some(({ terms }) =>
    words.some((_, at) => terms.every((term, i) => words[at + i]?.term === term)),
  )

function leads(words: readonly TextWord[], former: boolean): number {
  const end = words.findIndex(({ word }, at) => at > 0 && offices.prepositions.has(word))
  const main = end < 0 ? words : words.slice(0, end)
  if (main.some(({ word }) => leaders.parts.has(word) && !(former && offices.ranks.has(word)))) return 0
  return main.slice(-2).some(({ word }) => leaders.heads.has(word)) ? 1 : 0
}
