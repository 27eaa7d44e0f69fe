import type { Syntax } from './analyze.js'
import { LABEL, TAG } from './inventory.js'
import { child, children, childrenOf, isVerb } from './tree.js'

const lower = (syntax: Syntax, word: number): string => syntax.words[word]!.toLowerCase()

/** Whether a predicate is in the passive: "was hit", "those killed by it". */
export function isPassive(syntax: Syntax, predicate: number): boolean {
  if (child(syntax, predicate, LABEL.auxpass, LABEL.nsubjpass, LABEL.csubjpass) >= 0) return true
  if (syntax.tag[predicate] !== TAG.VBN) return false
  // A participle behind a noun, or beside another passive that it shares its auxiliary with.
  if (syntax.label[predicate] === LABEL.acl) return true
  const first = syntax.head[predicate]!
  return (
    syntax.label[predicate] === LABEL.conj &&
    child(syntax, predicate, LABEL.aux, LABEL.nsubj) < 0 &&
    isPassive(syntax, first)
  )
}

/**
 * The grammatical subject of a predicate, as it stands in the sentence; -1 for none. A predicate without one of its
 * own has that of the predicate it is coordinated with, of the one that governs it ("wants to go"), or the noun that
 * it describes ("the man who came", "the man seen there"). A relative pronoun is its noun.
 */
export function subjectOf(syntax: Syntax, predicate: number): number {
  // Every step goes up the tree.
  for (let at = predicate; at >= 0; at = syntax.head[at]!) {
    const own = child(syntax, at, LABEL.nsubj, LABEL.nsubjpass, LABEL.csubj, LABEL.csubjpass)
    if (own >= 0) return antecedent(syntax, own)
    const label = syntax.label[at]!
    const head = syntax.head[at]!
    if (head < 0) return -1
    if (label === LABEL.acl) return head
    if (label === LABEL['acl:relcl']) return fillsGap(syntax, at) ? head : -1
    if (label === LABEL.xcomp) {
      const object = child(syntax, head, LABEL.dobj, LABEL.iobj)
      if (object >= 0 && object < at) return antecedent(syntax, object)
    } else if (label !== LABEL.conj && label !== LABEL.advcl) return -1
    if (
      label === LABEL.advcl &&
      child(syntax, at, LABEL.mark) >= 0 &&
      syntax.tag[at] !== TAG.VBG &&
      !toVerb(syntax, at)
    ) {
      return -1
    }
  }
  return -1
}

/** What a relative pronoun, as an argument of its clause, stands for; any other word for itself. */
export function antecedent(syntax: Syntax, word: number): number {
  const tag = syntax.tag[word]
  if (tag !== TAG.WDT && tag !== TAG.WP) return word
  for (let at = syntax.head[word]!; at >= 0; at = syntax.head[at]!) {
    if (syntax.label[at] === LABEL['acl:relcl']) return syntax.head[at]!
    if (syntax.label[at] !== LABEL.conj && syntax.label[at] !== LABEL.xcomp) return word
  }
  return word
}

/** Whether a relative clause lacks a subject, so that its noun is that. */
const fillsGap = (syntax: Syntax, predicate: number): boolean =>
  child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass, LABEL.csubj) < 0

const toVerb = (syntax: Syntax, predicate: number): boolean =>
  children(syntax, predicate).some((i) => syntax.tag[i] === TAG.TO)

/** Who does it: the subject of an active predicate, the agent of a passive one; -1 where the sentence does not say. */
export const doerOf = (syntax: Syntax, predicate: number): number =>
  isPassive(syntax, predicate) ? agentOf(syntax, predicate) : subjectOf(syntax, predicate)

/** Whom or what it is done to: the object of an active predicate, the subject of a passive one; -1 for none. */
export const undergoerOf = (syntax: Syntax, predicate: number): number =>
  isPassive(syntax, predicate) ? subjectOf(syntax, predicate) : objectOf(syntax, predicate)

/** The direct object; in a relative clause that has a subject and no object, its noun ("the deal they signed"). */
export function objectOf(syntax: Syntax, predicate: number): number {
  const own = child(syntax, predicate, LABEL.dobj)
  if (own >= 0) return antecedent(syntax, own)
  const isRelative = syntax.label[predicate] === LABEL['acl:relcl']
  if (!isRelative || fillsGap(syntax, predicate) || !isVerb(syntax, predicate)) return -1
  const subject = child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass)
  const isGap = antecedent(syntax, subject) === subject && !isPassive(syntax, predicate)
  const isAdverbial = children(syntax, predicate).some((i) => syntax.tag[i] === TAG.WRB)
  return isGap && !isAdverbial ? syntax.head[predicate]! : -1
}

/** The agent of a passive predicate ("hit by a truck": truck); -1 for none. */
export function agentOf(syntax: Syntax, predicate: number): number {
  if (!isPassive(syntax, predicate)) return -1
  return obliqueOf(syntax, predicate, 'by')
}

/** The first word that hangs on another by a preposition ("talks in Geneva", in: Geneva); -1 for none. */
function obliqueOf(syntax: Syntax, word: number, preposition: string): number {
  for (const i of childrenOf(syntax, word, LABEL.nmod, LABEL['nmod:tmod'], LABEL.advcl)) {
    if (prepositionOf(syntax, i) === preposition) return i
  }
  return -1
}

/** The preposition in front of a word, in lower case; empty for none. */
export function prepositionOf(syntax: Syntax, word: number): string {
  const at = child(syntax, word, LABEL.case)
  return at >= 0 && syntax.tag[at] !== TAG.POS ? lower(syntax, at) : ''
}
