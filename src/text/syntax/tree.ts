import type { Syntax } from './analyze.js'
import { LABEL, TAG } from './inventory.js'

/** The dependents of a word, in order. */
export function children(syntax: Syntax, word: number): number[] {
  const found: number[] = []
  for (let i = syntax.firstChild[word]!; i >= 0; i = syntax.nextSibling[i]!) found.push(i)
  return found
}

/** The first dependent of a word with one of the labels; -1 for none. */
export function child(syntax: Syntax, word: number, ...labels: readonly number[]): number {
  for (let i = syntax.firstChild[word]!; i >= 0; i = syntax.nextSibling[i]!) {
    if (labels.includes(syntax.label[i]!)) return i
  }
  return -1
}

/** The dependents of a word with one of the labels. */
export const childrenOf = (syntax: Syntax, word: number, ...labels: readonly number[]): number[] =>
  children(syntax, word).filter((i) => labels.includes(syntax.label[i]!))

/** The words of a word's subtree: `first` to `last`, both of it. Trees are projective: all that lies between is of it. */
export function subtree(syntax: Syntax, word: number): { readonly first: number; readonly last: number } {
  return { first: leftmost(syntax, word), last: rightmost(syntax, word) }
}

function leftmost(syntax: Syntax, word: number): number {
  let first = word
  for (let next = syntax.firstChild[first]!; next >= 0 && next < first; next = syntax.firstChild[first]!) {
    first = next
  }
  return first
}

function rightmost(syntax: Syntax, word: number): number {
  let last = word
  for (let next = lastChild(syntax, last); next > last; next = lastChild(syntax, last)) last = next
  return last
}

function lastChild(syntax: Syntax, word: number): number {
  let last = -1
  for (let i = syntax.firstChild[word]!; i >= 0; i = syntax.nextSibling[i]!) last = i
  return last
}

/** Whether `word` is `above` or below it in the tree. */
export function isWithin(syntax: Syntax, word: number, above: number): boolean {
  for (let i = word; i >= 0; i = syntax.head[i]!) if (i === above) return true
  return false
}

const VERBS = new Set<number>([TAG.VB, TAG.VBD, TAG.VBG, TAG.VBN, TAG.VBP, TAG.VBZ])

export const isVerb = (syntax: Syntax, word: number): boolean => VERBS.has(syntax.tag[word]!)

/** Labels of words that head a clause of their own. */
const CLAUSES = new Set<number>([
  LABEL.root,
  LABEL.ccomp,
  LABEL.xcomp,
  LABEL.advcl,
  LABEL.acl,
  LABEL['acl:relcl'],
  LABEL.csubj,
  LABEL.csubjpass,
  LABEL.parataxis,
])

/** Whether a word says something of a subject: a verb that is no auxiliary, or a noun or adjective with a copula. */
export function isPredicate(syntax: Syntax, word: number): boolean {
  const label = syntax.label[word]!
  if (label === LABEL.aux || label === LABEL.auxpass || label === LABEL.cop) return false
  if (child(syntax, word, LABEL.cop, LABEL.nsubj, LABEL.nsubjpass) >= 0) return true
  return isVerb(syntax, word) && (CLAUSES.has(label) || label === LABEL.conj || label === LABEL.dep)
}

/** The predicate whose clause a word belongs to: itself, or the nearest one above; -1 where there is none. */
export function predicateOf(syntax: Syntax, word: number): number {
  for (let i = word; i >= 0; i = syntax.head[i]!) if (isPredicate(syntax, i)) return i
  return -1
}

/**
 * The words that belong to a predicate's clause alone, in order: its subtree without the clauses within it and the
 * predicates beside it.
 */
export function clauseWords(syntax: Syntax, predicate: number): number[] {
  const found: number[] = []
  const open = [predicate]
  while (open.length > 0) {
    const word = open.pop()!
    found.push(word)
    for (const i of children(syntax, word)) if (!opensClause(syntax, i)) open.push(i)
  }
  return found.sort((a, b) => a - b)
}

function opensClause(syntax: Syntax, word: number): boolean {
  const label = syntax.label[word]!
  if (label === LABEL.xcomp || label === LABEL.acl) return false
  return (CLAUSES.has(label) || label === LABEL.conj) && isPredicate(syntax, word)
}
