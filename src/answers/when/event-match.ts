import {
  child,
  children,
  doerOf,
  headWithin,
  isPassive,
  isPredicate,
  isVerb,
  LABEL,
  modalityOf,
  objectOf,
  obliqueOf,
  prepositionOf,
  type SentenceSyntax,
  subjectOf,
  subtree,
  TAG,
  TAGS,
  undergoerOf,
} from '../../text/syntax/index.js'
import type { AskedEvent, Concept } from './asked-event.js'
import { SAME } from './event-words.js'
import type { SentenceWords } from './sentence-words.js'

/** How a sentence has an event: as a fact, as what is to come, as wanted or feared, or as denied. */
export type Standing = 'fact' | 'planned' | 'possible' | 'denied'

/** Where a sentence tells of the event that is asked about. */
export interface EventMatch {
  /** The word of the syntax that tells what happened. */
  readonly predicate: number
  /** How well it says what is asked, 0 to 1. */
  readonly strength: number
  readonly standing: Standing
  /** How much of what the question names is the event's own, by the weight of each, 0 to 1. */
  readonly share: number
  /**
   * Whether it is told of the one that is asked about: by name; by a word for whoever was named last ("he"), who is the
   * one; of somebody or something else; `unknown` where the sentence names nobody.
   */
  readonly whose: 'asked' | 'referred' | 'other' | 'unknown'
}

/** What stands around a sentence: how well its passage or its headline names a thing, 0 to 1. */
export interface Surroundings {
  readonly weightOf: (concept: Concept) => number
  readonly nearby: (concept: Concept) => number
  /** Whether a thing is a name, of whatever kind. */
  readonly isName: (concept: Concept) => boolean
  /** Whether a thing is somebody's name. */
  readonly isPerson: (concept: Concept) => boolean
  /** Whether the person that was named last before a place of the sentence is the one. */
  readonly spokenOf: (concept: Concept, offset: number) => boolean
  /** Whether the name at a place of the sentence, as its article has it in full, is another's ("Ann Hale" for "Joe Hale"). */
  readonly isNamesake: (offset: number) => boolean
  /** Whether a word, in lower case, tells what people are ("singer"). */
  readonly isRole: (lower: string) => boolean
}

/** What a thing counts by where it stands: it is what the event is about, or is named in its clause or its sentence. */
const OWN = 1
const BESIDE = 0.8
const IN_SENTENCE = 0.55
const REFERRED = 0.85
/** What is worth less stands neither in the passage nor in its headline. */
const NEARBY = 0.4
/** What a noun says of what is asked with a verb: "prosecution" may be those who do it. */
const AS_NOUN = 0.9
/** What is left where a name of the question is nowhere near. */
const NAME_MISSING = 0.6

/** All places of a sentence that tell of the event, best first. */
export function eventMatches(asked: AskedEvent, sentence: SentenceWords, around: Surroundings): EventMatch[] {
  const { syntax } = sentence
  return sentence
    .find(asked.predicate)
    .flatMap((place) => {
      const nodes = sentence.nodes(place)
      if (nodes.length === 0) return []
      const predicate = headWithin(syntax, { first: nodes[0]!, last: nodes.at(-1)! })
      const standing = standingOf(syntax, predicate)
      const scope = scopeOf(syntax, predicate)
      const isNoun = !isVerb(syntax, predicate) && !isPredicate(syntax, predicate)
      const strength = place.strength * (asked.isClause && isNoun ? AS_NOUN : 1)
      const whose = whoseOf(asked, sentence, predicate, place.strength, around)
      const share = shareOf(asked, sentence, scope, whose, around)
      return [{ predicate, strength, standing, share, whose }]
    })
    .sort((a, b) => b.strength * b.share - a.strength * a.share)
}

function standingOf(syntax: SentenceSyntax, predicate: number): Standing {
  // A noun is held as the clause is that it stands in: "called for his resignation".
  const clause =
    isPredicate(syntax, predicate) || isVerb(syntax, predicate) ? predicate : clauseOf(syntax, predicate)
  if (clause < 0) return 'fact'
  if (isRelative(syntax, clause)) return child(syntax, clause, LABEL.neg) >= 0 ? 'denied' : 'fact'
  const { negated, denied, wanted, possible, conditional, planned, future, reported } = modalityOf(
    syntax,
    clause,
  )
  // "Said that he would resign": told of afterwards, that is what was to come.
  const promised = possible && reported && hasWould(syntax, clause)
  const isNoun = clause !== predicate
  const own = isNoun ? standingOfNoun(syntax, predicate, clause) : null
  if (own) return own
  if (denied || (negated && !isNoun)) return 'denied'
  if (wanted || conditional || (possible && !promised)) return 'possible'
  return planned || future || promised || (!isNoun && isInfinitiveOfPurpose(syntax, predicate))
    ? 'planned'
    : 'fact'
}

const hasWould = (syntax: SentenceSyntax, clause: number) =>
  children(syntax, clause).some((i) => syntax.words[i]!.toLowerCase() === 'would')

const WANTING =
  /^(?:call|demand|urg|ask|seek|want|press|appeal|threat|fear|risk|plan|prepar|warn|due|await|expect|hop|possib|reject|den)/

/** "They want to reopen it, THAT WAS CLOSED in May": what is told of a noun is told as it is, whatever the noun hangs on. */
function isRelative(syntax: SentenceSyntax, clause: number): boolean {
  const subject = child(syntax, clause, LABEL.nsubj, LABEL.nsubjpass)
  const pronoun = subject >= 0 && (syntax.tag[subject] === TAG.WDT || syntax.tag[subject] === TAG.WP)
  const helped = children(syntax, clause).some((i) => syntax.tag[i] === TAG.MD)
  return pronoun && !helped && syntax.tag[clause] !== TAG.VB
}

/** "Calls for his resignation", "feared an attack": the verb or noun that governs a noun of an event. */
function standingOfNoun(syntax: SentenceSyntax, noun: number, clause: number): Standing | null {
  for (let at = noun; at >= 0 && at !== syntax.head[clause]; at = syntax.head[at]!) {
    const word = syntax.words[at]!.toLowerCase()
    if (at !== noun && WANTING.test(word)) return /^(?:reject|den)/.test(word) ? 'denied' : 'possible'
    if (syntax.label[at] === LABEL.nsubj || syntax.label[at] === LABEL.nsubjpass) return null
  }
  return null
}

/** "Pressed him to resign", "to replace him": a bare infinitive is not yet done. */
function isInfinitiveOfPurpose(syntax: SentenceSyntax, predicate: number): boolean {
  if (syntax.tag[predicate] !== TAG.VB) return false
  return children(syntax, predicate).some((i) => syntax.tag[i] === TAG.TO)
}

function clauseOf(syntax: SentenceSyntax, word: number): number {
  for (let at = word; at >= 0; at = syntax.head[at]!) if (isPredicate(syntax, at)) return at
  return -1
}

/** The words that belong to the event: those below a verb; of a noun also those of the clause it is subject or object of. */
function scopeOf(syntax: SentenceSyntax, predicate: number): { readonly own: Range; readonly clause: Range } {
  const label = syntax.label[predicate]
  // "Villagers of Orsk, killed in May": what the noun is told with belongs to what is told of it.
  const describes = label === LABEL.acl || label === LABEL['acl:relcl']
  const own = subtree(syntax, describes ? syntax.head[predicate]! : predicate)
  const clause = clauseOf(syntax, predicate)
  return { own, clause: clause < 0 ? own : subtree(syntax, clause) }
}

interface Range {
  readonly first: number
  readonly last: number
}

const inside = ({ first, last }: Range, nodes: readonly number[]) =>
  nodes.some((node) => first <= node && node <= last)

function shareOf(
  { subject, others }: AskedEvent,
  sentence: SentenceWords,
  scope: { readonly own: Range; readonly clause: Range },
  whose: EventMatch['whose'],
  around: Surroundings,
): number {
  let total = 0
  let sum = 0
  let missing = 1
  for (const concept of [...subject, ...others]) {
    const weight = around.weightOf(concept)
    total += weight
    const here = sentence.find(concept).map((place) => {
      const nodes = sentence.nodes(place)
      const value = inside(scope.own, nodes) ? OWN : inside(scope.clause, nodes) ? BESIDE : IN_SENTENCE
      return value * place.strength
    })
    const isSubject = subject.includes(concept)
    const known = whose === 'asked' ? OWN : whose === 'referred' ? REFERRED : 0
    const named = Math.max(isSubject ? known : 0, ...here, around.nearby(concept))
    sum += weight * named
    if (named < NEARBY && around.isName(concept)) missing *= NAME_MISSING
  }
  return total > 0 ? (missing * sum) / total : 1
}

/** Whether the event is told of the one that the question asks about. */
function whoseOf(
  asked: AskedEvent,
  sentence: SentenceWords,
  predicate: number,
  strength: number,
  around: Surroundings,
): EventMatch['whose'] {
  if (asked.subject.length === 0) return 'asked'
  const { syntax } = sentence
  const holders = holdersOf(syntax, predicate, asked, strength)
  const offset = sentence.offsetOf(predicate)
  const places = asked.subject.flatMap((concept) =>
    sentence.find(concept).flatMap((place) => sentence.nodes(place)),
  )
  const isMeant = (nodes: readonly number[], among: readonly number[]) =>
    among.some((holder) =>
      nodes.some((node) => isSameName(syntax, node, holder) && !around.isNamesake(sentence.offsetOf(node))),
    )
  // Of two who met, both must be there.
  const all = asked.subject.length > 1 ? [...holders, ...partnersOf(syntax, predicate)] : holders
  const isNamed = asked.subject.every((concept) =>
    isMeant(
      sentence.find(concept).flatMap((place) => sentence.nodes(place)),
      all,
    ),
  )
  if (isNamed) return 'asked'
  // A relative pronoun whose noun the parse has missed.
  if (holders.some((holder) => syntax.tag[holder] === TAG.WDT && nounBefore(syntax, holder, places)))
    return 'asked'
  const parties = asked.others.flatMap((concept) =>
    sentence.find(concept).flatMap((place) => sentence.nodes(place)),
  )
  const isOther = holders.some((holder) => parties.some((node) => isSameName(syntax, node, holder)))
  if (holders.length === 0 || isOther) {
    const clause = clauseOf(syntax, predicate)
    // "Hale was there for talks": a noun of the event in the clause of the one who is asked about.
    const isTop = syntax.label[predicate] === LABEL.nsubj || syntax.label[predicate] === LABEL.nsubjpass
    const isParty = clause >= 0 && clause !== predicate && !isTop && holdsParty(syntax, clause, places)
    if (isParty) return 'asked'
    const subject = clause >= 0 && clause !== predicate ? subjectOf(syntax, clause) : -1
    return subject >= 0 &&
      syntax.tag[subject] === TAG.PRP &&
      asked.subject.some((one) => around.spokenOf(one, offset))
      ? 'referred'
      : 'unknown'
  }
  // "He", "the singer": whoever is spoken of, where that is who is asked about.
  const person = asked.subject.some(around.isPerson)
  const spoken = asked.subject.some((one) => around.spokenOf(one, offset))
  const refers = holders.some((holder) => {
    const tag = syntax.tag[holder]
    const lower = syntax.words[holder]!.toLowerCase()
    if (tag === TAG.PRP || tag === TAG.PRP$ || tag === TAG.DT || tag === TAG.WP) return true
    return tag === TAG.NN && person && around.isRole(lower) && isDefinite(syntax, holder)
  })
  if (!refers) return 'other'
  return person && spoken ? 'referred' : 'unknown'
}

/** The nouns that the event is of: whoever does it or suffers it; of a noun what it is the noun of. */
function holdersOf(
  syntax: SentenceSyntax,
  predicate: number,
  { passive, transitive }: AskedEvent,
  strength: number,
): number[] {
  const found: number[] = []
  if (isVerb(syntax, predicate) || child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass) >= 0) {
    const undergoer = undergoerOf(syntax, predicate)
    const doer = doerOf(syntax, predicate)
    // What is done to somebody is theirs who suffer it: "killed him" of a death, "sacked him" of a resignation.
    if (passive || isPassive(syntax, predicate) || (strength < SAME && !transitive && undergoer >= 0)) {
      if (undergoer >= 0) found.push(undergoer)
    } else if (doer >= 0) found.push(doer)
    return found.flatMap((word) => [word, ...alike(syntax, word)])
  }
  for (const i of children(syntax, predicate)) {
    const label = syntax.label[i]!
    if (label === LABEL['nmod:poss']) found.push(i)
    if (label === LABEL.nmod && !isTime(syntax, i) && /^(?:of|by)$/.test(prepositionOf(syntax, i)))
      found.push(i)
  }
  const named = children(syntax, predicate).filter(
    (i) => syntax.label[i] === LABEL.compound || (syntax.label[i] === LABEL.nmod && !isTime(syntax, i)),
  )
  if (found.length === 0)
    found.push(...named.filter((i) => syntax.tag[i] === TAG.NNP || syntax.label[i] === LABEL.compound))
  // "The dead well", "suspended officer": the noun that it describes.
  const label = syntax.label[predicate]
  if (found.length === 0 && (label === LABEL.amod || label === LABEL.compound))
    found.push(syntax.head[predicate]!)
  return found.flatMap((word) => [word, ...alike(syntax, word)])
}

const isTime = (syntax: SentenceSyntax, word: number) =>
  /^(?:\d+|mon|tues|wednes|thurs|fri|satur|sun)day$|^\d{4}$/i.test(syntax.words[word]!)

/** What is coordinated with a noun, or stands in apposition to it. */
function alike(syntax: SentenceSyntax, word: number): number[] {
  return children(syntax, word).filter(
    (i) => syntax.label[i] === LABEL.conj || syntax.label[i] === LABEL.appos,
  )
}

/** How far before a relative pronoun its noun may stand, in words. */
const REACH = 10

const nounBefore = (syntax: SentenceSyntax, pronoun: number, places: readonly number[]) =>
  places.some((node) => node < pronoun && pronoun - node <= REACH && /^NN/.test(TAGS[syntax.tag[node]!]!))

/** "The singer": one who was spoken of; not "a singer", nor "her father". */
function isDefinite(syntax: SentenceSyntax, noun: number): boolean {
  return children(syntax, noun).some(
    (i) => syntax.label[i] === LABEL.det && /^(?:the|this|that)$/i.test(syntax.words[i]!),
  )
}

/** All whom a verb has for parties: its subject, its object, and "with" whom. */
function partnersOf(syntax: SentenceSyntax, predicate: number): number[] {
  return [
    subjectOf(syntax, predicate),
    objectOf(syntax, predicate),
    obliqueOf(syntax, predicate, 'with'),
  ].filter((word) => word >= 0)
}

/** Whether the subject or the object of a clause is one of some words. */
function holdsParty(syntax: SentenceSyntax, clause: number, places: readonly number[]): boolean {
  const parties = [subjectOf(syntax, clause), objectOf(syntax, clause)].filter((word) => word >= 0)
  const all = parties.flatMap((word) => [word, ...alike(syntax, word)])
  return all.some((party) => places.some((node) => isSameName(syntax, node, party)))
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
