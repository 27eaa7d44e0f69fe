import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Weights } from '../passage-qa/model.js'

/** What `scripts/fit-when.mjs` has learnt; `data/models/README.md` tells from what. */
export interface WhenModel {
  /** How likely a day is that of the event beside the others: log-odds. */
  readonly rank: Weights
  /** Whether the first day is that of the event at all: log-odds, `bias` included. */
  readonly answer: Weights
  /** The least log-odds of an answer. */
  readonly least: number
}

const FILE = fileURLToPath(new URL('../../../../data/models/when.json', import.meta.url))
let loaded: WhenModel | null = null

export function whenModel(): WhenModel {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as WhenModel
  return loaded
}
