import type { Span } from '../../../articles/model/article.js'
import {
  child,
  children,
  clauseWords,
  isNegated,
  LABEL,
  modalityOf,
  predicateOf,
  type SentenceSyntax,
  subjectOf,
  subtree,
} from '../../../text/syntax/index.js'
import { oppositesOf } from '../question/lexicon.js'
import type { AnalyzedQuestion } from '../question/question.js'
import type { Match } from '../question/understood.js'
import { isHypothetical } from './hypothetical.js'

/** What a sentence tells of the state that is asked for: "is the port open?" – "REOPENED ON THURSDAY". */
export interface State extends Span {
  /** The share of the question's other weight that stands in the same clause, 0 to 1. */
  readonly of: number
  /** Whether it is the opposite of what is asked for, or that denied. */
  readonly opposite: boolean
  /** Whether it is told as a fact. */
  readonly fact: boolean
}

/** So well must a word stand for the state that is asked for. */
const SAME = 0.9

/** The state that a sentence tells, of the clause that holds most of the question; null where it tells none. */
export function stateIn(
  { parts }: AnalyzedQuestion,
  syntax: SentenceSyntax,
  matches: readonly Match[],
  wordOf: (match: Match) => number,
): State | null {
  const states = new Set(
    parts.flatMap(({ classes, name }, i) =>
      !name && [...classes].some(([of, value]) => value === 1 && oppositesOf(of)) ? [i] : [],
    ),
  )
  if (states.size === 0) return null
  let best: State | null = null
  for (const match of matches) {
    if (!states.has(match.part) || !(match.opposite || match.value >= SAME)) continue
    const word = wordOf(match)
    const predicate = word < 0 ? -1 : predicateOf(syntax, word)
    if (predicate < 0) continue
    const clause = clauseOf(syntax, predicate)
    const held = new Float64Array(parts.length)
    for (const one of matches)
      if (one.part !== match.part && clause.has(wordOf(one)))
        held[one.part] = Math.max(held[one.part]!, one.value)
    const rest = parts.reduce((sum, { share }, i) => sum + (i === match.part ? 0 : share), 0)
    const of = rest === 0 ? 1 : parts.reduce((sum, { share }, i) => sum + share * held[i]!, 0) / rest
    // "Was closed on Monday and reopened on Thursday": of what is told of the same, the last is how things stand.
    if (best && of < best.of) continue
    const modality = modalityOf(syntax, predicate)
    const unreal =
      modality.conditional ||
      modality.possible ||
      modality.planned ||
      modality.wanted ||
      isHypothetical(syntax, predicate)
    best = {
      ...phraseOf(syntax, word, predicate),
      of,
      opposite: Boolean(match.opposite) !== isNegated(syntax, word),
      fact: !unreal && !modality.denied,
    }
  }
  return best
}

/** The words of a clause, with those of a subject that it shares with the one before: "closed and REOPENED". */
function clauseOf(syntax: SentenceSyntax, predicate: number): ReadonlySet<number> {
  const words = new Set(clauseWords(syntax, predicate))
  const subject = subjectOf(syntax, predicate)
  if (subject < 0) return words
  const { first, last } = subtree(syntax, subject)
  for (let at = first; at <= last; at++) words.add(at)
  return words
}

/** How many words of a clause are printed at most. */
const LONGEST = 9
const LONGEST_SUBJECT = 6

/** A state with a short subject, its helping verbs, its denial and its time: "the port has been closed since Monday". */
function phraseOf(syntax: SentenceSyntax, word: number, predicate: number): Span {
  let first = word
  let last = word
  if (word === predicate)
    for (const i of children(syntax, predicate)) {
      const label = syntax.label[i]!
      if (i < predicate && LEADING.has(label)) first = Math.min(first, i)
      if (
        i < predicate ||
        !(TRAILING.has(label) || (label === LABEL.nmod && child(syntax, i, LABEL.case) >= 0))
      )
        continue
      const end = subtree(syntax, i).last
      if (end - first < LONGEST && !syntax.words.slice(word, end).includes(',')) last = Math.max(last, end)
    }
  const subject = word === predicate ? child(syntax, predicate, LABEL.nsubj, LABEL.nsubjpass) : -1
  if (subject >= 0 && subject < first) {
    const tree = subtree(syntax, subject)
    if (tree.last === first - 1 && first - tree.first <= LONGEST_SUBJECT) first = tree.first
  }
  return { start: syntax.starts[first]!, end: syntax.ends[last]! }
}

const LEADING = new Set<number>([LABEL.aux, LABEL.auxpass, LABEL.cop, LABEL.neg])
const TRAILING = new Set<number>([LABEL['nmod:tmod'], LABEL['compound:prt'], LABEL.advmod])
