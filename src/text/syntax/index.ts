/**
 * Part-of-speech tags and dependencies of English sentences: who does what to whom, what is denied, what is in
 * apposition. A small linear parser; see `data/models/README.md` for how often it is right.
 *
 *     const syntax = sentenceSyntax(text.slice(start, end))   // one sentence or question; remembered by its text
 *     const word = wordAt(syntax, offset)                     // offsets count from the sentence's start
 *     syntax.words[word], syntax.starts[word]                 // "ca" "n't": words as the Penn Treebank splits them
 *     syntax.tag[word] === TAG.VBD                            // tags and labels are numbers; TAGS, LABELS name them
 *     syntax.head[word], syntax.label[word] === LABEL.nsubj   // -1 is the root's head
 *
 * A noun phrase is its head noun: `subtree` gives the whole of it, `headWithin` the noun of a span of words.
 * - `predicateOf(s, w)`: the predicate whose clause a word is in; `governor`: the one above; `clauseWords`: its words
 * - `subjectOf`, `objectOf`, `agentOf`; `doerOf` and `undergoerOf` see through the passive. They follow relative
 *   pronouns to their noun, conjuncts and infinitives to the subject they share; -1 where the sentence does not say
 * - `isNegated`, `modalityOf`: denied, planned, wanted, reported, possible, conditional
 * - `appositions(s)`, `conjuncts(s, w)`, `children`, `child(s, w, LABEL.dobj)`, `isWithin`
 *
 * Labels are those of Universal Dependencies 1: a passive subject is nsubjpass, an object dobj, "not" neg, a
 * preposition the `case` of its noun, which is an nmod; "was" in "was a judge" is the `cop` of the predicate judge;
 * "Smith said" behind a quotation is its parataxis or governs it as ccomp; the last name heads a name (compound).
 * In a question "who" is a subject, object or (of "who is the judge") the predicate, as in a statement.
 */
export { analyzeSyntax, type Syntax } from './analyze.js'
export {
  agentOf,
  doerOf,
  isPassive,
  objectOf,
  prepositionOf,
  subjectOf,
  undergoerOf,
} from './arguments.js'
export { LABEL, LABELS, type LabelName, TAG, TAGS, type TagName } from './inventory.js'
export { isNegated, type Modality, modalityOf } from './modality.js'
export { headWithin, type SentenceSyntax, sentenceSyntax, wordAt, wordsWithin } from './sentence.js'
export { type TreebankTokens, treebankTokens } from './tokens.js'
export {
  child,
  children,
  clauseWords,
  isPredicate,
  isVerb,
  isWithin,
  predicateOf,
  subtree,
} from './tree.js'
