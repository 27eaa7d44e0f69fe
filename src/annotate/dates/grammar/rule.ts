import type { Expression, Found } from '../expression.js'
import type { Lexicon } from '../lexicon.js'
import type { Token } from '../tokens.js'
import type { Part } from './part.js'
import { one } from './part.js'

/** What a rule may use besides the tokens. */
export interface Grammar {
  readonly lexicon: Lexicon
  /** The longest expression at a token, for rules whose expressions hold others ("the end of …"). */
  readonly inner: (t: readonly Token[], at: number) => Found<Part[]> | null
}

/** Recognises one kind of expression that starts at a token; looks ahead no further than a bounded way. */
export type Rule = (t: readonly Token[], at: number, grammar: Grammar) => Found<Part[]> | null

/** A rule for expressions of one part. */
export function single(
  rule: (t: readonly Token[], at: number, grammar: Grammar) => Found<Expression> | null,
): Rule {
  return (t, at, grammar) => {
    const match = rule(t, at, grammar)
    return match && one(t, match.value, at, match.next)
  }
}

/** The same find, begun at an earlier token. */
export function startingAt(t: readonly Token[], at: number, match: Found<Part[]>): Found<Part[]> {
  const [first, ...rest] = match.value
  return first ? { value: [{ ...first, start: t[at]!.start }, ...rest], next: match.next } : match
}

/** The expression of a find of one part. */
export function only(match: Found<Part[]> | null): Found<Expression> | null {
  return match?.value.length === 1 ? { value: match.value[0]!.expression, next: match.next } : null
}
