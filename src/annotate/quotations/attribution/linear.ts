import type { Weights } from '../../../language/language.js'

/**
 * A linear model over small categorical features. A slot is one question asked of a candidate, its size the number
 * of possible answers; a feature is the slot's offset plus the answer.
 */
export type Slots = Readonly<Record<string, number>>

export interface Layout<S extends Slots> {
  /** Where each slot starts. */
  readonly at: { readonly [K in keyof S]: number }
  readonly size: number
  readonly slots: S
}

export function layout<S extends Slots>(slots: S): Layout<S> {
  const at: Record<string, number> = {}
  let size = 0
  for (const [name, count] of Object.entries(slots)) {
    at[name] = size
    size += count
  }
  return { at: at as { [K in keyof S]: number }, size, slots }
}

export function loadWeights(layout: Layout<Slots>, weights: Weights): Float64Array {
  const loaded = new Float64Array(layout.size)
  for (const [slot, count] of Object.entries(layout.slots)) {
    const values = weights[slot]?.split(' ').map(Number) ?? []
    for (let i = 0; i < Math.min(count, values.length); i++) loaded[layout.at[slot]! + i] = values[i]! / 100
  }
  return loaded
}

/** The features of one candidate: the first `size` of `list`. Filled anew for each, for there are many. */
export interface Features {
  readonly list: Int32Array
  size: number
}

const MOST_FEATURES = 64

export const newFeatures = (): Features => ({ list: new Int32Array(MOST_FEATURES), size: 0 })

export function score(weights: Float64Array, { list, size }: Features): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += weights[list[i]!]!
  return sum
}

export const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The bucket of a count: 0, 1, 2, 3–4, 5–8, 9–16 … up to `most`. */
export function bucket(count: number, most: number): number {
  const found = count < 3 ? Math.max(0, count) : Math.ceil(Math.log2(count)) + 1
  return Math.min(found, most)
}
