/** A topic of `/compare` read as a question: what is measured, and of whom or what, where and when. */
import type { QueryTerm } from '../../archive/contract/archive.js'
import type { Measure } from '../../language/comparing.js'
import { comparing as english } from '../../language/en/questions/comparing.js'
import { synonymClasses } from '../../language/en/synonyms/index.js'
import { lexicon } from '../../language/en/words/lexicon.js'
import { search } from '../../language/en/words/search.js'
import { Analyzer } from '../../text/terms.js'

export interface ComparedTopic {
  /** What is measured; null where the topic asks for no figure. */
  readonly measure: Measure | null
  /** Whether the words ask for a figure, rather than naming what may be counted ("hostages"). */
  readonly isAsked: boolean
  /** What it is asked of: all of it must be there. */
  readonly scope: readonly QueryTerm[]
  /** Who or what is counted, where the topic says so: "how many TURTLES died". */
  readonly counted: QueryTerm | null
  /** Whether so much in a time is asked for. */
  readonly perTime: boolean
  /** The words that a sentence tells the figure with, as terms; empty where there need be none. */
  readonly told: ReadonlySet<string>
}

const analyzer = new Analyzer()

export function readTopic(topic: string): ComparedTopic {
  const text = ` ${withoutGeneric(
    topic
      .toLowerCase()
      .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
      .trim(),
  )} `
  const cued = longestCue(text)
  const noun = countedNoun(text)
  const counted = cued ? null : (noun ?? pluralAtEnd(text))
  const measure = cued?.measure ?? (counted ? measureOf(counted) : null)
  const rest = cued && !cued.kept ? text.replace(` ${cued.cue} `, ' ') : text
  const words = rest.split(' ').filter((word) => word && !english.empty.has(word))
  const scope = words.filter((word) => !search.stopWords.has(word) && word !== counted)
  // "Compensation FUND": of a thing that has its figure, the word for it stands beside that.
  const named = cued?.kept ? words.slice(-1) : []
  const told = new Set(
    (named.length > 0 ? named : (measure?.told ?? [])).flatMap((word) => analyzer.distinct(word).slice(0, 1)),
  )
  const [counts = null] =
    cued && noun && !english.empty.has(noun) && !cued.cue.split(' ').includes(noun) ? termOf(noun) : []
  return {
    measure,
    counted: counts,
    perTime: PER_TIME.test(text),
    isAsked: cued !== null || noun !== null,
    scope: scope.flatMap(termOf),
    told,
  }
}

/** "Funding amounts" ask for no more than "funding"; a topic of one word stays as it is. */
function withoutGeneric(text: string): string {
  const cut = text.lastIndexOf(' ')
  return cut > 0 && english.generic.has(text.slice(cut + 1)) ? text.slice(0, cut) : text
}

/** What is counted: "how many TURTLES died", and of two nouns the one that is counted: "number of loan APPLICATIONS". */
function countedNoun(text: string): string | null {
  const counting = english.counting.exec(text.trim())
  const noun = counting?.groups?.noun
  if (!counting || !noun) return null
  const [next = ''] = text.trim().slice(counting[0].length).trim().split(' ')
  return !isPlural(noun) && isPlural(next) ? next : noun
}

const isPlural = (word: string) => english.people.has(word) || lexicon().get(word)?.startsWith('S') === true

const PER_TIME = / (?:(?:per|a|an|each|every) (?:day|hour|week|month|year)|daily) /

/** The longest cue that the words hold, with what it asks for. @returns kept: whether it names a thing as well ("bail") */
function longestCue(text: string): { measure: Measure; cue: string; kept: boolean } | null {
  let best: { measure: Measure; cue: string; kept: boolean } | null = null
  const [, kinds = null] = english.asking.find(([asks]) => asks.test(text)) ?? []
  for (const measure of english.measures) {
    if (kinds && !kinds.has(measure.quantity)) continue
    for (const given of measure.cues) {
      const kept = given.startsWith('+')
      const cue = kept ? given.slice(1) : given
      if (holds(text, cue, kept) && weightOf(cue) > (best ? weightOf(best.cue) : 0))
        best = { measure, cue, kept }
    }
  }
  return best
}

/** Whether a topic holds a cue; what is a thing as well must be what the topic is about: "bail", "bail for Meer". */
function holds(text: string, cue: string, isHead: boolean): boolean {
  const at = text.indexOf(` ${cue} `)
  if (at < 0 || !isHead) return at >= 0
  const [next = ''] = text.slice(at + cue.length + 2).split(' ')
  return next === '' || lexicon().get(next)?.startsWith('I') === true || next === 'to'
}

/** A longer cue says more; "how much" says least. */
const weightOf = (cue: string) => (english.general.has(cue) ? 1 : cue.length + 1)

/** "UK cases", "hostages": a plural that ends the topic may be counted. */
function pluralAtEnd(text: string): string | null {
  const last = text.trim().split(' ').at(-1)!
  return isPlural(last) || english.asPeople.has(last) ? last : null
}

/** A figure of any kind, of what a topic names. */
export const ofAnyKind = (topic: string): ComparedTopic => ({
  ...readTopic(topic),
  measure: ANY,
  isAsked: false,
  told: new Set(),
  counted: null,
  scope: topic
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word && !search.stopWords.has(word))
    .flatMap(termOf),
})

const ANY: Measure = { cues: [], quantity: 'any', told: [], nouns: [] }

/** The figure that a noun is given with. */
function measureOf(noun: string): Measure {
  const isPeople = english.people.has(noun) || english.asPeople.has(noun)
  return { cues: [], quantity: isPeople ? 'people' : 'things', told: [noun], nouns: isPeople ? [] : [noun] }
}

/** A word of the topic with what says the same. */
function termOf(word: string): QueryTerm[] {
  const [term] = analyzer.distinct(word)
  if (!term) return []
  const synonyms: Record<string, number> = {}
  for (const { same, near } of classesOf(word, term)) {
    add(synonyms, same, SAME)
    add(synonyms, near, ALMOST)
  }
  delete synonyms[term]
  return [{ term, synonyms }]
}

const SAME = 0.8
const ALMOST = 0.4

function add(to: Record<string, number>, members: readonly string[], share: number): void {
  for (const member of members) {
    const [term, ...more] = analyzer.distinct(member)
    if (term && more.length === 0) to[term] = Math.max(to[term] ?? 0, share)
  }
}

type Classes = ReadonlyMap<string, { readonly same: readonly string[]; readonly near: readonly string[] }[]>
let known: Classes | undefined

/** The classes of a word: those that say the same in other words, by its own form or by its stem. */
function classesOf(word: string, term: string) {
  known ??= synonymsByTerm()
  return known.get(term) ?? known.get(word) ?? []
}

function synonymsByTerm(): Classes {
  const found = new Map<string, { same: readonly string[]; near: readonly string[] }[]>()
  for (const { same, near, everyday } of synonymClasses) {
    for (const member of [...same, ...everyday]) {
      const [term, ...more] = analyzer.distinct(member)
      if (!term || more.length > 0) continue
      const of = found.get(term) ?? []
      of.push({ same, near })
      found.set(term, of)
    }
  }
  return found
}
