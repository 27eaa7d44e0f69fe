import type { Span } from '../../../articles/model/article.js'
import type { Expression, Found } from '../expression.js'
import { found } from '../expression.js'
import type { Token } from '../tokens.js'

/** One expression with its place in the text. A list or range of days is one find of several parts. */
export interface Part extends Span {
  readonly expression: Expression
}

/** The part that tokens `from` up to, not including, `to` make. */
export function part(t: readonly Token[], expression: Expression, from: number, to: number): Part {
  return { expression, start: t[from]!.start, end: t[to - 1]!.end }
}

export function one(t: readonly Token[], expression: Expression, from: number, to: number): Found<Part[]> {
  return found([part(t, expression, from, to)], to)
}
