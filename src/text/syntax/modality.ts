import {
  CONDITIONS,
  FUTURE,
  NEGATIVE,
  POSSIBLE,
  REPORTED_WITH_THAT,
  type Stance,
  stanceOf,
} from '../../language/en/text/syntax.js'
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
  let future = false
  let possible = false
  let conditional = false
  let negations = isNegated(syntax, predicate) ? 1 : 0
  for (let at = predicate; at >= 0; at = syntax.head[at]!) {
    for (const i of children(syntax, at)) {
      const word = lower(syntax, i)
      if (syntax.label[i] === LABEL.aux) {
        future ||= FUTURE.has(word)
        possible ||= POSSIBLE.has(word)
      } else if (syntax.label[i] === LABEL.mark) conditional ||= CONDITIONS.has(word)
    }
    const head = syntax.head[at]!
    if (head < 0) break
    const label = syntax.label[at]!
    if (label === LABEL.conj) {
      // Without auxiliaries of its own a verb shares those of the first.
      if (child(syntax, at, LABEL.nsubj, LABEL.nsubjpass, LABEL.aux) >= 0) at = firstOf(syntax, at)
      if (syntax.head[at]! < 0) break
      continue
    }
    if (label === LABEL.parataxis || label === LABEL['acl:relcl'] || label === LABEL.advcl) break
    if (label !== LABEL.ccomp && label !== LABEL.xcomp && label !== LABEL.acl && label !== LABEL.advcl) break
    const stance = stanceBetween(syntax, head, at)
    if (stance) stances.add(stance)
    else if (lower(syntax, head) === 'going' && label === LABEL.xcomp) future = true
    if (isNegated(syntax, head) && label === LABEL.xcomp) negations++
  }
  return {
    negated: negations > 0,
    future,
    possible,
    conditional,
    planned: stances.has('planned'),
    wanted: stances.has('wanted'),
    denied: stances.has('denied'),
    reported: stances.has('reported') || isParenthetical(syntax, predicate),
  }
}

function firstOf(syntax: Syntax, word: number): number {
  let first = word
  while (syntax.label[first] === LABEL.conj && syntax.head[first]! >= 0) first = syntax.head[first]!
  return first
}

function stanceBetween(syntax: Syntax, governor: number, clause: number): Stance | undefined {
  const word = lower(syntax, governor)
  const takesTo = children(syntax, clause).some((i) => syntax.tag[i] === TAG.TO)
  if (REPORTED_WITH_THAT.has(word) && !takesTo) return 'reported'
  return stanceOf.get(word)
}

/** "The talks, she said, went well": a verb of speech beside the predicate. */
function isParenthetical(syntax: Syntax, predicate: number): boolean {
  return children(syntax, predicate).some(
    (i) => syntax.label[i] === LABEL.parataxis && stanceOf.get(lower(syntax, i)) === 'reported',
  )
}
