import {
  child,
  children,
  isPredicate,
  isVerb,
  LABEL,
  modalityOf,
  type SentenceSyntax,
  TAG,
} from '../../text/syntax/index.js'

/** How a sentence has an event: as a fact, as what is to come, as wanted or feared, or as denied. */
export type EventStatus = 'fact' | 'planned' | 'possible' | 'denied'

export function statusOf(syntax: SentenceSyntax, predicate: number): EventStatus {
  // A noun is held as the clause is that it stands in: "called for his resignation".
  const isNoun = !isPredicate(syntax, predicate) && !isVerb(syntax, predicate)
  const clause = isNoun ? clauseOf(syntax, predicate) : predicate
  if (clause < 0) return 'fact'
  if (isRelative(syntax, clause) || isReduced(syntax, clause))
    return child(syntax, clause, LABEL.neg) >= 0 ? 'denied' : 'fact'
  if (isDeliberated(syntax, clause)) return 'possible'
  const { negated, denied, wanted, possible, conditional, planned, future, reported } = modalityOf(
    syntax,
    clause,
  )
  // "Said that he would resign": told of afterwards, that is what was to come.
  const promised = possible && reported && hasWould(syntax, clause)
  const own = isNoun ? statusOfNoun(syntax, predicate, clause) : null
  if (own) return own
  if (denied || (negated && !isNoun)) return 'denied'
  if (wanted || conditional || (possible && !promised)) return 'possible'
  return planned || future || promised || (!isNoun && isInfinitiveOfPurpose(syntax, predicate))
    ? 'planned'
    : 'fact'
}

/** "FLOATED ousting him", "CONSIDERED a march": what is only talked of. */
function isDeliberated(syntax: SentenceSyntax, clause: number): boolean {
  const label = syntax.label[clause]
  const head = syntax.head[clause]!
  return (
    (label === LABEL.xcomp || label === LABEL.ccomp) && head >= 0 && DELIBERATING.test(syntax.words[head]!)
  )
}

const DELIBERATING =
  /^(?:float|discuss|contemplat|weigh|consider|mull|propos|threaten|suggest(?:s|ed|ing)?$|hop(?:e|es|ed|ing)$|unlikely)/i

const hasWould = (syntax: SentenceSyntax, clause: number) =>
  children(syntax, clause).some((i) => syntax.words[i]!.toLowerCase() === 'would')

/** "They want to reopen it, THAT WAS CLOSED in May": what is told of a noun is told as it is, whatever the noun hangs on. */
function isRelative(syntax: SentenceSyntax, clause: number): boolean {
  const subject = child(syntax, clause, LABEL.nsubj, LABEL.nsubjpass)
  const pronoun = subject >= 0 && (syntax.tag[subject] === TAG.WDT || syntax.tag[subject] === TAG.WP)
  const helped = children(syntax, clause).some((i) => syntax.tag[i] === TAG.MD)
  return pronoun && !helped && syntax.tag[clause] !== TAG.VB
}

/** "They want a film of officers SHOOTING him", "of the man ARRESTED on Friday": told of a noun as it is, too. */
const isReduced = (syntax: SentenceSyntax, clause: number) =>
  syntax.label[clause] === LABEL.acl &&
  (syntax.tag[clause] === TAG.VBG || syntax.tag[clause] === TAG.VBN) &&
  !children(syntax, clause).some((i) => syntax.tag[i] === TAG.TO || syntax.tag[i] === TAG.MD)

/** "Calls for his resignation", "feared an attack": the verb or noun that governs a noun of an event. */
function statusOfNoun(syntax: SentenceSyntax, noun: number, clause: number): EventStatus | null {
  for (let at = noun; at >= 0 && at !== syntax.head[clause]; at = syntax.head[at]!) {
    const word = syntax.words[at]!.toLowerCase()
    if (at !== noun && WANTING.test(word)) return /^(?:reject|den)/.test(word) ? 'denied' : 'possible'
    if (syntax.label[at] === LABEL.nsubj || syntax.label[at] === LABEL.nsubjpass) return null
  }
  return null
}

const WANTING =
  /^(?:call|demand|urg|ask|seek|want|press|appeal|threat|fear|risk|plan|prepar|warn|due|await|expect|hop|possib|reject|den)/

/** "Pressed him to resign", "to replace him": a bare infinitive is not yet done. */
function isInfinitiveOfPurpose(syntax: SentenceSyntax, predicate: number): boolean {
  if (syntax.tag[predicate] !== TAG.VB) return false
  return children(syntax, predicate).some((i) => syntax.tag[i] === TAG.TO)
}

export function clauseOf(syntax: SentenceSyntax, word: number): number {
  for (let at = word; at >= 0; at = syntax.head[at]!) if (isPredicate(syntax, at)) return at
  return -1
}
