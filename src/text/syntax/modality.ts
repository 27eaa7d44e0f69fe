import {
  CONDITIONS,
  FUTURE,
  NEGATIVE,
  POSSIBLE,
  REPORTED_WITH_THAT,
  type Stance,
  stanceOf,
} from '../../language/en/syntax.js'
import type { Syntax } from './analyze.js'
import { LABEL, TAG } from './inventory.js'
import { child, children } from './tree.js'

/** How a sentence holds what a predicate says: as a fact where nothing of it is true. */
export interface Modality {
  /** "did not", "never", "nobody came", "no troops left". */
  readonly negated: boolean
  /** "will". */
  readonly future: boolean
  /** "would", "could", "may". */
  readonly possible: boolean
  /** "if", "unless". */
  readonly conditional: boolean
  /** "plans to", "is expected to". */
  readonly planned: boolean
  /** "wants them to", "urged that". */
  readonly wanted: boolean
  /** "denied that", "refused to". */
  readonly denied: boolean
  /** "said that": somebody's word, not the sentence's own. */
  readonly reported: boolean
}

const lower = (syntax: Syntax, word: number): string => syntax.words[word]!.toLowerCase()

/** Whether a word – a predicate, or a noun – is denied where it stands. */
export function isNegated(syntax: Syntax, word: number): boolean {
  for (const i of children(syntax, word)) {
    const label = syntax.label[i]!
    if (label === LABEL.neg) return true
    if ((label === LABEL.advmod || label === LABEL.det) && NEGATIVE.has(lower(syntax, i))) return true
    const isArgument = label === LABEL.nsubj || label === LABEL.nsubjpass || label === LABEL.dobj
    if (!isArgument) continue
    if (NEGATIVE.has(lower(syntax, i))) return true
    // "No ship left": its determiner denies the predicate.
    if (children(syntax, i).some((k) => lower(syntax, k) === 'no' && k < i)) return true
  }
  return false
}

/** How the sentence holds a predicate, by its auxiliaries and by all that governs it. */
export function modalityOf(syntax: Syntax, predicate: number): Modality {
  const stances = new Set<Stance>()
  let negated = isNegated(syntax, predicate)
  let future = false
  let possible = false
  let conditional = false
  /** Whether auxiliaries of the word at hand bear on the predicate. */
  let sharesAuxiliaries = true
  let at = predicate
  while (at >= 0) {
    for (const i of sharesAuxiliaries ? children(syntax, at) : []) {
      const word = lower(syntax, i)
      if (syntax.label[i] === LABEL.aux) {
        future ||= FUTURE.has(word)
        possible ||= POSSIBLE.has(word)
      } else if (syntax.label[i] === LABEL.mark) conditional ||= CONDITIONS.has(word)
    }
    const label = syntax.label[at]!
    const head = syntax.head[at]!
    if (label === LABEL.conj) {
      // A verb with a subject or an auxiliary of its own shares none of the first's, but what governs them both.
      const isApart = child(syntax, at, LABEL.nsubj, LABEL.nsubjpass, LABEL.aux) >= 0
      if (isApart) sharesAuxiliaries = false
      at = isApart ? firstOf(syntax, at) : head
      continue
    }
    if (!isGoverned(syntax, at)) break
    const stance = stanceBetween(syntax, head, at)
    if (stance) stances.add(stance)
    else if (label === LABEL.ccomp) break
    if (label === LABEL.xcomp) {
      if (isNegated(syntax, head)) negated = true
      if (lower(syntax, head) === 'going') future = true
    } else sharesAuxiliaries = false
    at = head
  }
  return {
    negated,
    future,
    possible,
    conditional,
    planned: stances.has('planned'),
    wanted: stances.has('wanted'),
    denied: stances.has('denied'),
    reported: stances.has('reported') || isParenthetical(syntax, predicate),
  }
}

/** Whether a clause is what its governor says, plans, wants: no relative clause, and no circumstance. */
function isGoverned(syntax: Syntax, clause: number): boolean {
  const label = syntax.label[clause]!
  if (syntax.head[clause]! < 0) return false
  if (label === LABEL.ccomp || label === LABEL.xcomp || label === LABEL.acl) return true
  // "Asked the owners to close it": at times parsed as the purpose of asking.
  return (
    label === LABEL.advcl &&
    takesTo(syntax, clause) &&
    child(syntax, syntax.head[clause]!, LABEL.dobj) >= 0 &&
    stanceOf.get(lower(syntax, syntax.head[clause]!)) === 'wanted'
  )
}

const takesTo = (syntax: Syntax, clause: number): boolean =>
  children(syntax, clause).some((i) => syntax.tag[i] === TAG.TO)

function firstOf(syntax: Syntax, word: number): number {
  let first = word
  while (syntax.label[first] === LABEL.conj && syntax.head[first]! >= 0) first = syntax.head[first]!
  return first
}

function stanceBetween(syntax: Syntax, governor: number, clause: number): Stance | undefined {
  const word = lower(syntax, governor)
  if (REPORTED_WITH_THAT.has(word) && !takesTo(syntax, clause)) return 'reported'
  return stanceOf.get(word)
}

/** "The talks, she said, went well": a verb of speech beside the predicate. */
function isParenthetical(syntax: Syntax, predicate: number): boolean {
  return children(syntax, predicate).some(
    (i) => syntax.label[i] === LABEL.parataxis && stanceOf.get(lower(syntax, i)) === 'reported',
  )
}
