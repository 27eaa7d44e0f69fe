import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A weight for each feature by its name; a feature without one counts nothing. */
export type Weights = Readonly<Record<string, number>>

interface Least {
  readonly answer: number
  readonly further: number
}

/** What `scripts/fit-passage-qa.mjs` has learnt; `data/models/README.md` tells from what. */
export interface PassageQaModel {
  /** How likely a sentence answers beside the others of its question: log-odds. */
  readonly rank: Weights
  /** What is added to those for each kind of question. */
  readonly rankOf: Readonly<Record<string, Weights>>
  /** Whether the best one answers at all: log-odds, `bias` included. */
  readonly answer: Weights
  /** Whether a further one answers, too. */
  readonly further: Weights
  /** Which span of a sentence is the likeliest, and whether it is the answer itself: log-odds. */
  readonly spanRank: Weights
  readonly span: Weights
  /** The least log-odds of an answer, of a further one, and of a span that is printed as the answer. */
  readonly least: Least & {
    readonly span: number
    /** Those of a question that is put as print has it. */
    readonly careful: Least
  }
}

const FILE = fileURLToPath(new URL('../../../../data/models/passage-qa.json', import.meta.url))
let loaded: PassageQaModel | null = null

export function passageQaModel(): PassageQaModel {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as PassageQaModel
  return loaded
}

/** The sum of the features, each times its weight, and the bias. */
export function weighted(features: Readonly<Record<string, number>>, weights: Weights): number {
  let sum = weights.bias ?? 0
  for (const name in features) sum += features[name]! * (weights[name] ?? 0)
  return sum
}
