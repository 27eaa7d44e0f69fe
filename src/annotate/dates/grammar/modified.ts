import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import { phraseAt } from '../phrases.js'
import type { Token } from '../tokens.js'
import type { Part } from './part.js'
import type { Grammar } from './rule.js'
import { startingAt } from './rule.js'

type Edge = Extract<Expression, { kind: 'modified' }>['edge']

/** "early 2022", "mid-March", "the end of the year", "late last week", "earlier this month", "about 1990". */
export function modifiedAt(t: readonly Token[], at: number, grammar: Grammar): Found<Part[]> | null {
  return approximateAt(t, at, grammar) ?? edgedAt(t, at, grammar)
}

function approximateAt(t: readonly Token[], at: number, { lexicon, inner }: Grammar): Found<Part[]> | null {
  const phrase = phraseAt(lexicon.approximations, t, at)
  const match = phrase && inner(t, phrase.next)
  const first = match?.value[0]?.expression
  if (!match || !first || (!isAmount(first) && !phrase.value)) return null
  return modify(t, at, match, null)
}

/** "over an hour", but not "over the past year". */
function isAmount(expression: Expression): boolean {
  if (expression.kind === 'modified') return isAmount(expression.of)
  return expression.kind === 'offset' || (expression.kind === 'duration' && expression.window === null)
}

/** What has a beginning, a middle and an end. */
const EDGELESS = new Set<Expression['kind']>(['reference', 'set', 'duration', 'offset'])

export function edgedAt(t: readonly Token[], at: number, { inner }: Grammar): Found<Part[]> | null {
  const edge = edgeAt(t, at)
  const match = edge && inner(t, edge.next)
  const first = match?.value[0]
  return match && first && !EDGELESS.has(first.expression.kind) ? modify(t, at, match, edge.value) : null
}

/** @returns The edge, and the token where the expression that has it must start. */
function edgeAt(t: readonly Token[], at: number): Found<Edge> | null {
  const word = t[at]?.word
  const next = t[at + 1]
  if (word?.edge === undefined) return null
  if (word.edge === 'within') {
    const of = next?.word.role === 'in' && t[at + 2]?.word.role === 'the' ? at + 2 : at + 1
    const { relation, role, weekday, days } = t[of]?.word ?? {}
    const leans = relation === 0 || role === 'the' || weekday !== undefined || days !== undefined
    return leans ? found(null, of) : null
  }
  const edge = word.edge
  if (word.noun) return next?.word.role === 'of' ? found(edge, at + 2) : null
  if (next?.word.role === 'part') return t[at + 2]?.word.role === 'of' ? found(edge, at + 3) : null
  const between = next?.text === '-' || next?.word.role === 'in' || next?.word.role === 'on'
  return found(edge, between ? at + 2 : at + 1)
}

function modify(t: readonly Token[], at: number, match: Found<Part[]>, edge: Edge): Found<Part[]> {
  const [first, ...rest] = match.value
  const expression: Expression = { kind: 'modified', edge, of: first!.expression }
  return startingAt(t, at, found([{ ...first!, expression }, ...rest], match.next))
}
