import { clauseWords, modalityOf, predicateOf } from '../../../text/syntax/index.js'
import type { AnalyzedQuestion } from '../question/question.js'
import { isHypothetical } from './hypothetical.js'
import { type Clause, type ParsedSentence, treeNearness } from './roles.js'

/**
 * What the sentence says of what would be the answer, by its syntax: how much of the question stands in the same clause,
 * how near in the tree, whether that clause tells of a fact, and how much the answer is of the kind that is named.
 */
export function spanContext(
  asked: AnalyzedQuestion,
  parsed: ParsedSentence,
  first: number,
  last: number,
): Record<string, number> {
  const { syntax, at } = parsed
  let head = first
  for (let i = first; i <= last; i++) if (syntax.head[i]! < first || syntax.head[i]! > last) head = i
  const predicate = predicateOf(syntax, head)
  const clause = parsed.clauses.get(predicate) ?? clauseOf(parsed, predicate)
  let scope = 0
  let tie = 0
  let focusBy = 0
  asked.parts.forEach(({ share, focus }, part) => {
    let inClause = 0
    let near = 0
    for (const { word, value } of at[part]!) {
      if (clause.words.has(word)) inClause = Math.max(inClause, value)
      near = Math.max(near, value * treeNearness(syntax, head, word))
      if (focus && word >= first - BESIDE && word <= last + BESIDE) focusBy = Math.max(focusBy, value)
    }
    scope += share * inClause
    tie += share * near
  })
  return {
    scope,
    tie,
    focusBy,
    kin: kinship(asked, parsed, first, last),
    unreal: clause.unreal,
    wouldBe: clause.wouldBe,
    unmet: clause.negated,
  }
}

/** What is told of a span by the clause that it stands in, and of a figure by what it counts. */
export const CONTEXT = [
  'scope',
  'tie',
  'focusBy',
  'kin',
  'unreal',
  'wouldBe',
  'unmet',
  'noun',
  'which',
  'frame',
  'other',
] as const

/** How many words from a span what it is may be named: "lawyer Ann Berg", "Ann Berg, a lawyer". */
const BESIDE = 3

const NO_CLAUSE: Clause = { words: new Set(), unreal: 0, negated: 0, wouldBe: 0 }

function clauseOf({ syntax, clauses }: ParsedSentence, predicate: number): Clause {
  if (predicate < 0) return NO_CLAUSE
  const modality = modalityOf(syntax, predicate)
  const clause = {
    words: new Set(clauseWords(syntax, predicate)),
    unreal: Number(
      modality.planned || modality.wanted || modality.conditional || modality.possible || modality.future,
    ),
    negated: Number(modality.negated || modality.denied),
    wouldBe: Number(isHypothetical(syntax, predicate)),
  }
  clauses.set(predicate, clause)
  return clause
}

/** How like the words of a span are to the noun that is asked for ("which DRINK": "cola"), 0 to 1. */
function kinship(
  { parts, matcher }: AnalyzedQuestion,
  { syntax }: ParsedSentence,
  first: number,
  last: number,
): number {
  const focus = parts.findIndex((part) => part.focus)
  if (focus < 0) return 0
  let most = 0
  for (let i = first; i <= last; i++) most = Math.max(most, matcher.cosines(syntax.words[i]!)[focus]!)
  return Math.min(1, most)
}
