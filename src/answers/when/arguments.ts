import { whenQuestions as english } from '../../language/en/dates/events.js'
import {
  child,
  children,
  doerOf,
  isPassive,
  isVerb,
  LABEL,
  objectOf,
  prepositionOf,
  type SentenceSyntax,
  subjectOf,
  subtree,
  TAG,
  undergoerOf,
} from '../../text/syntax/index.js'
import type { Part } from '../passage-qa/question/question.js'
import type { ParsedSentence } from '../passage-qa/sentences/roles.js'
import type { EventParts } from './event-parts.js'
import { clauseOf } from './event-status.js'

/** Whether a predicate is told of the one that is asked about. */
export interface ArgumentMatch {
  readonly asked: boolean
  /** How much of what the question names is the event's own or near it, by the weight of each, 0 to 1. */
  readonly share: number
  readonly features: Record<string, number>
}

/** What a word of another meaning than the asked one is worth less than: "kill" for "die". */
const SAME = 0.9

/**
 * How the subject of the question and its other parts hang together with a predicate of a sentence.
 * @param value how well the predicate says what is asked
 * @param nearby how well each part is named around the sentence
 */
export function argumentMatch(
  event: EventParts,
  parts: readonly Part[],
  { syntax, at }: ParsedSentence,
  predicate: number,
  value: number,
  nearby: Float64Array,
): ArgumentMatch {
  const places = (part: number) => at[part]!.filter(({ value }) => value >= 0.5).map(({ word }) => word)
  const holders = holdersOf(syntax, predicate, event, value)
  const named = (part: number, among: readonly number[]) =>
    places(part).some((word) => among.some((holder) => isSameName(syntax, word, holder)))
  const { subject } = event
  const partners = [...holders, ...partnersOf(syntax, predicate)]
  const own = subject.filter((part) => named(part, subject.length > 1 ? partners : holders)).length
  const asked = subject.length > 0 && own === subject.length
  const clause = clauseOf(syntax, predicate)
  const inClause = clause >= 0 ? subtree(syntax, clause) : subtree(syntax, predicate)
  const ownRange = subtree(syntax, describes(syntax, predicate) ? syntax.head[predicate]! : predicate)
  const within = (part: number, { first, last }: { first: number; last: number }) =>
    places(part).some((word) => first <= word && word <= last)
  const share = (parts: readonly number[], range: { first: number; last: number }) =>
    parts.length === 0 ? 0 : parts.filter((part) => within(part, range)).length / parts.length
  const pronoun = holders.some((holder) => {
    const tag = syntax.tag[holder]
    return tag === TAG.PRP || tag === TAG.PRP$ || tag === TAG.DT || tag === TAG.WP || tag === TAG.WDT
  })
  const definite = holders.some((holder) => syntax.tag[holder] === TAG.NN && isDefinite(syntax, holder))
  const isOther = subject.length > 0 && !asked && holders.length > 0 && !pronoun && own === 0
  // "Left the house" is no stepping down.
  const object = value < SAME && !event.transitive ? objectOf(syntax, predicate) : -1
  const otherObject =
    event.isClause && !asked && object >= 0 && !parts.some((_, part) => named(part, [object]))
  const party = subject.length > 0 && !asked && subject.every((part) => within(part, ownRange))
  let total = 0
  let sum = 0
  let missing = 1
  parts.forEach((part, i) => {
    if (i === event.predicate) return
    total += part.share
    let held = asked && subject.includes(i) ? 1 : nearby[i]!
    for (const { word, value } of at[i]!) {
      const place = isIn(ownRange, word) ? OWN : isIn(inClause, word) ? BESIDE : IN_SENTENCE
      held = Math.max(held, place * value)
    }
    sum += part.share * held
    if (held < NEARBY && part.name) missing *= NAME_MISSING
  })
  const several = [...subject, ...event.others]
  return {
    asked,
    share: total > 0 ? (missing * sum) / total : 1,
    features: {
      asked: Number(asked),
      partly: Number(own > 0 && !asked),
      other: Number(isOther && !party),
      definite: Number(isOther && definite),
      pronoun: Number(!asked && pronoun),
      nobody: Number(subject.length > 0 && holders.length === 0),
      otherObject: Number(otherObject),
      owned: Number(isOther && holders.every((holder) => isOwned(syntax, holder))),
      party: Number(party),
      noSubject: Number(subject.length === 0),
      own: share(several, ownRange),
      clause: share(several, inClause),
      sentence: share(several, { first: 0, last: syntax.words.length }),
    },
  }
}

/** What a thing counts by where it stands: it is what the event is about, or is named in its clause or its sentence. */
const OWN = 1
const BESIDE = 0.8
const IN_SENTENCE = 0.55
/** What is worth less stands neither in the passage nor in its headline. */
const NEARBY = 0.4
/** What is left where a name of the question is nowhere near. */
const NAME_MISSING = 0.6

const isIn = ({ first, last }: { first: number; last: number }, word: number) => first <= word && word <= last

const describes = (syntax: SentenceSyntax, predicate: number) => {
  const label = syntax.label[predicate]
  return label === LABEL.acl || label === LABEL['acl:relcl']
}

/** The nouns that the event is of: whoever does it or suffers it; of a noun what it is the noun of. */
function holdersOf(
  syntax: SentenceSyntax,
  predicate: number,
  { passive, either, transitive }: EventParts,
  value: number,
): number[] {
  const found: number[] = []
  if (isVerb(syntax, predicate) || child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass) >= 0) {
    const undergoer = undergoerOf(syntax, predicate)
    const doer = doerOf(syntax, predicate)
    // What is done to somebody is theirs who suffer it: "killed him" of a death, "sacked him" of a resignation.
    if (
      passive ||
      (either && undergoer >= 0) ||
      isPassive(syntax, predicate) ||
      (value < SAME && !transitive && undergoer >= 0)
    ) {
      if (undergoer >= 0) found.push(undergoer)
    } else if (doer >= 0) found.push(doer)
    found.push(...antecedents(syntax, predicate, found, passive), ...setOff(syntax, predicate))
    return found.flatMap((word) => [word, ...alike(syntax, word)])
  }
  for (const i of children(syntax, predicate)) {
    const label = syntax.label[i]!
    if (label === LABEL['nmod:poss']) found.push(i)
    if (label === LABEL.nmod && !isTime(syntax, i) && /^(?:of|by)$/.test(prepositionOf(syntax, i)))
      found.push(i)
  }
  const named = children(syntax, predicate).filter(
    (i) => (syntax.label[i] === LABEL.compound || syntax.label[i] === LABEL.nmod) && !isTime(syntax, i),
  )
  if (found.length === 0)
    found.push(...named.filter((i) => syntax.tag[i] === TAG.NNP || syntax.label[i] === LABEL.compound))
  // "The dead well", "suspended officer": the noun that it describes.
  const label = syntax.label[predicate]
  if (found.length === 0 && (label === LABEL.amod || label === LABEL.compound))
    found.push(syntax.head[predicate]!)
  // "The firm ISSUED a recall", "the storm MADE landfall": whose noun it is stands beside the verb.
  if (found.length === 0 && label === LABEL.dobj) {
    const doer = doerOf(syntax, syntax.head[predicate]!)
    if (doer >= 0) found.push(doer)
  }
  return found.flatMap((word) => [word, ...alike(syntax, word)])
}

const RELATIVES = new Set<number>([TAG.WDT, TAG.WP])

/**
 * "The mission, in the town, THAT WAS CLOSED", "the treaty CLOSED in May", "the plan that ministers MADE PUBLIC": the nouns
 * before a relative clause, each of which it may tell of.
 */
function antecedents(
  syntax: SentenceSyntax,
  predicate: number,
  held: readonly number[],
  passive: boolean,
): number[] {
  const clause = syntax.label[predicate] === LABEL.xcomp ? syntax.head[predicate]! : predicate
  const head = syntax.head[clause]!
  const pronoun = held.find((word) => RELATIVES.has(syntax.tag[word]!))
  const isOfNoun = head >= 0 && head < clause && NAMES.has(syntax.tag[head]!)
  if (pronoun === undefined && !isOfNoun) return []
  // With a subject of its own it tells of what the noun suffers.
  const isReduced = held.length === 0 && syntax.tag[clause] === TAG.VBN
  if (pronoun === undefined && !isReduced && !(passive && objectOf(syntax, clause) < 0)) return []
  const nouns: number[] = []
  const from = pronoun ?? head + 1
  for (let at = from - 1; at >= 0 && nouns.length < MOST_NOUNS && !isVerb(syntax, at); at--)
    if (NAMES.has(syntax.tag[at]!)) nouns.push(at)
  return nouns
}

const NAMES = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS])
const MOST_NOUNS = 4

/** What may stand between a subject and its verb: "has", "then". */
const HELPERS = new Set<number>([TAG.MD, TAG.RB, TAG.VBZ, TAG.VBP, TAG.VBD])
const FINITE = new Set<number>([TAG.VBD, TAG.VBZ, TAG.VBP])
/** So many words before a verb are looked through for its subject. */
const MOST_BETWEEN = 25

/**
 * "Harbour Bank, based in Orsk, Norway, COLLAPSED": the nouns that only what stands between commas parts from their verb, which
 * a parse often takes for something else. None behind a preposition.
 */
function setOff(syntax: SentenceSyntax, predicate: number): number[] {
  const { words, tag } = syntax
  let comma = predicate - 1
  while (comma > 0 && HELPERS.has(tag[comma]!)) comma--
  if (words[comma] !== ',') return []
  const found: number[] = []
  for (let at = comma - 1; at > 0 && comma - at <= MOST_BETWEEN; at--) {
    if (RELATIVES.has(tag[at]!)) continue
    // With a verb of its own it is a clause beside the other, but for a relative one.
    if (FINITE.has(tag[at]!) && !RELATIVES.has(tag[at - 1]!)) break
    if (words[at] === ',' && NAMES.has(tag[at - 1]!) && !isBehindPreposition(syntax, at - 1))
      found.push(at - 1)
  }
  return found
}

const OF_NOUN = new Set<number>([...NAMES, TAG.JJ, TAG.DT, TAG.CD, TAG.POS, TAG['PRP$']])

function isBehindPreposition({ tag }: SentenceSyntax, noun: number): boolean {
  let at = noun - 1
  while (at >= 0 && OF_NOUN.has(tag[at]!)) at--
  return at >= 0 && (tag[at] === TAG.IN || tag[at] === TAG.TO)
}

const isTime = (syntax: SentenceSyntax, word: number) =>
  /^\d+$/.test(syntax.words[word]!) ||
  english.calendar.has(syntax.words[word]!.toLowerCase().replace(/\.$/, ''))

/** What is coordinated with a noun, or stands in apposition to it. */
function alike(syntax: SentenceSyntax, word: number): number[] {
  return children(syntax, word).filter(
    (i) => syntax.label[i] === LABEL.conj || syntax.label[i] === LABEL.appos,
  )
}

/** "The singer": one who was spoken of; not "a singer", nor "her father". */
function isDefinite(syntax: SentenceSyntax, noun: number): boolean {
  return children(syntax, noun).some(
    (i) => syntax.label[i] === LABEL.det && /^(?:the|this|that)$/i.test(syntax.words[i]!),
  )
}

/** "Her son", "the mayor's office": a noun of somebody's. */
const isOwned = (syntax: SentenceSyntax, noun: number) =>
  NOUNS.has(syntax.tag[noun]!) && child(syntax, noun, LABEL['nmod:poss']) >= 0

const NOUNS = new Set<number>([TAG.NN, TAG.NNS])

/** All whom a verb has for parties: its subject, its object, and what else hangs on it. */
function partnersOf(syntax: SentenceSyntax, predicate: number): number[] {
  const others = children(syntax, predicate).filter((i) => syntax.label[i] === LABEL.nmod)
  return [subjectOf(syntax, predicate), objectOf(syntax, predicate), ...others].filter((word) => word >= 0)
}

/** Whether a word is a noun itself or a part of its name, and not the owner of it ("Hale's son"). */
function isSameName(syntax: SentenceSyntax, word: number, holder: number): boolean {
  for (let at = word; at >= 0; at = syntax.head[at]!) {
    if (at === holder) return true
    const label = syntax.label[at]
    if (label !== LABEL.compound && label !== LABEL.amod && label !== LABEL.appos && label !== LABEL.conj)
      return false
  }
  return false
}
